import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { assert } from '../../kernel/assert.ts';
import { unpairedChange } from './unpaired.ts';
import type { UnpairedChange } from './unpaired.ts';

function found(before: readonly number[], after: readonly number[]): UnpairedChange {
  const change = unpairedChange(before, after);
  assert(change.value !== null, 'there is a change');
  return change.value;
}

const listed = (counts: readonly number[]) =>
  counts.flatMap((count, step) => Array.from({ length: count }, () => step));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every way to deal people to two rounds of the same sizes, one after the other. */
function slowly(before: readonly number[], after: readonly number[]): number {
  const first = listed(before);
  const people = [...first, ...listed(after)];
  const apart = (dealt: number) => {
    const inFirst = (place: number) => ((dealt >> place) & 1) === 1;
    return Math.abs(mean(people.filter((_, at) => inFirst(at))) - mean(people.filter((_, at) => !inFirst(at))));
  };
  const size = (dealt: number) => dealt.toString(2).replaceAll('0', '').length;
  const deals = Array.from({ length: 2 ** people.length }, (_, dealt) => dealt).filter(
    (it) => size(it) === first.length,
  );
  const seen = apart(2 ** first.length - 1);
  return deals.filter((dealt) => apart(dealt) >= seen - 1e-9).length / deals.length;
}

const two = fc.integer({ min: 2, max: 6 }).chain((points) => {
  const table = (most: number) =>
    fc
      .array(fc.nat({ max: points - 1 }), { minLength: 1, maxLength: most })
      .map((answers) => Array.from({ length: points }, (_, step) => answers.filter((it) => it === step).length));
  return fc.tuple(table(6), table(5));
});

describe('MS2 what is undefined is null with a reason', () => {
  it.each([
    { name: 'nobody', before: [0, 0], after: [0, 0], reason: 'no-answers' },
    { name: 'nobody before', before: [0, 0], after: [1, 2], reason: 'too-few-answers' },
    { name: 'nobody after', before: [1, 2], after: [0, 0], reason: 'too-few-answers' },
    { name: 'no scale', before: [], after: [], reason: 'short-scale' },
    { name: 'a scale of one point', before: [3], after: [4], reason: 'short-scale' },
    { name: 'scales of different length', before: [1, 2, 3], after: [1, 2], reason: 'ragged-rows' },
    { name: 'not a number', before: [1, Number.NaN], after: [1, 2], reason: 'not-a-number' },
    { name: 'infinite', before: [1, 2], after: [1, Number.POSITIVE_INFINITY], reason: 'not-a-number' },
    { name: 'fewer than nobody', before: [1, -2], after: [1, 2], reason: 'off-the-scale' },
    { name: 'half a person', before: [1, 2], after: [0.5, 2], reason: 'off-the-scale' },
    { name: 'more people than numbers can add up', before: [1, 2 ** 53], after: [1, 2], reason: 'too-much-work' },
  ] as const)('$name', ({ before, after, reason }) => {
    expect(unpairedChange(before, after)).toEqual({ value: null, reason });
  });
});

describe('MS3 a change between rounds nobody can pair follows its definition', () => {
  it('p is counted as trying every deal would', () => {
    fc.assert(
      fc.property(two, ([before, after]) => {
        expect(found(before, after)).toEqual({
          people: [listed(before).length, listed(after).length],
          meanDifference: expect.closeTo(mean(listed(after)) - mean(listed(before)), 12),
          p: expect.closeTo(slowly(before, after), 12),
          method: 'exact',
        });
      }),
    );
  });

  it('rounds exchanged, a scale turned round or with more points leave p as it is', () => {
    fc.assert(
      fc.property(two, ([before, after]) => {
        const { p, meanDifference } = found(before, after);
        const turned = found(before.toReversed(), after.toReversed());
        expect(found(after, before).p).toBeCloseTo(p, 12);
        expect(turned.p).toBeCloseTo(p, 12);
        expect(turned.meanDifference).toBeCloseTo(-meanDifference, 12);
        expect(found([0, ...before, 0], [0, ...after, 0]).p).toBeCloseTo(p, 12);
      }),
    );
  });

  it('two camps of five that change sides are as rare as can be; everybody the same is p = 1', () => {
    expect(found([5, 0, 0], [0, 0, 5]).p).toBeCloseTo(2 / 252, 14);
    expect(found([0, 5, 0], [0, 7, 0])).toEqual({ people: [5, 7], meanDifference: 0, p: 1, method: 'exact' });
    expect(found([0, 600, 0], [0, 600, 0])).toMatchObject({ p: 1, method: 'normal' });
  });

  // R: n <- c(30, 45); x <- 0:30; d <- dhyper(x, 32, 43, 30); sum(d[abs(x - 30 * 32 / 75) >= abs(18 - 30 * 32 / 75) - 1e-9])
  it('on two points it is the hypergeometric distribution', () => {
    expect(found([12, 18], [31, 14]).p).toBeCloseTo(0.01770459505177125, 12);
  });

  // R: the shares of all deals k as far from what is expected, exp(sum(lchoose(before + after, k)) - lchoose(people, sum(before)))
  it.each([
    { before: [20, 22, 19], after: [8, 20, 23], p: 0.0397173116836185, method: 'exact', near: 1e-11 },
    { before: [200, 220, 190], after: [180, 200, 230], p: 0.0368381853343011, method: 'normal', near: 2e-4 },
    { before: [300, 0, 310], after: [280, 0, 330], p: 0.276035503258795, method: 'normal', near: 4e-4 },
  ] as const)('of three points $before against $after, p is $p: $method', ({ before, after, p, method, near }) => {
    expect(found(before, after).method).toBe(method);
    expect(Math.abs(found(before, after).p - p)).toBeLessThan(near);
  });

  it('p is never 0, and no number of people overflows', () => {
    expect(found([500, 0], [0, 500]).p).toBeGreaterThan(0);
    expect(found([50_000, 0, 0], [0, 0, 50_000])).toEqual({
      people: [50_000, 50_000],
      meanDifference: 2,
      p: Number.MIN_VALUE,
      method: 'normal',
    });
  });
});
