import { assert } from '../../kernel/assert.ts';
import { makeId, type RoundId } from '../../kernel/ids.ts';
import { shardsFor } from '../ballot/shards.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { scaleOf, type Question, type QuestionId } from '../instrument/question.ts';
import type {
  Composition,
  DimensionFrame,
  Meeting,
  OpenMeeting,
  PrioritiesAs,
  Round,
  RoundPurpose,
} from './meeting.ts';
import { askedBy } from './participants.ts';
import { isBefore, type Phase } from './phases.ts';

/** The ranking question with which every rating ends: which dimensions matter most. */
export const IMPORTANCE: QuestionId = 'importance';
/** The question on the team's own priorities, of whichever kind. */
export const PRIORITIES: QuestionId = 'priorities';
/** The dimension under which a team's own statements stand. */
export const OWN_DIMENSION = 'own';
const DOTS_EACH = 3;
const GUESSES = 5;
/** Points that each person gives to the priorities. */
const POINTS_EACH = 100;

/** The last phase in which each kind of round takes ballots. */
export const LAST_PHASE: Readonly<Record<RoundPurpose, Phase>> = {
  rating: 'rating',
  prediction: 'predicting',
  dots: 'choosing',
  're-vote': 'discussing',
  support: 'committing',
  marks: 'messaging',
  worth: 'closing',
};

/** The questions of the rating and how they fall into dimensions, from what was composed. */
export function ratingQuestions(
  composition: Composition,
  instrument: Instrument,
  words: {
    readonly own: string;
    readonly importance: string;
    readonly priorities: Readonly<Record<PrioritiesAs, string>>;
  },
): { readonly questions: readonly Question[]; readonly dimensions: readonly DimensionFrame[] } {
  const own = composition.ownQuestions.map((text, i): Question => ({ id: `own.${i + 1}`, kind: 'agreement', text }));
  const dimensions = instrument.dimensions.map(({ id, title, questions }) => ({
    id,
    title,
    questions: questions.map((question) => question.id),
  }));
  const all =
    own.length > 0
      ? [...dimensions, { id: OWN_DIMENSION, title: words.own, questions: own.map((question) => question.id) }]
      : dimensions;
  const importance: Question = {
    id: IMPORTANCE,
    kind: 'ranking',
    text: words.importance,
    options: all.map(({ id, title }) => ({ id, text: title })),
    most: 3,
  };
  const asked = [...instrument.dimensions.flatMap((dimension) => dimension.questions), ...own];
  const withImportance = all.length > 1 ? [...asked, importance] : asked;
  return {
    questions:
      composition.priorities.length > 1
        ? [...withImportance, prioritiesQuestion(composition, words.priorities)]
        : withImportance,
    dimensions: all,
  };
}

function prioritiesQuestion(
  { priorities, prioritiesAs }: Composition,
  words: Readonly<Record<PrioritiesAs, string>>,
): Question {
  const asked = {
    id: PRIORITIES,
    text: words[prioritiesAs],
    options: priorities.map((text, i) => ({ id: `p${i + 1}`, text })),
  };
  switch (prioritiesAs) {
    case 'ranking':
      return { ...asked, kind: 'ranking', most: priorities.length };
    case 'allocation':
      return { ...asked, kind: 'allocation', total: POINTS_EACH };
    case 'pairwise':
      return { ...asked, kind: 'pairwise' };
  }
}

/** A round that nobody has answered yet; its id follows from the meeting's and its place among the rounds. */
export function newRound(
  meeting: Pick<Meeting, 'id'>,
  { place, voters }: { readonly place: number; readonly voters: number },
  round: Pick<Round, 'purpose' | 'questions'>,
): Round {
  return {
    id: roundId(meeting, place),
    ...round,
    closings: 0,
    counted: 0,
    shards: shardsFor(voters),
    state: { status: 'open' },
  };
}

/** The id of a meeting's rating, also before it is opened. */
export function ratingId(meeting: Pick<Meeting, 'id'>): RoundId {
  return roundId(meeting, 0);
}

function roundId({ id }: Pick<Meeting, 'id'>, place: number): RoundId {
  return makeId('round', `${id.replace(/^meeting_/, '')}-${place + 1}`);
}

export function openRound(meeting: OpenMeeting, round: Pick<Round, 'purpose' | 'questions'>): OpenMeeting {
  const { rounds, terms } = meeting;
  return {
    ...meeting,
    rounds: [...rounds, newRound(meeting, { place: rounds.length, voters: askedBy(terms) }, round)],
  };
}

