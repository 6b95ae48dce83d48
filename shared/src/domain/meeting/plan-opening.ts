import { DAY, type Duration, type Instant } from '../../kernel/instant.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { MeetingError } from './errors.ts';
import type { DraftMeeting, Meeting } from './meeting.ts';
import type { PlannedOpening } from './planned-opening.ts';

/** A moment that is found so much later, or more, is over: whoever planned it is asked. */
export const OPENS_LATE_UNTIL: Duration = DAY;
/** Nobody knows further ahead whom a team then has. */
const FURTHEST_AHEAD: Duration = 366 * DAY;

/** Has a draft open by itself, in place of what was planned before. A pulse takes answers after it opened, till it closes. */
export function planOpening(
  meeting: Meeting,
  plan: Pick<PlannedOpening, 'opensAt' | 'closesAt' | 'by'> & { readonly now: Instant },
): Result<DraftMeeting, MeetingError> {
  if (meeting.status !== 'draft') return fail({ kind: 'meeting.already-open' });
  const { opensAt, by, now } = plan;
  if (opensAt <= now || opensAt > now + FURTHEST_AHEAD) return fail({ kind: 'opening.not-ahead' });
  const closesAt = meeting.format === 'pulse' ? plan.closesAt : null;
  if (closesAt !== null && closesAt <= opensAt) return fail({ kind: 'opening.closes-first' });
  return ok({ ...meeting, opening: { opensAt, closesAt, by, missed: null }, revision: meeting.revision + 1 });
}

/** Leaves it to people when a draft opens. */
export function callOffOpening(meeting: Meeting): Result<DraftMeeting, MeetingError> {
  if (meeting.status !== 'draft') return fail({ kind: 'meeting.already-open' });
  return ok(meeting.opening === null ? meeting : { ...meeting, opening: null, revision: meeting.revision + 1 });
}

/** Says of a draft that it did not open at its moment. */
export function missOpening(
  meeting: DraftMeeting,
  opening: PlannedOpening,
  missed: NonNullable<PlannedOpening['missed']>,
): DraftMeeting {
  return { ...meeting, opening: { ...opening, missed }, revision: meeting.revision + 1 };
}
