import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { agreementA, consensus, criticalRwg, rwg, rwgStar } from './agreement.ts';
import { meanOf, medianOf, sizeOf, varianceOf } from './distribution.ts';

const counts = (points: number) =>
  fc.array(fc.nat({ max: 30 }), { minLength: points, maxLength: points }).filter((it) => sizeOf(it) >= 2);

describe('MS2 what is undefined is null with a reason', () => {
  it('no answers', () => {
    const reason = 'no-answers';
    expect([meanOf([0, 0, 0]), medianOf([0, 0, 0]), consensus([0, 0, 0]), agreementA([0, 0, 0])]).toEqual([
      { value: null, reason },
      { value: null, reason },
      { value: null, reason },
      { value: null, reason },
    ]);
  });

  it('one answer', () => {
    expect([varianceOf([0, 1, 0]), rwg([0, 1, 0]), rwgStar([[0, 1, 0]]), rwgStar([])]).toEqual([
      { value: null, reason: 'too-few-answers' },
      { value: null, reason: 'too-few-answers' },
      { value: null, reason: 'too-few-answers' },
      { value: null, reason: 'too-few-items' },
    ]);
  });

  it('a critical value where full agreement is likely by chance', () => {
    expect(criticalRwg({ points: 5, n: 2 }).value).toBeNull();
    expect(criticalRwg({ points: 2, n: 5 }).value).toBeNull();
    expect(criticalRwg({ points: 2, n: 6 })).toEqual({ value: 1 });
  });
});

describe('MS3 the measures follow their definitions', () => {
  it('mean, median and variance of a count table', () => {
    const table = [1, 0, 2, 3, 0];
    expect([meanOf(table).value, medianOf(table).value, varianceOf(table).value]).toEqual([
      13 / 6,
      2.5,
      (6 * 35 - 169) / 30,
    ]);
  });

  it('the critical value agrees with enumerating every answer sheet', () => {
    for (const { points, n } of [
      { points: 3, n: 6 },
      { points: 4, n: 5 },
      { points: 7, n: 4 },
    ]) {
      const sheets: number[] = [];
      for (let sheet = 0; sheet < points ** n; sheet += 1) {
        const table = Array.from({ length: points }, () => 0);
        for (let rest = sheet, answer = 0; answer < n; answer += 1, rest = Math.floor(rest / points)) {
          table[rest % points] = (table[rest % points] ?? 0) + 1;
        }
        sheets.push(rwg(table).value ?? Number.NaN);
      }
      const reached = (value: number) => sheets.filter((other) => other >= value - 1e-12).length / sheets.length;
      const smallest = Math.min(...[...new Set(sheets)].filter((value) => reached(value) <= 0.05));
      expect(criticalRwg({ points, n }).value).toBeCloseTo(smallest, 12);
    }
  });

  it('no measure changes when the scale is turned round', () => {
    fc.assert(
      fc.property(counts(7), (table) => {
        const turned = table.toReversed();
        expect(rwg(turned)).toEqual(rwg(table));
        expect(agreementA(turned).value).toBeCloseTo(agreementA(table).value ?? Number.NaN, 10);
        expect(consensus(turned).value).toBeCloseTo(consensus(table).value ?? Number.NaN, 10);
      }),
    );
  });

  it('everyone together is 1, two camps at the ends are the least', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 9 }),
        fc.nat({ max: 8 }),
        fc.integer({ min: 1, max: 40 }),
        (points, at, n) => {
          const one = Array.from({ length: points }, (_, step) => (step === at % points ? 2 * n : 0));
          const ends = Array.from({ length: points }, (_, step) => (step === 0 || step === points - 1 ? n : 0));
          expect([rwg(one).value, agreementA(one).value, consensus(one).value]).toEqual([1, 1, 1]);
          expect([agreementA(ends).value, consensus(ends).value]).toEqual([-1, 0]);
          expect(rwg(ends).value).toBeLessThan(-0.5);
        },
      ),
    );
  });

  it('several items average, whatever the length of their scales', () => {
    expect(
      rwgStar([
        [0, 0, 4, 0, 0],
        [2, 0, 2],
      ]).value,
    ).toBeCloseTo((1 + (1 - 4 / 3 / (8 / 12))) / 2, 12);
  });
});
