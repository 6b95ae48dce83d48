import type { OperationName } from '@plumbline/shared/contract/operations';
import { allRoutes } from '@plumbline/shared/contract/all-routes';
import type { Route } from '@plumbline/shared/contract/routes';
import type {
  CommitmentId,
  IncidentId,
  InstrumentId,
  InterventionId,
  MeetingId,
  RoundId,
  SessionId,
  TeamId,
} from '@plumbline/shared/kernel/ids';
import { personId } from '../running/tenant-people.ts';
import { COMPOSITION, commitmentInput } from './office.ts';

/** The things that requests are about. */
export interface Things {
  readonly team: TeamId;
  readonly draft: MeetingId;
  readonly meeting: MeetingId;
  readonly round: RoundId;
  readonly question: string;
  readonly instrument: InstrumentId;
  /** One that the open meeting makes. */
  readonly proposed: CommitmentId;
  /** One that an earlier meeting made. */
  readonly made: CommitmentId;
  readonly intervention: InterventionId;
  readonly incident: IncidentId;
  /** A plan that is shared with the team. */
  readonly session: SessionId;
}

/** The parts of the path and the body of one valid request. */
export interface Example {
  readonly params: Readonly<Record<string, string>>;
  readonly input: unknown;
}

/** A valid request of every operation, whatever may be done with it. */
export function examplesOf(things: Things): Readonly<Record<OperationName, Example>> {
  const { team, meeting, draft, question } = things;
  const newcomer = { person: personId('a', 300), name: 'New Comer', title: '', role: 'leader' };
  const commitment = commitmentInput(personId('a', 1));
  const dimensions = [{ title: 'Pace', questions: [{ kind: 'agreement', text: 'We go at the right pace.' }] }];
  return {
    viewHome: { params: {}, input: null },
    foundTeam: {
      params: {},
      input: { name: 'T', organisation: 'O', scope: 'team', intact: false, myTitle: '', myRole: 'coach' },
    },
    viewTeam: { params: { team }, input: null },
    addMember: { params: { team }, input: newcomer },
    viewDirectory: { params: { team }, input: null },
    viewDirectoryTeam: { params: { team, directoryTeam: '3e1c8f4e-96a5-4f0e-8e35-1d6f6b1f7a77' }, input: null },
    changeRole: { params: { team, person: personId('a', 1) }, input: { role: 'analyst' } },
    changeGroup: { params: { team, person: personId('a', 1) }, input: { group: 'Operations' } },
    removeMember: { params: { team, person: personId('a', 1) }, input: null },
    changeTeam: {
      params: { team },
      input: { name: 'Team', organisation: 'Acme', scope: 'organisation', intact: true },
    },
    raiseMinimumGroup: { params: { team }, input: { minimumGroup: 6 } },
    copyInstrument: {
      params: { team },
      input: { from: { id: COMPOSITION.instrument.id, version: 1 }, title: 'Our own' },
    },
    editInstrument: {
      params: { team, instrument: things.instrument },
      input: { basedOn: 1, title: 'Our own, better', dimensions },
    },
    checkIn: { params: { team, commitment: things.made }, input: { status: 'on-track', note: '' } },
    composeMeeting: { params: { team }, input: { format: 'meeting', composition: COMPOSITION } },
    recompose: { params: { meeting: draft }, input: COMPOSITION },
    discardDraft: { params: { meeting: draft }, input: null },
    openMeeting: { params: { meeting: draft }, input: { closesAt: null } },
    planOpening: { params: { meeting: draft }, input: { opensAt: 4_102_444_800_000, closesAt: null } },
    callOffOpening: { params: { meeting: draft }, input: null },
    nameParticipants: { params: { meeting: draft }, input: { people: [personId('a', 301)] } },
    clearParticipants: { params: { meeting: draft }, input: null },
    nameStakeholders: {
      params: { meeting: draft },
      input: { groups: [{ group: 'Customers', people: [personId('a', 301)] }] },
    },
    viewMeeting: { params: { meeting }, input: null },
    directMeeting: { params: { meeting }, input: { type: 'pause' } },
    takeControls: { params: { meeting }, input: null },
    tieChat: { params: { meeting }, input: { chat: '19:meeting_q4@thread.v2' } },
    viewMine: { params: { meeting }, input: null },
    castBallot: {
      params: { meeting, round: things.round },
      input: { basedOn: null, answers: { [question]: { kind: 'scale', value: 4 } } },
    },
    withdrawBallot: { params: { meeting, round: things.round }, input: null },
    viewResults: { params: { meeting }, input: null },
    viewSample: { params: { meeting }, input: null },
    keepNote: { params: { meeting, question }, input: { text: 'For me.' } },
    releaseComment: { params: { meeting }, input: { question, text: 'For all.', named: false } },
    putSentence: { params: { meeting }, input: { text: 'We go together.' } },
    proposeCommitment: { params: { meeting }, input: commitment },
    changeCommitment: { params: { meeting, commitment: things.proposed }, input: commitment },
    withdrawCommitment: { params: { meeting, commitment: things.proposed }, input: null },
    viewAudit: { params: { team, page: 'first' }, input: null },
    deleteTeam: { params: { team }, input: { name: 'Not its name' } },
    beginEngagement: { params: { team }, input: { sponsor: null, purpose: 'Decide faster.', occasion: 'none' } },
    viewEngagement: { params: { team }, input: null },
    endEngagement: { params: { team }, input: null },
    draftContract: { params: { team }, input: { sponsorSees: 'takes-place' } },
    acceptContract: { params: { team }, input: { version: 1 } },
    viewAsSponsor: { params: { team }, input: null },
    viewRecommendation: { params: { team }, input: null },
    setGoals: {
      params: { team },
      input: { goals: [{ sentence: 'We decide once.', dimension: 'decision-making', evidence: 'The list.' }] },
    },
    noteObservation: { params: { team }, input: { text: 'Two interrupted.', day: '2026-01-05', tags: null } },
    viewObservations: { params: { team, tag: 'all', period: '2026-01-01..' }, input: null },
    forgetObservation: { params: { team, observation: 'observation_none' }, input: null },
    suggestInterventions: { params: { team }, input: { dimension: 'roles', shape: 'spread', minutes: 30 } },
    logIntervention: {
      params: { team },
      input: { title: '', entry: 'silent-start', dimension: 'dynamics', day: '2026-01-05', measureOn: null },
    },
    viewInterventions: { params: { team }, input: null },
    withdrawIntervention: { params: { team, intervention: things.intervention }, input: null },
    logIncident: { params: { team }, input: { kind: 'st.friction.1', day: '2026-01-05', text: 'The launch slipped.' } },
    viewIncidents: { params: { team, kind: 'all', period: 'all' }, input: null },
    withdrawIncident: { params: { team, incident: things.incident }, input: null },
    planSession: {
      params: { team },
      input: { minutes: 90, dimension: 'roles', shape: null, title: '', day: null, people: 8 },
    },
    viewSessions: { params: { team }, input: null },
    changeSession: {
      params: { team, session: things.session },
      input: { type: 'minutes', part: 'part-1', minutes: 7 },
    },
    discardSession: { params: { team, session: things.session }, input: null },
    viewNudgePreferences: { params: {}, input: null },
    setNudgePreferences: { params: {}, input: { stopped: false } },
    snooze: { params: {}, input: { until: null } },
    remind: { params: { team }, input: { about: 'answers', meeting } },
    exportMine: { params: {}, input: null },
    viewOrganisation: { params: {}, input: null },
    viewOrganisationTeams: { params: { page: 'first' }, input: null },
    viewOrganisationLog: { params: { page: 'first' }, input: null },
    // Whoever leads was active, so that nothing comes of it.
    appointLead: { params: { team }, input: { person: personId('a', 7), role: 'coach' } },
    // Last wherever operations are gone through: whoever sent it is not in the team any more.
    deleteMine: { params: {}, input: { confirmed: true } },
  };
}

