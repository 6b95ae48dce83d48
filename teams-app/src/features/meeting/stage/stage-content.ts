import { assertNever } from '@plumbline/shared/kernel/assert';
import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';

export type StageTopic = MeetingView['topics'][number];

/** What the big screen shows; the same on every screen that shows it, whoever looks. */
export type StageContent =
  | { readonly kind: 'planned' }
  | { readonly kind: 'collecting' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'answering'; readonly what: 'rating' | 'predicting'; readonly round: RoundView | null }
  | { readonly kind: 'revealing' }
  | { readonly kind: 'choosing'; readonly round: RoundView | null }
  | { readonly kind: 'topics'; readonly over: boolean }
  | { readonly kind: 'topic'; readonly topic: StageTopic; readonly place: number; readonly round: RoundView | null }
  | { readonly kind: 'committing'; readonly support: RoundView | null }
  | { readonly kind: 'messaging'; readonly marks: RoundView | null }
  | { readonly kind: 'closing'; readonly round: RoundView | null }
  | { readonly kind: 'closed' };

/** Decides what is on the stage from the meeting alone. */
export function stageContent(view: MeetingView): StageContent {
  if (view.status === 'draft') return { kind: 'planned' };
  if (view.status === 'closed' || view.phase === null) return { kind: 'closed' };
  switch (view.phase) {
    case 'collecting':
      return { kind: 'collecting' };
    case 'opening':
      return { kind: 'opening' };
    case 'rating':
      return { kind: 'answering', what: 'rating', round: roundOf(view, 'rating') };
    case 'predicting':
      return { kind: 'answering', what: 'predicting', round: roundOf(view, 'prediction') };
    case 'revealing':
      return { kind: 'revealing' };
    case 'choosing':
      return { kind: 'choosing', round: roundOf(view, 'dots') };
    case 'discussing':
      return discussing(view);
    case 'committing':
      return { kind: 'committing', support: roundOf(view, 'support') };
    case 'messaging':
      return { kind: 'messaging', marks: roundOf(view, 'marks') };
    case 'closing':
      return { kind: 'closing', round: roundOf(view, 'worth') };
    default:
      return assertNever(view.phase);
  }
}

function discussing(view: MeetingView): StageContent {
  const at = view.topics.findIndex(({ step }) => step !== 'waiting' && step !== 'done');
  const topic = view.topics[at];
  if (!topic)
    return { kind: 'topics', over: view.topics.length > 0 && view.topics.every(({ step }) => step === 'done') };
  const round = view.rounds.find(({ id }) => id === topic.revote) ?? null;
  return { kind: 'topic', topic, place: at + 1, round };
}

function roundOf(view: MeetingView, purpose: RoundView['purpose']): RoundView | null {
  return view.rounds.findLast((round) => round.purpose === purpose) ?? null;
}

/** How the people who answered are counted: in steps while a round is open, all of them once it is closed. */
export type Answered =
  | { readonly kind: 'none-yet'; readonly invited: number }
  | { readonly kind: 'at-least'; readonly counted: number; readonly invited: number }
  | { readonly kind: 'all'; readonly invited: number }
  | { readonly kind: 'of'; readonly counted: number; readonly invited: number }
  | { readonly kind: 'unsaid' };

/** Reads a round's count. A re-vote's is never said: with one before it, it could be taken apart. */
export function answeredIn(round: RoundView): Answered {
  const { counted, invited } = round;
  if (round.purpose === 're-vote' && round.status === 'closed') return { kind: 'unsaid' };
  if (counted >= invited) return { kind: 'all', invited };
  if (round.status === 'closed') return { kind: 'of', counted, invited };
  return counted === 0 ? { kind: 'none-yet', invited } : { kind: 'at-least', counted, invited };
}

/** How large the stage draws: a low one is laid out side by side, a large one is magnified as a whole. */
export interface StageRoom {
  readonly short: boolean;
  readonly zoom: number;
}

/** A stage lower than this holds a picture and its words beside each other only. */
const SHORT = 520;

/** The room of a stage of so many pixels. */
export function stageRoom(width: number, height: number): StageRoom {
  const zoom = Math.min(width / 1_100, height / 680);
  return { short: height < SHORT, zoom: Math.max(1, Math.round(zoom * 20) / 20) };
}
