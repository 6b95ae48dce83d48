import { z } from 'zod';
import { CHECK_IN_STATUSES, type Commitment } from '../domain/commitment/commitment.ts';
import type { Instrument } from '../domain/instrument/instrument.ts';
import type { Question } from '../domain/instrument/question.ts';
import { ASKED, MODES, PRIORITIES_AS, type Meeting, type RevealPage } from '../domain/meeting/meeting.ts';
import { PHASES, TOPIC_STEPS } from '../domain/meeting/phases.ts';
import { OVERVIEW } from '../domain/meeting/show-page.ts';
import type { Snapshot } from '../domain/meeting/snapshot.ts';
import { ROLES, SCOPES, type Team } from '../domain/team/team.ts';
import { answers, ballotAnswers, ballotWithNumbers } from './answers-form.ts';
import { groupResults } from './group-form.ts';
import { id } from './id-form.ts';
import { meetingWithGroups, teamWithGroups, withoutGroups } from './group-migrations.ts';
import { ballotWithConsent, meetingWithMode, withMode, snapshotWithMode } from './mode-migrations.ts';
import { meetingThatRanks } from './priorities-migrations.ts';
import { first } from './record.ts';
import { plannedOpening } from './opening-form.ts';
import { cardThatIsOpened, meetingThatIsOpened } from './opening-migrations.ts';
import { cardOfTeam, meetingOfLeaders, meetingOfTeam, meetingWithShards } from './pulse-migrations.ts';
import { tally } from './tally-form.ts';
import { countBeforeWhom } from './tally-migrations.ts';

const instant = z.number();
const phase = z.enum(PHASES);
const mode = z.enum(MODES);
const purpose = z.enum(['rating', 'prediction', 'dots', 're-vote', 'support', 'marks', 'worth']);
const option = z.object({ id: z.string(), text: z.string() });

const question: z.ZodType<Question> = z.discriminatedUnion('kind', [
  z.object({ id: z.string(), kind: z.literal('agreement'), text: z.string() }),
  z.object({ id: z.string(), kind: z.literal('frequency'), text: z.string() }),
  z.object({ id: z.string(), kind: z.literal('rating'), text: z.string(), low: z.number(), high: z.number() }),
  z.object({
    id: z.string(),
    kind: z.literal('ranking'),
    text: z.string(),
    options: z.array(option),
    most: z.number(),
  }),
  z.object({
    id: z.string(),
    kind: z.literal('allocation'),
    text: z.string(),
    options: z.array(option),
    total: z.number(),
  }),
  z.object({ id: z.string(), kind: z.literal('pairwise'), text: z.string(), options: z.array(option) }),
  z.object({ id: z.string(), kind: z.literal('dots'), text: z.string(), options: z.array(option), dots: z.number() }),
]);

const instrument: z.ZodType<Instrument> = z.object({
  id: id('instrument'),
  version: z.number(),
  title: z.string(),
  team: id('team').nullable(),
  copiedFrom: z.object({ id: id('instrument'), version: z.number() }).nullable(),
  dimensions: z.array(z.object({ id: z.string(), title: z.string(), questions: z.array(question) })),
});

const team: z.ZodType<Team> = z.object({
  id: id('team'),
  tenant: z.string(),
  organisation: z.string(),
  name: z.string(),
  scope: z.enum(SCOPES),
  intact: z.boolean(),
  minimumGroup: z.number(),
  members: z.array(
    z.object({
      person: id('person'),
      name: z.string(),
      title: z.string(),
      role: z.enum(ROLES),
      group: z.string(),
    }),
  ),
  revision: z.number(),
});

const composition = z.object({
  title: z.string(),
  purpose: z.string(),
  mode,
  scheduledFor: instant.nullable(),
  instrument: z.object({ id: id('instrument'), version: z.number() }),
  ownQuestions: z.array(z.string()),
  priorities: z.array(z.string()),
  prioritiesAs: z.enum(PRIORITIES_AS),
  minutes: z.object({
    opening: z.number(),
    rating: z.number(),
    predicting: z.number(),
    revealing: z.number(),
    choosing: z.number(),
    discussing: z.number(),
    committing: z.number(),
    messaging: z.number(),
    closing: z.number(),
  }),
});

