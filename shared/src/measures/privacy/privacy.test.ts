import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { differencing } from './differencing.ts';
import type { PublishedGroup } from './differencing.ts';
import { answerSheetsBehind } from './reconstruction.ts';
import type { PublishedFigures } from './reconstruction.ts';
import { auditTable } from './table-audit.ts';

/** Whether a row is a rational combination of others: elimination in fractions of whole numbers. */
function spans(rows: readonly (readonly number[])[], row: readonly number[]): boolean {
  const rank = (matrix: readonly (readonly number[])[]) => {
    let left = matrix.map((line) => line.map(BigInt));
    let found = 0;
    for (let column = 0; column < row.length; column += 1) {
      const pivot = left.find((line) => line[column] !== 0n);
      if (!pivot) continue;
      found += 1;
      left = left
        .filter((line) => line !== pivot)
        .map((line) =>
          line.map((value, at) => value * (pivot[column] ?? 0n) - (pivot[at] ?? 0n) * (line[column] ?? 0n)),
        );
    }
    return found;
  };
  return rank([...rows, row]) === rank(rows);
}

/** All sets of 1 to k - 1 people in the row space, none of which holds a smaller one; person by person. */
function slowlyExposed(groups: readonly PublishedGroup[], k: number): readonly (readonly string[])[] {
  const people = [...new Set(groups.flatMap((group) => group.people))].sort();
  const rowOf = (set: readonly string[]) => people.map((person) => (set.includes(person) ? 1 : 0));
  const rows = groups.map((group) => rowOf(group.people));
  const exposed: (readonly string[])[] = [];
  for (let bits = 1; bits < 2 ** people.length; bits += 1) {
    const set = people.filter((_, place) => ((bits >> place) & 1) === 1);
    if (set.length < k && spans(rows, rowOf(set))) exposed.push(set);
  }
  return exposed
    .filter((set) => !exposed.some((other) => other.length < set.length && other.every((it) => set.includes(it))))
    .sort((a, b) => a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1));
}

const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const groupsOf = fc
  .array(fc.uniqueArray(fc.constantFrom(...people), { minLength: 1 }), { minLength: 1, maxLength: 6 })
  .map((sets) => sets.map((set, place) => ({ name: `g${place}`, people: set })));

describe('MS3 differencing finds what adding and subtracting published groups gives away', () => {
  it('property: the exposed sets are those of a search person by person', () => {
    fc.assert(
      fc.property(groupsOf, fc.integer({ min: 1, max: 6 }), (groups, k) => {
        expect(differencing(groups, k).value?.exposed).toEqual(slowlyExposed(groups, k));
      }),
      { numRuns: 300 },
    );
  });

  it('property: in any order of groups and people', () => {
    fc.assert(
      fc.property(groupsOf, (groups) => {
        const turned = groups.toReversed().map((group) => ({ ...group, people: group.people.toReversed() }));
        expect(differencing(turned, 5).value?.exposed).toEqual(differencing(groups, 5).value?.exposed);
        expect(differencing(turned, 5).value?.safe).toEqual(differencing(groups, 5).value?.safe);
      }),
    );
  });

  it('a sum of three published groups less another, where no pair holds the other', () => {
    const groups = [
      { name: 'x', people: ['a', 'b', 'c', 'd', 'e'] },
      { name: 'y', people: ['e', 'f', 'g', 'h', 'i'] },
      { name: 'z', people: ['a', 'b', 'c', 'd', 'f', 'g', 'h', 'i'] },
    ];
    const exposed = [['e'], ['a', 'b', 'c', 'd'], ['f', 'g', 'h', 'i']];
    expect(differencing(groups, 5).value).toEqual({ tooSmall: [], nested: [], exposed, safe: false });
  });

  it('is exact where a small weight decides: a chain of 40 overlapping groups', () => {
    const names = Array.from({ length: 41 }, (_, place) => [`p${place}`, `q${place}`, `r${place}`]);
    const chain = names
      .slice(1)
      .map((own, place) => ({ name: `g${place}`, people: [...(names[place] ?? []), ...own] }));
    expect(differencing(chain, 4).value?.exposed).toEqual([]);
    const closed = [...chain, { name: 'end', people: [...(names[0] ?? []), ...(names[40] ?? [])] }];
    expect(differencing(closed, 4).value?.exposed).toHaveLength(41);
  });

  it('takes 100,000 people as their different memberships', () => {
    const all = Array.from({ length: 100_000 }, (_, place) => `p${place}`);
    const groups = Array.from({ length: 20 }, (_, group) => ({
      name: `g${group}`,
      people: all.filter((_person, place) => place % 20 === group && place > 2),
    }));
    expect(differencing([{ name: 'all', people: all }, ...groups], 5).value).toEqual({
      tooSmall: [],
      nested: [],
      exposed: [['p0', 'p1', 'p2']],
      safe: false,
    });
  });

  it('MS2 a minimum group that is none is null with a reason', () => {
    expect([differencing([], 0), differencing([], 2.5), differencing([], Number.NaN)]).toEqual([
      { value: null, reason: 'off-the-scale' },
      { value: null, reason: 'off-the-scale' },
      { value: null, reason: 'not-a-number' },
    ]);
  });
});

