import { z } from 'zod';

import { electionOf } from '@plumbline/shared/measures/rankings/ballots';
import { concordance } from '@plumbline/shared/measures/rankings/concordance';
import { exactChanceOfW, shuffledChanceOfW } from '@plumbline/shared/measures/rankings/concordance-chance';
import { incompleteW } from '@plumbline/shared/measures/rankings/concordance-incomplete';
import { kemenyOrders } from '@plumbline/shared/measures/rankings/kemeny';
import {
  bordaPoints,
  condorcetWinner,
  copelandScores,
  pairwiseWins,
  schulzeOrder,
  schulzeStrengths,
  tiersByScore,
} from '@plumbline/shared/measures/rankings/majorities';
import { unmeasured } from '@plumbline/shared/measures/measured';
import { completeRows } from '@plumbline/shared/measures/rankings/rows';
import { meanTauX, tauXMatrix } from '@plumbline/shared/measures/rankings/tau-x';

import { consensusMaps } from './consensus-maps.ts';
import { matrix } from './family.ts';
import type { Asked, Family, Figures } from './family.ts';
import { reasonOf, reasonsOf } from './reason.ts';

/** How the public cases lay out a table; another layout is another question. */
const layout = z.object({
  rows: z.literal('raters').default('raters'),
  columns: z.literal('items').default('items'),
});
const ratings = z.object({ ratings: matrix });
const ranks = z.object({ ranks: matrix });
const drawing = layout.extend({
  ties: z.literal('midrank').default('midrank'),
  draws: z.int().min(1).default(9999),
  seed: z.int().default(1),
});

function kendallW({ input, params }: Asked): Figures {
  const { draws, seed } = drawing.parse(params);
  const rows = ratings.parse(input).ratings;
  const complete = completeRows(rows);
  if (complete.value === null) return { ...NO_CONCORDANCE, ...reasonOf(complete) };
  const kept = complete.value;
  const found = concordance(kept.rows);
  const sums = new Map(kept.items.map((item, at) => [item, found.rankSums[at]]));
  const exact = exactChanceOfW(kept.rows);
  const shuffled = exact.value === null ? shuffledChanceOfW({ rows: kept.rows, draws, seed }) : exact;
  const ordered = found.ratersWithoutOrder === 0;
  return {
    raters: found.raters,
    items: found.items,
    rank_sums: (rows[0] ?? []).map((_, item) => sums.get(item) ?? null),
    W: found.w.value,
    W_uncorrected: found.uncorrected.value,
    chisq: found.chiSquare.value.value,
    df: found.chiSquare.df,
    p_chisq: found.chiSquare.p.value,
    F: found.f.value.value,
    df1: found.f.df1,
    df2: found.f.df2,
    p_F: found.f.p.value,
    // The cases' means are over all pairs of raters, so one rater without order leaves them undefined.
    mean_spearman: ordered ? found.meanSpearman.value : null,
    mean_tau_b: ordered ? found.meanTauB.value : null,
    W_chance_corrected: found.chanceCorrected.value,
    raters_without_order: found.ratersWithoutOrder,
    p_exact_permutation: exact.value,
    p_permutation: shuffled.value,
    ...reasonOf(found.w),
    ...reasonsOf({
      ...{ W_uncorrected: found.uncorrected, W_chance_corrected: found.chanceCorrected },
      ...{ chisq: found.chiSquare.value, p_chisq: found.chiSquare.p, F: found.f.value, p_F: found.f.p },
      mean_spearman: ordered ? found.meanSpearman : unmeasured('no-order'),
      mean_tau_b: ordered ? found.meanTauB : unmeasured('no-order'),
      ...{ p_exact_permutation: exact, p_permutation: shuffled },
    }),
  };
}

const NO_CONCORDANCE: Figures = {
  raters: null,
  items: null,
  rank_sums: null,
  W: null,
  W_uncorrected: null,
  chisq: null,
  df: null,
  p_chisq: null,
  F: null,
  df1: null,
  df2: null,
  p_F: null,
  mean_spearman: null,
  mean_tau_b: null,
  W_chance_corrected: null,
  raters_without_order: null,
  p_exact_permutation: null,
  p_permutation: null,
};

function kendallWIncomplete({ input, params }: Asked): Figures {
  layout.parse(params);
  const w = incompleteW(ratings.parse(input).ratings);
  return { W_generalised: w.value, ...reasonOf(w) };
}

function tauX({ input, params }: Asked): Figures {
  layout.parse(params);
  const rows = ranks.parse(input).ranks;
  const mean = meanTauX(rows);
  return { matrix: tauXMatrix(rows).value, mean_tau_x: mean.value, ...reasonOf(mean) };
}

const ballots = z.object({
  items: z.array(z.string()),
  ballots: z.array(z.object({ count: z.number().default(1), ranking: z.array(z.array(z.string())) })),
});
const aggregating = z.object({
  unranked: z.enum(['last', 'ignore']).default('last'),
  borda_ties: z.literal('average points (n_items - midrank)').optional(),
  schulze_strength: z.literal('winning votes').optional(),
  kemeny_output: z.literal('linear orders').optional(),
});

function rankAggregation({ input, params }: Asked): Figures {
  const { unranked } = aggregating.parse(params);
  const { items: options, ballots: named } = ballots.parse(input);
  const election = electionOf({ options, ballots: named });
  if (!election.ok) {
    const { kind, ...where } = election.error;
    return { ...NO_ORDERS, reason: kind.replaceAll('-', '_'), ...where };
  }
  const wins = pairwiseWins(election.value, unranked);
  const winner = condorcetWinner(wins);
  const borda = bordaPoints(election.value);
  const strengths = schulzeStrengths(wins);
  const orders = kemenyOrders(wins);
  const kemeny = orders.value;
  const nameOf = (option: number) => options[option] ?? null;
  const byName = (scores: readonly number[]) => Object.fromEntries(options.map((name, at) => [name, scores[at]]));
  return {
    pairwise_wins: wins,
    condorcet_winner: winner === null ? null : nameOf(winner),
    borda: byName(borda),
    borda_ranking: tiersByScore(borda).map((tier) => tier.map(nameOf)),
    copeland: byName(copelandScores(wins)),
    schulze_strengths: strengths,
    schulze_ranking: schulzeOrder(strengths).map((tier) => tier.map(nameOf)),
    kemeny_min_disagreements: kemeny?.disagreements ?? null,
    kemeny_optimal_count: kemeny?.optima ?? null,
    kemeny_optimal: kemeny?.orders.map((order) => order.map(nameOf)) ?? null,
    ...reasonsOf({ kemeny_min_disagreements: orders, kemeny_optimal_count: orders, kemeny_optimal: orders }),
  };
}

const NO_ORDERS: Figures = {
  pairwise_wins: null,
  condorcet_winner: null,
  borda: null,
  borda_ranking: null,
  copeland: null,
  schulze_strengths: null,
  schulze_ranking: null,
  kemeny_min_disagreements: null,
  kemeny_optimal_count: null,
  kemeny_optimal: null,
};

export const rankings: Family = {
  kendall_w: kendallW,
  kendall_w_incomplete: kendallWIncomplete,
  tau_x: tauX,
  rank_aggregation: rankAggregation,
  ...consensusMaps,
};
