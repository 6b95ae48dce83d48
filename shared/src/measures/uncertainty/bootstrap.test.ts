import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Measured } from '../measured.ts';
import { bootstrap } from './bootstrap.ts';
import type { FigureOfCases } from './bootstrap.ts';
import { adMeanOf, deviationOf, meanOf, medianOf, varianceOf } from './figures.ts';
import { idealBootstrap } from './ideal-bootstrap.ts';
import { pairsOf, pearson } from './pearson.ts';
import { seedOf } from './seed.ts';

const reason = (it: Measured<unknown>) => ('reason' in it ? it.reason : it.value);
const over =
  (values: readonly number[], figure: (chosen: Float64Array) => Measured): FigureOfCases =>
  (cases) =>
    figure(Float64Array.from(cases, (at) => values[at] ?? Number.NaN));

describe('MS2 the bootstrap is undefined with a reason', () => {
  it('too few or too many cases, no confidence, no draws', () => {
    const figure = over([1, 2, 3], meanOf);
    expect([
      reason(bootstrap(1, figure, { seed: 1 })),
      reason(bootstrap(3, figure, { seed: 1, confidence: 0 })),
      reason(bootstrap(3, figure, { seed: 1, draws: 0 })),
      reason(bootstrap(3, figure, { seed: 1, draws: 1e9 })),
      reason(bootstrap(100_000, figure, { seed: 1, draws: 2 })),
      reason(idealBootstrap(1, figure)),
      reason(idealBootstrap(13, figure)),
      reason(idealBootstrap(3, figure, 1)),
      reason(idealBootstrap(2, over([1e308, 1], meanOf))),
    ]).toEqual([
      'too-few-answers',
      'off-the-scale',
      'off-the-scale',
      'too-much-work',
      'too-much-work',
      'too-few-answers',
      'too-much-work',
      'off-the-scale',
      'off-the-scale',
    ]);
  });

  it('a figure that is undefined, or too often so', () => {
    const pairs = pairsOf([1, 1, 1, 2], [1, 2, 3, 4]);
    if (pairs.value === null) throw new Error('defined');
    const figure = (cases: Int32Array) => pearson(pairs.value, cases);
    expect(reason(bootstrap(4, figure, { seed: 1 }))).toBe('no-variation');
    expect(reason(idealBootstrap(4, figure))).toBe('no-variation');
    expect(reason(idealBootstrap(3, () => ({ value: null, reason: 'no-order' })))).toBe('no-order');
  });

  it('nothing but the same: no correction, but an error of 0', () => {
    const figure = over([4, 4, 4], meanOf);
    const none = { value: null, reason: 'no-variation' };
    expect(bootstrap(3, figure, { seed: 1, draws: 99 })).toEqual({
      value: { estimate: 4, standardError: 0, percentile: { low: 4, high: 4 }, bca: none, draws: 99 },
    });
    expect(idealBootstrap(3, figure).value).toMatchObject({
      standardError: 0,
      z0: none,
      acceleration: none,
      bca: none,
    });
  });

  it('figures and correlations', () => {
    const empty = new Float64Array(0);
    const far = Float64Array.of(Number.MAX_VALUE, -Number.MAX_VALUE);
    const pair = pairsOf([1, 1], [1, 2]);
    if (pair.value === null) throw new Error('defined');
    expect(
      [meanOf(empty), medianOf(empty), varianceOf(empty), deviationOf(empty), adMeanOf(empty)].map(reason),
    ).toEqual(['no-answers', 'no-answers', 'too-few-answers', 'too-few-answers', 'no-answers']);
    expect([meanOf(far), varianceOf(far), adMeanOf(far)].map(reason)).toEqual(
      Array.from({ length: 3 }, () => 'off-the-scale'),
    );
    expect([
      reason(pairsOf([1], [1, 2])),
      reason(pairsOf([1, null], [null, 2])),
      reason(pairsOf([1, Number.NaN], [1, 2])),
      reason(pearson(pair.value, [0])),
      reason(pearson(pair.value, [0, 1])),
    ]).toEqual(['ragged-rows', 'no-answers', 'not-a-number', 'too-few-answers', 'no-variation']);
  });
});

