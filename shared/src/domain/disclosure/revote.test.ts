import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Counts } from '../../measures/ratings/distribution.ts';
import { agreementQuestion, roundOf } from '../../testing/example-rounds.ts';
import { discloseRevote } from './revote.ts';

const question = agreementQuestion();
const round = (counts: Counts) =>
  roundOf(
    counts.reduce((sum, count) => sum + count, 0),
    { q: { kind: 'scale', low: 1, high: 7, counts, cannotSay: 0 } },
  );
const roundWithSilent = (counts: Counts, cannotSay: number) =>
  roundOf(
    counts.reduce((sum, count) => sum + count, cannotSay),
    {
      q: { kind: 'scale', low: 1, high: 7, counts, cannotSay },
    },
  );
const revote = (before: Counts, after: Counts, changed = 2) =>
  discloseRevote({ question, before: round(before), after: round(after), changed, minimumGroup: 5 });

describe('PV14 a re-vote does not tell how somebody changed the answer', () => {
  it('no bars and no exact figures come out, also where both pictures could be exact', () => {
    const [before, after] = [
      [0, 0, 4, 4, 0, 4, 0],
      [0, 0, 3, 3, 2, 4, 0],
    ];
    expect(revote(before, after)).toMatchObject({
      status: 'moved',
      before: {
        level: 4.25,
        distribution: [{ count: 0 }, { count: 0 }, { count: 4 }, { count: 4 }, { count: 0 }, { count: 4 }, {}],
      },
      after: { level: 4.5, together: 0.5, distribution: null },
    });
  });

  it('no bars and no exact figures come out either where nothing was known before', () => {
    const after = [0, 0, 4, 4, 4, 4, 0];
    const result = discloseRevote({
      question,
      before: roundWithSilent([0, 0, 0, 2, 2, 0, 0], 12),
      after: roundWithSilent(after, 0),
      changed: 12,
      minimumGroup: 5,
    });
    expect(result).toMatchObject({
      status: 'moved',
      before: { level: null, shape: 'unknown' },
      after: { level: 4.5, together: 0.5, distribution: null },
    });
  });

  it('property: whatever was before, what came out has no bars', () => {
    const sheet = fc.tuple(...Array.from({ length: 7 }, () => fc.nat(3)));
    fc.assert(
      fc.property(sheet, sheet, fc.tuple(fc.nat(12), fc.nat(12)), (before, after, [couldNot, cannot]) => {
        const result = discloseRevote({
          question,
          before: roundWithSilent(before, couldNot),
          after: roundWithSilent(after, cannot),
          changed: 5,
          minimumGroup: 5,
        });
        if (result.status === 'moved') expect(result.after.distribution).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  it('nothing new where two people can have done one thing only', () => {
    // From an exact picture, nothing but two answers from one end to the other takes the level so far.
    expect(revote([0, 0, 0, 0, 0, 0, 12].with(0, 2).with(1, 2).with(6, 8), [2, 2, 0, 0, 0, 0, 8], 2).status).toBe(
      'moved',
    );
    expect(revote([0, 0, 0, 0, 0, 2, 10], [2, 0, 0, 0, 0, 2, 8])).toEqual({ status: 'unchanged' });
  });

  it('PV3 nothing new where one person changed', () => {
    expect(revote([0, 0, 4, 4, 0, 4, 0], [0, 0, 3, 4, 1, 4, 0], 1)).toEqual({ status: 'unchanged' });
  });
});
