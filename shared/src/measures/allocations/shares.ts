import type { Allocations, PointsBallot } from './allocations.ts';
import type { AllocationTally } from './tally.ts';
import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** What one item got; shares of 0 to 1. */
export interface Share {
  readonly mean: number;
  /** Halfway between the two middle shares of an even number. */
  readonly median: number;
  /** Standard deviation (divisor n - 1), undefined for one rater. */
  readonly deviation: Measured;
}

/** A table of all pairs has at most this many raters. */
const MOST_RATERS_IN_A_MATRIX = 1000;

/** Mean, median and standard deviation of each item's share. */
export function sharesOf({ items, raters, total }: AllocationTally): readonly Share[] {
  return items.map((sorted) => {
    const mean = meanOf(sorted);
    const middle = (sorted[Math.floor((raters - 1) / 2)] ?? 0) + (sorted[Math.floor(raters / 2)] ?? 0);
    const squares = sorted.reduce((sum, points) => sum + (points - mean) ** 2, 0);
    const deviation = raters < 2 ? unmeasured('too-few-answers') : measured(Math.sqrt(squares / (raters - 1)) / total);
    return { mean: mean / total, median: middle / (2 * total), deviation };
  });
}

/** Each rater's distance to the mean allocation, half of sum |p - mean|, 0 to 1; in the order of the ballots. */
export function distancesToMean(allocations: Allocations, shares: readonly Share[]): readonly number[] {
  const points = shares.map(({ mean }) => mean * allocations.total);
  return allocations.ballots.map((ballot) => distance(ballot, points) / allocations.total);
}

/** Distances between all raters, half of sum |p - q|, 0 to 1. The work grows with n^2: `too-much-work` past 1,000. */
export function distanceMatrix({ ballots, total }: Allocations): Measured<readonly (readonly number[])[]> {
  if (ballots.length > MOST_RATERS_IN_A_MATRIX) return unmeasured('too-much-work');
  return measured(ballots.map((one) => ballots.map((other) => distance(one, other) / total)));
}

function distance(one: PointsBallot, other: PointsBallot): number {
  let sum = 0;
  for (const [item, points] of one.entries()) sum += Math.abs((points ?? 0) - (other[item] ?? 0));
  return sum / 2;
}

/** The mean as a shift from the smallest value, so that equal values have exactly themselves as their mean. */
function meanOf(sorted: Float64Array): number {
  const least = sorted[0] ?? 0;
  return least + sorted.reduce((sum, points) => sum + (points - least), 0) / sorted.length;
}
