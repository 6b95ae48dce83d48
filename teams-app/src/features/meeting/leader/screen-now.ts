import { assertNever } from '@plumbline/shared/kernel/assert';
import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';

export type Topic = MeetingView['topics'][number];
export type Phase = NonNullable<MeetingView['phase']>;

/** What one person needs on their own screen now. A round that is missing or closed is `null`: wait, it is coming. */
export type LeaderScreen =
  | { readonly kind: 'planned' }
  | { readonly kind: 'onlooker'; readonly resultsShown: boolean }
  | { readonly kind: 'lobby'; readonly rating: RoundView | null }
  | { readonly kind: 'pulse'; readonly rating: RoundView | null }
  | { readonly kind: 'rating'; readonly rating: RoundView | null }
  | { readonly kind: 'predicting'; readonly prediction: RoundView | null }
  | { readonly kind: 'revealing' }
  | { readonly kind: 'choosing'; readonly dots: RoundView | null }
  | { readonly kind: 'discussing'; readonly topic: Topic | null; readonly revote: RoundView | null }
  | { readonly kind: 'committing'; readonly support: RoundView | null }
  | { readonly kind: 'messaging'; readonly marks: RoundView | null }
  | { readonly kind: 'closing'; readonly worth: RoundView | null }
  | { readonly kind: 'closed' };

/** Decides the screen from the meeting alone; the same view gives the same screen on every device. */
export function screenNow(view: MeetingView): LeaderScreen {
  if (view.status === 'draft') return { kind: 'planned' };
  if (!view.me.invited) return { kind: 'onlooker', resultsShown: ratingIsShown(view) };
  if (view.status === 'closed' || view.phase === null) return { kind: 'closed' };
  if (view.format === 'pulse') return { kind: 'pulse', rating: openRound(view, 'rating') };
  switch (view.phase) {
    case 'collecting':
    case 'opening':
      return { kind: 'lobby', rating: openRound(view, 'rating') };
    case 'rating':
      return { kind: 'rating', rating: openRound(view, 'rating') };
    case 'predicting':
      return { kind: 'predicting', prediction: openRound(view, 'prediction') };
    case 'revealing':
      return { kind: 'revealing' };
    case 'choosing':
      return { kind: 'choosing', dots: openRound(view, 'dots') };
    case 'discussing':
      return discussing(view);
    case 'committing':
      return { kind: 'committing', support: openRound(view, 'support') };
    case 'messaging':
      return { kind: 'messaging', marks: openRound(view, 'marks') };
    case 'closing':
      return { kind: 'closing', worth: openRound(view, 'worth') };
    default:
      return assertNever(view.phase);
  }
}

function discussing(view: MeetingView): LeaderScreen {
  const topic = view.topics.find(({ step }) => step !== 'waiting' && step !== 'done') ?? null;
  const revote = topic?.step === 're-voting' ? openRound(view, 're-vote') : null;
  return { kind: 'discussing', topic, revote };
}

/** Whether this person may look at the rating's results now. */
export function ratingIsShown(view: MeetingView): boolean {
  return latestRound(view, 'rating')?.shown ?? false;
}

/** The latest round of a purpose. */
export function latestRound(view: MeetingView, purpose: RoundView['purpose']): RoundView | null {
  return view.rounds.findLast((round) => round.purpose === purpose) ?? null;
}

function openRound(view: MeetingView, purpose: RoundView['purpose']): RoundView | null {
  const round = latestRound(view, purpose);
  return round?.status === 'open' ? round : null;
}
