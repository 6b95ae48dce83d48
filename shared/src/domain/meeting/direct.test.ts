import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MINUTE } from '../../kernel/instant.ts';
import { makeId } from '../../kernel/ids.ts';
import { anOpenMeeting, ASKING, NINE_O_CLOCK } from '../../testing/meetings.ts';
import { direct, type Direction, type DirectionContext } from './direct.ts';
import { MOST_COMMITMENTS, MOST_TOPICS, type ClosedMeeting, type OpenMeeting } from './meeting.ts';
import { setCommitment } from './participate.ts';
import { isBefore, PHASES, type Phase } from './phases.ts';
import { isShown, LAST_PHASE, latestRound } from './rounds.ts';

const LATER = NINE_O_CLOCK + 10 * MINUTE;
const context: DirectionContext = {
  now: LATER,
  words: ASKING,
  suggestedTopics: ['r.1', 'v.1', 'r.2'],
  mayFacilitate: [makeId('person', 'p0'), makeId('person', 'p1')],
};

function after(meeting: OpenMeeting, ...directions: readonly Direction[]): OpenMeeting {
  return directions.reduce((current, direction) => {
    const next = direct(current, direction, context);
    if (!next.ok) throw new Error(`${direction.type} was refused: ${next.error.kind}`);
    if (next.value.status !== 'open') throw new Error('the meeting is closed');
    return next.value;
  }, meeting);
}

function to(phase: Phase, meeting = anOpenMeeting()): OpenMeeting {
  return PHASES.slice(PHASES.indexOf(meeting.phase) + 1, PHASES.indexOf(phase) + 1).reduce(
    (current, next) => after(current, { type: 'move', to: next }),
    meeting,
  );
}

function refusal(meeting: OpenMeeting, direction: Direction): unknown {
  const outcome = direct(meeting, direction, context);
  return outcome.ok ? 'accepted' : outcome.error;
}

describe('moving through the phases', () => {
  it('MT4 goes forward only, and logs a skip', () => {
    expect(refusal(to('rating'), { type: 'move', to: 'opening' })).toEqual({
      kind: 'meeting.not-forward',
      phase: 'rating',
      to: 'opening',
    });
    expect(to('choosing').log).toEqual([]);
    expect(after(to('opening'), { type: 'move', to: 'predicting' }).log).toEqual([
      { kind: 'skipped', at: LATER, from: 'opening', to: 'predicting' },
    ]);
  });

  it('MT6 closes the rating on leaving it and opens the predictions', () => {
    const rounds = to('predicting').rounds.map(({ purpose, state }) => [purpose, state.status]);
    expect(rounds).toEqual([
      ['rating', 'closed'],
      ['prediction', 'open'],
    ]);
  });

  it('MT6 closes every round when the meeting is closed in the middle', () => {
    const closed = direct(to('choosing'), { type: 'close' }, context);
    expect(closed.ok && closed.value.rounds.map(({ state }) => state.status)).toEqual(['closed', 'closed', 'closed']);
    expect(closed.ok && closed.value.status).toBe('closed');
  });

  it('MT5 goes back to a rating that nobody has seen, takes ballots again, and closes it under another snapshot', () => {
    const first = to('predicting');
    const again = after(first, { type: 'go-back' });
    expect(again.rounds[0]?.state).toEqual({ status: 'open' });
    expect(again.log).toEqual([{ kind: 'went-back', at: LATER, from: 'predicting', to: 'rating' }]);
    const second = after(again, { type: 'move', to: 'predicting' });
    expect(second.rounds[0]?.state).not.toEqual(first.rounds[0]?.state);
    expect(second.rounds).toHaveLength(2);
  });

  it('MT5 does not go back behind the reveal', () => {
    expect(refusal(to('revealing'), { type: 'go-back' })).toEqual({
      kind: 'meeting.results-already-shown',
      phase: 'predicting',
    });
    expect(refusal(to('discussing'), { type: 'go-back' })).toEqual({
      kind: 'meeting.results-already-shown',
      phase: 'choosing',
    });
  });

  it('MT7 pauses, resumes with the time that was left, and extends from now when it has run out', () => {
    const rating = to('rating');
    expect(rating.clock).toEqual({ status: 'running', startedAt: LATER, endsAt: LATER + 8 * MINUTE });
    const paused = direct(rating, { type: 'pause' }, { ...context, now: LATER + 3 * MINUTE });
    expect(paused.ok && paused.value.status === 'open' && paused.value.clock).toEqual({
      status: 'paused',
      startedAt: LATER,
      remaining: 5 * MINUTE,
    });
    const late = { ...context, now: LATER + 20 * MINUTE };
    const extended = direct(rating, { type: 'extend', minutes: 2 }, late);
    expect(extended.ok && extended.value.status === 'open' && extended.value.clock).toEqual({
      status: 'running',
      startedAt: LATER,
      endsAt: LATER + 22 * MINUTE,
    });
  });

  it('MT8 hands the controls to somebody who may have them, and logs it', () => {
    const [coach, leader] = context.mayFacilitate;
    if (!coach || !leader) throw new Error('two may facilitate');
    const handed = after(to('rating'), { type: 'hand-over', to: leader });
    expect([handed.facilitator, handed.log]).toEqual([leader, [{ kind: 'handed-over', at: LATER, to: leader }]]);
    expect(refusal(handed, { type: 'hand-over', to: makeId('person', 'nobody') })).toEqual({
      kind: 'meeting.facilitator-unknown',
    });
  });
});

