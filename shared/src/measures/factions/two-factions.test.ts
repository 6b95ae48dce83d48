import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { assert } from '../../kernel/assert.ts';
import { twoFactions } from './two-factions.ts';
import type { FactionQuestion, Factions } from './two-factions.ts';

type Rows = readonly (readonly (number | null)[])[];

function asked(ratings: Rows, rest: Partial<FactionQuestion> = {}): FactionQuestion {
  return { ratings, centre: 'rater', minSide: 2, draws: 19, seed: 1, ...rest };
}

function found(ratings: Rows, rest: Partial<FactionQuestion> = {}): Factions {
  const factions = twoFactions(asked(ratings, rest));
  assert(factions.value !== null, 'there are factions');
  return factions.value;
}

/** Which raters share a side with which: the same whatever the labels. */
function together({ sides }: Factions): readonly (readonly boolean[])[] {
  return sides.map((side) => sides.map((other) => side !== null && side === other));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((value, at) => value - (b[at] ?? 0)));

function squaresAround(rows: readonly (readonly number[])[]): number {
  const centre = (rows[0] ?? []).map((_, item) => mean(rows.map((row) => row[item] ?? 0)));
  return rows.reduce((sum, row) => sum + distance(row, centre) ** 2, 0);
}

/** Every split, one after the other, from the definitions. */
function slowly(rows: readonly (readonly number[])[], minSide: number) {
  const total = squaresAround(rows);
  const splits = Array.from({ length: 2 ** (rows.length - 1) }, (_, bits) =>
    rows.map((_row, rater) => (rater > 0 && ((bits >> (rater - 1)) & 1) === 1 ? 1 : 0)),
  )
    .filter((sides) => {
      const size = sides.filter((side) => side === 1).length;
      return Math.min(size, rows.length - size) >= minSide;
    })
    .map((sides) => {
      const within = [0, 1].map((side) => squaresAround(rows.filter((_, rater) => sides[rater] === side)));
      return { sides, share: 1 - ((within[0] ?? 0) + (within[1] ?? 0)) / total };
    });
  const betweenShare = Math.max(...splits.map((split) => split.share));
  const best = splits.filter((split) => split.share > betweenShare - 1e-9);
  return { betweenShare, best: best.map((split) => split.sides) };
}

function slowSilhouette(rows: readonly (readonly number[])[], sides: readonly number[]): number {
  return mean(
    rows.map((row, rater) => {
      const ways = (own: boolean) =>
        rows
          .filter((_, other) => other !== rater && (sides[other] === sides[rater]) === own)
          .map((it) => distance(row, it));
      if (ways(true).length === 0) return 0;
      const inside = mean(ways(true));
      const across = mean(ways(false));
      return Math.max(inside, across) === 0 ? 0 : (across - inside) / Math.max(inside, across);
    }),
  );
}

const centred = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map((value) => value - mean(row)));

const sheet = (points: number, raters: { readonly minLength: number; readonly maxLength: number }) =>
  fc
    .integer({ min: 2, max: 6 })
    .chain((items) =>
      fc.array(fc.array(fc.integer({ min: 1, max: points }), { minLength: items, maxLength: items }), raters),
    );
const smallSheet = sheet(3, { minLength: 4, maxLength: 7 });
const fewSheet = sheet(7, { minLength: 4, maxLength: 14 });
const anySheet = sheet(7, { minLength: 4, maxLength: 18 });

