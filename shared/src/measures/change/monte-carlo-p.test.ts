import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { monteCarloP } from './monte-carlo-p.ts';

describe('MS2 what is undefined is null with a reason', () => {
  it.each([
    [Number.NaN, 99, 'not-a-number'],
    [1, Number.POSITIVE_INFINITY, 'not-a-number'],
    [0.5, 99, 'off-the-scale'],
    [1, 99.5, 'off-the-scale'],
    [-1, 99, 'off-the-scale'],
    [100, 99, 'off-the-scale'],
    [0, 0, 'too-few-answers'],
  ] as const)('%d of %d', (exceedances, draws, reason) => {
    expect(monteCarloP(exceedances, draws)).toEqual({ value: null, reason });
  });
});

describe('MS3 a p from draws follows its definition', () => {
  it('counts what was seen as one of the arrangements, so that it is never 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(), (draws, some) => {
        const exceedances = some % (draws + 1);
        expect(monteCarloP(exceedances, draws)).toEqual({ value: (exceedances + 1) / (draws + 1) });
      }),
    );
    expect([monteCarloP(0, 99), monteCarloP(99, 99)]).toEqual([{ value: 0.01 }, { value: 1 }]);
  });
});
