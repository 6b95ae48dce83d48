import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { concordance } from './concordance.ts';
import { exactChanceOfW, shuffledChanceOfW } from './concordance-chance.ts';
import { incompleteW } from './concordance-incomplete.ts';
import { centredRanks, meanSpearman, midranks, standardised } from './ranks.ts';
import { completeRows } from './rows.ts';
import { meanTauX, tauXMatrix } from './tau-x.ts';

type Table = number[][];

const tables = fc
  .record({
    raters: fc.integer({ min: 2, max: 7 }),
    items: fc.integer({ min: 2, max: 6 }),
    points: fc.integer({ min: 2, max: 9 }),
  })
  .chain(({ raters, items, points }) =>
    fc.array(fc.array(fc.integer({ min: 1, max: points }), { minLength: items, maxLength: items }), {
      minLength: raters,
      maxLength: raters,
    }),
  );

const smallTables = tables.filter((table) => table.length <= 3 && (table[0]?.length ?? 0) <= 4);
const gap = { value: null, reason: 'too-few-answers' };

/** Midranks by their definition: how many are smaller, and half of the others that are equal. */
function plainRanks(row: readonly number[]): number[] {
  return row.map(
    (value) =>
      1 + row.filter((other) => other < value).length + (row.filter((other) => other === value).length - 1) / 2,
  );
}

function plainPearson(one: readonly number[], other: readonly number[]): number {
  const mean = (row: readonly number[]) => row.reduce((sum, value) => sum + value, 0) / row.length;
  const [a, b] = [one.map((value) => value - mean(one)), other.map((value) => value - mean(other))];
  const dot = (p: readonly number[], q: readonly number[]) =>
    p.reduce((sum, value, at) => sum + value * (q[at] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function plainTauB(one: readonly number[], other: readonly number[]): number {
  let [both, mine, theirs] = [0, 0, 0];
  for (const i of one.keys()) {
    for (const j of one.keys()) {
      const a = Math.sign((one[i] ?? 0) - (one[j] ?? 0));
      const b = Math.sign((other[i] ?? 0) - (other[j] ?? 0));
      both += a * b;
      mine += a * a;
      theirs += b * b;
    }
  }
  return both / Math.sqrt(mine * theirs);
}

function meanOverPairs(table: Table, measure: (one: readonly number[], other: readonly number[]) => number): number {
  const values = table.flatMap((one, at) => table.slice(at + 1).map((other) => measure(one, other)));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function arrangements(row: readonly number[]): number[][] {
  if (row.length === 0) return [[]];
  return row.flatMap((value, at) => arrangements(row.toSpliced(at, 1)).map((rest) => [value, ...rest]));
}

/** All tables that have these rows with their values in any order. */
function everyTable(table: Table): Table[] {
  const [first, ...others] = table;
  if (first === undefined) return [[]];
  const rest = everyTable(others);
  return arrangements(first).flatMap((row) => rest.map((rows) => [row, ...rows]));
}

const orders = (table: Table) => table.filter((row) => new Set(row).size > 1);
const spreadOf = (table: Table) => concordance(table).rankSums.reduce((sum, rank) => sum + rank * rank, 0);

describe('ranks', () => {
  it('MS3 share the mean of equal ones, and centred ones are whole numbers around 0', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1 }), (row) => {
        expect(midranks(row)).toEqual(plainRanks(row));
        expect(Array.from(centredRanks(row))).toEqual(plainRanks(row).map((rank) => 2 * rank - row.length - 1));
      }),
    );
  });
});

