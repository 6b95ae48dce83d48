import type { Comparisons, Pair } from './comparisons.ts';

/**
 * Whether every item beats every other directly or over others, a tie counting as beating both ways (Ford 1957, Am Math
 * Monthly 64: 28-33). Otherwise the items fall into two sets of which one never lost to the other.
 */
export function isStronglyConnected(comparisons: Comparisons): boolean {
  const beats = ({ won, tied }: Pair) => won + tied > 0;
  const isBeaten = ({ lost, tied }: Pair) => lost + tied > 0;
  return (
    reachesAll(comparisons, { forwards: beats, backwards: isBeaten }) &&
    reachesAll(comparisons, { forwards: isBeaten, backwards: beats })
  );
}

/** Whether every item was compared with every other directly or over others, whatever came of it. */
export function isConnected(comparisons: Comparisons): boolean {
  return reachesAll(comparisons, { forwards: () => true, backwards: () => true });
}

interface Ways {
  /** Whether a pair leads from `one` to `other`. */
  readonly forwards: (pair: Pair) => boolean;
  /** Whether it leads from `other` to `one`. */
  readonly backwards: (pair: Pair) => boolean;
}

function reachesAll({ items, pairs }: Comparisons, { forwards, backwards }: Ways): boolean {
  const next = Array.from({ length: items }, (): number[] => []);
  for (const pair of pairs) {
    if (forwards(pair)) next[pair.one]?.push(pair.other);
    if (backwards(pair)) next[pair.other]?.push(pair.one);
  }
  const reached = new Set([0]);
  // A set is walked in the order in which it grows.
  for (const item of reached) for (const beaten of next[item] ?? []) reached.add(beaten);
  return reached.size === items;
}
