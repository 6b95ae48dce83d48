import { Matrix } from 'ml-matrix';

import { bradleyTerry } from './bradley-terry.ts';
import type { LikeliestStrengths } from './bradley-terry.ts';
import { climb } from './climb.ts';
import type { Slope } from './climb.ts';
import type { Comparisons, Pair } from './comparisons.ts';
import { isStronglyConnected } from './connectedness.ts';
import { assertReference, MOST_ITEMS, strengthsAt } from './strengths.ts';
import type { StrengthsAsked } from './strengths.ts';
import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** Strengths when raters may say that two items are equal. */
export interface StrengthsWithTies extends LikeliestStrengths {
  /** How readily raters say so: 0 never; two equal items tie with probability nu / (2 + nu). */
  readonly tieNu: number;
}

/**
 * Strengths by maximum likelihood when i is preferred to j with probability s_i / D and both are called equal with
 * probability nu sqrt(s_i s_j) / D, D = s_i + s_j + nu sqrt(s_i s_j) (Davidson 1970, J Am Stat Assoc 65: 317-328); the
 * same as the log-linear model of Fienberg & Larntz (1976). Without a tie nu is 0 and the rest as Bradley-Terry.
 */
export function davidson(asked: StrengthsAsked): Measured<StrengthsWithTies> {
  assertReference(asked);
  const { comparisons, reference } = asked;
  const { items, pairs } = comparisons;
  if (pairs.every(({ tied }) => tied === 0)) {
    const untied = bradleyTerry(asked);
    return untied.value === null ? untied : measured({ ...untied.value, tieNu: 0 });
  }
  if (items > MOST_ITEMS) return unmeasured('too-much-work');
  if (pairs.every(({ won, lost }) => won + lost === 0)) return unmeasured('no-order');
  if (!isStronglyConnected(comparisons) || tiesExplainAll(comparisons)) return unmeasured('not-strongly-connected');
  const top = climb({
    size: items + 1,
    fixed: reference,
    heightAt: (parameters) => logLikelihoodAt(comparisons, parameters),
    slopeAt: (parameters) => slopeAt(comparisons, parameters),
  });
  if (top === null) return unmeasured('too-much-work');
  const strengths = strengthsAt(top, { information: slopeAt(comparisons, top).information, asked });
  if (strengths === null) return unmeasured('too-much-work');
  const logLikelihood = logLikelihoodAt(comparisons, top);
  return measured({ ...strengths, logLikelihood, tieNu: Math.exp(top[items] ?? 0) });
}

/**
 * Whether items can be put in places so that each wins only over those at least a place below it and ties only within a
 * place. The likelihood then grows for ever as places and nu grow. There are such places unless some circle holds more
 * wins than ties, which shows as a way that never stops getting shorter (Bellman 1958).
 */
function tiesExplainAll({ items, pairs }: Comparisons): boolean {
  const ways = pairs.flatMap(({ one, other, won, lost, tied }) => [
    ...(won > 0 ? [{ from: one, to: other, length: -1 }] : []),
    ...(lost > 0 ? [{ from: other, to: one, length: -1 }] : []),
    ...(tied > 0 ? [one, other].map((from) => ({ from, to: one + other - from, length: 1 })) : []),
  ]);
  const places = Array.from({ length: items }, () => 0);
  for (let round = 0; round < items; round += 1) {
    let moved = false;
    for (const { from, to, length } of ways) {
      const most = (places[from] ?? 0) + length;
      if (most >= (places[to] ?? 0)) continue;
      places[to] = most;
      moved = true;
    }
    if (!moved) return true;
  }
  return false;
}

interface Shares {
  readonly won: number;
  readonly lost: number;
  readonly tied: number;
  /** Logarithms of the weights whose shares these are, less the greatest, and of their sum. */
  readonly logWeights: readonly [number, number, number];
  readonly logSum: number;
}

/** Parameters are the log abilities, then log nu. */
function sharesAt({ one, other }: Pair, parameters: readonly number[]): Shares {
  const half = ((parameters[one] ?? 0) - (parameters[other] ?? 0)) / 2;
  const nu = parameters.at(-1) ?? 0;
  const highest = Math.max(half, -half, nu);
  const logWeights = [half - highest, -half - highest, nu - highest] as const;
  const weights = logWeights.map(Math.exp);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const [won = 0, lost = 0, tied = 0] = weights.map((weight) => weight / sum);
  return { won, lost, tied, logWeights, logSum: Math.log(sum) };
}

function logLikelihoodAt({ pairs }: Comparisons, parameters: readonly number[]): number {
  return pairs.reduce((sum, pair) => {
    const { logWeights, logSum } = sharesAt(pair, parameters);
    const [won, lost, tied] = logWeights;
    const compared = pair.won + pair.lost + pair.tied;
    return sum + pair.won * won + pair.lost * lost + pair.tied * tied - compared * logSum;
  }, 0);
}

function slopeAt({ items, pairs }: Comparisons, parameters: readonly number[]): Slope {
  const score = Array.from({ length: items + 1 }, () => 0);
  const information = Matrix.zeros(items + 1, items + 1);
  for (const pair of pairs) {
    const { one, other } = pair;
    const { won, lost, tied } = sharesAt(pair, parameters);
    const compared = pair.won + pair.lost + pair.tied;
    // What a pair tells of the lead of one over other (1, 1/2 or 0), and of nu (a tie or none).
    const lead = pair.won + pair.tied / 2 - compared * (won + tied / 2);
    const leadVariance = compared * (won * lost + (tied * (won + lost)) / 4);
    const both = (compared * tied * (lost - won)) / 2;
    for (const [item, sign] of [
      [one, 1],
      [other, -1],
    ] as const) {
      score[item] = (score[item] ?? 0) + sign * lead;
      for (const [row, column, more] of [
        [item, item, leadVariance],
        [item, one + other - item, -leadVariance],
        [item, items, sign * both],
        [items, item, sign * both],
      ] as const) {
        information.set(row, column, information.get(row, column) + more);
      }
    }
    score[items] = (score[items] ?? 0) + pair.tied - compared * tied;
    information.set(items, items, information.get(items, items) + compared * tied * (1 - tied));
  }
  return { score, information };
}
