import { describe, expect, it } from '@jest/globals';

import { records } from './kinds.ts';
import { currentSchema, decode } from './record.ts';

describe('ST1 what was stored by an older version is read by this one', () => {
  it('a snapshot from before it was counted who was put before whom', () => {
    const ranking = { kind: 'ranking', options: ['a', 'b'], ballots: 5, firstThree: [5, 5], midranks: [5, 10] };
    const scale = { kind: 'scale', low: 0, high: 1, counts: [2, 3], cannotSay: 0 };
    const body = {
      meeting: 'meeting_1',
      round: 'round_1',
      purpose: 'rating',
      closedAt: 1,
      minimumGroup: 5,
      questions: [],
      tally: { invited: 6, ballots: 5, questions: { r: { ...ranking, standardised: [-3, 3], varying: 5 }, s: scale } },
      moved: true,
    };
    const { tally } = decode(records.snapshot, { id: 'snapshot', schema: 1, body });
    expect(tally).toEqual({
      invited: 6,
      ballots: 5,
      questions: { r: { ...ranking, standardised: [-3, 3], varying: 5, wins: null }, s: scale },
      camps: null,
    });
    expect(body.tally.questions.r).not.toHaveProperty('wins');
  });

  it('a document of a later version is refused', () => {
    const schema = currentSchema(records.snapshot) + 1;
    expect(() => decode(records.snapshot, { id: 'snapshot', schema, body: {} })).toThrow('this program knows');
  });
});
