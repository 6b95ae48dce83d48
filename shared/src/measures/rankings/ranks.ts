import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** Ranks of values, 1 for the smallest; equal values share the mean of their ranks. */
export function midranks(values: readonly number[]): readonly number[] {
  return Array.from(centredRanks(values), (rank) => (rank + values.length + 1) / 2);
}

/**
 * Twice the midranks less twice their mean: whole numbers from 1 - J to J - 1 that add up to 0, so that sums of them
 * are exact and do not depend on the order of adding.
 */
export function centredRanks(values: readonly number[]): Int32Array {
  const sorted = Float64Array.from(values).sort();
  return Int32Array.from(values, (value) => countBelow(sorted, value) + countUpTo(sorted, value) - sorted.length);
}

/**
 * Midranks of a partial ranking, 1 for the best. `order` holds positions of items, best first; the unranked among
 * `size` items share the tied last rank.
 */
export function midranksOfOrder(order: readonly number[], size: number): readonly number[] {
  const last = (order.length + 1 + size) / 2;
  const ranks = Array.from({ length: size }, () => last);
  for (const [place, item] of order.entries()) ranks[item] = place + 1;
  return ranks;
}

/** Ranks with mean 0 and length 1, or `null` for a rater who tells nothing apart. */
export function standardised(ranks: readonly number[]): readonly number[] | null {
  const mean = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
  const length = Math.sqrt(ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0));
  return length === 0 ? null : ranks.map((rank) => (rank - mean) / length);
}

/**
 * Mean Spearman correlation over all pairs of raters, (|sum of z|^2 - n) / (n(n - 1)) with z from `standardised`; the
 * same as Kendall's W corrected for chance (Kendall & Gibbons 1990, Rank Correlation Methods, ch. 6). `sums` adds up z
 * item by item over the `raters` who told the items apart.
 */
export function meanSpearman({
  sums,
  raters,
}: {
  readonly sums: readonly number[];
  readonly raters: number;
}): Measured {
  if (raters < 2) return unmeasured('no-order');
  const square = sums.reduce((total, sum) => total + sum * sum, 0);
  return measured((square - raters) / (raters * (raters - 1)));
}

function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countUpTo(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