describe("Kendall's W", () => {
  it('MS1 is the published .828 for the tied rankings of Siegel (1956), and .796 without correction', () => {
    const { w, uncorrected, rankSums } = concordance([
      [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
      [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
      [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
    ]);
    expect(w.value).toBeCloseTo(0.828, 3);
    expect(uncorrected.value).toBeCloseTo(0.796, 3);
    expect(rankSums).toEqual([5.5, 6.5, 9, 13.5, 12, 20, 23, 23.5, 25.5, 26.5]);
  });

  it('MS3 depends neither on the order of raters nor on names of items nor on the direction of the scale', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { w } = concordance(table);
        expect(concordance(table.toReversed()).w).toEqual(w);
        expect(concordance(table.map((row) => row.toReversed())).w).toEqual(w);
        expect(concordance(table.map((row) => row.map((value) => 100 - 7 * value))).w).toEqual(w);
      }),
    );
  });

  it('MS3 is 12 S / (m^2 (n^3 - n) - m T), and its means are those over all pairs', () => {
    fc.assert(
      fc.property(
        tables.filter((table) => orders(table).length === table.length),
        (table) => {
          const found = concordance(table);
          const [m, n] = [table.length, table[0]?.length ?? 0];
          const ties = table.reduce((sum, row) => {
            const sizes = [...new Set(row)].map((value) => row.filter((other) => other === value).length);
            return sum + sizes.reduce((total, size) => total + size ** 3 - size, 0);
          }, 0);
          const spread = found.rankSums.reduce((sum, rank) => sum + (rank - (m * (n + 1)) / 2) ** 2, 0);
          expect(found.w.value).toBeCloseTo((12 * spread) / (m * m * (n ** 3 - n) - m * ties), 10);
          expect(found.uncorrected.value).toBeCloseTo((12 * spread) / (m * m * (n ** 3 - n)), 10);
          const ranked = table.map(plainRanks);
          expect(found.meanSpearman.value).toBeCloseTo(meanOverPairs(ranked, plainPearson), 10);
          expect(found.meanTauB.value).toBeCloseTo(meanOverPairs(table, plainTauB), 10);
          expect(found.ratersWithoutOrder).toBe(0);
        },
      ),
    );
  });

  it('MS2 has no F where all agree, for it would be infinite, but the p of it is 0', () => {
    const { w, f } = concordance([
      [1, 2, 3],
      [1, 2, 3],
      [10, 20, 30],
    ]);
    expect({ w, f }).toEqual({
      w: { value: 1 },
      f: { value: { value: null, reason: 'no-variation' }, df1: 2 - 2 / 3, df2: 2 * (2 - 2 / 3), p: { value: 0 } },
    });
  });

  it('MS2 is undefined for one rater, one item, and raters who tie everything', () => {
    expect(concordance([[1, 2]]).w).toEqual(gap);
    expect(concordance([[1], [2]]).w).toEqual({ value: null, reason: 'too-few-items' });
    const flat = concordance([
      [2, 2],
      [3, 3],
    ]);
    expect([flat.w, flat.meanSpearman, flat.meanTauB]).toEqual(Array(3).fill({ value: null, reason: 'no-order' }));
    expect(exactChanceOfW([[1, 2]])).toEqual(gap);
    expect(shuffledChanceOfW({ rows: [[1], [2]], draws: 9, seed: 1 })).toEqual({
      value: null,
      reason: 'too-few-items',
    });
  });

  it('MS3 of 100,000 raters stays exact', () => {
    const rows = Array.from({ length: 100_000 }, (_, rater) => (rater % 4 === 0 ? [3, 2, 1, 4] : [1, 2, 3, 4]));
    const { w } = concordance(rows);
    // Rank sums 150,000, 200,000, 250,000, 400,000: S = 3.5e10, W = 12 S / (1e10 x 60).
    expect(w).toEqual({ value: 0.7 });
    expect(exactChanceOfW(rows)).toEqual({ value: null, reason: 'too-much-work' });
    expect(shuffledChanceOfW({ rows, draws: 99_999, seed: 1 })).toEqual({ value: null, reason: 'too-much-work' });
  });
});

