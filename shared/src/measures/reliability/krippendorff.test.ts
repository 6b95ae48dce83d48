import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { alphaInterval, alphaWithoutEach } from './alpha-interval.ts';
import { krippendorffAlpha, pairableUnits, pairableValues } from './krippendorff.ts';
import type { Level } from './krippendorff.ts';
import { unitValues, unitValuesOfCounts } from './unit-values.ts';
import type { Ratings } from './unit-values.ts';

const LEVELS: readonly Level[] = ['nominal', 'ordinal', 'interval', 'ratio'];

function alpha(ratings: Ratings, level: Level) {
  const units = unitValues(ratings);
  return units.value === null ? units : krippendorffAlpha(units.value, level);
}

/** Krippendorff (2011), section C and D, as it stands there: coincidences of pairs, then their differences. */
function alphaByCoincidences(ratings: Ratings, level: Level): number | null {
  const units = (ratings[0] ?? [])
    .map((_, unit) => ratings.map((row) => row[unit] ?? null).filter((value) => value !== null))
    .filter((values) => values.length >= 2);
  const all = units.flat();
  const counts = new Map([...Map.groupBy(all, (it) => it)].map(([it, same]) => [it, same.length]));
  const count = (value: number) => counts.get(value) ?? 0;
  const values = [...new Set(all)].sort((a, b) => a - b);
  const difference = (c: number, k: number) => {
    if (c === k) return 0;
    const between = values.filter((g) => g >= Math.min(c, k) && g <= Math.max(c, k));
    const differences = {
      nominal: 1,
      ordinal: between.reduce((sum, g) => sum + count(g), 0) - (count(c) + count(k)) / 2,
      interval: c - k,
      ratio: (c - k) / (c + k),
    };
    return differences[level] ** 2;
  };
  let observed = 0;
  for (const unit of units) {
    for (const c of unit) for (const k of unit) observed += difference(c, k) / (unit.length - 1);
  }
  let expected = 0;
  for (const c of all) for (const k of all) expected += difference(c, k) / (all.length - 1);
  return expected === 0 ? null : 1 - observed / expected;
}

const value = fc.oneof({ arbitrary: fc.integer({ min: 0, max: 6 }), weight: 4 }, fc.constant(null));
const table = (cell: fc.Arbitrary<number | null>) =>
  fc
    .record({ raters: fc.integer({ min: 1, max: 6 }), units: fc.integer({ min: 1, max: 8 }) })
    .chain(({ raters, units }) =>
      fc.array(fc.array(cell, { minLength: units, maxLength: units }), { minLength: raters, maxLength: raters }),
    );
const levels = fc.constantFrom(...LEVELS);

function expectClose(got: number | null, expected: number | null): void {
  if (got === null || expected === null) expect(got).toBe(expected);
  else expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(expected)));
}

describe('MS1 alpha as published', () => {
  it('the four levels of Krippendorff (2011)', () => {
    const ratings = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, null],
      [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ];
    expect(LEVELS.map((level) => alpha(ratings, level).value?.toFixed(3))).toEqual([
      '0.743',
      '0.815',
      '0.849',
      '0.797',
    ]);
  });
});

