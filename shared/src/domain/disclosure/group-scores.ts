import type { GroupLook } from './group-looks.ts';

/** All that is told of a group on a dimension. */
export type GroupWord = 'apart' | 'mixed' | 'together-low' | 'together-middle' | 'together-high';

/**
 * Counts, in one whole number for each group, on how many questions it has answered, is split, and is close, and how high
 * there: so that scores of questions can be added, and equal sums are the same word.
 */
export interface Scores {
  /** Of each group, what its look on one question counts. */
  readonly of: (looks: readonly (GroupLook | null)[], turned: boolean) => readonly number[];
  /** The word of a group with this sum; `null` for one that answered no question. */
  readonly word: (score: number) => GroupWord | null;
}

/** The scores of a dimension of so many questions. */
export function scoresOf(questions: number): Scores {
  // Four digits say all of a group; heights count double.
  const base = 2 * questions + 1;
  const known = new Map<number, GroupWord | null>();
  const score = (look: GroupLook | null, turned: boolean) => {
    if (look === null) return 0;
    const height = look === 'high' ? (turned ? 0 : 2) : look === 'low' ? (turned ? 2 : 0) : 1;
    const isClose = look !== 'split' && look !== 'mixed';
    return 1 + (look === 'split' ? base : 0) + (isClose ? base ** 2 + height * base ** 3 : 0);
  };
  const wordFor = (code: number): GroupWord | null => {
    const digit = (place: number) => Math.floor(code / base ** place) % base;
    const [answered, split, close, height] = [digit(0), digit(1), digit(2), digit(3)];
    if (answered === 0) return null;
    if (split * 2 >= answered) return 'apart';
    if (split > 0 || close * 3 < answered * 2) return 'mixed';
    if (height * 2 >= close * 3) return 'together-high';
    return height * 2 <= close ? 'together-low' : 'together-middle';
  };
  return {
    of: (looks, turned) => looks.map((look) => score(look, turned)),
    word: (code) => {
      const own = known.get(code);
      if (own !== undefined) return own;
      const word = wordFor(code);
      known.set(code, word);
      return word;
    },
  };
}