describe("chance of Kendall's W", () => {
  it('MS3 is the share of all tables that have a W as large', () => {
    fc.assert(
      fc.property(
        smallTables.filter((table) => orders(table).length > 0),
        (table) => {
          // The first row may stay: only how the others stand to it matters.
          const every = everyTable(table.slice(1)).map((rows) => [table[0] ?? [], ...rows]);
          const reached = every.filter((other) => spreadOf(other) >= spreadOf(table)).length;
          expect(exactChanceOfW(table).value).toBeCloseTo(reached / every.length, 10);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('MS3 by shuffles lies within four standard errors of the exact one and is never 0', () => {
    fc.assert(
      fc.property(
        smallTables.filter((table) => orders(table).length > 0),
        fc.integer(),
        (table, seed) => {
          const exact = exactChanceOfW(table).value;
          const drawn = shuffledChanceOfW({ rows: table, draws: 999, seed }).value;
          if (exact === null) return;
          expect(Math.abs((drawn ?? Number.NaN) - exact)).toBeLessThanOrEqual(
            4.5 * Math.sqrt((exact * (1 - exact)) / 999) + 2 / 1000,
          );
          expect(drawn).toBeGreaterThanOrEqual(1 / 1000);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('MS3 repeats with its seed', () => {
    const rows = [
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
      [2, 1, 4, 3, 6, 5, 8, 9, 7],
      [5, 3, 1, 2, 4, 9, 8, 7, 6],
    ];
    const once = shuffledChanceOfW({ rows, draws: 999, seed: 5 });
    expect(shuffledChanceOfW({ rows, draws: 999, seed: 5 })).toEqual(once);
    expect(shuffledChanceOfW({ rows, draws: 999, seed: 6 })).not.toEqual(once);
    expect(exactChanceOfW(rows)).toEqual({ value: null, reason: 'too-much-work' });
  });
});

describe('tables with gaps', () => {
  it('MS3 keep raters who answered something and items that all of them answered', () => {
    const rows = [
      [1, null, 3],
      [null, null, null],
      [2, 5, 6],
    ];
    expect(completeRows(rows)).toEqual({
      value: {
        rows: [
          [1, 3],
          [2, 6],
        ],
        raters: [0, 2],
        items: [0, 2],
      },
    });
  });

  it('MS2 that are empty, ragged or not numbers say so', () => {
    expect(completeRows([])).toEqual({ value: null, reason: 'no-answers' });
    expect(completeRows([[null], [null]])).toEqual({ value: null, reason: 'no-answers' });
    expect(incompleteW([[1, 2], [1]])).toEqual({ value: null, reason: 'ragged-rows' });
    expect(incompleteW([[1, Number.NaN]])).toEqual({ value: null, reason: 'not-a-number' });
    expect(meanTauX([[1, Number.POSITIVE_INFINITY]])).toEqual({ value: null, reason: 'not-a-number' });
    expect(incompleteW([[1], [2]])).toEqual({ value: null, reason: 'too-few-items' });
    expect(incompleteW([[1, 2]])).toEqual(gap);
    expect(
      incompleteW([
        [1, null],
        [null, 2],
      ]),
    ).toEqual(gap);
  });

  it('MS3 give the W of Brueckl pair by pair', () => {
    const holed = tables.chain((table) =>
      fc.array(fc.nat({ max: 99 }), { maxLength: 8 }).map((holes) => {
        const rows: (number | null)[][] = table.map((row) => [...row]);
        for (const hole of holes) {
          const row = rows[hole % rows.length];
          if (row) row[Math.floor(hole / rows.length) % row.length] = null;
        }
        return rows;
      }),
    );
    fc.assert(
      fc.property(holed, (rows) => {
        let [weights, products] = [0, 0];
        for (const [at, one] of rows.entries()) {
          for (const other of rows.slice(0, at)) {
            const both = [...one.keys()].filter((item) => one[item] !== null && other[item] !== null);
            const seen = (row: readonly (number | null)[]) => plainRanks(both.map((item) => row[item] ?? 0));
            const correlation = plainPearson(seen(one), seen(other));
            weights += Math.max(0, both.length - 1);
            products += Math.max(0, both.length - 1) * (Number.isNaN(correlation) ? 0 : correlation);
          }
        }
        const answers = rows.flat().filter((value) => value !== null).length;
        const k = answers / (rows[0]?.length ?? 0);
        const { value } = incompleteW(rows);
        if (weights === 0) expect(value).toBeNull();
        else expect(value).toBeCloseTo((1 + (products / weights) * (k - 1)) / k, 10);
      }),
    );
  });
});

describe('tau_x', () => {
  it('MS3 is 1 with itself, -1 with the reverse where nothing is tied, and its mean is that over all pairs', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const matrix = tauXMatrix(table).value ?? [];
        expect(matrix.map((row, at) => row[at])).toEqual(table.map(() => 1));
        expect(meanTauX(table.toReversed())).toEqual(meanTauX(table));
        const pairs = matrix.flatMap((row, at) => row.slice(at + 1));
        expect(meanTauX(table).value).toBeCloseTo(pairs.reduce((sum, tau) => sum + tau, 0) / pairs.length, 10);
      }),
    );
    expect(
      meanTauX([
        [1, 2, 3],
        [3, 2, 1],
      ]),
    ).toEqual({ value: -1 });
  });

  it('MS3 takes an item that was not ranked for no information', () => {
    // Of six ordered pairs two are ranked by both, the same way.
    expect(
      tauXMatrix([
        [1, 2, null],
        [1, 2, 3],
      ]),
    ).toEqual({
      value: [
        [2 / 6, 2 / 6],
        [2 / 6, 1],
      ],
    });
  });

  it('MS2 is undefined for one rater, one item and no ranks at all, and its matrix for 501 raters', () => {
    expect(meanTauX([[1, 2]])).toEqual(gap);
    expect(meanTauX([[1], [1]])).toEqual({ value: null, reason: 'too-few-items' });
    expect(
      meanTauX([
        [null, null],
        [null, null],
      ]),
    ).toEqual({ value: null, reason: 'no-answers' });
    expect(tauXMatrix(Array.from({ length: 501 }, () => [1, 2]))).toEqual({ value: null, reason: 'too-much-work' });
    expect(meanTauX(Array.from({ length: 501 }, () => [1, 2]))).toEqual({ value: 1 });
  });
});

describe('mean Spearman correlation', () => {
  it('MS3 is W corrected for chance where nobody ties', () => {
    fc.assert(
      fc.property(
        tables.filter((table) => table.every((row) => new Set(row).size === row.length)),
        (table) => {
          const units = table.map((row) => standardised(midranks(row)) ?? []);
          const sums = units[0]?.map((_, item) => units.reduce((sum, unit) => sum + (unit[item] ?? 0), 0)) ?? [];
          const mean = meanSpearman({ sums, raters: units.length }).value;
          expect(concordance(table).chanceCorrected.value).toBeCloseTo(mean ?? Number.NaN, 10);
        },
      ),
      { numRuns: 30 },
    );
  });
});
