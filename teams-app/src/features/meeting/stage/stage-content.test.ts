import { describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import type { MeetingView } from '@plumbline/shared/contract/views';
import { meetingViewOf, roundViewOf } from '../leader/meeting-view.builder.ts';
import { answeredIn, stageContent, stageRoom } from './stage-content.ts';

const PHASES: readonly (readonly [NonNullable<MeetingView['phase']>, string])[] = [
  ['collecting', 'collecting'],
  ['opening', 'opening'],
  ['rating', 'answering'],
  ['predicting', 'answering'],
  ['revealing', 'revealing'],
  ['choosing', 'choosing'],
  ['discussing', 'topics'],
  ['committing', 'committing'],
  ['messaging', 'messaging'],
  ['closing', 'closing'],
];

describe('stageContent', () => {
  it.each(PHASES)('in %s shows %s', (phase, kind) => {
    expect(stageContent(meetingViewOf({ phase })).kind).toBe(kind);
  });

  it('shows a plan and an end', () => {
    expect(stageContent(meetingViewOf({ status: 'draft', phase: null }))).toEqual({ kind: 'planned' });
    expect(stageContent(meetingViewOf({ status: 'closed', phase: null }))).toEqual({ kind: 'closed' });
  });

  it('shows the topic on the table with its own second vote', () => {
    const first = roundViewOf({ id: makeId('round', '7'), purpose: 're-vote' });
    const second = roundViewOf({ id: makeId('round', '8'), purpose: 're-vote' });
    const topics: MeetingView['topics'] = [
      { question: 'v1', text: 'One', step: 'done', revote: first.id, change: '' },
      { question: 'v2', text: 'Two', step: 're-voting', revote: second.id, change: '' },
    ];
    expect(stageContent(meetingViewOf({ phase: 'discussing', topics, rounds: [first, second] }))).toEqual({
      kind: 'topic',
      topic: topics[1],
      place: 2,
      round: second,
    });
  });

  it('knows between two talks from after the last', () => {
    const topic = { question: 'v1', text: 'One', revote: null, change: '' };
    const over = (step: 'done' | 'waiting') =>
      stageContent(meetingViewOf({ phase: 'discussing', topics: [{ ...topic, step }] }));
    expect([over('waiting'), over('done')]).toEqual([
      { kind: 'topics', over: false },
      { kind: 'topics', over: true },
    ]);
  });
});

describe('answeredIn', () => {
  const read = (changes: Parameters<typeof roundViewOf>[0]) => answeredIn(roundViewOf(changes));

  it('PV3 says a count of an open round as a step, not as a number', () => {
    expect(read({ counted: 0 })).toEqual({ kind: 'none-yet', invited: 8 });
    expect(read({ counted: 6 })).toEqual({ kind: 'at-least', counted: 6, invited: 8 });
    expect(read({ counted: 8 })).toEqual({ kind: 'all', invited: 8 });
  });

  it('says the count of a closed round, but never that of a second vote', () => {
    expect(read({ counted: 7, status: 'closed' })).toEqual({ kind: 'of', counted: 7, invited: 8 });
    expect(read({ counted: 7, status: 'closed', purpose: 're-vote' })).toEqual({ kind: 'unsaid' });
  });
});

describe('stageRoom', () => {
  it('keeps the smallest stage at its size and lays it out side by side', () => {
    expect(stageRoom(792, 382)).toEqual({ short: true, zoom: 1 });
    expect(stageRoom(994, 678)).toEqual({ short: false, zoom: 1 });
  });

  it('magnifies a large one as a whole', () => {
    expect(stageRoom(1920, 1080)).toEqual({ short: false, zoom: 1.6 });
  });
});
