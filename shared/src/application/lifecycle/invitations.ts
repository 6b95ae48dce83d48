import type { Meeting } from '../../domain/meeting/meeting.ts';
import { listOf } from '../../domain/meeting/participants.ts';
import { peopleIn } from '../../domain/meeting/stakeholders.ts';
import type { MeetingId, PersonId } from '../../kernel/ids.ts';
import { records } from '../../records/kinds.ts';
import { lifecycleRecords } from '../../records/lifecycle-kinds.ts';
import { decode } from '../../records/record.ts';
import { allOf, document, listAll } from '../documents.ts';
import { loadMeeting } from '../in-team.ts';
import { IDS, meetingPlace, personPlace } from '../places.ts';
import type { Actor, Ports } from '../use-case.ts';
import { askingPlace } from './places.ts';

/** The pulses that ask somebody beside the leaders of their team, as long as the person can find them. */
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

/**
 * The plans and pulses that ask somebody beside the leaders of their team, also those that the person has not been told
 * of: what is gone through is every one of the organisation of which it is known whom it asks.
 */
export async function askedIn(
  ports: Ports,
  { tenant, person }: Pick<Actor, 'tenant' | 'person'>,
): Promise<readonly Meeting[]> {
  const found: Meeting[] = [];
  for (const { meeting } of await allOf(ports, lifecycleRecords.asking, { place: askingPlace(tenant), prefix: '' })) {
    const kept = (await loadMeeting(ports, tenant, meeting))?.value;
    if (kept && (await isAsked(ports, kept, person))) found.push(kept);
  }
  return found;
}

/** Lets a plan be found by whoever it names; before it names anybody. */
export async function listAsking(ports: Ports, { tenant, id }: Pick<Meeting, 'tenant' | 'id'>): Promise<void> {
  await ports.store.put(askingPlace(tenant), document(lifecycleRecords.asking, id, { meeting: id }));
}

/** Finds it no more: nobody is known any longer whom it asked. */
export async function unlistAsking(ports: Ports, tenant: string, meeting: MeetingId): Promise<void> {
  await ports.store.delete(askingPlace(tenant), meeting);
}

/** Somebody else may be changing the lists at the same time. */
const TRIES = 5;

/**
 * Takes a person from the lists of whom a pulse asks beside its team; how many were asked stays. Whether the person is on
 * none any more: a list that somebody else changed meanwhile, or threw away, is looked at again.
 */
export async function leaveLists(ports: Ports, meeting: Meeting, person: PersonId): Promise<boolean> {
  const place = meetingPlace(meeting.tenant, meeting.id);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const pages = await pagesWith(ports, meeting, person);
    if (pages.length === 0) return true;
    for (const { id, people, etag } of pages) {
      const left = people.filter((other) => other !== person);
      await ports.store.replace(place, document(records.participants, id, { people: left }), etag);
    }
  }
  return false;
}

/** Forgets that somebody was asked, where they would find it. */
export async function forgetInvitation(
  ports: Ports,
  { tenant, person }: Pick<Actor, 'tenant' | 'person'>,
  meeting: MeetingId,
): Promise<void> {
  await ports.store.delete(personPlace(tenant, person), `${IDS.invitations}${meeting}`);
}

async function isAsked(ports: Ports, meeting: Meeting, person: PersonId): Promise<boolean> {
  const isPlanned = meeting.status === 'draft' && peopleIn(meeting.stakeholders).includes(person);
  return isPlanned || (await pagesWith(ports, meeting, person)).length > 0;
}

/** The pages of whom a plan or pulse asks beside its team that a person is on. */
async function pagesWith(
  ports: Ports,
  meeting: Meeting,
  person: PersonId,
): Promise<readonly { readonly id: string; readonly etag: string; readonly people: readonly PersonId[] }[]> {
  const place = meetingPlace(meeting.tenant, meeting.id);
  // A draft has lists where its opening came to nothing.
  const lists = meeting.status === 'draft' ? [IDS.participants] : listWith(meeting, person);
  const pages = await Promise.all([IDS.named, ...lists].map((prefix) => listAll(ports, place, prefix)));
  return pages
    .flat()
    .map(({ id, etag, ...stored }) => ({ id, etag, people: decode(records.participants, { id, ...stored }).people }))
    .filter(({ people }) => people.includes(person));
}

function listWith({ terms }: Exclude<Meeting, { status: 'draft' }>, person: PersonId): readonly string[] {
  const { lists } = terms.participants;
  return lists === 0 ? [] : [`${IDS.participants}${listOf(person, lists)}`];
}
