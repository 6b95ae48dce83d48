import { builtInInstruments } from '../../domain/instrument/instrument.ts';
import type { AskingWords } from '../../domain/meeting/open-meeting.ts';
import { IMPORTANCE, OWN_DIMENSION, PRIORITIES } from '../../domain/meeting/rounds.ts';
import { WRITTEN_IN, type Language } from '../../kernel/languages.ts';

/** Puts what a reader is shown into the reader's language, as far as it came with the product. */
export type InLanguage = <T>(shown: T) => T;

/** What is ours, by its id and the words that it is written in: a team's own words under the same id stay as they are. */
type Translations = ReadonlyMap<string, string>;

/** Whatever is ours says which it is in one of these, and its words in one of those. */
const NAMED_BY = ['id', 'question', 'dimension'] as const;
const WORDS_IN = ['text', 'title'] as const;

/**
 * Questions, dimensions and sets that come with the product, in a language. `asking` tells the sentences that meetings ask
 * with beside them. A set that is a team's own is left as it was worded, for whoever edits it; of a meeting that asked with
 * it, the questions that were left as they were are ours.
 */
export function inLanguage(language: Language, asking: (language: Language) => AskingWords): InLanguage {
  if (language === WRITTEN_IN) return (shown) => shown;
  const inIt = oursIn(language, asking);
  const translations = new Map(
    [...oursIn(WRITTEN_IN, asking)].map(([key, ours]) => [keyOf(ours), inIt.get(key)?.words ?? ours.words]),
  );
  return (shown) => translated(shown, translations);
}

/** Texts take the place of texts, so it keeps its shape. */
function translated<T>(shown: T, translations: Translations): T;
function translated(shown: unknown, translations: Translations): unknown {
  if (isList(shown)) return shown.map((one) => translated(one, translations));
  if (typeof shown !== 'object' || shown === null || isOwnInstrument(shown)) return shown;
  const fields: Record<string, unknown> = Object.fromEntries(
    Object.entries(shown).map(([field, value]) => [field, translated(value, translations)]),
  );
  const id = NAMED_BY.map((name) => fields[name]).find((value) => typeof value === 'string');
  if (id === undefined) return fields;
  for (const field of WORDS_IN) {
    const words = translations.get(keyOf({ id, words: String(fields[field]) }));
    if (words !== undefined) fields[field] = words;
  }
  return fields;
}

function isList(shown: unknown): shown is readonly unknown[] {
  return Array.isArray(shown);
}

function isOwnInstrument(shown: object): boolean {
  return 'copiedFrom' in shown && shown.copiedFrom !== null;
}

interface Ours {
  readonly id: string;
  readonly words: string;
}

function keyOf({ id, words }: Ours): string {
  return `${id}\n${words}`;
}

/** All that is ours in a language, by keys that are the same in each. */
function oursIn(language: Language, asking: (language: Language) => AskingWords): ReadonlyMap<string, Ours> {
  const instruments = builtInInstruments(language);
  const dimensions = instruments.flatMap((instrument) => instrument.dimensions);
  const questions = dimensions.flatMap((dimension) => dimension.questions);
  const { own, importance, priorities, dots, worth } = asking(language);
  return new Map<string, Ours>([
    ...[...instruments, ...dimensions].map(({ id, title }) => [id, { id, words: title }] as const),
    ...questions.map(({ id, text }) => [id, { id, words: text }] as const),
    ...Object.entries(priorities).map(([as, words]) => [`${PRIORITIES} ${as}`, { id: PRIORITIES, words }] as const),
    ['own', { id: OWN_DIMENSION, words: own }],
    ['importance', { id: IMPORTANCE, words: importance }],
    ['dots', { id: 'dots', words: dots }],
    ['worth', { id: 'worth', words: worth }],
  ]);
}
