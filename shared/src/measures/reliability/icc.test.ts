import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { iccOfGroups } from './icc-groups.ts';
import type { GroupedScores } from './icc-groups.ts';
import { twoWayIccs } from './icc-two-way.ts';

const score = fc.integer({ min: 1, max: 7 });
const grouped = fc.array(fc.tuple(fc.oneof({ arbitrary: score, weight: 6 }, fc.constant(null)), fc.nat({ max: 4 })), {
  minLength: 1,
  maxLength: 40,
});
const table = fc
  .record({ targets: fc.integer({ min: 2, max: 7 }), raters: fc.integer({ min: 2, max: 6 }) })
  .chain(({ targets, raters }) =>
    fc.array(fc.array(score, { minLength: raters, maxLength: raters }), { minLength: targets, maxLength: targets }),
  );

const groupIcc = (pairs: readonly (readonly [number | null, number])[]) =>
  iccOfGroups({ scores: pairs.map(([it]) => it), groups: pairs.map(([, group]) => group) });

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0);

describe('MS2 ICCs are undefined with a reason', () => {
  it.each<[string, string, GroupedScores]>([
    ['nothing', 'no-answers', { scores: [], groups: [] }],
    ['all missing', 'no-answers', { scores: [null, 3], groups: ['a', null] }],
    ['NaN', 'not-a-number', { scores: [1, Number.NaN], groups: ['a', 'a'] }],
    ['squares too large', 'off-the-scale', { scores: [1, 1e200, 3], groups: ['a', 'a', 'b'] }],
    ['groups missing', 'ragged-rows', { scores: [1, 2], groups: ['a'] }],
  ])('groups: %s', (_, reason, given) => {
    expect(iccOfGroups(given)).toEqual({ value: null, reason });
  });

  it('groups: without two, or with nobody beside another, what can be known is told', () => {
    const few = { value: null, reason: 'too-few-items' };
    const alone = { value: null, reason: 'too-few-answers' };
    expect(iccOfGroups({ scores: [1, 2, 3], groups: ['a', 'a', 'a'] }).value).toEqual({
      ...{ groups: 1, n: 3, meanGroupSize: 3, k0: few, df1: 0, df2: 2, msBetween: few, msWithin: { value: 1 } },
      ...{ icc1: few, icc2: few, icc1K0: few, f: few, p: few },
    });
    expect(iccOfGroups({ scores: [1, 2, 3], groups: ['a', 'b', 'c'] }).value).toEqual({
      ...{ groups: 3, n: 3, meanGroupSize: 1, k0: { value: 1 }, df1: 2, df2: 0 },
      ...{ msBetween: { value: 1 }, msWithin: alone, icc1: alone, icc2: alone, icc1K0: alone, f: alone, p: alone },
    });
  });

  it('groups: what variation there is decides what is defined', () => {
    const none = { value: null, reason: 'no-variation' };
    expect(groupIcc([[0.1, 1], [0.1, 1], [0.1, 2], [0.1, 2]]).value).toMatchObject({ icc1: none, icc2: none, f: none, p: none }); // prettier-ignore
    expect(groupIcc([[0.1, 1], [0.1, 1], [0.7, 2], [0.7, 2]]).value).toMatchObject({ icc1: { value: 1 }, icc2: { value: 1 }, f: none, p: none }); // prettier-ignore
    expect(groupIcc([[0.1, 1], [0.3, 1], [0.2, 2], [0.2, 2]]).value).toMatchObject({ icc1: { value: -1 }, icc2: none, f: { value: 0 }, p: { value: 1 } }); // prettier-ignore
  });

  it.each<[string, readonly (readonly (number | null)[])[], string]>([
    ['nothing', [], 'no-answers'],
    ['nothing complete', [[1, null], [null, 2]], 'no-answers'], // prettier-ignore
    ['one target', [[1, 2, 3]], 'too-few-items'],
    ['one rater', [[1], [2]], 'too-few-answers'],
    ['all the same', [[0.1, 0.1, 0.1], [0.1, 0.1, 0.1]], 'no-variation'], // prettier-ignore
    ['ragged', [[1, 2], [1]], 'ragged-rows'], // prettier-ignore
    ['Infinity', [[1, Number.POSITIVE_INFINITY], [1, 2]], 'not-a-number'], // prettier-ignore
    ['squares too large', [[1, 1e200], [1, 2]], 'off-the-scale'], // prettier-ignore
  ])('two ways: %s', (_, ratings, reason) => {
    expect(twoWayIccs(ratings)).toEqual({ value: null, reason });
  });

  it('two ways: raters who only differ in level are one in ICC(3), and have no F', () => {
    const icc = twoWayIccs([[1, 3], [2, 4], [5, 7]]).value; // prettier-ignore
    expect(icc?.single.fixed).toMatchObject({ icc: { value: 1 }, f: { value: null }, p: { value: null } });
    expect(icc?.single.random.icc.value).toBeCloseTo(13 / 19, 12);
    expect(icc?.single.random.interval).toEqual({ value: null, reason: 'no-variation' });
  });

  it('two ways: no coefficient from a total variance below 0, and no confidence of 1', () => {
    const icc = twoWayIccs([[1, 2], [2, 1]]).value; // prettier-ignore
    expect([icc?.single.oneWay.icc.value, icc?.single.random.icc.value, icc?.average.random.icc.value]).toEqual([
      -1,
      null,
      null,
    ]);
    expect(twoWayIccs([[1, 2], [2, 3]], 1)).toEqual({ value: null, reason: 'off-the-scale' }); // prettier-ignore
  });
});

