import type { Allocations } from './allocations.ts';

/** Points of all raters, sorted: what all measures over pairs of raters need. */
export interface AllocationTally {
  readonly total: number;
  readonly raters: number;
  /** One column an item, smallest first, in points. */
  readonly items: readonly Float64Array[];
  /** Sum of |x - y| over all pairs of items of the same rater, in points. */
  readonly withinRaters: number;
}

/** Sorts the points, item by item. Whole points are added up exactly, so that no order of ballots matters. */
export function tallyAllocations({ total, items, ballots }: Allocations): AllocationTally {
  const columns = Array.from({ length: items }, () => new Float64Array(ballots.length));
  const row = new Float64Array(items);
  let withinRaters = 0;
  for (const [rater, ballot] of ballots.entries()) {
    for (const [item, column] of columns.entries()) {
      const points = ballot[item] ?? 0;
      row[item] = points;
      column[rater] = points;
    }
    withinRaters += sumOfDistances(row.sort());
  }
  return { total, raters: ballots.length, items: columns.map((column) => column.sort()), withinRaters };
}

/** Joins sorted columns into one. */
export function pooled(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((size, column) => size + column.length, 0));
  let start = 0;
  for (const column of columns) {
    all.set(column, start);
    start += column.length;
  }
  return all.sort();
}

/**
 * Sum of |x - y| over all pairs of sorted values: each gap between neighbours lies between all below and all above it.
 * Never negative, and exactly 0 when all are equal.
 */
export function sumOfDistances(sorted: Float64Array): number {
  let sum = 0;
  let before = sorted[0] ?? 0;
  for (let place = 1; place < sorted.length; place += 1) {
    const value = sorted[place] ?? 0;
    sum += (value - before) * place * (sorted.length - place);
    before = value;
  }
  return sum;
}

/** The same from how often each whole number was given, 0 first: each step lies between all below and all above it. */
export function sumOfDistancesIn(counts: readonly number[]): number {
  let above = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  let sum = 0;
  for (const count of counts) {
    below += count;
    above -= count;
    sum += below * above;
  }
  return sum;
}
