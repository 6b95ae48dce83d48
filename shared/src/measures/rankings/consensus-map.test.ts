import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Matrix, SVD } from 'ml-matrix';

import { planarAlpha, unitOf } from './consensus-alpha.ts';
import { alphaAgainstChance } from './consensus-chance.ts';
import { consensusBetween, consensusMap } from './consensus-map.ts';
import { alphaChange, alphaDifference } from './consensus-tests.ts';
import { concordance } from './concordance.ts';

type Table = number[][];

const ordersOf = (raters: { min: number; max: number }, items: { min: number; max: number }) =>
  fc.tuple(fc.integer(raters), fc.integer(items)).chain(([m, n]) =>
    fc.array(
      fc.shuffledSubarray(
        Array.from({ length: n }, (_, item) => item + 1),
        { minLength: n, maxLength: n },
      ),
      { minLength: m, maxLength: m },
    ),
  );

/** Alpha as the paper writes it: singular values of the standardised answers. */
function plainMap(table: Table): { alpha: number; lengths: number[] } {
  const z = table.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
    const sd = Math.sqrt(row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length);
    return row.map((value) => (value - mean) / sd);
  });
  const items = z[0]?.length ?? 0;
  const svd = new SVD(new Matrix(z).transpose(), { autoTranspose: true });
  const mean = [0, 1].map((axis) => {
    const ends = z.map(
      (_, rater) => (svd.rightSingularVectors.get(rater, axis) * (svd.diagonal[axis] ?? 0)) / Math.sqrt(items),
    );
    return ends.reduce((sum, end) => sum + end, 0) / ends.length;
  });
  return { alpha: Math.hypot(...mean), lengths: svd.diagonal };
}

const alphaOf = (table: Table) => planarAlpha(table.map((row) => unitOf(row) ?? []));

/** One plane only, by a margin. */
function isPlane(table: Table): boolean {
  const [, second = 0, third = 0] = plainMap(table).lengths;
  return second - third > 1e-6;
}

/** The first two correlate as the third does with neither, r, -r and -r: the second and third axis are equally long. */
const TIED = [
  [2, 1, 3, 4, 5, 6],
  [1, 2, 4, 3, 5, 6],
  [6, 5, 4, 3, 1, 2],
];

