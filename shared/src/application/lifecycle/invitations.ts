import type { Meeting } from '../../domain/meeting/meeting.ts';
import { listOf } from '../../domain/meeting/participants.ts';
import type { MeetingId, PersonId } from '../../kernel/ids.ts';
import { records } from '../../records/kinds.ts';
import { decode } from '../../records/record.ts';
import { document, listAll } from '../documents.ts';
import { loadMeeting } from '../in-team.ts';
import { IDS, meetingPlace, personPlace } from '../places.ts';
import type { Actor, Ports } from '../use-case.ts';

/** The pulses that ask somebody who is not in their team, as long as the person can find them. */
export async function invitedTo(
  ports: Ports,
  { tenant, person }: Pick<Actor, 'tenant' | 'person'>,
): Promise<readonly Meeting[]> {
  const invitations = await listAll(ports, personPlace(tenant, person), IDS.invitations);
  const found = await Promise.all(
    invitations.map((stored) => loadMeeting(ports, tenant, decode(records.invitation, stored).meeting)),
  );
  return found.flatMap((kept) => (kept ? [kept.value] : []));
}

/** Takes a person from the lists of whom a pulse asks beside its team; how many were asked stays. */
export async function leaveLists(ports: Ports, meeting: Meeting, person: PersonId): Promise<void> {
  const place = meetingPlace(meeting.tenant, meeting.id);
  const lists = meeting.status === 'draft' ? [] : listWith(meeting, person);
  const pages = await Promise.all([IDS.named, ...lists].map((prefix) => listAll(ports, place, prefix)));
  for (const stored of pages.flat()) {
    const people = decode(records.participants, stored).people;
    if (!people.includes(person)) continue;
    const left = people.filter((other) => other !== person);
    await ports.store.put(place, document(records.participants, stored.id, { people: left }));
  }
}

/** Forgets that somebody was asked, where they would find it. */
export async function forgetInvitation(
  ports: Ports,
  { tenant, person }: Pick<Actor, 'tenant' | 'person'>,
  meeting: MeetingId,
): Promise<void> {
  await ports.store.delete(personPlace(tenant, person), `${IDS.invitations}${meeting}`);
}

function listWith({ terms }: Exclude<Meeting, { status: 'draft' }>, person: PersonId): readonly string[] {
  const { lists } = terms.participants;
  return lists === 0 ? [] : [`${IDS.participants}${listOf(person, lists)}`];
}
