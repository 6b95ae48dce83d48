import type { QuestionResult, ShownCamps } from '../domain/results/shown.ts';
import { message, type Message } from './message.ts';

/** What is said of two groups over the whole sheet; never who is in which. */
export interface CampsFinding {
  readonly finding: Message;
  /** Texts of the questions that set them apart most. */
  readonly questions: readonly string[];
  readonly ask: Message;
}

/** Two groups in a sentence, the larger one first; `null` where there are none to be told of. */
export function campsFinding(results: {
  readonly camps: ShownCamps | null;
  readonly questions: readonly QuestionResult[];
}): CampsFinding | null {
  const { camps } = results;
  if (camps === null) return null;
  return {
    finding: message('camps.finding', { larger: Math.max(...camps.sizes), smaller: Math.min(...camps.sizes) }),
    questions: camps.questions.flatMap((id) =>
      results.questions.filter(({ question }) => question === id).map(({ text }) => text),
    ),
    ask: message('camps.ask'),
  };
}
