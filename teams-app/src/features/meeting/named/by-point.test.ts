import { describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import { byPoint, calledBy, namedAnswers, type NamedAnswers } from './by-point.ts';

const who = (name: string) => ({ person: makeId('person', name.toLowerCase().replace(' ', '-')), name });
const answers: NamedAnswers = [
  { ...who('Ada'), answers: { q: { kind: 'scale', value: 3 } } },
  { ...who('Ben'), answers: { q: { kind: 'cannot-say' } } },
  { ...who('Cleo'), answers: { other: { kind: 'scale', value: 1 } } },
  { ...who('Dan'), answers: { q: { kind: 'scale', value: 3 } } },
];

describe('NM5 who answered what', () => {
  it('everybody is somewhere: at a point, at can’t say, or at not answered', () => {
    expect(byPoint(answers, { question: 'q', low: 1, high: 3 })).toEqual({
      points: [
        { value: 1, people: [] },
        { value: 2, people: [] },
        { value: 3, people: [who('Ada'), who('Dan')] },
      ],
      cannotSay: [who('Ben')],
      missing: [who('Cleo')],
    });
  });

  it('people are called by the first word of their name, unless two share it', () => {
    const people = [who('Ada Lovelace'), who('Ada Byron'), who('Ben'), { ...who('x'), name: '' }];
    expect([...calledBy(people).values()]).toEqual(['Ada Lovelace', 'Ada Byron', 'Ben', '']);
  });

  it('is looked up in the latest round of a purpose, or in one round; an anonymous meeting has none', () => {
    const first = { round: makeId('round', '1'), purpose: 're-vote' as const, answers: answers.slice(0, 1) };
    const second = { round: makeId('round', '2'), purpose: 're-vote' as const, answers: answers.slice(1, 2) };
    const results = { named: [first, second] };
    expect(namedAnswers(results, { purpose: 're-vote' })).toBe(second.answers);
    expect(namedAnswers(results, { id: 'round_1' })).toBe(first.answers);
    expect(namedAnswers(results, { id: null })).toBeNull();
    expect(namedAnswers(results, { purpose: 'rating' })).toBeNull();
    expect(namedAnswers({ named: [] }, { purpose: 'rating' })).toBeNull();
    expect(namedAnswers(null, { purpose: 'rating' })).toBeNull();
  });
});
