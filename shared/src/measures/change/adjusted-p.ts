import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** Adjusted p, in the order given; `null` where there was none. */
export type AdjustedP = Measured<readonly (number | null)[]>;

/**
 * Step-up adjusted p that hold the share of false findings (Benjamini & Hochberg 1995, J R Stat Soc B 57: 289-300): the
 * least over p and all larger ones of p m / rank. A missing p stays missing and is not counted in m.
 */
export function benjaminiHochberg(values: readonly (number | null)[]): AdjustedP {
  return adjusted(values, (ascending) => {
    let least = 1;
    return ascending
      .map((p, place) => ({ p, rank: place + 1 }))
      .reverse()
      .map(({ p, rank }) => {
        // In this order rounding can't take it below p.
        least = Math.min(least, p * (ascending.length / rank));
        return least;
      })
      .reverse();
  });
}

/**
 * Step-down adjusted p that hold the chance of any false finding (Holm 1979, Scand J Stat 6: 65-70): the largest over p
 * and all smaller ones of p (m + 1 - rank), at most 1. A missing p stays missing and is not counted in m.
 */
export function holm(values: readonly (number | null)[]): AdjustedP {
  return adjusted(values, (ascending) => {
    let largest = 0;
    return ascending.map((p, place) => {
      largest = Math.max(largest, Math.min(1, p * (ascending.length - place)));
      return largest;
    });
  });
}

function adjusted(
  values: readonly (number | null)[],
  adjust: (ascending: readonly number[]) => readonly number[],
): AdjustedP {
  const given = values.flatMap((p, place) => (p === null ? [] : [{ p, place }]));
  if (given.some(({ p }) => !Number.isFinite(p))) return unmeasured('not-a-number');
  if (given.some(({ p }) => p < 0 || p > 1)) return unmeasured('off-the-scale');
  if (given.length === 0) return unmeasured('no-answers');
  given.sort((a, b) => a.p - b.p);
  const result: (number | null)[] = values.map(() => null);
  for (const [rank, p] of adjust(given.map((it) => it.p)).entries()) {
    const place = given[rank]?.place;
    if (place !== undefined) result[place] = p;
  }
  return measured(result);
}