/** Numbers from 0 to 1 that are the same in every run (Park & Miller 1988). */
function blind(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Two groups that answer the other way round, with some noise that is the same in every run. */
function camps(sizes: readonly [number, number], items: number): number[][] {
  return Array.from({ length: sizes[0] + sizes[1] }, (_, rater) =>
    Array.from({ length: items }, (_item, item) => {
      const high = (item % 2 === 0) === rater < sizes[0];
      return (high ? 6 : 2) + ((rater * 7 + item * 5 + rater * item) % 3) - 1;
    }),
  );
}

describe('MS2 what is undefined is null with a reason', () => {
  const rows = camps([2, 2], 3);

  it.each([
    ['nobody', [], 'no-answers'],
    ['no items', [[], [], [], []], 'no-answers'],
    ['nothing answered', rows.map((row) => row.map(() => null)), 'no-answers'],
    ['three raters', rows.slice(1), 'too-few-answers'],
    ['four raters of whom one answered nothing', [[null, null, null], ...rows.slice(1)], 'too-few-answers'],
    ['all the same', [1, 1, 1, 1].map(() => [3, 4, 5]), 'no-variation'],
    ['leniency alone', [0.1, 0.2, 0.3, 0.7].map((lean) => [1 + lean, 2 + lean, 4 + lean]), 'no-variation'],
    ['one item, centred', [[1], [2], [4], [5]], 'no-variation'],
    ['not a number', [[1, Number.NaN, 3], ...rows], 'not-a-number'],
    ['infinite', [[1, Number.POSITIVE_INFINITY, 3], ...rows], 'not-a-number'],
    ['ragged', [[1, 2], ...rows], 'ragged-rows'],
    ['too many raters for distances', Array.from({ length: 1001 }, (_, at) => [at % 7, at % 5]), 'too-much-work'],
  ] as const)('%s', (_, ratings, reason) => {
    expect(twoFactions(asked(ratings))).toEqual({ value: null, reason });
  });

  it('many raters of whom one alone differs have no second side', () => {
    const ratings = Array.from({ length: 20 }, (_, rater) => (rater === 7 ? [1, 5, 1] : [4, 3, 2]));
    expect(twoFactions(asked(ratings))).toEqual({ value: null, reason: 'too-few-answers' });
    expect(found(ratings, { minSide: 1 }).sizes).toEqual([1, 19]);
  });

  it('p, where so many shuffles are more work than it is worth', () => {
    const factions = found(camps([100, 100], 6), { draws: 99_999 });
    expect([factions.sizes, factions.p]).toEqual([[100, 100], { value: null, reason: 'too-much-work' }]);
  });
});

describe('MS3 two factions follow their definition', () => {
  it('the split is the best of all, and every equally good one is counted', () => {
    fc.assert(
      fc.property(
        smallSheet,
        fc.constantFrom('rater', 'none'),
        fc.integer({ min: 1, max: 2 }),
        (rows, centre, minSide) => {
          const factions = twoFactions(asked(rows, { centre, minSide }));
          const taken = centre === 'rater' ? centred(rows) : rows;
          fc.pre(factions.value !== null);
          const slow = slowly(taken, minSide);
          const silhouettes = slow.best.map((sides) => slowSilhouette(taken, sides));
          expect(factions.value.optimalSplits).toBe(slow.best.length);
          expect(factions.value.betweenShare).toBeCloseTo(slow.betweenShare, 9);
          expect(factions.value.silhouette).toBeCloseTo(Math.max(...silhouettes), 9);
          expect(slow.best).toContainEqual(factions.value.sides);
        },
      ),
    );
  });

  it('a sheet has no factions only where all centred rows are the same', () => {
    fc.assert(
      fc.property(smallSheet, (rows) => {
        const same = squaresAround(centred(rows)) < 1e-9;
        expect(twoFactions(asked(rows))).toEqual(
          same ? { value: null, reason: 'no-variation' } : { value: expect.anything() },
        );
      }),
    );
  });

  it('raters in any order get the same sides and the same p', () => {
    const different = anySheet.filter((rows) => new Set(rows.map(String)).size === rows.length);
    fc.assert(
      fc.property(
        different.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length })),
        ),
        ([rows, order]) => {
          const straight = twoFactions(asked(rows));
          const shuffled = twoFactions(asked(order.map((rater) => rows[rater] ?? [])));
          fc.pre(straight.value !== null);
          assert(shuffled.value !== null, 'there are factions');
          const links = together(straight.value);
          expect({ ...shuffled.value, sides: together(shuffled.value) }).toEqual({
            ...straight.value,
            sides: order.map((rater) => order.map((other) => links[rater]?.[other])),
          });
          expect(shuffled.value.sides[0]).toBe(0);
        },
      ),
    );
  });

  it('only raters who answered alike can change places between equally good splits', () => {
    const alike = [
      [1, 5, 3],
      [1, 5, 3],
      [1, 5, 3],
      [5, 1, 4],
    ];
    const factions = found(alike, { centre: 'none' });
    expect([factions.optimalSplits, factions.sizes]).toEqual([3, [2, 2]]);
  });

  it('no figure changes when items change places, a scale is turned round, stretched, or a rater is more lenient', () => {
    fc.assert(
      fc.property(
        fewSheet,
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 14, maxLength: 14 }),
        (rows, lean) => {
          const straight = twoFactions(asked(rows));
          fc.pre(straight.value !== null);
          for (const changed of [
            rows.map((row) => row.toReversed()),
            rows.map((row) => row.map((value) => 8 - value)),
            rows.map((row) => row.map((value) => 2.5 * value + 10)),
            rows.map((row, rater) => row.map((value) => value + (lean[rater] ?? 0))),
          ]) {
            const after = found(changed);
            expect(after.optimalSplits).toBe(straight.value.optimalSplits);
            expect(after.betweenShare).toBeCloseTo(straight.value.betweenShare, 9);
            expect(after.silhouette).toBeCloseTo(straight.value.silhouette, 9);
          }
        },
      ),
    );
  });

  it('figures stay within their bounds, for few raters and many', () => {
    fc.assert(
      fc.property(anySheet, fc.integer({ min: 1, max: 2 }), (rows, minSide) => {
        const factions = twoFactions(asked(rows, { minSide }));
        fc.pre(factions.value !== null);
        assert(factions.value.p.value !== null, 'there are factions');
        const { sides, sizes, betweenShare, silhouette, p } = factions.value;
        expect(sizes[0]).toBeGreaterThanOrEqual(minSide);
        expect([0, 1].map((side) => sides.filter((it) => it === side).length).sort((a, b) => a - b)).toEqual(sizes);
        expect(betweenShare).toBeGreaterThan(0);
        expect(betweenShare).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.abs(silhouette)).toBeLessThanOrEqual(1);
        expect([p.value * 20, p.value > 0 && p.value <= 1]).toEqual([Math.round(p.value * 20), true]);
      }),
    );
  });

  it.each([
    [[4, 4], 1],
    [[2, 10], 1],
    [[7, 7], 1],
    [[8, 8], null],
    [[30, 20], null],
  ] as const)('camps of %j are found and are not chance', (sizes, optimalSplits) => {
    const factions = found(camps(sizes, 10), { draws: 199 });
    const sides = Array.from({ length: sizes[0] + sizes[1] }, (_, rater) => (rater < sizes[0] ? 0 : 1));
    expect(factions).toMatchObject({ sides, optimalSplits, p: { value: 1 / 200 } });
    expect(factions.silhouette).toBeGreaterThan(0.5);
  });

  it('leniency alone looks like camps until it is taken out', () => {
    const random = blind();
    const ratings = Array.from({ length: 8 }, (_, rater) =>
      Array.from({ length: 12 }, () => (rater % 2 === 0 ? 1 : 3) + Math.floor(random() * 4)),
    );
    expect(found(ratings, { centre: 'none', draws: 199 }).p).toEqual({ value: 1 / 200 });
    expect(found(ratings, { centre: 'rater', draws: 199 }).p.value).toBeGreaterThan(0.1);
  });

  it.each([8, 16])('of blind answers by %i raters, about one sheet in twenty has a p of .05', (raters) => {
    const random = blind();
    let significant = 0;
    for (let table = 0; table < 300; table += 1) {
      const ratings = Array.from({ length: raters }, () =>
        Array.from({ length: 8 }, () => 1 + Math.floor(random() * 5)),
      );
      if ((found(ratings, { draws: 39, seed: table }).p.value ?? 1) <= 0.05) significant += 1;
    }
    // Binomial(300, .05): below 4 or above 30 once in a thousand runs, and this is one run.
    expect(significant).toBeGreaterThanOrEqual(4);
    expect(significant).toBeLessThanOrEqual(30);
  });

  it('a missing answer is the mean of the item', () => {
    const rows = camps([4, 3], 6);
    const filled = rows.map((row) => [...row]);
    const holes: (number | null)[][] = rows.map((row) => [...row]);
    for (const [rater, item] of [
      [0, 2],
      [5, 2],
      [3, 4],
    ] as const) {
      const others = rows.filter((_, other) => other !== rater && !(item === 2 && (other === 0 || other === 5)));
      (holes[rater] ?? [])[item] = null;
      (filled[rater] ?? [])[item] = mean(others.map((row) => row[item] ?? 0));
    }
    const got = found(holes, { centre: 'none' });
    const whole = found(filled, { centre: 'none' });
    expect({ ...got, betweenShare: 0, silhouette: 0, p: 0 }).toEqual({
      ...whole,
      betweenShare: 0,
      silhouette: 0,
      p: 0,
    });
    expect(got.betweenShare).toBeCloseTo(whole.betweenShare, 12);
    expect(got.silhouette).toBeCloseTo(whole.silhouette, 12);
  });

  it('camps are found though a quarter of the answers is missing', () => {
    const holes = camps([5, 4], 12).map((row, rater) =>
      row.map((value, item) => ((rater + item) % 4 === 0 ? null : value)),
    );
    expect(found(holes, { draws: 199 })).toMatchObject({ sides: [0, 0, 0, 0, 0, 1, 1, 1, 1], p: { value: 1 / 200 } });
  });

  it('who answered nothing has no side and changes nothing', () => {
    const rows = camps([4, 3], 6);
    const factions = found([rows[0]?.map(() => null) ?? [], ...rows], { draws: 99 });
    const without = found(rows, { draws: 99 });
    expect(factions).toEqual({ ...without, sides: [null, ...without.sides] });
  });

  it('one seed gives one p, another may give another', () => {
    const ratings = camps([2, 6], 3).map((row, rater) => row.map((value, item) => value + ((rater * item) % 4)));
    const p = (seed: number) => found(ratings, { draws: 99, seed }).p.value;
    expect(p(5)).toBe(p(5));
    expect(new Set([1, 2, 3, 4, 5, 6].map(p)).size).toBeGreaterThan(1);
  });

  it('answers of any size neither overflow nor drown', () => {
    const rows = camps([4, 4], 5);
    const whole = found(rows);
    for (const factor of [1e300, 1e-300]) {
      const factions = found(rows.map((row) => row.map((value) => value * factor)));
      expect(factions.sides).toEqual(whole.sides);
      expect(factions.betweenShare).toBeCloseTo(whole.betweenShare, 12);
    }
  });

  // R: x <- outer(1:18, 1:5, function(i, j) (i * i * j + 3 * i + j * j) %% 11); x <- x - rowMeans(x)
  // p <- cluster::pam(dist(x), 2); p$clustering; mean(cluster::silhouette(p)[, 3])
  it('above 14 raters the sides are those of cluster::pam', () => {
    const ratings = Array.from({ length: 18 }, (_, row) =>
      [1, 2, 3, 4, 5].map((item) => ((row + 1) ** 2 * item + 3 * (row + 1) + item * item) % 11),
    );
    expect(found(ratings)).toMatchObject({
      sides: [0, 0, 1, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1],
      silhouette: expect.closeTo(0.322252293545922, 12),
    });
  });
});
