import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Counts } from '../../measures/ratings/distribution.ts';
import { frequencyQuestion, roundOf } from '../../testing/example-rounds.ts';
import { discloseDimension } from './dimension.ts';
import { EVERY_RULE, RULE_IDS } from './rules.ts';
import type { Rules } from './rules.ts';
import { discloseScale } from './scale.ts';
import { allSheets } from './sheets.ts';

const POINTS = 5;
const [FIRST, SECOND] = [frequencyQuestion('first'), frequencyQuestion('second')];

function roundWith(people: number, first: Counts, second: Counts = first) {
  const tally = (counts: Counts) => ({ kind: 'scale', low: 0, high: POINTS - 1, counts, cannotSay: 0 }) as const;
  return roundOf(people, { first: tally(first), second: tally(second) });
}

/** Answer sheets of so many people, those together that one question shows alike. */
function alikeOf(people: number): readonly (readonly Counts[])[] {
  const alike = new Map<string, Counts[]>();
  for (const counts of allSheets(people, POINTS)) {
    const shown = discloseScale({ question: FIRST, round: roundWith(people, counts), minimumGroup: 5 });
    const key = JSON.stringify(shown);
    alike.set(key, [...(alike.get(key) ?? []), counts]);
  }
  return [...alike.values()];
}

/** Whether every pair of sheets behind one pair of displays has one dimension. */
function isOneDimension(people: number, [firsts, seconds]: readonly (readonly Counts[])[], rules: Rules): boolean {
  const dimensions = new Set<string>();
  for (const first of firsts ?? []) {
    for (const second of seconds ?? []) {
      const round = roundWith(people, first, second);
      dimensions.add(JSON.stringify(discloseDimension({ questions: [FIRST, SECOND], round, minimumGroup: 5, rules })));
    }
  }
  return dimensions.size === 1;
}

describe('PV11 a dimension is a function of what its questions show', () => {
  const five = alikeOf(5);
  const pairs = five.flatMap((firsts) => five.map((seconds) => [firsts, seconds]));

  it('of five people, whatever they answered to two questions', () => {
    expect(Math.max(...five.map((sheets) => sheets.length))).toBeGreaterThan(5);
    expect(pairs.filter((pair) => !isOneDimension(5, pair, EVERY_RULE))).toEqual([]);
  });

  it('and would not be without this rule', () => {
    const rules = new Set(RULE_IDS.filter((rule) => rule !== 'dimensions-from-shown'));
    expect(pairs.some((pair) => !isOneDimension(5, pair, rules))).toBe(true);
  });

  it.each([8, 12])('property: of %s people, of some sheets that look alike', (people) => {
    const hiding = alikeOf(people).filter((sheets) => sheets.length > 1);
    const some = fc.constantFrom(...hiding).chain((sheets) => fc.subarray([...sheets], { minLength: 2, maxLength: 2 }));
    fc.assert(
      fc.property(some, some, (firsts, seconds) => {
        expect(isOneDimension(people, [firsts, seconds], EVERY_RULE)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
