import { fillDistances } from './table.ts';
import type { Table } from './table.ts';
import type { Splitter } from './every-split.ts';

/** Swaps that shorten the way by less than this share are rounding. */
const SAME = 1e-12;

/**
 * Partitioning around two medoids (Kaufman & Rousseeuw 1990, Finding Groups in Data, ch. 2): two raters stand for the
 * sides, chosen greedily, then exchanged for as long as the Euclidean distances from everybody to the nearer one get
 * smaller in sum. Where that leaves a side below `minSide`, it is done again with such pairs left out; even then there
 * may be no split, as when all but one are the same. Work and memory grow with the square of the raters.
 */
export function twoMedoids(raters: number, minSide: number): Splitter {
  const distances = new Float64Array(raters * raters);

  function split(table: Table): Uint8Array | null {
    fillDistances(table, distances);
    const free = search({ raters, distances, minSide: 1 });
    const pair = free === null || free.smaller >= minSide ? free : search({ raters, distances, minSide });
    if (pair === null) return null;
    const { one, other } = pair;
    return Uint8Array.from({ length: raters }, (_, rater) =>
      (distances[rater * raters + other] ?? 0) < (distances[rater * raters + one] ?? 0) ? 1 : 0,
    );
  }

  return {
    between(table) {
      const sides = split(table);
      return sides === null ? 0 : betweenSquares(table, sides);
    },
    splits(table) {
      const sides = split(table);
      return sides === null ? [] : [sides];
    },
  };
}

/** Between-sides sum of squares of a split of a centred table, whose rows add up to 0. */
function betweenSquares({ raters, items, cells }: Table, sides: Uint8Array): number {
  const size = sides.reduce((sum, side) => sum + side, 0);
  let squares = 0;
  for (let item = 0; item < items; item += 1) {
    let sum = 0;
    for (let rater = 0; rater < raters; rater += 1) {
      if (sides[rater] === 1) sum += cells[rater * items + item] ?? 0;
    }
    squares += sum * sum;
  }
  return (squares * raters) / (size * (raters - size));
}

interface Ground {
  readonly raters: number;
  readonly distances: Float64Array;
  readonly minSide: number;
}

interface Pair {
  readonly one: number;
  readonly other: number;
  /** Sum of the distances to the nearer medoid. */
  readonly way: number;
  /** Number of raters on the smaller side. */
  readonly smaller: number;
}

function search(ground: Ground): Pair | null {
  let pair = bestWith(ground, mostCentral(ground));
  while (pair !== null) {
    let shorter: Pair = pair;
    for (const kept of [pair.one, pair.other]) {
      const swap = bestWith(ground, kept);
      if (swap !== null && swap.way < shorter.way * (1 - SAME)) shorter = swap;
    }
    if (shorter === pair) return pair;
    pair = shorter;
  }
  return null;
}

function mostCentral({ raters, distances }: Ground): number {
  let central = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let rater = 0; rater < raters; rater += 1) {
    let way = 0;
    for (let other = 0; other < raters; other += 1) way += distances[rater * raters + other] ?? 0;
    if (way >= least * (1 - SAME)) continue;
    least = way;
    central = rater;
  }
  return central;
}

/** The best medoid to stand beside `one`, or `null` where every one leaves a side too small. */
function bestWith({ raters, distances, minSide }: Ground, one: number): Pair | null {
  let best: Pair | null = null;
  for (let other = 0; other < raters; other += 1) {
    let way = 0;
    let nearer = 0;
    for (let rater = 0; rater < raters; rater += 1) {
      const toOne = distances[one * raters + rater] ?? 0;
      const toOther = distances[other * raters + rater] ?? 0;
      if (toOther < toOne) {
        way += toOther;
        nearer += 1;
      } else {
        way += toOne;
      }
    }
    const smaller = Math.min(nearer, raters - nearer);
    if (smaller >= minSide && (best === null || way < best.way * (1 - SAME))) best = { one, other, way, smaller };
  }
  return best;
}
