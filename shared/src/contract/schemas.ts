import { z } from 'zod';
import { isId, type Id, type IdKind, ID_PREFIXES } from '../kernel/ids.ts';
import { CHECK_IN_STATUSES } from '../domain/commitment/commitment.ts';
import { ASKED, MODES, MOST_IN_PAIRS, PRIORITIES_AS } from '../domain/meeting/meeting.ts';
import { PHASES, TOPIC_STEPS } from '../domain/meeting/phases.ts';
import { ROLES, SCOPES } from '../domain/team/team.ts';
import { refusedAs } from './faults.ts';
import { optionalText, text } from './text.ts';

/** An id of a kind, as text on the wire. */
export function idOf<K extends IdKind>(kind: K) {
  return z
    .string()
    .max(80)
    .refine((value): value is Id<K> => isId(kind, value), refusedAs('field.other-id'))
    .meta({ description: `starts with ${ID_PREFIXES[kind]}_` });
}

export const instant = z.int().nonnegative().meta({ description: 'milliseconds since 1970-01-01T00:00:00Z' });
export const day = z.iso.date().meta({ description: 'a calendar day, YYYY-MM-DD' });
export const role = z.enum(ROLES);
export const scope = z.enum(SCOPES);
export const phase = z.enum(PHASES);
export const mode = z.enum(MODES);
export const topicStep = z.enum(TOPIC_STEPS);
export const asks = z.enum(ASKED);
export const questionId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
const revision = z.int().positive();

const option = z.object({ id: questionId, text: z.string() });

export const question = z.discriminatedUnion('kind', [
  z.object({ id: questionId, kind: z.literal('agreement'), text: z.string() }),
  z.object({ id: questionId, kind: z.literal('frequency'), text: z.string() }),
  z.object({ id: questionId, kind: z.literal('rating'), text: z.string(), low: z.int(), high: z.int() }),
  z.object({
    id: questionId,
    kind: z.literal('ranking'),
    text: z.string(),
    options: z.array(option),
    most: z.int(),
  }),
  z.object({
    id: questionId,
    kind: z.literal('allocation'),
    text: z.string(),
    options: z.array(option),
    total: z.int(),
  }),
  z.object({ id: questionId, kind: z.literal('pairwise'), text: z.string(), options: z.array(option) }),
  z.object({ id: questionId, kind: z.literal('dots'), text: z.string(), options: z.array(option), dots: z.int() }),
]);

const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scale'), value: z.number() }),
  z.object({ kind: z.literal('cannot-say') }),
  z.object({ kind: z.literal('ranking'), order: z.array(questionId).max(100) }),
  z.object({ kind: z.literal('allocation'), points: z.record(questionId, z.number()) }),
  z.object({
    kind: z.literal('pairwise'),
    choices: z.array(z.object({ preferred: questionId, over: questionId })).max(100),
  }),
  z.object({ kind: z.literal('dots'), on: z.array(questionId).max(100) }),
]);
export const answers = z
  .record(questionId, answer)
  .refine((value) => Object.keys(value).length <= 200, refusedAs('field.too-long', { maximum: 200 }));

const minutes = z.object({
  opening: z.int().min(0).max(60),
  rating: z.int().min(0).max(60),
  predicting: z.int().min(0).max(60),
  revealing: z.int().min(0).max(60),
  choosing: z.int().min(0).max(60),
  discussing: z.int().min(0).max(120),
  committing: z.int().min(0).max(60),
  messaging: z.int().min(0).max(60),
  closing: z.int().min(0).max(60),
});

const everyComposition = z.object({
  title: text(120),
  purpose: optionalText(500),
  mode: mode.default('anonymous'),
  scheduledFor: instant.nullable(),
  instrument: z.object({ id: idOf('instrument'), version: revision }),
  ownQuestions: z.array(text(300)).max(5),
  priorities: z
    .array(text(120))
    .max(10)
    .refine((list) => list.length !== 1, refusedAs('field.none-or-two')),
  prioritiesAs: z.enum(PRIORITIES_AS).default('ranking'),
  minutes,
});

export const composition = everyComposition.refine(
  ({ priorities, prioritiesAs }) => prioritiesAs !== 'pairwise' || priorities.length <= MOST_IN_PAIRS,
  { path: ['priorities'], ...refusedAs('field.too-many-in-pairs', { maximum: MOST_IN_PAIRS }) },
);

