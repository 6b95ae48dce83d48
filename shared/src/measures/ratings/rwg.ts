import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { momentsOf } from './answers.ts';
import type { Answers } from './answers.ts';
import { varianceOf } from './distribution.ts';
import type { Counts } from './distribution.ts';
import { uniformVariance } from './null-distribution.ts';

/**
 * Within-group agreement against the uniform null, 1 - s2 / sigma2 (James, Demaree & Wolf 1984, J Appl Psychol 69).
 * 1 when all agree, 0 as far apart as blind answers, below 0 further apart than that; not truncated.
 */
export function rwg(counts: Counts): Measured {
  if (counts.length < 2) return unmeasured('short-scale');
  const variance = varianceOf(counts);
  if (variance.value === null) return variance;
  return measured(1 - variance.value / uniformVariance(counts.length));
}

/**
 * Agreement over several items, r*wg(J) = 1 - mean(s2 / sigma2) (Lindell, Brandt & Whitney 1999, Appl Psychol Meas 23).
 * Does not grow with the number of items, as r_wg(J) does. Items may have scales of different length.
 */
export function rwgStar(items: readonly Counts[]): Measured {
  if (items.length === 0) return unmeasured('too-few-items');
  let sum = 0;
  for (const item of items) {
    const agreement = rwg(item);
    if (agreement.value === null) return agreement;
    sum += agreement.value;
  }
  return measured(sum / items.length);
}

/** Agreement of items on one scale against blind answers. */
export interface Agreement {
  /** r_wg, or r*wg(J) over several items: 1 - s2 / sigma2; below 0 when further apart than blind answers. */
  readonly star: number;
  /** r_wg(J), 0 to 1: J(1 - q) / (J(1 - q) + q) with q = min(s2, sigma2) / sigma2. Grows with J: never a headline. */
  readonly truncated: number;
}

/**
 * r_wg and r_wg(J) (James, Demaree & Wolf 1984) and r*wg(J) (Lindell, Brandt & Whitney 1999) of `items` items whose
 * sample variances have the mean `variance`. Over one item r_wg(J) is max(0, r_wg).
 */
export function agreementOf({
  variance,
  items,
  nullVariance,
}: {
  readonly variance: number;
  readonly items: number;
  /** Of the blind answers, above 0. */
  readonly nullVariance: number;
}): Agreement {
  const q = Math.min(variance, nullVariance) / nullVariance;
  const agreed = items * (1 - q);
  return { star: 1 - variance / nullVariance, truncated: agreed / (agreed + q) };
}

/** Mean over items of their sample variances (divisor n - 1), in squared units of the answers. */
export function meanVarianceOf(items: readonly Answers[]): Measured {
  if (items.length === 0) return unmeasured('too-few-items');
  let sum = 0;
  for (const item of items) {
    const moments = momentsOf(item);
    if (moments.value === null) return moments;
    if (moments.value.variance.value === null) return moments.value.variance;
    sum += moments.value.variance.value;
  }
  return measured(sum / items.length);
}
