import { isOpen } from '../../domain/commitment/commitment.ts';
import type { ClosedMeeting } from '../../domain/meeting/meeting.ts';
import { areKnown, withoutNames } from '../../domain/meeting/stakeholders.ts';
import type { TeamId } from '../../kernel/ids.ts';
import { DAY } from '../../kernel/instant.ts';
import { records } from '../../records/kinds.ts';
import { lifecycleRecords, type AgingMeeting } from '../../records/lifecycle-kinds.ts';
import { decode } from '../../records/record.ts';
import { forgetAll, listAll } from '../documents.ts';
import { loadMeeting, loadTeam } from '../in-team.ts';
import { replaceMeeting } from '../meetings.ts';
import { IDS, meetingPlace, teamPlace } from '../places.ts';
import type { Ports } from '../use-case.ts';
import { endAgedOf, forgetAgingOf, listAging, type AgingList } from './aging-list.ts';
import { monthsLong } from './audit-log.ts';
import { forgetMeeting } from './forget-meeting.ts';
import { unlistAsking } from './invitations.ts';
import { AGING_MEETINGS } from './places.ts';

const LISTED_FOR = 31 * DAY;

const LIST: AgingList<AgingMeeting> = { place: AGING_MEETINGS, kind: lifecycleRecords.agingMeeting, isGone };

/** Puts a meeting on the list of those whose age is looked at; putting it there twice changes nothing. */
export async function beginAging(ports: Ports, { tenant, team, id, closedAt }: ClosedMeeting): Promise<void> {
  await listAging(ports, LIST, { at: closedAt, name: id, aging: { tenant, team, meeting: id, closedAt } });
}

/**
 * Deletes closed meetings that are older than their organisation keeps them, whole, with their results on the time line.
 * Their commitments stay while they are open; until the last is closed, they are looked at day by day.
 */
export function endAged(ports: Ports): Promise<void> {
  return endAgedOf(ports, LIST);
}

/** Looks at none of a team's meetings any more. */
export function forgetAging(ports: Ports, tenant: string, team: TeamId): Promise<void> {
  return forgetAgingOf(ports, LIST, { tenant, team });
}

/** People who were asked beside the team cannot look any more once their invitation has ended; the lists of them go too. */
async function forgetAsked(ports: Ports, { tenant, meeting, closedAt }: AgingMeeting): Promise<void> {
  if (closedAt + LISTED_FOR > ports.now()) return;
  await forgetAll(ports, meetingPlace(tenant, meeting), IDS.participants);
  await unlistAsking(ports, tenant, meeting);
  const kept = await loadMeeting(ports, tenant, meeting);
  if (kept?.value.status !== 'closed' || !areKnown(kept.value.terms.groups)) return;
  const terms = withoutNames(kept.value.terms);
  if (terms === kept.value.terms) return;
  await replaceMeeting(ports, kept, { next: { ...kept.value, terms, revision: kept.value.revision + 1 } });
}

/** Whether nothing is left of a meeting that could still grow too old. */
async function isGone(ports: Ports, aging: AgingMeeting): Promise<boolean> {
  const { tenant, team: id, meeting, closedAt } = aging;
  const team = await loadTeam(ports, tenant, id);
  if (!team) return true;
  await forgetAsked(ports, aging);
  const months = ports.keptMonths(tenant);
  if (months === null || closedAt + monthsLong(months) > ports.now()) return false;
  const people = team.value.members.map(({ person }) => person);
  await forgetMeeting(ports, { tenant, meeting, people });
  return forgetCommitments(ports, aging);
}

/** Deletes what a meeting promised and is done or dropped; whether that was all. */
async function forgetCommitments(ports: Ports, { tenant, team, meeting }: AgingMeeting): Promise<boolean> {
  const place = teamPlace(tenant, team);
  let isAll = true;
  for (const stored of await listAll(ports, place, IDS.commitments)) {
    const commitment = decode(records.commitment, stored);
    if (commitment.meeting !== meeting) continue;
    if (isOpen(commitment) || !(await ports.store.delete(place, stored.id, stored.etag)).ok) isAll = false;
  }
  return isAll;
}
