import { describe, expect, it } from '@jest/globals';
import { meetingViewOf, roundViewOf } from './meeting-view.builder.ts';
import { emptyPlaces, firstEmpty, stretches } from './progress.ts';

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
});
