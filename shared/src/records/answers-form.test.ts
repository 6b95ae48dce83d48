import { describe, expect, it } from '@jest/globals';
import type { Answers } from '../domain/ballot/ballot.ts';
import { records } from './kinds.ts';
import { currentSchema, decode, encode } from './record.ts';

const SCALES: Answers = Object.fromEntries(
  Array.from({ length: 24 }, (_, n) => [`question-${n}`, { kind: 'scale', value: n % 6 }] as const),
);
const EVERY: Answers = {
  scale: { kind: 'scale', value: 0 },
  half: { kind: 'scale', value: 2.5 },
  none: { kind: 'cannot-say' },
  ranking: { kind: 'ranking', order: ['b', 'a'] },
  allocation: { kind: 'allocation', points: { a: 60, b: 40 } },
  pairwise: { kind: 'pairwise', choices: [{ preferred: 'a', over: 'b' }] },
  dots: { kind: 'dots', on: ['a', 'a', 'b'] },
};

describe('ST1 answers are kept short, and read as they were given', () => {
  it('by ballots and by sealed ballots, of every kind of question', () => {
    const kept = { id: 'b|1', schema: currentSchema(records.ballot) };
    const ballot = { answers: EVERY, consent: true };
    expect(decode(records.ballot, { ...kept, body: encode(records.ballot, ballot) })).toEqual(ballot);
    const sealed = { id: 's|1', schema: currentSchema(records.sealedBallot) };
    const body = encode(records.sealedBallot, { answers: EVERY });
    expect(decode(records.sealedBallot, { ...sealed, body })).toEqual({ answers: EVERY });
  });

  it('with nothing but the number of an answer on a scale', () => {
    const body = encode(records.ballot, { answers: SCALES, consent: false });
    expect(body).toEqual({
      answers: Object.fromEntries(Array.from({ length: 24 }, (_, n) => [`question-${n}`, n % 6])),
      consent: false,
    });
  });

  it('also from before they were kept short', () => {
    const body = { answers: EVERY, consent: true };
    expect(decode(records.ballot, { id: 'b|1', schema: 2, body })).toEqual(body);
    expect(decode(records.ballot, { id: 'b|1', schema: 1, body: { answers: EVERY } })).toEqual({
      answers: EVERY,
      consent: false,
    });
    expect(decode(records.sealedBallot, { id: 's|1', schema: 1, body: { answers: EVERY } })).toEqual({
      answers: EVERY,
    });
  });

  it('and nothing is written that could not be read again', () => {
    // What a caller in plain JavaScript could hand in.
    const broken: unknown = { answers: { q: { kind: 'scale', value: Number.NaN } }, consent: false };
    expect(() => encode(records.ballot, JSON.parse(JSON.stringify(broken)))).toThrow('this is no ballot');
  });
});
