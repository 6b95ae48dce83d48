import type { PersonId } from '../../kernel/ids.ts';
import type { Member } from '../team/team.ts';
import type { LeaderGroup } from './meeting.ts';

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
