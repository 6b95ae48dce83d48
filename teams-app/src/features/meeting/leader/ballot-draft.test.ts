import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  acknowledged,
  answersOf,
  draftOf,
  isUnsent,
  rebased,
  sameAnswer,
  sendable,
  unfinished,
  withAnswer,
  type BallotAnswer,
  type BallotAnswers,
  type BallotDraft,
} from './ballot-draft.ts';

const scale = (value: number): BallotAnswer => ({ kind: 'scale', value });

const answer: fc.Arbitrary<BallotAnswer> = fc.oneof(
  fc.integer({ min: 1, max: 7 }).map(scale),
  fc.constant<BallotAnswer>({ kind: 'cannot-say' }),
  fc.shuffledSubarray(['x', 'y', 'z']).map((order): BallotAnswer => ({ kind: 'ranking', order })),
  fc.shuffledSubarray(['x', 'y', 'z']).map((on): BallotAnswer => ({ kind: 'dots', on })),
);
const question = fc.constantFrom('a', 'b', 'c', 'd');
const ballot: fc.Arbitrary<BallotAnswers> = fc.dictionary(question, answer);
const edits = fc.array(fc.tuple(question, fc.option(answer)), { maxLength: 12 });

const whole = () => true;

function edited(draft: BallotDraft, changes: readonly (readonly [string, BallotAnswer | null])[]): BallotDraft {
  return changes.reduce((so, [id, change]) => withAnswer(so, id, change), draft);
}

describe('a ballot draft', () => {
  it('shows what was typed over what is held', () => {
    const draft = edited(draftOf({ revision: 'r1', answers: { a: scale(2), b: scale(3) } }), [
      ['a', scale(6)],
      ['b', null],
      ['c', scale(1)],
    ]);
    expect(answersOf(draft)).toEqual({ a: scale(6), c: scale(1) });
  });

  it('has nothing to send once an answer is back to what is held', () => {
    const draft = edited(draftOf({ revision: 'r1', answers: { a: scale(2) } }), [
      ['a', scale(6)],
      ['a', scale(2)],
      ['b', scale(1)],
      ['b', null],
    ]);
    expect(isUnsent(draft, whole)).toBe(false);
  });

  it('keeps waiting with what changed while a ballot was on its way', () => {
    const first = withAnswer(draftOf(null), 'a', scale(2));
    const sent = answersOf(first);
    const meanwhile = withAnswer(withAnswer(first, 'a', scale(3)), 'b', scale(4));
    expect(acknowledged(meanwhile, sent, 'r1')).toEqual({
      held: { revision: 'r1', answers: { a: scale(2) } },
      changes: { a: scale(3), b: scale(4) },
    });
  });

  it('merges with another device question by question', () => {
    const held = { revision: 'r1', answers: { a: scale(1), b: scale(1), c: scale(1) } };
    const here = edited(draftOf(held), [
      ['a', scale(5)],
      ['d', scale(4)],
    ]);
    const there = { revision: 'r2', answers: { a: scale(7), b: scale(2), c: scale(1), d: scale(4) } };
    const { draft, merge } = rebased(here, there);
    expect({ answers: answersOf(draft), changes: draft.changes, merge }).toEqual({
      answers: { a: scale(5), b: scale(2), c: scale(1), d: scale(4) },
      changes: { a: scale(5) },
      merge: { taken: ['b'], kept: ['a'] },
    });
  });

  it('says nothing when the lost reply was to its own ballot', () => {
    const here = withAnswer(draftOf(null), 'a', scale(5));
    const { draft, merge } = rebased(here, { revision: 'r1', answers: { a: scale(5) } });
    expect({ unsent: isUnsent(draft, whole), merge }).toEqual({ unsent: false, merge: { taken: [], kept: [] } });
  });

  it('never loses what was typed here, whatever the other device did', () => {
    fc.assert(
      fc.property(ballot, edits, ballot, (held, typed, elsewhere) => {
        const here = edited(draftOf({ revision: 'r1', answers: held }), typed);
        const after = answersOf(rebased(here, { revision: 'r2', answers: elsewhere }).draft);
        for (const [id, change] of Object.entries(here.changes)) {
          expect(sameAnswer(after[id], change)).toBe(true);
        }
        const others = Object.keys({ ...elsewhere, ...after }).filter((id) => !(id in here.changes));
        for (const id of others) expect(sameAnswer(after[id], elsewhere[id])).toBe(true);
      }),
    );
  });

  it('has nothing left to send after its own answers are acknowledged', () => {
    fc.assert(
      fc.property(ballot, edits, (held, typed) => {
        const here = edited(draftOf({ revision: 'r1', answers: held }), typed);
        expect(isUnsent(acknowledged(here, answersOf(here), 'r2'), whole)).toBe(false);
      }),
    );
  });

  it('BL2 sends what is whole, and of what is not what was held before', () => {
    const points = (a: number, b: number): BallotAnswer => ({ kind: 'allocation', points: { a, b } });
    const add = (_: string, answer: BallotAnswer) =>
      answer.kind !== 'allocation' || Object.values(answer.points).reduce((sum, each) => sum + each, 0) === 100;
    const held = { revision: 'r1', answers: { p: points(60, 40), a: scale(1) } };
    const draft = edited(draftOf(held), [
      ['p', points(20, 40)],
      ['q', points(5, 0)],
      ['a', scale(2)],
    ]);
    expect([isUnsent(draft, add), unfinished(draft, add), sendable(draft, add)]).toEqual([
      true,
      ['p', 'q'],
      { p: points(60, 40), a: scale(2) },
    ]);
    const sent = acknowledged(draft, sendable(draft, add), 'r2');
    expect([isUnsent(sent, add), unfinished(sent, add), answersOf(sent)]).toEqual([
      false,
      ['p', 'q'],
      { p: points(20, 40), q: points(5, 0), a: scale(2) },
    ]);
  });
});
