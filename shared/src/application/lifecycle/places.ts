import type { MeetingId, PersonId, TeamId } from '../../kernel/ids.ts';
import type { Place } from '../ports/document-store.ts';

/** Who did and saw what in a team, or what a person did that is no team's business; the newest entry has the first id. */
export function auditPlace(tenant: string, of: TeamId | PersonId): Place {
  return { container: 'private', partition: `t|${tenant}|audit|${of}` };
}

/** Marks of who has been written down today as having seen a meeting's results, a team's log or the organisation's page. */
export function auditMarksPlace(tenant: string, of: MeetingId | TeamId | PersonId): Place {
  return { container: 'private', partition: `t|${tenant}|audit-marks|${of}` };
}

/** Who has private notes on a meeting, so that they are found when it is deleted; among what watchers are never told of. */
export function notersPlace(tenant: string, meeting: MeetingId): Place {
  return { container: 'private', partition: `t|${tenant}|noters|${meeting}` };
}

/** Deletions that were begun, over all tenants: what keeping house finishes. */
export const DELETIONS: Place = { container: 'private', partition: 'deletions' };

/** Closed meetings by the time at which their age is looked at again, over all tenants. */
export const AGING_MEETINGS: Place = { container: 'private', partition: 'aging-meetings' };

/** Engagements that have ended, by the time at which their age is looked at again, over all tenants. */
export const AGING_ENGAGEMENTS: Place = { container: 'private', partition: 'aging-engagements' };

/** An organisation's plans and pulses that ask people outside their team, as long as it is known whom. */
export function askingPlace(tenant: string): Place {
  return { container: 'private', partition: `t|${tenant}|asking` };
}

/** In a person's place: the teams that they were in. */
export const PAST_TEAMS = 'past|';

/** In a meeting's place: its rounds' snapshots. */
export const SNAPSHOTS = 'snapshot|';
