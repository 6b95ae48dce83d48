import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import type { Counts } from '../ratings/distribution.ts';

/** Figures published about `n` answers on a scale of 1 to `points`; `null` is not published. */
export interface PublishedFigures {
  readonly n: number;
  readonly points: number;
  /** In scale units. */
  readonly mean: number | null;
  readonly meanDecimals: number;
  /** Sample standard deviation (n - 1). */
  readonly sd: number | null;
  readonly sdDecimals: number;
}

/** Looks at a point of the scale, after which the search is given up. */
const MOST_STEPS = 5_000_000;

/** Answer sheets listed, beyond which nothing is reconstructed anyway. */
const MOST_SHEETS = 100_000;

/**
 * Every answer sheet (how often each point was given; Wilner, Wood & Simons 2018, Complete Recovery of Values in
 * Diophantine Systems) that n people can have handed in when mean and standard deviation
 * round to the published ones; in the order of their counts. A value half way between two roundings may have become
 * either. A published figure with more decimals than it says fits nothing.
 */
export function answerSheetsBehind(published: PublishedFigures): Measured<readonly Counts[]> {
  const { n, points, mean, meanDecimals, sd, sdDecimals } = published;
  const figures = [n, points, meanDecimals, sdDecimals, mean ?? 0, sd ?? 0];
  if (!figures.every(Number.isFinite)) return unmeasured('not-a-number');
  if (!figures.slice(0, 4).every(Number.isInteger)) return unmeasured('off-the-scale');
  if (Math.min(meanDecimals, sdDecimals) < 0 || Math.max(meanDecimals, sdDecimals) > 12) {
    return unmeasured('off-the-scale');
  }
  if (n < 1) return unmeasured('no-answers');
  if (points < 1) return unmeasured('short-scale');
  if (sd !== null && n < 2) return unmeasured('too-few-answers');
  const width = points - 1;
  // Answers are counted in steps above the lowest point, so that all sums are whole: mean - 1 = sum / n.
  const sum = rangeOfSums({
    of: n,
    value: mean === null ? null : mean - 1,
    decimals: meanDecimals,
    largest: n * width,
  });
  const spread = rangeOfSpreads({ n, value: sd, decimals: sdDecimals, largest: (n * width) ** 2 });
  if (sum === null || spread === null) return measured([]);
  return enumerate({ n, width, sum, spread });
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Sums of `of` numbers whose mean rounds to `value`; `null` where none does. */
function rangeOfSums({ of, value, decimals, largest }: Rounded & { readonly of: number }): Range | null {
  if (value === null) return { least: 0, most: largest };
  const units = unitsOf(value, decimals);
  if (units === null) return null;
  const [numbers, scale] = [BigInt(of), 2n * 10n ** BigInt(decimals)];
  const least = ceilingOf((2n * units - 1n) * numbers, scale);
  const most = floorOf((2n * units + 1n) * numbers, scale);
  return { least: Math.max(0, Number(least)), most: Math.min(largest, Number(most)) };
}

/** Values of n times the sum of squares less the square of the sum, whose standard deviation rounds to `value`. */
function rangeOfSpreads({ n, value, decimals, largest }: Rounded & { readonly n: number }): Range | null {
  if (value === null) return { least: 0, most: largest };
  const units = unitsOf(value, decimals);
  if (units === null || units < 0n) return null;
  const [pairs, scale] = [BigInt(n) * BigInt(n - 1), 4n * 10n ** BigInt(2 * decimals)];
  const low = units === 0n ? 0n : ceilingOf((2n * units - 1n) ** 2n * pairs, scale);
  return { least: Number(low), most: Math.min(largest, Number(floorOf((2n * units + 1n) ** 2n * pairs, scale))) };
}

interface Rounded {
  readonly value: number | null;
  readonly decimals: number;
  readonly largest: number;
}

function unitsOf(value: number, decimals: number): bigint | null {
  const units = value * 10 ** decimals;
  const rounded = Math.round(units);
  return Math.abs(units - rounded) <= 1e-6 ? BigInt(rounded) : null;
}

function enumerate(asked: {
  readonly n: number;
  readonly width: number;
  readonly sum: Range;
  readonly spread: Range;
}): Measured<readonly Counts[]> {
  const { n, width, sum, spread } = asked;
  const counts = Array.from({ length: width + 1 }, () => 0);
  const sheets: Counts[] = [];
  let steps = 0;
  /** Fills the scale from `step` up with the people who are left. */
  const fill = (step: number, left: number, soFar: { readonly sum: number; readonly squares: number }): void => {
    steps += 1;
    if (steps > MOST_STEPS || sheets.length > MOST_SHEETS) return;
    // Whoever is left answers between this point and the highest.
    if (soFar.sum + left * step > sum.most || soFar.sum + left * width < sum.least) return;
    if (leastSpread({ n, left, step, width, ...soFar }) > spread.most) return;
    for (let count = step === width ? left : 0; count <= left; count += 1) {
      counts[step] = count;
      const next = { sum: soFar.sum + count * step, squares: soFar.squares + count * step * step };
      if (step < width) fill(step + 1, left - count, next);
      else {
        const reached = n * next.squares - next.sum ** 2;
        const fits = next.sum >= sum.least && next.sum <= sum.most && reached >= spread.least && reached <= spread.most;
        if (fits) sheets.push([...counts]);
      }
    }
    counts[step] = 0;
  };
  fill(0, n, { sum: 0, squares: 0 });
  return steps > MOST_STEPS || sheets.length > MOST_SHEETS ? unmeasured('too-much-work') : measured(sheets);
}

/** A bound from below on the spread of a sheet: whoever is left answers where the others' mean is, or as near as they may. */
function leastSpread({
  n,
  left,
  step,
  width,
  sum,
  squares,
}: {
  readonly n: number;
  readonly left: number;
  readonly step: number;
  readonly width: number;
  readonly sum: number;
  readonly squares: number;
}): number {
  const given = n - left;
  if (given === 0) return 0;
  const at = Math.min(width, Math.max(step, sum / given));
  return n * (squares + left * at * at) - (sum + left * at) ** 2 - 1e-6;
}

function floorOf(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && numerator % denominator !== 0n ? quotient - 1n : quotient;
}

function ceilingOf(numerator: bigint, denominator: bigint): bigint {
  return -floorOf(-numerator, denominator);
}
