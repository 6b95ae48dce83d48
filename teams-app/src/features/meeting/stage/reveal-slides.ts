import type { ResultsView } from '@plumbline/shared/contract/views';
import type { RevealPage } from '@plumbline/shared/domain/meeting/meeting';
import type { QuestionResult } from '@plumbline/shared/domain/results/shown';

type Rating = NonNullable<ResultsView['rating']>;
type Results = Pick<ResultsView, 'rating' | 'predictions'>;
type Dimension = Pick<Rating['dimensions'][number], 'dimension' | 'title'>;

/** The page of where we stand. */
export const OVERVIEW: RevealPage = { kind: 'overview' };

/** One picture of the reveal, and the page that shows it on every stage. */
export type Slide = { readonly page: RevealPage } & (
  | { readonly kind: 'profile' }
  | { readonly kind: 'perception' }
  | { readonly kind: 'camps' }
  | { readonly kind: 'options'; readonly question: string }
  | {
      readonly kind: 'questions';
      readonly from: number;
      readonly of: number;
      readonly questions: readonly QuestionResult[];
    }
);

/** What a stage shows of the reveal: the slides that turning goes through, and the place among them. */
export interface Reveal {
  readonly slides: readonly Slide[];
  readonly place: number;
  /** The dimension that is open, with its own questions alone. */
  readonly dimension: Dimension | null;
}

/** The slide of a page, on a stage that holds `atOnce` questions; a page that is not there is where we stand. */
export function revealAt(page: RevealPage | null, results: Results, atOnce: number): Reveal {
  const shown = page ?? OVERVIEW;
  const opened = shown.kind === 'question' ? shown.dimension : null;
  const dimension = results.rating?.dimensions.find((each) => each.dimension === opened) ?? null;
  const own = dimension ? questionSlides(questionsOf(results, dimension.dimension), 1, dimension.dimension) : [];
  const slides = own.length > 0 ? own : revealSlides(results, atOnce);
  const place = slides.findIndex((slide) => isOn(slide, shown));
  return { slides, place: Math.max(0, place), dimension: own.length > 0 ? dimension : null };
}

/** The page with which a dimension opens; `null` where nothing was asked of it. */
export function pageOfDimension(results: Results, dimension: string): RevealPage | null {
  const [first] = questionsOf(results, dimension);
  return first === undefined ? null : { kind: 'question', question: first.question, dimension };
}

/**
 * The pictures of the reveal in their order: where we stand, whether there are two groups, what we guessed, our
 * priorities, then the questions, furthest apart first and `atOnce` at a time.
 */
export function revealSlides({ rating, predictions }: Results, atOnce: number): readonly Slide[] {
  if (rating === null) return [];
  const guessed = predictions !== null && predictions.length > 0;
  const options = [...rating.rankings, ...rating.allocations, ...rating.pairwise];
  return [
    { kind: 'profile', page: OVERVIEW },
    ...(rating.camps === null ? [] : [{ kind: 'camps', page: { kind: 'camps' } } as const]),
    ...(guessed ? [{ kind: 'perception', page: { kind: 'guesses' } } as const] : []),
    ...options.map(({ question }): Slide => {
      return { kind: 'options', question, page: { kind: 'question', question, dimension: null } };
    }),
    ...questionSlides(rating.questions, atOnce, null),
  ];
}

/** Questions `atOnce` at a time: all, or those of a dimension that is open. */
function questionSlides(questions: Rating['questions'], atOnce: number, dimension: string | null): readonly Slide[] {
  return questions.flatMap(({ question }, from): readonly Slide[] => {
    if (from % atOnce !== 0) return [];
    const page = { kind: 'question', question, dimension } as const;
    return [{ kind: 'questions', page, from, of: questions.length, questions: questions.slice(from, from + atOnce) }];
  });
}

function questionsOf({ rating }: Results, dimension: string): Rating['questions'] {
  return rating?.questions.filter((question) => question.dimension === dimension) ?? [];
}

function isOn(slide: Slide, page: RevealPage): boolean {
  if (page.kind !== 'question') return slide.page.kind === page.kind;
  if (slide.kind === 'questions') return slide.questions.some(({ question }) => question === page.question);
  return slide.kind === 'options' && slide.question === page.question;
}

/** Whether two pages are the same. */
export function isSamePage(one: RevealPage | null, other: RevealPage | null): boolean {
  if (one?.kind !== 'question' || other?.kind !== 'question') return one?.kind === other?.kind;
  return one.question === other.question && one.dimension === other.dimension;
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