describe('MS3 the bootstrap follows its definition', () => {
  it('complete enumeration agrees with all n^n resamples one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 5 }), (values) => {
        const n = values.length;
        const means = Array.from({ length: n ** n }, (_, code) => {
          let sum = 0;
          for (let rest = code, draw = 0; draw < n; draw += 1, rest = Math.floor(rest / n))
            sum += values[rest % n] ?? 0;
          return sum / n;
        }).sort((a, b) => a - b);
        const mean = values.reduce((sum, value) => sum + value, 0) / n;
        const got = idealBootstrap(n, over(values, meanOf)).value;
        expect(got?.estimate).toBeCloseTo(mean, 12);
        expect(got?.standardError).toBeCloseTo(
          Math.sqrt(means.reduce((sum, it) => sum + (it - mean) ** 2, 0) / means.length),
          10,
        );
        expect(got?.percentile.low).toBeCloseTo(means[Math.ceil(0.025 * means.length - 1e-9) - 1] ?? Number.NaN, 10);
        expect(got?.percentile.high).toBeCloseTo(means[Math.ceil(0.975 * means.length - 1e-9) - 1] ?? Number.NaN, 10);
      }),
    );
  });

  it('of symmetric values there is neither bias nor acceleration, and both intervals are one', () => {
    const got = idealBootstrap(5, over([1, 2, 3, 4, 5], meanOf)).value;
    expect(got?.z0Midtie.value).toBeCloseTo(0, 10);
    expect(got?.acceleration.value).toBeCloseTo(0, 10);
    expect(got?.bcaMidtie.value).toEqual(got?.percentile);
  });

  it('draws come near the complete enumeration, in any order of cases', () => {
    const values = [1.5, 2, 2.2, 3.1, 4, 6.7, 5.5, 2.9];
    const ideal = idealBootstrap(8, over(values, varianceOf)).value;
    for (const cases of [values, values.toReversed()]) {
      const drawn = bootstrap(8, over(cases, varianceOf), { seed: 3, draws: 20_000 }).value;
      expect(drawn?.estimate).toBeCloseTo(ideal?.estimate ?? Number.NaN, 12);
      expect(Math.abs((drawn?.standardError ?? 0) - (ideal?.standardError ?? 0))).toBeLessThan(0.03);
      expect(Math.abs((drawn?.percentile.high ?? 0) - (ideal?.percentile.high ?? 0))).toBeLessThan(0.1);
    }
  });

  it('the same seed gives the same figures, another seed others', () => {
    const figure = over([1, 2, 4, 8, 16, 32], meanOf);
    const once = bootstrap(6, figure, { seed: 9, draws: 499 });
    expect(bootstrap(6, figure, { seed: 9, draws: 499 })).toEqual(once);
    expect(bootstrap(6, figure, { seed: 10, draws: 499 })).not.toEqual(once);
  });

  it('a skew sample pulls the corrected interval to the longer side', () => {
    const figure = over(Array.from({ length: 40 }, (_, at) => Math.exp(at / 10)), meanOf); // prettier-ignore
    const got = bootstrap(40, figure, { seed: 2, draws: 9999 }).value;
    expect(got?.bca.value?.low).toBeGreaterThan(got?.percentile.low ?? Number.NaN);
    expect(got?.bca.value?.high).toBeGreaterThan(got?.percentile.high ?? Number.NaN);
  });

  it('correlations are those of the definition, and scale-free', () => {
    const row = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: 2 });
    fc.assert(
      fc.property(row, (drawn) => {
        const x = drawn.map(([it]) => it);
        const y = drawn.map(([, it]) => it);
        const all = [...x.keys()];
        const pairs = pairsOf(x, y);
        const large = pairsOf(x.map((it) => it * 1e300), y.map((it) => 7 - it)); // prettier-ignore
        if (pairs.value === null || large.value === null) throw new Error('defined');
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        const cross = (a: readonly number[], b: readonly number[]) =>
          a.length * sum(a.map((it, at) => it * (b[at] ?? 0))) - sum(a) * sum(b);
        const got = pearson(pairs.value, all).value;
        if (cross(x, x) === 0 || cross(y, y) === 0) {
          expect(got).toBeNull();
          return;
        }
        expect(got).toBeCloseTo(cross(x, y) / Math.sqrt(cross(x, x) * cross(y, y)), 9);
        expect(pearson(large.value, all).value).toBeCloseTo(-(got ?? Number.NaN), 9);
      }),
    );
  });

  it('seeds follow the data and nothing else', () => {
    expect(seedOf([1, 2, 3])).toBe(seedOf(Float64Array.of(1, 2, 3)));
    expect(seedOf([0])).toBe(seedOf([-0]));
    const seeds = Array.from({ length: 1000 }, (_, number) => seedOf([number, 1]));
    expect(new Set(seeds).size).toBe(1000);
    expect(seeds.every(Number.isInteger)).toBe(true);
  });
});
