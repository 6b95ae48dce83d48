import type { Question } from '../instrument/question.ts';
import type { AllocationResult, PairwiseResult, ShownCamps } from '../results/shown.ts';
import type { RoundTally } from '../results/tally.ts';
import { allocationTally, mostFirst } from './allocation.ts';
import { heldForAnswers } from './minimum-group.ts';
import { namedHeld } from './named.ts';
import { pairwiseTally, strongestFirst } from './pairwise.ts';
import { toHundredth } from './shown-figures.ts';
import { standingOf } from './strengths.ts';

interface Asked {
  readonly round: RoundTally;
}

/** The points of a named round: means, medians and what people have in common to a hundredth. */
export function namedAllocation({
  question,
  round,
}: Asked & { readonly question: Extract<Question, { kind: 'allocation' }> }): AllocationResult['result'] {
  const tally = allocationTally({ question, round });
  const held = namedHeld(round.ballots) ?? namedHeld(tally.ballots);
  if (held) return held;
  const { ballots, total, overlap, overlapAgainstChance } = tally;
  if (overlap === null) return heldForAnswers();
  const options = question.options.map(({ id, text }) => {
    const place = tally.options.indexOf(id);
    const mean = toHundredth((tally.points[place] ?? 0) / ballots);
    return { option: id, text, mean, median: toHundredth(tally.medians[place] ?? 0) };
  });
  return {
    status: 'shown',
    grain: 'exact',
    options: mostFirst(options),
    inCommon: toHundredth(overlap * total),
    againstChance: overlapAgainstChance === null ? null : toHundredth(overlapAgainstChance),
  };
}

/** The forced choices of a named round: strengths, agreement and consistency to a hundredth. */
export function namedPairwise({
  question,
  round,
}: Asked & { readonly question: Extract<Question, { kind: 'pairwise' }> }): PairwiseResult['result'] {
  const tally = pairwiseTally({ question, round });
  const held = namedHeld(round.ballots) ?? namedHeld(tally.ballots);
  if (held) return held;
  const standing = standingOf(tally.wins);
  if (standing === null) return heldForAnswers();
  const strengths = standing.strengths.map(toHundredth);
  return {
    status: 'shown',
    grain: 'exact',
    order: strongestFirst({ question, options: tally.options, strengths }),
    agreement: standing.agreement === null ? null : toHundredth(standing.agreement),
    consistency: tally.zeta === null ? null : toHundredth(tally.zeta),
  };
}

/** Two groups over the whole sheet of a named round. */
export function namedCamps({ round }: Asked): ShownCamps | null {
  return round.camps && { ...round.camps, silhouette: toHundredth(round.camps.silhouette) };
}
