import type { TeamId } from '../../kernel/ids.ts';
import type { TeamDeletion } from '../../records/lifecycle-kinds.ts';
import { records } from '../../records/kinds.ts';
import { decode } from '../../records/record.ts';
import { forgetPractice } from '../coaching/practice-place.ts';
import { forgetAll, listAll } from '../documents.ts';
import { contractOf, forgetReminder } from '../nudges/reminders.ts';
import { IDS, personPlace, teamPlace } from '../places.ts';
import { ADMINISTERED } from '../organisation/places.ts';
import { unlistTeam } from '../organisation/team-list.ts';
import type { Ports } from '../use-case.ts';
import { forgetAgingEngagements } from './aging-engagements.ts';
import { forgetAging } from './aging.ts';
import { entriesOf } from './audit-log.ts';
import { endDeletion } from './deletions.ts';
import { forgetMeeting } from './forget-meeting.ts';
import { auditMarksPlace, auditPlace, PAST_TEAMS } from './places.ts';

/**
 * Deletes a team whole. The team itself goes first, so that nobody gets in any more while the rest goes; every step can
 * be repeated.
 */
export async function forgetTeam(ports: Ports, deletion: TeamDeletion): Promise<void> {
  const { tenant, team, people } = deletion;
  const folder = teamPlace(tenant, team);
  await ports.store.delete(folder, IDS.team);
  // A meeting that was planned in the same moment may have come after the list was written.
  const cards = (await listAll(ports, folder, IDS.cards)).map((card) => decode(records.card, card).id);
  for (const meeting of new Set([...deletion.meetings, ...cards])) {
    await forgetMeeting(ports, { tenant, meeting, people });
  }
  for (const person of people) {
    const place = personPlace(tenant, person);
    await ports.store.delete(place, `${IDS.teams}${team}`);
    await ports.store.delete(place, `${PAST_TEAMS}${team}`);
  }
  await forgetReminder(ports, tenant, team);
  await forgetReminder(ports, tenant, contractOf(team));
  await forgetPractice(ports, { tenant, team, people });
  await forgetAging(ports, tenant, team);
  await forgetAgingEngagements(ports, tenant, team);
  await forgetAdministered(ports, tenant, team);
  await forgetAll(ports, auditPlace(tenant, team));
  await forgetAll(ports, auditMarksPlace(tenant, team));
  await forgetAll(ports, folder);
  await unlistTeam(ports, tenant, team);
  await endDeletion(ports, deletion);
}

/** Administrators are in the log without being in the team. */
async function forgetAdministered(ports: Ports, tenant: string, team: TeamId): Promise<void> {
  const appointed = (await entriesOf(ports, auditPlace(tenant, team))).filter(({ act }) => act === 'appointLead');
  for (const { person } of appointed) await ports.store.delete(personPlace(tenant, person), `${ADMINISTERED}${team}`);
}
