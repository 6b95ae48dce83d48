import { describe, expect, it } from '@jest/globals';
import { PHASES } from '@plumbline/shared/domain/meeting/phases';
import { makeId } from '@plumbline/shared/kernel/ids';
import { meetingViewOf, roundViewOf } from './meeting-view.builder.ts';
import { screenNow } from './screen-now.ts';

const rating = roundViewOf();
const closedRating = roundViewOf({ status: 'closed', shown: true });

describe('the screen of a leader', () => {
  it('follows the phase', () => {
    const kinds = PHASES.map((phase) => screenNow(meetingViewOf({ phase })).kind);
    expect(kinds).toEqual([
      'lobby',
      'lobby',
      'rating',
      'predicting',
      'revealing',
      'choosing',
      'discussing',
      'committing',
      'messaging',
      'closing',
    ]);
  });

  it('offers the open round of the phase, and none that is closed', () => {
    expect(screenNow(meetingViewOf())).toEqual({ kind: 'rating', rating });
    expect(screenNow(meetingViewOf({ rounds: [closedRating] }))).toEqual({ kind: 'rating', rating: null });
    const dots = roundViewOf({ id: makeId('round', '3'), purpose: 'dots' });
    expect(screenNow(meetingViewOf({ phase: 'choosing', rounds: [closedRating, dots] }))).toEqual({
      kind: 'choosing',
      dots,
    });
  });

  it('takes the latest round where a vote is asked for again', () => {
    const first = roundViewOf({ id: makeId('round', '5'), purpose: 'support', status: 'closed' });
    const again = roundViewOf({ id: makeId('round', '6'), purpose: 'support' });
    expect(screenNow(meetingViewOf({ phase: 'committing', rounds: [closedRating, first, again] }))).toEqual({
      kind: 'committing',
      support: again,
    });
  });

  it('shows the topic under discussion, and its re-vote only while it is being voted on', () => {
    const id = makeId('round', '4');
    const revote = roundViewOf({ id, purpose: 're-vote' });
    const topic = (step: 'waiting' | 'talking' | 're-voting' | 'done') =>
      ({ question: 'v1', text: 'We tell the same story.', step, revote: id, change: '' }) as const;
    const at = (step: 'waiting' | 'talking' | 're-voting' | 'done') =>
      screenNow(meetingViewOf({ phase: 'discussing', rounds: [closedRating, revote], topics: [topic(step)] }));
    expect([at('waiting'), at('talking'), at('re-voting'), at('done')]).toEqual([
      { kind: 'discussing', topic: null, revote: null },
      { kind: 'discussing', topic: topic('talking'), revote: null },
      { kind: 'discussing', topic: topic('re-voting'), revote },
      { kind: 'discussing', topic: null, revote: null },
    ]);
  });

  it('stays on the ballot in a pulse, whatever phase it names', () => {
    expect(screenNow(meetingViewOf({ format: 'pulse', phase: 'collecting' }))).toEqual({ kind: 'pulse', rating });
  });

  it('ends with the meeting', () => {
    const over = { status: 'closed', phase: null, rounds: [closedRating] } as const;
    expect(screenNow(meetingViewOf(over))).toEqual({ kind: 'closed' });
    expect(screenNow(meetingViewOf({ ...over, format: 'pulse' }))).toEqual({ kind: 'closed' });
  });

  it('never gives a ballot to a person whose answers are not asked for', () => {
    const { me } = meetingViewOf();
    const coach = { ...me, role: 'coach', invited: false } as const;
    const screens = PHASES.map((phase) => screenNow(meetingViewOf({ me: coach, phase })));
    expect(screens).toEqual(PHASES.map(() => ({ kind: 'onlooker', resultsShown: false })));
    expect(screenNow(meetingViewOf({ me: coach, rounds: [closedRating] }))).toEqual({
      kind: 'onlooker',
      resultsShown: true,
    });
  });

  it('waits while the meeting is only planned', () => {
    expect(screenNow(meetingViewOf({ status: 'draft', phase: null, rounds: [] }))).toEqual({ kind: 'planned' });
  });
});
