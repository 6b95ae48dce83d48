import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import type { QuestionResult, Shape } from '@plumbline/shared/domain/results/shown';
import { campsFinding } from '@plumbline/shared/figures/camps';
import type { Message } from '@plumbline/shared/figures/message';
import { revealAt } from '../stage/reveal-slides.ts';
import { currentTopic } from './primary-action.ts';

/** The next thing for a facilitator to ask: a prompt of the phase, or the question that a shape asks. */
export type AskNext =
  | { readonly kind: 'prompt'; readonly prompt: Prompt }
  | { readonly kind: 'shape'; readonly shape: Shape; readonly about: string }
  | { readonly kind: 'said'; readonly ask: Message }
  | { readonly kind: 'held'; readonly needed: number };

export type Prompt =
  | 'opening'
  | 'rating'
  | 'predicting'
  | 'choosing'
  | 'guesses'
  | 'priorities'
  | 'read'
  | 'low'
  | 're-voting'
  | 'comparing'
  | 'committing'
  | 'messaging'
  | 'closing';

type Shown = Pick<ResultsView, 'rating' | 'predictions'>;

/** How many questions the stage of Teams, and so the console's preview, shows at once. */
export const AT_ONCE = 3;

/** What to ask next, in the order in which to ask it; empty where there is nothing to ask. */
export function askNext(view: MeetingView, results: Shown | null): readonly AskNext[] {
  if (view.status !== 'open' || view.phase === null || view.format === 'pulse') return [];
  switch (view.phase) {
    case 'collecting':
      return [];
    case 'revealing':
      return aboutThePage(view, results);
    case 'discussing':
      return inTalk(view, results);
    default:
      return [{ kind: 'prompt', prompt: view.phase }];
  }
}

/** Where we stand goes from what divides most to what divides less; the first two are where to stop. */
const STOPS = 2;

function aboutThePage(view: MeetingView, results: Shown | null): readonly AskNext[] {
  const rating = results?.rating ?? null;
  if (results === null || rating === null) return [];
  const { slides, place } = revealAt(view.page, results, AT_ONCE);
  const slide = slides[place];
  switch (slide?.kind) {
    case 'profile':
      return aboutQuestions(rating.questions).slice(0, STOPS);
    case 'questions':
      return aboutQuestions(slide.questions);
    case 'camps': {
      const camps = campsFinding(rating);
      return camps ? [{ kind: 'said', ask: camps.ask }] : [];
    }
    case 'perception':
      return [{ kind: 'prompt', prompt: 'guesses' }];
    case 'options':
      return [{ kind: 'prompt', prompt: 'priorities' }];
    case undefined:
      return [];
  }
}

function aboutQuestions(questions: readonly QuestionResult[]): readonly AskNext[] {
  const [first] = questions;
  if (first?.result.status === 'held') return [{ kind: 'held', needed: first.result.needed }];
  return questions.flatMap(({ result, text }): readonly AskNext[] =>
    result.status === 'shown' ? [{ kind: 'shape', shape: result.shape, about: text }] : [],
  );
}

function inTalk(view: MeetingView, results: Shown | null): readonly AskNext[] {
  const topic = currentTopic(view);
  if (!topic) return [];
  switch (topic.step) {
    case 'reading':
      return [{ kind: 'prompt', prompt: 'read' }];
    case 'talking': {
      const result = results?.rating?.questions.find(({ question }) => question === topic.question)?.result;
      const byShape: readonly AskNext[] =
        result?.status === 'shown' ? [{ kind: 'shape', shape: result.shape, about: topic.text }] : [];
      return [{ kind: 'prompt', prompt: 'low' }, ...byShape];
    }
    case 're-voting':
    case 'comparing':
      return [{ kind: 'prompt', prompt: topic.step }];
    case 'waiting':
    case 'done':
      return [];
  }
}
