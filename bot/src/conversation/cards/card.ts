import { assert } from '@plumbline/shared/kernel/assert';
import type { JsonObject } from '@plumbline/shared/kernel/json';

/** Teams' store asks for no more. */
export const MOST_ACTIONS = 6;

/** What a card says when it is answered: which verb, and what goes with it. Both come back as data that anybody may forge. */
export interface CardAction {
  readonly title: string;
  readonly verb: string;
  readonly data?: JsonObject;
  readonly style?: 'positive' | 'destructive';
  /** Takes no answers of inputs along, and asks for none that are required. */
  readonly alone?: boolean;
}

/** What a card asks by itself when somebody comes to see it, so that it says what is so then; a look, never an act. */
export interface Refresh {
  readonly verb: string;
  readonly data: JsonObject;
}

/** A card of version 1.5. */
export function card(parts: {
  readonly body: readonly JsonObject[];
  readonly actions?: readonly (CardAction | LinkAction)[];
  readonly refresh?: Refresh;
}): JsonObject {
  const actions = parts.actions ?? [];
  assert(actions.length <= MOST_ACTIONS, 'a card has at most six actions');
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    ...(parts.refresh === undefined ? {} : { refresh: refreshOf(parts.refresh) }),
    body: [...parts.body],
    ...(actions.length === 0 ? {} : { actions: actions.map(actionOf) }),
  };
}

/** For whom it is, the door adds: that is known where the card goes. */
export function refreshOf({ verb, data }: Refresh): JsonObject {
  return { action: { type: 'Action.Execute', verb, data: { ...data, verb } } };
}

export interface LinkAction {
  readonly title: string;
  readonly url: string;
}

/** Buttons inside the body, beside what they are about. */
export function actionSet(actions: readonly (CardAction | LinkAction)[]): JsonObject {
  return { type: 'ActionSet', actions: actions.map(actionOf), spacing: 'Small' };
}

/** A title: the one large line of a card. */
export function title(text: string): JsonObject {
  return { type: 'TextBlock', text, wrap: true, size: 'Medium', weight: 'Bolder', style: 'heading' };
}

/** A heading of a part. */
export function heading(text: string): JsonObject {
  return { type: 'TextBlock', text, wrap: true, weight: 'Bolder', spacing: 'Medium' };
}

/** Words, with the markdown that Teams takes. */
export function words(text: string, look: { readonly spacing?: 'None' | 'Small' | 'Medium' } = {}): JsonObject {
  return { type: 'TextBlock', text, wrap: true, ...look };
}

/** Where numbers come from, and what is said beside. */
export function aside(text: string): JsonObject {
  return { type: 'TextBlock', text, wrap: true, size: 'Small', isSubtle: true, spacing: 'Small' };
}

/** Lines of a name and what is said of it; names stand above at phone width by themselves. */
export function facts(lines: readonly (readonly [name: string, value: string])[]): JsonObject {
  return { type: 'FactSet', facts: lines.map(([name, value]) => ({ title: name, value })) };
}

/** Things one below the other, set apart by a line. */
export function entries(parts: readonly (readonly JsonObject[])[]): readonly JsonObject[] {
  return parts.map((items, at) => ({
    type: 'Container',
    items: [...items],
    spacing: 'Medium',
    ...(at === 0 ? {} : { separator: true }),
  }));
}

/** A line to type in; several lines where `long`. */
export function textInput(input: {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly most: number;
  readonly long?: boolean;
  readonly required?: string;
}): JsonObject {
  return {
    type: 'Input.Text',
    id: input.id,
    label: input.label,
    maxLength: input.most,
    ...(input.long === true ? { isMultiline: true } : {}),
    ...(input.value === undefined ? {} : { value: input.value }),
    ...(input.placeholder === undefined ? {} : { placeholder: input.placeholder }),
    ...requiredWith(input.required),
  };
}

/** One of several, as a list that opens; all of them on the card where `open`. */
export function choiceInput(input: {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly value?: string;
  readonly open?: boolean;
  readonly many?: boolean;
  readonly required?: string;
}): JsonObject {
  return {
    type: 'Input.ChoiceSet',
    id: input.id,
    label: input.label,
    choices: input.choices.map((choice) => ({ ...choice })),
    style: input.open === true ? 'expanded' : 'compact',
    wrap: true,
    ...(input.many === true ? { isMultiSelect: true } : {}),
    ...(input.value === undefined ? {} : { value: input.value }),
    ...requiredWith(input.required),
  };
}

/** People of the directory, several of them; a client that has no picker of people shows an empty list. */
export function peopleInput({ id, label }: { readonly id: string; readonly label: string }): JsonObject {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    choices: [],
    'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    isMultiSelect: true,
    wrap: true,
  };
}

/** A time of the day, `HH:MM`. */
export function timeInput(input: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly required: string;
}): JsonObject {
  const { id, label, value, required } = input;
  return { type: 'Input.Time', id, label, value, ...requiredWith(required) };
}

/** A calendar day, `YYYY-MM-DD`. */
export function dayInput(input: {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly required?: string;
}): JsonObject {
  return {
    type: 'Input.Date',
    id: input.id,
    label: input.label,
    ...(input.value === undefined ? {} : { value: input.value }),
    ...requiredWith(input.required),
  };
}

function requiredWith(message: string | undefined): JsonObject {
  return message === undefined ? {} : { isRequired: true, errorMessage: message };
}

function actionOf(action: CardAction | LinkAction): JsonObject {
  if ('url' in action) return { type: 'Action.OpenUrl', title: action.title, url: action.url };
  const common = {
    title: action.title,
    ...(action.style === undefined ? {} : { style: action.style }),
    ...(action.alone === true ? { associatedInputs: 'none' } : {}),
  };
  const data = { ...action.data, verb: action.verb };
  // Clients without universal actions send the same as a message.
  return {
    type: 'Action.Execute',
    verb: action.verb,
    data,
    ...common,
    fallback: { type: 'Action.Submit', data, ...common },
  };
}
