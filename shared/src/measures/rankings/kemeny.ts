import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import type { Wins } from './majorities.ts';

/** The linear orders that disagree least with people's preferences between two options. */
export interface KemenyOrders {
  /** Number of preferences, over people and pairs of options, that the best orders go against. */
  readonly disagreements: number;
  /** How many orders are best; if more than one there is no single collective order. */
  readonly optima: number;
  /** The first of them in the order of options, best first. */
  readonly orders: readonly (readonly number[])[];
}

/** 2^18 sets of options take a tenth of a second, and 18! orders can still be counted exactly. */
const MOST_OPTIONS = 18;

/**
 * Kemeny's orders, all counted and the first `listed` named (Kemeny 1959, Daedalus 88: 577-591; the recursion over sets
 * of Held & Karp 1962): the cheapest way to finish an order depends only on which options are placed. Ties are not
 * orders here. `too-much-work` above 18 options.
 */
export function kemenyOrders(wins: Wins, listed = 24): Measured<KemenyOrders> {
  const options = wins.length;
  if (options === 0) return unmeasured('no-answers');
  if (options > MOST_OPTIONS) return unmeasured('too-much-work');
  const cost = costsOf(wins);
  const full = 2 ** options - 1;
  /** Fewest disagreements among what is still to be placed, and the number of ways to have so few. */
  const rest = new Float64Array(full + 1);
  const ways = new Float64Array(full + 1);
  ways[full] = 1;
  for (let placed = full - 1; placed >= 0; placed -= 1) {
    let least = Number.POSITIVE_INFINITY;
    let times = 0;
    for (let option = 0; option < options; option += 1) {
      const after = placed | (1 << option);
      if (after === placed) continue;
      const total = cost(option, full ^ after) + (rest[after] ?? 0);
      if (total > least) continue;
      times = (total < least ? 0 : times) + (ways[after] ?? 0);
      least = total;
    }
    rest[placed] = least;
    ways[placed] = times;
  }
  const orders: number[][] = [];
  const extend = (order: readonly number[], placed: number): void => {
    if (placed === full) orders.push([...order]);
    for (let option = 0; option < options && orders.length < listed; option += 1) {
      const after = placed | (1 << option);
      if (after === placed || cost(option, full ^ after) + (rest[after] ?? 0) !== rest[placed]) continue;
      extend([...order, option], after);
    }
  };
  extend([], 0);
  return measured({ disagreements: rest[0] ?? 0, optima: ways[0] ?? 0, orders });
}

/** How many preferences it goes against to place an option ahead of a set of others; sums of halves of the set are kept. */
function costsOf(wins: Wins): (option: number, others: number) => number {
  const low = Math.ceil(wins.length / 2);
  const tables = wins.map((_, option) => {
    const against = wins.map((row) => row[option] ?? 0);
    return { low: subsetSums(against.slice(0, low)), high: subsetSums(against.slice(low)) };
  });
  const mask = 2 ** low - 1;
  return (option, others) => {
    const table = tables[option];
    return (table?.low[others & mask] ?? 0) + (table?.high[others >> low] ?? 0);
  };
}

function subsetSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(2 ** values.length);
  for (const [bit, value] of values.entries()) {
    const size = 2 ** bit;
    for (let set = 0; set < size; set += 1) sums[size + set] = (sums[set] ?? 0) + value;
  }
  return sums;
}
