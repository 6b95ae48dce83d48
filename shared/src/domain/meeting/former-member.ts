import type { PersonId } from '../../kernel/ids.ts';
import type { ClosedMeeting, DraftMeeting, Meeting, OpenMeeting } from './meeting.ts';
import type { NamedSnapshot } from './snapshot.ts';
import { withoutPeople } from './stakeholders.ts';

/** Somebody whose data is deleted: the person, the names that they had, and the alias that stands for them from now on. */
export interface Leaver {
  readonly person: PersonId;
  readonly names: readonly string[];
  readonly alias: PersonId;
}

/**
 * A meeting that is over or not yet begun, with a person in it as a former member. Who was asked stays as many people.
 * Released words stay; the name on them goes, also where another member has the very same one.
 */
export function withFormerMember<M extends DraftMeeting | ClosedMeeting>(meeting: M, leaver: Leaver): M {
  const led = { ...meeting, facilitator: renamed(meeting.facilitator, leaver) };
  if (meeting.status === 'draft') {
    const stakeholders = withoutPeople(meeting.stakeholders, (person) => person === leaver.person);
    const opening = meeting.opening && { ...meeting.opening, by: renamed(meeting.opening.by, leaver) };
    return ifChanged(meeting, { ...led, stakeholders, opening });
  }
  const { terms } = meeting;
  const groups = terms.groups.map((group) => ({ ...group, people: renamedAll(group.people, leaver) }));
  const asked = { ...terms, leaders: renamedAll(terms.leaders, leaver), groups };
  return ifChanged(meeting, { ...led, ...spokenBy(meeting, leaver), terms: asked });
}

/**
 * An open meeting with the person's name gone. The person stays among those who were asked until it is over: a second
 * vote compares everybody's answers, and one person's must not follow from what is missing in it.
 */
export function withNameGone(meeting: OpenMeeting, leaver: Leaver): OpenMeeting {
  const facilitator = renamed(meeting.facilitator, leaver);
  return ifChanged(meeting, { ...meeting, ...spokenBy(meeting, leaver), facilitator });
}

/** Who answered what in a named round, with a person in it as a former member; the answers stay. */
export function snapshotWithFormerMember(snapshot: NamedSnapshot, leaver: Leaver): NamedSnapshot {
  const named = snapshot.named.map((one) => ({ ...one, person: renamed(one.person, leaver) }));
  return { ...snapshot, named: named.sort((a, b) => (a.person < b.person ? -1 : 1)) };
}

/** People with one of them under an alias. */
export function renamedAll(people: readonly PersonId[], leaver: Leaver): readonly PersonId[] {
  return people.map((person) => renamed(person, leaver));
}

/** A person's alias where it is the leaver, everybody else as they are. */
export function renamed(person: PersonId, leaver: Pick<Leaver, 'person' | 'alias'>): PersonId {
  return person === leaver.person ? leaver.alias : person;
}

function spokenBy(
  { comments, commitments, log }: OpenMeeting | ClosedMeeting,
  leaver: Leaver,
): Pick<OpenMeeting, 'comments' | 'commitments' | 'log'> {
  return {
    comments: comments.map((comment) =>
      comment.name !== null && leaver.names.includes(comment.name) ? { ...comment, name: null } : comment,
    ),
    commitments: commitments.map((terms) => ({ ...terms, owner: renamed(terms.owner, leaver) })),
    log: log.map((entry) => (entry.kind === 'handed-over' ? { ...entry, to: renamed(entry.to, leaver) } : entry)),
  };
}

/** The same meeting where nothing of the person was in it, else the next revision. */
function ifChanged<M extends Meeting>(before: M, after: M): M {
  return JSON.stringify(before) === JSON.stringify(after) ? before : { ...after, revision: before.revision + 1 };
}
