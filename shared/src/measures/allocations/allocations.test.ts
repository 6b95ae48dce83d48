import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { allocationsOf } from './allocations.ts';
import type { Allocations, PointsBallot } from './allocations.ts';
import { overlapOf } from './overlap.ts';
import { distanceMatrix, distancesToMean, sharesOf } from './shares.ts';
import { tallyAllocations } from './tally.ts';

function checked(ballots: readonly PointsBallot[], total = 100): Allocations {
  const allocations = allocationsOf({ ballots, total });
  if (allocations.value === null) throw new Error(allocations.reason);
  return allocations.value;
}

function overlap(ballots: readonly PointsBallot[], total = 100) {
  const found = overlapOf(tallyAllocations(checked(ballots, total)));
  if (found.value === null) throw new Error(found.reason);
  return { mean: found.value.mean, chance: found.value.chance, corrected: found.value.corrected.value };
}

/** Ballots of 100 whole points: cuts through a line of points. */
const ballotsOf = (items: number, most = 7) =>
  fc.array(
    fc.array(fc.nat({ max: 100 }), { minLength: items - 1, maxLength: items - 1 }).map((cuts) => {
      const ends = [0, ...cuts.sort((a, b) => a - b), 100];
      return ends.slice(1).map((end, place) => end - (ends[place] ?? 0));
    }),
    { minLength: 2, maxLength: most },
  );

function inCommon(one: PointsBallot, other: PointsBallot): number {
  return one.reduce((sum: number, points, item) => sum + Math.min(points ?? 0, other[item] ?? 0), 0) / 100;
}

function meanOverPairs(ballots: readonly PointsBallot[], of: (one: PointsBallot, other: PointsBallot) => number) {
  const pairs = ballots.flatMap((one, place) => ballots.slice(place + 1).map((other) => of(one, other)));
  return pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
}

function orders(items: readonly (number | null)[]): (number | null)[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, place) => orders(items.toSpliced(place, 1)).map((rest) => [item, ...rest]));
}

describe('MS2 what is undefined is null with a reason', () => {
  it.each([
    { name: 'no ballots', ballots: [], total: 100, reason: 'no-answers' },
    { name: 'nothing entered', ballots: [[null, null]], total: 100, reason: 'no-answers' },
    { name: 'no items', ballots: [[]], total: 100, reason: 'too-few-items' },
    { name: 'rows of unequal length', ballots: [[100], [50, 50]], total: 100, reason: 'ragged-rows' },
    { name: 'not a number', ballots: [[Number.NaN, 100]], total: 100, reason: 'not-a-number' },
    { name: 'infinite points', ballots: [[Number.POSITIVE_INFINITY, 0]], total: 100, reason: 'not-a-number' },
    { name: 'points past the largest number', ballots: [[1e308, 1e308]], total: 100, reason: 'wrong-total' },
    { name: 'negative points', ballots: [[-10, 110]], total: 100, reason: 'off-the-scale' },
    { name: 'too few points', ballots: [[40, 59]], total: 100, reason: 'wrong-total' },
    { name: 'a total of nothing', ballots: [[0, 0]], total: 0, reason: 'wrong-total' },
    { name: 'a total that is no number', ballots: [[0, 0]], total: Number.NaN, reason: 'not-a-number' },
  ] as const)('$name', ({ ballots, total, reason }) => {
    expect(allocationsOf({ ballots, total })).toEqual({ value: null, reason });
  });

  it('one rater has shares but no overlap', () => {
    const tally = tallyAllocations(checked([[60, 40]]));
    expect(overlapOf(tally)).toEqual({ value: null, reason: 'too-few-answers' });
    expect(sharesOf(tally)).toEqual([
      { mean: 0.6, median: 0.6, deviation: { value: null, reason: 'too-few-answers' } },
      { mean: 0.4, median: 0.4, deviation: { value: null, reason: 'too-few-answers' } },
    ]);
  });

  it('points spread evenly by everybody say nothing about chance', () => {
    const third = 100 / 3;
    const even = [third, third, third];
    expect(overlap([even, even, even])).toEqual({ mean: 1, chance: 1, corrected: null });
    expect(overlapOf(tallyAllocations(checked([even, even]))).value?.corrected).toEqual({
      value: null,
      reason: 'no-variation',
    });
  });

  it('a table of all pairs has a bound', () => {
    const ballots = Array.from({ length: 1001 }, () => [100, 0]);
    expect(distanceMatrix(checked(ballots))).toEqual({ value: null, reason: 'too-much-work' });
  });
});