describe('topics', () => {
  it('MT9 begins with what was suggested, and shows what was chosen instead', () => {
    const talking = to('discussing');
    expect(talking.topics.map(({ question }) => question)).toEqual(['r.1', 'v.1', 'r.2']);
    const overridden = after(talking, { type: 'choose-topics', questions: ['v.1'] });
    expect(overridden.topics.map(({ question }) => question)).toEqual(['v.1']);
    expect(overridden.log.at(-1)).toEqual({
      kind: 'topics-overridden',
      at: LATER,
      dots: ['r.1', 'v.1', 'r.2'],
      instead: ['v.1'],
    });
  });

  it('MT9 logs what the talk began with, also when other topics are chosen once more', () => {
    const twice = after(
      to('discussing'),
      { type: 'choose-topics', questions: ['v.1'] },
      { type: 'choose-topics', questions: ['r.2'] },
    );
    expect(twice.log.at(-1)).toMatchObject({ dots: ['r.1', 'v.1', 'r.2'], instead: ['r.2'] });
  });

  it('MT7 gives each step of a topic its own timer: a minute to read, vote and compare, the rest to talk', () => {
    let meeting = to('discussing');
    for (const [step, minutes] of [
      ['reading', 1],
      ['talking', 5],
      ['re-voting', 1],
      ['comparing', 1],
    ] as const) {
      meeting = after(meeting, { type: 'topic-step', question: 'r.1', to: step });
      expect(meeting.clock).toEqual({ status: 'running', startedAt: LATER, endsAt: LATER + minutes * MINUTE });
    }
    expect(after(meeting, { type: 'topic-step', question: 'r.1', to: 'done' }).clock).toEqual({ status: 'untimed' });
  });

  it('MT9 keeps a topic that has begun, whatever is chosen instead', () => {
    const begun = after(to('discussing'), { type: 'topic-step', question: 'r.1', to: 'talking' });
    const overridden = after(begun, { type: 'choose-topics', questions: ['v.1'] });
    expect(overridden.topics.map(({ question, step }) => [question, step])).toEqual([
      ['r.1', 'talking'],
      ['v.1', 'waiting'],
    ]);
  });

  it('MT10 votes again once on a topic', () => {
    const voted = after(
      to('discussing'),
      { type: 'topic-step', question: 'r.1', to: 're-voting' },
      { type: 'topic-step', question: 'r.1', to: 'comparing' },
    );
    expect(latestRound(voted, 're-vote')?.state.status).toBe('closed');
    expect(refusal(voted, { type: 'topic-step', question: 'r.1', to: 're-voting' })).toEqual({
      kind: 'topic.already-voted-again',
    });
  });
});

describe('support and the message', () => {
  it('CM2 asks for support only when there is something to support', () => {
    expect(refusal(to('committing'), { type: 'ask-support' })).toEqual({ kind: 'commitment.none-to-support' });
  });

  it('CM6 begins the marks only when two wordings lie on the table', () => {
    expect(refusal(to('messaging'), { type: 'ask-marks' })).toEqual({ kind: 'sentence.too-few', needed: 2 });
  });

  it('MT11 lets a pulse be closed or handed over, and nothing else', () => {
    const pulse = anOpenMeeting({ closesAt: LATER + MINUTE });
    expect(refusal(pulse, { type: 'move', to: 'opening' })).toEqual({ kind: 'meeting.is-a-pulse' });
    expect(direct(pulse, { type: 'close' }, context).ok).toBe(true);
  });
});

