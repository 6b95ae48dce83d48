import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { answersOf, tally } from './answers.ts';
import { awg, interpretableMeans } from './awg.ts';

const agreementIn = (row: readonly number[], scale: { readonly low: number; readonly high: number }) =>
  awg(tally(row, scale).value ?? answersOf([]), scale);
const scales = fc
  .record({ low: fc.integer({ min: -5, max: 5 }), points: fc.integer({ min: 2, max: 11 }) })
  .map(({ low, points }) => ({ low, high: low + points - 1 }));
const answered = scales.chain((scale) =>
  fc.record({
    scale: fc.constant(scale),
    row: fc.array(fc.integer({ min: scale.low, max: scale.high }), { minLength: 2, maxLength: 20 }),
  }),
);

describe('MS2 an a_wg that is undefined is null with a reason', () => {
  it.each([
    ['no-answers', [], { low: 1, high: 5 }],
    ['too-few-answers', [5], { low: 1, high: 5 }],
    ['mean-near-end', [5, 5, 5, 5, 4], { low: 1, high: 5 }],
    ['mean-near-end', [2, 1], { low: 1, high: 5 }],
  ] as const)('%s', (reason, row, scale) => {
    expect(agreementIn(row, scale)).toEqual({ value: null, reason });
  });

  it('on no scale', () => {
    expect(awg(answersOf([1, 1]), { low: 1, high: 1 })).toEqual({ value: null, reason: 'short-scale' });
    expect(interpretableMeans({ low: 1, high: Number.NaN }, 3)).toEqual({ value: null, reason: 'not-a-number' });
  });
});

describe('MS3 a_wg follows its definition', () => {
  it('compares with the greatest variance that answers at the two ends with this mean have', () => {
    fc.assert(
      fc.property(answered, ({ row, scale: { low, high } }) => {
        const n = row.length;
        const mean = row.reduce((sum, value) => sum + value, 0) / n;
        const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
        const { value } = agreementIn(row, { low, high });
        if (mean === low || mean === high) expect(value).toBe(1);
        else if (value !== null) {
          const top = (mean - low) / (high - low);
          const most = ((top * (high - mean) ** 2 + (1 - top) * (low - mean) ** 2) * n) / (n - 1);
          expect(value).toBeCloseTo(1 - (2 * variance) / most, 9);
          expect(value).toBeGreaterThanOrEqual(-1 - 1e-12);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('says something just where one answer at the other end leaves the mean, or further in', () => {
    for (const n of [2, 3, 7, 100_000]) {
      const edge = answersOf([n - 1, 0, 0, 0, 1]);
      expect(awg(edge, { low: 0, high: 4 }).value).toBeCloseTo(-1, 9);
    }
    expect(awg(answersOf([6, 0, 0, 1, 0]), { low: 0, high: 4 }).value).toBeNull();
  });

  it('is the same turned round, moved and stretched', () => {
    fc.assert(
      fc.property(answered, ({ row, scale: { low, high } }) => {
        const here = agreementIn(row, { low, high }).value;
        const turned = agreementIn(
          row.map((value) => low + high - value),
          { low, high },
        ).value;
        const stretched = agreementIn(
          row.map((value) => 10 + 3 * value),
          { low: 10 + 3 * low, high: 10 + 3 * high },
        ).value;
        expect([turned, stretched].map((value) => value?.toFixed(9))).toEqual([here?.toFixed(9), here?.toFixed(9)]);
      }),
    );
  });
});
