import { LATE_BEGINNINGS } from '../meeting-chats.ts';
import { ANNOUNCED, NUDGE_IDS, NUDGE_QUEUE } from '../nudges/places.ts';
import { IDS, OPEN_MEETINGS, PLANNED_OPENINGS } from '../places.ts';
import type { Place } from '../ports/document-store.ts';
import { AGING_ENGAGEMENTS, AGING_MEETINGS, DELETIONS, SNAPSHOTS } from './places.ts';

/** As what a document of a tenant is counted. */
export type TenantKind =
  | 'teams'
  | 'memberships'
  | 'meetings'
  | 'results'
  | 'ballots'
  | 'commitments'
  | 'coaching'
  | 'personal'
  | 'chats'
  | 'log'
  | 'schedules'
  | 'other';

/** The lists over all tenants, of what is to be done when. Every other place that has something of a tenant is its own. */
export const OVER_ALL_TENANTS: readonly Place[] = [
  PLANNED_OPENINGS,
  OPEN_MEETINGS,
  NUDGE_QUEUE,
  ANNOUNCED,
  LATE_BEGINNINGS,
  DELETIONS,
  AGING_MEETINGS,
  AGING_ENGAGEMENTS,
];

/** Whether a place is a tenant's own. */
export function isOfTenant({ partition }: Place, tenant: string): boolean {
  return partition.startsWith(`t|${tenant}|`);
}

/** Whether an entry of a list that names no tenant is about one of these meetings. */
export function listedMeetings(place: Place, id: string, meetings: ReadonlySet<string>): boolean {
  return place === ANNOUNCED && meetings.has(id);
}

/** What kind of thing of a tenant lies in a place under an id. */
export function kindOf({ container, partition }: Place, id: string): TenantKind {
  const [, , room = ''] = partition.split('|');
  if (room === '') return 'schedules';
  switch (container) {
    case 'core':
      if (id === IDS.meeting) return 'meetings';
      return id.startsWith(SNAPSHOTS) ? 'results' : 'other';
    case 'ballots':
      return id.startsWith(IDS.ballots) || id.startsWith(IDS.sealed) ? 'ballots' : 'other';
    case 'teams':
      return room === 'p' ? 'memberships' : teamKind(id);
    case 'private':
      return privateKind(room, id);
  }
}

function teamKind(id: string): TenantKind {
  if (id === IDS.team) return 'teams';
  if (id.startsWith(IDS.commitments)) return 'commitments';
  return id.startsWith(IDS.results) ? 'results' : 'other';
}

function privateKind(room: string, id: string): TenantKind {
  switch (room) {
    case 'u':
      return id.startsWith(NUDGE_IDS.all) ? 'chats' : 'personal';
    case 'meeting-chats':
      return 'chats';
    case 'practice':
      return 'coaching';
    case 'audit':
    case 'audit-marks':
      return 'log';
    default:
      return 'other';
  }
}