/** How a request differs from a good one. `undefined` leaves a header out. */
export interface Sending {
  readonly origin: string;
  readonly token: string | undefined;
  readonly ifMatch?: string | undefined;
  readonly key?: string | undefined;
  readonly body?: string | undefined;
  readonly contentType?: string;
}

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly kind: string | null;
}

/** Sends a request by hand, without the product's client in between. */
export async function send(name: OperationName, params: Example['params'], sending: Sending): Promise<Answered> {
  const route: Route = allRoutes[name];
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, part: string) =>
    encodeURIComponent((params[part] ?? '').toWellFormed()),
  );
  const headers = new Headers();
  if (sending.token !== undefined) headers.set('authorization', `Bearer ${sending.token}`);
  if (sending.ifMatch !== undefined) headers.set('if-match', sending.ifMatch);
  if (sending.key !== undefined) headers.set('idempotency-key', sending.key);
  if (sending.body !== undefined) headers.set('content-type', sending.contentType ?? 'application/json');
  const body = sending.body === undefined ? {} : { body: sending.body };
  const response = await fetch(sending.origin + path, { method: route.method, headers, ...body });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type') ?? '', text, kind: kindIn(text) };
}

function kindIn(text: string): string | null {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null || !('kind' in body)) return null;
    return typeof body.kind === 'string' ? body.kind : null;
  } catch {
    return null;
  }
}
