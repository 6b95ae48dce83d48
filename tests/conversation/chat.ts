import { createConversation } from '@plumbline/bot/conversation/handle';
import type { Effect, FilePlace, Message } from '@plumbline/bot/conversation/effect';
import type { ChatEvent, ChatKind } from '@plumbline/bot/conversation/event';
import type { Actor } from '@plumbline/shared/application/use-case';
import type { Json, JsonObject } from '@plumbline/shared/kernel/json';
import type { Company } from '../application/company.ts';

/** What came back: texts in their order, and the card that is on the screen now. */
export interface Heard {
  readonly texts: readonly string[];
  readonly card: JsonObject | null;
  /** Everything that can be read on the card. */
  readonly read: string;
  readonly effects: readonly Effect[];
}

interface ChatOptions {
  readonly kind?: ChatKind;
  readonly locale?: string;
  /** The chat that several people share; one of their own otherwise. */
  readonly chat?: string;
}

/** Somebody's chat with the bot, over the real conversation, operations and store of a company. */
export class Chat {
  readonly #company: Company;
  readonly #who: Actor;
  readonly #kind: ChatKind;
  readonly #locale: string;
  readonly #chat: string;
  readonly #handle: (event: ChatEvent) => Promise<readonly Effect[]>;
  #card: JsonObject | null = null;
  #turns = 0;
  #cards = 0;

  constructor(company: Company, who: Actor, { kind = 'personal', locale = 'en-GB', chat }: ChatOptions = {}) {
    this.#chat = chat ?? `chat of ${who.person}`;
    this.#company = company;
    this.#who = who;
    this.#kind = kind;
    this.#locale = locale;
    this.#handle = createConversation({
      ports: company.ports,
      appId: '5a9e2f6c-0d7b-4b43-9c1e-7f3a2b8d4e10',
      chatLink: 'https://teams.microsoft.com/l/chat/0/0?users=28:bot',
    }).handle;
  }

  say(text: string, changes: { readonly id?: string } = {}): Promise<Heard> {
    return this.#send({ ...this.#turn(), ...changes, kind: 'message', text });
  }

  install(): Promise<Heard> {
    return this.#send({ ...this.#turn(), kind: 'installed' });
  }

  search(text: string): Promise<Heard> {
    return this.#send({ ...this.#turn(), kind: 'search', text });
  }

  paste(url: string): Promise<Heard> {
    return this.#send({ ...this.#turn(), kind: 'link', url });
  }

  /** Presses a button of the card that is on the screen, after filling in its inputs; `times` as a double tap does. */
  async press(title: string, inputs: Readonly<Record<string, string>> = {}, times = 1): Promise<Heard> {
    const action = actionsOn(this.#card).find((one) => one['title'] === title);
    const data = action?.['data'];
    if (!isObject(data)) throw new Error(`There is no button "${title}" on ${JSON.stringify(this.#card, null, 1)}`);
    const activity = `card-${this.#cards}`;
    const filled = action?.['associatedInputs'] === 'none' ? {} : { ...valuesOn(this.#card), ...inputs };
    let heard: Heard | null = null;
    for (let time = 0; time < times; time += 1) {
      heard = await this.#send({ ...this.#turn(), kind: 'submit', data: { ...filled, ...data }, activity });
    }
    if (!heard) throw new Error('A button is pressed once at the least');
    return heard;
  }

  /** The meeting of Teams begins in this chat, or has ended. */
  meeting(moment: 'started' | 'ended'): Promise<Heard> {
    return this.#send({ ...this.#turn(), kind: `meeting-${moment}`, joinUrl: null });
  }

  /** Comes to see a card, which asks by itself what it is to show: the one on the screen, or another one's. */
  look(at: JsonObject | null = this.#card): Promise<Heard> {
    const action = at && isObject(at['refresh']) ? at['refresh']['action'] : null;
    if (!isObject(action) || !isObject(action['data'])) throw new Error('The card does not ask by itself');
    return this.#send({ ...this.#turn(), kind: 'refresh', data: action['data'], activity: 'card-seen' });
  }

  /** What somebody could send as if a card asked. */
  forgeLook(data: JsonObject): Promise<Heard> {
    return this.#send({ ...this.#turn(), kind: 'refresh', data, activity: 'card-forged' });
  }

  /** Answers whether a file is wanted, and where it is to be put. */
  answerFile(context: JsonObject, place: FilePlace | null): Promise<Heard> {
    return this.#send({ ...this.#turn(), kind: 'file-answer', context, place, activity: 'offer-seen' });
  }

  /** Sends what no card of ours would. */
  forge(data: JsonObject): Promise<Heard> {
    return this.#send({ ...this.#turn(), kind: 'submit', data, activity: 'card-forged' });
  }

  #turn() {
    this.#turns += 1;
    return {
      // One and the same chat may be held by two clients.
      id: `turn-${this.#locale}-${this.#turns}`,
      chat: { id: this.#chat, kind: this.#kind, reference: {} },
      from: { ...this.#who, locale: this.#locale, timeZone: 'Europe/London' },
      at: this.#company.now,
    };
  }

  async #send(event: ChatEvent): Promise<Heard> {
    const effects = await this.#handle(event);
    await this.#company.count();
    const messages = effects.flatMap((effect): readonly Message[] => (effect.kind === 'say' ? [effect.message] : []));
    const shown = effects.flatMap((effect) => (effect.kind === 'show' ? [effect.card] : []));
    const card = [...shown, ...messages.flatMap(({ card: one }) => (one ? [one] : []))].at(-1) ?? null;
    if (card) {
      this.#card = card;
      this.#cards += 1;
    }
    return { texts: messages.map(({ text }) => text), card, read: readOn(card), effects };
  }
}

/** Every action on a card, wherever it stands. */
export function actionsOn(card: Json): readonly JsonObject[] {
  return nodesIn(card).filter(({ type }) => typeof type === 'string' && /^Action\.(Execute|OpenUrl)$/.test(type));
}

/** Every object in a card. */
function nodesIn(value: Json): readonly JsonObject[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isList(value)) return value.flatMap(nodesIn);
  const { fallback: _, ...rest } = value;
  return [value, ...Object.values(rest).flatMap(nodesIn)];
}

/** What the inputs of a card hold as it is shown. */
function valuesOn(card: Json): Readonly<Record<string, string>> {
  return Object.fromEntries(
    nodesIn(card).flatMap(({ type, id, value }) =>
      typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string' && typeof value === 'string'
        ? [[id, value] as const]
        : [],
    ),
  );
}

function readOn(card: Json): string {
  return nodesIn(card)
    .flatMap(({ text, title, value, label }) => [text, title, value, label])
    .filter((one) => typeof one === 'string')
    .join('\n');
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** The inputs of a card that ask for one of several things, by their ids. */
export function choicesOn(card: Json): readonly JsonObject[] {
  return nodesIn(card).filter(({ type }) => type === 'Input.ChoiceSet');
}

export function idsOf(inputs: readonly JsonObject[]): readonly string[] {
  return inputs.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}

export function titlesOf(actions: readonly JsonObject[]): readonly string[] {
  return actions.flatMap(({ title }) => (typeof title === 'string' ? [title] : []));
}