const commitmentTerms = z.object({
  id: id('commitment'),
  sentence: z.string(),
  owner: id('person'),
  due: z.string(),
  evidence: z.string(),
  /** Versions that do not know it leave it out. */
  displaces: z.string().default(''),
  question: z.string().nullable(),
});

const core = {
  id: id('meeting'),
  tenant: z.string(),
  team: id('team'),
  format: z.enum(['meeting', 'pulse']),
  composition,
  facilitator: id('person'),
  createdAt: instant,
  revision: z.number(),
};

const participants = z.object({ people: z.number(), lists: z.number() });
const groups = z.array(z.object({ group: z.string(), people: z.array(id('person')) }));

const entered = z.partialRecord(phase, instant);

const page: z.ZodType<RevealPage> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('overview') }),
  z.object({ kind: z.literal('camps') }),
  z.object({ kind: z.literal('guesses') }),
  z.object({ kind: z.literal('question'), question: z.string(), dimension: z.string().nullable() }),
]);

const held = {
  ...core,
  terms: z.object({
    openedAt: instant,
    mode,
    minimumGroup: z.number(),
    asks: z.enum(ASKED),
    leaders: z.array(id('person')),
    participants,
    groups,
  }),
  dimensions: z.array(z.object({ id: z.string(), title: z.string(), questions: z.array(z.string()) })),
  rounds: z.array(
    z.object({
      id: id('round'),
      purpose,
      questions: z.array(question),
      closings: z.number(),
      counted: z.number(),
      shards: z.number(),
      state: z.discriminatedUnion('status', [
        z.object({ status: z.literal('open') }),
        z.object({ status: z.literal('closed'), snapshot: z.string() }),
      ]),
    }),
  ),
  topics: z.array(
    z.object({
      question: z.string(),
      step: z.enum([...TOPIC_STEPS, 'waiting', 'done']),
      revote: id('round').nullable(),
      change: z.string(),
    }),
  ),
  comments: z.array(
    z.object({ id: id('comment'), question: z.string(), text: z.string(), name: z.string().nullable() }),
  ),
  sentences: z.array(z.object({ id: id('sentence'), text: z.string(), author: z.string().nullable() })),
  message: z.string().nullable(),
  commitments: z.array(commitmentTerms),
  log: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('skipped'), at: instant, from: phase, to: phase }),
      z.object({ kind: z.literal('went-back'), at: instant, from: phase, to: phase }),
      z.object({ kind: z.literal('handed-over'), at: instant, to: id('person') }),
      z.object({
        kind: z.literal('topics-overridden'),
        at: instant,
        dots: z.array(z.string()),
        instead: z.array(z.string()),
      }),
    ]),
  ),
};

const meeting: z.ZodType<Meeting> = z.discriminatedUnion('status', [
  z.object({
    ...core,
    status: z.literal('draft'),
    participants,
    stakeholders: groups,
    opening: plannedOpening.nullable(),
  }),
  z.object({
    ...held,
    status: z.literal('open'),
    phase,
    clock: z.discriminatedUnion('status', [
      z.object({ status: z.literal('untimed') }),
      z.object({ status: z.literal('running'), startedAt: instant, endsAt: instant }),
      z.object({ status: z.literal('paused'), startedAt: instant, remaining: z.number() }),
    ]),
    /** Versions that do not know it leave it out: the reveal is at its beginning then. */
    page: page.default(OVERVIEW),
    entered,
    closesAt: instant.nullable(),
    activeAt: instant,
  }),
  z.object({ ...held, status: z.literal('closed'), entered, closedAt: instant, sealed: z.boolean() }),
]);

const snapshotCore = z.object({
  meeting: id('meeting'),
  round: id('round'),
  purpose,
  closedAt: instant,
  minimumGroup: z.number(),
  questions: z.array(question),
  tally,
  moved: z.boolean(),
  groups: groupResults,
});

