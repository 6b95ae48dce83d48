import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { reliableChange } from './reliable-change.ts';

const score = fc.double({ min: -100, max: 100, noNaN: true });
const example = { before: 47.5, after: 32.5, deviation: 7.5, reliability: 0.8 };

describe('MS2 what is undefined is null with a reason', () => {
  it.each([
    [{ before: Number.NaN }, 'not-a-number'],
    [{ after: Number.POSITIVE_INFINITY }, 'not-a-number'],
    [{ before: -1e308, after: 1e308 }, 'not-a-number'],
    [{ deviation: Number.NaN }, 'not-a-number'],
    [{ deviation: -1 }, 'off-the-scale'],
    [{ reliability: -0.1 }, 'off-the-scale'],
    [{ reliability: 1.1 }, 'off-the-scale'],
  ] as const)('%j', (changed, reason) => {
    expect(reliableChange({ ...example, ...changed })).toEqual({ value: null, reason });
  });

  it.each([{ deviation: 0 }, { reliability: 1 }, { deviation: 0, after: 47.5 }])(
    'no error to compare with: %j',
    (changed) => {
      expect(reliableChange({ ...example, ...changed })).toEqual({
        value: { error: 0, errorOfDifference: 0, smallest: 0, index: { value: null, reason: 'no-variation' } },
      });
    },
  );
});

describe('MS3 reliable change follows its definition', () => {
  it('the error of a difference is that of two measurements, and a change beyond 1.96 of them is reliable', () => {
    fc.assert(
      fc.property(
        fc.record({
          before: score,
          after: score,
          deviation: fc.double({ min: 0.1, max: 50, noNaN: true }),
          reliability: fc.double({ min: 0, max: 0.99, noNaN: true }),
        }),
        ({ before, after, deviation, reliability }) => {
          const errorOfDifference = Math.sqrt(2 * deviation ** 2 * (1 - reliability));
          const index = (after - before) / errorOfDifference;
          expect(reliableChange({ before, after, deviation, reliability })).toEqual({
            value: {
              error: expect.closeTo(deviation * Math.sqrt(1 - reliability), 9),
              errorOfDifference: expect.closeTo(errorOfDifference, 9),
              smallest: expect.closeTo(1.96 * errorOfDifference, 9),
              index: { value: { value: expect.closeTo(index, 7), reliable: Math.abs(index) > 1.96 } },
            },
          });
        },
      ),
    );
  });

  it('a change of just the smallest size is not beyond error', () => {
    const change = reliableChange({ before: 0, after: 1.96, deviation: Math.SQRT1_2, reliability: 0 });
    expect(change.value?.index.value?.reliable).toBe(false);
  });
});
