import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { accelerationOf, bcaShares, biasOf } from './bca.ts';
import type { FigureOfCases } from './bootstrap.ts';
import { CONFIDENCE, isConfidence } from './interval.ts';
import type { Interval } from './interval.ts';
import { leavingOneOut } from './jackknife.ts';
import type { LeaveOneOut } from './jackknife.ts';

/** Every resample of more cases than these (2.7 million up to order) is more than an exact answer is worth. */
const MOST_CASES = 12;

export interface IdealBootstrap {
  readonly estimate: number;
  readonly standardError: number;
  readonly percentile: Interval;
  /** Bias by the resamples strictly below the estimate, and by these and half of the ones equal to it. */
  readonly z0: Measured;
  readonly z0Midtie: Measured;
  /** By the jackknife. */
  readonly acceleration: Measured;
  readonly bca: Measured<Interval>;
  readonly bcaMidtie: Measured<Interval>;
}

/**
 * The bootstrap without drawing: all n^n resamples of n cases, each set of cases once with its multinomial probability
 * (Efron & Tibshirani 1993, ch. 6 and 14). Shows what a bootstrap over so few cases is worth; for 2 to 12 of them.
 */
export function idealBootstrap(size: number, figure: FigureOfCases, confidence = CONFIDENCE): Measured<IdealBootstrap> {
  if (size < 2) return unmeasured('too-few-answers');
  if (size > MOST_CASES) return unmeasured('too-much-work');
  if (!isConfidence(confidence)) return unmeasured('off-the-scale');
  const all = allCases(size);
  const estimate = figure(Int32Array.from(all));
  if (estimate.value === null) return estimate;
  const outcomes = outcomesOf(size, figure, 1 - confidence);
  if (outcomes.value === null) return outcomes;
  const standardError = deviationOf(outcomes.value);
  if (!Number.isFinite(standardError)) return unmeasured('off-the-scale');
  const { below, at } = sharesBeside(estimate.value, outcomes.value);
  const z0 = biasOf(below);
  const z0Midtie = biasOf(below + at / 2);
  const jackknifed = leavingOneOut(size, (left) => figure(Int32Array.from(all.filter((place) => place !== left))));
  const acceleration = jackknifed.value === null ? jackknifed : lossesAcceleration(jackknifed.value);
  const between = (low: number, high: number): Interval => ({
    low: quantile(outcomes.value, low),
    high: quantile(outcomes.value, high),
  });
  const corrected = (bias: Measured): Measured<Interval> => {
    if (bias.value === null) return bias;
    if (acceleration.value === null) return acceleration;
    const shares = bcaShares({ z0: bias.value, acceleration: acceleration.value, confidence });
    return shares.value === null ? shares : measured(between(shares.value[0], shares.value[1]));
  };
  return measured({
    estimate: estimate.value,
    standardError,
    percentile: between((1 - confidence) / 2, (1 + confidence) / 2),
    z0,
    z0Midtie,
    acceleration,
    bca: corrected(z0),
    bcaMidtie: corrected(z0Midtie),
  });
}

/** A figure that resamples have, and the probability of those; ascending, probabilities add up to 1. */
interface Outcome {
  readonly figure: number;
  readonly share: number;
}

function lossesAcceleration({ estimate, without }: LeaveOneOut): Measured {
  return accelerationOf(Float64Array.from(without, (figure) => estimate - figure));
}

function allCases(size: number): readonly number[] {
  return Array.from({ length: size }, (_, place) => place);
}

function outcomesOf(size: number, figure: FigureOfCases, allowed: number): Measured<readonly Outcome[]> {
  const found: Outcome[] = [];
  let undefinedShare = 0;
  for (const cases of multisets(size)) {
    const share = shareOf(cases);
    const value = figure(cases).value;
    if (value === null) undefinedShare += share;
    else found.push({ figure: value, share });
  }
  if (undefinedShare > allowed) return unmeasured('no-variation');
  const known = found.reduce((sum, outcome) => sum + outcome.share, 0);
  found.sort((a, b) => a.figure - b.figure);
  return measured(mergedWithinRounding(found.map((outcome) => ({ ...outcome, share: outcome.share / known }))));
}

/** Every choice of `size` cases out of `size`, with repeats, in ascending order; the same array each time. */
function* multisets(size: number): Generator<Int32Array> {
  const cases = new Int32Array(size);
  for (;;) {
    yield cases;
    let place = size - 1;
    while (place >= 0 && cases[place] === size - 1) place -= 1;
    if (place < 0) return;
    cases.fill((cases[place] ?? 0) + 1, place);
  }
}

/** n! / (product of c!) / n^n for cases in ascending order that occur c times each. */
function shareOf(cases: Int32Array): number {
  let share = 1;
  let run = 0;
  for (const [place, one] of cases.entries()) {
    run = place > 0 && cases[place - 1] === one ? run + 1 : 1;
    share *= (place + 1) / (run * cases.length);
  }
  return share;
}

/** The same figure from cases in another order differs by rounding. */
function mergedWithinRounding(sorted: readonly Outcome[]): readonly Outcome[] {
  const rounding = roundingOf(sorted);
  const merged: { figure: number; share: number }[] = [];
  for (const outcome of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && outcome.figure - last.figure <= rounding) last.share += outcome.share;
    else merged.push({ ...outcome });
  }
  return merged;
}

function roundingOf(sorted: readonly Outcome[]): number {
  return 1e-12 * Math.max(Math.abs(sorted[0]?.figure ?? 0), Math.abs(sorted.at(-1)?.figure ?? 0));
}

function sharesBeside(estimate: number, outcomes: readonly Outcome[]): { readonly below: number; readonly at: number } {
  const rounding = roundingOf(outcomes);
  let below = 0;
  let at = 0;
  for (const outcome of outcomes) {
    if (Math.abs(outcome.figure - estimate) <= rounding) at += outcome.share;
    else if (outcome.figure < estimate) below += outcome.share;
  }
  return { below, at };
}

/** The least figure that a share of the resamples does not pass (R's type 1). */
function quantile(outcomes: readonly Outcome[], share: number): number {
  let passed = 0;
  for (const outcome of outcomes) {
    passed += outcome.share;
    if (passed >= share - 1e-12) return outcome.figure;
  }
  return outcomes.at(-1)?.figure ?? Number.NaN;
}

function deviationOf(outcomes: readonly Outcome[]): number {
  const mean = outcomes.reduce((sum, outcome) => sum + outcome.share * outcome.figure, 0);
  return Math.sqrt(outcomes.reduce((sum, outcome) => sum + outcome.share * (outcome.figure - mean) ** 2, 0));
}
