import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnShares } from './column-shares.ts';

const column = fc.record({
  share: fc.integer({ min: 1, max: 40 }),
  texts: fc.array(fc.string({ maxLength: 30 }), { minLength: 1, maxLength: 4 }),
});

describe('OF30 the widths of the columns of a table', () => {
  it('are as wished where every word has room', () => {
    const columns = [
      { share: 3, texts: ['A commitment in many words'] },
      { share: 1, texts: ['Due', '3 May'] },
    ];
    expect(columnShares(columns)).toEqual([0.75, 0.25]);
  });

  it('give a long word the room that another column does not need', () => {
    const [long = 0, narrow = 0] = columnShares([
      { share: 9, texts: ['A commitment in many words'] },
      { share: 1, texts: ['Verantwortlich'] },
    ]);
    expect(narrow).toBeCloseTo(17 / 108);
    expect(long).toBeCloseTo(91 / 108);
  });

  it('are a whole, and leave room for everything', () => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 7 }), (columns) => {
        const shares = columnShares(columns);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
        expect(shares.filter((share) => share <= 0)).toEqual([]);
      }),
    );
  });
});