describe('consensus maps', () => {
  it('MS3 give the alpha of the singular value decomposition, whose full form is the square root of W', () => {
    fc.assert(
      fc.property(ordersOf({ min: 2, max: 9 }, { min: 3, max: 8 }).filter(isPlane), (table) => {
        const map = consensusMap(table).value;
        expect(map?.alpha).toBeCloseTo(plainMap(table).alpha, 8);
        expect(alphaOf(table)).toBeCloseTo(plainMap(table).alpha, 8);
        expect((map?.fullAlpha ?? 0) ** 2).toBeCloseTo(concordance(table).w.value ?? Number.NaN, 10);
        expect(map?.meanCorrelation.value).toBeCloseTo(concordance(table).meanSpearman.value ?? Number.NaN, 10);
      }),
    );
  });

  it('MS3 do not depend on the order of raters, and turn with the items', () => {
    fc.assert(
      fc.property(ordersOf({ min: 3, max: 7 }, { min: 4, max: 6 }), (table) => {
        const [one, other] = [consensusMap(table).value, consensusMap(table.toReversed()).value];
        expect(other?.alpha).toBeCloseTo(one?.alpha ?? Number.NaN, 8);
        if (!one?.picture.value || !other?.picture.value) return;
        for (const [item, place] of one.picture.value.items.entries()) {
          expect(other.picture.value.items[item]?.along).toBeCloseTo(place.along, 6);
        }
        const flipped = consensusMap(table.map((row) => row.toReversed())).value?.picture.value;
        expect(flipped?.items.at(-1)?.along).toBeCloseTo(one.picture.value.items[0]?.along ?? Number.NaN, 6);
      }),
    );
  });

  it('MS3 put the mean of the raters on the first axis at alpha, and scores of items have SD 1', () => {
    const map = consensusMap([
      [1, 4, 7, 6, 5, 3, 2],
      [2, 1, 6, 7, 3, 5, 4],
      [3, 4, 7, 5, 6, 2, 1],
      [7, 2, 3, 1, 6, 4, 5],
    ]).value;
    const ends = map?.picture.value?.raters ?? [];
    const meanOf = (pick: (end: { along: number; across: number }) => number) =>
      ends.reduce((sum, end) => sum + (end === null ? Number.NaN : pick(end)), 0) / ends.length;
    expect(meanOf(({ along }) => along)).toBeCloseTo(map?.alpha ?? Number.NaN, 10);
    expect(meanOf(({ across }) => across)).toBeCloseTo(0, 10);
    const scores = map?.picture.value?.items.map(({ along }) => along) ?? [];
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 10);
    expect(scores.reduce((sum, score) => sum + score * score, 0)).toBeCloseTo(7, 10);
    const fits = ends.map((end) => (end === null ? Number.NaN : end.along ** 2 + end.across ** 2));
    expect(map?.fit.value?.map((fit, at) => Math.abs((fit ?? 0) - (fits[at] ?? 0)) < 1e-12)).toEqual(
      ends.map(() => true),
    );
  });

  it('MS2 draw nothing where several planes fit as well, and give the mean alpha over them in any order of raters', () => {
    // Correlations r, -r and -r have the axes 1 + 2r, 1 - r and 1 - r: the mean of a point on a circle around the first.
    const map = consensusMap(TIED).value;
    expect([map?.picture, map?.fit]).toEqual(Array(2).fill({ value: null, reason: 'not-unique' }));
    const [first = 0, second = 0, third = 0] = map?.shares ?? [];
    expect(second).toBeCloseTo(third, 12);
    const steps = Array.from({ length: 10_000 }, (_, step) => Math.cos(((step + 0.5) / 10_000) * 2 * Math.PI) ** 2);
    const alphas = steps.map((share) => Math.sqrt((first * 3 * (1 / 3) + second * 3 * (8 / 3) * share) / 9));
    expect(map?.alpha).toBeCloseTo(alphas.reduce((sum, alpha) => sum + alpha, 0) / alphas.length, 6);
    for (const order of [
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      expect(alphaOf(order.map((rater) => TIED[rater] ?? []))).toBeCloseTo(map?.alpha ?? Number.NaN, 9);
    }
  });

  it('MS2 have no direction where two raters oppose each other', () => {
    const map = consensusMap([
      [1, 2, 3, 4],
      [4, 3, 2, 1],
    ]).value;
    expect(map?.alpha).toBeCloseTo(0, 10);
    expect(map?.picture).toEqual({ value: null, reason: 'not-unique' });
  });

  it('MS2 are undefined without two raters who order two items', () => {
    const refused = (table: Table) => consensusMap(table);
    expect([
      refused([]),
      refused([[1, 2, 3]]),
      refused([[1], [2]]),
      refused([
        [1, 2, 3],
        [0.1, 0.1, 0.1],
      ]),
      refused([Array.from({ length: 301 }, (_, item) => item), Array.from({ length: 301 }, (_, item) => item)]),
    ]).toEqual(
      ['too-few-answers', 'too-few-answers', 'too-few-items', 'no-order', 'too-much-work'].map((reason) => ({
        value: null,
        reason,
      })),
    );
    expect(
      consensusMap([
        [1, 2, 3],
        [0.1, 0.1, 0.1],
        [1e308, -1e308, 0],
      ]).value?.ratersWithoutOrder,
    ).toBe(1);
  });

  it('MS3 compare units by their prototypes', () => {
    const unit = [
      [1, 2, 3, 4, 5, 6],
      [1, 3, 2, 4, 5, 6],
      [1, 2, 4, 3, 6, 5],
    ];
    const against = unit.map((row) => row.map((value) => 7 - value));
    const between = consensusBetween([unit, against]).value;
    expect(between?.correlations[0]?.[1]).toBeCloseTo(-1, 10);
    expect(between?.overall.value).toBeCloseTo(1, 10);
    expect(consensusBetween([unit]).value?.overall).toEqual({ value: null, reason: 'too-few-items' });
    expect(consensusBetween([unit, TIED]).value?.overall).toEqual({ value: null, reason: 'not-unique' });
    expect(consensusBetween([])).toEqual({ value: null, reason: 'no-answers' });
  });
});

