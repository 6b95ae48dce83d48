import type { ResultsView } from '@plumbline/shared/contract/views';
import type { QuestionResult } from '@plumbline/shared/domain/results/shown';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import { optionFigures, type OptionFigure } from '../leader/option-figures.ts';

type Rating = NonNullable<ResultsView['rating']>;

/** One picture of the reveal. */
export type Slide =
  | { readonly kind: 'profile' }
  | { readonly kind: 'perception' }
  | { readonly kind: 'camps' }
  | { readonly kind: 'options'; readonly figure: OptionFigure['figure'] }
  | {
      readonly kind: 'questions';
      readonly from: number;
      readonly of: number;
      readonly questions: readonly QuestionResult[];
    };

/**
 * The pictures of the reveal in their order: where we stand, whether there are two groups, what we guessed, our
 * priorities, then the questions, furthest apart first and `atOnce` at a time.
 */
export function revealSlides(
  results: Pick<ResultsView, 'rating' | 'predictions'>,
  { source, atOnce }: { readonly source: FigureSource; readonly atOnce: number },
): readonly Slide[] {
  const { rating, predictions } = results;
  if (rating === null) return [];
  const guessed = predictions !== null && predictions.length > 0;
  return [
    { kind: 'profile' },
    ...(rating.camps === null ? [] : [{ kind: 'camps' } as const]),
    ...(guessed ? [{ kind: 'perception' } as const] : []),
    ...optionFigures(rating, source).map(({ figure }) => ({ kind: 'options', figure }) as const),
    ...questionSlides(rating.questions, atOnce),
  ];
}

/** Questions `atOnce` at a time, such as those of one dimension that was opened. */
export function questionSlides(questions: Rating['questions'], atOnce: number): readonly Slide[] {
  const pages = Math.ceil(questions.length / atOnce);
  return Array.from({ length: pages }, (_, page) => {
    const from = page * atOnce;
    return { kind: 'questions', from, of: questions.length, questions: questions.slice(from, from + atOnce) };
  });
}

/** The slide after some steps; it stays on the first and on the last. */
export function turn(at: number, steps: number, count: number): number {
  return Math.min(Math.max(0, count - 1), Math.max(0, at + steps));
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  PageDown: 1,
  ArrowLeft: -1,
  PageUp: -1,
};

/** How many slides a key turns; 0 for every other key. A presenter's remote sends the page keys. */
export function keySteps(key: string): number {
  return STEPS[key] ?? 0;
}
