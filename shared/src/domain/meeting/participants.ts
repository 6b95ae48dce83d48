import type { PersonId } from '../../kernel/ids.ts';
import { assert } from '../../kernel/assert.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { MeetingError } from './errors.ts';
import { MOST_PARTICIPANTS } from './meeting.ts';
import type { DraftMeeting, Meeting, Participants, Terms } from './meeting.ts';

export const NO_PARTICIPANTS: Participants = { people: 0, lists: 0 };

/** As many as one document lists; 32 bytes each. */
const PEOPLE_PER_LIST = 2_000;

/** How many people are asked, leaders and participants. */
export function askedBy({ leaders, participants }: Pick<Terms, 'leaders' | 'participants'>): number {
  return leaders.length + participants.people;
}

/** Names more people whom a pulse is going to ask. */
export function nameParticipants(meeting: Meeting, people: number): Result<DraftMeeting, MeetingError> {
  const able = canHaveParticipants(meeting);
  if (!able.ok) return able;
  const named = able.value.participants.people + people;
  if (named > MOST_PARTICIPANTS) return fail({ kind: 'participants.too-many', most: MOST_PARTICIPANTS });
  return ok(withNamed(able.value, named));
}

/** Takes back that so many people were named. */
export function unnameParticipants(meeting: Meeting, people: number): Result<DraftMeeting, MeetingError> {
  if (meeting.status !== 'draft') return fail({ kind: 'meeting.already-open' });
  const left = meeting.participants.people - people;
  assert(left >= 0, 'nobody is forgotten who was not named');
  return ok(withNamed(meeting, left));
}

/** Whether more people than the leaders can be asked: in an anonymous pulse that nobody has answered yet. */
function canHaveParticipants(meeting: Meeting): Result<DraftMeeting, MeetingError> {
  if (meeting.status !== 'draft') return fail({ kind: 'meeting.already-open' });
  if (meeting.format !== 'pulse') return fail({ kind: 'participants.pulse-only' });
  if (meeting.composition.mode === 'named') return fail({ kind: 'participants.anonymous-only' });
  if (meeting.stakeholders.length > 0) return fail({ kind: 'stakeholders.beside-others' });
  return ok(meeting);
}

/** Puts different people who are no leaders into lists: one list can be looked at without the others. */
export function listParticipants(
  named: Iterable<PersonId>,
  leaders: readonly PersonId[],
): { readonly participants: Participants; readonly lists: readonly (readonly PersonId[])[] } {
  const people = new Set(named);
  for (const leader of leaders) people.delete(leader);
  const count = Math.ceil(people.size / PEOPLE_PER_LIST);
  const lists = Array.from({ length: count }, (): PersonId[] => []);
  for (const person of people) lists[listOf(person, count)]?.push(person);
  return { participants: { people: people.size, lists: count }, lists: lists.map((list) => list.sort()) };
}

/** The list that a person is on, if on any: FNV-1a of the id. */
export function listOf(person: PersonId, lists: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < person.length; at += 1) {
    hash = Math.imul(hash ^ person.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash % lists;
}

function withNamed(meeting: DraftMeeting, people: number): DraftMeeting {
  return { ...meeting, participants: { people, lists: 0 }, revision: meeting.revision + 1 };
}
