import type { CommitmentError } from '../commitment/commitment.ts';
import type { Phase } from './phases.ts';

export type MeetingError =
  | { readonly kind: 'meeting.not-open'; readonly status: 'draft' | 'closed' }
  | { readonly kind: 'meeting.already-open' }
  | { readonly kind: 'meeting.too-few-leaders'; readonly leaders: number; readonly minimumGroup: number }
  | { readonly kind: 'meeting.too-few-for-named'; readonly leaders: number; readonly fewest: number }
  | { readonly kind: 'meeting.not-named' }
  | { readonly kind: 'meeting.wrong-phase'; readonly phase: Phase; readonly needed: Phase }
  | { readonly kind: 'meeting.is-a-pulse' }
  | { readonly kind: 'meeting.not-forward'; readonly phase: Phase; readonly to: Phase }
  | { readonly kind: 'meeting.results-already-shown'; readonly phase: Phase }
  | { readonly kind: 'meeting.facilitator-unknown' }
  | { readonly kind: 'topic.unknown-question'; readonly question: string }
  | { readonly kind: 'topic.too-many'; readonly most: number }
  | { readonly kind: 'topic.none-chosen' }
  | { readonly kind: 'topic.already-voted-again' }
  | { readonly kind: 'topic.not-current' }
  | { readonly kind: 'round.unknown' }
  | { readonly kind: 'round.closed' }
  | { readonly kind: 'round.keyless' }
  | { readonly kind: 'round.already-closed' }
  | { readonly kind: 'commitment.too-many'; readonly most: number }
  | { readonly kind: 'commitment.unknown' }
  | { readonly kind: 'commitment.being-voted-on' }
  | { readonly kind: 'commitment.owner-unknown' }
  | { readonly kind: 'commitment.none-to-support' }
  | { readonly kind: 'comment.too-many'; readonly most: number }
  | { readonly kind: 'comment.name-needed' }
  | { readonly kind: 'ballot.consent-needed' }
  | { readonly kind: 'sentence.too-few'; readonly needed: number }
  | { readonly kind: 'sentence.marks-have-begun' }
  | { readonly kind: 'pulse.closes-in-the-past' }
  | { readonly kind: 'opening.not-ahead' }
  | { readonly kind: 'opening.closes-first' }
  | { readonly kind: 'participants.pulse-only' }
  | { readonly kind: 'participants.anonymous-only' }
  | { readonly kind: 'participants.too-many'; readonly most: number }
  | { readonly kind: 'stakeholders.beside-others' }
  | { readonly kind: 'stakeholders.too-many'; readonly most: number }
  | { readonly kind: 'stakeholders.too-many-groups'; readonly most: number }
  | { readonly kind: 'stakeholders.twice' }
  | { readonly kind: 'stakeholders.in-team' }
  | { readonly kind: 'stakeholders.too-few'; readonly people: number; readonly minimumGroup: number }
  | { readonly kind: 'stakeholders.too-alike'; readonly minimumGroup: number }
  | CommitmentError;
