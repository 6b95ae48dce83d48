import { assertNever } from '../../kernel/assert.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { QuestionId } from '../instrument/question.ts';
import { extendClock, pauseClock, resumeClock, startClock } from './clock.ts';
import type { MeetingError } from './errors.ts';
import {
  MOST_LOG_ENTRIES,
  MOST_TOPICS,
  type ClosedMeeting,
  type LogEntry,
  type OpenMeeting,
  type RevealPage,
  type Topic,
} from './meeting.ts';
import type { AskingWords } from './open-meeting.ts';
import {
  isBefore,
  minutesOfStep,
  minutesPerTopic,
  phaseAfter,
  phaseBefore,
  type Phase,
  type TopicStep,
} from './phases.ts';
import {
  closeRound,
  dotsQuestion,
  isShown,
  LAST_PHASE,
  latestRound,
  openRound,
  predictionQuestions,
  reopenRound,
  scaleQuestions,
} from './rounds.ts';
import { OVERVIEW, showPage } from './show-page.ts';

/** What a facilitator can do with an open meeting. */
export type Direction =
  | { readonly type: 'move'; readonly to: Phase }
  | { readonly type: 'go-back' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'extend'; readonly minutes: number }
  | { readonly type: 'hand-over'; readonly to: PersonId }
  | { readonly type: 'show'; readonly page: RevealPage }
  | { readonly type: 'choose-topics'; readonly questions: readonly QuestionId[] }
  | { readonly type: 'topic-step'; readonly question: QuestionId; readonly to: TopicStep | 'done' }
  | { readonly type: 'note-change'; readonly question: QuestionId; readonly change: string }
  | { readonly type: 'ask-support' }
  | { readonly type: 'close-support' }
  | { readonly type: 'ask-marks' }
  | { readonly type: 'close-marks' }
  | { readonly type: 'settle-message'; readonly text: string }
  | { readonly type: 'close' };

export interface DirectionContext {
  readonly now: Instant;
  readonly words: AskingWords;
  /** Where the dots fell, or the divergence where there were too few; looked at only when the talk begins. */
  readonly suggestedTopics: readonly QuestionId[];
  /** Who may be handed the controls. */
  readonly mayFacilitate: readonly PersonId[];
}

type Directed = Result<OpenMeeting | ClosedMeeting, MeetingError>;

/** The meeting after a facilitator's command. Rounds that end are closed; whoever stores it counts their ballots. */
export function direct(meeting: OpenMeeting, direction: Direction, context: DirectionContext): Directed {
  const result = decide(meeting, direction, context);
  if (!result.ok) return result;
  const revision = meeting.revision + 1;
  return result.value.status === 'open'
    ? ok({ ...result.value, revision, activeAt: context.now })
    : ok({ ...result.value, revision });
}

function decide(meeting: OpenMeeting, direction: Direction, context: DirectionContext): Directed {
  const { now } = context;
  if (meeting.format === 'pulse' && direction.type !== 'close' && direction.type !== 'hand-over') {
    return fail({ kind: 'meeting.is-a-pulse' });
  }
  switch (direction.type) {
    case 'move':
      return move(meeting, direction.to, context);
    case 'go-back':
      return goBack(meeting, now);
    case 'pause':
      return ok({ ...meeting, clock: pauseClock(meeting.clock, now) });
    case 'resume':
      return ok({ ...meeting, clock: resumeClock(meeting.clock, now) });
    case 'extend':
      return ok({ ...meeting, clock: extendClock(meeting.clock, direction.minutes, now) });
    case 'hand-over':
      if (!context.mayFacilitate.includes(direction.to)) return fail({ kind: 'meeting.facilitator-unknown' });
      return ok(logged({ ...meeting, facilitator: direction.to }, { kind: 'handed-over', at: now, to: direction.to }));
    case 'show':
      return showPage(meeting, direction.page);
    case 'choose-topics':
      return chooseTopics(meeting, direction.questions, now);
    case 'topic-step':
      return stepTopic(meeting, direction, now);
    case 'note-change':
      return noteChange(meeting, direction.question, direction.change);
    case 'ask-support':
      return askSupport(meeting);
    case 'close-support':
      return closeLatest(meeting, 'support');
    case 'ask-marks':
      return askMarks(meeting);
    case 'close-marks':
      return closeLatest(meeting, 'marks');
    case 'settle-message':
      if (meeting.phase !== 'messaging') return wrongPhase(meeting, 'messaging');
      return ok({ ...meeting, message: direction.text });
    case 'close':
      return ok(closeMeeting(meeting, now));
    default:
      return assertNever(direction);
  }
}

