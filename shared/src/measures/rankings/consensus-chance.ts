import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { eachArrangement } from './arrangements.ts';
import { planarAlpha, unitOf } from './consensus-alpha.ts';
import type { Unit } from './consensus-alpha.ts';
import type { FullRows } from './rows.ts';
import { picksOf, shuffle } from './shuffle.ts';

/** How many random tables to draw where there are too many to look at each. */
export interface Draws {
  readonly draws: number;
  readonly seed: number;
}

/** Where a team's alpha lies among the alphas of blind rankings. */
export interface AlphaChance {
  readonly alpha: number;
  /** Probability that blind raters reach it: over all tables, or (b + 1) / (B + 1) over those drawn. */
  readonly p: number;
  /** Mean of blind alphas, and the point that 95% of them stay below (linear between values, as R's type 7). */
  readonly mean: number;
  readonly q95: number;
  readonly method: 'exact' | 'drawn';
}

/** Every table is looked at when there are at most so many that differ in more than the order of raters. */
const MOST_TABLES = 350_000;
/** Draws x raters x (items squared and what it takes to draw one order). */
const MOST_WORK = 4e8;
/** Alphas that differ by less are the same, computed in another order. */
const SAME = 1e-9;

/**
 * Degree of consensus against rankings that are independent and uniform, ties or not (Tarakci et al. 2014, Strategic
 * Manage J 35: 1053-1069). Exact where few tables differ, as for 3 raters x 6 items, 4 x 5 or 6 x 4; drawn otherwise.
 */
export function alphaAgainstChance({ rows, draws, seed }: Draws & { readonly rows: FullRows }): Measured<AlphaChance> {
  const raters = rows.length;
  const items = rows[0]?.length ?? 0;
  if (raters < 2) return unmeasured('too-few-answers');
  if (items < 2) return unmeasured('too-few-items');
  const units = rows.map(unitOf).filter((unit) => unit !== null);
  if (units.length < raters) return unmeasured('no-order');
  const alpha = planarAlpha(units);
  const orders = ordersUpTo(items);
  if (orders !== null && tablesOf(orders.length, raters) <= MOST_TABLES) {
    const blind = everyAlpha(orders, raters);
    if (blind !== null) return measured({ alpha, ...placed(blind, alpha), method: 'exact' });
  }
  if (draws * raters * (items * items + 50) > MOST_WORK) return unmeasured('too-much-work');
  const { p, ...others } = placed(drawnAlphas({ raters, items, draws, seed }), alpha);
  return measured({ alpha, ...others, p: (p * draws + 1) / (draws + 1), method: 'drawn' });
}

/** Alphas and how many tables have each. */
interface Spread {
  readonly alpha: number;
  readonly tables: number;
}

/** All orders as units, or `null` if even for two raters there are too many. */
function ordersUpTo(items: number): readonly Unit[] | null {
  let size = 1;
  for (let item = 2; item <= items; item += 1) size *= item;
  if (size > MOST_TABLES) return null;
  const orders: Unit[] = [];
  eachArrangement(
    Int32Array.from({ length: items }, (_, item) => item),
    (order) => {
      const unit = unitOf(Array.from(order));
      if (unit !== null) orders.push(unit);
    },
  );
  return orders;
}

/** How many multisets of orders the raters after the first can have. */
function tablesOf(orders: number, raters: number): number {
  let tables = 1;
  for (let rater = 1; rater < raters && tables <= MOST_TABLES; rater += 1) {
    tables = (tables * (orders + rater - 1)) / rater;
  }
  return tables;
}

/**
 * Alphas of all tables: the first rater's order stays, for only differences between raters matter, and the others are
 * taken as a multiset. `null` if the tables are too many to count exactly.
 */
function everyAlpha(orders: readonly Unit[], raters: number): readonly Spread[] | null {
  if (orders.length ** (raters - 1) > Number.MAX_SAFE_INTEGER) return null;
  const found: Spread[] = [];
  const table = orders.slice(0, 1);
  const extend = (from: number, tables: number, repeated: number): void => {
    const rater = table.length;
    if (rater === raters) {
      found.push({ alpha: planarAlpha(table), tables });
      return;
    }
    for (let at = from; at < orders.length; at += 1) {
      const order = orders[at];
      if (order === undefined) return;
      const same = at === from ? repeated + 1 : 1;
      table.push(order);
      extend(at, (tables * rater) / same, same);
      table.pop();
    }
  };
  extend(0, 1, 0);
  return found;
}

function drawnAlphas({
  raters,
  items,
  draws,
  seed,
}: Draws & { readonly raters: number; readonly items: number }): readonly Spread[] {
  const pick = picksOf(seed);
  const order = Int32Array.from({ length: items }, (_, item) => item);
  const unit = unitOf(Array.from(order)) ?? [];
  const draw = () => {
    shuffle(order, pick);
    return Array.from(order, (rank) => unit[rank] ?? 0);
  };
  return Array.from({ length: draws }, () => ({ alpha: planarAlpha(Array.from({ length: raters }, draw)), tables: 1 }));
}

function placed(spread: readonly Spread[], alpha: number): Pick<AlphaChance, 'p' | 'mean' | 'q95'> {
  const sorted = spread.toSorted((one, other) => one.alpha - other.alpha);
  let all = 0;
  let sum = 0;
  let reached = 0;
  for (const one of sorted) {
    all += one.tables;
    sum += one.tables * one.alpha;
    if (one.alpha >= alpha - SAME) reached += one.tables;
  }
  const point = 0.95 * (all - 1);
  const low = valueAt(sorted, Math.floor(point));
  const q95 = low + (point - Math.floor(point)) * (valueAt(sorted, Math.ceil(point)) - low);
  return { p: reached / all, mean: sum / all, q95 };
}

/** The alpha of the table at a place from 0. */
function valueAt(sorted: readonly Spread[], place: number): number {
  let before = 0;
  for (const { alpha, tables } of sorted) {
    before += tables;
    if (place < before) return alpha;
  }
  return sorted.at(-1)?.alpha ?? 0;
}
