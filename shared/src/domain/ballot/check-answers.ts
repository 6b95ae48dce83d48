import type { Question, QuestionId } from '../instrument/question.ts';
import { scaleOf } from '../instrument/question.ts';
import type { Answer, Answers, Choice } from './ballot.ts';

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
  | { readonly kind: 'answer.too-many'; readonly question: QuestionId; readonly most: number }
  | { readonly kind: 'answer.not-whole-points'; readonly question: QuestionId; readonly option: string }
  | { readonly kind: 'answer.wrong-total'; readonly question: QuestionId; readonly total: number }
  | { readonly kind: 'answer.pair-twice'; readonly question: QuestionId; readonly option: string };

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
  if (question.kind === 'allocation' && answer.kind === 'allocation') return allocationFaults(question, answer.points);
  if (question.kind === 'pairwise' && answer.kind === 'pairwise') return pairFaults(question, answer.choices);
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

/** Points are whole and add up; nobody has to give any, but who gives some gives all. */
function allocationFaults(
  question: Extract<Question, { kind: 'allocation' }>,
  points: Readonly<Record<string, number>>,
): readonly AnswerFault[] {
  const options = new Set(question.options.map((option) => option.id));
  const faults = Object.entries(points).flatMap(([option, given]): readonly AnswerFault[] => {
    if (!options.has(option)) return [{ kind: 'answer.unknown-option', question: question.id, option }];
    const whole = Number.isInteger(given) && given >= 0;
    return whole ? [] : [{ kind: 'answer.not-whole-points', question: question.id, option }];
  });
  if (faults.length > 0) return faults;
  const sum = Object.values(points).reduce((total, given) => total + given, 0);
  return sum === 0 || sum === question.total
    ? []
    : [{ kind: 'answer.wrong-total', question: question.id, total: question.total }];
}

/** A pair is decided once, and between two different options. */
function pairFaults(
  question: Extract<Question, { kind: 'pairwise' }>,
  choices: readonly Choice[],
): readonly AnswerFault[] {
  const options = new Set(question.options.map((option) => option.id));
  const decided = new Set<string>();
  return choices.flatMap(({ preferred, over }): readonly AnswerFault[] => {
    const unknown = [preferred, over].filter((option) => !options.has(option));
    if (unknown.length > 0) {
      return unknown.map((option) => ({ kind: 'answer.unknown-option', question: question.id, option }));
    }
    const pair = [preferred, over].sort().join(' ');
    if (preferred === over || decided.has(pair)) {
      return [{ kind: 'answer.pair-twice', question: question.id, option: preferred }];
    }
    decided.add(pair);
    return [];
  });
}
