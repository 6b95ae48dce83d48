import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { bradleyTerry, bradleyTerryPenalised } from './bradley-terry.ts';
import { comparisonsOf } from './comparisons.ts';
import type { PreferenceTable } from './comparisons.ts';
import { isConnected, isStronglyConnected } from './connectedness.ts';
import { davidson } from './davidson.ts';
import type { StrengthsAsked } from './strengths.ts';
import type { Measured } from '../measured.ts';

function read(wins: PreferenceTable, ties?: PreferenceTable) {
  const comparisons = comparisonsOf(wins, ties);
  if (comparisons.value === null) throw new Error(comparisons.reason);
  return comparisons.value;
}

function figure<T>(found: Measured<T>): T {
  if (found.value === null) throw new Error('reason' in found ? found.reason : 'none');
  return found.value;
}

function likeliest(wins: PreferenceTable, reference = 0) {
  return figure(bradleyTerry({ comparisons: read(wins), reference }));
}

const square = (items: number, most: number) =>
  fc
    .array(fc.array(fc.nat({ max: most }), { minLength: items, maxLength: items }), {
      minLength: items,
      maxLength: items,
    })
    .map((rows) => rows.map((row, one) => row.map((count, other) => (one === other ? 0 : count))));

const tables = fc.integer({ min: 2, max: 6 }).chain((items) => square(items, 4));
const nonEmpty = tables.filter((wins) => wins.flat().some((count) => count > 0));
const connected = nonEmpty.filter((wins) => isConnected(read(wins)));
const strong = nonEmpty.filter((wins) => isStronglyConnected(read(wins)));

function mirrored(table: PreferenceTable): number[][] {
  return table.map((row, one) => row.map((count, other) => (one < other ? count : (table[other]?.[one] ?? 0))));
}

function at(table: PreferenceTable, one: number, other: number): number {
  return table[one]?.[other] ?? 0;
}

/** The MM iteration of Hunter (2004), until it stands still. */
function byMM(wins: PreferenceTable): number[] {
  let worth = wins.map(() => 1);
  for (let round = 0; round < 200_000; round += 1) {
    const next = wins.map((row, one) => {
      const won = row.reduce((sum, count) => sum + count, 0);
      const met = wins.reduce(
        (sum, _, other) =>
          other === one
            ? sum
            : sum + (at(wins, one, other) + at(wins, other, one)) / ((worth[one] ?? 0) + (worth[other] ?? 0)),
        0,
      );
      return won / met;
    });
    const sum = next.reduce((total, one) => total + one, 0);
    const scaled = next.map((one) => one / sum);
    const still = scaled.every((one, place) => Math.abs(one - (worth[place] ?? 0)) < 1e-15);
    worth = scaled;
    if (still) break;
  }
  return worth;
}

function determinant(rows: number[][]): number {
  const [first, ...rest] = rows;
  if (first === undefined) return 1;
  return first.reduce(
    (sum, entry, column) =>
      sum + (column % 2 === 0 ? 1 : -1) * entry * determinant(rest.map((row) => row.toSpliced(column, 1))),
    0,
  );
}

/** Logarithm of the likelihood times the root of the determinant of the information, written out. */
function penalisedHeight(wins: PreferenceTable, abilities: readonly number[]): number {
  const p = (one: number, other: number) => 1 / (1 + Math.exp((abilities[other] ?? 0) - (abilities[one] ?? 0)));
  const weight = (one: number, other: number) =>
    (at(wins, one, other) + at(wins, other, one)) * p(one, other) * p(other, one);
  const information = wins.map((row, one) =>
    row.map((_, other) =>
      one === other
        ? wins.reduce((sum, __, third) => (third === one ? sum : sum + weight(one, third)), 0)
        : -weight(one, other),
    ),
  );
  const free = information.slice(1).map((row) => row.slice(1));
  const likelihood = wins.flatMap((row, one) => row.map((won, other) => won * Math.log(p(one, other))));
  return likelihood.reduce((sum, part) => sum + part, 0) + Math.log(determinant(free)) / 2;
}

