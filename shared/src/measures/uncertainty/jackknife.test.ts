import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Measured } from '../measured.ts';
import { tPoint } from '../tails.ts';
import { clipped } from './interval.ts';
import { jackknife, leavingOneOut } from './jackknife.ts';
import type { LeaveOneOut } from './jackknife.ts';
import { meanOfEverybody } from './nonresponse.ts';
import {
  adMeanOfItem,
  kendallWWithoutEach,
  meanOfItem,
  meanSpearmanWithoutEach,
  overItems,
  overlapWithoutEach,
  rwgOfItem,
} from './without-each.ts';
import type { Rows } from './without-each.ts';

type Numbers = readonly (readonly number[])[];
type WithoutEach = (rows: Rows) => Measured<LeaveOneOut>;

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const columns = (rows: Numbers) => (rows[0] ?? []).map((_, item) => rows.map((row) => row[item] ?? Number.NaN));
const pairs = (rows: Numbers) => rows.flatMap((a, at) => rows.slice(at + 1).map((b) => [a, b] as const));
const squares = (values: readonly number[]) => sum(values.map((value) => (value - mean(values)) ** 2));
const ranks = (row: readonly number[]) =>
  row.map((it) => row.filter((other) => other < it).length + (row.filter((other) => other === it).length + 1) / 2);

function correlation(a: readonly number[], b: readonly number[]): number {
  const products = sum(a.map((it, at) => (it - mean(a)) * ((b[at] ?? 0) - mean(b))));
  return products / Math.sqrt(squares(a) * squares(b));
}

/** Each figure as its definition says it. */
const PLAIN: Readonly<Record<string, { quick: WithoutEach; plain: (rows: Numbers) => number }>> = {
  mean: { quick: (rows) => overItems(rows, meanOfItem), plain: (rows) => mean(rows.flat()) },
  'r*wg': {
    quick: (rows) => overItems(rows, rwgOfItem(7)),
    plain: (rows) => mean(columns(rows).map((item) => 1 - squares(item) / (item.length - 1) / 4)),
  },
  AD: {
    quick: (rows) => overItems(rows, adMeanOfItem),
    plain: (rows) => mean(columns(rows).map((item) => mean(item.map((it) => Math.abs(it - mean(item)))))),
  },
  'mean Spearman': {
    quick: meanSpearmanWithoutEach,
    plain: (rows) => mean(pairs(rows.map(ranks)).map(([a, b]) => correlation(a, b))),
  },
  W: {
    quick: kendallWWithoutEach,
    plain: (rows) => {
      const items = rows[0]?.length ?? 0;
      const ties = sum(
        rows.flatMap((row) => [...Map.groupBy(row, (it) => it).values()].map(({ length: t }) => t ** 3 - t)),
      );
      const m = rows.length;
      return (12 * squares(columns(rows.map(ranks)).map(sum))) / (m * m * (items ** 3 - items) - m * ties);
    },
  },
  overlap: {
    quick: (rows) => overlapWithoutEach(rows.map(shares)),
    plain: (rows) =>
      mean(pairs(rows.map(shares)).map(([a, b]) => 1 - sum(a.map((it, at) => Math.abs(it - (b[at] ?? 0)))) / 2)),
  },
};

function shares(row: readonly (number | null)[]): readonly number[] {
  const points = row.map((it) => it ?? Number.NaN);
  return points.map((it) => it / sum(points));
}

const sheet = fc
  .record({ raters: fc.integer({ min: 3, max: 7 }), items: fc.integer({ min: 2, max: 6 }) })
  .chain(({ raters, items }) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: items, maxLength: items }), {
      minLength: raters,
      maxLength: raters,
    }),
  )
  // Everybody tells items apart, or correlations are undefined.
  .filter((rows) => rows.every((row) => new Set(row).size > 1));

