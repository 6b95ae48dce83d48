import type { PersonId } from '../../kernel/ids.ts';
import type { Member } from '../team/team.ts';
import type { LeaderGroup, Participants } from './meeting.ts';

/** Leaders by their group, in the order of the groups' names; the same spelling is the same group. */
export function groupsOf(leaders: readonly Member[]): readonly LeaderGroup[] {
  const groups = new Map<string, PersonId[]>();
  for (const { person, group } of leaders) {
    if (group === '') continue;
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [person]);
    else known.push(person);
  }
  return [...groups].map(([group, people]) => ({ group, people })).sort((a, b) => (a.group < b.group ? -1 : 1));
}

/**
 * The groups by which results are also shown. Beside participants there are none: they are in no group, and a group
 * beside a crowd would not be a part of the whole that people know.
 */
export function groupsBeside(leaders: readonly Member[], { people }: Participants): readonly LeaderGroup[] {
  return people > 0 ? [] : groupsOf(leaders);
}
