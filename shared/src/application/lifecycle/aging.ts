import { isOpen } from '../../domain/commitment/commitment.ts';
import type { ClosedMeeting } from '../../domain/meeting/meeting.ts';
import { areKnown, withoutNames } from '../../domain/meeting/stakeholders.ts';
import type { TeamId } from '../../kernel/ids.ts';
import { DAY, MINUTE, type Instant } from '../../kernel/instant.ts';
import { records } from '../../records/kinds.ts';
import { lifecycleRecords, type AgingMeeting } from '../../records/lifecycle-kinds.ts';
import { decode } from '../../records/record.ts';
import { document, forgetAll, listAll } from '../documents.ts';
import { loadMeeting, loadTeam } from '../in-team.ts';
import { replaceMeeting } from '../meetings.ts';
import { IDS, meetingPlace, teamPlace } from '../places.ts';
import type { Ports } from '../use-case.ts';
import { monthsLong } from './audit-log.ts';
import { forgetMeeting } from './forget-meeting.ts';
import { unlistAsking } from './invitations.ts';
import { AGING_MEETINGS } from './places.ts';

/** How often the age of a closed meeting is looked at: a shorter time that was set is kept to within a day. */
const LOOKED_AT_EVERY = DAY;
const LISTED_FOR = 31 * DAY;
const MANY = 100;

/** Lets a meeting's age be looked at from now on; done twice, it is there once. */
export async function beginAging(ports: Ports, { tenant, team, id, closedAt }: ClosedMeeting): Promise<void> {
  await lookAgainAt(ports, closedAt, { tenant, team, meeting: id, closedAt });
}

/**
 * Deletes closed meetings that are older than their organisation keeps them, whole, with their results on the time line.
 * Their commitments stay while they are open; until the last is closed, they are looked at day by day.
 */
export async function endAged(ports: Ports): Promise<void> {
  const now = ports.now();
  const { documents } = await ports.store.list(AGING_MEETINGS, { prefix: '', limit: MANY });
  for (const entry of documents) {
    if (entry.id > idAt(now, '~')) return;
    const aging = decode(lifecycleRecords.agingMeeting, entry);
    const isOver = await isGone(ports, aging);
    // Written anew before the old one goes: a crash in between has it looked at twice.
    if (!isOver) await lookAgainAt(ports, now + LOOKED_AT_EVERY, aging);
    await ports.store.delete(AGING_MEETINGS, entry.id);
  }
}

/** Looks at none of a team's meetings any more. */
export async function forgetAging(ports: Ports, tenant: string, team: TeamId): Promise<void> {
  for (const entry of await listAll(ports, AGING_MEETINGS, '')) {
    const aging = decode(lifecycleRecords.agingMeeting, entry);
    if (aging.tenant === tenant && aging.team === team) await ports.store.delete(AGING_MEETINGS, entry.id);
  }
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

async function lookAgainAt(ports: Ports, at: Instant, aging: AgingMeeting): Promise<void> {
  await ports.store.put(AGING_MEETINGS, document(lifecycleRecords.agingMeeting, idAt(at, aging.meeting), aging));
}

function idAt(at: Instant, meeting: string): string {
  return `${String(Math.ceil(at / MINUTE)).padStart(9, '0')}|${meeting}`;
}
