import type { OptionId, QuestionId } from '../instrument/question.ts';

/** One of two options, preferred over the other. */
export interface Choice {
  readonly preferred: OptionId;
  readonly over: OptionId;
}

/** One answer to one question. */
export type Answer =
  | { readonly kind: 'scale'; readonly value: number }
  | { readonly kind: 'cannot-say' }
  | { readonly kind: 'ranking'; readonly order: readonly OptionId[] }
  /** Whole points by option; an option that is absent gets none. */
  | { readonly kind: 'allocation'; readonly points: Readonly<Record<OptionId, number>> }
  /** The choices that were made; what is not decided is absent. */
  | { readonly kind: 'pairwise'; readonly choices: readonly Choice[] }
  | { readonly kind: 'dots'; readonly on: readonly OptionId[] };

/** One person's answers in one round; questions without an answer are absent. Carries no name, time or order. */
export type Answers = Readonly<Record<QuestionId, Answer>>;
