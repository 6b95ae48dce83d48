import type { Meeting, OpenMeeting } from '../domain/meeting/meeting.ts';
import { listParticipants } from '../domain/meeting/participants.ts';
import { peopleIn, withoutMembers } from '../domain/meeting/stakeholders.ts';
import { leadersOf, type Team } from '../domain/team/team.ts';
import type { PersonId } from '../kernel/ids.ts';
import { DAY, SECOND } from '../kernel/instant.ts';
import { records } from '../records/kinds.ts';
import { decode } from '../records/record.ts';
import { document, listAll, readKept } from './documents.ts';
import { IDS, meetingPlace, personPlace } from './places.ts';
import type { Ports } from './use-case.ts';

/** An invitation is found so long after its pulse was to close, and goes by itself. */
const FOUND_FOR = 30 * DAY;
/** So many people are told in one go, so that other meetings do not wait long for their house to be kept. */
const TOLD_AT_ONCE = 5_000;
const TOLD_TOGETHER = 50;

/** Everybody who was named for a draft, in lists. */
export async function namedParticipants(
  ports: Ports,
  meeting: Meeting,
  team: Team,
): Promise<ReturnType<typeof listParticipants>> {
  if (meeting.status === 'draft' && meeting.stakeholders.length > 0) {
    return listParticipants(peopleIn(withoutMembers(meeting.stakeholders, team)), []);
  }
  const pages = await listAll(ports, meetingPlace(meeting.tenant, meeting.id), IDS.named);
  const people = pages.flatMap((page) => decode(records.participants, page).people);
  return listParticipants(
    people,
    leadersOf(team).map(({ person }) => person),
  );
}

/** Keeps the lists before anybody is told; done again, it keeps the same. */
export async function keepLists(
  ports: Ports,
  meeting: Meeting,
  lists: readonly (readonly PersonId[])[],
): Promise<void> {
  const place = meetingPlace(meeting.tenant, meeting.id);
  for (const [index, people] of lists.entries()) {
    await ports.store.put(
      place,
      document(records.participants, `${IDS.participants}${index}`, { people: [...people] }),
    );
  }
}

/** How many participants of a pulse have been told of it; `null` where nobody is to be. */
export async function toldSoFar(ports: Ports, meeting: Meeting): Promise<number | null> {
  if (meeting.status === 'draft') return meeting.participants.people + meeting.stakeholders.length > 0 ? 0 : null;
  const { people, lists } = meeting.terms.participants;
  if (people === 0) return null;
  const told = await listsTold(ports, meeting);
  return told === lists ? people : Math.floor((told / lists) * people);
}

/**
 * Lets participants of an open pulse find it, list by list, some thousands in one go; says whether all have been told. A
 * list that a crash cut short is gone through again, and nobody is told twice of it: an invitation is one document.
 */
export async function tellParticipants(ports: Ports, meeting: OpenMeeting): Promise<boolean> {
  const { lists } = meeting.terms.participants;
  const place = meetingPlace(meeting.tenant, meeting.id);
  let told = 0;
  for (let next = await listsTold(ports, meeting); next < lists; next += 1) {
    if (told >= TOLD_AT_ONCE) return false;
    const list = await readKept(ports, records.participants, { place, id: `${IDS.participants}${next}` });
    const people = list?.value.people ?? [];
    for (let from = 0; from < people.length; from += TOLD_TOGETHER) {
      await Promise.all(people.slice(from, from + TOLD_TOGETHER).map((person) => tell(ports, meeting, person)));
    }
    told += people.length;
    await ports.store.put(place, document(records.inviting, IDS.inviting, { lists: next + 1 }));
  }
  return true;
}

async function tell(ports: Ports, meeting: OpenMeeting, person: PersonId): Promise<void> {
  const until = (meeting.closesAt ?? ports.now()) + FOUND_FOR;
  const lifetime = Math.max(1, Math.ceil((until - ports.now()) / SECOND));
  const invitation = document(records.invitation, `${IDS.invitations}${meeting.id}`, { meeting: meeting.id });
  await ports.store.put(personPlace(meeting.tenant, person), { ...invitation, lifetime });
}

async function listsTold(ports: Ports, { tenant, id }: Pick<Meeting, 'tenant' | 'id'>): Promise<number> {
  const kept = await readKept(ports, records.inviting, { place: meetingPlace(tenant, id), id: IDS.inviting });
  return kept?.value.lists ?? 0;
}
