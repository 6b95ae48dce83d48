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
/** Draws x raters x items squared. */
const MOST_WORK = 4e9;
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
  const first = groups[0].length;
  if (first < 2 || groups[1].length < 2) return unmeasured('too-few-answers');
  const ways = waysToChoose(pool.length, first);
  const drawn = ways > MOST_PERMUTATIONS;
  if ((drawn ? draws : ways) * sizeOf(pool) > MOST_WORK) return unmeasured('too-much-work');
  const order = Int32Array.from(pool.keys());
  const statistic = () => {
    const dealt = Array.from(order, (rater) => pool[rater] ?? []);
    return planarAlpha(dealt.slice(0, first)) - planarAlpha(dealt.slice(first));
  };
  const difference = statistic();
  const reaches = reachOf(difference, sides);
  if (drawn) {
    const pick = picksOf(seed);
    return measured(drawnTest({ difference, draws, reaches: () => (shuffle(order, pick), reaches(statistic())) }));
  }
  let reached = 0;
  let permutations = 0;
  eachChoice(order, first, () => {
    permutations += 1;
    if (reaches(statistic())) reached += 1;
  });
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
  const drawn = 2 ** raters > MOST_PERMUTATIONS;
  if ((drawn ? draws : 2 ** raters) * sizeOf(units.value) > MOST_WORK) return unmeasured('too-much-work');
  const swapped = new Uint8Array(raters);
  const alphaOf = (occasion: 0 | 1) =>
    planarAlpha(Array.from(swapped, (swap, rater) => occasions[swap === occasion ? 0 : 1][rater] ?? []));
  const statistic = () => alphaOf(1) - alphaOf(0);
  const difference = statistic();
  const reaches = reachOf(difference, sides);
  if (drawn) {
    const pick = picksOf(seed);
    const draw = () => {
      for (const rater of swapped.keys()) swapped[rater] = pick(2);
      return reaches(statistic());
    };
    return measured(drawnTest({ difference, draws, reaches: draw }));
  }
  let reached = 0;
  for (let swaps = 0; swaps < 2 ** raters; swaps += 1) {
    for (const rater of swapped.keys()) swapped[rater] = (swaps >>> rater) & 1;
    if (reaches(statistic())) reached += 1;
  }
  return measured({ difference, p: reached / 2 ** raters, permutations: 2 ** raters, method: 'exact' });
}

/** The raters' deviations; undefined as soon as one rater answers every item the same. */
function unitsOf(rows: FullRows): Measured<readonly Unit[]> {
  const items = rows[0]?.length ?? 0;
  if (items < 2) return unmeasured('too-few-items');
  if (rows.some((row) => row.length !== items)) return unmeasured('ragged-rows');
  const units = rows.map(unitOf).filter((unit) => unit !== null);
  return units.length < rows.length ? unmeasured('no-order') : measured(units);
}

function sizeOf(units: readonly Unit[]): number {
  return units.length * (units[0]?.length ?? 0) ** 2;
}

function reachOf(difference: number, sides: Sides): (value: number) => boolean {
  if (sides === 'greater') return (value) => value >= difference - SAME;
  return (value) => Math.abs(value) >= Math.abs(difference) - SAME;
}

function drawnTest({
  difference,
  draws,
  reaches,
}: {
  readonly difference: number;
  readonly draws: number;
  readonly reaches: () => boolean;
}): AlphaTest {
  let reached = 0;
  for (let draw = 0; draw < draws; draw += 1) if (reaches()) reached += 1;
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
