import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import type { Shape } from '@plumbline/shared/domain/results/shown';
import { currentTopic } from './primary-action.ts';

/** The next thing for a facilitator to ask: a prompt of the phase, or the question that a shape asks. */
export type AskNext =
  | { readonly kind: 'prompt'; readonly prompt: Prompt }
  | { readonly kind: 'shape'; readonly shape: Shape; readonly about: string }
  | { readonly kind: 'held'; readonly needed: number };

export type Prompt =
  | 'opening'
  | 'rating'
  | 'predicting'
  | 'choosing'
  | 'read'
  | 'low'
  | 're-voting'
  | 'comparing'
  | 'committing'
  | 'messaging'
  | 'closing';

/** What to ask next, in the order in which to ask it; empty where there is nothing to ask. */
export function askNext(view: MeetingView, results: Pick<ResultsView, 'rating'> | null): readonly AskNext[] {
  if (view.status !== 'open' || view.phase === null || view.format === 'pulse') return [];
  switch (view.phase) {
    case 'collecting':
      return [];
    case 'revealing':
      return aboutTheFurthestApart(results);
    case 'discussing':
      return inTalk(view, results);
    default:
      return [{ kind: 'prompt', prompt: view.phase }];
  }
}

/** The reveal goes from what divides most to what divides less; the first two are where to stop. */
const STOPS = 2;

function aboutTheFurthestApart(results: Pick<ResultsView, 'rating'> | null): readonly AskNext[] {
  const questions = results?.rating?.questions ?? [];
  const [first] = questions;
  if (first?.result.status === 'held') return [{ kind: 'held', needed: first.result.needed }];
  return questions
    .flatMap(({ result, text }): readonly AskNext[] =>
      result.status === 'shown' ? [{ kind: 'shape', shape: result.shape, about: text }] : [],
    )
    .slice(0, STOPS);
}

function inTalk(view: MeetingView, results: Pick<ResultsView, 'rating'> | null): readonly AskNext[] {
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
