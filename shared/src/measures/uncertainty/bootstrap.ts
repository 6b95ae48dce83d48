import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { accelerationOf, bcaShares, biasOf } from './bca.ts';
import { deviationOf } from './figures.ts';
import { CONFIDENCE, isConfidence } from './interval.ts';
import type { Interval } from './interval.ts';

/** A figure of some of the cases: each place a case, the same one perhaps several times. */
export type FigureOfCases = (cases: Int32Array) => Measured;

export interface BootstrapOptions {
  readonly seed: number;
  /** Number of resamples; 9,999 if not given. */
  readonly draws?: number;
  readonly confidence?: number;
}

export interface Bootstrapped {
  readonly estimate: number;
  /** Standard deviation of the resamples' figures. */
  readonly standardError: number;
  readonly percentile: Interval;
  /** Corrected for bias and acceleration; undefined where a single case decides, or none does. */
  readonly bca: Measured<Interval>;
  /** Resamples whose figure is defined. */
  readonly draws: number;
}

/** Cases, copies among them, of which one is left out or taken twice to see its influence. */
const FINE = 100;
/** More looks at a case than this, in all resamples together, are too many. */
const LOOKS = 5e8;

/**
 * Bootstrap of a figure over `size` cases, with percentile and BCa intervals (Efron 1987, J Am Stat Assoc 82; Efron &
 * Tibshirani 1993, ch. 13 and 14). For cases that are many, such as items or units; over a handful of raters it covers
 * far less than it says (see `jackknife`). Resamples without a figure are left out; when they could fill the tails of
 * the interval, there is none.
 */
export function bootstrap(size: number, figure: FigureOfCases, options: BootstrapOptions): Measured<Bootstrapped> {
  const { confidence = CONFIDENCE } = options;
  if (size < 2) return unmeasured('too-few-answers');
  const replicates = resample(size, figure, options);
  if (replicates.value === null) return replicates;
  const estimate = figure(Int32Array.from({ length: size }, (_, place) => place));
  if (estimate.value === null) return estimate;
  const sorted = replicates.value;
  const standardError = deviationOf(sorted);
  if (standardError.value === null) return standardError;
  const corrected = shares({ size, figure, confidence, below: shareBelow(sorted, estimate.value) });
  return measured({
    estimate: estimate.value,
    standardError: standardError.value,
    percentile: percentileInterval(sorted, confidence),
    bca:
      corrected.value === null
        ? corrected
        : measured({ low: quantile(sorted, corrected.value[0]), high: quantile(sorted, corrected.value[1]) }),
    draws: sorted.length,
  });
}

/** The figures of resamples, ascending. */
export function resample(
  size: number,
  figure: FigureOfCases,
  { seed, draws = 9999, confidence = CONFIDENCE }: BootstrapOptions,
): Measured<Float64Array> {
  if (!isConfidence(confidence) || !(draws >= 2)) return unmeasured('off-the-scale');
  if (size * (draws + 2 * size) > LOOKS) return unmeasured('too-much-work');
  const random = xoroshiro128plus(seed);
  const cases = new Int32Array(size);
  const replicates = new Float64Array(draws);
  let defined = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    for (let place = 0; place < size; place += 1) cases[place] = uniformInt(random, 0, size - 1);
    const replicate = figure(cases);
    if (replicate.value === null) continue;
    replicates[defined] = replicate.value;
    defined += 1;
  }
  if (draws - defined > (1 - confidence) * draws) return unmeasured('no-variation');
  return measured(replicates.subarray(0, defined).sort());
}

/**
 * Between the points that leave (1 - confidence) / 2 of the replicates, sorted, on each side (Efron & Tibshirani 1993,
 * ch. 13).
 */
export function percentileInterval(sorted: Float64Array, confidence: number): Interval {
  return { low: quantile(sorted, (1 - confidence) / 2), high: quantile(sorted, (1 + confidence) / 2) };
}

/** The (B + 1)p-th of B replicates, between two in proportion (Davison & Hinkley 1997, 5.2.1; R's type 6). */
function quantile(sorted: Float64Array, share: number): number {
  const place = Math.min(sorted.length, Math.max(1, share * (sorted.length + 1)));
  const below = sorted[Math.floor(place) - 1] ?? 0;
  const above = sorted[Math.ceil(place) - 1] ?? 0;
  return below + (place - Math.floor(place)) * (above - below);
}

function shareBelow(sorted: Float64Array, estimate: number): number {
  const reached = sorted.findIndex((replicate) => replicate >= estimate);
  return (reached === -1 ? sorted.length : reached) / sorted.length;
}

function shares({
  size,
  figure,
  confidence,
  below,
}: {
  readonly size: number;
  readonly figure: FigureOfCases;
  readonly confidence: number;
  readonly below: number;
}): Measured<readonly [number, number]> {
  const z0 = biasOf(below);
  if (z0.value === null) return z0;
  const influences = influencesOf(size, figure);
  if (influences.value === null) return influences;
  const acceleration = accelerationOf(influences.value);
  if (acceleration.value === null) return acceleration;
  return bcaShares({ z0: z0.value, acceleration: acceleration.value, confidence });
}

/**
 * The empirical influence of each case, up to a constant: what the figure gains when the case weighs a little more than
 * the others, less what it does when a little less. The others are taken as often as makes a hundred of them, for the
 * jackknife, which leaves one of 15 out, takes steps too long for the acceleration.
 */
function influencesOf(size: number, figure: FigureOfCases): Measured<Float64Array> {
  const copies = Math.ceil(FINE / size);
  const all = copies * size;
  const influences = new Float64Array(size);
  for (let one = 0; one < size; one += 1) {
    const less = figure(Int32Array.from({ length: all - 1 }, (_, place) => (place < one ? place : place + 1) % size));
    if (less.value === null) return less;
    const more = figure(Int32Array.from({ length: all + 1 }, (_, place) => (place < all ? place % size : one)));
    if (more.value === null) return more;
    influences[one] = (all + 1) * more.value - (all - 1) * less.value;
  }
  return measured(influences);
}
