import { assert } from '../../kernel/assert.ts';
import { midranksOfOrder } from '../../measures/rankings/ranks.ts';
import type { Question } from '../instrument/question.ts';
import type { RankingResult } from '../results/shown.ts';
import type { RankingTally } from '../results/tally.ts';
import { placed } from './collective-order.ts';
import { heldForAnswers, heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';
import { EVERY_RULE } from './rules.ts';

/**
 * What may be shown of one ranking: options best first by shown mean rank, ties in the order of the question, and how far
 * people agree, which is worked out from the shown mean ranks and so tells nothing that they do not. An order that all
 * share would give away every ballot: no mean rank is shown as the first or last. Schulze's order would tell more than
 * mean ranks do: beside them it gives lone orders of 5 to 12 people away.
 */
export function discloseRanking({
  question,
  round,
  minimumGroup,
  rules = EVERY_RULE,
}: Disclosing & { readonly question: Extract<Question, { kind: 'ranking' }> }): RankingResult['result'] {
  const held = heldUnder({ ballots: round.ballots, minimumGroup, rules });
  if (held) return held;
  const answered = Object.hasOwn(round.questions, question.id) ? round.questions[question.id] : undefined;
  assert(answered?.kind === 'ranking', `question ${question.id} was tallied as a ranking`);
  if (answered.ballots < minimumGroup && rules.has('enough-answers')) return heldForAnswers();
  const hushed = round.ballots - answered.ballots === 1 && rules.has('lone-silence');
  const tally = hushed ? withOneMore(answered, question.most) : answered;
  const steps = rules.has('rank-steps') ? stepsOf(tally) : EXACT_STEPS;
  const order = placed(
    question.options.map(({ id, text }) => ({
      option: id,
      text,
      meanRank: shownRank(tally, tally.options.indexOf(id), steps),
    })),
  );
  const agreement =
    tally.varying < minimumGroup
      ? null
      : agreementBehind({ ranks: order.map(({ meanRank }) => meanRank), steps, raters: tally.varying });
  return { status: 'shown', order, orders: null, agreement, concordance: null };
}

/**
 * The answers, and one more that ranks as all do together: one person who gave no order is shown as everybody's orders
 * could be.
 */
function withOneMore(tally: RankingTally, most: number): RankingTally {
  const { midranks, options, ballots, varying } = tally;
  const together = [...options.keys()].sort((a, b) => (midranks[a] ?? 0) - (midranks[b] ?? 0));
  const ranks = midranksOfOrder(together.slice(0, most), options.length);
  return {
    ...tally,
    ballots: ballots + 1,
    varying: varying + 1,
    midranks: midranks.map((sum, option) => sum + (ranks[option] ?? 0)),
  };
}

/** Steps to a rank: half ranks for 5 to 7 people, quarters to 29, tenths from 30 on; of two options, always quarters. */
function stepsOf({ ballots, options }: RankingTally): number {
  if (ballots >= 30) return 10;
  return ballots >= 8 || options.length === 2 ? 4 : 2;
}

const EXACT_STEPS = 100;

/** Mean midrank in steps from the middle rank, a tie toward it; never the first or last rank. */
function shownRank({ ballots, midranks, options }: RankingTally, option: number, steps: number): number {
  const sum = midranks[option];
  assert(sum !== undefined, 'a ranked option is among the options of its question');
  const fromMiddle = 2 * sum - ballots * (options.length + 1);
  const rounded = Math.ceil((Math.abs(fromMiddle) * steps) / (2 * ballots) - 0.5);
  const shown = Math.sign(fromMiddle) * Math.min(rounded, furthest(options.length, steps));
  return ((options.length + 1) * (steps / 2) + shown) / steps;
}

function furthest(options: number, steps: number): number {
  return Math.ceil(((options - 1) * steps) / 2) - 1;
}

/**
 * Mean pairwise Spearman to a tenth, -.9 to .9, of full rankings with these mean ranks: (mW - 1) / (m - 1), with Kendall's
 * W from the ranks. One at the furthest shown place stands for the middle of all that are shown there.
 */
function agreementBehind({
  ranks,
  steps,
  raters,
}: {
  readonly ranks: readonly number[];
  readonly steps: number;
  readonly raters: number;
}): number {
  const options = ranks.length;
  const end = furthest(options, steps) / steps;
  const middleOfEnd = ((options - 1) / 2 + end - 0.5 / steps) / 2;
  const square = ranks.reduce((sum, rank) => {
    const distance = Math.abs(rank - (options + 1) / 2);
    return sum + (distance >= end - 1e-9 ? middleOfEnd : distance) ** 2;
  }, 0);
  const w = (12 * square) / (options * (options * options - 1));
  const spearman = (raters * w - 1) / (raters - 1);
  return Math.round(Math.min(0.9, Math.max(-0.9, spearman)) * 10) / 10;
}
