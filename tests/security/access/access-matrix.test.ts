import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, type OperationName } from '@plumbline/shared/contract/operations';
import type { Route } from '@plumbline/shared/contract/routes';
import { RunningService, TWO_TENANTS } from '../../running/running-service.ts';
import { furnish } from '../furnish.ts';
import { newKey, Office } from '../office.ts';
import { examplesOf, send, type Example } from '../requests.ts';

/** Everybody who stands differently to the team and its meeting. */
const ACTORS = {
  facilitator: 'a0',
  leader: 'a1',
  /** Became a leader after the meeting was opened, so that nobody asks for this one's answers. */
  latecomer: 'a9',
  coach: 'a10',
  analyst: 'a7',
  sponsor: 'a8',
  /** Leads another team of the same tenant. */
  neighbour: 'a20',
  /** Leads a team of another tenant. */
  stranger: 'b0',
  /** Administers the organisation, and is in no team. */
  administrator: 'a50',
  /** Administers the other organisation. */
  strangeAdministrator: 'b50',
} as const;
type ActorName = keyof typeof ACTORS;

const MEMBERS: readonly ActorName[] = ['facilitator', 'leader', 'latecomer', 'coach', 'analyst', 'sponsor'];
const COACHES: readonly ActorName[] = ['facilitator', 'coach'];
const PLANNERS: readonly ActorName[] = ['facilitator', 'leader', 'latecomer', 'coach'];
const EVERYBODY: readonly ActorName[] = [...MEMBERS, 'neighbour', 'stranger', 'administrator', 'strangeAdministrator'];
const ADMINISTRATORS: readonly ActorName[] = ['administrator', 'strangeAdministrator'];

/** Who may do what, written down once more, by hand, from what the product promises. */
const MAY: Readonly<Record<OperationName, readonly ActorName[]>> = {
  viewHome: EVERYBODY,
  foundTeam: EVERYBODY,
  viewTeam: MEMBERS,
  addMember: PLANNERS,
  viewDirectory: PLANNERS,
  viewDirectoryTeam: PLANNERS,
  changeRole: PLANNERS,
  changeGroup: PLANNERS,
  removeMember: PLANNERS,
  changeTeam: PLANNERS,
  raiseMinimumGroup: PLANNERS,
  copyInstrument: PLANNERS,
  editInstrument: PLANNERS,
  // The analyst owns the commitment that is asked about.
  checkIn: [...PLANNERS, 'analyst'],
  composeMeeting: PLANNERS,
  recompose: PLANNERS,
  discardDraft: PLANNERS,
  openMeeting: PLANNERS,
  planOpening: PLANNERS,
  callOffOpening: PLANNERS,
  nameParticipants: PLANNERS,
  clearParticipants: PLANNERS,
  nameStakeholders: PLANNERS,
  viewMeeting: MEMBERS,
  directMeeting: ['facilitator'],
  takeControls: PLANNERS,
  tieChat: PLANNERS,
  viewMine: MEMBERS,
  castBallot: ['leader'],
  withdrawBallot: ['leader'],
  viewResults: MEMBERS,
  viewSample: MEMBERS,
  keepNote: MEMBERS,
  releaseComment: ['leader'],
  putSentence: ['leader'],
  proposeCommitment: ['facilitator', 'leader'],
  changeCommitment: ['facilitator', 'leader'],
  withdrawCommitment: ['facilitator', 'leader'],
  viewAudit: PLANNERS,
  deleteTeam: PLANNERS,
  beginEngagement: ['facilitator', 'coach'],
  viewEngagement: [...PLANNERS, 'sponsor'],
  endEngagement: PLANNERS,
  // The facilitator is the coach whose engagement it is; the sponsor is a party to it.
  draftContract: ['facilitator'],
  acceptContract: ['facilitator', 'leader', 'latecomer', 'sponsor'],
  setGoals: ['facilitator'],
  viewAsSponsor: [...PLANNERS, 'sponsor'],
  viewRecommendation: PLANNERS,
  // What a coach keeps is the coach's: each of the two is let in to their own, and to nothing of the other's.
  noteObservation: COACHES,
  viewObservations: COACHES,
  forgetObservation: COACHES,
  suggestInterventions: COACHES,
  logIntervention: COACHES,
  viewInterventions: COACHES,
  withdrawIntervention: COACHES,
  logIncident: PLANNERS,
  viewIncidents: PLANNERS,
  // One of the coaches told it.
  withdrawIncident: COACHES,
  planSession: COACHES,
  viewSessions: PLANNERS,
  // The plan is the facilitator's, and shared.
  changeSession: ['facilitator'],
  discardSession: ['facilitator'],
  viewNudgePreferences: EVERYBODY,
  setNudgePreferences: EVERYBODY,
  snooze: EVERYBODY,
  remind: PLANNERS,
  exportMine: EVERYBODY,
  viewOrganisation: ADMINISTRATORS,
  viewOrganisationTeams: ADMINISTRATORS,
  viewOrganisationLog: ADMINISTRATORS,
  appointLead: ['administrator'],
  // The last: nobody but the facilitator, who is refused, is in the team after it.
  deleteMine: EVERYBODY,
};

