import type { AllocationTally } from './tally.ts';
import { pooled, sumOfDistances } from './tally.ts';
import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** How much of the points lies in common; shares of 0 to 1. */
export interface Overlap {
  /** Mean over pairs of raters of sum min(p, q) = 1 - half of sum |p - q|. */
  readonly mean: number;
  /** What the mean would be if each rater had dealt the same shares to items at random. */
  readonly chance: number;
  /** 1 - observed / chance distance: 1 the same, 0 as blind, below 0 further apart than that. */
  readonly corrected: Measured;
}

/**
 * Mean overlap of allocations, the proportional similarity of Renkonen (1938), 1 - Bray & Curtis's distance of shares,
 * and the same corrected for chance as 1 - Do / De (Krippendorff 2019, Content Analysis, ch. 12).
 *
 * De is exact for any number of items: when two raters' shares are dealt to J items at random, each share of one meets
 * each share of the other with probability 1 / J, so that the expected distance is sum over all k, l of |p_k - q_l| / 2J.
 * Its mean over pairs of raters is the sum over all pairs of entries less that within raters, both from sorted points.
 */
export function overlapOf(tally: AllocationTally): Measured<Overlap> {
  const { raters, items, total, withinRaters } = tally;
  return overlapOfSums({
    total,
    raters,
    items: items.length,
    withinItems: items.reduce((sum, column) => sum + sumOfDistances(column), 0),
    pooled: sumOfDistances(pooled(items)),
    withinRaters,
  });
}

/** What overlap is made of; all sums are of |x - y|, in points. */
export interface DistanceSums {
  readonly total: number;
  readonly raters: number;
  readonly items: number;
  /** Over all pairs of raters, item by item. */
  readonly withinItems: number;
  /** Over all pairs of entries, of whichever item and rater. */
  readonly pooled: number;
  /** Over all pairs of entries of the same rater. */
  readonly withinRaters: number;
}

/** The same from sums that were added up elsewhere. */
export function overlapOfSums(sums: DistanceSums): Measured<Overlap> {
  const { total, raters, items, withinItems, withinRaters } = sums;
  if (raters < 2) return unmeasured('too-few-answers');
  const pairs = (raters * (raters - 1)) / 2;
  const observed = withinItems / (2 * total * pairs);
  const betweenRaters = Math.max(0, sums.pooled - withinRaters);
  const blind = betweenRaters / (2 * total * items * pairs);
  return measured({
    mean: Math.max(0, 1 - observed),
    chance: 1 - blind,
    corrected: blind === 0 ? unmeasured('no-variation') : measured(1 - observed / blind),
  });
}
