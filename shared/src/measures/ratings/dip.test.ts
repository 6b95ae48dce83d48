import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { dipOf, dipTest } from './dip.ts';

const tied = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 9 })
  .filter((it) => new Set(it).size > 1);
const spread = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 8 });

/** One distinct value, and how much of the sample lies below it, and up to it. */
interface Step {
  readonly value: number;
  readonly below: number;
  readonly upTo: number;
}

/**
 * The dip by its definition: the least distance at which some distribution with one peak fits the sample. For each
 * place of the peak the distance is halved in; a convex curve must fit before the peak, a concave one behind it.
 */
function dipByDefinition(values: readonly number[]): number {
  const n = values.length;
  const steps = [...new Set(values)]
    .sort((a, b) => a - b)
    .map((value) => ({
      value,
      below: values.filter((other) => other < value).length / n,
      upTo: values.filter((other) => other <= value).length / n,
    }));
  const turned = steps
    .map(({ value, below, upTo }) => ({ value: -value, below: 1 - upTo, upTo: 1 - below }))
    .toReversed();
  const fits = (distance: number) =>
    steps.some((peak, place) => {
      const before = leastAtPeak(steps.slice(0, place + 1), distance);
      const after = leastAtPeak(turned.slice(0, steps.length - place), distance);
      return before !== null && after !== null && before <= 1 - after + 1e-12 && peak.upTo >= peak.below;
    });
  return Math.max(1 / (2 * n), threshold(fits, { low: 0, high: 0.5 }));
}

/** The least value that a fitting convex curve can have just before its last step, if any fits. */
function leastAtPeak(steps: readonly Step[], distance: number): number | null {
  const last = steps.at(-1);
  if (last === undefined) return null;
  const fits = (at: number) => {
    const ceiling = steps.map(({ value, below }) => ({ value, level: below + distance }));
    ceiling[ceiling.length - 1] = { value: last.value, level: at };
    return steps.slice(0, -1).every(({ value, upTo }) => lowestChord(ceiling, value) >= upTo - distance - 1e-12);
  };
  const high = last.below + distance;
  return fits(high) ? threshold(fits, { low: Math.max(0, last.below - distance), high }) : null;
}

/** The greatest convex curve under some points, at one place: the lowest chord over it. */
function lowestChord(points: readonly { readonly value: number; readonly level: number }[], at: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const left of points.filter(({ value }) => value <= at)) {
    for (const right of points.filter(({ value }) => value >= at)) {
      const part = right.value === left.value ? 0 : (at - left.value) / (right.value - left.value);
      lowest = Math.min(lowest, left.level + part * (right.level - left.level));
    }
  }
  return lowest;
}

/** Where something begins to hold, by halving. */
function threshold(holds: (at: number) => boolean, range: { readonly low: number; readonly high: number }): number {
  let { low, high } = range;
  if (holds(low)) return low;
  for (let round = 0; round < 30; round += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

describe('MS2 a dip that is undefined is null with a reason', () => {
  it.each([
    ['no-answers', []],
    ['not-a-number', [1, Number.NaN]],
    ['not-a-number', [1, Number.POSITIVE_INFINITY]],
    ['off-the-scale', [-1.7e308, 1.7e308]],
  ] as const)('%s', (reason, values) => {
    expect([dipOf(values), dipTest(values)]).toEqual([
      { value: null, reason },
      { value: null, reason },
    ]);
  });

  it('no test below 4 values', () => {
    expect(dipTest([1, 2, 9])).toEqual({ value: null, reason: 'too-few-answers' });
    // diptest 0.76-0: dip.test(c(1, 2, 9, 10)) and dip.test(c(1, 2, 3, 7, 8, 9, 9.5))
    expect(dipTest([1, 2, 9, 10]).value?.p).toBeCloseTo(0.02910918, 8);
    expect(dipTest([1, 2, 3, 7, 8, 9, 9.5]).value?.p).toBeCloseTo(0.1182018324, 8);
  });
});

describe('MS3 the dip follows its definition', () => {
  it('is the least distance from a distribution with one peak', () => {
    for (const samples of [tied, spread]) {
      fc.assert(
        fc.property(samples, (values) => {
          expect(dipOf(values).value).toBeCloseTo(dipByDefinition(values), 7);
        }),
        { numRuns: 25 },
      );
    }
  });

  it('does not depend on order, unit, zero or direction', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 60 }), (values) => {
        const there = dipOf(values.toReversed().map((value) => 8 - 4 * value));
        expect(there.value).toBeCloseTo(dipOf(values).value ?? Number.NaN, 12);
      }),
    );
  });

  it('lies between 1 / 2n and 1/4', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), { minLength: 1 }),
        (values) => {
          const { value } = dipOf(values);
          expect(value).toBeGreaterThanOrEqual(1 / (2 * values.length) - 1e-15);
          expect(value).toBeLessThanOrEqual(values.length === 1 ? 0.5 : 0.25);
        },
      ),
    );
    expect(dipOf([3, 3, 3, 3]).value).toBe(1 / 8);
    expect(dipOf([1, 1, 5, 5]).value).toBe(1 / 4);
  });

  it('is found among 100,000 values, with a chance beyond the end of the table', () => {
    const peaks = Array.from({ length: 100_000 }, (_, place) => (place % 2) * 3 + ((place * 7919) % 1000) / 1000);
    const one = Array.from({ length: 100_000 }, (_, place) => Math.sqrt(place));
    expect(dipTest(peaks).value?.p).toBe(0);
    expect(dipTest(one).value).toEqual({ dip: 1 / 200_000, p: 1 });
  });

  it('has a chance that falls as the camps move apart', () => {
    const camps = (apart: number) =>
      Array.from({ length: 60 }, (_, place) => (place % 2) * apart + Math.floor(place / 2) / 30);
    const chances = [1, 1.2, 1.3, 1.4, 1.5, 1.6, 2].map((apart) => dipTest(camps(apart)).value?.p ?? Number.NaN);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(new Set(chances).size).toBeGreaterThan(3);
  });
});
