import { assert } from '../../kernel/assert.ts';
import { meanSpearman } from '../../measures/rankings/ranks.ts';
import type { Question } from '../instrument/question.ts';
import type { RankingResult } from '../results/shown.ts';
import type { RankingTally } from '../results/tally.ts';
import { grainOf } from './grain.ts';
import { heldForAnswers, heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';

/**
 * What may be shown of one ranking: options best first by mean rank, ties in the order of the question. An order that
 * all share would give away every ballot, so the figures stop one step short of it: a mean rank stays a person's step
 * away from first and last, and agreement within .9 of none.
 */
export function discloseRanking({
  question,
  round,
  minimumGroup,
}: Disclosing & { readonly question: Extract<Question, { kind: 'ranking' }> }): RankingResult['result'] {
  const held = heldUnder({ ballots: round.ballots, minimumGroup });
  if (held) return held;
  const tally = Object.hasOwn(round.questions, question.id) ? round.questions[question.id] : undefined;
  assert(tally?.kind === 'ranking', `question ${question.id} was tallied as a ranking`);
  if (tally.ballots < minimumGroup) return heldForAnswers();
  const order = question.options
    .map(({ id, text }) => ({ option: id, text, meanRank: shownRank(tally, tally.options.indexOf(id)) }))
    .sort((a, b) => a.meanRank - b.meanRank);
  return { status: 'shown', order, agreement: shownAgreement(tally, minimumGroup) };
}

/** Mean midrank, to a half for 5 to 7 people and to a tenth for more. */
function shownRank({ ballots, midranks, options }: RankingTally, option: number): number {
  const sum = midranks[option];
  assert(sum !== undefined, 'a ranked option is among the options of its question');
  const short = Math.min(Math.max(sum, ballots + 1), ballots * options.length - 1);
  const steps = grainOf(ballots) === 'coarse' ? 2 : 10;
  return Math.round((short / ballots) * steps) / steps;
}

function shownAgreement({ standardised, varying }: RankingTally, minimumGroup: number): number | null {
  if (varying < minimumGroup) return null;
  const { value } = meanSpearman({ sums: standardised, raters: varying });
  return value === null ? null : Math.round(Math.min(0.9, Math.max(-0.9, value)) * 10) / 10;
}