describe('MS3 ICCs follow their definitions', () => {
  it('groups: mean squares are those of an analysis of variance', () => {
    fc.assert(
      fc.property(grouped, (pairs) => {
        const known = pairs.flatMap(([value, group]) => (value === null ? [] : [{ value, group }]));
        const teams = [...Map.groupBy(known, ({ group }) => group).values()].map((team) => team.map((it) => it.value));
        const icc = groupIcc(pairs).value;
        fc.pre(icc !== null && icc.df1 > 0 && icc.df2 > 0);
        const within = teams.reduce((sum, team) => sum + squares(team), 0);
        const between = squares(known.map(({ value }) => value)) - within;
        expect(icc.msWithin.value).toBeCloseTo(within / (known.length - teams.length), 9);
        expect(icc.msBetween.value).toBeCloseTo(between / (teams.length - 1), 9);
        expect(icc.meanGroupSize).toBe(known.length / teams.length);
        if (new Set(teams.map((team) => team.length)).size === 1)
          expect(icc.k0.value).toBeCloseTo(icc.meanGroupSize, 9);
      }),
    );
  });

  it('groups: neither order nor names nor the scale matter', () => {
    fc.assert(
      fc.property(grouped, (pairs) => {
        const icc = groupIcc(pairs).value;
        fc.pre(icc !== null);
        const changed = iccOfGroups({
          scores: pairs.map(([value]) => (value === null ? null : 900 - 3 * value)).toReversed(),
          groups: pairs.map(([, group]) => `team ${group}`).toReversed(),
        }).value;
        expect(changed?.n).toBe(icc.n);
        for (const key of ['icc1', 'icc2', 'icc1K0', 'p'] as const) {
          const plain = icc[key].value;
          if (plain === null) expect(changed?.[key].value).toBeNull();
          else expect((changed?.[key].value ?? Number.NaN) / (1 + Math.abs(plain))).toBeCloseTo(plain / (1 + Math.abs(plain)), 8); // prettier-ignore
        }
      }),
    );
  });

  it('groups: 100,000 scores far from 0 keep their digits', () => {
    const scores = Array.from(
      { length: 100_000 },
      (_, place) => 1e9 + ((place * 7919) % 5) + (place % 1000 < 500 ? 0 : 1),
    );
    const groups = scores.map((_, place) => place % 1000);
    const near = iccOfGroups({ scores: scores.map((it) => it - 1e9), groups }).value;
    const far = iccOfGroups({ scores, groups }).value;
    expect(far?.icc1.value).toBeCloseTo(near?.icc1.value ?? Number.NaN, 9);
    expect(far?.groups).toBe(1000);
  });

  it('two ways: the one-way form is ICC(1) of targets as groups', () => {
    fc.assert(
      fc.property(table, (ratings) => {
        const groups = groupIcc(ratings.flatMap((row, target) => row.map((value) => [value, target] as const))).value;
        const icc = twoWayIccs(ratings).value;
        fc.pre(icc !== null && groups !== null);
        if (groups.icc1.value === null) expect(icc.single.oneWay.icc.value).toBeNull();
        else expect(icc.single.oneWay.icc.value).toBeCloseTo(groups.icc1.value, 9);
        if (groups.icc2.value !== null) expect(icc.average.oneWay.icc.value ?? Number.NaN).toBeCloseTo(groups.icc2.value, 8); // prettier-ignore
      }),
    );
  });

  it('two ways: an interval of fewer degrees of freedom than a third has its lower end', () => {
    const noisy = [[6.1, 2.7], [4.1, 4.9], [7.9, 3.2], [6.3, 4.9], [4.7, 5.6], [7.5, 3.8], [6, 3.9]]; // prettier-ignore
    const { single, average } = twoWayIccs(noisy, 0.99).value ?? {};
    // psych::ICC 2.2.9, alpha = .01.
    expect(single?.random.interval.value?.low).toBeCloseTo(-0.436583036721938, 12);
    expect(single?.random.interval.value?.high).toBeCloseTo(0.664229790037053, 9);
    expect(average?.random.interval.value?.low).toBeCloseTo(-1.5497688, 6);
  });

  it('two ways: intervals hold their coefficient and lie below 1; order and scale do not matter', () => {
    fc.assert(
      fc.property(table, (ratings) => {
        const icc = twoWayIccs(ratings).value;
        fc.pre(icc !== null);
        const changed = twoWayIccs(ratings.map((row) => row.map((it) => 5 - it / 4).toReversed()).toReversed()).value;
        for (const form of ['oneWay', 'random', 'fixed'] as const) {
          for (const it of [icc.single[form], icc.average[form]]) {
            if (it.interval.value === null || it.icc.value === null) continue;
            const { low, high } = it.interval.value;
            if (it.icc.value > 0) expect(low <= it.icc.value && it.icc.value <= high + 1e-12 && high <= 1).toBe(true);
          }
          const plain = icc.single[form].icc.value;
          if (plain === null) expect(changed?.single[form].icc.value).toBeNull();
          else expect(changed?.single[form].icc.value ?? Number.NaN).toBeCloseTo(plain, 9);
        }
      }),
    );
  });

  it('two ways: a target that somebody did not rate is left out', () => {
    const full = [[1, 2, 2], [4, 5, 3], [2, 2, 3], [6, 7, 5]]; // prettier-ignore
    expect(twoWayIccs([...full, [1, null, 7]])).toEqual(twoWayIccs(full));
  });
});
