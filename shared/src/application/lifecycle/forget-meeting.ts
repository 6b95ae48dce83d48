import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { MeetingId, PersonId } from '../../kernel/ids.ts';
import { practiceRecords } from '../../records/practice-kinds.ts';
import { allOf, forgetAll, listAll } from '../documents.ts';
import { loadMeeting } from '../in-team.ts';
import { forgetChatOf } from '../meeting-chats.ts';
import { forgetReminder } from '../nudges/reminders.ts';
import { ballotPlaces, IDS, meetingPlace, OPEN_MEETINGS, privatePlace, teamPlace } from '../places.ts';
import type { Ports } from '../use-case.ts';
import { unlistOpening } from '../planned-openings.ts';
import { releaseStakeholders } from '../stakeholders.ts';
import { unlistAsking } from './invitations.ts';
import { auditMarksPlace, notersPlace } from './places.ts';

/**
 * Deletes a meeting whole: its answers and the keys to them, its snapshots, everything said in it, private notes on it,
 * and its lines in the team's lists. Every step can be repeated; what says which rounds there are goes last.
 */
export async function forgetMeeting(
  ports: Ports,
  {
    tenant,
    meeting: id,
    people,
  }: {
    readonly tenant: string;
    readonly meeting: MeetingId;
    /** Whose notes on it may be there, beside those who were asked and those of whom it is known. */
    readonly people: readonly PersonId[];
  },
): Promise<void> {
  const meeting = (await loadMeeting(ports, tenant, id))?.value ?? null;
  if (meeting) {
    await forgetAnswers(ports, meeting);
    await forgetNotes(ports, meeting, people);
    const folder = teamPlace(tenant, meeting.team);
    await ports.store.delete(folder, `${IDS.results}${id}`);
    await releaseStakeholders(ports, meeting);
    if (meeting.status === 'draft') await unlistOpening(ports, meeting);
    await ports.store.delete(folder, `${IDS.cards}${id}`);
  }
  const place = meetingPlace(tenant, id);
  await ports.store.delete(OPEN_MEETINGS, id);
  await unlistAsking(ports, tenant, id);
  await forgetChatOf(ports, tenant, id);
  await forgetReminder(ports, tenant, id);
  await forgetAll(ports, auditMarksPlace(tenant, id));
  for (const document of await listAll(ports, place, '')) {
    if (document.id !== IDS.meeting) await ports.store.delete(place, document.id);
  }
  await ports.store.delete(place, IDS.meeting);
}

async function forgetAnswers(ports: Ports, meeting: Meeting): Promise<void> {
  if (meeting.status === 'draft') return;
  for (const round of meeting.rounds) {
    await ports.roundKeys.destroy(round.id);
    for (const place of ballotPlaces(meeting.tenant, round)) await forgetAll(ports, place);
  }
}

/** Deletes private notes on a meeting: of these people, of those who were asked, and of those of whom it is known. */
export async function forgetNotes(ports: Ports, meeting: Meeting, people: readonly PersonId[]): Promise<void> {
  const asked = meeting.status === 'draft' ? [] : meeting.terms.leaders;
  const place = notersPlace(meeting.tenant, meeting.id);
  const noters = await allOf(ports, practiceRecords.noter, { place, prefix: '' });
  const mayHave = [...people, ...asked, meeting.facilitator, ...noters.map(({ person }) => person)];
  for (const person of new Set(mayHave)) {
    await forgetAll(ports, privatePlace(meeting.tenant, person), `${IDS.notes}${meeting.id}|`);
  }
  await forgetAll(ports, place);
}
