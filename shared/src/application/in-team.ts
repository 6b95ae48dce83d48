import type { Operation } from '../contract/operation.ts';
import type { OperationName } from '../contract/operations.ts';
import type { OperationError } from '../contract/problem-kinds.ts';
import { reachesTier } from '../domain/coaching/contract.ts';
import { sponsorSees } from '../domain/coaching/engagement.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import { listOf } from '../domain/meeting/participants.ts';
import { memberOf, type Member, type Standing, type Team } from '../domain/team/team.ts';
import type { MeetingId, PersonId, TeamId } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { coachingRecords } from '../records/coaching-kinds.ts';
import { records } from '../records/kinds.ts';
import { access, type Relation } from './access.ts';
import { NOBODY } from './admitted.ts';
import { readKept } from './documents.ts';
import type { Address, Kept } from './kept.ts';
import { IDS, meetingPlace, teamPlace } from './places.ts';
import type { Call, Ports } from './use-case.ts';

/** A team that the caller may act on. */
export interface InTeam {
  readonly team: Team;
  readonly etag: string;
  readonly member: Member;
}

/** A meeting that the caller may act on, with its team. */
export interface InMeeting extends Asked {
  readonly member: Member;
}

const NOT_FOUND = { kind: 'thing.not-found' } as const;
const DENIED = { kind: 'access.denied' } as const;
const STALE = { kind: 'revision.stale' } as const;

export function loadTeam(ports: Ports, tenant: string, team: TeamId): Promise<Kept<Team> | null> {
  return readKept(ports, records.team, teamAddress(tenant, team));
}

export function loadMeeting(ports: Ports, tenant: string, meeting: MeetingId): Promise<Kept<Meeting> | null> {
  return readKept(ports, records.meeting, meetingAddress(tenant, meeting));
}

/** A meeting as it was a moment ago. */
export function recallMeeting(ports: Ports, tenant: string, meeting: MeetingId): Promise<Kept<Meeting> | null> {
  return ports.recent.meeting(meetingAddress(tenant, meeting));
}

const recently = {
  meeting: recallMeeting,
  team: (ports: Ports, tenant: string, team: TeamId) => ports.recent.team(teamAddress(tenant, team)),
};

function teamAddress(tenant: string, team: TeamId): Address {
  return { place: teamPlace(tenant, team), id: IDS.team };
}

function meetingAddress(tenant: string, meeting: MeetingId): Address {
  return { place: meetingPlace(tenant, meeting), id: IDS.meeting };
}

/** How a team and a meeting are read: as they are `now` in the store, or as they were `recently`, without asking it. */
type Freshness = 'now' | 'recently';

/** What a person is to a meeting and its team. */
export function relationTo(team: Team, meeting: Meeting | null, person: PersonId): Relation {
  return {
    role: memberOf(team, person)?.role ?? null,
    facilitates: meeting?.facilitator === person,
    invited: meeting !== null && meeting.status !== 'draft' && meeting.terms.leaders.includes(person),
    participates: false,
    owns: false,
    administers: false,
  };
}

/** Finds the team for an operation, or says that it is not there, denied, or no longer the revision that was seen. */
export async function enterTeam(
  ports: Ports,
  name: OperationName,
  call: Pick<Call<Operation>, 'actor' | 'ifMatch'> & { readonly params: { readonly team: TeamId } },
): Promise<Result<InTeam, OperationError>> {
  const kept = await loadTeam(ports, call.actor.tenant, call.params.team);
  const member = kept && memberOf(kept.value, call.actor.person);
  if (!member) return fail(NOT_FOUND);
  if (!access[name](relationTo(kept.value, null, call.actor.person))) return fail(DENIED);
  if (call.ifMatch !== null && call.ifMatch !== String(kept.value.revision)) return fail(STALE);
  return ok({ team: kept.value, etag: kept.etag, member });
}

/**
 * Finds a team for an operation of whoever administers the organisation. It is the only way to a team without being in it,
 * and what comes of it is not handed out.
 */
