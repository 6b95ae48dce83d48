import { describe, expect, it } from '@jest/globals';

import type { Counts } from '../../measures/ratings/distribution.ts';
import { wordsOfGroups } from './group-words.ts';

const minimumGroup = 5;
const plus = (a: Counts, b: Counts) => a.map((count, step) => count + (b[step] ?? 0));
const asked = (first: Counts, second: Counts, rest: Counts = []) => ({
  whole: plus(plus(first, second), rest),
  groups: [first, second],
  minimumGroup,
  turned: false,
});

describe('CU4 words of groups', () => {
  it('say where groups are together, and how high, where that tells nobody’s answer', () => {
    const high = asked([0, 0, 0, 0, 2, 2, 2], [0, 0, 0, 0, 2, 2, 2]);
    const low = asked([0, 2, 2, 2, 0, 0, 0], [0, 2, 2, 2, 0, 0, 0]);
    const wide = asked([0, 2, 1, 0, 1, 2, 0], [0, 2, 1, 0, 1, 2, 0]);
    const far = asked([3, 0, 0, 0, 0, 0, 3], [3, 0, 0, 0, 0, 0, 3]);
    expect(wordsOfGroups([high, high, high])).toEqual(['together-high', 'together-high']);
    expect(wordsOfGroups([low, low, low])).toEqual(['together-low', 'together-low']);
    expect(wordsOfGroups([wide, high, wide])).toEqual(['mixed', 'mixed']);
    expect(wordsOfGroups([far, high, far])).toEqual(['apart', 'apart']);
  });

  it('turn a scale on which high is unfavourable', () => {
    const often = { ...asked([0, 0, 0, 3, 3], [0, 0, 0, 3, 3]), turned: true };
    expect(wordsOfGroups([often, often])).toEqual(['together-low', 'together-low']);
  });

  it('are left out where all of a group are at one end and all others at the other', () => {
    const opposite = asked([6, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 6]);
    expect(wordsOfGroups([opposite])).toBe('would-tell');
    expect(wordsOfGroups([opposite, opposite])).toBe('would-tell');
  });

  it('are none for a group that too few answered for', () => {
    const few = { ...asked([0, 0, 0, 0, 2, 2, 2], [0, 0, 0, 0, 2, 2, 0]), minimumGroup };
    expect(wordsOfGroups([few, few])).toEqual(['together-high', null]);
  });
});
