import { scaleOf } from '../instrument/question.ts';
import type { Question } from '../instrument/question.ts';
import type { Mode } from '../meeting/meeting.ts';
import { discloseScale, heldForAnswers } from '../disclosure/disclosure.ts';
import type { PerceptionResult } from './shown.ts';
import type { RoundTally } from './tally.ts';

/**
 * What the team guessed against what it answered, for each scale question that was guessed, in their order. Both sides
 * are shown levels already, and the gap is nothing but their difference.
 */
export function perceptionResults({
  questions,
  predictions,
  rating,
  minimumGroup,
  mode = 'anonymous',
}: {
  readonly questions: readonly Question[];
  readonly predictions: RoundTally;
  readonly rating: RoundTally;
  readonly minimumGroup: number;
  readonly mode?: Mode;
}): readonly PerceptionResult[] {
  return questions
    .filter((question) => scaleOf(question) !== null && Object.hasOwn(predictions.questions, question.id))
    .map((question) => ({
      question: question.id,
      text: question.text,
      result: compared({ question, predictions, rating, minimumGroup, mode }),
    }));
}

function compared({
  question,
  predictions,
  rating,
  minimumGroup,
  mode,
}: {
  readonly question: Question;
  readonly predictions: RoundTally;
  readonly rating: RoundTally;
  readonly minimumGroup: number;
  readonly mode: Mode;
}): PerceptionResult['result'] {
  const guess = discloseScale({ question, round: predictions, minimumGroup, mode });
  if (guess.status === 'held') return guess;
  const answer = discloseScale({ question, round: rating, minimumGroup, mode });
  if (answer.status === 'held') return answer;
  if (guess.level === null || answer.level === null) return heldForAnswers();
  const gap = Math.round((guess.level - answer.level) * 100) / 100;
  return { status: 'shown', guess: guess.level, answer: answer.level, gap };
}
