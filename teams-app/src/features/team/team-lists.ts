import type { View } from '../../app/api.ts';

type TeamView = View<'viewTeam'>;
type MeetingCard = TeamView['meetings'][number];

/** Meetings as a time line: what is open or planned first, then the closed ones, latest first. */
export function timeline(meetings: readonly MeetingCard[]): {
  readonly now: readonly MeetingCard[];
  readonly past: readonly MeetingCard[];
} {
  const open = meetings.filter(({ status }) => status === 'open');
  const drafts = meetings.filter(({ status }) => status === 'draft');
  const past = meetings.filter(({ status }) => status === 'closed');
  return {
    now: [...open, ...drafts.toSorted((a, b) => momentOf(a) - momentOf(b))],
    past: past.toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0)),
  };
}
/** When a plan opens by itself, or is to be held. */
function momentOf({ opening, scheduledFor }: MeetingCard): number {
  return opening?.at ?? scheduledFor ?? Infinity;
}
