import { spellings } from './fold.ts';
import { CONCEPTS, type Concept, type Language } from './language.ts';
import { slipsAllowed, slipsBetween } from './distance.ts';
import { tokensOf } from './tokens.ts';

/** What a word or phrase stands for. */
export interface Entry {
  /** How many words it has. */
  readonly length: number;
  readonly concepts: ReadonlySet<Concept>;
  readonly dimension: string | null;
}

/** The vocabulary of a language, to be looked up. */
export interface Lexicon {
  readonly language: Language;
  /** The longest entry that begins at a place; `null` when there is none. Filler is an entry without concepts. */
  readonly longestAt: (words: readonly string[], at: number) => Entry | null;
  /** Whether it is a word of the language, of its own or in a phrase. */
  readonly has: (word: string) => boolean;
  readonly endings: readonly string[];
  /** What may join two words to one; nothing is among it. */
  readonly links: readonly string[];
  /** The words that one may be meant by one that is mistyped, with the slips it takes. */
  readonly near: (typed: string) => readonly { readonly word: string; readonly slips: number }[];
}

/** Builds the index of a language. */
export function lexiconOf(language: Language): Lexicon {
  const entries = entriesOf(language);
  const longest = new Map<string, number>();
  for (const [phrase, { length }] of entries) {
    const [first = ''] = phrase.split(' ');
    longest.set(first, Math.max(longest.get(first) ?? 0, length));
  }
  const known = wordsOf(language, entries);
  const meant = byBeginning(known, new Set(phrasesIn(language.ordinary)));
  return {
    language,
    endings: phrasesIn(language.endings),
    links: ['', ...phrasesIn(language.links)],
    has: (word) => known.has(word),
    longestAt(words, at) {
      for (let length = longest.get(words[at] ?? '') ?? 0; length > 0; length -= 1) {
        const entry = entries.get(words.slice(at, at + length).join(' '));
        if (entry?.length === length) return entry;
      }
      return null;
    },
    near(typed) {
      const allowed = slipsAllowed(typed);
      const swapped = (typed[1] ?? '') + (typed[0] ?? '');
      const candidates = [...(meant.get(typed[0] ?? '') ?? []), ...(meant.get(swapped) ?? [])];
      return allowed === 0 ? [] : candidates.flatMap((word) => slip(typed, word, allowed));
    },
  };
}

/** Folded words and phrases of a list that is parted by commas, in every spelling. */
export function phrasesIn(list: string): readonly string[] {
  return list.split(',').flatMap((phrase) =>
    phrase.trim() === ''
      ? []
      : spellings(phrase).map((spelt) =>
          tokensOf(spelt)
            .filter(({ kind }) => kind !== 'mark')
            .map(({ word }) => word)
            .join(' '),
        ),
  );
}

function entriesOf(language: Language): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const put = (list: string, concept: Concept | null, dimension: string | null): void => {
    for (const phrase of phrasesIn(list)) {
      const before = entries.get(phrase);
      entries.set(phrase, {
        length: phrase.split(' ').length,
        concepts: new Set([...(before?.concepts ?? []), ...(concept === null ? [] : [concept])]),
        dimension: dimension ?? before?.dimension ?? null,
      });
    }
  };
  put(language.filler, null, null);
  for (const [name, list] of Object.entries(language.words)) put(list, conceptNamed(name), null);
  for (const [dimension, list] of Object.entries(language.dimensions)) put(list, 'dimension', dimension);
  return entries;
}

function conceptNamed(name: string): Concept | null {
  return CONCEPTS.find((concept) => concept === name) ?? null;
}

function wordsOf(language: Language, entries: ReadonlyMap<string, Entry>): ReadonlySet<string> {
  const { weekdays, shortWeekdays, months, numbers, ordinals, lengths, days, hours, ...lists } = language.time;
  const { ordinary, before, beforeQuestion, aroundPlace } = language;
  const named = [numbers, ordinals, lengths, days, hours].flatMap((record) => Object.keys(record));
  const framed = language.frames.flatMap(({ lead, trail = '', then = '', about = '', unless = '' }) => {
    return [lead, trail, then, about, unless];
  });
  const phrases = [
    ...weekdays,
    ...months,
    ...named,
    ...Object.values(lists),
    ...framed,
    ...Object.values({ ...language.reports }),
    ...[ordinary, before, beforeQuestion, aroundPlace],
  ];
  // Short weekdays are left out: a name or a slip may be one of them.
  return new Set([...entries.keys(), ...phrases.flatMap(phrasesIn)].flatMap((phrase) => phrase.split(' ')));
}

/** Words by their first letter, and by their first two for those that were swapped. */
function byBeginning(words: Iterable<string>, not: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < 4 || not.has(word)) continue;
    for (const key of [word.slice(0, 1), word.slice(0, 2)]) index.set(key, [...(index.get(key) ?? []), word]);
  }
  return index;
}

function slip(typed: string, word: string, allowed: number): readonly { word: string; slips: number }[] {
  const slips = slipsBetween(typed, word, allowed);
  if (slips === null) return [];
  // One changed letter makes another word of four letters: only swapped or missing letters are a slip there.
  const sameLetters = lettersOf(typed) === lettersOf(word);
  return typed.length === 4 && !sameLetters && word.length !== 5
    ? []
    : [{ word, slips: sameLetters ? slips - 0.5 : slips }];
}

function lettersOf(word: string): string {
  return Array.from(word).sort().join('');
}
