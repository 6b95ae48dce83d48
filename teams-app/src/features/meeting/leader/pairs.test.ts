import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { among, decided, firstOpen, pairsIn, pairsOf, preferredOf, type Choices } from './pairs.ts';

const options = fc.integer({ min: 0, max: 8 }).map((count) => Array.from({ length: count }, (_, i) => `o${String(i)}`));

describe('the pairs of options', () => {
  it('are each there once', () => {
    fc.assert(
      fc.property(options, (all) => {
        const pairs = pairsOf(all);
        const wanted = all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other].sort().join()));
        expect(pairs.map((pair) => [...pair].sort().join()).sort()).toEqual([...wanted].sort());
        expect(pairs).toHaveLength(pairsIn(all.length));
      }),
    );
  });

  it('have each option first as often as second, but for one', () => {
    fc.assert(
      fc.property(options, (all) => {
        for (const option of all) {
          const first = pairsOf(all).filter(([one]) => one === option).length;
          const second = pairsOf(all).filter(([, other]) => other === option).length;
          expect(Math.abs(first - second)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('have shown every option before one comes a third time', () => {
    fc.assert(
      fc.property(options, (all) => {
        const seen = new Map<string, number>();
        for (const option of pairsOf(all).flat()) {
          if (seen.get(option) === 2) expect(seen.size).toBe(all.length);
          seen.set(option, (seen.get(option) ?? 0) + 1);
        }
      }),
    );
  });
});

describe('choosing', () => {
  const pairs = pairsOf(['a', 'b', 'c']);

  it('decides a pair, decides it anew, and leaves it open again', () => {
    const first = decided([], ['a', 'b'], 'b');
    const anew = decided(first, ['b', 'a'], 'a');
    expect([first, anew, decided(anew, ['a', 'b'], null)]).toEqual([
      [{ preferred: 'b', over: 'a' }],
      [{ preferred: 'a', over: 'b' }],
      [],
    ]);
    expect([preferredOf(anew, ['a', 'b']), preferredOf(anew, ['a', 'c'])]).toEqual(['a', null]);
  });

  it('goes on at the first pair that is open, and stays on the last when none is', () => {
    const all = pairs.reduce<Choices>((choices, pair) => decided(choices, pair, pair[0]), []);
    expect([firstOpen(pairs, []), firstOpen(pairs, all.slice(0, 2)), firstOpen(pairs, all)]).toEqual([0, 2, 2]);
  });

  it('leaves out what is not offered', () => {
    expect(among([...decided([], ['a', 'b'], 'a'), ...decided([], ['a', 'q'], 'q')], pairs)).toEqual([
      { preferred: 'a', over: 'b' },
    ]);
  });
});
