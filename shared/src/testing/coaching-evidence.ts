import { dimensionsOf, type Measure, type ShownMeeting } from '../domain/coaching/evidence.ts';
import { builtInInstruments } from '../domain/instrument/instrument.ts';
import { scaleOf } from '../domain/instrument/question.ts';
import { ratingResults } from '../domain/results/rating-results.ts';
import { makeId } from '../kernel/ids.ts';
import { NINE_O_CLOCK } from './meetings.ts';

/** What each question of a measure was answered with: one value a person, `null` for somebody who can't say. */
export type AnswersTo = (question: string) => readonly (number | null)[];

/** The shown results of a pulse of one measure in which so many were asked. */
export function shownPulse(
  measure: Measure,
  answersTo: AnswersTo,
  { invited = 6, closedAt = NINE_O_CLOCK }: { readonly invited?: number; readonly closedAt?: number } = {},
): ShownMeeting {
  const questions = builtInInstruments()
    .filter(({ id }) => id === `instrument_${measure}`)
    .flatMap(({ dimensions }) => dimensions.flatMap((dimension) => dimension.questions));
  const tallied = questions.map((question) => {
    const answers = answersTo(question.id);
    const { low, high } = scaleOf(question) ?? { low: 1, high: 7 };
    const counts = Array.from({ length: high - low + 1 }, (_, step) => answers.filter((a) => a === low + step).length);
    const cannotSay = answers.filter((answer) => answer === null).length;
    return [question.id, { kind: 'scale' as const, low, high, counts, cannotSay }] as const;
  });
  const ballots = Math.max(...questions.map(({ id }) => answersTo(id).length));
  return {
    meeting: makeId('meeting', `${measure}-${closedAt}`),
    title: measure,
    closedAt,
    leaders: invited,
    results: ratingResults({
      tally: { invited, ballots, questions: Object.fromEntries(tallied), camps: null },
      questions,
      dimensions: dimensionsOf(measure),
      minimumGroup: 5,
    }),
  };
}