describe('MS2 what is undefined is null with a reason', () => {
  const lost = [
    [0, 3, 2],
    [0, 0, 1],
    [0, 2, 0],
  ];
  const apart = [
    [0, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 1, 0],
  ];

  it('an option that won everything has no likeliest strength, but a penalised one', () => {
    const asked: StrengthsAsked = { comparisons: read(lost), reference: 0 };
    expect(bradleyTerry(asked)).toEqual({ value: null, reason: 'not-strongly-connected' });
    expect(davidson(asked)).toEqual({ value: null, reason: 'not-strongly-connected' });
    expect(bradleyTerryPenalised(asked).value?.logAbility.every((ability) => ability <= 0)).toBe(true);
  });

  it('options that were never compared have none at all', () => {
    const asked: StrengthsAsked = { comparisons: read(apart), reference: 0 };
    expect(bradleyTerry(asked)).toEqual({ value: null, reason: 'not-strongly-connected' });
    expect(bradleyTerryPenalised(asked)).toEqual({ value: null, reason: 'not-connected' });
  });

  it('nothing but ties', () => {
    const none = [
      [0, 0],
      [0, 0],
    ];
    const asked: StrengthsAsked = {
      comparisons: read(none, [
        [0, 4],
        [4, 0],
      ]),
      reference: 0,
    };
    expect(davidson(asked)).toEqual({ value: null, reason: 'no-order' });
  });

  it('ties that explain every win', () => {
    const ties = [
      [0, 2, 0],
      [2, 0, 2],
      [0, 2, 0],
    ];
    const asked = (wins: PreferenceTable): StrengthsAsked => ({ comparisons: read(wins, ties), reference: 0 });
    const undefinedFor = { value: null, reason: 'not-strongly-connected' };
    expect(
      davidson(
        asked([
          [0, 3, 0],
          [0, 0, 3],
          [0, 0, 0],
        ]),
      ),
    ).toEqual(undefinedFor);
    // A win over somebody two ties away is explained too; one win each way between two is not.
    expect(
      davidson(
        asked([
          [0, 0, 0],
          [0, 0, 0],
          [1, 0, 0],
        ]),
      ),
    ).toEqual(undefinedFor);
    expect(
      davidson(
        asked([
          [0, 3, 0],
          [1, 0, 3],
          [0, 0, 0],
        ]),
      ).value,
    ).not.toBeNull();
  });

  it('more options than can be weighed', () => {
    const wins = Array.from({ length: 201 }, (_, one) => Array.from({ length: 201 }, (__, other) => +(one !== other)));
    const asked: StrengthsAsked = { comparisons: read(wins), reference: 0 };
    const reason = 'too-much-work';
    expect([bradleyTerry, bradleyTerryPenalised].map((measure) => measure(asked))).toEqual([
      { value: null, reason },
      { value: null, reason },
    ]);
  });

  it('a reference that is no option is a bug', () => {
    const comparisons = read([
      [0, 1],
      [1, 0],
    ]);
    for (const reference of [-1, 2, 0.5]) {
      expect(() => bradleyTerry({ comparisons, reference })).toThrow('Bug');
    }
  });
});

