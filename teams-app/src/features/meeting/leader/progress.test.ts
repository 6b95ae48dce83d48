import { describe, expect, it } from '@jest/globals';
import type { BallotAnswer } from './ballot-draft.ts';
import { meetingViewOf, roundViewOf } from './meeting-view.builder.ts';
import { answerState, canBeSent, emptyPlaces, firstEmpty, isGiven, stretches, type Question } from './progress.ts';

const { questions } = roundViewOf();
const { dimensions } = meetingViewOf();

describe('how far a ballot is', () => {
  it('counts "can’t say" as an answer and an emptied ranking as none', () => {
    const answers = { v1: { kind: 'cannot-say' }, importance: { kind: 'ranking', order: [] } } as const;
    expect(emptyPlaces(questions, answers)).toEqual([1, 2, 3]);
    expect(firstEmpty(questions, answers)).toBe(1);
  });

  it('ends past the last question', () => {
    expect(firstEmpty([], {})).toBe(0);
    expect(firstEmpty(questions.slice(0, 1), { v1: { kind: 'scale', value: 2 } })).toBe(1);
  });

  it('cuts a ballot into the dimensions and what follows them', () => {
    const answers = { v1: { kind: 'scale', value: 2 }, r1: { kind: 'scale', value: 0 } } as const;
    expect(stretches(questions, answers, dimensions)).toEqual([
      { id: 'vision', title: 'Vision', places: [0, 1], state: 'begun' },
      { id: 'roles', title: 'Roles', places: [2], state: 'whole' },
      { id: null, title: null, places: [3], state: 'empty' },
    ]);
  });

  const options = ['x', 'y', 'z'].map((id) => ({ id, text: id }));
  const about = (question: Question, answers: readonly (BallotAnswer | undefined)[]) =>
    answers.map((answer) => [
      answerState(question, answer),
      isGiven(question, answer),
      answer && canBeSent(question, answer),
    ]);

  it('BL2 points have begun until all are given, and count and go out only then', () => {
    const question: Question = { id: 'p', kind: 'allocation', text: 'Points', options, total: 100 };
    const points = (x: number, y: number): BallotAnswer => ({ kind: 'allocation', points: { x, y } });
    expect(about(question, [undefined, points(0, 0), points(60, 35), points(60, 40)])).toEqual([
      ['empty', false, undefined],
      ['empty', false, true],
      ['begun', false, false],
      ['whole', true, true],
    ]);
  });

  it('pairs count from the first one on, for whoever can’t decide the others', () => {
    const question: Question = { id: 'p', kind: 'pairwise', text: 'Pairs', options };
    const pairs = (...choices: readonly (readonly [string, string])[]): BallotAnswer => ({
      kind: 'pairwise',
      choices: choices.map(([preferred, over]) => ({ preferred, over })),
    });
    expect(about(question, [pairs(), pairs(['x', 'y']), pairs(['x', 'y'], ['y', 'z'], ['z', 'x'])])).toEqual([
      ['empty', false, true],
      ['begun', true, true],
      ['whole', true, true],
    ]);
  });
});
