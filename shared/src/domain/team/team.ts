import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PersonId, TeamId } from '../../kernel/ids.ts';

export const ROLES = ['leader', 'coach', 'analyst', 'sponsor'] as const;
export type Role = (typeof ROLES)[number];

/** What somebody may be to a meeting: a member of its team, or a participant of a pulse, who only answers. */
export type Standing = Role | 'participant';

export const SCOPES = ['organisation', 'department', 'team'] as const;
export type Scope = (typeof SCOPES)[number];

/** No team's results are shown for fewer ballots than this. */
export const SMALLEST_MINIMUM_GROUP = 5;

export interface Member {
  readonly person: PersonId;
  readonly name: string;
  /** What the person does in the organisation: "Chief Financial Officer". */
  readonly title: string;
  readonly role: Role;
  /** The function or place by which results are also shown, "Operations"; empty where there is none. */
  readonly group: string;
}

export interface Team {
  readonly id: TeamId;
  readonly tenant: string;
  readonly organisation: string;
  readonly name: string;
  readonly scope: Scope;
  readonly intact: boolean;
  readonly minimumGroup: number;
  readonly members: readonly Member[];
  readonly revision: number;
}

export type TeamError =
  | { readonly kind: 'team.member-exists' }
  | { readonly kind: 'team.member-unknown' }
  | { readonly kind: 'team.minimum-group-lowered'; readonly current: number }
  | { readonly kind: 'team.nobody-left-to-lead' };

/** The member that a person is in a team, if any. */
export function memberOf(team: Team, person: PersonId): Member | undefined {
  return team.members.find((member) => member.person === person);
}

/** The people whose answers a round asks for. */
export function leadersOf(team: Team): readonly Member[] {
  return team.members.filter((member) => member.role === 'leader');
}

/** Whether somebody can plan a team's meetings and bring people in. */
export function leads({ role }: Pick<Member, 'role'>): boolean {
  return role === 'leader' || role === 'coach';
}

/** A new team whose first member is the person who made it. */
export function foundTeam(founder: Member, team: Pick<Team, 'id' | 'tenant'> & AboutTeam): Team {
  return { ...team, minimumGroup: SMALLEST_MINIMUM_GROUP, members: [founder], revision: 1 };
}

export function addMember(team: Team, member: Member): Result<Team, TeamError> {
  if (memberOf(team, member.person)) return fail({ kind: 'team.member-exists' });
  return ok({ ...team, members: [...team.members, member], revision: team.revision + 1 });
}

/** Gives a member another role; a team always keeps somebody who may plan a meeting. */
export function changeRole(team: Team, person: PersonId, role: Role): Result<Team, TeamError> {
  if (!memberOf(team, person)) return fail({ kind: 'team.member-unknown' });
  const members = team.members.map((member) => (member.person === person ? { ...member, role } : member));
  return withMembers(team, members);
}

/** Puts a member into a group, or with an empty text into none; meetings that are open keep theirs. */
export function changeGroup(team: Team, person: PersonId, group: string): Result<Team, TeamError> {
  if (!memberOf(team, person)) return fail({ kind: 'team.member-unknown' });
  const members = team.members.map((member) => (member.person === person ? { ...member, group } : member));
  return ok({ ...team, members, revision: team.revision + 1 });
}

/** Takes a member out; meetings that are open keep the people they were opened for. */
export function removeMember(team: Team, person: PersonId): Result<Team, TeamError> {
  if (!memberOf(team, person)) return fail({ kind: 'team.member-unknown' });
  return withMembers(
    team,
    team.members.filter((member) => member.person !== person),
  );
}

/** What a team is: everything about it but its people and its minimum group. */
export type AboutTeam = Pick<Team, 'name' | 'organisation' | 'scope' | 'intact'>;

/** Says anew what a team is. */
export function changeTeam(team: Team, about: AboutTeam): Result<Team, TeamError> {
  return ok({ ...team, ...about, revision: team.revision + 1 });
}

/** Raises the minimum group; it can never be lowered. */
export function raiseMinimumGroup(team: Team, minimumGroup: number): Result<Team, TeamError> {
  if (minimumGroup < team.minimumGroup) {
    return fail({ kind: 'team.minimum-group-lowered', current: team.minimumGroup });
  }
  return ok({ ...team, minimumGroup, revision: team.revision + 1 });
}

function withMembers(team: Team, members: readonly Member[]): Result<Team, TeamError> {
  if (!members.some(leads)) {
    return fail({ kind: 'team.nobody-left-to-lead' });
  }
  return ok({ ...team, members, revision: team.revision + 1 });
}