describe('MS3 Bradley-Terry', () => {
  it('is strongly connected when every option reaches every other', () => {
    fc.assert(
      fc.property(nonEmpty, (wins) => {
        const reach = wins.map((row, one) => row.map((count, other) => count > 0 || one === other));
        for (const middle of wins.keys()) {
          for (const row of reach) {
            if (row[middle] === true)
              for (const to of row.keys()) row[to] = row[to] === true || reach[middle]?.[to] === true;
          }
        }
        expect(isStronglyConnected(read(wins))).toBe(reach.flat().every(Boolean));
      }),
    );
  });

  it('gives the worth that the MM iteration comes to', () => {
    fc.assert(
      fc.property(strong, (wins) => {
        const expected = byMM(wins);
        expect(likeliest(wins).worth).toEqual(expected.map((worth): unknown => expect.closeTo(worth, 9)));
      }),
      { numRuns: 20 },
    );
  });

  it('two options have the log of their odds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e5 }), fc.integer({ min: 1, max: 1e5 }), (won, lost) => {
        const { logAbility, standardError, worth, logLikelihood } = likeliest([
          [0, won],
          [lost, 0],
        ]);
        const all = won + lost;
        expect([logAbility[0], standardError[0]]).toEqual([0, 0]);
        expect(logAbility[1]).toBeCloseTo(Math.log(lost / won), 10);
        expect(standardError[1]).toBeCloseTo(Math.sqrt(1 / won + 1 / lost), 10);
        expect(worth[0]).toBeCloseTo(won / all, 10);
        const expected = won * Math.log(won / all) + lost * Math.log(lost / all);
        expect(logLikelihood / expected).toBeCloseTo(1, 10);
      }),
    );
  });

  it('another reference moves abilities alone, a renaming renames', () => {
    fc.assert(
      fc.property(strong, (wins) => {
        const last = wins.length - 1;
        const from = likeliest(wins);
        const to = likeliest(wins, last);
        const turned = likeliest(wins.map((row) => row.toReversed()).toReversed(), last);
        const shift = from.logAbility[last] ?? 0;
        const near = (numbers: readonly number[]) => numbers.map((one): unknown => expect.closeTo(one, 8));
        expect(to.logAbility).toEqual(near(from.logAbility.map((ability) => ability - shift)));
        expect(to.worth).toEqual(near(from.worth));
        expect(to.standardError[0]).toBeCloseTo(from.standardError[last] ?? 0, 8);
        expect(turned.logAbility.toReversed()).toEqual(near(from.logAbility));
        expect(turned.standardError.toReversed()).toEqual(near(from.standardError));
      }),
    );
  });

  it('a hundred times the comparisons are ten times as sure', () => {
    fc.assert(
      fc.property(strong, (wins) => {
        const few = likeliest(wins);
        const many = likeliest(wins.map((row) => row.map((count) => 100 * count)));
        const near = (numbers: readonly number[]) => numbers.map((one): unknown => expect.closeTo(one, 8));
        expect(many.logAbility).toEqual(near(few.logAbility));
        expect(many.standardError).toEqual(near(few.standardError.map((error) => error / 10)));
      }),
    );
  });

  it('a tie is half a win each', () => {
    const ties = bradleyTerry({
      comparisons: read(
        [
          [0, 2],
          [1, 0],
        ],
        [
          [0, 3],
          [3, 0],
        ],
      ),
      reference: 0,
    });
    expect(ties).toEqual(
      bradleyTerry({
        comparisons: read([
          [0, 3.5],
          [2.5, 0],
        ]),
        reference: 0,
      }),
    );
  });

  it('holds where almost nothing speaks against an order of fifty', () => {
    const wins = Array.from({ length: 50 }, (_, one) =>
      Array.from({ length: 50 }, (__, other) => (other === one + 1 ? 100_000 : other === one - 1 ? 1 : 0)),
    );
    const { logAbility } = likeliest(wins);
    expect(logAbility.at(-1)).toBeCloseTo(-49 * Math.log(100_000), 6);
  });
});

