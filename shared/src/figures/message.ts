import type words from '../i18n/en/figures.json';

/** A key of a catalogue without its plural ending. */
export type Stem<Key> = Key extends `${infer Start}_${'one' | 'other'}` ? Start : Key;

/** A key of the catalogue `figures`, without its plural ending. */
export type MessageKey = Stem<keyof typeof words>;

type SaidParts<Key extends string> = readonly (string | Said<Key>)[];

/** Whole sentences, to be said one after the other: no language joins them by commas or an "and". */
interface Sentences<Key extends string> {
  readonly sentences: SaidParts<Key>;
}

type SaidValue<Key extends string> = string | number | Said<Key> | Sentences<Key> | SaidParts<Key>;

/** Something to say in the reader's language: a key of a catalogue and what goes into it. */
export interface Said<Key extends string> {
  readonly key: Key;
  readonly values: Readonly<Record<string, SaidValue<Key>>>;
}

/** Something that a figure says. */
export type Message = Said<MessageKey>;

/** What a catalogue does with a key and values that need no more translating, such as the `t` of i18next. */
export type Translate<Key extends string = MessageKey> = (
  key: Key,
  values: Readonly<Record<string, string | number | readonly string[]>>,
) => string;

/** Makes a message. */
export function message(key: MessageKey, values: Message['values'] = {}): Message {
  return { key, values };
}

/** Sentences inside of a message, one after the other. */
export function sentences<Key extends string>(parts: SaidParts<Key>): Sentences<Key> {
  return { sentences: parts };
}

/** The words of a message; messages inside its values are put into words first. */
export function spoken<Key extends string>(said: Said<Key>, translate: Translate<Key>): string {
  const flat = Object.entries(said.values).map(([name, value]) => [name, plain(value, translate)] as const);
  return translate(said.key, Object.fromEntries(flat));
}

function plain<Key extends string>(
  value: SaidValue<Key>,
  translate: Translate<Key>,
): string | number | readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if ('key' in value) return spoken(value, translate);
  if ('sentences' in value) return wordsOf(value.sentences, translate).join(' ');
  return wordsOf(value, translate);
}

function wordsOf<Key extends string>(parts: SaidParts<Key>, translate: Translate<Key>): readonly string[] {
  return parts.map((part) => (typeof part === 'string' ? part : spoken(part, translate)));
}
