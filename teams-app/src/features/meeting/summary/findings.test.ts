import { describe, expect, it } from '@jest/globals';
import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import type { RevoteResult, ShownScale } from '@plumbline/shared/domain/results/shown';
import { guessGroups, response, talks, talksFinding } from './findings.ts';

const SCALE: ShownScale = {
  ...{ status: 'shown', grain: 'coarse', level: 4, favour: 0.5, band: 'split', together: 0 },
  ...{ shape: 'camps', distribution: null },
};

function moved(meter: 'closer' | 'settled' | 'further-apart'): RevoteResult {
  return { question: 'v1', status: 'moved', before: SCALE, after: SCALE, meter };
}

const UNCHANGED: RevoteResult = { question: 'v2', status: 'unchanged' };
const HELD: RevoteResult = { question: 'v3', status: 'held', needed: 2 };

describe('talksFinding', () => {
  it('counts what moved, each case by its own rule', () => {
    const of = (revotes: readonly RevoteResult[]) => talksFinding({ revotes });
    expect([
      of([]),
      of([moved('closer'), moved('closer'), UNCHANGED]),
      of([moved('further-apart'), HELD]),
      of([moved('closer'), moved('further-apart'), moved('settled')]),
      of([UNCHANGED, HELD]),
      of([moved('settled')]),
      of([moved('closer')]),
      of([moved('further-apart')]),
      of([HELD]),
    ]).toEqual([
      null,
      { rule: 'talks.closer', count: 2, total: 3 },
      { rule: 'talks.apart', count: 1, total: 2 },
      { rule: 'talks.mixed', count: 1, total: 3, apart: 1 },
      { rule: 'talks.settled' },
      { rule: 'talks.settled' },
      { rule: 'talks.one-closer' },
      { rule: 'talks.one-apart' },
      { rule: 'talks.held' },
    ]);
  });
});

function rated(ballots: number | null): Pick<ResultsView, 'rating'> {
  return {
    rating: {
      invited: 10,
      ballots,
      minimumGroup: 5,
      dimensions: [],
      questions: [],
      rankings: [],
      allocations: [],
      pairwise: [],
      groups: [],
      camps: null,
    },
  };
}

describe('response', () => {
  const view = { leaders: 10, minimumGroup: 5 };
  it('warns under 70 percent, and from 70 on no more', () => {
    expect(response(view, rated(6))).toEqual({ kind: 'few', ballots: 6, invited: 10 });
    expect(response(view, rated(7))).toEqual({ kind: 'enough', ballots: 7, invited: 10 });
  });

  it('PV2 says no number below the minimum group', () => {
    expect(response(view, rated(null))).toEqual({ kind: 'held', invited: 10, minimum: 5 });
    expect(response(view, { rating: null })).toEqual({ kind: 'held', invited: 10, minimum: 5 });
  });
});

describe('talks', () => {
  it('are those that took place, with their second vote', () => {
    const topic = (question: string, step: 'done' | 'waiting' | 'comparing'): MeetingView['topics'][number] => ({
      ...{ question, text: `About ${question}`, step, revote: null, change: '' },
    });
    const view = { topics: [topic('v1', 'done'), topic('v2', 'comparing'), topic('v3', 'waiting')] };
    expect(talks(view, { revotes: [UNCHANGED] })).toEqual([
      { question: 'v1', text: 'About v1', change: '', revote: null },
      { question: 'v2', text: 'About v2', change: '', revote: UNCHANGED },
    ]);
  });
});

describe('guessGroups', () => {
  it('keeps each scale for itself, since a picture has one axis', () => {
    const asked = (question: string, low: number, high: number) => ({
      ...{ question, dimension: null, text: question, low, high },
      result: { status: 'held', needed: 1 } as const,
    });
    const guess = (question: string) => ({ question, text: question, result: { status: 'held', needed: 1 } as const });
    const questions = [asked('a', 1, 7), asked('f', 0, 4), asked('b', 1, 7)];
    const none = { dimensions: [], rankings: [], allocations: [], pairwise: [], groups: [], camps: null };
    const whole = { invited: 10, ballots: 8, minimumGroup: 5, questions, ...none };
    expect(guessGroups({ rating: whole, predictions: [guess('a'), guess('f'), guess('b')] })).toEqual([
      { low: 1, high: 7, questions: [guess('a'), guess('b')] },
      { low: 0, high: 4, questions: [guess('f')] },
    ]);
    expect(guessGroups({ rating: whole, predictions: null })).toEqual([]);
  });
});
