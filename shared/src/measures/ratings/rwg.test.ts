import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { answersOf, tally } from './answers.ts';
import { sizeOf, varianceOf } from './distribution.ts';
import { uniformVariance } from './null-distribution.ts';
import { agreementOf, meanVarianceOf, rwg, rwgStar } from './rwg.ts';

const tables = fc.integer({ min: 2, max: 9 }).chain((points) =>
  fc.array(
    fc.array(fc.nat({ max: 30 }), { minLength: points, maxLength: points }).filter((it) => sizeOf(it) >= 2),
    { minLength: 1, maxLength: 6 },
  ),
);

describe('MS2 agreement that is undefined is null with a reason', () => {
  it('one answer, no item, a scale of one point', () => {
    expect([varianceOf([0, 1, 0]), rwg([0, 1, 0]), rwgStar([[0, 1, 0]]), meanVarianceOf([answersOf([0, 1])])]).toEqual(
      Array.from({ length: 4 }, () => ({ value: null, reason: 'too-few-answers' })),
    );
    expect([rwgStar([]), meanVarianceOf([])]).toEqual([
      { value: null, reason: 'too-few-items' },
      { value: null, reason: 'too-few-items' },
    ]);
    expect(rwg([4])).toEqual({ value: null, reason: 'short-scale' });
    expect(meanVarianceOf([answersOf([0, 0])])).toEqual({ value: null, reason: 'no-answers' });
  });
});

describe('MS3 agreement follows its definition', () => {
  it('of tables and of answers by value is the same, on every item and over all', () => {
    fc.assert(
      fc.property(tables, (items) => {
        const nullVariance = uniformVariance(items[0]?.length ?? 0);
        const variance = meanVarianceOf(items.map(answersOf)).value ?? Number.NaN;
        const { star } = agreementOf({ variance, items: items.length, nullVariance });
        expect(rwgStar(items).value).toBeCloseTo(star, 10);
        const first = items[0] ?? [];
        const single = meanVarianceOf([answersOf(first)]).value ?? Number.NaN;
        expect(rwg(first).value).toBeCloseTo(agreementOf({ variance: single, items: 1, nullVariance }).star, 12);
      }),
    );
  });

  it('truncated: max(0, r_wg) of one item, more with every item, within 0 and 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 9, noNaN: true }), fc.integer({ min: 1, max: 30 }), (variance, items) => {
        const one = agreementOf({ variance, items: 1, nullVariance: 2 });
        const several = agreementOf({ variance, items, nullVariance: 2 });
        expect(one.truncated).toBeCloseTo(Math.max(0, one.star), 12);
        expect(several.star).toBe(one.star);
        expect(several.truncated).toBeGreaterThanOrEqual(one.truncated - 1e-12);
        expect(several.truncated).toBeLessThanOrEqual(1);
      }),
    );
    // James, Demaree & Wolf's point: mean r_wg of .55 over 20 items.
    expect(agreementOf({ variance: 0.9, items: 20, nullVariance: 2 }).truncated).toBeCloseTo(0.9607, 4);
  });

  it('does not change when the scale is turned round or moved', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: -9, max: 9 }), ([counts = []], by) => {
        expect(rwg(counts.toReversed())).toEqual(rwg(counts));
        const row = counts.flatMap((count, step) => Array.from({ length: count }, () => step + by));
        const moved = tally(row, { low: by, high: by + counts.length - 1 }).value ?? answersOf([]);
        expect(meanVarianceOf([moved])).toEqual(meanVarianceOf([answersOf(counts)]));
      }),
    );
  });

  it('several items average, whatever the length of their scales', () => {
    expect(
      rwgStar([
        [0, 0, 4, 0, 0],
        [2, 0, 2],
      ]).value,
    ).toBeCloseTo((1 + (1 - 4 / 3 / (8 / 12))) / 2, 12);
  });
});
