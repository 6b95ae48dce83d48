import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { fPoint, fTail } from '../tails.ts';
import { CONFIDENCE, isConfidence } from '../uncertainty/interval.ts';
import type { Interval } from '../uncertainty/interval.ts';
import { isRounding, LARGEST } from './rounding.ts';

/** One of the six: the coefficient, the test that it is 0, and its interval. */
export interface Icc {
  readonly icc: Measured;
  readonly f: Measured;
  readonly df1: number;
  readonly df2: number;
  readonly p: Measured;
  readonly interval: Measured<Interval>;
}

/** Of one rater and of the mean of all: each target by other raters (1), raters drawn at random (2), these raters (3). */
export interface TwoWayIccs {
  readonly targets: number;
  readonly raters: number;
  readonly single: { readonly oneWay: Icc; readonly random: Icc; readonly fixed: Icc };
  readonly average: { readonly oneWay: Icc; readonly random: Icc; readonly fixed: Icc };
}

/**
 * The six intraclass correlations of Shrout & Fleiss (1979, Psych Bull 86: 420-428), with the intervals of McGraw & Wong
 * (1996, Psychol Methods 1: 30-46). Rows are targets, columns raters; a target that somebody did not rate is left out.
 * Undefined below 2 targets or raters, and when all ratings are the same.
 */
export function twoWayIccs(
  ratings: readonly (readonly (number | null)[])[],
  confidence = CONFIDENCE,
): Measured<TwoWayIccs> {
  const raters = ratings[0]?.length ?? 0;
  const rated: (readonly number[])[] = [];
  let largest = 0;
  for (const row of ratings) {
    if (row.length !== raters) return unmeasured('ragged-rows');
    const values = row.filter((value) => value !== null);
    if (!values.every(Number.isFinite)) return unmeasured('not-a-number');
    if (values.length < raters) continue;
    for (const value of values) largest = Math.max(largest, Math.abs(value));
    rated.push(values);
  }
  if (!isConfidence(confidence) || largest > LARGEST) return unmeasured('off-the-scale');
  if (rated.length === 0 || raters === 0) return unmeasured('no-answers');
  if (rated.length < 2) return unmeasured('too-few-items');
  if (raters < 2) return unmeasured('too-few-answers');
  const squares = meanSquares(rated, largest);
  return squares.targets === 0 && squares.within === 0
    ? unmeasured('no-variation')
    : measured(sixForms({ ...squares, n: rated.length, k: raters, confidence }));
}

/** Mean squares of the two-way table; what is nothing but rounding is 0. */
interface MeanSquares {
  readonly targets: number;
  readonly within: number;
  readonly raters: number;
  readonly residual: number;
}

function meanSquares(rated: readonly (readonly number[])[], largest: number): MeanSquares {
  const n = rated.length;
  const k = rated[0]?.length ?? 0;
  const origin = rated[0]?.[0] ?? 0;
  const raterMeans = new Float64Array(k);
  const targetMeans = rated.map((row) => {
    let mean = 0;
    for (const [rater, value] of row.entries()) {
      mean += (value - origin) / k;
      raterMeans[rater] = (raterMeans[rater] ?? 0) + (value - origin) / n;
    }
    return mean;
  });
  const grand = raterMeans.reduce((sum, mean) => sum + mean / k, 0);
  let within = 0;
  let residual = 0;
  for (const [target, row] of rated.entries()) {
    const mean = targetMeans[target] ?? 0;
    for (const [rater, value] of row.entries()) {
      const off = value - origin - mean;
      within += off * off;
      residual += (off - (raterMeans[rater] ?? 0) + grand) ** 2;
    }
  }
  const squared = (means: Iterable<number>) => {
    let sum = 0;
    for (const mean of means) sum += (mean - grand) ** 2;
    return sum;
  };
  const kept = (squares: number, df: number) => (isRounding(squares, { n: n * k, largest }) ? 0 : squares / df);
  return {
    targets: kept(k * squared(targetMeans), n - 1),
    within: kept(within, n * (k - 1)),
    raters: kept(n * squared(raterMeans), k - 1),
    residual: kept(residual, (n - 1) * (k - 1)),
  };
}

