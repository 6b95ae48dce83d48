import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { planarAlpha, unitOf } from './consensus-alpha.ts';
import type { Unit } from './consensus-alpha.ts';
import type { Draws } from './consensus-chance.ts';
import type { FullRows } from './rows.ts';
import { picksOf, shuffle } from './shuffle.ts';

/** Which values count against the null: as far from 0 either way, or as far above it. */
export type Sides = 'both' | 'greater';

/** A difference of two alphas and how often blind chance makes one as large. */
export interface AlphaTest {
  readonly difference: number;
  /** Over all permutations, or (b + 1) / (B + 1) over those drawn. */
  readonly p: number;
  readonly permutations: number;
  readonly method: 'exact' | 'drawn';
}

/** Every permutation is looked at when there are at most so many: two groups of 10, or 17 raters asked twice. */
const MOST_PERMUTATIONS = 200_000;
/** And when it takes at most this: permutations x the cube of raters or items, whichever are fewer. */
const MOST_EXACT_WORK = 1e8;
/** Draws x raters x (items squared and what it takes to deal one rater). */
const MOST_DRAWN_WORK = 4e8;
/** Differences that differ by less are the same, computed in another order. */
const SAME = 1e-9;

/**
 * Degree of consensus of one group less that of another, tested by dealing the raters to the groups anew (Tarakci et al.
 * 2014, Strategic Manage J 35: 1053-1069). Groups answer the same items.
 */
export function alphaDifference({
  groups,
  sides,
  draws,
  seed,
}: Draws & { readonly groups: readonly [FullRows, FullRows]; readonly sides: Sides }): Measured<AlphaTest> {
  const units = unitsOf(groups.flat());
  if (units.value === null) return units;
  const pool = units.value;
  const size = groups[0].length;
  if (size < 2 || groups[1].length < 2) return unmeasured('too-few-answers');
  const order = Int32Array.from(pool.keys());
  const alphaOf = (from: number, to: number) =>
    planarAlpha(Array.from(order.subarray(from, to), (rater) => pool[rater] ?? []));
  const first = () => alphaOf(0, size);
  const second = () => alphaOf(size, pool.length);
  const difference = first() - second();
  const reaches = reachOf(difference, sides);
  const permutations = waysToChoose(pool.length, size);
  if (!isExact(permutations, pool)) {
    if (isTooMuch(draws, pool)) return unmeasured('too-much-work');
    const pick = picksOf(seed);
    const draw = () => {
      shuffle(order, pick);
      return reaches(first() - second());
    };
    return measured(drawnTest({ difference, draws, draw }));
  }
  const firsts: number[] = [];
  const seconds: number[] = [];
  eachChoice(order, size, () => {
    firsts.push(first());
    if (2 * size !== pool.length) seconds.push(second());
  });
  // What one of two equal groups leaves comes up as a group of its own, as far from the end as it is from the start.
  const others = 2 * size === pool.length ? firsts.toReversed() : seconds;
  const reached = firsts.filter((alpha, at) => reaches(alpha - (others[at] ?? 0))).length;
  return measured({ difference, p: reached / permutations, permutations, method: 'exact' });
}

/**
 * Degree of consensus after less before, tested by swapping each rater's two occasions (Tarakci et al. 2014). The rows of
 * both tables belong to the same raters in the same order.
 */
export function alphaChange({
  before,
  after,
  sides,
  draws,
  seed,
}: Draws & { readonly before: FullRows; readonly after: FullRows; readonly sides: Sides }): Measured<AlphaTest> {
  if (before.length !== after.length) return unmeasured('ragged-rows');
  const units = unitsOf([...before, ...after]);
  if (units.value === null) return units;
  const raters = before.length;
  if (raters < 2) return unmeasured('too-few-answers');
  const occasions = [units.value.slice(0, raters), units.value.slice(raters)] as const;
  const swapped = new Uint8Array(raters);
  const alphaOf = (occasion: 0 | 1) =>
    planarAlpha(Array.from(swapped, (swap, rater) => occasions[swap === occasion ? 0 : 1][rater] ?? []));
  const difference = alphaOf(1) - alphaOf(0);
  const reaches = reachOf(difference, sides);
  const permutations = 2 ** raters;
  if (!isExact(permutations, occasions[0])) {
    if (isTooMuch(draws, units.value)) return unmeasured('too-much-work');
    const pick = picksOf(seed);
    const draw = () => {
      for (let rater = 0; rater < raters; rater += 1) swapped[rater] = pick(2);
      return reaches(alphaOf(1) - alphaOf(0));
    };
    return measured(drawnTest({ difference, draws, draw }));
  }
  const afters = Array.from({ length: permutations }, (_, swaps) => {
    for (let rater = 0; rater < raters; rater += 1) swapped[rater] = (swaps >>> rater) & 1;
    return alphaOf(1);
  });
  // Before these swaps is after all the others.
  const reached = afters.filter((alpha, swaps) => reaches(alpha - (afters[permutations - 1 - swaps] ?? 0))).length;
  return measured({ difference, p: reached / permutations, permutations, method: 'exact' });
}

/** The raters' deviations; undefined as soon as one rater answers every item the same. */
function unitsOf(rows: FullRows): Measured<readonly Unit[]> {
  const items = rows[0]?.length ?? 0;
  if (items < 2) return unmeasured('too-few-items');
  if (rows.some((row) => row.length !== items)) return unmeasured('ragged-rows');
  const units = rows.map(unitOf).filter((unit) => unit !== null);
  return units.length < rows.length ? unmeasured('no-order') : measured(units);
}

function isExact(permutations: number, units: readonly Unit[]): boolean {
  const axes = Math.min(units.length, units[0]?.length ?? 0);
  return permutations <= MOST_PERMUTATIONS && permutations * axes ** 3 <= MOST_EXACT_WORK;
}

function isTooMuch(draws: number, units: readonly Unit[]): boolean {
  return draws * units.length * ((units[0]?.length ?? 0) ** 2 + 50) > MOST_DRAWN_WORK;
}

function reachOf(difference: number, sides: Sides): (value: number) => boolean {
  if (sides === 'greater') return (value) => value >= difference - SAME;
  return (value) => Math.abs(value) >= Math.abs(difference) - SAME;
}

function drawnTest({
  difference,
  draws,
  draw,
}: {
  readonly difference: number;
  readonly draws: number;
  readonly draw: () => boolean;
}): AlphaTest {
  let reached = 0;
  for (let drawn = 0; drawn < draws; drawn += 1) if (draw()) reached += 1;
  return { difference, p: (reached + 1) / (draws + 1), permutations: draws, method: 'drawn' };
}

function waysToChoose(from: number, take: number): number {
  let ways = 1;
  for (let taken = 1; taken <= take && ways <= MOST_PERMUTATIONS; taken += 1) {
    ways = (ways * (from - take + taken)) / taken;
  }
  return ways;
}

/** Puts every choice of `take` of the numbers at the front of them in turn, the others behind. */
function eachChoice(order: Int32Array, take: number, visit: () => void): void {
  const all = order.slice();
  const place = (front: number, back: number): void => {
    const next = all[front + back - take];
    if (next === undefined) {
      visit();
      return;
    }
    if (front < take) {
      order[front] = next;
      place(front + 1, back);
    }
    if (back < all.length) {
      order[back] = next;
      place(front, back + 1);
    }
  };
  place(0, take);
}
