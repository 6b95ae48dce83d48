import type { Operations } from '../../contract/operations.ts';
import type { OperationError } from '../../contract/problem-kinds.ts';
import type { TeamView } from '../../contract/views.ts';
import {
  addMember as withMember,
  changeGroup as withGroup,
  changeRole as withRole,
  changeTeam as withAbout,
  foundTeam as newTeam,
  memberOf,
  raiseMinimumGroup as withMinimumGroup,
  removeMember as withoutMember,
  type Member,
  type Team,
  type TeamError,
} from '../../domain/team/team.ts';
import { earliestToday } from '../../kernel/instant.ts';
import type { PersonId, TeamId } from '../../kernel/ids.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { lifecycleRecords } from '../../records/lifecycle-kinds.ts';
import { document, listAll } from '../documents.ts';
import { enterTeam, loadTeam, type InTeam } from '../in-team.ts';
import { PAST_TEAMS } from '../lifecycle/places.ts';
import { createdId, onceOf, rememberOnce, seenBefore, type Once } from '../once.ts';
import { listTeam } from '../organisation/team-list.ts';
import { IDS, personPlace, teamPlace } from '../places.ts';
import type { WriteOperation } from '../ports/document-store.ts';
import { openFolder, presentTeam } from '../present/team.ts';
import type { Actor, Ports, UseCase } from '../use-case.ts';

/** Somebody else may be changing the team at the same time. */
const TRIES = 5;

export const foundTeam: UseCase<Operations['foundTeam']> = async (ports, call) => {
  const { actor, input } = call;
  const id = createdId(ports, 'team', { ...call, name: 'foundTeam' });
  const founder: Member = {
    person: actor.person,
    name: actor.name,
    title: input.myTitle,
    role: input.myRole,
    group: '',
  };
  const { name, organisation, scope, intact } = input;
  const team = newTeam(founder, { id, tenant: actor.tenant, name, organisation, scope, intact });
  const once = onceOf(ports, { ...call, name: 'foundTeam' });
  const place = teamPlace(actor.tenant, id);

  await listTeam(ports, actor.tenant, id);
  const written = await ports.store.batch(place, [
    { type: 'create', document: document(records.team, IDS.team, team) },
    rememberOnce(once),
  ]);
  if (!written.ok && (await seenBefore(ports, place, once)) !== 'same') return fail({ kind: 'idempotency.reused' });
  const founded = await view(ports, actor, id);
  if (founded.ok) await remember(ports, actor.tenant, { person: actor.person, team: id });
  return founded;
};

export const viewTeam: UseCase<Operations['viewTeam']> = async (ports, call) => {
  const entered = await enterTeam(ports, 'viewTeam', call);
  if (!entered.ok) return entered;
  const revision = String(entered.value.team.revision);
  return ok({ output: await teamViewFor(ports, entered.value), revision });
};

export const addMember: UseCase<Operations['addMember']> = async (ports, call) => {
  const { actor, params, input, ifMatch } = call;
  const once = onceOf(ports, { ...call, name: 'addMember' });
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entered = await enterTeam(ports, 'addMember', { ...call, ifMatch: null });
    if (!entered.ok) return entered;
    const { team } = entered.value;
    const seen = await seenBefore(ports, teamPlace(actor.tenant, params.team), once);
    if (seen === 'other') return fail({ kind: 'idempotency.reused' });
    if (seen === 'same') return view(ports, actor, params.team);
    if (ifMatch !== null && ifMatch !== String(team.revision)) break;
    await remember(ports, actor.tenant, { person: input.person, team: params.team });
    const added = await replaceTeam(ports, entered.value, { next: withMember(team, input), once });
    if (added.ok || added.error.kind !== 'revision.stale') return added;
  }
  return fail({ kind: 'revision.stale' });
};

export const changeRole: UseCase<Operations['changeRole']> = async (ports, call) => {
  const entered = await enterTeam(ports, 'changeRole', call);
  if (!entered.ok) return entered;
  const next = withRole(entered.value.team, call.params.person, call.input.role);
  return replaceTeam(ports, entered.value, { next });
};