/** Gives the controls to somebody who takes them because their holder is gone; everybody sees it in the log. */
export function takeControls(meeting: OpenMeeting, by: PersonId, now: Instant): OpenMeeting {
  if (meeting.facilitator === by) return meeting;
  const taken = logged({ ...meeting, facilitator: by }, { kind: 'handed-over', at: now, to: by });
  return { ...taken, revision: meeting.revision + 1, activeAt: now };
}

/** Ends a meeting or pulse, whatever phase it is in; every round is closed, so that its results are saved. */
function closeMeeting(meeting: OpenMeeting, now: Instant): ClosedMeeting {
  const { phase: _phase, clock: _clock, page: _page, closesAt: _closesAt, activeAt: _activeAt, ...kept } = meeting;
  return { ...kept, status: 'closed', rounds: meeting.rounds.map(closeRound), closedAt: now, sealed: false };
}

function move(meeting: OpenMeeting, to: Phase, context: DirectionContext): Directed {
  const { now, words } = context;
  if (!isBefore(meeting.phase, to)) return fail({ kind: 'meeting.not-forward', phase: meeting.phase, to });
  const rounds = meeting.rounds.map((round) => (isBefore(LAST_PHASE[round.purpose], to) ? closeRound(round) : round));
  const skips = to !== phaseAfter(meeting.phase);
  const entered = { ...meeting, rounds };
  const moved = enter(
    skips ? logged(entered, { kind: 'skipped', at: now, from: meeting.phase, to }) : entered,
    to,
    now,
  );
  switch (to) {
    case 'predicting': {
      const questions = predictionQuestions(moved);
      return ok(latestRound(moved, 'prediction') ? moved : openRound(moved, { purpose: 'prediction', questions }));
    }
    case 'choosing': {
      const questions = [dotsQuestion(moved, words.dots)];
      return ok(latestRound(moved, 'dots') ? moved : openRound(moved, { purpose: 'dots', questions }));
    }
    case 'discussing':
      return ok(moved.topics.length > 0 ? moved : { ...moved, topics: suggested(context) });
    case 'closing':
      if (latestRound(moved, 'worth')) return ok(moved);
      return ok(
        openRound(moved, {
          purpose: 'worth',
          questions: [{ id: 'worth', kind: 'rating', text: words.worth, low: 1, high: 5 }],
        }),
      );
    default:
      return ok(moved);
  }
}

/** Back by one phase, as long as nobody has seen what its answers came to. */
function goBack(meeting: OpenMeeting, now: Instant): Directed {
  const to = phaseBefore(meeting.phase);
  if (to === null) return fail({ kind: 'meeting.results-already-shown', phase: meeting.phase });
  const ofPhase = meeting.rounds.filter((round) => LAST_PHASE[round.purpose] === to);
  const open = to === 'discussing' && meeting.topics.some((topic) => topic.revote === null);
  if (!open && ofPhase.some((round) => isShown(meeting, round))) {
    return fail({ kind: 'meeting.results-already-shown', phase: to });
  }
  const rounds = meeting.rounds.map((round) =>
    LAST_PHASE[round.purpose] === to && round.purpose !== 're-vote' ? reopenRound(round) : round,
  );
  return ok(logged(enter({ ...meeting, rounds }, to, now), { kind: 'went-back', at: now, from: meeting.phase, to }));
}

function enter(meeting: OpenMeeting, phase: Phase, now: Instant): OpenMeeting {
  return {
    ...meeting,
    phase,
    clock: phase === 'collecting' ? { status: 'untimed' } : startClock(meeting.composition.minutes[phase], now),
    entered: { [phase]: now, ...meeting.entered },
    page: phase === 'revealing' ? OVERVIEW : meeting.page,
  };
}

function suggested(context: DirectionContext): readonly Topic[] {
  return context.suggestedTopics.slice(0, MOST_TOPICS).map(waitingTopic);
}

function waitingTopic(question: QuestionId): Topic {
  return { question, step: 'waiting', revote: null, change: '' };
}

function chooseTopics(meeting: OpenMeeting, questions: readonly QuestionId[], now: Instant): Directed {
  if (meeting.phase !== 'discussing') return wrongPhase(meeting, 'discussing');
  const known = new Set(scaleQuestions(meeting).map((question) => question.id));
  const unknown = questions.find((question) => !known.has(question));
  if (unknown !== undefined) return fail({ kind: 'topic.unknown-question', question: unknown });
  const begun = meeting.topics.filter((topic) => topic.step !== 'waiting');
  const fresh = [...new Set(questions)].filter((question) => !begun.some((topic) => topic.question === question));
  if (begun.length + fresh.length === 0) return fail({ kind: 'topic.none-chosen' });
  if (begun.length + fresh.length > MOST_TOPICS) return fail({ kind: 'topic.too-many', most: MOST_TOPICS });
  const topics = [...begun, ...fresh.map(waitingTopic)];
  const entry: LogEntry = {
    kind: 'topics-overridden',
    at: now,
    dots: suggestionOf(meeting),
    instead: topics.map((topic) => topic.question),
  };
  return ok(logged({ ...meeting, topics }, entry));
}