describe('MS3 the measures follow their definitions', () => {
  it('a ballot with nothing entered is nobody, an empty field is 0 points', () => {
    expect(
      checked([
        [null, null],
        [100, null],
        [70, 30],
      ]).ballots,
    ).toEqual([
      [100, null],
      [70, 30],
    ]);
    expect(
      overlap([
        [100, null],
        [70, 30],
      ]).mean,
    ).toBeCloseTo(0.7, 15);
  });

  it('the mean overlap is that of all pairs', () => {
    fc.assert(
      fc.property(ballotsOf(4), (ballots) => {
        expect(overlap(ballots).mean).toBeCloseTo(meanOverPairs(ballots, inCommon), 12);
      }),
    );
  });

  it('the chance overlap is that over all deals of the shares to items', () => {
    fc.assert(
      fc.property(ballotsOf(4, 4), (ballots) => {
        const dealt = meanOverPairs(ballots, (one, other) => {
          const overlaps = orders(other).map((order) => inCommon(one, order));
          return overlaps.reduce((sum, value) => sum + value, 0) / overlaps.length;
        });
        expect(overlap(ballots).chance).toBeCloseTo(dealt, 12);
      }),
      { numRuns: 30 },
    );
  });

  it('no order of raters changes anything to the last bit, none of items beyond rounding', () => {
    fc.assert(
      fc.property(ballotsOf(5), (ballots) => {
        const turned = ballots.map((ballot) => ballot.toReversed());
        const there = overlap(ballots);
        const back = overlap(turned);
        expect(overlap(ballots.toReversed())).toEqual(there);
        expect(sharesOf(tallyAllocations(checked(ballots.toReversed())))).toEqual(
          sharesOf(tallyAllocations(checked(ballots))),
        );
        expect([back.mean, back.chance]).toEqual([expect.closeTo(there.mean, 12), expect.closeTo(there.chance, 12)]);
      }),
    );
  });

  it('shares count, not points', () => {
    fc.assert(
      fc.property(ballotsOf(3), fc.constantFrom(0.01, 1 / 3, 7, 1e6), (ballots, factor) => {
        const scaled = ballots.map((ballot) => ballot.map((points) => points * factor));
        const one = overlap(ballots);
        const other = overlap(scaled, 100 * factor);
        expect(other.mean).toBeCloseTo(one.mean, 10);
        expect(other.chance).toBeCloseTo(one.chance, 10);
      }),
    );
  });

  it('overlap lies in 0 to 1 and is at most 1 when corrected', () => {
    fc.assert(
      fc.property(ballotsOf(6), (ballots) => {
        const { mean, chance, corrected } = overlap(ballots);
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(mean).toBeLessThanOrEqual(1);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(corrected ?? 1).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('a hundred thousand raters are counted, not compared', () => {
    const kinds = [
      [50, 30, 20],
      [20, 30, 50],
      [100, 0, 0],
      [10, 80, 10],
    ];
    const ballots = Array.from({ length: 100_000 }, (_, rater) => kinds[rater % 4] ?? []);
    const each = 25_000;
    const sum = kinds.flatMap((one) => kinds.map((other) => inCommon(one, other))).reduce((a, b) => a + b, 0);
    // All pairs in order, less everybody with themselves.
    const mean = (sum * each * each - 100_000) / (100_000 * 99_999);
    expect(overlap(ballots).mean).toBeCloseTo(mean, 12);
  });

  it('mean, median, deviation and distances', () => {
    const allocations = checked([
      [50, 30, 20],
      [20, 30, 50],
      [80, 0, 20],
      [30, 60, 10],
    ]);
    const shares = sharesOf(tallyAllocations(allocations));
    expect(shares.map(({ mean, median }) => [mean, median])).toEqual([
      [0.45, 0.4],
      [0.3, 0.3],
      [0.25, 0.2],
    ]);
    expect(shares.map(({ deviation }) => deviation.value)).toEqual([
      expect.closeTo(Math.sqrt((0.05 ** 2 + 0.25 ** 2 + 0.35 ** 2 + 0.15 ** 2) / 3), 14),
      expect.closeTo(Math.sqrt((0.3 ** 2 + 0.3 ** 2) / 3), 14),
      expect.closeTo(Math.sqrt((0.05 ** 2 + 0.25 ** 2 + 0.05 ** 2 + 0.15 ** 2) / 3), 14),
    ]);
    expect(distancesToMean(allocations, shares)).toEqual([0.05, 0.25, 0.35, 0.3]);
    expect(distanceMatrix(allocations).value).toEqual([
      [0, 0.3, 0.3, 0.3],
      [0.3, 0, 0.6, 0.4],
      [0.3, 0.6, 0, 0.6],
      [0.3, 0.4, 0.6, 0],
    ]);
  });
});
