import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';
import { centredRanks } from './ranks.ts';
import { faultOfRows } from './rows.ts';
import type { Rows } from './rows.ts';

/** Above this many rankings of raters x sets of items that others answered. */
const MOST_RANKINGS = 1e7;

/**
 * Kendall's W for tables with missing answers, 0 to 1 (Brueckl 2011, Altersbedingte Veraenderungen der Stimme, 88-103;
 * Taylor 1987, Biometrics 43: 409-416; as DescTools::KendallW): (1 + r (k - 1)) / k, where k is the mean number of
 * raters of an item and r the mean Spearman correlation over pairs of raters, each on the items that both answered,
 * weighted by the number of these less 1. As in DescTools a pair in which someone ties all of them counts as r = 0.
 *
 * Raters who answered the same items are taken together, so that the work grows with raters x different sets of items.
 */
export function incompleteW(rows: Rows): Measured {
  const fault = faultOfRows(rows);
  if (fault !== null) return unmeasured(fault);
  const items = rows[0]?.length ?? 0;
  if (items < 2) return unmeasured('too-few-items');
  const answers = rows.reduce((sum, row) => sum + row.filter((value) => value !== null).length, 0);
  if (answers === 0) return unmeasured('no-answers');
  const groups = groupsOf(rows);
  if (rows.length * groups.length > MOST_RANKINGS) return unmeasured('too-much-work');
  const { weights, products } = pairsOf(groups);
  if (weights === 0) return unmeasured('too-few-answers');
  const ratersPerItem = answers / items;
  return measured((1 + (products / weights) * (ratersPerItem - 1)) / ratersPerItem);
}

/** Raters who answered the same items. */
interface Group {
  readonly items: readonly number[];
  readonly rows: Rows[number][];
}

interface Summed {
  readonly sum: readonly number[];
  /** Raters who told the items apart. */
  readonly ordering: number;
}

function groupsOf(rows: Rows): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const items = [...row.keys()].filter((item) => row[item] !== null);
    const key = items.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { items, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

/** Sums over pairs of raters of their weights, and of weight x correlation. */
function pairsOf(groups: readonly Group[]): { readonly weights: number; readonly products: number } {
  const known = groups.map(() => new Map<string, Summed>());
  let weights = 0;
  let products = 0;
  for (const [at, one] of groups.entries()) {
    for (const [before, other] of groups.slice(0, at + 1).entries()) {
      const seen = new Set(other.items);
      const shared = one.items.filter((item) => seen.has(item));
      if (shared.length < 2) continue;
      const weight = shared.length - 1;
      const mine = summed({ group: one, items: shared, known: known[at] });
      const theirs = summed({ group: other, items: shared, known: known[before] });
      const product = mine.sum.reduce((total, value, item) => total + value * (theirs.sum[item] ?? 0), 0);
      const same = one === other;
      const pairs = same ? (one.rows.length * (one.rows.length - 1)) / 2 : one.rows.length * other.rows.length;
      weights += weight * pairs;
      products += weight * (same ? (product - mine.ordering) / 2 : product);
    }
  }
  return { weights, products };
}

/** Sum of the standardised ranks of a group's raters on some of their items. */
function summed({
  group,
  items,
  known,
}: {
  readonly group: Group;
  readonly items: readonly number[];
  readonly known: Map<string, Summed> | undefined;
}): Summed {
  const key = items.join();
  const found = known?.get(key);
  if (found !== undefined) return found;
  const sum = items.map(() => 0);
  let ordering = 0;
  for (const row of group.rows) {
    const ranks = centredRanks(items.map((item) => row[item] ?? 0));
    const length = Math.sqrt(ranks.reduce((square, rank) => square + rank * rank, 0));
    if (length === 0) continue;
    ordering += 1;
    for (let at = 0; at < ranks.length; at += 1) sum[at] = (sum[at] ?? 0) + (ranks[at] ?? 0) / length;
  }
  known?.set(key, { sum, ordering });
  return { sum, ordering };
}