/** What the talk began with, however often other topics have been chosen since. */
function suggestionOf({ log, topics }: OpenMeeting): readonly QuestionId[] {
  const before = log.findLast((entry) => entry.kind === 'topics-overridden');
  return before?.dots ?? topics.map((topic) => topic.question);
}

/** Each step has its own timer, so that one topic does not take the minutes of the next unseen. */
function stepTopic(
  meeting: OpenMeeting,
  { question, to }: { readonly question: QuestionId; readonly to: TopicStep | 'done' },
  now: Instant,
): Directed {
  if (meeting.phase !== 'discussing') return wrongPhase(meeting, 'discussing');
  const topic = meeting.topics.find((candidate) => candidate.question === question);
  if (!topic) return fail({ kind: 'topic.unknown-question', question });
  const asked = scaleQuestions(meeting).find((candidate) => candidate.id === question);
  if (!asked) return fail({ kind: 'topic.unknown-question', question });
  const others = meeting.topics.map((other): Topic => {
    if (other.question === question || other.step === 'waiting' || other.step === 'done') return other;
    return { ...other, step: 'done' };
  });
  const ofTopic = minutesPerTopic(meeting.composition.minutes.discussing, meeting.topics.length);
  const stepped = {
    ...meeting,
    rounds: meeting.rounds.map((round) => (round.purpose === 're-vote' ? closeRound(round) : round)),
    clock: startClock(to === 'done' ? 0 : minutesOfStep(to, ofTopic), now),
  };
  if (to !== 're-voting') return ok({ ...stepped, topics: replaceTopic(others, { ...topic, step: to }) });
  if (topic.revote !== null) return fail({ kind: 'topic.already-voted-again' });
  const opened = openRound(stepped, { purpose: 're-vote', questions: [asked] });
  const revote = latestRound(opened, 're-vote')?.id ?? null;
  return ok({ ...opened, topics: replaceTopic(others, { ...topic, step: to, revote }) });
}

function noteChange(meeting: OpenMeeting, question: QuestionId, change: string): Directed {
  const topic = meeting.topics.find((candidate) => candidate.question === question);
  if (!topic) return fail({ kind: 'topic.unknown-question', question });
  return ok({ ...meeting, topics: replaceTopic(meeting.topics, { ...topic, change }) });
}

function replaceTopic(topics: readonly Topic[], topic: Topic): readonly Topic[] {
  return topics.map((other) => (other.question === topic.question ? topic : other));
}

function askSupport(meeting: OpenMeeting): Directed {
  if (meeting.phase !== 'committing') return wrongPhase(meeting, 'committing');
  if (meeting.commitments.length === 0) return fail({ kind: 'commitment.none-to-support' });
  if (latestRound(meeting, 'support')?.state.status === 'open') return fail({ kind: 'commitment.being-voted-on' });
  const questions = meeting.commitments.map(({ id, sentence }) => ({
    id,
    kind: 'rating' as const,
    text: sentence,
    low: 1,
    high: 5,
  }));
  return ok(openRound(meeting, { purpose: 'support', questions }));
}

function askMarks(meeting: OpenMeeting): Directed {
  if (meeting.phase !== 'messaging') return wrongPhase(meeting, 'messaging');
  if (latestRound(meeting, 'marks')) return fail({ kind: 'sentence.marks-have-begun' });
  const needed = 2;
  if (meeting.sentences.length < needed) return fail({ kind: 'sentence.too-few', needed });
  const questions = meeting.sentences.map(({ id, text }) => ({ id, kind: 'rating' as const, text, low: 0, high: 1 }));
  return ok(openRound(meeting, { purpose: 'marks', questions }));
}

function closeLatest(meeting: OpenMeeting, purpose: 'support' | 'marks'): Directed {
  const latest = latestRound(meeting, purpose);
  if (!latest) return fail({ kind: 'round.unknown' });
  if (latest.state.status === 'closed') return fail({ kind: 'round.already-closed' });
  return ok({
    ...meeting,
    rounds: meeting.rounds.map((round) => (round.id === latest.id ? closeRound(round) : round)),
  });
}

function logged(meeting: OpenMeeting, entry: LogEntry): OpenMeeting {
  return { ...meeting, log: [...meeting.log, entry].slice(-MOST_LOG_ENTRIES) };
}

function wrongPhase(meeting: OpenMeeting, needed: Phase): Directed {
  return fail({ kind: 'meeting.wrong-phase', phase: meeting.phase, needed });
}
