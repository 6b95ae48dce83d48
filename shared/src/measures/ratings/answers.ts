import { measured, unmeasured } from '../measured.ts';
import type { Measured, Unmeasured } from '../measured.ts';
import type { Counts } from './distribution.ts';

/** One rater's answers, or one item's; `null` is missing. */
export type Row = readonly (number | null)[];

/** The ends of a scale, as answers name them; a scale of A points from 1 has the ends 1 and A. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

/** Answers by value: values, least first, and how often each was given. Values need not be whole. */
export interface Answers {
  readonly n: number;
  readonly values: readonly number[];
  readonly counts: Counts;
}

/** The answers of the same raters to several items. */
export interface ItemAnswers {
  readonly raters: number;
  readonly items: readonly Answers[];
}

/** What is known of answers by their sums alone. */
export interface Moments {
  readonly mean: number;
  /** Sample variance (divisor n - 1) of two answers or more. */
  readonly variance: Measured;
}

/** A scale of more points is tallied by the values that occur, not by a table of its points. */
const LONGEST_TABLE = 1024;
const LONGEST_COUNTS = 1e6;

/** A tally of a count table, in steps from the lowest point. */
export function answersOf(counts: Counts): Answers {
  let n = 0;
  for (const count of counts) n += count;
  return { n, values: counts.map((_, step) => step), counts };
}

/** The tally as a table of all points of a scale; undefined where an answer lies between two points. */
export function countsOf({ values, counts }: Answers, { low, high }: Scale): Measured<Counts> {
  if (high - low >= LONGEST_COUNTS) return unmeasured('too-much-work');
  if (!values.every((value) => Number.isInteger(value - low))) return unmeasured('off-the-scale');
  const table = Array.from({ length: high - low + 1 }, () => 0);
  for (const [place, value] of values.entries()) table[value - low] = counts[place] ?? 0;
  return measured(table);
}

/** Tallies one item; `null` is a missing answer. Undefined for what is not a number or not on the scale. */
export function tally(row: Row, scale: Scale): Measured<Answers> {
  const steps = stepsOf(scale);
  if (steps.value === null) return steps;
  const fault = faultIn(row, scale);
  if (fault !== null) return fault;
  return measured(
    tabulate(
      row.filter((value) => value !== null),
      steps.value,
    ),
  );
}

/**
 * Tallies a matrix of raters by items. Listwise, a rater with a missing answer is left out everywhere, as in R's
 * multilevel; pairwise, only from the item where it is missing. `raters` counts those who are in for some item.
 */
export function tallyItems({
  rows,
  scale,
  missing = 'listwise',
}: {
  readonly rows: readonly Row[];
  readonly scale: Scale;
  readonly missing?: 'listwise' | 'pairwise';
}): Measured<ItemAnswers> {
  const steps = stepsOf(scale);
  if (steps.value === null) return steps;
  const width = rows[0]?.length ?? 0;
  for (const row of rows) {
    if (row.length !== width) return unmeasured('ragged-rows');
    const fault = faultIn(row, scale);
    if (fault !== null) return fault;
  }
  const kept = rows.filter((row) => (missing === 'listwise' ? !row.includes(null) : row.some((it) => it !== null)));
  const items: Answers[] = [];
  const column: number[] = [];
  for (let item = 0; item < width; item += 1) {
    column.length = 0;
    for (const row of kept) {
      const value = row[item] ?? null;
      if (value !== null) column.push(value);
    }
    items.push(tabulate(column, steps.value));
  }
  return measured({ raters: kept.length, items });
}

/** Mean and sample variance. */
export function momentsOf({ n, values, counts }: Answers): Measured<Moments> {
  if (n === 0) return unmeasured('no-answers');
  // Counted from the least value, whole answers stay whole, and equal ones have a variance of exactly 0.
  const origin = values[0] ?? 0;
  let sum = 0;
  let squares = 0;
  for (let place = 0; place < values.length; place += 1) {
    const distance = (values[place] ?? 0) - origin;
    const part = (counts[place] ?? 0) * distance;
    sum += part;
    squares += part * distance;
  }
  const mean = origin + sum / n;
  if (n === 1) return measured({ mean, variance: unmeasured('too-few-answers') });
  return measured({ mean, variance: measured(Math.max(0, n * squares - sum * sum) / (n * (n - 1))) });
}

/** The points of a scale that is short enough for a table, none of one that is not. */
function stepsOf({ low, high }: Scale): Measured<readonly number[]> {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return unmeasured('not-a-number');
  if (high <= low) return unmeasured('short-scale');
  if (!Number.isInteger(low) || high - low >= LONGEST_TABLE) return measured([]);
  return measured(Array.from({ length: Math.floor(high - low) + 1 }, (_, step) => low + step));
}

function faultIn(row: Row, { low, high }: Scale): Unmeasured | null {
  for (const value of row) {
    if (value === null || (value >= low && value <= high)) continue;
    return unmeasured(Number.isFinite(value) ? 'off-the-scale' : 'not-a-number');
  }
  return null;
}

/** By a table of the points of the scale; by the values that occur where there is none, or an answer lies between. */
function tabulate(given: readonly number[], steps: readonly number[]): Answers {
  const [low] = steps;
  if (low === undefined) return tallyByValue(given);
  const counts: number[] = [];
  while (counts.length < steps.length) counts.push(0);
  for (const value of given) {
    const step = value - low;
    const count = counts[step];
    if (count === undefined) return tallyByValue(given);
    counts[step] = count + 1;
  }
  return { n: given.length, values: steps, counts };
}

function tallyByValue(given: readonly number[]): Answers {
  const values: number[] = [];
  const counts: number[] = [];
  for (const value of Float64Array.from(given).sort()) {
    if (value !== values.at(-1)) {
      values.push(value);
      counts.push(0);
    }
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  return { n: given.length, values, counts };
}
