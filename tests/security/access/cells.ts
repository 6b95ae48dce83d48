import { access, type AccessRule, type Relation } from '@plumbline/shared/application/access';
import { NOBODY } from '@plumbline/shared/application/admitted';
import { operations, type OperationName } from '@plumbline/shared/contract/operations';
import type { Route } from '@plumbline/shared/contract/routes';

/** Everybody who stands differently to a team, by the name of the persona; all of them are tried at every target. */
export const ACTORS = {
  facilitator: 'a0',
  leader: 'a1',
  /** Became a leader after the meeting was opened, so that nobody asks for this one's answers. */
  latecomer: 'a9',
  coach: 'a10',
  analyst: 'a7',
  sponsor: 'a8',
  /** A pulse of the team asks this one, who is in no team. */
  participant: 'a40',
  /** Knows nobody. */
  nobody: 'a41',
  /** Runs a meeting of another team of the same tenant. */
  neighbour: 'a20',
  /** Runs a meeting of a team of another tenant. */
  stranger: 'b0',
  /** Administers the organisation, and is in no team. */
  administrator: 'a50',
  /** Administers the other organisation. */
  strangeAdministrator: 'b50',
} as const;
export type ActorName = keyof typeof ACTORS;

export const ACTOR_NAMES = Object.keys(ACTORS).filter((name): name is ActorName => name in ACTORS);

/** Whose things are asked for. The pulse is one of the team that also asks somebody beside it. */
export const TARGETS = ['team', 'pulse', 'otherTeam', 'otherTenant'] as const;
export type Target = (typeof TARGETS)[number];

/** One request of somebody for something. */
export interface Cell {
  readonly name: OperationName;
  readonly actor: ActorName;
  readonly target: Target;
}

export type Outcome = 'let in' | 'denied' | 'not there';

const IN_TEAM: Readonly<Partial<Record<ActorName, Relation>>> = {
  facilitator: { ...NOBODY, role: 'coach', facilitates: true },
  leader: { ...NOBODY, role: 'leader', invited: true },
  latecomer: { ...NOBODY, role: 'leader' },
  coach: { ...NOBODY, role: 'coach' },
  analyst: { ...NOBODY, role: 'analyst' },
  sponsor: { ...NOBODY, role: 'sponsor' },
};

/** Whose the thing of the team is that an operation is about. */
const OWNERS: Readonly<Partial<Record<OperationName, ActorName>>> = {
  checkIn: 'analyst',
  draftContract: 'facilitator',
  setGoals: 'facilitator',
  withdrawIncident: 'facilitator',
  changeSession: 'facilitator',
  discardSession: 'facilitator',
};

/** Everything that is asked. What is about no team has one target, for there is nothing to ask for. */
export const CELLS: readonly Cell[] = namesOfOperations().flatMap((name) =>
  targetsOf(name).flatMap((target) => ACTOR_NAMES.map((actor) => ({ name, actor, target }))),
);

/** What somebody is to the thing of a cell. */
function relationIn({ name, actor, target }: Cell): Relation {
  const owns = isOwner(name, actor);
  if (isAdministrator(actor)) return { ...NOBODY, administers: isReachedBy({ name, actor, target }) };
  if (!isAboutTeam(name)) return NOBODY;
  if (target === 'otherTeam')
    return actor === 'neighbour' ? { ...NOBODY, role: 'coach', facilitates: true, owns } : NOBODY;
  if (target === 'otherTenant')
    return actor === 'stranger' ? { ...NOBODY, role: 'coach', facilitates: true, owns } : NOBODY;
  if (actor === 'participant') return { ...NOBODY, participates: target === 'pulse' && isAboutMeeting(name) };
  const relation = { ...(IN_TEAM[actor] ?? NOBODY), owns };
  // The pulse was opened when the latecomer was there.
  return target === 'pulse' && actor === 'latecomer' && isAboutMeeting(name)
    ? { ...relation, invited: true }
    : relation;
}

/** What a rule comes to at the door: a member is denied, and to everybody else the thing is not there. */
export function outcomeOf(rule: AccessRule, cell: Cell): Outcome {
  const relation = relationIn(cell);
  if (!isAboutTeam(cell.name)) return rule(relation) ? 'let in' : 'denied';
  if (relation.role !== null) return rule(relation) ? 'let in' : 'denied';
  return (relation.participates || relation.administers) && rule(relation) ? 'let in' : 'not there';
}

function isAdministrator(actor: ActorName): boolean {
  return actor === 'administrator' || actor === 'strangeAdministrator';
}

/** What is the organisation's is its administrator's; to anything of a team, an administrator is nobody. */
function isReachedBy({ name, actor, target }: Cell): boolean {
  if (!pathOf(name).startsWith('/api/organisation')) return false;
  return !isAboutTeam(name) || (target === 'otherTenant') === (actor === 'strangeAdministrator');
}

/** What the access table says of a cell. */
export function expectedOf(cell: Cell): Outcome {
  return outcomeOf(access[cell.name], cell);
}

export function namesOfOperations(): readonly OperationName[] {
  return Object.keys(operations).filter((name): name is OperationName => name in operations);
}

/** A pulse differs from the meeting where the operation is about a meeting. */
function targetsOf(name: OperationName): readonly Target[] {
  if (!isAboutTeam(name)) return ['team'];
  return TARGETS.filter((target) => target !== 'pulse' || isAboutMeeting(name));
}

/** `owns` of somebody elsewhere is that of whoever sits in the same place of their own team. */
function isOwner(name: OperationName, actor: ActorName): boolean {
  const owner = OWNERS[name];
  return owner === actor || (owner === 'facilitator' && (actor === 'neighbour' || actor === 'stranger'));
}

function isAboutTeam(name: OperationName): boolean {
  return /\{(?:team|meeting)\}/.test(pathOf(name));
}

function isAboutMeeting(name: OperationName): boolean {
  return pathOf(name).includes('{meeting}');
}

function pathOf(name: OperationName): string {
  const route: Route = operations[name];
  return route.path;
}
