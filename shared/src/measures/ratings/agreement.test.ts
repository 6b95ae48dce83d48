import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { agreementA, blairLacy, consensus, leikDispersion, polarisation } from './agreement.ts';
import { sizeOf } from './distribution.ts';
import type { Counts } from './distribution.ts';
import { rwg } from './rwg.ts';

const counts = (points: number) =>
  fc.array(fc.nat({ max: 30 }), { minLength: points, maxLength: points }).filter((it) => sizeOf(it) >= 2);
const tables = fc.integer({ min: 3, max: 9 }).chain(counts);
const FIGURES = { consensus, agreementA, polarisation, leikDispersion, blairLacy };

/** Van der Eijk's definition word by word: layers peeled off one after another, every triple of points looked at. */
function agreementByTriples(given: Counts): number {
  const n = sizeOf(given);
  const points = given.length;
  let left = [...given];
  let total = 0;
  while (left.some((count) => count > 0)) {
    const height = Math.min(...left.filter((count) => count > 0));
    const filled = left.map((count) => count > 0);
    const size = filled.filter(Boolean).length;
    let conforming = 0;
    let deviating = 0;
    for (let low = 0; low < points - 2; low += 1) {
      for (let middle = low + 1; middle < points - 1; middle += 1) {
        for (let high = middle + 1; high < points; high += 1) {
          if (filled[middle] === true && filled[low] !== filled[high]) conforming += 1;
          if (filled[middle] === false && filled[low] === true && filled[high] === true) deviating += 1;
        }
      }
    }
    const triples = conforming + deviating;
    const unimodality =
      triples === 0 ? 1 : ((points - 2) * conforming - (points - 1) * deviating) / ((points - 2) * triples);
    total += ((size * height) / n) * unimodality * (1 - (size - 1) / (points - 1));
    left = left.map((count) => Math.max(0, count - height));
  }
  return total;
}

describe('MS2 a figure of a distribution that is undefined is null with a reason', () => {
  it.each(Object.entries(FIGURES))('%s', (_, figure) => {
    expect(figure([0, 0, 0])).toEqual({ value: null, reason: 'no-answers' });
    expect(figure([7])).toEqual({ value: null, reason: 'short-scale' });
    expect(figure([])).toEqual({ value: null, reason: 'short-scale' });
    expect(figure([1, Number.NaN, 2])).toEqual({ value: null, reason: 'not-a-number' });
    expect(figure([1, Number.POSITIVE_INFINITY, 2])).toEqual({ value: null, reason: 'not-a-number' });
    expect(figure([3, -1, 2])).toEqual({ value: null, reason: 'off-the-scale' });
  });

  it('agreement A between two points', () => {
    expect([agreementA([3, 4]), polarisation([3, 4])]).toEqual(
      Array.from({ length: 2 }, () => ({ value: null, reason: 'short-scale' })),
    );
  });
});

describe('MS3 figures of a distribution follow their definitions', () => {
  it('agreement A by layers and triples', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(agreementA(table).value).toBeCloseTo(agreementByTriples(table), 10);
        expect(polarisation(table).value).toBeCloseTo((1 - agreementByTriples(table)) / 2, 10);
      }),
    );
  });

  it('consensus, Leik and Blair and Lacy by their formulas', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const n = sizeOf(table);
        const width = table.length - 1;
        const mean = table.reduce((sum, count, step) => sum + (count * step) / n, 0);
        const shares = table.map((count) => count / n);
        const parts = shares.map((share, step) =>
          share > 0 ? share * Math.log2(1 - Math.abs(step - mean) / width) : 0,
        );
        expect(consensus(table).value).toBeCloseTo(1 + parts.reduce((sum, part) => sum + part, 0), 10);
        const below = shares
          .slice(0, -1)
          .map((_, cut) => shares.slice(0, cut + 1).reduce((sum, share) => sum + share, 0));
        const least = below.map((share) => Math.min(share, 1 - share)).reduce((sum, share) => sum + share, 0);
        expect(leikDispersion(table).value).toBeCloseTo((2 * least) / width, 10);
        const squares = below.reduce((sum, share) => sum + (share - 0.5) ** 2, 0);
        expect(blairLacy(table).value).toBeCloseTo(Math.sqrt(squares / (width / 4)), 10);
      }),
    );
  });

  it.each(Object.entries(FIGURES))('%s is the same turned round, and of shares instead of counts', (_, figure) => {
    fc.assert(
      fc.property(tables, (table) => {
        const value = figure(table).value ?? Number.NaN;
        expect(figure(table.toReversed()).value).toBeCloseTo(value, 10);
        expect(figure(table.map((count) => count / sizeOf(table))).value).toBeCloseTo(value, 10);
      }),
    );
  });

  it('everyone together and two camps at the ends are the two extremes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 9 }),
        fc.nat({ max: 8 }),
        fc.integer({ min: 1, max: 50_000 }),
        (points, at, n) => {
          const one = Array.from({ length: points }, (_, step) => (step === at % points ? 2 * n : 0));
          const ends = Array.from({ length: points }, (_, step) => (step === 0 || step === points - 1 ? n : 0));
          const figures = Object.values(FIGURES);
          expect(figures.map((figure) => figure(one).value)).toEqual([1, 1, 0, 0, 1]);
          expect(figures.map((figure) => figure(ends).value)).toEqual([0, -1, 1, 1, 0]);
          expect(rwg(ends).value).toBeLessThan(-0.5);
        },
      ),
    );
  });

  it('all stay in their ranges, however unequal the counts', () => {
    const uneven = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e300, noNaN: true })), {
      minLength: 3,
      maxLength: 9,
    });
    fc.assert(
      fc.property(
        uneven.filter((table) => sizeOf(table) > 0),
        (table) => {
          for (const figure of Object.values(FIGURES)) {
            const { value } = figure(table);
            expect(Math.abs(value ?? Number.NaN)).toBeLessThanOrEqual(1 + 1e-12);
          }
        },
      ),
    );
    expect(consensus([1e300, 0, 1]).value).toBeCloseTo(1, 12);
  });
});
