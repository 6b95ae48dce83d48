import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { circularTriads } from './circular-triads.ts';
import { comparisonsOf } from './comparisons.ts';
import type { PreferenceTable } from './comparisons.ts';
import { kendallU } from './kendall-u.ts';
import { chanceOfTriads } from './tournaments.ts';

function read(wins: PreferenceTable, ties?: PreferenceTable) {
  const comparisons = comparisonsOf(wins, ties);
  if (comparisons.value === null) throw new Error(comparisons.reason);
  return comparisons.value;
}

function agreement(wins: PreferenceTable, ties?: PreferenceTable) {
  const found = kendallU(read(wins, ties));
  if (found.value === null) throw new Error(found.reason);
  return found.value;
}

function consistency(preference: PreferenceTable) {
  const found = circularTriads(read(preference));
  if (found.value === null) throw new Error(found.reason);
  return found.value;
}

/** Rows of one rater's preferences, each pair decided by a bit. */
function tournamentOf(items: number, bits: readonly boolean[]): number[][] {
  const rows = Array.from({ length: items }, () => Array.from({ length: items }, () => 0));
  const left = [...bits];
  for (const [one, row] of rows.entries()) {
    for (let other = one + 1; other < items; other += 1) {
      const beaten = left.pop() === true;
      row[other] = beaten ? 0 : 1;
      const otherRow = rows[other];
      if (otherRow !== undefined) otherRow[one] = beaten ? 1 : 0;
    }
  }
  return rows;
}

const tournament = (items: number) => {
  const length = (items * (items - 1)) / 2;
  return fc.array(fc.boolean(), { minLength: length, maxLength: length }).map((bits) => tournamentOf(items, bits));
};

const anyTournament = fc.integer({ min: 3, max: 7 }).chain(tournament);

const raters = fc
  .record({ items: fc.integer({ min: 2, max: 5 }), count: fc.integer({ min: 2, max: 7 }) })
  .chain(({ items, count }) => fc.array(tournament(items), { minLength: count, maxLength: count }));

function addedUp(tables: readonly PreferenceTable[]): number[][] {
  return (tables[0] ?? []).map((row, one) =>
    row.map((_, other) => tables.reduce((sum, table) => sum + (table[one]?.[other] ?? 0), 0)),
  );
}

/** Every second item first: an order of items that is not the given one. */
function renamed(table: PreferenceTable): number[][] {
  const order = [...table.keys()].sort((a, b) => (a % 2) - (b % 2) || b - a);
  return order.map((one) => order.map((other) => table[one]?.[other] ?? 0));
}

describe('MS2 what is undefined is null with a reason', () => {
  it.each([
    { name: 'no items', wins: [], reason: 'too-few-items' },
    { name: 'one item', wins: [[0]], reason: 'too-few-items' },
    { name: 'ragged rows', wins: [[0, 1], [0]], reason: 'ragged-rows' },
    { name: 'a table that is not square', wins: [[0, 1, 1]], reason: 'ragged-rows' },
    {
      name: 'not a number',
      wins: [
        [0, Number.NaN],
        [0, 0],
      ],
      reason: 'not-a-number',
    },
    {
      name: 'infinite',
      wins: [
        [0, Number.POSITIVE_INFINITY],
        [0, 0],
      ],
      reason: 'not-a-number',
    },
    {
      name: 'below 0',
      wins: [
        [0, -1],
        [2, 0],
      ],
      reason: 'off-the-scale',
    },
    {
      name: 'more than can be counted',
      wins: [
        [0, 1e300],
        [2, 0],
      ],
      reason: 'off-the-scale',
    },
    {
      name: 'nothing compared',
      wins: [
        [0, 0],
        [0, 0],
      ],
      reason: 'no-answers',
    },
  ])('$name', ({ wins, reason }) => {
    expect(comparisonsOf(wins)).toEqual({ value: null, reason });
  });

  it.each([
    {
      ties: [
        [0, 1],
        [2, 0],
      ],
      reason: 'off-the-scale',
    },
    { ties: [[0, 1]], reason: 'ragged-rows' },
    {
      ties: [
        [0, -1],
        [-1, 0],
      ],
      reason: 'off-the-scale',
    },
    {
      ties: [
        [0, Number.NaN],
        [0, 0],
      ],
      reason: 'not-a-number',
    },
  ])('ties $ties', ({ ties, reason }) => {
    expect(
      comparisonsOf(
        [
          [0, 1],
          [1, 0],
        ],
        ties,
      ),
    ).toEqual({ value: null, reason });
  });

  it('u of one rater, and of part of a preference', () => {
    expect(
      kendallU(
        read([
          [0, 1],
          [0, 0],
        ]),
      ),
    ).toEqual({ value: null, reason: 'too-few-answers' });
    expect(
      kendallU(
        read([
          [0, 1.3],
          [1.7, 0],
        ]),
      ),
    ).toEqual({ value: null, reason: 'off-the-scale' });
    expect(
      kendallU(
        read([
          [0, 1.25],
          [1.25, 0],
        ]),
      ),
    ).toEqual({ value: null, reason: 'off-the-scale' });
  });

  it('a test of two raters', () => {
    expect(
      kendallU(
        read([
          [0, 2],
          [0, 0],
        ]),
      ).value,
    ).toEqual({
      u: 1,
      least: -1,
      test: { value: null, reason: 'too-few-answers' },
    });
  });

  it.each([
    {
      name: 'two items',
      preference: [
        [0, 1],
        [0, 0],
      ],
      reason: 'too-few-items',
    },
    {
      name: 'a comparison too few',
      preference: [
        [0, 1, 1],
        [0, 0, 0],
        [0, 0, 0],
      ],
      reason: 'too-few-answers',
    },
    {
      name: 'both ways',
      preference: [
        [0, 1, 1],
        [1, 0, 0],
        [0, 1, 0],
      ],
      reason: 'off-the-scale',
    },
    {
      name: 'half a preference',
      preference: [
        [0, 0.5, 1],
        [0.5, 0, 0],
        [0, 1, 0],
      ],
      reason: 'off-the-scale',
    },
    {
      name: 'two raters',
      preference: [
        [0, 2, 2],
        [0, 0, 2],
        [0, 0, 0],
      ],
      reason: 'off-the-scale',
    },
  ])('consistence of $name', ({ preference, reason }) => {
    expect(circularTriads(read(preference))).toEqual({ value: null, reason });
  });
});