export async function enterAdministered(
  ports: Ports,
  name: OperationName,
  { actor, params }: Pick<Call<Operation>, 'actor'> & { readonly params: { readonly team: TeamId } },
): Promise<Result<Kept<Team>, OperationError>> {
  const kept = await loadTeam(ports, actor.tenant, params.team);
  if (!kept) return fail(NOT_FOUND);
  const relation = { ...relationTo(kept.value, null, actor.person), administers: actor.administers };
  if (access[name](relation)) return ok(kept);
  return fail(relation.role === null ? NOT_FOUND : DENIED);
}

/** Who looks at a meeting, and as what. */
export interface Viewer {
  readonly person: PersonId;
  readonly role: Standing;
}

/** A meeting that the caller may look at or answer in, perhaps without being in its team. */
export interface Asked {
  readonly team: Team;
  readonly viewer: Viewer;
  readonly meeting: Meeting;
  readonly meetingEtag: string;
}

type MeetingCall = Pick<Call<Operation>, 'actor' | 'ifMatch'> & {
  readonly params: { readonly meeting: MeetingId };
  readonly as?: Freshness;
};

/** Finds the meeting for an operation of its team, or says that it is not there, denied, or no longer the revision that was seen. */
export async function enterMeeting(
  ports: Ports,
  name: OperationName,
  call: MeetingCall,
): Promise<Result<InMeeting, OperationError>> {
  const entered = await enterAsked(ports, name, call);
  if (!entered.ok) return entered;
  const member = memberOf(entered.value.team, call.actor.person);
  return member ? ok({ ...entered.value, member }) : fail(NOT_FOUND);
}

/**
 * The same for an operation that is also open to people whom a pulse asks beside its leaders. A member whose own standing
 * does not open it is let in as one of them.
 */
export async function enterAsked(
  ports: Ports,
  name: OperationName,
  call: MeetingCall,
): Promise<Result<Asked, OperationError>> {
  const { actor, ifMatch } = call;
  const load = call.as === 'recently' ? recently : { meeting: loadMeeting, team: loadTeam };
  const kept = await load.meeting(ports, actor.tenant, call.params.meeting);
  if (!kept) return fail(NOT_FOUND);
  const meeting = kept.value;
  const team = await load.team(ports, actor.tenant, meeting.team);
  if (!team) return fail(NOT_FOUND);
  const relation = relationTo(team.value, meeting, actor.person);
  const { role } = relation;
  const isLetIn = access[name](relation) && (role !== 'sponsor' || (await mayLookIn(ports, team.value)));
  const mayAsAsked = !isLetIn && access[name]({ ...NOBODY, participates: true });
  const isAsked = mayAsAsked && (await participates(ports, meeting, actor.person));
  if (!isLetIn && !isAsked) return fail(role === null ? NOT_FOUND : DENIED);
  if (ifMatch !== null && ifMatch !== String(meeting.revision)) return fail(STALE);
  const viewer: Viewer = { person: actor.person, role: isAsked || role === null ? 'participant' : role };
  return ok({ team: team.value, viewer, meeting, meetingEtag: kept.etag });
}

/**
 * Enters as things were a moment ago, which is enough to look at a meeting and to write what is checked again; a refusal is
 * only given on what is there now.
 */
export async function enterRecent<C extends MeetingCall, T>(
  call: C,
  enter: (call: C & { readonly as: Freshness }) => Promise<Result<T, OperationError>>,
): Promise<Result<T, OperationError>> {
  const recent = await enter({ ...call, as: 'recently' });
  return recent.ok ? recent : enter({ ...call, as: 'now' });
}

/** Whether the contract of a team's engagement leaves its meetings to sponsors. */
async function mayLookIn(ports: Ports, team: Team): Promise<boolean> {
  const address = { place: teamPlace(team.tenant, team.id), id: IDS.engagement };
  const engagement = await readKept(ports, coachingRecords.engagement, address);
  return reachesTier(sponsorSees(team, engagement?.value ?? null), 'dimensions');
}

/** Whether a pulse asks for the answers of somebody beside its leaders, who may be or have become a member. */
export async function participates(ports: Ports, meeting: Meeting, person: PersonId): Promise<boolean> {
  if (meeting.status === 'draft' || meeting.terms.participants.lists === 0) return false;
  const { lists } = meeting.terms.participants;
  const id = `${IDS.participants}${listOf(person, lists)}`;
  const list = await ports.recent.participants({ place: meetingPlace(meeting.tenant, meeting.id), id });
  return list?.value.people.includes(person) ?? false;
}
