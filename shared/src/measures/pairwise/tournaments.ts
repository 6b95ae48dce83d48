import { chiSquareTail } from '../tails.ts';

/** A probability, and whether it was counted or is an approximation. */
export interface Chance {
  readonly p: number;
  readonly exact: boolean;
}

/** Past this, tournaments have too many score sheets to count: 1,486 at 10, 531,469 at 15. */
const MOST_ITEMS_COUNTED = 10;

/**
 * Probability that blind preferences among so many items make at most so many circular triads: counted over all
 * tournaments up to 10 items (as Alway 1962, Biometrika 49: 265-269, did), from 11 on the chi-square approximation of
 * Kendall & Babington Smith (1940) with a correction of half a triad.
 */
export function chanceOfTriads({ items, triads }: { readonly items: number; readonly triads: number }): Chance {
  if (items > MOST_ITEMS_COUNTED) return { p: approximateChance(items, triads), exact: false };
  const all = (items * (items - 1) * (items - 2)) / 6;
  let p = 0;
  for (const { sheet, share } of scoreSheets(items)) {
    const straight = sheet.reduce((sum, count, score) => sum + (count * score * (score - 1)) / 2, 0);
    if (all - straight <= triads) p += share;
  }
  return { p, exact: true };
}

function approximateChance(items: number, triads: number): number {
  const df = (items * (items - 1) * (items - 2)) / (items - 4) ** 2;
  const expected = (items * (items - 1) * (items - 2)) / 24;
  return chiSquareTail((8 / (items - 4)) * (expected - triads - 0.5) + df, df);
}

/** How many items have each score, and the share of all tournaments that end so. */
interface ScoreSheet {
  readonly sheet: readonly number[];
  readonly share: number;
}

/**
 * Every score sheet of a tournament. An item is added at a time: of those with the same score, any number beat the
 * newcomer. Shares are whole numbers over 2^45 at most, and so exact.
 */
function scoreSheets(items: number): readonly ScoreSheet[] {
  let sheets: readonly ScoreSheet[] = [{ sheet: [1], share: 1 }];
  for (let present = 1; present < items; present += 1) {
    const longer = new Map<string, { sheet: readonly number[]; share: number }>();
    for (const before of sheets) {
      for (const { sheet, share } of joined(before, present)) {
        const key = sheet.join();
        const known = longer.get(key);
        if (known === undefined) longer.set(key, { sheet, share });
        else known.share += share;
      }
    }
    sheets = [...longer.values()];
  }
  return sheets;
}

function joined({ sheet, share }: ScoreSheet, present: number): readonly ScoreSheet[] {
  let partial = [{ sheet: Array.from({ length: present + 1 }, () => 0), beaten: 0, share: share / 2 ** present }];
  for (const [score, count] of sheet.entries()) {
    partial = partial.flatMap((so) =>
      Array.from({ length: count + 1 }, (_, winners) => {
        const after = [...so.sheet];
        after[score] = (after[score] ?? 0) + count - winners;
        after[score + 1] = (after[score + 1] ?? 0) + winners;
        return { sheet: after, beaten: so.beaten + count - winners, share: so.share * ways(count, winners) };
      }),
    );
  }
  return partial.map((so) => ({ sheet: so.sheet.with(so.beaten, (so.sheet[so.beaten] ?? 0) + 1), share: so.share }));
}

/** In how many ways `chosen` can be taken out of `count`. */
function ways(count: number, chosen: number): number {
  let product = 1;
  for (let place = 1; place <= chosen; place += 1) product = (product * (count - chosen + place)) / place;
  return product;
}
