import type { Provenance } from '@plumbline/shared/ooxml/exhibit';
import type { FoundMeeting } from '../find/found-meetings.ts';

interface Closed {
  readonly meeting: FoundMeeting;
  readonly closedAt: number;
}

/** The last meeting or pulse of a team, of which the document has figures of earlier ones. */
export interface LaterMeeting extends Closed {
  /** The ids of the earlier ones. */
  readonly insteadOf: readonly string[];
}

/** Which meeting is asked instead of another, by their ids. */
export type Instead = ReadonlyMap<string, string>;

/** The meetings of the document ask for themselves. */
export const NONE_INSTEAD: Instead = new Map();

/**
 * For each team in the document the meeting that was closed last, where its figures are of earlier ones; of pulses the last
 * pulse. What is open does not count: its numbers can still change.
 */
export function laterMeetings(
  provenances: readonly (Provenance | null)[],
  meetings: readonly FoundMeeting[],
): readonly LaterMeeting[] {
  const later = new Map<string, LaterMeeting>();
  const here = new Map(provenances.flatMap((one) => (one?.ids ? [[one.ids.meeting, one.ids.team] as const] : [])));
  for (const [id, team] of here) {
    const own = meetings.find((one) => one.id === id);
    if (own?.closedAt === undefined || own.closedAt === null) continue;
    const { format, closedAt } = own;
    const last = lastOf(meetings.filter((one) => one.teamId === team && one.format === format));
    if (!last || last.closedAt <= closedAt) continue;
    const insteadOf = [...(later.get(last.meeting.id)?.insteadOf ?? []), id];
    later.set(last.meeting.id, { ...last, insteadOf });
  }
  return [...later.values()];
}

/** The later one asked in the place of the earlier ones. */
export function asked({ meeting, insteadOf }: LaterMeeting): Instead {
  return new Map(insteadOf.map((id) => [id, meeting.id]));
}

function lastOf(meetings: readonly FoundMeeting[]): Closed | null {
  let last: Closed | null = null;
  for (const meeting of meetings) {
    const { closedAt } = meeting;
    if (closedAt !== null && (last === null || closedAt > last.closedAt)) last = { meeting, closedAt };
  }
  return last;
}