export const changeGroup: UseCase<Operations['changeGroup']> = async (ports, call) => {
  const entered = await enterTeam(ports, 'changeGroup', call);
  if (!entered.ok) return entered;
  const next = withGroup(entered.value.team, call.params.person, call.input.group);
  return replaceTeam(ports, entered.value, { next });
};

export const removeMember: UseCase<Operations['removeMember']> = async (ports, call) => {
  const { actor, params } = call;
  const entered = await enterTeam(ports, 'removeMember', call);
  if (!entered.ok) return entered;
  const place = personPlace(actor.tenant, params.person);
  const before = await ports.store.read(place, `${IDS.teams}${params.team}`);
  const removed = await replaceTeam(ports, entered.value, {
    next: withoutMember(entered.value.team, params.person),
  });
  if (!removed.ok) return removed;
  await rememberPast(ports, actor.tenant, { person: params.person, team: entered.value.team });
  // Only as it was found: whoever was added again in the meantime finds the team by another one.
  if (before) await ports.store.delete(place, before.id, before.etag);
  return removed;
};

export const changeTeam: UseCase<Operations['changeTeam']> = async (ports, call) => {
  const entered = await enterTeam(ports, 'changeTeam', call);
  if (!entered.ok) return entered;
  return replaceTeam(ports, entered.value, { next: withAbout(entered.value.team, call.input) });
};

export const raiseMinimumGroup: UseCase<Operations['raiseMinimumGroup']> = async (ports, call) => {
  const entered = await enterTeam(ports, 'raiseMinimumGroup', call);
  if (!entered.ok) return entered;
  return replaceTeam(ports, entered.value, {
    next: withMinimumGroup(entered.value.team, call.input.minimumGroup),
  });
};

/** A team's page as the member who entered it sees it. */
async function teamViewFor(ports: Ports, { team, member }: Pick<InTeam, 'team' | 'member'>): Promise<TeamView> {
  const folder = openFolder(await listAll(ports, teamPlace(team.tenant, team.id), ''));
  const hasDirectory = ports.directory !== undefined;
  return presentTeam(team, { member, folder, today: earliestToday(ports.now()), hasDirectory });
}

type Shown = Result<{ output: TeamView; revision: string }, OperationError>;

async function replaceTeam(
  ports: Ports,
  { etag, member }: InTeam,
  { next, once = null }: { readonly next: Result<Team, TeamError>; readonly once?: Once | null },
): Promise<Shown> {
  if (!next.ok) return next;
  const team = next.value;
  const replace: WriteOperation = { type: 'replace', document: document(records.team, IDS.team, team), etag };
  const operations = once ? [replace, rememberOnce(once)] : [replace];
  const written = await ports.store.batch(teamPlace(team.tenant, team.id), operations);
  if (!written.ok) return fail({ kind: 'revision.stale' });
  return ok({ output: await teamViewFor(ports, { team, member }), revision: String(team.revision) });
}

/** The team's page, unless whoever founded it or added to it has left it since. */
async function view(ports: Ports, actor: Actor, id: TeamId): Promise<Shown> {
  const kept = await loadTeam(ports, actor.tenant, id);
  const member = kept && memberOf(kept.value, actor.person);
  if (!member) return fail({ kind: 'thing.not-found' });
  const output = await teamViewFor(ports, { team: kept.value, member });
  return ok({ output, revision: String(kept.value.revision) });
}

/** Lets a person find the team; written before the team names the person, who is let in only by the team. */
async function remember(
  ports: Ports,
  tenant: string,
  { person, team }: { readonly person: PersonId; readonly team: TeamId },
): Promise<void> {
  await ports.store.put(personPlace(tenant, person), document(records.membership, `${IDS.teams}${team}`, { team }));
}

/** Lets a person who has left the team still find there what is theirs, to have a copy of it or to delete it. */
async function rememberPast(
  ports: Ports,
  tenant: string,
  { person, team }: { readonly person: PersonId; readonly team: Team },
): Promise<void> {
  const place = personPlace(tenant, person);
  const name = memberOf(team, person)?.name ?? '';
  const past = document(lifecycleRecords.pastMembership, `${PAST_TEAMS}${team.id}`, { team: team.id, name });
  await ports.store.put(place, past);
}