describe('MS3 the table audit bounds suppressed cells', () => {
  it('property: the bounds are the least and the most of all tables that fit', () => {
    const table = fc.array(fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 });
    const mask = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(table, mask, (cells, hidden) => {
        const isHidden = (row: number, column: number) => hidden[row * 3 + column] === true;
        const rowTotals = cells.map((row) => row.reduce((sum, cell) => sum + cell, 0));
        const columnTotals = [0, 1, 2].map((column) => cells.reduce((sum, row) => sum + (row[column] ?? 0), 0));
        const published = cells.map((row, at) => row.map((cell, column) => (isHidden(at, column) ? null : cell)));
        // The first row decides the second.
        const fitting: number[][][] = [];
        for (let code = 0; code < 9 ** 3; code += 1) {
          const first = [code % 9, Math.floor(code / 9) % 9, Math.floor(code / 81)];
          const second = first.map((cell, column) => (columnTotals[column] ?? 0) - cell);
          const fits =
            first.reduce((sum, cell) => sum + cell, 0) === rowTotals[0] &&
            second.every((cell) => cell >= 0) &&
            [first, second].every((row, at) =>
              row.every((cell, column) => isHidden(at, column) || cell === cells[at]?.[column]),
            );
          if (fits) fitting.push([first, second]);
        }
        const audit = auditTable({ cells: published, rowTotals, columnTotals }, 5).value;
        expect(audit?.suppressed).toEqual(
          [0, 1].flatMap((row) =>
            [0, 1, 2].flatMap((column) => {
              if (!isHidden(row, column)) return [];
              const values = fitting.map((it) => it[row]?.[column] ?? Number.NaN);
              return [{ row, column, min: Math.min(...values), max: Math.max(...values) }];
            }),
          ),
        );
        expect(audit?.belowK).toBe(audit?.suppressed.some(({ max }) => max < 5));
        expect(audit?.exactlyDisclosed).toBe(audit?.suppressed.some(({ min, max }) => min === max));
      }),
      { numRuns: 60 },
    );
  });

  it('a cell with no published total has no upper bound', () => {
    expect(auditTable({ cells: [[null, 3]], rowTotals: [null], columnTotals: [null, 3] }, 5)).toEqual({
      value: {
        suppressed: [{ row: 0, column: 0, min: 0, max: Number.POSITIVE_INFINITY }],
        exactlyDisclosed: false,
        belowK: false,
      },
    });
  });

  it('MS2 what is no table is null with a reason', () => {
    const audit = (cells: (number | null)[][], rowTotals: number[], columnTotals: number[]) =>
      auditTable({ cells, rowTotals, columnTotals }, 5);
    expect([
      audit([], [], []),
      audit([[1, 2], [3]], [3, 3], [4, 2]),
      audit([[1, null]], [Number.NaN], [1, 2]),
      audit([[-1, null]], [1], [-1, 2]),
      audit([[1, null]], [9], [1, 2]),
      audit([[1, 2]], [9], [1, 2]),
      audit([[5, null]], [3], [5, 0]),
    ]).toEqual(
      ['no-answers', 'ragged-rows', 'not-a-number', 'off-the-scale', 'wrong-total', 'wrong-total', 'wrong-total'].map(
        (reason) => ({ value: null, reason }),
      ),
    );
  });
});

