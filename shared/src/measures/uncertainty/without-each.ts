import { measured, unmeasured } from '../measured.ts';
import type { Measured, Reason } from '../measured.ts';
import { meanSpearman, midranks, standardised } from '../rankings/ranks.ts';
import { meanOf } from './figures.ts';
import type { LeaveOneOut } from './jackknife.ts';

/** Rows are raters, columns items; `null` is missing. */
export type Rows = readonly (readonly (number | null)[])[];

/** The figure of one item's answers, and without each of them. */
export type ItemFigure = (answers: Float64Array) => Measured<LeaveOneOut>;

/**
 * The mean of a figure over items, and without each rater, each item over those who answered it. Raters without any
 * answer do not count.
 */
export function overItems(rows: Rows, figure: ItemFigure): Measured<LeaveOneOut> {
  const fault = faultOf(rows);
  if (fault !== null) return unmeasured(fault);
  const raters = rows.filter((row) => row.some((value) => value !== null));
  const items = raters[0]?.length ?? 0;
  if (items === 0) return unmeasured('no-answers');
  let estimate = 0;
  const without = new Float64Array(raters.length);
  for (let item = 0; item < items; item += 1) {
    const answers = Float64Array.from(raters.flatMap((row) => row[item] ?? []));
    const one = figure(answers);
    if (one.value === null) return one;
    estimate += one.value.estimate / items;
    let answer = 0;
    for (const [rater, row] of raters.entries()) {
      const answered = (row[item] ?? null) !== null;
      without[rater] =
        (without[rater] ?? 0) + (answered ? (one.value.without[answer] ?? 0) : one.value.estimate) / items;
      if (answered) answer += 1;
    }
  }
  if (!Number.isFinite(estimate) || !without.every(Number.isFinite)) return unmeasured('off-the-scale');
  return measured({ estimate, without });
}

/** The mean of an item. From 2 answers. */
export function meanOfItem(answers: Float64Array): Measured<LeaveOneOut> {
  const n = answers.length;
  if (n < 2) return unmeasured('too-few-answers');
  const mean = meanOf(answers).value;
  if (mean === null) return unmeasured('off-the-scale');
  return measured({ estimate: mean, without: answers.map((answer) => mean + (mean - answer) / (n - 1)) });
}

/**
 * r_wg of an item on a scale of so many points, 1 - s2 / sigma2 against the uniform null; the mean over items is r*wg(J)
 * (Lindell, Brandt & Whitney 1999). From 3 answers.
 */
export function rwgOfItem(points: number): ItemFigure {
  const blind = (points * points - 1) / 12;
  return (answers) => {
    const n = answers.length;
    if (!(points >= 2)) return unmeasured('short-scale');
    if (n < 3) return unmeasured('too-few-answers');
    const mean = meanOf(answers).value ?? Number.NaN;
    if (!answers.every((answer) => Math.abs(answer - mean) <= points - 1)) return unmeasured('off-the-scale');
    const squares = answers.reduce((sum, answer) => sum + (answer - mean) ** 2, 0);
    return measured({
      estimate: 1 - squares / (n - 1) / blind,
      without: answers.map((answer) => {
        const left = squares - ((answer - mean) ** 2 * n) / (n - 1);
        return 1 - Math.max(0, left) / (n - 2) / blind;
      }),
    });
  };
}

/** Mean absolute deviation of an item from its mean, AD_M (Burke, Finkelstein & Dusig 1999). From 3 answers. */
export function adMeanOfItem(answers: Float64Array): Measured<LeaveOneOut> {
  const n = answers.length;
  if (n < 3) return unmeasured('too-few-answers');
  const mean = meanOf(answers).value;
  if (mean === null) return unmeasured('off-the-scale');
  const deviations = deviationsFrom(answers);
  return measured({
    estimate: deviations(mean) / n,
    without: answers.map((answer) => {
      const other = mean + (mean - answer) / (n - 1);
      return (deviations(other) - Math.abs(answer - other)) / (n - 1);
    }),
  });
}

/**
 * Mean Spearman correlation (1904, Am J Psychol 15: 72-101) over all pairs of raters, without each in turn. Rows are
 * ranks or anything that orders the items; raters who ranked not all of them, or tell none apart, do not count. From 3
 * raters.
 */
export function meanSpearmanWithoutEach(rows: Rows): Measured<LeaveOneOut> {
  const complete = completeRows(rows);
  if (complete.value === null) return complete;
  const vectors = complete.value.flatMap((row) => {
    const vector = standardised(midranks(row));
    return vector === null ? [] : [vector];
  });
  if (vectors.length < 3) return unmeasured(vectors.length < 2 ? 'no-order' : 'too-few-answers');
  const sums = columnSums(vectors);
  const estimate = meanSpearman({ sums, raters: vectors.length });
  if (estimate.value === null) return estimate;
  const without = Float64Array.from(vectors, (vector) => {
    const left = sums.map((sum, item) => sum - (vector[item] ?? 0));
    return meanSpearman({ sums: left, raters: vectors.length - 1 }).value ?? Number.NaN;
  });
  return measured({ estimate: estimate.value, without });
}