describe('MS2 alpha is undefined with a reason', () => {
  it.each<[string, Ratings, string]>([
    ['no raters', [], 'no-answers'],
    ['no units', [[], []], 'no-answers'],
    ['all missing', [[null], [null]], 'no-answers'],
    ['one rater', [[1, 2, 3]], 'too-few-answers'],
    ['no unit with two', [[1, null], [null, 2]], 'too-few-answers'], // prettier-ignore
    ['one value', [[4, 4], [4, 4]], 'no-variation'], // prettier-ignore
    ['variation only where one answered', [[4, 1], [4, null]], 'no-variation'], // prettier-ignore
    ['NaN', [[Number.NaN, 1], [1, 1]], 'not-a-number'], // prettier-ignore
    ['Infinity', [[1, 1], [1, Number.POSITIVE_INFINITY]], 'not-a-number'], // prettier-ignore
    ['ragged', [[1, 2], [1]], 'ragged-rows'], // prettier-ignore
  ])('%s', (_, ratings, reason) => {
    for (const level of LEVELS) expect(alpha(ratings, level)).toEqual({ value: null, reason });
  });

  it('a fault is found however late it comes', () => {
    const rows = (last: readonly (number | null)[]) => [...Array.from({ length: 200 }, (_, row) => [row % 5, 1]), last];
    expect(unitValues(rows([1]))).toEqual({ value: null, reason: 'ragged-rows' });
    expect(unitValues(rows([1, Number.NaN]))).toEqual({ value: null, reason: 'not-a-number' });
  });

  it('the ratio level of values below 0, and of too many', () => {
    expect(alpha([[-1, 2], [1, 2]], 'ratio')).toEqual({ value: null, reason: 'off-the-scale' }); // prettier-ignore
    const many = Array.from({ length: 12_000 }, (_, rater) => [rater / 7, rater / 7]);
    expect(alpha(many, 'ratio')).toEqual({ value: null, reason: 'too-much-work' });
    expect(alpha(many, 'ordinal').value).toBeCloseTo(1 - (23_999 * 12_000) / (11_999 * 24_000), 10);
  });

  it('tables of counts', () => {
    expect(unitValuesOfCounts([])).toEqual({ value: null, reason: 'no-answers' });
    expect(unitValuesOfCounts([[0, 1]])).toEqual({ value: null, reason: 'too-few-answers' });
    expect(unitValuesOfCounts([[2, 1], [2]])).toEqual({ value: null, reason: 'ragged-rows' });
    expect(unitValuesOfCounts([[2, -1]])).toEqual({ value: null, reason: 'off-the-scale' });
    expect(unitValuesOfCounts([[2, Number.NaN]])).toEqual({ value: null, reason: 'not-a-number' });
  });

  it('an interval when resamples have no variation too often, or there is too much to do', () => {
    const lone = unitValues([[4, 4, 4, 4, 5], [4, 4, 4, 4, 4]]); // prettier-ignore
    if (lone.value === null) throw new Error('defined');
    expect(alphaInterval(lone.value, 'interval', { seed: 1, draws: 500 })).toEqual({
      value: null,
      reason: 'no-variation',
    });
    expect(alphaInterval(lone.value, 'interval', { seed: 1, draws: 1e9 })).toEqual({
      value: null,
      reason: 'too-much-work',
    });
    expect(alphaInterval(lone.value, 'interval', { seed: 1, confidence: 1 })).toEqual({
      value: null,
      reason: 'off-the-scale',
    });
    const one = unitValues([[4], [5]]);
    if (one.value === null) throw new Error('defined');
    expect(alphaInterval(one.value, 'interval', { seed: 1 })).toEqual({ value: null, reason: 'too-few-items' });
  });
});

