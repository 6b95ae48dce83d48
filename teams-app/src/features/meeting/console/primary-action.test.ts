import { describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import type { MeetingView, RoundView } from '@plumbline/shared/contract/views';
import { meetingViewOf, roundViewOf } from '../leader/meeting-view.builder.ts';
import { primaryAction, wayBack } from './primary-action.ts';

const owner = { person: makeId('person', 'ada'), name: 'Ada' };

function topic(question: string, step: MeetingView['topics'][number]['step'], revote: RoundView['id'] | null = null) {
  return { question, text: question, step, revote, change: '' };
}

function commitment(sentence: string) {
  return {
    id: makeId('commitment', '1'),
    sentence,
    owner,
    due: '2026-12-01',
    evidence: 'A list',
    displaces: '',
    question: null,
  };
}

function round(purpose: RoundView['purpose'], changes: Partial<RoundView> = {}): RoundView {
  return roundViewOf({ id: makeId('round', purpose), purpose, ...changes });
}

function direct(words: string, direction: object): object {
  return { kind: 'direct', words, direction };
}

const CASES: readonly (readonly [string, Partial<MeetingView>, object])[] = [
  ['a draft leads to its plan', { status: 'draft', phase: null }, { kind: 'here', what: 'plan' }],
  ['a closed one to its summary', { status: 'closed', phase: null }, { kind: 'here', what: 'summary' }],
  ['a pulse can only be closed', { format: 'pulse', phase: 'collecting' }, { kind: 'here', what: 'close' }],
  ['collecting starts', { phase: 'collecting' }, direct('start', { type: 'move', to: 'opening' })],
  ['opening opens the rating', { phase: 'opening' }, direct('open-rating', { type: 'move', to: 'rating' })],
  ['rating closes', { phase: 'rating' }, direct('close-rating', { type: 'move', to: 'predicting' })],
  ['predicting reveals', { phase: 'predicting' }, direct('close-guesses', { type: 'move', to: 'revealing' })],
  ['revealing goes on to choosing', { phase: 'revealing' }, direct('choose', { type: 'move', to: 'choosing' })],
  ['choosing closes the dots', { phase: 'choosing' }, direct('close-dots', { type: 'move', to: 'discussing' })],
  [
    'without topics there is nothing to talk about',
    { phase: 'discussing' },
    direct('to-commitments', { type: 'move', to: 'committing' }),
  ],
  [
    'the first topic is read',
    { phase: 'discussing', topics: [topic('v1', 'waiting'), topic('v2', 'waiting')] },
    direct('read-topic', { type: 'topic-step', question: 'v1', to: 'reading' }),
  ],
  [
    'after reading comes the talk',
    { phase: 'discussing', topics: [topic('v1', 'reading')] },
    direct('talk', { type: 'topic-step', question: 'v1', to: 'talking' }),
  ],
  [
    'after the talk the question is asked again',
    { phase: 'discussing', topics: [topic('v1', 'talking')] },
    direct('re-vote', { type: 'topic-step', question: 'v1', to: 're-voting' }),
  ],
  [
    'a question is voted on again only once',
    { phase: 'discussing', topics: [topic('v1', 'talking', makeId('round', '9'))] },
    direct('compare', { type: 'topic-step', question: 'v1', to: 'comparing' }),
  ],
  [
    'the second vote is closed and compared',
    { phase: 'discussing', topics: [topic('v1', 're-voting', makeId('round', '9'))] },
    direct('close-re-vote', { type: 'topic-step', question: 'v1', to: 'comparing' }),
  ],
  [
    'after comparing the next topic begins',
    { phase: 'discussing', topics: [topic('v1', 'comparing'), topic('v2', 'waiting')] },
    direct('next-topic', { type: 'topic-step', question: 'v2', to: 'reading' }),
  ],
  [
    'after the last topic come commitments',
    { phase: 'discussing', topics: [topic('v1', 'done'), topic('v2', 'comparing')] },
    direct('to-commitments', { type: 'move', to: 'committing' }),
  ],
  ['with no commitment one is written', { phase: 'committing' }, { kind: 'here', what: 'commitment' }],
  [
    'commitments are voted on',
    { phase: 'committing', commitments: [commitment('Do it')] },
    direct('ask-support', { type: 'ask-support' }),
  ],
  [
    'the vote is closed',
    { phase: 'committing', commitments: [commitment('Do it')], rounds: [round('support')] },
    direct('close-support', { type: 'close-support' }),
  ],
  [
    'after the vote comes the message',
    {
      phase: 'committing',
      commitments: [commitment('Do it')],
      rounds: [round('support', { status: 'closed', questions: [asked('Do it')] })],
    },
    direct('to-message', { type: 'move', to: 'messaging' }),
  ],
  [
    'a commitment that changed after the vote is voted on again',
    {
      phase: 'committing',
      commitments: [commitment('Do it better')],
      rounds: [round('support', { status: 'closed', questions: [asked('Do it')] })],
    },
    direct('ask-support', { type: 'ask-support' }),
  ],
  [
    'with fewer than two wordings the message is written here',
    { phase: 'messaging', sentencesCounted: 0 },
    { kind: 'here', what: 'message' },
  ],
  [
    'two wordings are compared',
    { phase: 'messaging', sentencesCounted: 2 },
    direct('ask-marks', { type: 'ask-marks' }),
  ],
  [
    'comparing is closed',
    { phase: 'messaging', rounds: [round('marks')] },
    direct('close-marks', { type: 'close-marks' }),
  ],
  [
    'after comparing the message is settled',
    { phase: 'messaging', sentencesCounted: 4, rounds: [round('marks', { status: 'closed' })] },
    { kind: 'here', what: 'message' },
  ],
  [
    'a settled message leads to the last question',
    { phase: 'messaging', sentencesCounted: 4, message: 'We deliver first.' },
    direct('to-closing', { type: 'move', to: 'closing' }),
  ],
  ['closing closes', { phase: 'closing' }, { kind: 'here', what: 'close' }],
];

function asked(text: string): RoundView['questions'][number] {
  return { id: makeId('commitment', '1'), kind: 'rating', text, low: 1, high: 5 };
}

describe('primaryAction', () => {
  it.each(CASES)('%s', (_what, changes, expected) => {
    expect(primaryAction(meetingViewOf(changes))).toEqual(expected);
  });
});

describe('wayBack', () => {
  const shown = round('rating', { status: 'closed', shown: true });
  const unseen = round('rating', { status: 'closed' });
  it('leads to the phase before while its results were not looked at', () => {
    expect(wayBack(meetingViewOf({ phase: 'predicting', rounds: [unseen] }))).toBe('rating');
    expect(wayBack(meetingViewOf({ phase: 'opening' }))).toBe('collecting');
    expect(wayBack(meetingViewOf({ phase: 'choosing', rounds: [shown] }))).toBe('revealing');
  });

  it('is closed once they were, in a pulse, and at the start', () => {
    const predicted = round('prediction', { status: 'closed', shown: true });
    expect(wayBack(meetingViewOf({ phase: 'revealing', rounds: [shown, predicted] }))).toBeNull();
    expect(wayBack(meetingViewOf({ phase: 'collecting' }))).toBeNull();
    expect(wayBack(meetingViewOf({ phase: 'collecting', format: 'pulse' }))).toBeNull();
    expect(wayBack(meetingViewOf({ phase: null, status: 'closed' }))).toBeNull();
  });

  it('leads back into the talks as long as one question was not voted on again', () => {
    const rounds = [round('re-vote', { status: 'closed', shown: true })];
    const voted = topic('v1', 'done', makeId('round', 're-vote'));
    expect(wayBack(meetingViewOf({ phase: 'committing', rounds, topics: [voted] }))).toBeNull();
    expect(wayBack(meetingViewOf({ phase: 'committing', rounds, topics: [voted, topic('v2', 'waiting')] }))).toBe(
      'discussing',
    );
  });
});
