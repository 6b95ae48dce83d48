import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { given, restShared, stepped, typedPoints, untouched, withPoints, type Points } from './points.ts';

const OPTIONS = ['a', 'b', 'c', 'd'];
const TOTAL = 100;

type Step =
  | { readonly type: 'type'; readonly option: string; readonly points: number }
  | { readonly type: 'step'; readonly option: string; readonly steps: 1 | -1 }
  | { readonly type: 'untouch'; readonly option: string }
  | { readonly type: 'share' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('type' as const), option: fc.constantFrom(...OPTIONS), points: fc.nat(300) }),
  fc.record({
    type: fc.constant('step' as const),
    option: fc.constantFrom(...OPTIONS),
    steps: fc.constantFrom(1 as const, -1 as const),
  }),
  fc.record({ type: fc.constant('untouch' as const), option: fc.constantFrom(...OPTIONS) }),
  fc.record({ type: fc.constant('share' as const) }),
);

function after(points: Points, did: Step): Points {
  switch (did.type) {
    case 'type':
      return withPoints(points, { ...did, total: TOTAL });
    case 'step':
      return stepped(points, { ...did, total: TOTAL });
    case 'untouch':
      return untouched(points, did.option);
    case 'share':
      return restShared(points, { options: OPTIONS, total: TOTAL });
  }
}

describe('giving points', () => {
  it('never gives more than there are, nor parts of one, nor less than none, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const points = steps.reduce<Points>(after, {});
        expect(given(points)).toBeLessThanOrEqual(TOTAL);
        expect(Object.values(points).every((each) => Number.isInteger(each) && each >= 0)).toBe(true);
      }),
    );
  });

  it('shares all that is left, as evenly as whole points go, and takes nothing away', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const points = steps.reduce<Points>(after, {});
        const shared = restShared(points, { options: OPTIONS, total: TOTAL });
        const more = OPTIONS.map((option) => (shared[option] ?? 0) - (points[option] ?? 0));
        expect(given(shared)).toBe(TOTAL);
        expect(Math.min(...more)).toBeGreaterThanOrEqual(0);
        const takers = more.filter((each) => each > 0);
        expect(Math.max(0, ...takers) - Math.min(...takers, Infinity)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('shares the rest over what was not touched, else over what has points, else over all', () => {
    const shared = (points: Points) => restShared(points, { options: OPTIONS, total: TOTAL });
    expect([
      shared({ a: 40, b: 0 }),
      shared({ a: 40, b: 20, c: 0, d: 0 }),
      shared({ a: 0, b: 0, c: 0, d: 0 }),
      shared({ a: 33 }),
    ]).toEqual([
      { a: 40, b: 0, c: 30, d: 30 },
      { a: 60, b: 40, c: 0, d: 0 },
      { a: 25, b: 25, c: 25, d: 25 },
      { a: 33, b: 23, c: 22, d: 22 },
    ]);
  });

  it('steps to the next five, up to what is left and down to none', () => {
    const up = (points: Points) => stepped(points, { option: 'a', steps: 1, total: TOTAL })['a'];
    const down = (points: Points) => stepped(points, { option: 'a', steps: -1, total: TOTAL })['a'];
    expect([up({}), up({ a: 33 }), up({ a: 33, b: 65 }), down({ a: 33 }), down({ a: 5 }), down({})]).toEqual([
      5, 35, 35, 30, 0, 0,
    ]);
    expect(up({ a: 33, b: 66 })).toBe(34);
  });

  it('reads whole numbers, an empty field as not touched, and nothing else', () => {
    expect(['35', ' 0 ', '', '3.5', '-1', 'x', '99999'].map(typedPoints)).toEqual([
      35,
      0,
      'untouched',
      null,
      null,
      null,
      null,
    ]);
  });
});
