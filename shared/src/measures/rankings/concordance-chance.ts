import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { centredRanks } from './ranks.ts';
import { eachArrangement } from './arrangements.ts';
import type { FullRows } from './rows.ts';
import { picksOf } from './shuffle.ts';

/** An exact p may look at this many arrangements of ranks before the last rater's, and at this many in all. */
const MOST_JOINED = 2e6;
const MOST_COUNTED = 2e7;
/** Draws x raters x items. */
const MOST_SHUFFLED = 4e9;

/**
 * Exact probability of a W (Kendall & Babington Smith 1939, Ann Math Stat 10: 275-287) at least this large when every
 * rater's ranks, ties and all, fall on the items blindly (permutation within raters). Instead of every table it counts
 * sums of ranks, sorted, rater by rater: what comes after does not depend on which item has which sum. `too-much-work`
 * where that takes more than about a second, as from 3 raters x 8 items or 4 x 7; then see `shuffledChanceOfW`.
 */
export function exactChanceOfW(rows: FullRows): Measured {
  const ranks = ordersOf(rows);
  const fault = faultOf(rows, ranks);
  if (fault.value === null) return fault;
  const items = rows[0]?.length ?? 0;
  const observed = spreadOf(ranks, items);
  const [first, ...others] = ranks.sort((a, b) => arrangementsOf(b) - arrangementsOf(a));
  const last = others.pop();
  if (first === undefined || last === undefined) return measured(1);
  const reach = ranks.length * Math.max(1, items - 1);
  if ((2 * reach + 1) ** items > Number.MAX_SAFE_INTEGER) return unmeasured('too-much-work');
  const coder = { reach, items };
  let joined = others.reduce((sum, next) => sum + arrangementsOf(next), 0);
  let sums = new Map([[codeOf(first.toSorted(), coder), 1]]);
  for (const next of others) {
    joined += (sums.size - 1) * arrangementsOf(next);
    if (joined > MOST_JOINED) return unmeasured('too-much-work');
    sums = withRater({ sums, next, coder });
  }
  if (sums.size * arrangementsOf(last) > MOST_COUNTED) return unmeasured('too-much-work');
  return measured(shareReaching({ sums, last, coder, observed }));
}

/**
 * Probability of a W at least this large when every rater's ranks are shuffled over the items, from `draws` shuffles:
 * (b + 1) / (B + 1), never 0 (Phipson & Smyth 2010, Stat Appl Genet Mol Biol 9: 39; the test of Legendre 2005). For
 * large teams, where it would be `too-much-work`, use the p of F.
 */
export function shuffledChanceOfW({
  rows,
  draws,
  seed,
}: {
  readonly rows: FullRows;
  readonly draws: number;
  readonly seed: number;
}): Measured {
  const ranks = ordersOf(rows);
  const fault = faultOf(rows, ranks);
  if (fault.value === null) return fault;
  const items = rows[0]?.length ?? 0;
  if (draws * ranks.length * items > MOST_SHUFFLED) return unmeasured('too-much-work');
  const observed = spreadOf(ranks, items);
  const table = new Int32Array(ranks.length * items);
  for (const [rater, row] of ranks.entries()) table.set(row, rater * items);
  const pick = picksOf(seed);
  const sums = new Int32Array(items);
  let reached = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    sums.fill(0);
    for (let start = 0; start < table.length; start += items) {
      for (let last = items - 1; last >= 0; last -= 1) {
        const from = start + (last === 0 ? 0 : pick(last + 1));
        const rank = table[from] ?? 0;
        table[from] = table[start + last] ?? 0;
        table[start + last] = rank;
        sums[last] = (sums[last] ?? 0) + rank;
      }
    }
    let spread = 0;
    for (let item = 0; item < items; item += 1) spread += (sums[item] ?? 0) ** 2;
    if (spread >= observed) reached += 1;
  }
  return measured((reached + 1) / (draws + 1));
}

