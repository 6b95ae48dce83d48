import { z } from 'zod';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import { INTENTS, type Entities } from '@plumbline/shared/language/intents';
import type { ChatMemory } from '@plumbline/shared/application/chat-memory';
import { CHECK_IN_STATUSES } from '@plumbline/shared/domain/commitment/commitment';
import { card, MOST_ACTIONS, words as line, type CardAction, type Refresh } from './cards/card.ts';
import type { Answer, Asked } from './turn.ts';

/** Nothing but the intent was said. */
export const NOTHING_SAID: Entities = {
  team: null,
  person: null,
  dimension: null,
  text: null,
  status: null,
  from: null,
  to: null,
  at: null,
  minutes: null,
  number: null,
};

const word = z.string().max(2_000).nullable();
/** What a button asks, as it comes back: anybody may have made it up. */
const askedForm = z.object({
  intent: z.enum(INTENTS),
  team: word.optional(),
  person: word.optional(),
  dimension: word.optional(),
  text: word.optional(),
  status: z.enum(CHECK_IN_STATUSES).nullable().optional(),
  from: z.iso.date().nullable().optional(),
  to: z.iso.date().nullable().optional(),
  at: z.int().nullable().optional(),
  minutes: z.int().min(1).max(10_000).nullable().optional(),
  number: z.int().nullable().optional(),
});

/** A button that asks something, as if it was typed. */
export function askButton(title: string, { intent, entities = {} }: AskParts): CardAction {
  const said = Object.fromEntries(Object.entries(entities).filter(([, value]) => value !== null));
  return { title, verb: 'ask', data: asJsonObject({ intent, ...said }), alone: true };
}

/** What a card asks by itself: the same again. */
export function askAgain(asked: AskParts): Refresh {
  const { verb, data = {} } = askButton('', asked);
  return { verb, data };
}

export interface AskParts {
  readonly intent: Asked['intent'];
  readonly entities?: Partial<Entities>;
}

/** Something to choose. */
export interface Option extends AskParts {
  readonly title: string;
}

/**
 * Asks which of several things is meant; whoever says "the second one" means the same as its button. What somebody typed
 * is on the buttons, as it is in the message above them, and is not kept.
 */
export function askWhich(text: string, options: readonly Option[]): Answer {
  // A card takes so many buttons; the others are typed.
  const actions = options.slice(0, MOST_ACTIONS).map(({ title, ...parts }) => askButton(title, parts));
  return {
    messages: [{ text, card: card({ body: [line(text)], actions }) }],
    memory: { waiting: pickOf(options) },
  };
}

/** What "the second one" means from now on. */
export function pickOf(options: readonly AskParts[]): NonNullable<ChatMemory['waiting']> {
  const errands = options.map(({ intent, entities }) => {
    const { verb, data } = askButton('', { intent, entities: { ...entities, text: null } });
    return { verb, data: data ?? {} };
  });
  return { for: 'pick', errands };
}

/** What a button asked; `null` when it is none of ours. */
export function askedBy(data: JsonObject): Asked | null {
  const parsed = askedForm.safeParse(data);
  if (!parsed.success) return null;
  const { intent, ...said } = parsed.data;
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { intent, entities: { ...NOTHING_SAID, ...given } };
}
