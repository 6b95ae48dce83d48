import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { answersOf, countsOf, momentsOf, tally, tallyItems } from './answers.ts';

const five = { low: 1, high: 5 };
const cell = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });

describe('MS2 what cannot be tallied is null with a reason', () => {
  it.each([
    ['not-a-number', [1, Number.NaN], five],
    ['not-a-number', [1, Number.POSITIVE_INFINITY], five],
    ['off-the-scale', [0], five],
    ['off-the-scale', [5.1], five],
    ['short-scale', [1], { low: 1, high: 1 }],
    ['short-scale', [], { low: 1, high: 0 }],
    ['not-a-number', [1], { low: 1, high: Number.NaN }],
  ] as const)('%s', (reason, row, scale) => {
    expect(tally(row, scale)).toEqual({ value: null, reason });
  });

  it('rows of unequal length, and a bad answer even of a rater who is left out', () => {
    expect(tallyItems({ rows: [[1, 2], [3]], scale: five })).toEqual({ value: null, reason: 'ragged-rows' });
    expect(
      tallyItems({
        rows: [
          [1, 2],
          [null, 7],
        ],
        scale: five,
      }),
    ).toEqual({ value: null, reason: 'off-the-scale' });
  });

  it('mean of nothing, variance of one', () => {
    expect(momentsOf(answersOf([0, 0, 0]))).toEqual({ value: null, reason: 'no-answers' });
    expect(momentsOf(answersOf([0, 1, 0]))).toEqual({
      value: { mean: 1, variance: { value: null, reason: 'too-few-answers' } },
    });
  });

  it('a table of points for answers between two', () => {
    expect(countsOf({ n: 2, values: [1, 1.5], counts: [1, 1] }, five)).toEqual({
      value: null,
      reason: 'off-the-scale',
    });
  });
});

describe('MS3 a tally is what was answered', () => {
  it('of whole answers by point, of others by value', () => {
    expect(tally([2, null, 5, 2], five)).toEqual({ value: { n: 3, values: [1, 2, 3, 4, 5], counts: [0, 2, 0, 0, 1] } });
    expect(tally([4.5, 2, null, 4.5], five)).toEqual({ value: { n: 3, values: [2, 4.5], counts: [1, 2] } });
    expect(tally([70_000, 3, 3], { low: 0, high: 100_000 })).toEqual({
      value: { n: 3, values: [3, 70_000], counts: [2, 1] },
    });
  });

  it('of a matrix item by item, whether raters with gaps are left out or not', () => {
    const matrix = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
    fc.assert(
      fc.property(matrix, (rows) => {
        const complete = rows.filter((row) => row.every((value) => value !== null));
        const items = (of: typeof rows) =>
          (of[0] ?? []).map(
            (_, item) =>
              tally(
                of.map((row) => row[item] ?? null),
                five,
              ).value,
          );
        expect(tallyItems({ rows, scale: five })).toEqual({
          value: {
            raters: complete.length,
            items: complete.length > 0 ? items(complete) : (rows[0] ?? []).map(() => tally([], five).value),
          },
        });
        expect(tallyItems({ rows, scale: five, missing: 'pairwise' }).value?.items).toEqual(items(rows));
      }),
    );
  });

  it('mean and variance by their definitions, and no variance at all of equal answers', () => {
    const value = fc.double({ min: -40, max: 60, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), (row) => {
        const answers = tally(row, { low: -40, high: 60 }).value ?? answersOf([]);
        const mean = row.reduce((sum, it) => sum + it, 0) / row.length;
        const variance = row.reduce((sum, it) => sum + (it - mean) ** 2, 0) / (row.length - 1);
        expect(momentsOf(answers).value?.mean).toBeCloseTo(mean, 9);
        expect(momentsOf(answers).value?.variance.value).toBeCloseTo(variance, 8);
      }),
    );
    fc.assert(
      fc.property(value, fc.integer({ min: 2, max: 50 }), (same, n) => {
        const answers =
          tally(
            Array.from({ length: n }, () => same),
            { low: -40, high: 60 },
          ).value ?? answersOf([]);
        expect(momentsOf(answers).value?.variance).toEqual({ value: 0 });
      }),
    );
  });

  it('a table gives back its counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 8 }), (counts) => {
        expect(countsOf(answersOf(counts), { low: 0, high: counts.length - 1 })).toEqual({ value: counts });
      }),
    );
  });
});