const snapshot: z.ZodType<Snapshot> = z.discriminatedUnion('mode', [
  snapshotCore.extend({ mode: z.literal('anonymous'), named: z.null() }),
  snapshotCore.extend({ mode: z.literal('named'), named: z.array(z.object({ person: id('person'), answers })) }),
]);

const commitment: z.ZodType<Commitment> = commitmentTerms.extend({
  team: id('team'),
  meeting: id('meeting'),
  madeAt: instant,
  questionText: z.string().nullable(),
  checkIns: z.array(
    z.object({
      id: z.string(),
      at: instant,
      by: id('person'),
      status: z.enum(CHECK_IN_STATUSES),
      note: z.string(),
    }),
  ),
  revision: z.number(),
});

/** One line about a meeting in its team's partition, set again whenever the meeting's status or phase changes. */
const card = z.object({
  id: id('meeting'),
  title: z.string(),
  format: z.enum(['meeting', 'pulse']),
  asks: z.enum(ASKED),
  mode,
  status: z.enum(['draft', 'open', 'closed']),
  phase: phase.nullable(),
  scheduledFor: instant.nullable(),
  /** When a draft opens by itself, and whether that moment went by; `null`: somebody opens it. */
  opening: z.object({ at: instant, missed: z.boolean() }).nullable(),
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  closesAt: instant.nullable(),
});
export type Card = z.infer<typeof card>;

/** What a team's time line keeps of a closed meeting's rating. */
const closedResult = z.object({
  meeting: id('meeting'),
  title: z.string(),
  closedAt: instant,
  instrument: z.object({ id: id('instrument'), version: z.number() }),
  leaders: z.array(id('person')),
  mode,
  minimumGroup: z.number(),
  dimensions: z.array(z.object({ id: z.string(), title: z.string(), questions: z.array(z.string()) })),
  questions: z.array(question),
  tally,
  groups: groupResults,
});
export type ClosedResult = z.infer<typeof closedResult>;

/** Every kind of document that the product keeps. */
export const records = {
  team: { name: 'team', form: team, migrations: [teamWithGroups] },
  membership: first('membership', z.object({ team: id('team') })),
  instrument: first('instrument', instrument),
  meeting: {
    name: 'meeting',
    form: meeting,
    migrations: [
      meetingWithMode,
      meetingThatRanks,
      meetingWithGroups,
      meetingWithShards,
      meetingOfLeaders,
      meetingOfTeam,
      meetingThatIsOpened,
    ],
  },
  card: { name: 'meeting card', form: card, migrations: [withMode, cardOfTeam, cardThatIsOpened] },
  snapshot: { name: 'snapshot', form: snapshot, migrations: [countBeforeWhom, snapshotWithMode, withoutGroups] },
  ballot: {
    name: 'ballot',
    form: z.object({ answers: ballotAnswers, consent: z.boolean() }),
    migrations: [ballotWithConsent, ballotWithNumbers],
  },
  sealedBallot: {
    name: 'sealed ballot',
    form: z.object({ answers: ballotAnswers }),
    migrations: [ballotWithNumbers],
  },
  gate: first('gate', z.object({})),
  shutGate: first('shut gate', z.object({ closing: z.number(), at: instant })),
  commitment: first('commitment', commitment),
  closedResult: { name: 'closed result', form: closedResult, migrations: [countBeforeWhom, withMode, withoutGroups] },
  note: first('note', z.object({ text: z.string() })),
  onceOnly: first('idempotency entry', z.object({ fingerprint: z.string() })),
  /** The pulses of a team of which it is known which stakeholders they ask; one is on it before it opens. */
  asked: first('asked stakeholders', z.object({ meetings: z.array(id('meeting')) })),
  participants: first('participants', z.object({ people: z.array(id('person')) })),
  inviting: first('inviting', z.object({ lists: z.number() })),
  invitation: first('invitation', z.object({ meeting: id('meeting') })),
  openMeeting: first('open meeting', z.object({ tenant: z.string(), meeting: id('meeting') })),
  plannedOpening: first('planned opening', z.object({ tenant: z.string(), meeting: id('meeting') })),
} as const;
