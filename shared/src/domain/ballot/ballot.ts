import type { OptionId, QuestionId } from '../instrument/question.ts';

/** One answer to one question. */
export type Answer =
  | { readonly kind: 'scale'; readonly value: number }
  | { readonly kind: 'cannot-say' }
  | { readonly kind: 'ranking'; readonly order: readonly OptionId[] }
  | { readonly kind: 'dots'; readonly on: readonly OptionId[] };

/** One person's answers in one round; questions without an answer are absent. Carries no name, time or order. */
export type Answers = Readonly<Record<QuestionId, Answer>>;
