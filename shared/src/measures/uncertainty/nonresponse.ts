import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import type { Interval } from './interval.ts';

/** A mean, of how many answers, on which scale, and how many could have answered. */
export interface Answered {
  readonly mean: number;
  readonly answers: number;
  readonly population: number;
  readonly scale: Interval;
}

/**
 * The lowest and highest that the mean of everybody can be: all who did not answer at the bottom, or all at the top
 * (Manski 1989, J Hum Resour 24: 343-360). No chance in it, and nothing assumed of those who kept silent.
 */
export function meanOfEverybody({ mean, answers, population, scale }: Answered): Measured<Interval> {
  if (![mean, answers, population, scale.low, scale.high].every(Number.isFinite)) return unmeasured('not-a-number');
  if (!(population > 0)) return unmeasured('no-answers');
  if (answers < 0 || answers > population) return unmeasured('off-the-scale');
  if (!(scale.low < scale.high)) return unmeasured('short-scale');
  if (answers > 0 && !(mean >= scale.low && mean <= scale.high)) return unmeasured('off-the-scale');
  const share = answers / population;
  const known = share === 0 ? 0 : share * mean;
  return measured({ low: known + (1 - share) * scale.low, high: known + (1 - share) * scale.high });
}
