import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Question } from '../instrument/question.ts';
import { checkAnswers } from './check-answers.ts';
import { countStep } from './count-step.ts';

const questions: readonly Question[] = [
  { id: 'a', kind: 'agreement', text: '' },
  { id: 'f', kind: 'frequency', text: '' },
  { id: 'w', kind: 'rating', text: '', low: 1, high: 5 },
  { id: 'r', kind: 'ranking', text: '', options: ['x', 'y', 'z'].map((id) => ({ id, text: id })), most: 2 },
  { id: 's', kind: 'allocation', text: '', options: ['x', 'y', 'z'].map((id) => ({ id, text: id })), total: 100 },
  { id: 'p', kind: 'pairwise', text: '', options: ['x', 'y', 'z'].map((id) => ({ id, text: id })) },
  { id: 'd', kind: 'dots', text: '', options: ['x', 'y'].map((id) => ({ id, text: id })), dots: 1 },
];

describe('what a ballot may hold', () => {
  it('BL2 takes answers that fit, and an empty ballot', () => {
    expect(checkAnswers(questions, {})).toEqual([]);
    expect(
      checkAnswers(questions, {
        a: { kind: 'scale', value: 7 },
        f: { kind: 'cannot-say' },
        w: { kind: 'scale', value: 1 },
        r: { kind: 'ranking', order: ['z', 'x'] },
        s: { kind: 'allocation', points: { x: 100, z: 0 } },
        p: {
          kind: 'pairwise',
          choices: [
            { preferred: 'x', over: 'y' },
            { preferred: 'z', over: 'x' },
          ],
        },
        d: { kind: 'dots', on: [] },
      }),
    ).toEqual([]);
    expect(checkAnswers(questions, { s: { kind: 'allocation', points: {} } })).toEqual([]);
  });

  it('BL2 names every fault', () => {
    expect(
      checkAnswers(questions, {
        a: { kind: 'scale', value: 8 },
        f: { kind: 'scale', value: 2.5 },
        w: { kind: 'cannot-say' },
        r: { kind: 'ranking', order: ['x', 'x', 'q'] },
        s: { kind: 'allocation', points: { x: 50, y: 40 } },
        p: {
          kind: 'pairwise',
          choices: [
            { preferred: 'x', over: 'y' },
            { preferred: 'y', over: 'x' },
            { preferred: 'z', over: 'z' },
            { preferred: 'q', over: 'x' },
          ],
        },
        d: { kind: 'ranking', order: [] },
        nothing: { kind: 'cannot-say' },
      }),
    ).toEqual([
      { kind: 'answer.off-the-scale', question: 'a', low: 1, high: 7 },
      { kind: 'answer.off-the-scale', question: 'f', low: 0, high: 4 },
      { kind: 'answer.cannot-say-not-offered', question: 'w' },
      { kind: 'answer.option-twice', question: 'r', option: 'x' },
      { kind: 'answer.unknown-option', question: 'r', option: 'q' },
      { kind: 'answer.too-many', question: 'r', most: 2 },
      { kind: 'answer.wrong-total', question: 's', total: 100 },
      { kind: 'answer.pair-twice', question: 'p', option: 'y' },
      { kind: 'answer.pair-twice', question: 'p', option: 'z' },
      { kind: 'answer.unknown-option', question: 'p', option: 'q' },
      { kind: 'answer.wrong-kind', question: 'd' },
      { kind: 'answer.unknown-question', question: 'nothing' },
    ]);
  });

  it.each([
    { points: { x: 150, y: -50 }, fault: { kind: 'answer.not-whole-points', question: 's', option: 'y' } },
    { points: { x: 99.5, y: 0.5 }, fault: { kind: 'answer.not-whole-points', question: 's', option: 'x' } },
    { points: { x: 100, q: 0 }, fault: { kind: 'answer.unknown-option', question: 's', option: 'q' } },
    { points: { x: 100, y: 1 }, fault: { kind: 'answer.wrong-total', question: 's', total: 100 } },
  ])('BL2 refuses the points $points', ({ points, fault }) => {
    expect(checkAnswers(questions, { s: { kind: 'allocation', points } })).toContainEqual(fault);
  });
});

describe('counting while a round is open', () => {
  it('PV3 shows these steps', () => {
    const steps = (invited: number) => Array.from({ length: invited + 1 }, (_, ballots) => countStep(ballots, invited));
    expect(steps(5)).toEqual([0, 0, 2, 2, 2, 5]);
    expect(steps(7)).toEqual([0, 0, 2, 2, 4, 4, 4, 7]);
    expect(steps(8)).toEqual([0, 0, 2, 2, 4, 4, 6, 6, 8]);
    expect(steps(12)).toEqual([0, 0, 0, 3, 3, 3, 6, 6, 6, 9, 9, 9, 12]);
  });

  it('PV3 never moves by a single person, never overstates, never goes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3_000 }), fc.nat(3_000), (invited, answered) => {
        const ballots = Math.min(answered, invited - 1);
        const now = countStep(ballots, invited);
        const next = countStep(ballots + 1, invited);
        expect(now).toBeLessThanOrEqual(ballots);
        expect(next === now || next >= now + 2).toBe(true);
        expect(countStep(now, invited)).toBe(now);
      }),
    );
  });
});