export const instrument = z.object({
  id: idOf('instrument'),
  version: revision,
  title: z.string(),
  team: idOf('team').nullable(),
  copiedFrom: z.object({ id: idOf('instrument'), version: revision }).nullable(),
  dimensions: z.array(z.object({ id: z.string(), title: z.string(), questions: z.array(question) })),
});

export const dimensionDraft = z.object({
  title: text(80),
  questions: z.array(z.object({ kind: z.enum(['agreement', 'frequency']), text: text(300) })).max(20),
});

export const member = z.object({
  person: idOf('person'),
  name: z.string(),
  title: z.string(),
  role,
  group: z.string(),
});

/** The name of a function or place; empty for none. */
export const groupName = optionalText(40);

export const clock = z.discriminatedUnion('status', [
  z.object({ status: z.literal('untimed') }),
  z.object({ status: z.literal('running'), startedAt: instant, endsAt: instant }),
  z.object({ status: z.literal('paused'), startedAt: instant, remaining: z.int() }),
]);

export const checkInStatus = z.enum(CHECK_IN_STATUSES);

/** A commitment as it is typed: without an owner or a date it is refused with the reason, so that nothing typed is lost. */
export const commitmentDraft = z.object({
  sentence: text(280),
  owner: idOf('person').nullable(),
  due: day.nullable(),
  evidence: text(280),
  /** What stops or waits for it. */
  displaces: optionalText(280).default(''),
  question: questionId.nullable(),
});

/** What a question did between two ratings, by what both of them show. */
export const moved = z.enum(['closer', 'settled', 'further-apart']);

/** A commitment as every screen shows it. `status` is what the last check-in says. */
export const commitmentView = z.object({
  id: idOf('commitment'),
  team: idOf('team'),
  teamName: z.string(),
  meeting: idOf('meeting'),
  sentence: z.string(),
  owner: z.object({ person: idOf('person'), name: z.string() }),
  due: day,
  overdue: z.boolean(),
  evidence: z.string(),
  displaces: z.string(),
  question: z.object({ id: questionId, text: z.string() }).nullable(),
  /**
   * What its question has done since it was made, by the latest meeting or pulse since that shows it; `null`: none does,
   * or the person who asks sees no questions.
   */
  moved: moved.nullable(),
  status: z.enum([...CHECK_IN_STATUSES, 'open']),
  madeAt: instant,
  checkIns: z.array(z.object({ id: z.string(), at: instant, by: z.string(), status: checkInStatus, note: z.string() })),
  mayCheckIn: z.boolean(),
  revision,
});

/** One line about a meeting or pulse, for lists. */
export const meetingCard = z.object({
  id: idOf('meeting'),
  title: z.string(),
  format: z.enum(['meeting', 'pulse']),
  mode,
  status: z.enum(['draft', 'open', 'closed']),
  phase: phase.nullable(),
  /** Stakeholders' results are not on the team's time line. */
  asks,
  scheduledFor: instant.nullable(),
  /** When a draft opens by itself, and whether that moment went by; `null`: somebody opens it. */
  opening: z.object({ at: instant, missed: z.boolean() }).nullable(),
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  closesAt: instant.nullable(),
});

export const revealPage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('overview') }),
  z.object({ kind: z.literal('camps') }),
  z.object({ kind: z.literal('guesses') }),
  z.object({ kind: z.literal('question'), question: questionId, dimension: z.string().max(64).nullable() }),
]);

export const direction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('move'), to: phase }),
  z.object({ type: z.literal('go-back') }),
  z.object({ type: z.literal('pause') }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('extend'), minutes: z.int().min(1).max(60) }),
  z.object({ type: z.literal('hand-over'), to: idOf('person') }),
  z.object({ type: z.literal('show'), page: revealPage }),
  z.object({ type: z.literal('choose-topics'), questions: z.array(questionId).min(1).max(3) }),
  z.object({ type: z.literal('topic-step'), question: questionId, to: z.enum([...TOPIC_STEPS, 'done']) }),
  z.object({ type: z.literal('note-change'), question: questionId, change: optionalText(500) }),
  z.object({ type: z.literal('ask-support') }),
  z.object({ type: z.literal('close-support') }),
  z.object({ type: z.literal('ask-marks') }),
  z.object({ type: z.literal('close-marks') }),
  z.object({ type: z.literal('settle-message'), text: text(400) }),
  z.object({ type: z.literal('close') }),
]);