describe('alpha against chance', () => {
  it('MS3 counts every table: three raters of three items', () => {
    const rows = [
      [1, 2, 3],
      [1, 2, 3],
      [1, 3, 2],
    ];
    const every = [
      [1, 2, 3],
      [1, 3, 2],
      [2, 1, 3],
      [2, 3, 1],
      [3, 1, 2],
      [3, 2, 1],
    ];
    const alphas = every.flatMap((one) => every.map((other) => alphaOf([[1, 2, 3], one, other]))).sort((a, b) => a - b);
    const chance = alphaAgainstChance({ rows, draws: 9, seed: 1 }).value;
    expect(chance?.method).toBe('exact');
    expect(chance?.p).toBeCloseTo(alphas.filter((alpha) => alpha >= alphaOf(rows) - 1e-9).length / 36, 12);
    expect(chance?.mean).toBeCloseTo(alphas.reduce((sum, alpha) => sum + alpha, 0) / 36, 12);
    const [low = 0, high = 0] = alphas.slice(33);
    expect(chance?.q95).toBeCloseTo(low + 0.25 * (high - low), 12);
  });

  it('MS3 draws tables where there are too many, and agrees with the exact share within its error', () => {
    const rows = [
      [1, 2, 3, 4, 5],
      [2, 1, 3, 5, 4],
      [1, 3, 2, 4, 5],
      [4, 1, 2, 3, 5],
    ];
    const twice = { rows: [...rows, ...rows], draws: 499, seed: 3 };
    const drawn = alphaAgainstChance(twice);
    expect(drawn.value?.method).toBe('drawn');
    expect(alphaAgainstChance(twice)).toEqual(drawn);
    expect(drawn.value?.p).toBeGreaterThanOrEqual(1 / 500);
    // E[alpha^2] of all axes is 1 / 8, and the plane holds part of it.
    expect(drawn.value?.mean).toBeGreaterThan(0.2);
    expect(drawn.value?.mean).toBeLessThan(Math.sqrt(1 / 8));
  });

  it('MS2 is undefined for one rater, one item, a rater without order, and far too many raters', () => {
    const refused = (rows: Table) => alphaAgainstChance({ rows, draws: 9999, seed: 1 });
    expect([
      refused([[1, 2]]),
      refused([[1], [2]]),
      refused([
        [1, 2],
        [3, 3],
      ]),
      refused(Array.from({ length: 10_000 }, () => [1, 2, 3, 4, 5, 6])),
    ]).toEqual(
      ['too-few-answers', 'too-few-items', 'no-order', 'too-much-work'].map((reason) => ({ value: null, reason })),
    );
  });
});

