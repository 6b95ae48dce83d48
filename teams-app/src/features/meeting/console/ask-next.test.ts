import { describe, expect, it } from '@jest/globals';
import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import type { QuestionResult } from '@plumbline/shared/domain/results/shown';
import { meetingViewOf } from '../leader/meeting-view.builder.ts';
import { askNext } from './ask-next.ts';

function question(id: string, result: QuestionResult['result']): QuestionResult {
  return { question: id, dimension: 'vision', text: `About ${id}`, low: 1, high: 7, result };
}

function shown(shape: 'camps' | 'spread'): QuestionResult['result'] {
  const rest = { grain: 'coarse', level: 4, favour: 0.5, band: 'split', together: 0, distribution: null } as const;
  return { status: 'shown', shape, ...rest };
}

function results(questions: readonly QuestionResult[]): Pick<ResultsView, 'rating' | 'predictions'> {
  return {
    predictions: [{ question: 'v1', text: 'About v1', result: { status: 'held', needed: 1 } }],
    rating: {
      invited: 8,
      ballots: 8,
      minimumGroup: 5,
      dimensions: [{ dimension: 'vision', title: 'Vision', result: { status: 'held', needed: 1 }, importance: null }],
      questions,
      rankings: [],
      allocations: [],
      pairwise: [],
      groups: [],
      camps: null,
    },
  };
}

const RATED = results([
  question('v1', shown('camps')),
  question('v2', shown('spread')),
  question('r1', shown('spread')),
]);

describe('askNext', () => {
  it('asks by the shapes of the two questions that divide most where the stage shows where the team stands', () => {
    expect(askNext(meetingViewOf({ phase: 'revealing' }), RATED)).toEqual([
      { kind: 'shape', shape: 'camps', about: 'About v1' },
      { kind: 'shape', shape: 'spread', about: 'About v2' },
    ]);
  });

  it('MT14 asks about the page that the stage shows', () => {
    const about = (page: MeetingView['page']) => askNext(meetingViewOf({ phase: 'revealing', page }), RATED);
    expect(about({ kind: 'question', question: 'v2', dimension: null })).toHaveLength(3);
    expect(about({ kind: 'question', question: 'v2', dimension: 'vision' })).toEqual([
      { kind: 'shape', shape: 'spread', about: 'About v2' },
    ]);
    expect(about({ kind: 'guesses' })).toEqual([{ kind: 'prompt', prompt: 'guesses' }]);
    // A page that is not there is where the team stands.
    expect(about({ kind: 'camps' })).toEqual(about(null));
  });

  it('says how many answers are needed where a result is held', () => {
    expect(
      askNext(meetingViewOf({ phase: 'revealing' }), results([question('v1', { status: 'held', needed: 2 })])),
    ).toEqual([{ kind: 'held', needed: 2 }]);
  });

  it('asks for the case for low, then by the shape of the topic', () => {
    const topics = [{ question: 'v2', text: 'About v2', step: 'talking' as const, revote: null, change: '' }];
    expect(askNext(meetingViewOf({ phase: 'discussing', topics }), RATED)).toEqual([
      { kind: 'prompt', prompt: 'low' },
      { kind: 'shape', shape: 'spread', about: 'About v2' },
    ]);
  });

  it('has a prompt for the other phases, and none before the meeting or in a pulse', () => {
    expect(askNext(meetingViewOf({ phase: 'committing' }), null)).toEqual([{ kind: 'prompt', prompt: 'committing' }]);
    expect(askNext(meetingViewOf({ phase: 'collecting' }), null)).toEqual([]);
    expect(askNext(meetingViewOf({ phase: 'collecting', format: 'pulse' }), null)).toEqual([]);
  });
});
