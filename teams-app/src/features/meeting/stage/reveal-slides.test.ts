import { describe, expect, it } from '@jest/globals';
import type { AllocationResult, QuestionResult } from '@plumbline/shared/domain/results/shown';
import { allocationFigure } from '@plumbline/shared/figures/allocation';
import { figureSource } from '../leader/figure-source.ts';
import { meetingViewOf } from '../leader/meeting-view.builder.ts';
import { keySteps, revealSlides, turn } from './reveal-slides.ts';

const questions = ['a', 'b', 'c', 'd'].map((question): QuestionResult => ({
  ...{ question, dimension: null, text: question, low: 1, high: 7 },
  result: { status: 'held', needed: 1 },
}));
const priorities: AllocationResult = {
  question: 'priorities',
  text: 'Points',
  total: 100,
  result: { status: 'held', needed: 1 },
};
const source = figureSource(meetingViewOf(), { rating: null });
const rating = {
  invited: 8,
  ballots: 8,
  minimumGroup: 5,
  dimensions: [],
  questions,
  rankings: [],
  allocations: [priorities],
  pairwise: [],
  groups: [],
  camps: null,
};
const predictions = [{ question: 'a', text: 'a', result: { status: 'held', needed: 1 } as const }];

describe('revealSlides', () => {
  it('goes from where we stand over guesses and priorities to the questions, three at most at a time', () => {
    expect(revealSlides({ rating, predictions }, { source, atOnce: 3 })).toEqual([
      { kind: 'profile' },
      { kind: 'perception' },
      { kind: 'options', figure: allocationFigure({ source, allocation: priorities }) },
      { kind: 'questions', from: 0, of: 4, questions: questions.slice(0, 3) },
      { kind: 'questions', from: 3, of: 4, questions: questions.slice(3) },
    ]);
  });

  it('tells of two groups right after where we stand', () => {
    const camps = { sizes: [6, 5], questions: ['a'], p: 0.01, silhouette: 0.4 } as const;
    const kinds = revealSlides({ rating: { ...rating, camps }, predictions }, { source, atOnce: 4 });
    expect(kinds.map(({ kind }) => kind)).toEqual(['profile', 'camps', 'perception', 'options', 'questions']);
  });

  it('leaves out what was not asked, and shows nothing before there is a rating', () => {
    const bare = { ...rating, allocations: [], questions: questions.slice(0, 1) };
    expect(revealSlides({ rating: bare, predictions: [] }, { source, atOnce: 1 }).map(({ kind }) => kind)).toEqual([
      'profile',
      'questions',
    ]);
    expect(revealSlides({ rating: null, predictions: null }, { source, atOnce: 3 })).toEqual([]);
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