describe('tests of a difference in consensus', () => {
  const pair = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }), fc.integer({ min: 3, max: 5 }))
    .chain(([one, other, items]) =>
      fc.tuple(
        ordersOf({ min: one, max: one }, { min: items, max: items }),
        ordersOf({ min: other, max: other }, { min: items, max: items }),
      ),
    );

  it('MS3 deal the raters to the groups in every way', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const pool = [...one, ...other];
        const observed = alphaOf(one) - alphaOf(other);
        const differences: number[] = [];
        for (let bits = 0; bits < 2 ** pool.length; bits += 1) {
          const first = pool.filter((_, rater) => (bits >>> rater) % 2 === 1);
          const second = pool.filter((_, rater) => (bits >>> rater) % 2 === 0);
          if (first.length === one.length) differences.push(alphaOf(first) - alphaOf(second));
        }
        const given = { groups: [one, other] as const, draws: 9, seed: 1 };
        const [two, greater] = [
          alphaDifference({ ...given, sides: 'both' }),
          alphaDifference({ ...given, sides: 'greater' }),
        ];
        expect(two.value?.permutations).toBe(differences.length);
        expect(two.value?.p).toBeCloseTo(
          differences.filter((value) => Math.abs(value) >= Math.abs(observed) - 1e-9).length / differences.length,
          12,
        );
        expect(greater.value?.p).toBeCloseTo(
          differences.filter((value) => value >= observed - 1e-9).length / differences.length,
          12,
        );
      }),
      { numRuns: 25 },
    );
  });

  it('MS3 swap the occasions of every set of raters', () => {
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((raters) =>
        fc.tuple(
          ordersOf({ min: raters, max: raters }, { min: 4, max: 4 }),
          ordersOf({ min: raters, max: raters }, { min: 4, max: 4 }),
        ),
      );
    fc.assert(
      fc.property(tables, ([before, after]) => {
        const observed = alphaOf(after) - alphaOf(before);
        const changes = Array.from({ length: 2 ** before.length }, (_, bits) => {
          const swapped = (rater: number) => (bits >>> rater) % 2 === 1;
          const late = after.map((row, rater) => (swapped(rater) ? (before[rater] ?? []) : row));
          const early = before.map((row, rater) => (swapped(rater) ? (after[rater] ?? []) : row));
          return alphaOf(late) - alphaOf(early);
        });
        const test = alphaChange({ before, after, sides: 'greater', draws: 9, seed: 1 }).value;
        expect(test?.difference).toBeCloseTo(observed, 12);
        expect(test?.p).toBeCloseTo(changes.filter((value) => value >= observed - 1e-9).length / changes.length, 12);
      }),
      { numRuns: 25 },
    );
  });

  it('MS3 draw where there are too many ways, repeatably and never 0', () => {
    const agreed = Array.from({ length: 18 }, (_, rater) => (rater % 5 === 0 ? [2, 1, 3, 4] : [1, 2, 3, 4]));
    const apart = agreed.map(
      (_, rater) =>
        [
          [1, 2, 3, 4],
          [4, 3, 2, 1],
          [2, 4, 1, 3],
        ][rater % 3] ?? [],
    );
    const given = { draws: 199, seed: 2, sides: 'both' } as const;
    const dealt = alphaDifference({ groups: [agreed, apart], ...given });
    expect(dealt.value).toMatchObject({ p: 1 / 200, permutations: 199, method: 'drawn' });
    expect(alphaDifference({ groups: [agreed, apart], ...given })).toEqual(dealt);
    const change = alphaChange({ before: apart, after: agreed, ...given });
    expect(change.value?.method).toBe('drawn');
    expect(change.value?.p).toBeLessThan(0.05);
    expect(alphaChange({ before: apart, after: agreed, ...given, seed: 3 })).not.toEqual(change);
  });

  it('MS2 are undefined for lone raters, raters without order, and tables that do not match', () => {
    const given = { draws: 9, seed: 1, sides: 'both' } as const;
    const one = [[1, 2, 3]];
    const two = [
      [1, 2, 3],
      [2, 1, 3],
    ];
    expect([
      alphaDifference({ groups: [one, two], ...given }),
      alphaDifference({ groups: [two, [...one, [2, 2, 2]]], ...given }),
      alphaDifference({
        groups: [
          two,
          [
            [1, 2],
            [2, 1],
          ],
        ],
        ...given,
      }),
      alphaChange({ before: one, after: one, ...given }),
      alphaChange({ before: one, after: two, ...given }),
      alphaChange({ before: [[1], [2]], after: [[1], [2]], ...given }),
    ]).toEqual(
      ['too-few-answers', 'no-order', 'ragged-rows', 'too-few-answers', 'ragged-rows', 'too-few-items'].map(
        (reason) => ({
          value: null,
          reason,
        }),
      ),
    );
  });
});
