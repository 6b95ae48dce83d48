import { describe, expect, it } from '@jest/globals';
import type { AllocationResult, QuestionResult } from '@plumbline/shared/domain/results/shown';
import { isSamePage, keySteps, pageOfDimension, revealAt, revealSlides } from './reveal-slides.ts';

const questions = ['a', 'b', 'c', 'd'].map((question): QuestionResult => ({
  ...{ question, dimension: question < 'c' ? 'vision' : 'roles', text: question, low: 1, high: 7 },
  result: { status: 'held', needed: 1 },
}));
const priorities: AllocationResult = {
  question: 'priorities',
  text: 'Points',
  total: 100,
  result: { status: 'held', needed: 1 },
};
const rating = {
  invited: 8,
  ballots: 8,
  minimumGroup: 5,
  dimensions: ['vision', 'roles', 'empty'].map((dimension) => ({
    ...{ dimension, title: dimension, importance: null },
    result: { status: 'held', needed: 1 } as const,
  })),
  questions,
  rankings: [],
  allocations: [priorities],
  pairwise: [],
  groups: [],
  camps: null,
};
const predictions = [{ question: 'a', text: 'a', result: { status: 'held', needed: 1 } as const }];

function on(question: string, dimension: string | null = null) {
  return { kind: 'question', question, dimension } as const;
}

describe('revealSlides', () => {
  it('goes from where we stand over guesses and priorities to the questions, three at most at a time', () => {
    expect(revealSlides({ rating, predictions }, 3)).toEqual([
      { kind: 'profile', page: { kind: 'overview' } },
      { kind: 'perception', page: { kind: 'guesses' } },
      { kind: 'options', question: 'priorities', page: on('priorities') },
      { kind: 'questions', from: 0, of: 4, questions: questions.slice(0, 3), page: on('a') },
      { kind: 'questions', from: 3, of: 4, questions: questions.slice(3), page: on('d') },
    ]);
  });

  it('tells of two groups right after where we stand', () => {
    const camps = { sizes: [6, 5], questions: ['a'], p: 0.01, silhouette: 0.4 } as const;
    const kinds = revealSlides({ rating: { ...rating, camps }, predictions }, 4);
    expect(kinds.map(({ kind }) => kind)).toEqual(['profile', 'camps', 'perception', 'options', 'questions']);
  });

  it('leaves out what was not asked, and shows nothing before there is a rating', () => {
    const bare = { ...rating, allocations: [], questions: questions.slice(0, 1) };
    expect(revealSlides({ rating: bare, predictions: [] }, 1).map(({ kind }) => kind)).toEqual([
      'profile',
      'questions',
    ]);
    expect(revealSlides({ rating: null, predictions: null }, 3)).toEqual([]);
  });
});

describe('revealAt', () => {
  const results = { rating, predictions };

  it('MT14 finds one page on a stage that holds one question and on one that holds three', () => {
    const places = (atOnce: number) =>
      [on('a'), on('b'), on('d'), on('priorities'), { kind: 'guesses' } as const].map(
        (page) => revealAt(page, results, atOnce).place,
      );
    expect([places(3), places(1)]).toEqual([
      [3, 3, 4, 2, 1],
      [3, 4, 6, 2, 1],
    ]);
  });

  it('MT14 turns within a dimension that is open', () => {
    expect(pageOfDimension(results, 'roles')).toEqual(on('c', 'roles'));
    const { slides, place, dimension } = revealAt(on('d', 'roles'), results, 3);
    expect([slides.map(({ page }) => page), place, dimension?.title]).toEqual([
      [on('c', 'roles'), on('d', 'roles')],
      1,
      'roles',
    ]);
  });

  it('MT14 shows where we stand for a page that is not there', () => {
    expect(pageOfDimension(results, 'empty')).toBe(null);
    for (const page of [null, { kind: 'camps' } as const, on('z'), on('z', 'empty')]) {
      expect(revealAt(page, results, 3)).toMatchObject({ place: 0, dimension: null });
    }
  });
});

describe('turning', () => {
  it('knows a page again', () => {
    expect(isSamePage(on('a'), on('a'))).toBe(true);
    expect(isSamePage({ kind: 'camps' }, { kind: 'camps' })).toBe(true);
    for (const other of [on('b'), on('a', 'vision'), { kind: 'camps' } as const, null]) {
      expect(isSamePage(on('a'), other)).toBe(false);
    }
  });

  it('takes arrows and the page keys of a remote', () => {
    expect(['ArrowRight', 'PageDown', 'ArrowLeft', 'PageUp', 'Enter'].map(keySteps)).toEqual([1, 1, -1, -1, 0]);
  });
});
