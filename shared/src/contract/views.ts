import { z } from 'zod';
import { NOT_OPENED_BECAUSE } from '../domain/meeting/planned-opening.ts';
import type { DeepReadonly } from './operation.ts';
import {
  answers,
  asks,
  clock,
  commitmentView,
  composition,
  day,
  idOf,
  instant,
  instrument,
  meetingCard,
  member,
  mode,
  moved,
  phase,
  question,
  questionId,
  revealPage,
  role,
  scope,
  topicStep,
} from './schemas.ts';
import {
  dimensionResult,
  dotsResult,
  groupHeld,
  groupResult,
  meanResult,
  perceptionResult,
  ratingResults,
  revoteResult,
} from './results-schemas.ts';

/** What a person finds on opening Plumbline. */
export const homeView = z.object({
  person: z.object({ person: idOf('person'), name: z.string() }),
  /** Whether this person administers the organisation. */
  administers: z.boolean(),
  teams: z.array(
    z.object({
      id: idOf('team'),
      name: z.string(),
      organisation: z.string(),
      role,
      meetings: z.array(meetingCard),
      /** Whether a contract keeps meetings and results from this person, who is a sponsor there. */
      withheld: z.boolean(),
    }),
  ),
  waiting: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('ballot'),
        team: z.string(),
        meeting: meetingCard,
        answered: z.int(),
        questions: z.int(),
      }),
      z.object({ kind: z.literal('meeting'), team: z.string(), meeting: meetingCard }),
      z.object({ kind: z.literal('plan'), team: z.string(), meeting: meetingCard }),
      z.object({ kind: z.literal('check-in'), team: z.string(), commitment: commitmentView }),
    ]),
  ),
  commitments: z.array(commitmentView),
});

/** One closed meeting or pulse on the team's time line. `changed` says why it can't be compared with the one before. */
export const trendPoint = z.object({
  meeting: idOf('meeting'),
  title: z.string(),
  closedAt: instant,
  ballots: z.int().nullable(),
  invited: z.int(),
  changed: z.array(z.enum(['instrument', 'members'])),
  dimensions: z.array(dimensionResult),
  groups: z.array(groupResult),
});

export const teamView = z.object({
  id: idOf('team'),
  name: z.string(),
  organisation: z.string(),
  scope,
  intact: z.boolean(),
  minimumGroup: z.int(),
  members: z.array(member),
  role,
  abilities: z.object({
    plan: z.boolean(),
    manage: z.boolean(),
    editInstruments: z.boolean(),
    /** To look for people among those of Microsoft Teams, where that is on. */
    viewDirectory: z.boolean(),
  }),
  meetings: z.array(meetingCard),
  commitments: z.array(commitmentView),
  instruments: z.array(instrument),
  /** Oldest first. */
  trend: z.array(trendPoint),
  /** Whether a contract keeps meetings, results and other people's commitments from this member, who is a sponsor. */
  withheld: z.boolean(),
  /** Whom an administrator of the organisation has lately given the lead, for everybody in the team to see. */
  appointed: z.object({ name: z.string(), role, at: instant }).nullable(),
  revision: z.int(),
});

const purpose = z.enum(['rating', 'prediction', 'dots', 're-vote', 'support', 'marks', 'worth']);

export const roundView = z.object({
  id: idOf('round'),
  purpose,
  status: z.enum(['open', 'closed']),
  questions: z.array(question),
  /** Ballots in steps while it is open; all of them once it is closed and the minimum group is reached. */
  counted: z.int(),
  invited: z.int(),
  /** Whether its results may be looked at by the person who asks. */
  shown: z.boolean(),
});

const logEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('skipped'), at: instant, from: phase, to: phase }),
  z.object({ kind: z.literal('went-back'), at: instant, from: phase, to: phase }),
  z.object({ kind: z.literal('handed-over'), at: instant, to: z.string() }),
  z.object({
    kind: z.literal('topics-overridden'),
    at: instant,
    dots: z.array(questionId),
    instead: z.array(questionId),
  }),
]);

/** A commitment while the meeting that makes it can still change it. */
const commitmentTermsView = z.object({
  id: idOf('commitment'),
  sentence: z.string(),
  owner: z.object({ person: idOf('person'), name: z.string() }),
  due: day,
  evidence: z.string(),
  displaces: z.string(),
  question: questionId.nullable(),
});

/** A commitment of an earlier meeting, and whether the question it should move has moved by what this one shows. */
export const lastTime = z.object({
  commitment: commitmentView,
  moved: moved.nullable(),
});