describe('MS3 reconstruction lists every answer sheet behind a mean and a standard deviation', () => {
  const figures = (counts: readonly number[]) => {
    const answers = counts.flatMap((count, step) => Array.from({ length: count }, () => step + 1));
    const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
    const squares = answers.reduce((sum, answer) => sum + (answer - mean) ** 2, 0);
    return { mean, sd: Math.sqrt(squares / (answers.length - 1)) };
  };
  function* sheets(n: number, points: number): Generator<readonly number[]> {
    if (points === 1) yield [n];
    else for (let c = 0; c <= n; c += 1) for (const rest of sheets(n - c, points - 1)) yield [c, ...rest];
  }

  it('property: those of a search through all sheets', () => {
    const asked = fc.record({
      n: fc.integer({ min: 2, max: 8 }),
      points: fc.integer({ min: 2, max: 5 }),
      decimals: fc.integer({ min: 0, max: 3 }),
      pick: fc.nat(1000),
    });
    fc.assert(
      fc.property(asked, ({ n, points, decimals, pick }) => {
        const all = [...sheets(n, points)];
        const { mean, sd } = figures(all[pick % all.length] ?? []);
        const round = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
        const near = (value: number, published: number) => Math.abs(value - published) <= 0.5 * 10 ** -decimals + 1e-9;
        const published: PublishedFigures = {
          n,
          points,
          mean: round(mean),
          meanDecimals: decimals,
          sd: round(sd),
          sdDecimals: decimals,
        };
        const behind = all.filter((sheet) => {
          const own = figures(sheet);
          return near(own.mean, round(mean)) && near(own.sd, round(sd));
        });
        expect(answerSheetsBehind(published).value).toEqual(behind);
      }),
      { numRuns: 150 },
    );
  });

  const five: PublishedFigures = { n: 5, points: 5, mean: 3.8, meanDecimals: 2, sd: 1.1, sdDecimals: 2 };

  it('nothing fits a figure with more decimals than it says', () => {
    expect(answerSheetsBehind({ ...five, mean: 3.805 }).value).toEqual([]);
  });

  it('only one figure published leaves more sheets', () => {
    // 19 in all is 6 below the top: the partitions of 6 into at most five parts of at most four.
    expect(answerSheetsBehind({ ...five, sd: null }).value).toHaveLength(8);
    expect(answerSheetsBehind({ ...five, mean: null }).value?.length).toBeGreaterThan(2);
  });

  it('MS2 what cannot be searched is null with a reason', () => {
    const reason = (changed: Partial<PublishedFigures>) => {
      const behind = answerSheetsBehind({ ...five, ...changed });
      return behind.value === null ? behind.reason : behind.value.length;
    };
    expect([
      reason({ mean: Number.NaN }),
      reason({ n: 4.5 }),
      reason({ meanDecimals: -1 }),
      reason({ n: 0, sd: null }),
      reason({ points: 0 }),
      reason({ n: 1 }),
      reason({ n: 100_000, points: 7 }),
    ]).toEqual([
      'not-a-number',
      'off-the-scale',
      'off-the-scale',
      'no-answers',
      'short-scale',
      'too-few-answers',
      'too-much-work',
    ]);
  });
});