/**
 * Kendall's W corrected for ties (Kendall & Gibbons 1990), of raters who ranked all items; who tells none apart counts
 * as tying all. From 2 raters; undefined when all the raters left tell nothing apart.
 */
export function kendallWWithoutEach(rows: Rows): Measured<LeaveOneOut> {
  const complete = completeRows(rows);
  if (complete.value === null) return complete;
  const ranks = complete.value.map(midranks);
  if (ranks.length < 2) return unmeasured('too-few-answers');
  const sums = columnSums(ranks);
  const spreads = ranks.map(spreadOf);
  const spread = spreads.reduce((sum, one) => sum + one, 0);
  // The tie-corrected denominator is m times the sum of squares within raters.
  const w = (rankSums: readonly number[], within: number, raters: number) => spreadOf(rankSums) / (raters * within);
  if (!(spread > 0) || spreads.some((one) => !(spread - one > 0))) return unmeasured('no-order');
  return measured({
    estimate: w(sums, spread, ranks.length),
    without: Float64Array.from(ranks, (row, rater) => {
      const left = sums.map((sum, item) => sum - (row[item] ?? 0));
      return w(left, spread - (spreads[rater] ?? 0), ranks.length - 1);
    }),
  });
}

/**
 * Mean overlap of allocations (Renkonen 1938) over all pairs of raters, without each in turn, 1 - half of sum |p_a -
 * p_b|, by sorting each column. Raters who left something open do not count; all others must have spent the same total.
 * From 3 raters.
 */
export function overlapWithoutEach(rows: Rows): Measured<LeaveOneOut> {
  const complete = completeRows(rows);
  if (complete.value === null) return complete;
  const raters = complete.value;
  const n = raters.length;
  if (raters.some((row) => row.some((points) => points < 0))) return unmeasured('off-the-scale');
  const totals = raters.map((row) => row.reduce((sum, points) => sum + points, 0));
  const total = totals[0] ?? 0;
  if (!(total > 0) || totals.some((one) => Math.abs(one - total) > 1e-9 * total)) return unmeasured('wrong-total');
  if (n < 3) return unmeasured('too-few-answers');
  const distances = new Float64Array(n);
  for (const item of raters[0]?.keys() ?? []) {
    const column = Float64Array.from(raters, (row) => (row[item] ?? 0) / total);
    const deviations = deviationsFrom(column);
    for (const [rater, share] of column.entries()) distances[rater] = (distances[rater] ?? 0) + deviations(share);
  }
  // Each pair's distance is in the sum twice, as its overlap takes half of it.
  const sum = distances.reduce((all, distance) => all + distance / 2, 0);
  return measured({
    estimate: 1 - sum / (n * (n - 1)),
    without: distances.map((distance) => 1 - (sum - distance) / ((n - 1) * (n - 2))),
  });
}

function faultOf(rows: Rows): Reason | null {
  const items = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== items)) return 'ragged-rows';
  return rows.every((row) => row.every((value) => value === null || Number.isFinite(value))) ? null : 'not-a-number';
}

function completeRows(rows: Rows): Measured<readonly (readonly number[])[]> {
  const fault = faultOf(rows);
  if (fault !== null) return unmeasured(fault);
  const complete = rows.flatMap((row) => {
    const values = row.filter((value) => value !== null);
    return values.length === row.length ? [values] : [];
  });
  if (complete.length === 0) return unmeasured('no-answers');
  return (complete[0]?.length ?? 0) < 2 ? unmeasured('too-few-items') : measured(complete);
}

/** Sum of |x - centre| over all x, for any centre, in the time of a search. */
function deviationsFrom(values: Float64Array): (centre: number) => number {
  const sorted = values.slice().sort();
  const sums = new Float64Array(sorted.length + 1);
  for (const [place, value] of sorted.entries()) sums[place + 1] = (sums[place] ?? 0) + value;
  const all = sums[sorted.length] ?? 0;
  return (centre) => {
    let below = 0;
    let end = sorted.length;
    while (below < end) {
      const middle = (below + end) >> 1;
      if ((sorted[middle] ?? 0) < centre) below = middle + 1;
      else end = middle;
    }
    return all - 2 * (sums[below] ?? 0) + (2 * below - sorted.length) * centre;
  };
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function columnSums(rows: readonly (readonly number[])[]): readonly number[] {
  return (rows[0] ?? []).map((_, item) => rows.reduce((sum, row) => sum + (row[item] ?? 0), 0));
}
