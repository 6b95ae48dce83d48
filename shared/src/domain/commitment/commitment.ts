import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { CommitmentId, MeetingId, PersonId, TeamId } from '../../kernel/ids.ts';
import type { QuestionId } from '../instrument/question.ts';

export const CHECK_IN_STATUSES = ['on-track', 'at-risk', 'done', 'dropped'] as const;
export type CheckInStatus = (typeof CHECK_IN_STATUSES)[number];

/** A dated status on a commitment, and what its owner says about it. */
export interface CheckIn {
  readonly id: string;
  readonly at: Instant;
  readonly by: PersonId;
  readonly status: CheckInStatus;
  readonly note: string;
}

/** What a commitment says, while the meeting that makes it can still change it. */
export interface CommitmentTerms {
  readonly id: CommitmentId;
  readonly sentence: string;
  readonly owner: PersonId;
  /** A calendar day, `YYYY-MM-DD`. */
  readonly due: string;
  readonly evidence: string;
  /** What stops or waits for it; empty where nothing was named. */
  readonly displaces: string;
  /** The question that it should move. */
  readonly question: QuestionId | null;
}

/** A sentence with an owner, a due date, the evidence that will show it, and the question it should move. */
export interface Commitment extends CommitmentTerms {
  readonly team: TeamId;
  readonly meeting: MeetingId;
  readonly madeAt: Instant;
  readonly questionText: string | null;
  readonly checkIns: readonly CheckIn[];
  readonly revision: number;
}

export type CommitmentError =
  | { readonly kind: 'commitment.no-owner' }
  | { readonly kind: 'commitment.no-due-date' }
  | { readonly kind: 'commitment.due-in-the-past' }
  | { readonly kind: 'commitment.closed'; readonly status: CheckInStatus };

/** Where a commitment stands: what its last check-in says, `open` before the first. */
export function statusOf(commitment: Commitment): CheckInStatus | 'open' {
  return commitment.checkIns.at(-1)?.status ?? 'open';
}

/** Whether a commitment still waits for something to be done. */
export function isOpen(commitment: Commitment): boolean {
  const status = statusOf(commitment);
  return status !== 'done' && status !== 'dropped';
}

/** Whether it waited at a moment, by the check-ins until then. */
export function wasOpen({ checkIns, ...commitment }: Commitment, at: Instant): boolean {
  return isOpen({ ...commitment, checkIns: checkIns.filter((entry) => entry.at <= at) });
}

/** Adds a check-in; the same one sent twice counts once. A done one can be reopened, a dropped one cannot. */
export function checkIn(commitment: Commitment, entry: CheckIn): Result<Commitment, CommitmentError> {
  if (commitment.checkIns.some((known) => known.id === entry.id)) return ok(commitment);
  if (statusOf(commitment) === 'dropped') return fail({ kind: 'commitment.closed', status: 'dropped' });
  return ok({ ...commitment, checkIns: [...commitment.checkIns, entry], revision: commitment.revision + 1 });
}

/** Checks that somebody owns it and by when; says which is missing. `today` is a calendar day, `YYYY-MM-DD`. */
export function checkTerms(
  terms: { readonly owner: PersonId | null; readonly due: string | null },
  today: string,
): CommitmentError | null {
  if (terms.owner === null) return { kind: 'commitment.no-owner' };
  if (terms.due === null) return { kind: 'commitment.no-due-date' };
  if (terms.due < today) return { kind: 'commitment.due-in-the-past' };
  return null;
}
