import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitting, movedBy, toggled } from './picks.ts';

describe('picking in order', () => {
  it('adds last, takes out again, and stops when full', () => {
    expect(toggled(['a'], 'b', 3)).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a', 3)).toEqual(['b']);
    expect(toggled(['a', 'b', 'c'], 'd', 3)).toEqual(['a', 'b', 'c']);
    expect(toggled(['a', 'b', 'c'], 'c', 3)).toEqual(['a', 'b']);
  });

  it('moves as far as there is room', () => {
    expect(movedBy(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(movedBy(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(movedBy(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
    expect(movedBy(['a', 'b'], 'z', 1)).toEqual(['a', 'b']);
  });

  it('drops what is not offered any more', () => {
    expect(fitting(['c', 'x', 'a', 'c', 'b'], ['a', 'b', 'c'], 2)).toEqual(['c', 'a']);
  });

  it('holds each thing once, whatever is pressed', () => {
    const item = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(fc.tuple(item, fc.option(fc.integer({ min: -3, max: 3 })))), (presses) => {
        const picks = presses.reduce<readonly string[]>(
          (so, [pressed, places]) => (places === null ? toggled(so, pressed, 3) : movedBy(so, pressed, places)),
          [],
        );
        expect(picks).toHaveLength(new Set(picks).size);
        expect(picks.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
