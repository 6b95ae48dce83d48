import { kemenyOrders } from '../../measures/rankings/kemeny.ts';
import { schulzeOrder, schulzeStrengths } from '../../measures/rankings/majorities.ts';
import type { RankingResult } from '../results/shown.ts';

type Shown = Extract<RankingResult['result'], { status: 'shown' }>;
type Order = Shown['order'];
type Orders = Shown['orders'];

/** Options on their places: by a measure that is small for what comes first, equal ones on one place. */
export function placed<T extends { readonly meanRank: number }>(
  options: readonly T[],
): readonly (T & { readonly place: number })[] {
  return [...options]
    .sort((a, b) => a.meanRank - b.meanRank)
    .map((option) => ({ ...option, place: 1 + options.filter(({ meanRank }) => meanRank < option.meanRank).length }));
}

/**
 * The order that a group of people has together: Schulze's, with ties, and whether it is the only one that fits, by
 * Kemeny's count of orders with the fewest disagreements. In a circle of majorities there is none, and whichever comes
 * first must not be taken for one; where one fits best, Schulze's may be another or leave options tied. `wins` runs
 * parallel to `options`.
 */
export function collectiveOrder(
  options: readonly { readonly option: string; readonly text: string; readonly meanRank: number }[],
  wins: readonly (readonly number[])[],
): { readonly order: Order; readonly orders: Orders } {
  const tiers = schulzeOrder(schulzeStrengths(wins));
  const order = tiers.flatMap((tier, before) => {
    const place = 1 + tiers.slice(0, before).reduce((sum, { length }) => sum + length, 0);
    return tier.flatMap((option) => {
      const one = options[option];
      return one === undefined ? [] : [{ ...one, place }];
    });
  });
  return { order, orders: ordersBeside(tiers, wins) };
}

function ordersBeside(tiers: readonly (readonly number[])[], wins: readonly (readonly number[])[]): Orders {
  const { value } = kemenyOrders(wins, 2);
  if (value === null) return null;
  const [best = [], ...others] = value.orders;
  if (others.length > 0) return 'several';
  const same = tiers.length === best.length && tiers.every(([option], place) => option === best[place]);
  return same ? 'one' : 'another';
}