/** Centred ranks of the raters who told items apart: the others change nothing. */
function ordersOf(rows: FullRows): Int32Array[] {
  return rows.map(centredRanks).filter((ranks) => ranks.some((rank) => rank !== 0));
}

function faultOf(rows: FullRows, ranks: readonly Int32Array[]): Measured {
  if (rows.length < 2) return unmeasured('too-few-answers');
  if ((rows[0]?.length ?? 0) < 2) return unmeasured('too-few-items');
  return ranks.length === 0 ? unmeasured('no-order') : measured(0);
}

/** Squared length of the sum of centred ranks, of which W is a multiple whatever the order of the ranks. */
function spreadOf(ranks: readonly Int32Array[], items: number): number {
  const sums = new Float64Array(items);
  for (const row of ranks) for (const [item, rank] of row.entries()) sums[item] = (sums[item] ?? 0) + rank;
  return sums.reduce((square, sum) => square + sum * sum, 0);
}

/** In how many ways ranks can fall on the items: J! over the factorials of the sizes of the ties. */
function arrangementsOf(ranks: Int32Array): number {
  let ways = 1;
  const times = new Map<number, number>();
  for (const [place, rank] of ranks.entries()) {
    const same = (times.get(rank) ?? 0) + 1;
    times.set(rank, same);
    ways = (ways * (place + 1)) / same;
  }
  return ways;
}

/** Sums as one number, each a digit from -`reach` to `reach`. */
interface Coder {
  readonly reach: number;
  readonly items: number;
}

function codeOf(sums: Int32Array, { reach }: Coder): number {
  return sums.reduce((code, sum) => code * (2 * reach + 1) + sum + reach, 0);
}

function decode(code: number, { reach, items }: Coder): Int32Array {
  const sums = new Int32Array(items);
  const base = 2 * reach + 1;
  let left = code;
  for (let item = items - 1; item >= 0; item -= 1) {
    sums[item] = (left % base) - reach;
    left = Math.floor(left / base);
  }
  return sums;
}

interface Step {
  /** Shares of all tables by their sorted sums of ranks. */
  readonly sums: ReadonlyMap<number, number>;
  readonly coder: Coder;
}

function withRater({ sums, next, coder }: Step & { readonly next: Int32Array }): Map<number, number> {
  const joined = new Map<number, number>();
  const ways = arrangementsOf(next);
  const sorted = new Int32Array(coder.items);
  for (const [code, share] of sums) {
    const before = decode(code, coder);
    eachArrangement(next, (ranks) => {
      for (let item = 0; item < sorted.length; item += 1) sorted[item] = (before[item] ?? 0) + (ranks[item] ?? 0);
      const key = codeOf(insertionSorted(sorted), coder);
      joined.set(key, (joined.get(key) ?? 0) + share / ways);
    });
  }
  return joined;
}

function shareReaching({
  sums,
  last,
  coder,
  observed,
}: Step & { readonly last: Int32Array; readonly observed: number }): number {
  const own = last.reduce((square, rank) => square + rank * rank, 0);
  const ways = arrangementsOf(last);
  let reaching = 0;
  for (const [code, share] of sums) {
    const before = decode(code, coder);
    const needed = (observed - own - before.reduce((square, sum) => square + sum * sum, 0)) / 2;
    let times = 0;
    eachArrangement(last, (ranks) => {
      let product = 0;
      for (let item = 0; item < ranks.length; item += 1) product += (before[item] ?? 0) * (ranks[item] ?? 0);
      if (product >= needed) times += 1;
    });
    reaching += (share * times) / ways;
  }
  return Math.min(1, reaching);
}

/** Sorts a few numbers in place, faster than the engine's sort for so few. */
function insertionSorted(values: Int32Array): Int32Array {
  for (let at = 1; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    let to = at;
    for (; to > 0 && (values[to - 1] ?? 0) > value; to -= 1) values[to] = values[to - 1] ?? 0;
    values[to] = value;
  }
  return values;
}
