import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';
import type { BallotAnswer, BallotAnswers } from './ballot-draft.ts';
import { pairsIn } from './pairs.ts';
import { given } from './points.ts';

export type Question = RoundView['questions'][number];

/** One stretch of a ballot: a dimension, or the ranking questions at the end (`id` null). */
export interface Stretch {
  readonly id: string | null;
  readonly title: string | null;
  /** Places of its questions in the ballot. */
  readonly places: readonly number[];
  readonly state: 'empty' | 'begun' | 'whole';
}

/** How far an answer is: an emptied ranking is empty, points that do not add up and pairs left open have begun. */
export function answerState(question: Question, answer: BallotAnswer | undefined): Stretch['state'] {
  switch (answer?.kind) {
    case undefined:
      return 'empty';
    case 'scale':
    case 'cannot-say':
      return 'whole';
    case 'ranking':
      return answer.order.length > 0 ? 'whole' : 'empty';
    case 'dots':
      return answer.on.length > 0 ? 'whole' : 'empty';
    case 'allocation':
      return reached(given(answer.points), question.kind === 'allocation' ? question.total : 0);
    case 'pairwise':
      return reached(answer.choices.length, question.kind === 'pairwise' ? pairsIn(question.options.length) : 0);
  }
}

function reached(done: number, all: number): Stretch['state'] {
  if (done === 0) return 'empty';
  return done < all ? 'begun' : 'whole';
}

/** Whether an answer can be sent as it is; points have to add up, or be none. */
export function canBeSent(question: Question, answer: BallotAnswer): boolean {
  return answer.kind !== 'allocation' || answerState(question, answer) !== 'begun';
}

/** Whether an answer says something that counts. */
export function isGiven(question: Question, answer: BallotAnswer | undefined): boolean {
  return answer !== undefined && canBeSent(question, answer) && answerState(question, answer) !== 'empty';
}

/** Places of the questions that have no answer yet. */
export function emptyPlaces(questions: readonly Question[], answers: BallotAnswers): readonly number[] {
  return questions.flatMap((question, place) => (isGiven(question, answers[question.id]) ? [] : [place]));
}

/** Where to begin: the first question without an answer, or past the end when there is none. */
export function firstEmpty(questions: readonly Question[], answers: BallotAnswers): number {
  return emptyPlaces(questions, answers)[0] ?? questions.length;
}

/** A ballot cut into the meeting's dimensions, in the order in which they are asked. */
export function stretches(
  questions: readonly Question[],
  answers: BallotAnswers,
  dimensions: MeetingView['dimensions'],
): readonly Stretch[] {
  const placed = questions.map((question, place) => ({
    place,
    id: dimensions.find((dimension) => dimension.questions.includes(question.id))?.id ?? null,
  }));
  return [...new Set(placed.map(({ id }) => id))].map((id) => {
    const places = placed.filter((each) => each.id === id).map(({ place }) => place);
    const asked = questions.filter((_, place) => places.includes(place));
    const whole = asked.every((question) => isGiven(question, answers[question.id]));
    const empty = asked.every((question) => answerState(question, answers[question.id]) === 'empty');
    return {
      id,
      title: dimensions.find((dimension) => dimension.id === id)?.title ?? null,
      places,
      state: whole ? 'whole' : empty ? 'empty' : 'begun',
    };
  });
}
