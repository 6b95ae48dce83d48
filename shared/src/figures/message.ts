import type words from '../i18n/en/figures.json';

type Stem<Key> = Key extends `${infer Start}_${'one' | 'other'}` ? Start : Key;

/** A key of the catalogue `figures`, without its plural ending. */
export type MessageKey = Stem<keyof typeof words>;

export type MessageValue = string | number | Message | readonly (string | Message)[];

/** Something to say in the reader's language: a key of the catalogue `figures` and what goes into it. */
export interface Message {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, MessageValue>>;
}

/** What a catalogue does with a key and values that need no more translating, such as the `t` of i18next. */
export type Translate = (
  key: MessageKey,
  values: Readonly<Record<string, string | number | readonly string[]>>,
) => string;

/** Makes a message. */
export function message(key: MessageKey, values: Readonly<Record<string, MessageValue>> = {}): Message {
  return { key, values };
}

/** The words of a message; messages inside its values are put into words first. */
export function spoken(said: Message, translate: Translate): string {
  const flat = Object.entries(said.values).map(([name, value]) => [name, plain(value, translate)] as const);
  return translate(said.key, Object.fromEntries(flat));
}

function plain(value: MessageValue, translate: Translate): string | number | readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if ('key' in value) return spoken(value, translate);
  return value.map((part) => (typeof part === 'string' ? part : spoken(part, translate)));
}
