import type { Question, QuestionId } from '../instrument/question.ts';
import { scaleOf } from '../instrument/question.ts';
import type { Answer, Answers } from './ballot.ts';

export type AnswerFault =
  | { readonly kind: 'answer.unknown-question'; readonly question: QuestionId }
  | { readonly kind: 'answer.wrong-kind'; readonly question: QuestionId }
  | {
      readonly kind: 'answer.off-the-scale';
      readonly question: QuestionId;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: 'answer.cannot-say-not-offered'; readonly question: QuestionId }
  | { readonly kind: 'answer.unknown-option'; readonly question: QuestionId; readonly option: string }
  | { readonly kind: 'answer.option-twice'; readonly question: QuestionId; readonly option: string }
  | { readonly kind: 'answer.too-many'; readonly question: QuestionId; readonly most: number };

/** All that is wrong with a ballot's answers; none means that they can be kept. */
export function checkAnswers(questions: readonly Question[], answers: Answers): readonly AnswerFault[] {
  const known = new Map(questions.map((question) => [question.id, question]));
  return Object.entries(answers).flatMap(([id, answer]): readonly AnswerFault[] => {
    const question = known.get(id);
    return question ? faultsOf(question, answer) : [{ kind: 'answer.unknown-question', question: id }];
  });
}

function faultsOf(question: Question, answer: Answer): readonly AnswerFault[] {
  const scale = scaleOf(question);
  if (scale) {
    if (answer.kind === 'cannot-say') {
      return scale.cannotSay ? [] : [{ kind: 'answer.cannot-say-not-offered', question: question.id }];
    }
    if (answer.kind !== 'scale') return [{ kind: 'answer.wrong-kind', question: question.id }];
    const { low, high } = scale;
    const fits = Number.isInteger(answer.value) && answer.value >= low && answer.value <= high;
    return fits ? [] : [{ kind: 'answer.off-the-scale', question: question.id, low, high }];
  }
  if (question.kind === 'ranking' && answer.kind === 'ranking') {
    return choiceFaults(question, answer.order, question.most);
  }
  if (question.kind === 'dots' && answer.kind === 'dots') return choiceFaults(question, answer.on, question.dots);
  return [{ kind: 'answer.wrong-kind', question: question.id }];
}

function choiceFaults(
  question: Extract<Question, { kind: 'ranking' | 'dots' }>,
  chosen: readonly string[],
  most: number,
): readonly AnswerFault[] {
  const options = new Set(question.options.map((option) => option.id));
  const faults: AnswerFault[] = [];
  for (const [place, option] of chosen.entries()) {
    if (!options.has(option)) faults.push({ kind: 'answer.unknown-option', question: question.id, option });
    else if (chosen.indexOf(option) < place)
      faults.push({ kind: 'answer.option-twice', question: question.id, option });
  }
  return chosen.length > most ? [...faults, { kind: 'answer.too-many', question: question.id, most }] : faults;
}
