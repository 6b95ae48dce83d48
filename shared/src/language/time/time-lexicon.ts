import type { Language, TimeWords } from '../language.ts';
import { phrasesIn } from '../lexicon.ts';
import type { Token } from '../tokens.ts';

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

type Mark = keyof {
  [K in keyof TimeWords as TimeWords[K] extends string ? K : never]: true;
};

/** Something that was found at a place, and how many tokens it takes. */
export interface Taken<T> {
  readonly value: T;
  readonly length: number;
}

/** The words of days and hours in all languages together: each says the same in whichever it is. */
export interface TimeLexicon {
  /** 0 for Monday, 0 for January. */
  readonly weekday: Find<number>;
  /** One that is another word too, and whether a word of its language for "at" is behind it. */
  readonly shortWeekday: Find<{ readonly weekday: number; readonly isBeforeClock: boolean }>;
  readonly month: Find<number>;
  readonly number: Find<number>;
  readonly ordinal: Find<number>;
  readonly unit: Find<Unit>;
  readonly lengthOf: Find<number>;
  readonly dayFromToday: Find<number>;
  readonly hourNamed: Find<number>;
  readonly is: (mark: Mark, tokens: readonly Token[], at: number) => Taken<true> | null;
}

type Find<T> = (tokens: readonly Token[], at: number) => Taken<T> | null;

/** Builds it. */
export function timeLexiconOf(languages: readonly Language[]): TimeLexicon {
  const times = languages.map(({ time }) => time);
  const record = (of: (time: TimeWords) => Readonly<Record<string, number>>): Find<number> =>
    finder(times.flatMap((time) => Object.entries(of(time)).map(([phrase, value]) => ({ list: phrase, value }))));
  const rows = (of: (time: TimeWords) => readonly string[]): Find<number> =>
    finder(times.flatMap((time) => of(time).map((list, value) => ({ list, value }))));
  const short = rows(({ shortWeekdays }) => shortWeekdays);
  const shortAndClock = finder(times.flatMap(beforeClock));
  const marks = new Map<Mark, Find<true>>();
  return {
    weekday: rows(({ weekdays }) => weekdays),
    shortWeekday(tokens, at) {
      const found = short(tokens, at);
      const isBeforeClock = shortAndClock(tokens, at) !== null;
      return found && { value: { weekday: found.value, isBeforeClock }, length: found.length };
    },
    month: rows(({ months }) => months),
    number: record(({ numbers }) => numbers),
    ordinal: record(({ ordinals }) => ordinals),
    unit: finder(times.flatMap((time) => UNITS.map((unit) => ({ list: time[unit], value: unit })))),
    lengthOf: record(({ lengths }) => lengths),
    dayFromToday: record(({ days }) => days),
    hourNamed: record(({ hours }) => hours),
    is(mark, tokens, at) {
      const find = marks.get(mark) ?? finder(times.map((time) => ({ list: time[mark], value: true as const })));
      marks.set(mark, find);
      return find(tokens, at);
    },
  };
}

const UNITS = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Unit[];

/** Each short weekday with each word for "at" of its language: "so at 9" is no Sunday. */
function beforeClock({ shortWeekdays, clock }: TimeWords): readonly { list: string; value: true }[] {
  return shortWeekdays
    .flatMap(phrasesIn)
    .flatMap((weekday) => phrasesIn(clock).map((at) => ({ list: `${weekday} ${at}`, value: true as const })));
}

/** Finds the longest phrase of some lists. */
function finder<T>(lists: readonly { readonly list: string; readonly value: T }[]): Find<T> {
  const values = new Map(lists.flatMap(({ list, value }) => phrasesIn(list).map((phrase) => [phrase, value] as const)));
  const longest = Math.max(1, ...[...values.keys()].map((phrase) => phrase.split(' ').length));
  return (tokens, at) => {
    for (let length = Math.min(longest, tokens.length - at); length > 0; length -= 1) {
      const phrase = tokens.slice(at, at + length).map(({ word }) => word);
      const value = values.get(phrase.join(' '));
      if (value !== undefined) return { value, length };
    }
    return null;
  };
}
