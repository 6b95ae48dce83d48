import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { percentileInterval, resample } from '../uncertainty/bootstrap.ts';
import type { BootstrapOptions } from '../uncertainty/bootstrap.ts';
import { deviationOf } from '../uncertainty/figures.ts';
import { CONFIDENCE } from '../uncertainty/interval.ts';
import type { Interval } from '../uncertainty/interval.ts';
import { leavingOneOut } from '../uncertainty/jackknife.ts';
import type { LeaveOneOut } from '../uncertainty/jackknife.ts';
import { krippendorffAlpha, pairableUnits, ratioPairs } from './krippendorff.ts';
import type { Level } from './krippendorff.ts';
import { unitValues } from './unit-values.ts';
import type { Ratings, UnitValues } from './unit-values.ts';

export interface AlphaInterval {
  readonly alpha: number;
  readonly percentile: Interval;
  readonly standardError: number;
  /** Resamples in which alpha is defined. */
  readonly draws: number;
}

/** More looks at an entry of the table than this, in all resamples together, are too many. */
const LOOKS = 5e8;

/**
 * Alpha and its percentile interval over resampled units, the raters as they are (Zapf, Castell, Morawietz & Karch 2016,
 * BMC Med Res Methodol 16: 93). Undefined as alpha is, and when too many resamples have no variation.
 */
export function alphaInterval(units: UnitValues, level: Level, options: BootstrapOptions): Measured<AlphaInterval> {
  const alpha = krippendorffAlpha(units, level);
  if (alpha.value === null) return alpha;
  const { draws = 9999, confidence = CONFIDENCE } = options;
  const looks = units.codes.length + units.values.length + (level === 'ratio' ? ratioPairs(units) : 0);
  if (looks * draws > LOOKS) return unmeasured('too-much-work');
  const size = pairableUnits(units);
  if (size < 2) return unmeasured('too-few-items');
  const weights = new Int32Array(size);
  const resampled = resample(
    size,
    (chosen) => {
      weights.fill(0);
      for (const unit of chosen) weights[unit] = (weights[unit] ?? 0) + 1;
      return krippendorffAlpha(units, level, weights);
    },
    options,
  );
  if (resampled.value === null) return resampled;
  const standardError = deviationOf(resampled.value);
  if (standardError.value === null) return standardError;
  return measured({
    alpha: alpha.value,
    percentile: percentileInterval(resampled.value, confidence),
    standardError: standardError.value,
    draws: resampled.value.length,
  });
}

/**
 * Alpha of all raters and without each, for the jackknife over raters. Each is computed anew, which is too much work
 * above some 3,000 raters of 50 units.
 */
export function alphaWithoutEach(ratings: Ratings, level: Level): Measured<LeaveOneOut> {
  const raters = ratings.filter((row) => row.some((value) => value !== null));
  if (raters.length ** 2 * (raters[0]?.length ?? 0) > LOOKS) return unmeasured('too-much-work');
  return leavingOneOut(raters.length, (left) => {
    const units = unitValues(left === null ? raters : raters.toSpliced(left, 1));
    return units.value === null ? units : krippendorffAlpha(units.value, level);
  });
}
