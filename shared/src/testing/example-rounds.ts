import type { Question, QuestionId } from '../domain/instrument/question.ts';
import type { QuestionTally, RoundTally, ScaleTally } from '../domain/results/tally.ts';

/** A question from 1 to 7, favourable when high. */
export function agreementQuestion(id: QuestionId = 'q'): Question {
  return { id, kind: 'agreement', text: `Text of ${id}` };
}

/** A question from 0 to 4, favourable when low. */
export function frequencyQuestion(id: QuestionId = 'q'): Question {
  return { id, kind: 'frequency', text: `Text of ${id}` };
}

/** A scale tally of the answers given, one number each. */
export function scaleTally(
  answers: readonly number[],
  { low = 1, high = 7, cannotSay = 0 }: { low?: number; high?: number; cannotSay?: number } = {},
): ScaleTally {
  const counts = Array.from(
    { length: high - low + 1 },
    (_, step) => answers.filter((answer) => answer === low + step).length,
  );
  return { kind: 'scale', low, high, counts, cannotSay };
}

/** A round whose `ballots` people gave these tallies; everybody invited took part. */
export function roundOf(ballots: number, questions: Readonly<Record<QuestionId, QuestionTally>>): RoundTally {
  return { invited: ballots, ballots, questions, camps: null };
}