describe('MS3 Bradley-Terry penalised', () => {
  it('two options have the log of their odds with half a win more', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1000 }), fc.nat({ max: 1000 }), (won, lost) => {
        fc.pre(won + lost > 0);
        const { logAbility } = figure(
          bradleyTerryPenalised({
            comparisons: read([
              [0, won],
              [lost, 0],
            ]),
            reference: 0,
          }),
        );
        expect(logAbility[1]).toBeCloseTo(Math.log((lost + 0.5) / (won + 0.5)), 9);
      }),
    );
  });

  it('no step away makes the likelihood times the prior greater', () => {
    fc.assert(
      fc.property(connected, (wins) => {
        const { logAbility } = figure(bradleyTerryPenalised({ comparisons: read(wins), reference: 0 }));
        const top = penalisedHeight(wins, logAbility);
        for (const item of wins.keys()) {
          for (const step of [-1, -1e-3, 1e-3, 1]) {
            const beside = logAbility.with(item, (logAbility[item] ?? 0) + step);
            // The slope is 0 to 1e-8 where 1e-3 aside is 1e-6 lower or less.
            expect(penalisedHeight(wins, beside)).toBeLessThan(top + 1e-10);
          }
        }
      }),
    );
  });

  it('comes to the likeliest strengths with many comparisons', () => {
    const wins = [
      [0, 4, 5],
      [3, 0, 2],
      [2, 5, 0],
    ].map((row) => row.map((count) => count * 1e6));
    const plain = likeliest(wins);
    const penalised = figure(bradleyTerryPenalised({ comparisons: read(wins), reference: 0 }));
    const near = (numbers: readonly number[]) => numbers.map((one): unknown => expect.closeTo(one, 6));
    expect([penalised.logAbility, penalised.standardError]).toEqual([
      near(plain.logAbility),
      near(plain.standardError),
    ]);
  });
});

describe('MS3 Davidson', () => {
  it('two options: the odds of the wins, and ties against the root of their product', () => {
    const count = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(count, count, count, (won, lost, tied) => {
        const comparisons = read(
          [
            [0, won],
            [lost, 0],
          ],
          [
            [0, tied],
            [tied, 0],
          ],
        );
        const { logAbility, tieNu } = figure(davidson({ comparisons, reference: 0 }));
        expect(logAbility[1]).toBeCloseTo(Math.log(lost / won), 9);
        expect(tieNu / (tied / Math.sqrt(won * lost))).toBeCloseTo(1, 9);
      }),
    );
  });

  it('without ties is Bradley-Terry', () => {
    fc.assert(
      fc.property(strong, (wins) => {
        const asked: StrengthsAsked = { comparisons: read(wins), reference: 0 };
        expect(davidson(asked)).toEqual({ value: { ...likeliest(wins), tieNu: 0 } });
      }),
    );
  });

  it('expects for every option the points it has, and as many ties as there were', () => {
    const both = fc.integer({ min: 2, max: 5 }).chain((items) => fc.tuple(square(items, 3), square(items, 3)));
    let defined = 0;
    fc.assert(
      fc.property(both, ([wins, drawn]) => {
        const ties = mirrored(drawn);
        fc.pre([...wins, ...ties].flat().some((count) => count > 0));
        const found = davidson({ comparisons: read(wins, ties), reference: 0 });
        if (found.value === null) return;
        defined += 1;
        const { worth, tieNu } = found.value;
        let tiesExpected = 0;
        for (const one of wins.keys()) {
          let points = 0;
          let expected = 0;
          for (const other of wins.keys()) {
            if (other === one) continue;
            points += at(wins, one, other) + at(ties, one, other) / 2;
            const compared = at(wins, one, other) + at(wins, other, one) + at(ties, one, other);
            const [strength, against] = [worth[one] ?? 0, worth[other] ?? 0];
            const tie = tieNu * Math.sqrt(strength * against);
            const all = strength + against + tie;
            expected += (compared * (strength + tie / 2)) / all;
            tiesExpected += (compared * tie) / all / 2;
          }
          expect(points).toBeCloseTo(expected, 7);
        }
        expect(ties.flat().reduce((sum, count) => sum + count, 0) / 2).toBeCloseTo(tiesExpected, 7);
      }),
    );
    expect(defined).toBeGreaterThan(50);
  });
});
