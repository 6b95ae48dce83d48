import { expect, it } from '@jest/globals';
import type { MineView } from '@plumbline/shared/contract/views';
import { makeId } from '@plumbline/shared/kernel/ids';
import { meetingViewOf, roundViewOf } from './meeting-view.builder.ts';
import { ownAnswers, ownGuesses } from './own-answers.ts';

const rating = roundViewOf();
const guesses = roundViewOf({ id: makeId('round', '2'), purpose: 'prediction' });
const revote = roundViewOf({ id: makeId('round', '4'), purpose: 're-vote' });
const view = meetingViewOf({ rounds: [rating, guesses, revote] });
const mine: MineView = {
  consented: false,
  ballots: [
    { round: revote.id, revision: 'c', answers: { v1: { kind: 'scale', value: 6 } } },
    { round: guesses.id, revision: 'b', answers: { v1: { kind: 'scale', value: 4 } } },
    { round: rating.id, revision: 'a', answers: { v1: { kind: 'scale', value: 2 }, v2: { kind: 'cannot-say' } } },
  ],
  notes: {},
  sentence: null,
};

it('takes the re-vote over the rating, whatever the order of the ballots, and leaves guesses apart', () => {
  expect(ownAnswers(view, mine)).toEqual({ v1: { kind: 'scale', value: 6 }, v2: { kind: 'cannot-say' } });
  expect(ownGuesses(view, mine)).toEqual({ v1: { kind: 'scale', value: 4 } });
});

it('has none where nothing was answered', () => {
  expect(ownAnswers(view, { ...mine, ballots: [] })).toEqual({});
  expect(ownGuesses(meetingViewOf(), mine)).toEqual({});
});
