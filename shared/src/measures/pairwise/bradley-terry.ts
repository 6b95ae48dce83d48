import { Matrix } from 'ml-matrix';

import { climb, inverseInformation, logDeterminant } from './climb.ts';
import type { Slope } from './climb.ts';
import { tiesSplit } from './comparisons.ts';
import type { Comparisons, Pair } from './comparisons.ts';
import { isConnected, isStronglyConnected } from './connectedness.ts';
import { assertReference, MOST_ITEMS, strengthsAt } from './strengths.ts';
import type { Strengths, StrengthsAsked } from './strengths.ts';
import { measured, unmeasured } from '../measured.ts';
import type { Measured } from '../measured.ts';

/** Strengths that make the comparisons as likely as can be. */
export interface LikeliestStrengths extends Strengths {
  /** Logarithm of that likelihood, each comparison by itself. */
  readonly logLikelihood: number;
}

/**
 * Strengths by maximum likelihood when i is preferred to j with probability s_i / (s_i + s_j) (Bradley & Terry 1952,
 * Biometrika 39: 324-345). A tie is half a preference each way. The maximum exists when every item beats every other
 * directly or over others (Ford 1957). It is that of the MM iteration of Hunter (2004, Ann Stat 32: 384-406), found by
 * Newton's method, which also near separation needs a dozen steps where MM needs thousands.
 */
export function bradleyTerry(asked: StrengthsAsked): Measured<LikeliestStrengths> {
  assertReference(asked);
  const { comparisons, reference } = asked;
  if (comparisons.items > MOST_ITEMS) return unmeasured('too-much-work');
  if (!isStronglyConnected(comparisons)) return unmeasured('not-strongly-connected');
  const split = tiesSplit(comparisons);
  const top = climb({
    size: split.items,
    fixed: reference,
    heightAt: (abilities) => logLikelihoodAt(split, abilities),
    slopeAt: (abilities) => slopeAt(split, abilities),
  });
  const strengths = top && strengthsAt(top, { information: slopeAt(split, top).information, asked });
  if (strengths === null) return unmeasured('too-much-work');
  return measured({ ...strengths, logLikelihood: logLikelihoodAt(split, strengths.logAbility) });
}

/**
 * Strengths by the likelihood times Jeffreys's prior, the root of the determinant of the information, which are finite
 * although an item wins everything and have less bias (Firth 1993, Biometrika 80: 27-38; Kosmidis & Firth 2021,
 * Biometrika 108: 71-82). The score of each pair gets h (1/2 - p) more, h being its leverage. Standard errors are of the
 * information without the prior. Defined when the items are connected by comparisons.
 */
export function bradleyTerryPenalised(asked: StrengthsAsked): Measured<Strengths> {
  assertReference(asked);
  const { comparisons, reference } = asked;
  if (comparisons.items > MOST_ITEMS) return unmeasured('too-much-work');
  if (!isConnected(comparisons)) return unmeasured('not-connected');
  const split = tiesSplit(comparisons);
  const top = climb({
    size: split.items,
    fixed: reference,
    heightAt: (abilities) =>
      logLikelihoodAt(split, abilities) + logDeterminant(slopeAt(split, abilities).information, reference) / 2,
    slopeAt: (abilities) => slopeAt(withLeverage({ comparisons: split, reference }, abilities), abilities),
  });
  const strengths = top && strengthsAt(top, { information: slopeAt(split, top).information, asked });
  return strengths === null ? unmeasured('too-much-work') : measured(strengths);
}

function logLikelihoodAt({ pairs }: Comparisons, abilities: readonly number[]): number {
  return pairs.reduce((sum, pair) => {
    const lead = leadOf(pair, abilities);
    return sum + pair.won * logShare(lead) + pair.lost * logShare(-lead);
  }, 0);
}

function slopeAt({ items, pairs }: Comparisons, abilities: readonly number[]): Slope {
  const score = Array.from({ length: items }, () => 0);
  const information = Matrix.zeros(items, items);
  for (const pair of pairs) {
    const { one, other, won, lost } = pair;
    const lead = leadOf(pair, abilities);
    const [p, q] = [share(lead), share(-lead)];
    const surplus = won * q - lost * p;
    const weight = (won + lost) * p * q;
    for (const [item, opponent, sign] of [
      [one, other, 1],
      [other, one, -1],
    ] as const) {
      score[item] = (score[item] ?? 0) + sign * surplus;
      information.set(item, item, information.get(item, item) + weight);
      information.set(item, opponent, information.get(item, opponent) - weight);
    }
  }
  return { score, information };
}

/**
 * Comparisons with half of each pair's leverage more on either side: their plain score is the penalised one of what they
 * were made from.
 */
function withLeverage({ comparisons, reference }: StrengthsAsked, abilities: readonly number[]): Comparisons {
  const { items, pairs } = comparisons;
  const covariance = inverseInformation(slopeAt(comparisons, abilities).information, reference);
  if (covariance === null) return comparisons;
  const more = pairs.map((pair) => {
    const { one, other, won, lost } = pair;
    const lead = leadOf(pair, abilities);
    const variance = covariance.get(one, one) + covariance.get(other, other) - 2 * covariance.get(one, other);
    const leverage = (won + lost) * share(lead) * share(-lead) * variance;
    return { ...pair, won: won + leverage / 2, lost: lost + leverage / 2 };
  });
  return { items, pairs: more };
}

function leadOf({ one, other }: Pair, abilities: readonly number[]): number {
  return (abilities[one] ?? 0) - (abilities[other] ?? 0);
}

/** 1 / (1 + e^-lead), without loss on either side. */
function share(lead: number): number {
  const small = Math.exp(-Math.abs(lead));
  return (lead < 0 ? small : 1) / (1 + small);
}

function logShare(lead: number): number {
  return Math.min(0, lead) - Math.log1p(Math.exp(-Math.abs(lead)));
}
