import type { View } from '../../app/api.ts';

type HomeView = View<'viewHome'>;

/** A stream takes so many topics; see the contract of the live stream. */
const MOST_TOPICS = 20;

/** What the home page watches: every team, then what waits for answers, then the other meetings that are not over. */
export function homeTopics({ teams, waiting }: Pick<HomeView, 'teams' | 'waiting'>): readonly string[] {
  const meetings = teams.flatMap((team) => team.meetings.filter((meeting) => meeting.status !== 'closed'));
  // A pulse may ask somebody who is not in its team.
  const asked = waiting.flatMap((item) => (item.kind === 'check-in' ? [] : [item.meeting]));
  const topics = new Set([...teams, ...asked, ...meetings].map(({ id }) => id));
  return [...topics].slice(0, MOST_TOPICS);
}

/** My commitments but those that already stand among what waits. */
export function notWaiting(
  commitments: HomeView['commitments'],
  waiting: HomeView['waiting'],
): HomeView['commitments'] {
  const shown = new Set(waiting.map((item) => (item.kind === 'check-in' ? item.commitment.id : '')));
  return commitments.filter(({ id }) => !shown.has(id));
}

/** The meeting to name on a team's card: what is open, else what is planned, else the last one. */
export function meetingToName(
  meetings: HomeView['teams'][number]['meetings'],
): HomeView['teams'][number]['meetings'][number] | null {
  const ended = meetings.filter(({ status }) => status === 'closed');
  return (
    meetings.find(({ status }) => status === 'open') ??
    meetings.find(({ status }) => status === 'draft') ??
    ended.toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))[0] ??
    null
  );
}
