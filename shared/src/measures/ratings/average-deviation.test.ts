import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { answersOf, tally } from './answers.ts';
import { averageDeviation, averageDeviationOver, deviationCutOff } from './average-deviation.ts';

const scale = { low: -5, high: 12 };
const rows = fc.oneof(
  fc.array(fc.integer({ min: -5, max: 12 }), { minLength: 2, maxLength: 25 }),
  fc.array(fc.double({ min: -5, max: 12, noNaN: true }), { minLength: 2, maxLength: 25 }),
);
const deviationIn = (row: readonly number[]) => averageDeviation(tally(row, scale).value ?? answersOf([])).value;

describe('MS2 an average deviation that is undefined is null with a reason', () => {
  it('of nobody, one person, no item, one point', () => {
    expect(averageDeviation(answersOf([0, 0]))).toEqual({ value: null, reason: 'no-answers' });
    expect(averageDeviationOver([answersOf([2, 0]), answersOf([0, 1])])).toEqual({
      value: null,
      reason: 'too-few-answers',
    });
    expect(averageDeviationOver([])).toEqual({ value: null, reason: 'too-few-items' });
    expect([deviationCutOff(1), deviationCutOff(Number.NaN)]).toEqual(
      Array.from({ length: 2 }, () => ({ value: null, reason: 'short-scale' })),
    );
  });
});

describe('MS3 the average deviation follows its definition', () => {
  it('by mean and median of the answers one by one', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const sorted = row.toSorted((a, b) => a - b);
        const n = row.length;
        const median = ((sorted[Math.floor((n - 1) / 2)] ?? 0) + (sorted[Math.floor(n / 2)] ?? 0)) / 2;
        const mean = row.reduce((sum, value) => sum + value, 0) / n;
        const from = (centre: number) => row.reduce((sum, value) => sum + Math.abs(value - centre), 0) / n;
        const deviation = deviationIn(row);
        expect(deviation?.fromMean).toBeCloseTo(from(mean), 10);
        expect(deviation?.fromMedian).toBeCloseTo(from(median), 10);
        expect(deviation?.fromMedian).toBeLessThanOrEqual((deviation?.fromMean ?? 0) + 1e-12);
      }),
    );
  });

  it('is 0 of equal answers, half the scale of two camps, and the mean over items', () => {
    expect(deviationIn([0.1, 0.1, 0.1])).toEqual({ fromMean: 0, fromMedian: 0 });
    expect(deviationIn([-5, 12, 12, -5])).toEqual({ fromMean: 8.5, fromMedian: 8.5 });
    expect(averageDeviationOver([answersOf([2, 0, 2]), answersOf([4, 0])])).toEqual({
      value: { fromMean: 0.5, fromMedian: 0.5 },
    });
  });

  it('is the same turned round', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 500 }), { minLength: 2, maxLength: 9 }), (counts) => {
        const turned = averageDeviation(answersOf(counts.toReversed()));
        expect(turned.value?.fromMean ?? null).toEqual(averageDeviation(answersOf(counts)).value?.fromMean ?? null);
      }),
    );
  });
});
