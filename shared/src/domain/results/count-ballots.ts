import { assert, assertNever } from '../../kernel/assert.ts';
import type { Answer, Answers } from '../ballot/ballot.ts';
import type { Question, QuestionId } from '../instrument/question.ts';
import { mergeSheets, sheetsOf } from './camps.ts';
import type { PartialTally, QuestionPart } from './partial-tally.ts';
import { countAllocation, mergeAllocation } from './tally-allocation.ts';
import { countDots, mergeDots } from './tally-dots.ts';
import { countPairs, mergePairs } from './tally-pairs.ts';
import { countRanking, mergeRanking } from './tally-ranking.ts';
import { countScale, mergeScale } from './tally-scale.ts';

/**
 * Counts some of a round's ballots, none as well. Answers were checked at the door; one that does not fit its question is
 * a bug.
 */
export function countBallots(questions: readonly Question[], ballots: readonly Answers[]): PartialTally {
  return {
    ballots: ballots.length,
    questions: questions.map(({ id }) => id),
    parts: questions.map((question) => countQuestion(question, answersTo(question.id, ballots))),
    sheets: sheetsOf(questions, ballots),
  };
}

/** Adds what was counted apart, one part at least, into what counting all of it at once would have given. */
export function mergeTallies(partials: readonly PartialTally[]): PartialTally {
  return partials.reduce((one, other) => {
    assert(
      one.questions.length === other.questions.length && one.questions.every((id, at) => id === other.questions[at]),
      'parts of one round have the same questions',
    );
    return {
      ballots: one.ballots + other.ballots,
      questions: one.questions,
      parts: one.parts.map((part, place) => mergeParts(part, other.parts[place])),
      sheets: mergeSheets(one.sheets, other.sheets),
    };
  });
}

/** The answers that some ballots have to a question. */
export function answersTo(question: QuestionId, ballots: readonly Answers[]): readonly Answer[] {
  const answers: Answer[] = [];
  for (const ballot of ballots) {
    const answer = Object.hasOwn(ballot, question) ? ballot[question] : undefined;
    if (answer !== undefined) answers.push(answer);
  }
  return answers;
}

function countQuestion(question: Question, answers: readonly Answer[]): QuestionPart {
  switch (question.kind) {
    case 'agreement':
    case 'frequency':
    case 'rating':
      return countScale(question, answers);
    case 'ranking':
      return countRanking(question, answers);
    case 'allocation':
      return countAllocation(question, answers);
    case 'pairwise':
      return countPairs(question, answers);
    case 'dots':
      return countDots(question, answers);
    default:
      return assertNever(question);
  }
}

const ONE_KIND = 'parts of one question are of one kind';

function mergeParts(one: QuestionPart, other: QuestionPart | undefined): QuestionPart {
  switch (one.kind) {
    case 'scale':
      assert(other?.kind === 'scale', ONE_KIND);
      return mergeScale(one, other);
    case 'ranking':
      assert(other?.kind === 'ranking', ONE_KIND);
      return mergeRanking(one, other);
    case 'allocation':
      assert(other?.kind === 'allocation', ONE_KIND);
      return mergeAllocation(one, other);
    case 'pairwise':
      assert(other?.kind === 'pairwise', ONE_KIND);
      return mergePairs(one, other);
    case 'dots':
      assert(other?.kind === 'dots', ONE_KIND);
      return mergeDots(one, other);
    default:
      return assertNever(one);
  }
}