describe('MS3 alpha follows its definition', () => {
  it('agrees with the coincidences of pairs', () => {
    fc.assert(
      fc.property(table(value), levels, (ratings, level) => {
        expectClose(alpha(ratings, level).value, alphaByCoincidences(ratings, level));
      }),
    );
  });

  it('agrees with them for any numbers', () => {
    const number = fc.oneof(fc.constantFrom(null, 0, 0.1, 2.5, 1e6), fc.float({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(table(number), levels, (ratings, level) => {
        const expected = alphaByCoincidences(ratings, level);
        fc.pre(expected !== null);
        const got = alpha(ratings, level).value;
        expect(Math.abs((got ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
      }),
    );
  });

  it('does not mind the order of raters and of units', () => {
    fc.assert(
      fc.property(table(value), levels, (ratings, level) => {
        const turned = ratings.toReversed().map((row) => row.toReversed());
        expectClose(alpha(turned, level).value, alpha(ratings, level).value);
      }),
    );
  });

  it('does not mind a scale moved, stretched or turned round, as far as the level allows', () => {
    const changed = (ratings: Ratings, change: (value: number) => number) =>
      ratings.map((row) => row.map((it) => (it === null ? null : change(it))));
    fc.assert(
      fc.property(table(value), (ratings) => {
        for (const level of ['nominal', 'ordinal', 'interval'] as const) {
          const plain = alpha(ratings, level).value;
          expectClose(alpha(changed(ratings, (it) => 3 * it - 20), level).value, plain); // prettier-ignore
          expectClose(alpha(changed(ratings, (it) => -it / 8), level).value, plain); // prettier-ignore
        }
        expectClose(alpha(changed(ratings, (it) => it ** 3), 'ordinal').value, alpha(ratings, 'ordinal').value); // prettier-ignore
        expectClose(alpha(changed(ratings, (it) => (it * 5) % 7), 'nominal').value, alpha(ratings, 'nominal').value); // prettier-ignore
        expectClose(alpha(changed(ratings, (it) => it * 0.3), 'ratio').value, alpha(ratings, 'ratio').value); // prettier-ignore
      }),
    );
  });

  it('does not overflow or vanish at the ends of what numbers can be', () => {
    for (const unit of [Number.MAX_VALUE, 1e-300]) {
      const ratings = [
        [unit, unit / 2, unit / 4],
        [unit, unit / 2, unit / 2],
      ];
      for (const level of LEVELS) {
        expectClose(alpha(ratings, level).value, alpha([[4, 2, 1], [4, 2, 2]], level).value); // prettier-ignore
      }
    }
    const wide = [[Number.MIN_VALUE, 0, Number.MAX_VALUE], [0, 3, Number.MAX_VALUE]]; // prettier-ignore
    expectClose(alpha(wide, 'ratio').value, alpha([[1e-9, 0, 1e20], [0, 3, 1e20]], 'ratio').value); // prettier-ignore
    const opposite = [[Number.MAX_VALUE, -Number.MAX_VALUE], [Number.MAX_VALUE, -Number.MAX_VALUE]]; // prettier-ignore
    expect(alpha(opposite, 'interval')).toEqual({ value: 1 });
  });

  it('counts the same from ratings and from tables of counts', () => {
    fc.assert(
      fc.property(table(value), levels, (ratings, level) => {
        const tables = (ratings[0] ?? []).map((_, unit) =>
          Array.from({ length: 7 }, (__, point) => ratings.filter((row) => row[unit] === point).length),
        );
        const counted = unitValuesOfCounts(tables);
        const units = unitValues(ratings);
        expect(counted.value).toEqual(units.value);
        if (units.value === null || counted.value === null) return;
        expect(krippendorffAlpha(counted.value, level)).toEqual(krippendorffAlpha(units.value, level));
        expect(pairableUnits(units.value)).toBe(tables.filter((row) => row.reduce((a, b) => a + b) >= 2).length);
        expect(pairableValues(units.value)).toBe(
          tables.map((row) => row.reduce((a, b) => a + b)).reduce((sum, n) => (n >= 2 ? sum + n : sum), 0),
        );
      }),
    );
  });

  it('is 1 when all agree and -1 / (2n - 1) when two always differ', () => {
    expect(LEVELS.map((level) => alpha([[1, 2, 3], [1, 2, 3]], level).value)).toEqual([1, 1, 1, 1]); // prettier-ignore
    expect(alpha([[0, 1, 0, 1], [1, 0, 1, 0]], 'nominal').value).toBeCloseTo(1 - 7 / 4, 12); // prettier-ignore
  });

  it('a scale that the first raters did not use to its ends is counted all the same', () => {
    const ratings = Array.from({ length: 80 }, (_, rater) =>
      Array.from({ length: 2 }, (__, unit) => (rater < 64 ? 3 + unit : (rater * 7 + unit) % 8)),
    );
    for (const level of LEVELS) expectClose(alpha(ratings, level).value, alphaByCoincidences(ratings, level));
  });

  it('weights count a unit as often as copies of it', () => {
    fc.assert(
      fc.property(table(value), levels, fc.array(fc.nat({ max: 3 }), { minLength: 8 }), (ratings, level, times) => {
        const full = ratings.map((row) => row.map((it) => it ?? 3));
        const units = unitValues(full);
        fc.pre(units.value !== null);
        const weights = Int32Array.from({ length: pairableUnits(units.value) }, (_, unit) => times[unit] ?? 0);
        const copies = full.map((row) =>
          row.flatMap((it, unit) => Array.from({ length: weights[unit] ?? 0 }, () => it)),
        );
        expectClose(krippendorffAlpha(units.value, level, weights).value, alpha(copies, level).value);
      }),
    );
  });

  it('an interval is repeatable, holds alpha and narrows with more units', () => {
    const noisy = (size: number) =>
      unitValues(
        Array.from({ length: 5 }, (_, rater) =>
          Array.from({ length: size }, (__, unit) => 1 + ((unit * 2 + ((unit * rater * 7 + rater) % 3)) % 5)),
        ),
      );
    const few = noisy(10);
    const many = noisy(200);
    if (few.value === null || many.value === null) throw new Error('defined');
    const options = { seed: 5, draws: 999 };
    const narrow = alphaInterval(many.value, 'ordinal', options);
    const wide = alphaInterval(few.value, 'ordinal', options);
    expect(alphaInterval(few.value, 'ordinal', options)).toEqual(wide);
    expect(alphaInterval(few.value, 'ordinal', { ...options, seed: 6 })).not.toEqual(wide);
    if (narrow.value === null || wide.value === null) throw new Error('defined');
    const { low, high } = narrow.value.percentile;
    expect(low < narrow.value.alpha && narrow.value.alpha < high).toBe(true);
    expect(high - low).toBeLessThan(wide.value.percentile.high - wide.value.percentile.low);
    expect((high - low) / narrow.value.standardError).toBeCloseTo(3.9, 0);
  });

  it('alpha without each rater is alpha of the others', () => {
    const ratings = [[1, 2, 3, 4], [1, 3, 3, 5], [2, 2, 4, null], [1, 2, 5, 4]]; // prettier-ignore
    expect(alphaWithoutEach([...ratings, [null, null, null, null]], 'ordinal').value).toEqual({
      estimate: alpha(ratings, 'ordinal').value,
      without: Float64Array.from(ratings.keys(), (left) => alpha(ratings.toSpliced(left, 1), 'ordinal').value ?? 0),
    });
    const many = Array.from({ length: 30_000 }, () => [1]);
    expect(alphaWithoutEach(many, 'ordinal')).toEqual({ value: null, reason: 'too-much-work' });
  });

  it('takes 100,000 raters of 50 units in no time that grows with their square', () => {
    const ratings = Array.from({ length: 100_000 }, (_, rater) =>
      Array.from({ length: 50 }, (__, unit) => ((rater * 31 + unit * 17 + ((rater * unit) % 11)) % 7) + 1),
    );
    expect(alpha(ratings, 'ordinal').value).toBeLessThan(0.5);
  });
});
