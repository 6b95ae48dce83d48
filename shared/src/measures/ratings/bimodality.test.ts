import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { bimodality, BIMODALITY_THRESHOLD } from './bimodality.ts';

const samples = fc
  .array(fc.integer({ min: 1, max: 11 }), { minLength: 4, maxLength: 40 })
  .filter((it) => new Set(it).size > 1);

describe('MS2 a bimodality that is undefined is null with a reason', () => {
  it.each([
    ['no-answers', []],
    ['too-few-answers', [1, 3, 5]],
    ['no-variation', [0.1, 0.1, 0.1, 0.1, 0.1]],
    ['not-a-number', [1, 2, Number.NaN, 4]],
    ['not-a-number', [1, 2, Number.NEGATIVE_INFINITY, 4]],
    ['off-the-scale', [-1.7e308, 1.7e308, 0, 0]],
  ] as const)('%s', (reason, values) => {
    expect(bimodality(values)).toEqual({ value: null, reason });
  });
});

describe('MS3 bimodality follows its definition', () => {
  it('by the moments of the values', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const n = values.length;
        const mean = values.reduce((sum, value) => sum + value, 0) / n;
        const moment = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power, 0) / n;
        const g1 = moment(3) / moment(2) ** 1.5;
        const g2 = moment(4) / moment(2) ** 2 - 3;
        const skewness = (Math.sqrt(n * (n - 1)) / (n - 2)) * g1;
        const kurtosis = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6);
        const shape = bimodality(values).value;
        expect(shape?.skewness).toBeCloseTo(skewness, 8);
        expect(shape?.excessKurtosis).toBeCloseTo(kurtosis, 8);
        expect(shape?.coefficient).toBeCloseTo(
          (skewness ** 2 + 1) / (kurtosis + (3 * (n - 1) ** 2) / ((n - 2) * (n - 3))),
          8,
        );
      }),
    );
  });

  it('does not depend on order, unit or zero; turning round turns the skewness only', () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(1e-200, 0.1, 3, 1e200), (values, unit) => {
        const here = bimodality(values).value;
        const there = bimodality(values.toReversed().map((value) => -unit * value)).value;
        expect(there?.skewness).toBeCloseTo(-(here?.skewness ?? Number.NaN), 8);
        expect(there?.excessKurtosis).toBeCloseTo(here?.excessKurtosis ?? Number.NaN, 8);
        expect(there?.coefficient).toBeCloseTo(here?.coefficient ?? Number.NaN, 8);
      }),
    );
  });

  it('is the threshold of a large even spread, near 1 of two large camps', () => {
    const even = Array.from({ length: 100_000 }, (_, place) => place);
    expect(bimodality(even).value?.coefficient).toBeCloseTo(BIMODALITY_THRESHOLD, 4);
    expect(bimodality(even.map((place) => place % 2)).value?.coefficient).toBeCloseTo(1, 4);
  });
});