describe('MS3 u follows its definition', () => {
  it('counts the agreements of every two raters', () => {
    fc.assert(
      fc.property(raters, (tables) => {
        let agreed = 0;
        let possible = 0;
        for (const [first, table] of tables.entries()) {
          for (const other of tables.slice(first + 1)) {
            for (const [one, row] of table.entries()) {
              for (let against = one + 1; against < row.length; against += 1) {
                possible += 1;
                if (row[against] === other[one]?.[against]) agreed += 1;
              }
            }
          }
        }
        expect(agreement(addedUp(tables)).u).toBeCloseTo((2 * agreed) / possible - 1, 12);
      }),
    );
  });

  it('does not know the names of items, nor which way they are preferred', () => {
    fc.assert(
      fc.property(raters, (tables) => {
        const wins = addedUp(tables);
        const turned = wins.map((row, one) => row.map((_, other) => wins[other]?.[one] ?? 0));
        expect(agreement(renamed(wins))).toEqual(agreement(wins));
        expect(agreement(turned)).toEqual(agreement(wins));
      }),
    );
  });

  it('lies between its least and 1', () => {
    fc.assert(
      fc.property(raters, (tables) => {
        const { u, least } = agreement(addedUp(tables));
        expect(u).toBeGreaterThanOrEqual(least);
        expect(u).toBeLessThanOrEqual(1);
      }),
    );
    expect(
      [4, 5]
        .map((count) =>
          agreement([
            [0, 2],
            [count - 2, 0],
          ]),
        )
        .map(({ u, least }) => u - least),
    ).toEqual([0, 0]);
    expect(
      [4, 5].map(
        (count) =>
          agreement([
            [0, count],
            [0, 0],
          ]).least,
      ),
    ).toEqual([expect.closeTo(-1 / 3, 12), expect.closeTo(-1 / 5, 12)]);
  });

  it('the test has the mean, variance and skewness of blind preferences, however many raters a pair has', () => {
    const sizes = [3, 5, 8];
    // Every way in which three pairs can be split by 3, 5 and 8 raters, with its probability.
    const chances = sizes.map((size) => {
      const row = [1];
      for (let step = 1; step <= size; step += 1) row.push(((row.at(-1) ?? 0) * (size - step + 1)) / step);
      return row.map((ways) => ways / 2 ** size);
    });
    let moments = [0, 0, 0];
    let df = 0;
    for (const [a, first] of (chances[0] ?? []).entries()) {
      for (const [b, second] of (chances[1] ?? []).entries()) {
        for (const [c, third] of (chances[2] ?? []).entries()) {
          const { test } = agreement([
            [0, a, b],
            [3 - a, 0, c],
            [5 - b, 8 - c, 0],
          ]);
          const lead = (test.value?.chiSquare ?? Number.NaN) - (test.value?.df ?? Number.NaN);
          df = test.value?.df ?? Number.NaN;
          moments = moments.map((moment, power) => moment + first * second * third * lead ** (power + 1));
        }
      }
    }
    // A chi-square variable has mean df, variance 2 df and third central moment 8 df.
    expect(moments).toEqual([expect.closeTo(0, 9), expect.closeTo(2 * df, 9), expect.closeTo(8 * df, 9)]);
  });

  it('the correction takes off one agreement', () => {
    const { test } = agreement([
      [0, 4, 3],
      [1, 0, 5],
      [2, 0, 0],
    ]);
    expect((test.value?.chiSquare ?? 0) - (test.value?.corrected.chiSquare ?? 0)).toBeCloseTo(4 / 3, 12);
    expect(test.value?.corrected.p).toBeGreaterThan(test.value?.p ?? 1);
  });

  it('a tie is half a preference each way', () => {
    const halves = agreement([
      [0, 2.5],
      [1.5, 0],
    ]);
    expect(
      agreement(
        [
          [0, 2],
          [1, 0],
        ],
        [
          [0, 1],
          [1, 0],
        ],
      ),
    ).toEqual(halves);
  });
});