const service = new RunningService({ entry: TWO_TENANTS });
let examples: Readonly<Record<OperationName, Example>>;
const tokens = new Map<ActorName, string>();

beforeAll(async () => {
  await service.start();
  const office = new Office(service.origin);
  for (const name of EVERYBODY) tokens.set(name, (await office.person(ACTORS[name])).token);
  examples = examplesOf(await furnish(office));
});

afterAll(() => service.remove());

/** How an operation answers somebody; whoever may is let past the door and told that the revision is an old one. */
async function outcomeFor(name: OperationName, token: string | undefined): Promise<string> {
  const { params, input } = examples[name];
  const route: Route = operations[name];
  const { status, kind } = await send(name, params, {
    origin: service.origin,
    token,
    ifMatch: route.revision === 'required' ? '"987654321"' : undefined,
    key: route.creates ? newKey() : undefined,
    body: input === null ? undefined : JSON.stringify(input),
  });
  if (status === 401) return 'unknown';
  if (status === 403 && kind === 'access.denied') return 'denied';
  if (status === 404 && kind === 'thing.not-found') return 'not there';
  return status < 500 ? 'let in' : `broken: ${status}`;
}

describe.each(Object.keys(MAY).filter((name): name is OperationName => name in operations))('%s', (name) => {
  it('AC1 AC2 lets in whom the promise names, denies other members, and is not there for everybody else', async () => {
    const outcomes = await Promise.all(
      EVERYBODY.map(async (actor) => [actor, await outcomeFor(name, tokens.get(actor))] as const),
    );
    const expected = EVERYBODY.map((actor) => {
      if (MAY[name].includes(actor)) return [actor, 'let in'];
      // Where nothing is asked for there is nothing to be told is not there.
      const isTold = MEMBERS.includes(actor) || name.startsWith('viewOrganisation');
      return [actor, isTold ? 'denied' : 'not there'];
    });
    expect(outcomes).toEqual(expected);
  });

  it('AC1 HT6 is closed to whoever shows no token or one that was changed', async () => {
    const token = tokens.get('facilitator') ?? '';
    const middle = Math.floor(token.length / 2);
    const changed = token.slice(0, middle) + (token.at(middle) === 'A' ? 'B' : 'A') + token.slice(middle + 1);
    expect(await outcomeFor(name, undefined)).toBe('unknown');
    expect(await outcomeFor(name, changed)).toBe('unknown');
  });
});

describe('the access table', () => {
  it('AC1 has a row and a denial here for every operation of the contract', () => {
    expect(Object.keys(MAY).sort()).toEqual(Object.keys(operations).sort());
  });

  it('AC1 AC2 says nothing on the live stream to somebody outside', async () => {
    const { meeting } = examples.viewMeeting.params;
    const { team } = examples.viewTeam.params;
    for (const topics of [`${meeting}`, `${team}`, `${team},${meeting}`]) {
      for (const actor of ['neighbour', 'stranger'] as const) {
        const response = await fetch(`${service.origin}/api/live?topics=${topics}`, {
          headers: { authorization: `Bearer ${tokens.get(actor) ?? ''}` },
        });
        expect({ status: response.status, actor, topics }).toEqual({ status: 404, actor, topics });
        await response.text();
      }
    }
  });
});
