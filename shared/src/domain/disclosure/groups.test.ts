import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { differencing } from '../../measures/privacy/differencing.ts';
import { disclosableGroups } from './groups.ts';
import type { Grouping } from './groups.ts';

const people = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => `p${from + place}`);
const grouping = (id: string, groups: Readonly<Record<string, readonly string[]>>): Grouping => ({
  id,
  groups: Object.entries(groups).map(([group, answerers]) => ({ id: group, answerers })),
});
const decide = (count: number, groupings: readonly Grouping[], minimumGroup = 5) =>
  disclosableGroups({ answerers: people(1, count), groupings, minimumGroup });

describe('PV15 a cut is shown where it tells nothing about a few people', () => {
  it('large groups are all shown, and nothing is hidden that need not be', () => {
    const byFunction = grouping('function', { sales: people(1, 6), ops: people(7, 12), tech: people(13, 18) });
    expect(decide(18, [byFunction])).toEqual({ shown: ['sales', 'ops', 'tech'], held: [] });
  });

  it('a small group takes its smallest sibling with it', () => {
    const byFunction = grouping('function', { sales: people(1, 8), ops: people(9, 14), legal: people(15, 17) });
    expect(decide(17, [byFunction])).toEqual({
      shown: ['sales'],
      held: [
        { group: 'ops', because: 'sibling' },
        { group: 'legal', because: 'too-small' },
      ],
    });
  });

  it('people in no group hide like one', () => {
    const byFunction = grouping('function', { north: people(1, 8), south: people(9, 14) });
    expect(decide(17, [byFunction]).shown).toEqual(['north']);
    expect(decide(14, [byFunction]).shown).toEqual(['north', 'south']);
    expect(decide(19, [byFunction]).shown).toEqual(['north', 'south']);
  });

  it('a group that all but a few are in is held', () => {
    const byPlace = grouping('place', { home: people(1, 10) });
    expect(decide(13, [byPlace])).toEqual({ shown: [], held: [{ group: 'home', because: 'complement-too-small' }] });
    expect(decide(10, [byPlace]).shown).toEqual(['home']);
    expect(decide(15, [byPlace]).shown).toEqual(['home']);
  });

  it('two small groups hide each other', () => {
    const byPlace = grouping('place', { a: people(1, 6), b: people(7, 9), c: people(10, 12) });
    expect(decide(12, [byPlace]).shown).toEqual(['a']);
  });

  it('groupings that overlap by all but a few are not both shown', () => {
    const byFunction = grouping('function', { sales: people(1, 10), ops: people(11, 20) });
    const byPlace = grouping('place', { paris: people(1, 8), berlin: people(9, 20) });
    // Sales less Paris would be two people, and sales is all less ops.
    expect(decide(20, [byFunction, byPlace])).toEqual({
      shown: ['paris', 'berlin'],
      held: [
        { group: 'sales', because: 'overlap' },
        { group: 'ops', because: 'overlap' },
      ],
    });
  });

  it('PV2 nothing of a wave under the minimum group', () => {
    expect(decide(4, [grouping('place', { a: people(1, 4) })])).toEqual({
      shown: [],
      held: [{ group: 'a', because: 'too-small' }],
    });
  });

  it('an id that did not answer counts nowhere', () => {
    expect(decide(4 + 6, [grouping('place', { a: [...people(1, 4), 'x', 'y'] })]).shown).toEqual([]);
  });

  const team = fc
    .record({
      size: fc.integer({ min: 5, max: 40 }),
      draws: fc.array(fc.nat(3), { minLength: 120, maxLength: 120 }),
      count: fc.integer({ min: 1, max: 3 }),
      k: fc.integer({ min: 5, max: 8 }),
    })
    .map(({ size, draws, count, k }) => ({
      size,
      k,
      groupings: Array.from({ length: count }, (_, at) =>
        grouping(
          `g${at}`,
          Object.fromEntries(
            [0, 1, 2].map((group) => [
              `g${at}.${group}`,
              people(1, size).filter((_person, place) => draws[at * 40 + place] === group),
            ]),
          ),
        ),
      ),
    }));

  it('property: whole and shown groups give nothing away, however they are added and subtracted', () => {
    fc.assert(
      fc.property(team, ({ size, groupings, k }) => {
        const { shown } = decide(size, groupings, k);
        if (size < k) return;
        const groups = groupings.flatMap((it) => it.groups).filter((group) => shown.includes(group.id));
        const published = [
          { name: 'all', people: people(1, size) },
          ...groups.map((group) => ({ name: group.id, people: group.answerers })),
        ];
        expect(differencing(published, k).value).toEqual({ tooSmall: [], nested: [], exposed: [], safe: true });
      }),
      { numRuns: 200 },
    );
  });

  it('property: the same where people who are in the same groups are named together', () => {
    fc.assert(
      fc.property(team, ({ size, groupings, k }) => {
        const crowds = new Map<string, number>();
        const memberOf = groupings.map((it) => it.groups.map(({ answerers }) => new Set(answerers)));
        const crowdOf = (person: string) =>
          memberOf
            .flat()
            .map((members) => (members.has(person) ? 1 : 0))
            .join('');
        for (const person of people(1, size)) crowds.set(crowdOf(person), (crowds.get(crowdOf(person)) ?? 0) + 1);
        const named = groupings.map((it) => ({
          ...it,
          groups: it.groups.map((group) => ({ ...group, answerers: [...new Set(group.answerers.map(crowdOf))] })),
        }));
        const answerers = [...crowds.keys()];
        expect(disclosableGroups({ answerers, groupings: named, minimumGroup: k, crowds })).toEqual(
          decide(size, groupings, k),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('property: the same in any order, and a larger minimum group never shows more', () => {
    fc.assert(
      fc.property(team, ({ size, groupings, k }) => {
        const { shown } = decide(size, groupings, k);
        const turned = groupings.toReversed().map((it) => ({ ...it, groups: it.groups.toReversed() }));
        expect(new Set(decide(size, turned, k).shown)).toEqual(new Set(shown));
        expect(shown).toEqual(expect.arrayContaining([...decide(size, groupings, k + 1).shown]));
      }),
      { numRuns: 60 },
    );
  });
});
