import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** Ranks of values, 1 for the smallest; equal values share the mean of their ranks. */
export function midranks(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
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
