import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { benjaminiHochberg, holm } from './adjusted-p.ts';

/** Many ties, both ends, and any others. */
const p = fc.oneof(
  fc.integer({ min: 0, max: 10 }).map((it) => it / 10),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const values = fc.array(fc.option(p, { freq: 5 }), { maxLength: 12 });
const someValues = values.filter((it) => it.some((value) => value !== null));

describe('MS2 what is undefined is null with a reason', () => {
  it.each([
    [[], 'no-answers'],
    [[null, null], 'no-answers'],
    [[0.1, Number.NaN], 'not-a-number'],
    [[0.1, Number.POSITIVE_INFINITY], 'not-a-number'],
    [[0.1, 1.01], 'off-the-scale'],
    [[-0.01, null], 'off-the-scale'],
  ] as const)('%j', (given, reason) => {
    expect([benjaminiHochberg(given), holm(given)]).toEqual([
      { value: null, reason },
      { value: null, reason },
    ]);
  });
});

describe('MS3 adjusted p follow their definitions', () => {
  // R: p <- c(.01, NA, .04, .03, .04, 1, 0, .03); p.adjust(p, "BH"); p.adjust(p, "holm")
  it('with ties and a missing one', () => {
    const given = [0.01, null, 0.04, 0.03, 0.04, 1, 0, 0.03];
    const near = (expected: readonly (number | null)[]) =>
      expected.map((it) => (it === null ? null : expect.closeTo(it, 14)));
    expect(benjaminiHochberg(given)).toEqual({
      value: near([0.035, null, 0.14 / 3, 0.14 / 3, 0.14 / 3, 1, 0, 0.14 / 3]),
    });
    expect(holm(given)).toEqual({ value: near([0.06, null, 0.15, 0.15, 0.15, 1, 0, 0.15]) });
  });

  it('from the definition, one value at a time', () => {
    fc.assert(
      fc.property(someValues, (given) => {
        const all = given.filter((it) => it !== null);
        const notAbove = (value: number) => all.filter((it) => it <= value).length;
        const below = (value: number) => all.filter((it) => it < value).length;
        const stepUp = (value: number) =>
          Math.min(1, ...all.filter((it) => it >= value).map((it) => (it * all.length) / notAbove(it)));
        const stepDown = (value: number) =>
          Math.min(1, Math.max(...all.filter((it) => it <= value).map((it) => it * (all.length - below(it)))));
        const near = (it: number | null, of: (value: number) => number) =>
          it === null ? null : expect.closeTo(of(it), 12);
        expect(benjaminiHochberg(given)).toEqual({ value: given.map((it) => near(it, stepUp)) });
        expect(holm(given)).toEqual({ value: given.map((it) => near(it, stepDown)) });
      }),
    );
  });

  it('never below p, never above 1, in the order of p, and Holm never below Benjamini and Hochberg', () => {
    fc.assert(
      fc.property(someValues, (given) => {
        const [soft, hard] = [benjaminiHochberg(given).value ?? [], holm(given).value ?? []];
        for (const [place, value] of given.entries()) {
          if (value === null) continue;
          const [one, other] = [soft[place] ?? Number.NaN, hard[place] ?? Number.NaN];
          expect(one).toBeGreaterThanOrEqual(value);
          expect(other).toBeGreaterThanOrEqual(one - 1e-12);
          expect(other).toBeLessThanOrEqual(1);
        }
        const turned = benjaminiHochberg(given.toReversed()).value ?? [];
        expect(turned.toReversed()).toEqual(soft);
      }),
    );
  });
});
