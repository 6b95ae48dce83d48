import { describe, expect, it } from '@jest/globals';
import type { QuestionResult, RankingResult } from '@plumbline/shared/domain/results/shown';
import { keySteps, revealSlides, turn } from './reveal-slides.ts';

const questions = ['a', 'b', 'c', 'd'].map((question): QuestionResult => ({
  ...{ question, dimension: null, text: question, low: 1, high: 7 },
  result: { status: 'held', needed: 1 },
}));
const importance: RankingResult = {
  question: 'importance',
  text: 'What matters',
  result: { status: 'held', needed: 1 },
};
const priorities: RankingResult = { question: 'priorities', text: 'In order', result: { status: 'held', needed: 1 } };
const rating = {
  invited: 8,
  ballots: 8,
  minimumGroup: 5,
  dimensions: [],
  questions,
  rankings: [importance, priorities],
  allocations: [],
  pairwise: [],
  camps: null,
};
const predictions = [{ question: 'a', text: 'a', result: { status: 'held', needed: 1 } as const }];

describe('revealSlides', () => {
  it('goes from where we stand over guesses and priorities to the questions, three at most at a time', () => {
    expect(revealSlides({ rating, predictions }, 3)).toEqual([
      { kind: 'profile' },
      { kind: 'perception' },
      { kind: 'ranking', ranking: priorities },
      { kind: 'questions', from: 0, of: 4, questions: questions.slice(0, 3) },
      { kind: 'questions', from: 3, of: 4, questions: questions.slice(3) },
    ]);
  });

  it('leaves out what was not asked, and shows nothing before there is a rating', () => {
    const bare = { ...rating, rankings: [], questions: questions.slice(0, 1) };
    expect(revealSlides({ rating: bare, predictions: [] }, 1).map(({ kind }) => kind)).toEqual([
      'profile',
      'questions',
    ]);
    expect(revealSlides({ rating: null, predictions: null }, 3)).toEqual([]);
  });
});

describe('turning', () => {
  it('stays on the first and on the last slide', () => {
    expect([turn(0, -1, 5), turn(4, 1, 5), turn(2, 1, 5), turn(9, 0, 3), turn(0, 1, 0)]).toEqual([0, 4, 3, 2, 0]);
  });

  it('takes arrows and the page keys of a remote', () => {
    expect(['ArrowRight', 'PageDown', 'ArrowLeft', 'PageUp', 'Enter'].map(keySteps)).toEqual([1, 1, -1, -1, 0]);
  });
});
