import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Counts } from '../../measures/ratings/distribution.ts';
import { wordsOfGroups } from './group-words.ts';
import { EVERY_RULE, RULE_IDS } from './rules.ts';
import type { Rules } from './rules.ts';
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

  it('property: whoever knows how often the whole gave each answer finds nobody in them, nor in what is left out', () => {
    fc.assert(
      fc.property(ten, ten, (one, other) => {
        expect(toldBy([sheetOf(one), sheetOf(other)], EVERY_RULE)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('would tell answers without this rule', () => {
    const unjudged = new Set(RULE_IDS.filter((rule) => rule !== 'group-words'));
    const whole = sheetOf([0, 0, 0, 0, 0, 2, 2, 2, 2, 2]);
    expect(toldBy([whole, whole], unjudged)).not.toEqual([]);
    expect(toldBy([whole, whole], EVERY_RULE)).toEqual([]);
  });
});

/** Ten people's answers on three points. */
const ten = fc.array(fc.nat(2), { minLength: 10, maxLength: 12 });

function sheetOf(answers: readonly number[]): Counts {
  return [0, 1, 2].map((at) => answers.filter((one) => one === at).length);
}

/**
 * Words behind which every way to deal the whole's answers to two groups of five and the others has the same telling
 * point, although not all ways have it.
 */
function toldBy(wholes: readonly Counts[], rules: Rules): readonly string[] {
  const [firsts = [], seconds = []] = wholes.map((whole) => waysOf(whole));
  const told = new Map<string, readonly string[]>();
  const always: (readonly string[])[] = [];
  for (const first of firsts) {
    for (const second of seconds) {
      const questions = [first, second].map(([a = [], b = []], place) => ({
        whole: wholes[place] ?? [],
        groups: [a, b],
        minimumGroup,
        turned: false,
      }));
      const words = String(wordsOfGroups(questions, rules));
      const known = [...first, ...second].flatMap((counts, part) => pointsTold(counts, part));
      told.set(words, told.get(words)?.filter((one) => known.includes(one)) ?? known);
      always.push(known);
    }
  }
  const anyway = new Set(always[0]?.filter((one) => always.every((known) => known.includes(one))));
  return [...told].flatMap(([words, points]) =>
    points.filter((one) => !anyway.has(one)).map((one) => `${words}: ${one}`),
  );
}

function waysOf(whole: Counts): readonly (readonly Counts[])[] {
  const fives = [...allSheets(5, 3)];
  return fives.flatMap((a) =>
    fives.flatMap((b) => {
      const rest = whole.map((count, step) => count - (a[step] ?? 0) - (b[step] ?? 0));
      if (rest.some((count) => count < 0)) return [];
      return [rest.some((count) => count > 0) ? [a, b, rest] : [a, b]];
    }),
  );
}

/** The points of a part's sheet that tell an answer, named by part and point. */
function pointsTold(counts: Counts, part: number): readonly string[] {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return counts.flatMap((count, step) => [
    ...(count === 1 ? [`${part} lone ${step}`] : []),
    ...(count === n ? [`${part} all ${step}`] : []),
  ]);
}