interface Analysis extends MeanSquares {
  /** Targets and raters. */
  readonly n: number;
  readonly k: number;
  readonly confidence: number;
}

function sixForms(it: Analysis): TwoWayIccs {
  const { targets: ms, within, raters, residual, n, k } = it;
  const bias = (raters - residual) / n;
  const oneWay = tested(it, { error: within, df2: n * (k - 1) });
  const fixed = tested(it, { error: residual, df2: (n - 1) * (k - 1) });
  const random = { ...fixed, interval: randomInterval(it) };
  return {
    targets: n,
    raters: k,
    single: {
      oneWay: { ...oneWay, icc: share(ms - within, ms + (k - 1) * within) },
      random: { ...random, icc: share(ms - residual, ms + (k - 1) * residual + k * bias) },
      fixed: { ...fixed, icc: share(ms - residual, ms + (k - 1) * residual) },
    },
    average: {
      oneWay: { ...oneWay, icc: share(ms - within, ms), interval: ofAverage(oneWay.interval, k) },
      random: { ...random, icc: share(ms - residual, ms + bias), interval: ofAverage(random.interval, k) },
      fixed: { ...fixed, icc: share(ms - residual, ms), interval: ofAverage(fixed.interval, k) },
    },
  };
}

function tested(
  { targets, n, k, confidence }: Analysis,
  { error, df2 }: { readonly error: number; readonly df2: number },
): Omit<Icc, 'icc'> {
  const df1 = n - 1;
  const f = share(targets, error);
  if (f.value === null) return { f, df1, df2, p: f, interval: f };
  const point = (1 + confidence) / 2;
  const low = f.value / fPoint(point, { df1, df2 });
  const high = f.value * fPoint(point, { df1: df2, df2: df1 });
  const interval = intervalOf((low - 1) / (low + k - 1), (high - 1) / (high + k - 1));
  return { f, df1, df2, p: measured(fTail(f.value, { df1, df2 })), interval };
}

/** The interval of ICC(2,1), with degrees of freedom after Satterthwaite (Shrout & Fleiss 1979, p. 424). */
function randomInterval({ targets, raters, residual, n, k, confidence }: Analysis): Measured<Interval> {
  const icc = share(targets - residual, targets + (k - 1) * residual + (k * (raters - residual)) / n);
  const f = share(raters, residual);
  if (icc.value === null) return icc;
  if (f.value === null) return f;
  const a = k * icc.value * f.value;
  const b = n * (1 + (k - 1) * icc.value) - k * icc.value;
  const df = ((k - 1) * (n - 1) * (a + b) ** 2) / ((n - 1) * a * a + b * b);
  if (!(df > 0)) return unmeasured('no-variation');
  const point = (1 + confidence) / 2;
  const upper = fPoint(point, { df1: n - 1, df2: df });
  const lower = fPoint(point, { df1: df, df2: n - 1 });
  const rest = k * raters + (k * n - k - n) * residual;
  return intervalOf(
    // By the inverse of the F point, which few degrees of freedom raise above every number.
    (n * (targets / upper - residual)) / (rest + (n * targets) / upper),
    (n * (lower * targets - residual)) / (rest + n * lower * targets),
  );
}

/**
 * Of the mean of k raters, from that of one, as Spearman and Brown lengthen a test; which no correlation can be, below
 * -1 / (k - 1), has no such mean.
 */
function ofAverage(single: Measured<Interval>, k: number): Measured<Interval> {
  if (single.value === null) return single;
  if (single.value.low <= -1 / (k - 1)) return unmeasured('no-variation');
  const stepped = (icc: number) => (k * icc) / (1 + (k - 1) * icc);
  return intervalOf(stepped(single.value.low), stepped(single.value.high));
}

function intervalOf(low: number, high: number): Measured<Interval> {
  return Number.isFinite(low) && Number.isFinite(high) ? measured({ low, high }) : unmeasured('no-variation');
}

function share(part: number, whole: number): Measured {
  return whole > 0 ? measured(part / whole) : unmeasured('no-variation');
}