describe('MS3 circular triads follow their definition', () => {
  it('counts circles of three', () => {
    fc.assert(
      fc.property(anyTournament, (table) => {
        let circles = 0;
        for (const [a, row] of table.entries()) {
          for (const b of table.keys()) {
            for (const c of table.keys()) {
              if (a < b && a < c && row[b] === 1 && table[b]?.[c] === 1 && table[c]?.[a] === 1) circles += 1;
            }
          }
        }
        const { triads, most, zeta, expected } = consistency(table);
        const items = table.length;
        expect([triads, expected]).toEqual([circles, (items * (items - 1) * (items - 2)) / 24]);
        expect(zeta).toBeCloseTo(1 - circles / most, 12);
        expect(zeta).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('does not know the names of items', () => {
    fc.assert(
      fc.property(anyTournament, (table) => {
        expect(consistency(renamed(table))).toEqual(consistency(table));
      }),
    );
  });

  it('a straight order makes none, a wheel the most', () => {
    for (const items of [3, 5, 7, 9]) {
      const order = tournamentOf(items, []);
      const wheel = order.map((row, one) =>
        row.map((_, other) => {
          const ahead = (other - one + items) % items;
          return ahead > 0 && ahead <= (items - 1) / 2 ? 1 : 0;
        }),
      );
      expect([consistency(order).zeta, consistency(wheel).zeta]).toEqual([1, 0]);
      expect(consistency(wheel).chance).toEqual({ p: 1, exact: true });
    }
  });

  it.each([3, 4, 5])('the chance is that of all tournaments of %d items', (items) => {
    const pairs = (items * (items - 1)) / 2;
    const all = Array.from({ length: 2 ** pairs }, (_, number) =>
      consistency(
        tournamentOf(
          items,
          Array.from({ length: pairs }, (__, bit) => Math.floor(number / 2 ** bit) % 2 === 1),
        ),
      ),
    );
    for (const { triads, chance } of all.slice(0, 40)) {
      const asFew = all.filter((other) => other.triads <= triads).length / all.length;
      expect(chance).toEqual({ p: asFew, exact: true });
    }
  });

  it('ten items are counted, and orders without a circle are 10! of 2^45', () => {
    expect(chanceOfTriads({ items: 10, triads: 0 })).toEqual({ p: 3_628_800 / 2 ** 45, exact: true });
  });

  it('past ten items the chance is near that of drawn tournaments', () => {
    let state = 2024;
    const bit = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >= 2 ** 31;
    };
    const items = 12;
    const drawn = Array.from({ length: 10_000 }, () => {
      const scores = Array.from({ length: items }, () => 0);
      for (let one = 0; one < items; one += 1) {
        for (let other = one + 1; other < items; other += 1) {
          const winner = bit() ? one : other;
          scores[winner] = (scores[winner] ?? 0) + 1;
        }
      }
      return 220 - scores.reduce((sum, score) => sum + (score * (score - 1)) / 2, 0);
    });
    for (const triads of [42, 50, 55, 60]) {
      const { p, exact } = chanceOfTriads({ items, triads });
      expect(exact).toBe(false);
      expect(Math.abs(p - drawn.filter((other) => other <= triads).length / drawn.length)).toBeLessThan(0.02);
    }
  });
});
