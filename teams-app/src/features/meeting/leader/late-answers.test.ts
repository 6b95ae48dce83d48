import { expect, it } from '@jest/globals';
import { openDeviceStore } from './device-store.ts';
import { lateAnswers } from './late-answers.ts';
import { meetingViewOf, roundViewOf } from './meeting-view.builder.ts';

const round = roundViewOf({ status: 'closed' });
const draft = {
  held: { revision: 'r6', answers: { v1: { kind: 'scale', value: 6 } } },
  changes: { v2: { kind: 'scale', value: 5 }, r1: { kind: 'cannot-say' } },
} as const;

it('says what was saved, what came too late, and when the round closed', () => {
  const store = openDeviceStore(null, 'person_ada');
  store.keepBallot(round.id, draft);
  const view = meetingViewOf({ phase: 'predicting', rounds: [round], entered: { rating: 5, predicting: 77 } });
  expect(lateAnswers(view, store)).toEqual([
    { round, closedAt: 77, saved: 1, questions: ['v2', 'r1'], unfinished: [], dimensions: ['Vision', 'Roles'] },
  ]);
});

it('says nothing while the round is open: the answers are still on their way', () => {
  const store = openDeviceStore(null, 'person_ada');
  store.keepBallot(round.id, draft);
  expect(lateAnswers(meetingViewOf(), store)).toEqual([]);
});

it('takes the end of the meeting where no later phase was entered', () => {
  const store = openDeviceStore(null, 'person_ada');
  store.keepBallot(round.id, draft);
  const closed = meetingViewOf({ status: 'closed', phase: null, closedAt: 99, rounds: [round] });
  expect(lateAnswers(closed, store).map(({ closedAt }) => closedAt)).toEqual([99]);
});

it('BL2 calls points that were never all given unfinished, not late', () => {
  const options = ['x', 'y'].map((id) => ({ id, text: id }));
  const points = roundViewOf({
    status: 'closed',
    questions: [{ id: 'p', kind: 'allocation', text: 'Points?', options, total: 100 }],
  });
  const store = openDeviceStore(null, 'person_ada');
  store.keepBallot(points.id, { held: null, changes: { p: { kind: 'allocation', points: { x: 40 } } } });
  const view = meetingViewOf({ phase: 'predicting', rounds: [points], entered: { rating: 5, predicting: 77 } });
  expect(lateAnswers(view, store)).toEqual([
    { round: points, closedAt: 77, saved: 0, questions: [], unfinished: ['Points?'], dimensions: [] },
  ]);
});
