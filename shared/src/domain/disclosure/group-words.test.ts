import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Counts } from '../../measures/ratings/distribution.ts';
import { wordsOfGroups } from './group-words.ts';
import { allSheets } from './sheets.ts';

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

  /** Answers of two groups of five and of so many others, as sheets on three points; all that one can hand in. */
  const fives = [...allSheets(5, 3)];
  const three = fc.array(fc.nat(2), { minLength: 10, maxLength: 12 });
  const sheet = (answers: readonly number[]) => [0, 1, 2].map((at) => answers.filter((one) => one === at).length);

  it('property: whoever knows how often the whole gave each answer finds nobody in them, nor in what is left out', () => {
    fc.assert(
      fc.property(three, fc.array(fc.nat(2), { minLength: 10, maxLength: 10 }), (one, other) => {
        const questions = [one, other].map((answers) => sheet(answers));
        const dealt = questions.map((whole) => waysOf(whole));
        const told = new Map<string, string[]>();
        const always: string[] = [];
        let seen = false;
        for (const first of dealt[0] ?? []) {
          for (const second of dealt[1] ?? []) {
            const words = wordsOfGroups(
              [first, second].map(([a = [], b = []], place) => ({
                whole: questions[place] ?? [],
                groups: [a, b],
                minimumGroup,
                turned: false,
              })),
            );
            const known = [...first, ...second].flatMap((counts, part) => pointsTold(counts, part));
            const key = String(words);
            told.set(key, told.get(key)?.filter((one) => known.includes(one)) ?? known);
            if (!seen) always.push(...known);
            else always.splice(0, always.length, ...always.filter((one) => known.includes(one)));
            seen = true;
          }
        }
        const more = [...told].map(([words, points]) => [words, points.filter((one) => !always.includes(one))]);
        expect(more).toEqual([...told.keys()].map((words) => [words, []]));
      }),
      { numRuns: 8 },
    );
  });

  function waysOf(whole: Counts): readonly (readonly Counts[])[] {
    return fives.flatMap((a) =>
      fives.flatMap((b) => {
        const rest = whole.map((count, step) => count - (a[step] ?? 0) - (b[step] ?? 0));
        if (rest.some((count) => count < 0)) return [];
        return [rest.some((count) => count > 0) ? [a, b, rest] : [a, b]];
      }),
    );
  }
});

/** The points of a part's sheet that tell an answer, named by part and point. */
function pointsTold(counts: Counts, part: number): readonly string[] {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return counts.flatMap((count, step) => [
    ...(count === 1 ? [`${part} lone ${step}`] : []),
    ...(count === n ? [`${part} all ${step}`] : []),
  ]);
}
