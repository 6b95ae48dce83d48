import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

import { assert } from '../../kernel/assert.ts';
import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { everySplit } from './every-split.ts';
import type { Splitter } from './every-split.ts';
import { meanSilhouette } from './silhouette.ts';
import { centreTable, fillDistances, readTable, sameShape, totalSquares } from './table.ts';
import type { Centre, Ratings, Table } from './table.ts';
import { twoMedoids } from './two-medoids.ts';

/** Up to here every split is tried. */
const ALL_SPLITS = 14;
/** Above this, distances between all raters are more work than the answer is worth. */
const MOST_RATERS = 1000;
/** Steps that shuffles may take in all: a second or two. */
const MOST_STEPS = 2e9;
/** Silhouettes that differ by less are the same: the rest is rounding. */
const SAME = 1e-9;

/** What is asked. */
export interface FactionQuestion {
  readonly ratings: Ratings;
  readonly centre: Centre;
  /** The least number of raters on a side, 1 or more; 2 keeps an outlier from being a faction. */
  readonly minSide: number;
  /** Number of shuffles behind p, 1 or more. */
  readonly draws: number;
  readonly seed: number;
}

/** How raters divide into two sides. */
export interface Factions {
  /** Side of each rater, the first one's is 0; `null` for a rater who answered nothing. */
  readonly sides: readonly (0 | 1 | null)[];
  /** Raters on the smaller and on the larger side. */
  readonly sizes: readonly [number, number];
  /** Number of splits that are equally good; `null` where not all were tried. */
  readonly optimalSplits: number | null;
  /** Share of the sum of squares that lies between the sides, 0 to 1. */
  readonly betweenShare: number;
  /** Mean silhouette by Euclidean distances, -1 to 1. */
  readonly silhouette: number;
  /** How often shuffled answers divide at least as well, (b + 1) / (B + 1). */
  readonly p: Measured;
}

/**
 * The two sides into which raters divide best, and whether they divide better than chance. Up to 14 raters, the split
 * with the least within-sides sum of squares of all (Edwards & Cavalli-Sforza 1965, Biometrics 21: 362-375); up to
 * 1,000, partitioning around medoids (Kaufman & Rousseeuw 1990); above, `too-much-work`.
 *
 * With `rater`, each rater's mean is taken out first, or mere leniency would look like a camp. A missing answer counts
 * as the item's mean of centred answers, which pulls a rater with many of them to the middle and towards no side. For p,
 * the centred answers to each item are shuffled over those who gave one, centred again, and divided again; p alone is
 * `too-much-work` where that takes 2 10^9 steps (999 shuffles of 200 raters and 20 items are within).
 *
 * Of equally good splits the one with the larger silhouette is taken, then the first by the raters' answers in order:
 * only raters who answered alike can change places when raters come in another order.
 */
export function twoFactions({ ratings, centre, minSide, draws, seed }: FactionQuestion): Measured<Factions> {
  assert(minSide >= 1, 'somebody is on each side');
  const read = readTable(ratings);
  if ('reason' in read) return read;
  const { table, rows } = read;
  if (rows.length === 0) return unmeasured('no-answers');
  if (rows.length < 2 * minSide) return unmeasured('too-few-answers');
  if (rows.length > MOST_RATERS) return unmeasured('too-much-work');
  centreTable(table, centre);
  const total = totalSquares(table);
  if (total === 0) return unmeasured('no-variation');

  const exact = rows.length <= ALL_SPLITS;
  const splitter = exact ? everySplit(rows.length, minSide) : twoMedoids(rows.length, minSide);
  const splits = splitter.splits(table);
  const chosen = clearest(table, splits);
  if (chosen === null) return unmeasured('too-few-answers');
  const sides = labelled({ split: chosen.split, rows, raters: ratings.length });
  const onOne = sides.filter((side) => side === 1).length;
  const betweenShare = splitter.between(table) / total;
  return measured({
    sides,
    sizes: [Math.min(onOne, rows.length - onOne), Math.max(onOne, rows.length - onOne)],
    optimalSplits: exact ? splits.length : null,
    betweenShare,
    silhouette: chosen.silhouette,
    p: chanceOf({ table, centre, splitter, betweenShare, draws, seed }),
  });
}

function clearest(
  table: Table,
  splits: readonly Uint8Array[],
): { readonly split: Uint8Array; readonly silhouette: number } | null {
  const distances = new Float64Array(table.raters ** 2);
  fillDistances(table, distances);
  let best: { readonly split: Uint8Array; readonly silhouette: number } | null = null;
  for (const split of splits) {
    const silhouette = meanSilhouette(distances, split);
    if (best === null || silhouette > best.silhouette + SAME) best = { split, silhouette };
  }
  return best;
}

function labelled({
  split,
  rows,
  raters,
}: {
  readonly split: Uint8Array;
  readonly rows: readonly number[];
  readonly raters: number;
}): readonly (0 | 1 | null)[] {
  const sides: (0 | 1 | null)[] = Array.from({ length: raters }, () => null);
  for (const [place, row] of rows.entries()) sides[row] = split[place] === 1 ? 1 : 0;
  const first = sides.find((side) => side !== null);
  if (first !== 1) return sides;
  return sides.map((side) => (side === null ? null : side === 1 ? 0 : 1));
}

interface Shuffling {
  readonly table: Table;
  readonly centre: Centre;
  readonly splitter: Splitter;
  readonly betweenShare: number;
  readonly draws: number;
  readonly seed: number;
}

function chanceOf({ table, centre, splitter, betweenShare, draws, seed }: Shuffling): Measured {
  const search = table.raters <= ALL_SPLITS ? 2 ** (table.raters + 1) : 20 * table.raters ** 2;
  if ((table.raters ** 2 * table.items + search) * draws > MOST_STEPS) return unmeasured('too-much-work');
  const random = xoroshiro128plus(seed);
  const answerers = answerersByItem(table);
  const shuffled = sameShape(table);
  let exceedances = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    shuffled.cells.set(table.cells);
    for (const cells of answerers) shuffleCells(shuffled.cells, cells, random);
    centreTable(shuffled, centre);
    const total = totalSquares(shuffled);
    if (total > 0 && splitter.between(shuffled) >= betweenShare * total * (1 - SAME)) exceedances += 1;
  }
  return measured((exceedances + 1) / (draws + 1));
}

/** For each item the cells that hold an answer. */
function answerersByItem({ raters, items, answered }: Table): readonly Uint32Array[] {
  return Array.from({ length: items }, (_, item) =>
    Uint32Array.from({ length: raters }, (_unused, rater) => rater * items + item).filter(
      (cell) => answered[cell] === 1,
    ),
  );
}

/** Fisher and Yates; a place is drawn from 32 bits, so one is likelier than another by less than 1 in 10^6. */
function shuffleCells(values: Float64Array, cells: Uint32Array, random: RandomGenerator): void {
  for (let last = cells.length - 1; last > 0; last -= 1) {
    const pick = (((random.next() >>> 0) / 2 ** 32) * (last + 1)) >>> 0;
    const here = cells[last] ?? 0;
    const there = cells[pick] ?? 0;
    const held = values[here] ?? 0;
    values[here] = values[there] ?? 0;
    values[there] = held;
  }
}
