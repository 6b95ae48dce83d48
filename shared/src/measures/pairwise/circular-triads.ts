import type { Comparisons } from './comparisons.ts';
import { chanceOfTriads } from './tournaments.ts';
import type { Chance } from './tournaments.ts';
import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** How often one rater preferred a to b, b to c and c to a. */
export interface CircularTriads {
  readonly triads: number;
  /** The most that so many items can make. */
  readonly most: number;
  /** How many blind preferences make on average. */
  readonly expected: number;
  /** Coefficient of consistence, 1 without a circle, 0 with as many as there can be. */
  readonly zeta: number;
  /** Probability that blind preferences make as few or fewer. */
  readonly chance: Chance;
}

/**
 * Circular triads and zeta of one rater who compared every pair of items once (Kendall & Babington Smith 1940, Biometrika
 * 31: 324-345), from how often each item was preferred. A missing comparison makes it undefined, a tie is off the scale.
 */
export function circularTriads({ items, pairs }: Comparisons): Measured<CircularTriads> {
  if (items < 3) return unmeasured('too-few-items');
  if (pairs.some(({ won, lost, tied }) => tied > 0 || won + lost !== 1 || won * lost > 0)) {
    return unmeasured('off-the-scale');
  }
  if (pairs.length < (items * (items - 1)) / 2) return unmeasured('too-few-answers');
  const scores = Array.from({ length: items }, () => 0);
  for (const { one, other, won } of pairs) {
    const preferred = won === 1 ? one : other;
    scores[preferred] = (scores[preferred] ?? 0) + 1;
  }
  const triads = triadsOf(scores);
  const most = mostTriads(items);
  const expected = (items * (items - 1) * (items - 2)) / 24;
  return measured({ triads, most, expected, zeta: 1 - triads / most, chance: chanceOfTriads({ items, triads }) });
}

/**
 * The most circular triads that so many items can make; 0 for fewer than three (Kendall & Babington Smith 1940,
 * Biometrika 31: 324-345).
 */
export function mostTriads(items: number): number {
  return (items ** 3 - items * (items % 2 === 0 ? 4 : 1)) / 24;
}

/**
 * The circular triads of one rater who compared every pair, from how often each item was preferred. Every triad that is
 * not circular has one item preferred to both others: all triads less those (Kendall & Babington Smith 1940).
 */
export function triadsOf(scores: readonly number[]): number {
  const items = scores.length;
  const straight = scores.reduce((sum, score) => sum + (score * (score - 1)) / 2, 0);
  return (items * (items - 1) * (items - 2)) / 6 - straight;
}