export const meetingView = z.object({
  id: idOf('meeting'),
  team: z.object({ id: idOf('team'), name: z.string(), organisation: z.string() }),
  format: z.enum(['meeting', 'pulse']),
  asks,
  /** Frozen at opening. */
  mode,
  status: z.enum(['draft', 'open', 'closed']),
  composition,
  facilitator: z.object({ person: idOf('person'), name: z.string() }),
  people: z.array(member),
  me: z.object({
    person: idOf('person'),
    role: z.enum([...role.options, 'participant']),
    /** Whether this person's answers are asked for. */
    invited: z.boolean(),
    abilities: z.object({
      direct: z.boolean(),
      /** May take the controls, when the facilitator hands them over. */
      facilitate: z.boolean(),
      compose: z.boolean(),
      answer: z.boolean(),
      commit: z.boolean(),
      release: z.boolean(),
    }),
  }),
  phase: phase.nullable(),
  clock: clock.nullable(),
  /** What every stage shows of the reveal, for whoever may see results; `null` in every other phase. */
  page: revealPage.nullable(),
  entered: z.partialRecord(phase, instant),
  openedAt: instant.nullable(),
  closesAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** When a plan opens by itself, as whom, and why it did not at its moment; `null`: somebody opens it. */
  opening: z
    .object({
      opensAt: instant,
      closesAt: instant.nullable(),
      by: z.object({ person: idOf('person'), name: z.string() }),
      notOpened: z.enum(NOT_OPENED_BECAUSE).nullable(),
    })
    .nullable(),
  /** After closing: whether answers can no longer be tied to people. */
  sealed: z.boolean(),
  /** For how many months after closing it is kept; `null`: until somebody deletes it. */
  keptMonths: z.int().nullable(),
  /** From so many answers on the person who asks is shown figures. */
  minimumGroup: z.int(),
  leaders: z.int(),
  /** Whoever is asked beside them, or instead of them, and for whoever may plan, how many have been told so far; `null`: nobody is. */
  participants: z.object({ people: z.int(), told: z.int().nullable() }).nullable(),
  /** By which results are also shown, frozen at opening; `held` says why one can't be shown even if everybody answers. */
  groups: z.array(
    z.object({
      group: z.string(),
      people: z.int(),
      held: groupHeld.nullable(),
      /** Whether the person who asks is in it. */
      mine: z.boolean(),
    }),
  ),
  dimensions: z.array(z.object({ id: z.string(), title: z.string(), questions: z.array(questionId) })),
  rounds: z.array(roundView),
  topics: z.array(
    z.object({
      question: questionId,
      text: z.string(),
      step: z.enum([...topicStep.options, 'waiting', 'done']),
      revote: idOf('round').nullable(),
      change: z.string(),
    }),
  ),
  comments: z.array(
    z.object({ id: idOf('comment'), question: questionId, text: z.string(), name: z.string().nullable() }),
  ),
  /** How many wordings of the message lie on the table, in steps. */
  sentencesCounted: z.int(),
  message: z.string().nullable(),
  commitments: z.array(commitmentTermsView),
  lastTime: z.array(lastTime),
  log: z.array(logEntry),
  revision: z.int(),
});

/** What belongs to the person who asks, and to nobody else. */
export const mineView = z.object({
  /** Whether this person agreed to be named, in a ballot of this meeting that was not withdrawn. */
  consented: z.boolean(),
  ballots: z.array(z.object({ round: idOf('round'), revision: z.string(), answers })),
  notes: z.record(questionId, z.string()),
  sentence: z.object({ id: idOf('sentence'), text: z.string() }).nullable(),
});

export const resultsView = z.object({
  /** What the person who asks may see: everything, or dimensions only. */
  depth: z.enum(['full', 'dimensions']),
  rating: ratingResults.nullable(),
  predictions: z.array(perceptionResult).nullable(),
  dots: dotsResult.nullable(),
  revotes: z.array(revoteResult),
  support: z.array(z.object({ commitment: idOf('commitment'), result: meanResult })),
  /** Share of marks that say "the same message", 0 to 1. */
  marks: meanResult.nullable(),
  worth: meanResult.nullable(),
  /** Who answered what, for those who may see names in a named meeting: everybody who was asked, in each shown round. */
  named: z.array(
    z.object({
      round: idOf('round'),
      purpose,
      /** `name` is empty for somebody who has left the team; `answers` is empty for somebody who did not answer. */
      answers: z.array(z.object({ person: idOf('person'), name: z.string(), answers })),
    }),
  ),
});

/** The exact view of each role, on made-up answers of as many people as are invited. */
export const sampleView = z.object({
  minimumGroup: z.int(),
  invited: z.int(),
  views: z.array(
    z.object({
      role: z.enum(['leader', 'coach', 'sponsor']),
      /** `null`: this role is shown no results at all at that time. */
      results: resultsView.nullable(),
      when: z.enum(['from-the-reveal', 'after-closing']),
    }),
  ),
});

export const receipt = z.object({ round: idOf('round'), revision: z.string() });

export type HomeView = DeepReadonly<z.infer<typeof homeView>>;
export type TeamView = DeepReadonly<z.infer<typeof teamView>>;
export type MeetingView = DeepReadonly<z.infer<typeof meetingView>>;
export type RoundView = DeepReadonly<z.infer<typeof roundView>>;
export type MineView = DeepReadonly<z.infer<typeof mineView>>;
export type ResultsView = DeepReadonly<z.infer<typeof resultsView>>;
export type SampleView = DeepReadonly<z.infer<typeof sampleView>>;
export type CommitmentView = DeepReadonly<z.infer<typeof commitmentView>>;
export type MeetingCard = DeepReadonly<z.infer<typeof meetingCard>>;
export type TrendPoint = DeepReadonly<z.infer<typeof trendPoint>>;
export type LastTime = DeepReadonly<z.infer<typeof lastTime>>;
