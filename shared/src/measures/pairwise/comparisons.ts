import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** How often each item was preferred to each other: `wins[i][j]` times i to j. The diagonal says nothing. */
export type PreferenceTable = readonly (readonly number[])[];

/** Two items that were compared, and what came of it. */
export interface Pair {
  readonly one: number;
  readonly other: number;
  /** How often `one` was preferred. */
  readonly won: number;
  /** How often `other` was. */
  readonly lost: number;
  readonly tied: number;
}

/** Checked comparisons; pairs that were never compared are left out. */
export interface Comparisons {
  readonly items: number;
  readonly pairs: readonly Pair[];
}

/** Reads a table of preferences, and one of ties, each tie written on both sides of the diagonal. */
export function comparisonsOf(wins: PreferenceTable, ties?: PreferenceTable): Measured<Comparisons> {
  const items = wins.length;
  for (const table of ties === undefined ? [wins] : [wins, ties]) {
    if (table.length !== items || table.some((row) => row.length !== items)) return unmeasured('ragged-rows');
    if (!table.every((row) => row.every(Number.isFinite))) return unmeasured('not-a-number');
    if (table.some((row) => row.some((count) => count < 0 || count > Number.MAX_SAFE_INTEGER))) {
      return unmeasured('off-the-scale');
    }
  }
  if (items < 2) return unmeasured('too-few-items');
  const pairs: Pair[] = [];
  for (let one = 0; one < items; one += 1) {
    for (let other = one + 1; other < items; other += 1) {
      const tied = ties?.[one]?.[other] ?? 0;
      if (tied !== (ties?.[other]?.[one] ?? 0)) return unmeasured('off-the-scale');
      const pair = { one, other, won: wins[one]?.[other] ?? 0, lost: wins[other]?.[one] ?? 0, tied };
      if (pair.won + pair.lost + tied > 0) pairs.push(pair);
    }
  }
  return pairs.length === 0 ? unmeasured('no-answers') : measured({ items, pairs });
}

/** The same comparisons with half a win to each side for every tie. */
export function tiesSplit({ items, pairs }: Comparisons): Comparisons {
  const split = ({ won, lost, tied, ...pair }: Pair) => ({
    ...pair,
    won: won + tied / 2,
    lost: lost + tied / 2,
    tied: 0,
  });
  return { items, pairs: pairs.map(split) };
}