/** Where the results of a closing are kept. */
function snapshotId(round: Pick<Round, 'id'>, closing: number): string {
  return `snapshot|${round.id}|${closing}`;
}

export function closeRound(round: Round): Round {
  if (round.state.status === 'closed') return round;
  const closings = round.closings + 1;
  return { ...round, closings, state: { status: 'closed', snapshot: snapshotId(round, closings) } };
}

/** The same round with a snapshot that only this try to close it writes: of two tries, one succeeds. */
export function closedBy(attempt: string, round: Round): Round {
  if (round.state.status === 'open') return round;
  return { ...round, state: { status: 'closed', snapshot: `${snapshotId(round, round.closings)}|${attempt}` } };
}

/** Takes ballots again; nothing names the snapshot, which nobody has seen, and whoever stores the meeting deletes it. */
export function reopenRound(round: Round): Round {
  return { ...round, state: { status: 'open' } };
}

/** The rounds that are open in one state of a meeting and closed in the next. */
export function roundsClosed(before: OpenMeeting, after: Meeting): readonly Round[] {
  if (after.status === 'draft') return [];
  const open = new Set(before.rounds.filter(({ state }) => state.status === 'open').map(({ id }) => id));
  return after.rounds.filter(({ id, state }) => state.status === 'closed' && open.has(id));
}

/** The rounds that are closed in one state of a meeting and open again in the next. */
export function roundsReopened(before: OpenMeeting, after: Meeting): readonly Round[] {
  if (after.status !== 'open') return [];
  const closed = new Set(before.rounds.filter(({ state }) => state.status === 'closed').map(({ id }) => id));
  return after.rounds.filter(({ id, state }) => state.status === 'open' && closed.has(id));
}

export function roundOf(meeting: Meeting, id: RoundId): Round | undefined {
  return meeting.status === 'draft' ? undefined : meeting.rounds.find((round) => round.id === id);
}

/** The latest round of a purpose. */
export function latestRound(meeting: Meeting, purpose: RoundPurpose): Round | undefined {
  return meeting.status === 'draft' ? undefined : meeting.rounds.findLast((round) => round.purpose === purpose);
}

export function ratingRound(meeting: Exclude<Meeting, { status: 'draft' }>): Round {
  const rating = meeting.rounds[0];
  assert(rating?.purpose === 'rating', 'a meeting that was opened begins with its rating');
  return rating;
}

/** The questions of the rating that are answered on a scale. */
export function scaleQuestions(meeting: Exclude<Meeting, { status: 'draft' }>): readonly Question[] {
  return ratingRound(meeting).questions.filter((question) => scaleOf(question) !== null);
}

/**
 * Whether the results of a round may be looked at: those of the rating and the predictions from the reveal on, those
 * of the dots once the talk begins, all others once their round is closed. A pulse's when it is closed.
 */
export function isShown(meeting: Meeting, round: Round): boolean {
  if (meeting.status === 'draft' || round.state.status === 'open') return false;
  if (meeting.status === 'closed') return true;
  switch (round.purpose) {
    case 'rating':
    case 'prediction':
      return meeting.entered.revealing !== undefined || !isBefore(meeting.phase, 'revealing');
    case 'dots':
      return meeting.entered.discussing !== undefined || !isBefore(meeting.phase, 'discussing');
    case 're-vote':
    case 'support':
    case 'marks':
    case 'worth':
      return true;
  }
}

/** The guesses that leaders make: one question from each of up to five dimensions, spread over all of them. */
export function predictionQuestions(meeting: Exclude<Meeting, { status: 'draft' }>): readonly Question[] {
  const scales = new Map(scaleQuestions(meeting).map((question) => [question.id, question]));
  const frames = meeting.dimensions.filter((dimension) => dimension.questions.length > 0);
  const picks = Math.min(GUESSES, frames.length);
  return Array.from({ length: picks }, (_, i) => frames[Math.floor((i * frames.length) / picks)])
    .flatMap((frame) => (frame?.questions[0] === undefined ? [] : [scales.get(frame.questions[0])]))
    .flatMap((question): readonly Question[] => {
      const scale = question && scaleOf(question);
      return scale ? [{ id: question.id, kind: 'rating', text: question.text, low: scale.low, high: scale.high }] : [];
    });
}

/** Three dots over all questions that can be talked about. */
export function dotsQuestion(meeting: Exclude<Meeting, { status: 'draft' }>, text: string): Question {
  return {
    id: 'dots',
    kind: 'dots',
    text,
    options: scaleQuestions(meeting).map((question) => ({ id: question.id, text: question.text })),
    dots: DOTS_EACH,
  };
}
