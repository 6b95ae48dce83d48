import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { estebanRay } from './esteban-ray.ts';

const camps = fc
  .array(fc.record({ count: fc.nat({ max: 20 }), value: fc.integer({ min: -30, max: 30 }) }), {
    minLength: 2,
    maxLength: 9,
  })
  .filter((it) => it.some(({ count }) => count > 0) && new Set(it.map(({ value }) => value)).size > 1);
const alphas = fc.double({ min: 0, max: 1.6, noNaN: true });
const polarisationOf = (it: readonly { readonly count: number; readonly value: number }[], alpha: number) =>
  estebanRay({ counts: it.map(({ count }) => count), values: it.map(({ value }) => value), alpha }).value;

describe('MS2 a polarisation that is undefined is null with a reason', () => {
  it.each([
    ['no-answers', { counts: [0, 0], values: [1, 2], alpha: 1 }],
    ['short-scale', { counts: [3], values: [1], alpha: 1 }],
    ['short-scale', { counts: [3, 2], values: [1, 1], alpha: 1 }],
    ['short-scale', { counts: [], values: [], alpha: 1 }],
    ['ragged-rows', { counts: [3, 2], values: [1, 2, 3], alpha: 1 }],
    ['not-a-number', { counts: [3, Number.NaN], values: [1, 2], alpha: 1 }],
    ['not-a-number', { counts: [3, 2], values: [1, 2], alpha: Number.POSITIVE_INFINITY }],
    ['off-the-scale', { counts: [3, -2], values: [1, 2], alpha: 1 }],
    ['off-the-scale', { counts: [3, 2], values: [1, 2], alpha: -0.5 }],
    ['off-the-scale', { counts: [3, 2], values: [-1.5e308, 1.5e308], alpha: 1 }],
  ] as const)('%s', (reason, given) => {
    expect(estebanRay(given)).toEqual({ value: null, reason });
  });
});

describe('MS3 polarisation follows its definition', () => {
  it('over all pairs', () => {
    fc.assert(
      fc.property(camps, alphas, (it, alpha) => {
        const n = it.reduce((sum, { count }) => sum + count, 0);
        let raw = 0;
        for (const a of it) {
          for (const b of it) raw += (a.count / n) ** (1 + alpha) * (b.count / n) * Math.abs(a.value - b.value);
        }
        expect(polarisationOf(it, alpha)?.raw).toBeCloseTo(raw, 9);
      }),
    );
  });

  it('is the same in any order, turned round, moved; normalised also stretched', () => {
    fc.assert(
      fc.property(camps, alphas, (it, alpha) => {
        const here = polarisationOf(it, alpha);
        const turned = polarisationOf(
          it.toReversed().map(({ count, value }) => ({ count, value: 9 - value })),
          alpha,
        );
        const stretched = polarisationOf(
          it.map(({ count, value }) => ({ count, value: 4 * value })),
          alpha,
        );
        expect(turned?.raw).toBeCloseTo(here?.raw ?? Number.NaN, 9);
        expect(stretched?.raw).toBeCloseTo(4 * (here?.raw ?? Number.NaN), 8);
        expect(stretched?.normalised).toBeCloseTo(here?.normalised ?? Number.NaN, 9);
      }),
    );
  });

  it('is 1 for equal camps at the ends, less for any other two, 0 for one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.double({ min: 1, max: 1.6, noNaN: true }), (part, alpha) => {
        const camp = (counts: readonly number[]) => estebanRay({ counts, values: [0, 1, 2], alpha }).value?.normalised;
        expect(camp([100 - part, 0, part])).toBeLessThanOrEqual(1 + 1e-12);
        expect(camp([50, 0, 50])).toBeCloseTo(1, 12);
        expect(camp([0, part, 0])).toBe(0);
      }),
    );
  });
});
