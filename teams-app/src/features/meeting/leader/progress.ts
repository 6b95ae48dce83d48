import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';
import type { BallotAnswer, BallotAnswers } from './ballot-draft.ts';

export type Question = RoundView['questions'][number];

/** One stretch of a ballot: a dimension, or the ranking questions at the end (`id` null). */
export interface Stretch {
  readonly id: string | null;
  readonly title: string | null;
  /** Places of its questions in the ballot. */
  readonly places: readonly number[];
  readonly state: 'empty' | 'begun' | 'whole';
}

/** Whether an answer says something; an emptied ranking does not. */
export function isGiven(answer: BallotAnswer | undefined): boolean {
  if (!answer) return false;
  if (answer.kind === 'ranking') return answer.order.length > 0;
  if (answer.kind === 'allocation') return Object.values(answer.points).some((given) => given > 0);
  if (answer.kind === 'pairwise') return answer.choices.length > 0;
  if (answer.kind === 'dots') return answer.on.length > 0;
  return true;
}

/** Places of the questions that have no answer yet. */
export function emptyPlaces(questions: readonly Question[], answers: BallotAnswers): readonly number[] {
  return questions.flatMap(({ id }, place) => (isGiven(answers[id]) ? [] : [place]));
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
    const given = places.filter((place) => isGiven(answers[questions[place]?.id ?? '']));
    return {
      id,
      title: dimensions.find((dimension) => dimension.id === id)?.title ?? null,
      places,
      state: given.length === 0 ? 'empty' : given.length < places.length ? 'begun' : 'whole',
    };
  });
}
