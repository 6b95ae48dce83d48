import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { chiSquareTail } from '../tails.ts';

/** Which changes count as at least as large: in either direction, or upwards only. */
export type Direction = 'either' | 'up';

/** Where a p comes from: every arrangement, `draws` of them, or the normal distribution. */
export type Method = 'exact' | 'draws' | 'normal';

/** What is asked: answers of the same people in the same order, `null` is missing. */
export interface PairedQuestion {
  readonly before: readonly (number | null)[];
  readonly after: readonly (number | null)[];
  readonly direction: Direction;
  /** Number of draws where the exact p is out of reach, 1 or more. */
  readonly draws: number;
  readonly seed: number;
}

/** How far people moved. */
export interface PairedChange {
  /** People who answered both times. */
  readonly pairs: number;
  /** Mean of after minus before, in units of the answers. */
  readonly meanDifference: number;
  /** Probability of a mean difference at least as large if each had as well been turned round. */
  readonly p: number;
  readonly method: Method;
  /** The least p that so many pairs can give: under 6 pairs no change is ever significant. */
  readonly leastP: number;
}

/** Steps that counting all sums may take. */
const MOST_STEPS = 2e8;
/** Up to here any differences are added up in every way, half of them at a time. */
const MOST_PAIRS = 36;
/** Above this, signs are not drawn one by one. */
const MOST_SIGNS = 5e7;
/** Sums that differ by less than this share of the largest are the same: the rest is rounding. */
const SAME = 1e-10;

/**
 * Permutation test of a mean difference between pairs by turning signs round (Fisher 1935, The Design of Experiments,
 * section 21). Pairs with a missing answer are left out; pairs without a difference stay. Exact for whole differences
 * while pairs times the sum of differences is below 2 10^8 (some thousand people on a scale), and for any up to 36 pairs;
 * else (b + 1) / (B + 1) of `draws`, or for very many pairs the normal distribution with the exact variance.
 */
export function pairedChange({ before, after, direction, draws, seed }: PairedQuestion): Measured<PairedChange> {
  if (before.length !== after.length) return unmeasured('ragged-rows');
  const differences: number[] = [];
  for (const [person, first] of before.entries()) {
    const second = after[person] ?? null;
    if (first !== null && second !== null) differences.push(second - first);
  }
  if (![...before, ...after].every((answer) => answer === null || Number.isFinite(answer))) {
    return unmeasured('not-a-number');
  }
  const pairs = differences.length;
  if (pairs === 0) return unmeasured('no-answers');
  const sum = differences.reduce((total, difference) => total + difference, 0);
  const furthest = differences.reduce((total, difference) => total + Math.abs(difference), 0);
  if (!Number.isFinite(furthest)) return unmeasured('not-a-number');

  const found = chanceOf({ sizes: differences.map(Math.abs), furthest, sum, direction, draws, seed });
  return measured({
    pairs,
    meanDifference: sum / pairs,
    p: found.p,
    method: found.method,
    leastP: atLeastSmallest(direction === 'either' ? 2 ** (1 - pairs) : 2 ** -pairs),
  });
}

interface Sums {
  /** Sizes of the differences. */
  readonly sizes: readonly number[];
  /** Sum of the sizes. */
  readonly furthest: number;
  /** Sum of the differences. */
  readonly sum: number;
  readonly direction: Direction;
}

interface Drawing {
  readonly draws: number;
  readonly seed: number;
}

function chanceOf({ draws, seed, ...sums }: Sums & Drawing): { readonly p: number; readonly method: Method } {
  const { sizes, furthest, sum, direction } = sums;
  const least = direction === 'either' ? Math.abs(sum) : sum;
  if (direction === 'either' && least <= SAME * furthest) return { p: 1, method: 'exact' };
  if (sizes.every(Number.isInteger) && sizes.length * furthest <= MOST_STEPS) {
    return { p: atLeastSmallest(countedTail(sums, least)), method: 'exact' };
  }
  if (sizes.length <= MOST_PAIRS) return { p: enumeratedTail(sums, least), method: 'exact' };
  if (sizes.length * draws <= MOST_SIGNS) return { p: drawnTail({ ...sums, draws, seed }, least), method: 'draws' };
  return { p: normalTail(sums, least), method: 'normal' };
}

/** Shares of all sums, from those without the last difference. A sum is twice a sum of some sizes, less `furthest`. */
function countedTail({ sizes, furthest, direction }: Sums, least: number): number {
  const shares = new Float64Array(furthest + 1);
  shares[0] = 1;
  let reached = 0;
  for (const size of sizes) {
    reached += size;
    for (let part = reached; part >= 0; part -= 1) {
      shares[part] = ((shares[part] ?? 0) + (part < size ? 0 : (shares[part - size] ?? 0))) / 2;
    }
  }
  let tail = 0;
  for (let part = furthest; 2 * part - furthest >= least; part -= 1) tail += shares[part] ?? 0;
  return Math.min(1, direction === 'either' ? 2 * tail : tail);
}

/** All sums of each half of the differences in order, then counted against each other with two fingers. */
function enumeratedTail({ sizes, furthest, direction }: Sums, least: number): number {
  const half = sizes.length >> 1;
  const some = signedSums(sizes.slice(0, half));
  const others = signedSums(sizes.slice(half));
  const bound = least - SAME * furthest;
  let tail = 0;
  let finger = others.length;
  for (const one of some) {
    while (finger > 0 && one + (others[finger - 1] ?? 0) >= bound) finger -= 1;
    tail += others.length - finger;
  }
  return ((direction === 'either' ? 2 : 1) * tail) / (some.length * others.length);
}

function signedSums(sizes: readonly number[]): Float64Array {
  const sums = new Float64Array(2 ** sizes.length);
  let width = 1;
  for (const size of sizes) {
    for (let place = 0; place < width; place += 1) {
      const sum = sums[place] ?? 0;
      sums[place] = sum - size;
      sums[width + place] = sum + size;
    }
    width *= 2;
  }
  return sums.sort();
}

function drawnTail({ sizes, furthest, direction, draws, seed }: Sums & Drawing, least: number): number {
  const random = xoroshiro128plus(seed);
  const bound = least - SAME * furthest;
  let exceedances = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    let sum = 0;
    for (const size of sizes) sum += random.next() < 0 ? -size : size;
    if (sum >= bound || (direction === 'either' && -sum >= bound)) exceedances += 1;
  }
  return (exceedances + 1) / (draws + 1);
}

/** Sums of whole differences lie 2 apart, so the tail begins 1 earlier. */
function normalTail({ sizes, direction }: Sums, least: number): number {
  const scale = sizes.reduce((largest, size) => Math.max(largest, size), 0);
  const deviation = Math.sqrt(sizes.reduce((total, size) => total + (size / scale) ** 2, 0));
  const from = (least - (sizes.every(Number.isInteger) ? 1 : 0)) / scale / deviation;
  const tails = chiSquareTail(from ** 2, 1);
  if (direction === 'either') return from > 0 ? atLeastSmallest(tails) : 1;
  return from > 0 ? atLeastSmallest(tails / 2) : 1 - tails / 2;
}

/** A p is never 0: what is too small for a number is the smallest one. */
function atLeastSmallest(p: number): number {
  return Math.max(p, Number.MIN_VALUE);
}
