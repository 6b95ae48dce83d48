import { assert, assertNever } from '../../kernel/assert.ts';
import type { Answers } from '../ballot/ballot.ts';
import type { Question, QuestionId } from '../instrument/question.ts';
import { campsOf } from './camps.ts';
import { countBallots } from './count-ballots.ts';
import type { PartialTally, QuestionPart } from './partial-tally.ts';
import { finishAllocation } from './tally-allocation.ts';
import { finishDots } from './tally-dots.ts';
import { finishPairs } from './tally-pairs.ts';
import { finishRanking } from './tally-ranking.ts';
import { finishScale } from './tally-scale.ts';
import type { QuestionTally, RoundTally } from './tally.ts';

interface AskedRound {
  readonly questions: readonly Question[];
  readonly invited: number;
  /** The least number of people on each side of a divided sheet. */
  readonly smallestSide: number;
}

/**
 * Counts a closed round. Any order of the ballots gives the same tally, to the last bit: a snapshot must not show who
 * answered when. Many ballots are counted page by page with `countBallots` and `mergeTallies`, which gives the same.
 */
export function tallyRound({ ballots, ...round }: AskedRound & { readonly ballots: readonly Answers[] }): RoundTally {
  return finishTally({ partial: countBallots(round.questions, ballots), ...round });
}

/** The tally of a round of which every ballot was counted. */
export function finishTally({
  questions,
  partial,
  invited,
  smallestSide,
}: AskedRound & { readonly partial: PartialTally }): RoundTally {
  const { ballots, sheets } = partial;
  const tallies = questions.map((question, place): [QuestionId, QuestionTally] => {
    const part = partial.parts[place];
    assert(part && partial.questions[place] === question.id, `question ${question.id} was counted in its place`);
    return [question.id, finishQuestion(question, part)];
  });
  return {
    invited,
    ballots,
    questions: Object.fromEntries(tallies),
    camps: campsOf({ questions, sheets, smallestSide }),
  };
}

function finishQuestion(question: Question, part: QuestionPart): QuestionTally {
  switch (question.kind) {
    case 'agreement':
    case 'frequency':
    case 'rating':
      assert(part.kind === 'scale', OWN_KIND);
      return finishScale(question, part);
    case 'ranking':
      assert(part.kind === 'ranking', OWN_KIND);
      return finishRanking(question, part);
    case 'allocation':
      assert(part.kind === 'allocation', OWN_KIND);
      return finishAllocation(question, part);
    case 'pairwise':
      assert(part.kind === 'pairwise', OWN_KIND);
      return finishPairs(question, part);
    case 'dots':
      assert(part.kind === 'dots', OWN_KIND);
      return finishDots(question, part);
    default:
      return assertNever(question);
  }
}

const OWN_KIND = 'a question was counted as what it is';
