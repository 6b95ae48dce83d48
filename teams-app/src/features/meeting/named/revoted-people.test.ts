import { describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import type { NamedAnswers } from './by-point.ts';
import { revotedPeople } from './revoted-people.ts';

const person = (name: string, answers: NamedAnswers[number]['answers']): NamedAnswers[number] => ({
  person: makeId('person', name),
  name,
  answers,
});
const scale = (value: number) => ({ kind: 'scale', value }) as const;
const round = makeId('round', '2');

const named = [
  {
    round: makeId('round', '1'),
    purpose: 'rating' as const,
    answers: [person('ada', { q: scale(2) }), person('ben', { q: scale(3) }), person('cleo', {})],
  },
  {
    round,
    purpose: 're-vote' as const,
    answers: [person('cleo', { q: scale(7) }), person('ben', {}), person('ada', { q: { kind: 'cannot-say' } })],
  },
];

describe('DT8 who answered what before and after', () => {
  it('is told person by person; who did not vote again keeps the answer', () => {
    expect(revotedPeople({ named }, { question: 'q', revote: round })).toEqual([
      { before: 2, after: null },
      { before: 3, after: 3 },
      { before: null, after: 7 },
    ]);
  });

  it('is not told in an anonymous meeting, nor without a second vote', () => {
    expect(revotedPeople({ named: [] }, { question: 'q', revote: round })).toBeNull();
    expect(revotedPeople({ named }, { question: 'q', revote: null })).toBeNull();
  });
});
