import { describe, expect, it } from '@jest/globals';

import { chiSquareTail, fPoint, fTail, normalPoint, tPoint } from './tails.ts';

/** Of R 4.2: pchisq(20.93, 8, lower = FALSE) and so on. */
describe('MS1 tails and points agree with R to 14 digits', () => {
  it.each([
    { name: 'chi-square', got: chiSquareTail(20.93, 8), r: 7.33572090664527e-3 },
    { name: 'far chi-square with broken df', got: chiSquareTail(412.22, 90.747922), r: 1.72253389258432e-42 },
    { name: 'F with broken df', got: fTail(4.391, { df1: 7.6, df2: 30.4 }), r: 1.48184818008544e-3 },
    { name: 'normal', got: normalPoint(0.975), r: 1.95996398454005 },
    { name: 't', got: tPoint(0.975, 5), r: 2.57058183563631 },
    { name: 'F', got: fPoint(0.975, { df1: 3.3, df2: 12.7 }), r: 4.25873516333479 },
  ])('$name', ({ got, r }) => {
    expect(Math.abs(got / r - 1)).toBeLessThan(1e-13);
  });

  it('all of a distribution lies above its lower end', () => {
    expect([chiSquareTail(0, 3), chiSquareTail(-1, 3), fTail(0, { df1: 2, df2: 5 })]).toEqual([1, 1, 1]);
    expect(fTail(Number.POSITIVE_INFINITY, { df1: 2, df2: 5 })).toBe(0);
  });
});
