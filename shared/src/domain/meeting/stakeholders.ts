import { groupsThatCouldShow } from '../results/group-results.ts';
import { differencing } from '../../measures/privacy/differencing.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { ID_PREFIXES, makeId } from '../../kernel/ids.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Team } from '../team/team.ts';
import { memberOf } from '../team/team.ts';
import type { MeetingError } from './errors.ts';
import {
  MOST_STAKEHOLDER_GROUPS,
  MOST_STAKEHOLDERS,
  type DraftMeeting,
  type LeaderGroup,
  type Meeting,
  type Terms,
} from './meeting.ts';

/**
 * Says whom a pulse asks instead of its team, by groups; none: the team is asked. Groups without people are left out. Nobody
 * of the team is among them, for whoever looks at results must not be one of the few whom they are about.
 */
export function nameStakeholders(
  meeting: Meeting,
  groups: readonly LeaderGroup[],
  team: Team,
): Result<DraftMeeting, MeetingError> {
  if (meeting.status !== 'draft') return fail({ kind: 'meeting.already-open' });
  if (meeting.format !== 'pulse') return fail({ kind: 'participants.pulse-only' });
  if (meeting.composition.mode === 'named') return fail({ kind: 'participants.anonymous-only' });
  if (meeting.participants.people > 0) return fail({ kind: 'stakeholders.beside-others' });
  const stakeholders = byName(groups);
  if (stakeholders.length > MOST_STAKEHOLDER_GROUPS) {
    return fail({ kind: 'stakeholders.too-many-groups', most: MOST_STAKEHOLDER_GROUPS });
  }
  const people = peopleIn(stakeholders);
  if (people.length > MOST_STAKEHOLDERS) return fail({ kind: 'stakeholders.too-many', most: MOST_STAKEHOLDERS });
  if (new Set(people).size < people.length) return fail({ kind: 'stakeholders.twice' });
  if (people.some((person) => memberOf(team, person) !== undefined)) return fail({ kind: 'stakeholders.in-team' });
  return ok({ ...meeting, stakeholders, revision: meeting.revision + 1 });
}

/** Everybody in some groups, one after the other. */
export function peopleIn(groups: readonly LeaderGroup[]): readonly PersonId[] {
  return groups.flatMap(({ people }) => people);
}

/** The groups without whoever has joined the team since. */
export function withoutMembers(groups: readonly LeaderGroup[], team: Team): readonly LeaderGroup[] {
  return withoutPeople(groups, (person) => memberOf(team, person) !== undefined);
}

/** The groups without some people, and without those that nobody is left in. */
export function withoutPeople(
  groups: readonly LeaderGroup[],
  isOut: (person: PersonId) => boolean,
): readonly LeaderGroup[] {
  return groups.flatMap(({ group, people }) => {
    const left = people.filter((person) => !isOut(person));
    return left.length === 0 ? [] : [{ group, people: left }];
  });
}

/** Whom a pulse of stakeholders asks, and from how many on it shows results. */
export type AskedInGroups = Pick<Terms, 'groups' | 'minimumGroup'>;

/**
 * Whether results of these people, beside those of people who were asked before, would be results of fewer than the minimum
 * group by adding and subtracting: judged as if everybody answered, and answered the same as before. What was asked before
 * is taken as it is shown, by its own minimum group; what follows from that alone refuses nothing.
 */
export function tellsOfFew(now: AskedInGroups, before: readonly AskedInGroups[]): boolean {
  if (before.length === 0) return false;
  const earlier = before.flatMap((asked, wave) => setsOf(asked, wave + 1));
  const already = exposedBy(earlier, now.minimumGroup);
  const then = exposedBy([...setsOf(now, 0), ...earlier], now.minimumGroup);
  // Where there was too much to look at, nothing is known to be safe.
  return already === null || then === null || [...then].some((few) => !already.has(few));
}

/** The smallest sets of too few people that follow from the published ones; `null` where that is too much work. */
function exposedBy(published: ReturnType<typeof setsOf>, minimumGroup: number): ReadonlySet<string> | null {
  const { value } = differencing(published, minimumGroup);
  return value === null ? null : new Set(value.exposed.map(String));
}

/** What may be shown of a wave: the whole, and each group that could be. */
function setsOf({ groups, minimumGroup }: AskedInGroups, wave: number) {
  const whole = { name: `${wave}`, people: peopleIn(groups) };
  const could = groupsThatCouldShow({ mode: 'anonymous', groups, asked: whole.people.length, minimumGroup });
  const held = new Set(could.flatMap(({ group, held: because }) => (because === null ? [] : [group])));
  const shown = groups.filter(({ group }) => !held.has(group));
  return [whole, ...shown.map(({ group, people }) => ({ name: `${wave} ${group}`, people }))];
}

/** Terms that no longer say who was asked, but how many in which group. */
export function withoutNames(terms: Terms): Terms {
  if (terms.asks === 'team') return terms;
  let next = 0;
  const nobody = (): PersonId => {
    next += 1;
    return makeId('person', `${FORGOTTEN}${next}`);
  };
  return { ...terms, groups: terms.groups.map(({ group, people }) => ({ group, people: people.map(nobody) })) };
}

/** Whether it is still known who was asked. */
export function areKnown(groups: readonly LeaderGroup[]): boolean {
  return peopleIn(groups).some((person) => !person.startsWith(`${ID_PREFIXES.person}_${FORGOTTEN}`));
}

const FORGOTTEN = 'asked-';

/** Groups of one name are one group; in the order of their names. */
function byName(groups: readonly LeaderGroup[]): readonly LeaderGroup[] {
  const joined = new Map<string, readonly PersonId[]>();
  for (const { group, people } of groups) {
    if (people.length > 0) joined.set(group, [...(joined.get(group) ?? []), ...people]);
  }
  return [...joined]
    .map(([group, people]) => ({ group, people: [...people].sort() }))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}