const anyDirection: fc.Arbitrary<Direction> = fc.oneof(
  fc.constantFrom(...PHASES).map((phase): Direction => ({ type: 'move', to: phase })),
  fc
    .constantFrom('v.1', 'r.1', 'r.2')
    .chain((question) =>
      fc
        .constantFrom(
          'reading' as const,
          'talking' as const,
          're-voting' as const,
          'comparing' as const,
          'done' as const,
        )
        .map((step): Direction => ({ type: 'topic-step', question, to: step })),
    ),
  fc
    .uniqueArray(fc.constantFrom('v.1', 'r.1', 'r.2', 'nothing'), { minLength: 1, maxLength: 3 })
    .map((questions): Direction => ({ type: 'choose-topics', questions })),
  fc
    .constantFrom('v.1', 'nothing')
    .map((question): Direction => ({ type: 'show', page: { kind: 'question', question, dimension: null } })),
  fc.constantFrom<Direction>(
    { type: 'go-back' },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'extend', minutes: 1 },
    { type: 'ask-support' },
    { type: 'close-support' },
    { type: 'ask-marks' },
    { type: 'close-marks' },
    { type: 'settle-message', text: 'We go.' },
    { type: 'note-change', question: 'r.1', change: 'One owner.' },
  ),
);

type Step = { readonly direction: Direction } | { readonly commitment: number };
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: anyDirection.map((direction) => ({ direction })) },
  { weight: 1, arbitrary: fc.nat(5).map((commitment) => ({ commitment })) },
);

function take(meeting: OpenMeeting, step: Step, minute: number): OpenMeeting | ClosedMeeting {
  const now = NINE_O_CLOCK + minute * MINUTE;
  if ('commitment' in step) {
    const draft = {
      id: makeId('commitment', `c${step.commitment}`),
      sentence: 'We do it.',
      owner: makeId('person', 'p1'),
      due: '2026-12-24',
      evidence: 'It is done.',
      displaces: '',
      question: 'r.1',
    };
    const set = setCommitment(meeting, draft, { members: [draft.owner], today: '2026-11-12', now });
    return set.ok ? set.value : meeting;
  }
  const next = direct(meeting, step.direction, { ...context, now });
  return next.ok ? next.value : meeting;
}

describe('any sequence of commands', () => {
  it('MT1 MT4 MT6 MT10 CM2 keeps what must always hold', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        let meeting = anOpenMeeting();
        const seen = new Map<string, string>();
        for (const [minute, step] of steps.entries()) {
          const before = meeting;
          const next = take(meeting, step, minute);
          if (next.status === 'closed') throw new Error('nothing here closes a meeting');
          meeting = next;
          expect(meeting.revision).toBe(before === meeting ? before.revision : before.revision + 1);
          holds(meeting);
          // What was once shown is shown with the same snapshot for ever.
          for (const round of meeting.rounds) {
            const known = seen.get(round.id);
            if (known !== undefined) expect(round.state).toEqual({ status: 'closed', snapshot: known });
            else if (isShown(meeting, round) && round.state.status === 'closed')
              seen.set(round.id, round.state.snapshot);
          }
        }
        const closed = direct(meeting, { type: 'close' }, context);
        expect(closed.ok && closed.value.rounds.every(({ state }) => state.status === 'closed')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

function holds(meeting: OpenMeeting): void {
  expect(meeting.terms).toEqual(anOpenMeeting().terms);
  expect(meeting.topics.length).toBeLessThanOrEqual(MOST_TOPICS);
  expect(meeting.commitments.length).toBeLessThanOrEqual(MOST_COMMITMENTS);
  expect(new Set(meeting.rounds.map(({ id }) => id)).size).toBe(meeting.rounds.length);
  const revotes = meeting.rounds.filter(({ purpose }) => purpose === 're-vote');
  expect(revotes.length).toBeLessThanOrEqual(MOST_TOPICS);
  expect(revotes.filter(({ state }) => state.status === 'open').length).toBeLessThanOrEqual(1);
  for (const round of meeting.rounds) {
    if (isBefore(LAST_PHASE[round.purpose], meeting.phase)) expect(round.state.status).toBe('closed');
    if (round.state.status === 'open') expect(isShown(meeting, round)).toBe(false);
  }
}