describe('MS2 the jackknife is undefined with a reason', () => {
  it('too few, off the scale, not a number', () => {
    const reason = (it: Measured<unknown>) => ('reason' in it ? it.reason : it.value);
    const two = { estimate: 1, without: [1, 2] };
    expect([
      reason(jackknife({ estimate: 1, without: [1] })),
      reason(jackknife({ estimate: Number.NaN, without: [1, 2] })),
      reason(jackknife({ estimate: 1, without: [1, Number.POSITIVE_INFINITY] })),
      reason(jackknife(two, { confidence: 1 })),
      reason(jackknife(two, { confidence: Number.NaN })),
      reason(jackknife(two, { population: 1 })),
      reason(leavingOneOut(2, (left) => (left === 1 ? { value: null, reason: 'no-order' } : { value: 1 }))),
    ]).toEqual([
      'too-few-answers',
      'not-a-number',
      'not-a-number',
      'off-the-scale',
      'off-the-scale',
      'off-the-scale',
      'no-order',
    ]);
  });

  it.each<[string, Measured<unknown>, string]>([
    ['nobody', overItems([], meanOfItem), 'no-answers'],
    ['all missing', overItems([[null], [null]], meanOfItem), 'no-answers'],
    ['one rater', overItems([[1], [null]], meanOfItem), 'too-few-answers'],
    ['two raters of r_wg', overItems([[1], [3]], rwgOfItem(5)), 'too-few-answers'],
    ['two raters of AD', overItems([[1], [3]], adMeanOfItem), 'too-few-answers'],
    ['a scale of one point', overItems([[1], [1], [1]], rwgOfItem(1)), 'short-scale'],
    ['off the scale', overItems([[1], [1], [9]], rwgOfItem(5)), 'off-the-scale'],
    ['ragged', overItems([[1], [1, 2]], meanOfItem), 'ragged-rows'],
    ['NaN', overItems([[1], [Number.NaN]], meanOfItem), 'not-a-number'],
    ['sums beyond numbers', overItems([[Number.MAX_VALUE], [-Number.MAX_VALUE]], meanOfItem), 'off-the-scale'],
    ['deviations beyond numbers', overItems([[-1e308], [1e308], [1e308], [-1e308]], adMeanOfItem), 'off-the-scale'],
    ['no order', meanSpearmanWithoutEach([[1, 1], [2, 2], [3, 3]]), 'no-order'], // prettier-ignore
    ['two with an order', meanSpearmanWithoutEach([[1, 2], [2, 1], [3, 3]]), 'too-few-answers'], // prettier-ignore
    ['one option', meanSpearmanWithoutEach([[1], [2], [3]]), 'too-few-items'],
    ['nobody ranked all', kendallWWithoutEach([[1, null], [null, 1]]), 'no-answers'], // prettier-ignore
    ['one with an order', kendallWWithoutEach([[1, 2], [1, 1]]), 'no-order'], // prettier-ignore
    ['points below 0', overlapWithoutEach([[-1, 2], [1, 0], [1, 0]]), 'off-the-scale'], // prettier-ignore
    ['no points', overlapWithoutEach([[0, 0], [0, 0], [0, 0]]), 'wrong-total'], // prettier-ignore
    ['another total', overlapWithoutEach([[9, 1], [5, 5], [9, 9]]), 'wrong-total'], // prettier-ignore
    ['two allocations', overlapWithoutEach([[9, 1], [5, 5]]), 'too-few-answers'], // prettier-ignore
  ])('%s', (_, got, reason) => {
    expect(got).toEqual({ value: null, reason });
  });

  it('the mean of everybody', () => {
    const answered = { mean: 3, answers: 4, population: 5, scale: { low: 1, high: 5 } };
    const reasonFor = (change: Partial<typeof answered>) => {
      const got = meanOfEverybody({ ...answered, ...change });
      return 'reason' in got ? got.reason : got.value;
    };
    expect([
      reasonFor({ mean: Number.NaN }),
      reasonFor({ population: 0 }),
      reasonFor({ answers: 6 }),
      reasonFor({ mean: 6 }),
      reasonFor({ scale: { low: 1, high: 1 } }),
    ]).toEqual(['not-a-number', 'no-answers', 'off-the-scale', 'off-the-scale', 'short-scale']);
  });
});

describe('MS3 the jackknife follows its definition', () => {
  it.each(Object.entries(PLAIN))('%s with and without each rater', (_, { quick, plain }) => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const got = quick(rows).value;
        expect(got?.estimate).toBeCloseTo(plain(rows), 10);
        expect(got?.without).toHaveLength(rows.length);
        for (const left of rows.keys()) expect(got?.without[left]).toBeCloseTo(plain(rows.toSpliced(left, 1)), 10);
      }),
    );
  });

  it('items over those who answered them', () => {
    const rows = [[1, 5], [2, null], [3, 1], [null, null], [4, 2]]; // prettier-ignore
    expect(overItems(rows, meanOfItem).value).toEqual({
      estimate: (2.5 + 8 / 3) / 2,
      without: Float64Array.from([(3 + 1.5) / 2, (8 / 3 + 8 / 3) / 2, (7 / 3 + 3.5) / 2, (2 + 3) / 2]),
    });
  });

  it('of a mean it is the t interval of the textbook', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 30 }), (answers) => {
        const n = answers.length;
        const leftOut = overItems(answers.map((it) => [it]), meanOfItem); // prettier-ignore
        if (leftOut.value === null) throw new Error('defined');
        const got = jackknife(leftOut.value).value;
        const error = Math.sqrt(squares(answers) / (n - 1) / n);
        expect(got?.jackknifeEstimate).toBeCloseTo(mean(answers), 10);
        expect(got?.standardError).toBeCloseTo(error, 10);
        expect(got?.interval.high).toBeCloseTo(mean(answers) + tPoint(0.975, n - 1) * error, 8);
      }),
    );
  });

  it('takes the bias out of a variance with divisor n', () => {
    const values = [2, 3, 7, 11, 1];
    const leftOut = leavingOneOut(5, (left) => {
      const kept = values.filter((_, at) => at !== left);
      return { value: squares(kept) / kept.length };
    });
    if (leftOut.value === null) throw new Error('defined');
    expect(jackknife(leftOut.value).value?.jackknifeEstimate).toBeCloseTo(squares(values) / 4, 10);
  });

  it('everybody answered means no sampling error; half of them shrinks it', () => {
    const leftOut = { estimate: 3, without: [3.25, 3, 2.75, 3] };
    const plain = jackknife(leftOut).value;
    const half = jackknife(leftOut, { population: 8 }).value;
    expect(jackknife(leftOut, { population: 4 }).value).toEqual({
      n: 4,
      estimate: 3,
      jackknifeEstimate: 3,
      standardError: 0,
      interval: { low: 3, high: 3 },
    });
    expect(half?.standardError).toBeCloseTo((plain?.standardError ?? Number.NaN) * Math.SQRT1_2, 12);
  });

  it('100,000 raters take no time that grows with their square', () => {
    const rows = Array.from({ length: 100_000 }, (_, rater) => [1 + (rater % 7), 1 + ((rater * 3) % 5)]);
    for (const figure of [meanOfItem, adMeanOfItem, rwgOfItem(7)]) {
      const leftOut = overItems(rows, figure);
      if (leftOut.value === null) throw new Error('defined');
      expect(jackknife(leftOut.value).value?.standardError).toBeLessThan(0.02);
    }
    expect(overlapWithoutEach(rows.map(([a = 0]) => [a, 8 - a])).value?.estimate).toBeCloseTo(5 / 7, 3);
  });

  it('a shown interval stays within the range of its index', () => {
    expect(clipped({ low: -0.2, high: 1.3 }, { low: 0, high: 1 })).toEqual({ low: 0, high: 1 });
    expect(clipped({ low: 0.2, high: 0.3 }, { low: 0, high: 1 })).toEqual({ low: 0.2, high: 0.3 });
  });

  it('the mean of everybody lies between all silent ones at the bottom and at the top', () => {
    const scale = { low: 1, high: 7 };
    expect(meanOfEverybody({ mean: 5, answers: 6, population: 8, scale })).toEqual({ value: { low: 4, high: 5.5 } });
    expect(meanOfEverybody({ mean: 5, answers: 8, population: 8, scale })).toEqual({ value: { low: 5, high: 5 } });
    expect(meanOfEverybody({ mean: 0, answers: 0, population: 8, scale })).toEqual({ value: scale });
  });
});
