import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { makeId } from '../../kernel/ids.ts';
import { differencing } from '../../measures/privacy/differencing.ts';
import { agreementQuestion } from '../../testing/example-rounds.ts';
import type { LeaderGroup, Mode } from '../meeting/meeting.ts';
import { countGroups, mergeGroups } from './count-groups.ts';
import { groupResults, groupsThatCouldShow, groupsToldHeld, resultsOfGroups } from './group-results.ts';
import { tallyRound } from './tally-round.ts';

const QUESTIONS = ['a', 'b'].map(agreementQuestion);
const DIMENSIONS = [{ id: 'd', title: 'D', questions: ['a', 'b'] }];
const person = (number: number) => makeId('person', String(number));

interface Drawn {
  readonly minimumGroup: number;
  /** Of each person: the group, 0 for none, and the answer to both questions, `null` where there is no ballot. */
  readonly people: readonly { readonly group: number; readonly value: number | null }[];
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  minimumGroup: fc.integer({ min: 5, max: 6 }),
  people: fc.array(fc.record({ group: fc.nat(3), value: fc.option(fc.integer({ min: 1, max: 7 }), { freq: 6 }) }), {
    maxLength: 20,
  }),
});

function asked({ people, minimumGroup }: Drawn, mode: Mode = 'anonymous') {
  const groups = [1, 2, 3].map((number): LeaderGroup => ({
    group: `g${number}`,
    people: people.flatMap(({ group }, place) => (group === number ? [person(place)] : [])),
  }));
  const answered = people.flatMap(({ value }, place) =>
    value === null
      ? []
      : [{ person: person(place), answers: { a: { kind: 'scale', value }, b: { kind: 'scale', value } } as const }],
  );
  return { mode, groups, answered, questions: QUESTIONS, dimensions: DIMENSIONS, minimumGroup, told: new Map() };
}

describe('CU2 groups of one meeting', () => {
  it('property: shown groups and the whole give nothing away, however they are added and subtracted', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const round = asked(one);
        const answerers = round.answered.map(({ person: who }) => String(who));
        const shown = groupResults(round).flatMap((result) => (result.status === 'shown' ? [result] : []));
        const published = shown.map(({ group, ballots }) => {
          const own = round.groups.find((candidate) => candidate.group === group)?.people.map(String) ?? [];
          const people = own.filter((who) => answerers.includes(who));
          expect(people).toHaveLength(ballots);
          return { name: group, people };
        });
        if (shown.length === 0) return;
        const told = differencing([{ name: 'all', people: answerers }, ...published], one.minimumGroup);
        expect(told.value).toEqual({ tooSmall: [], nested: [], exposed: [], safe: true });
      }),
      { numRuns: 150 },
    );
  });

  it('property: any order of the answers gives the same, and a group never shows more than it could at all', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const round = asked(one);
        const results = groupResults(round);
        expect(groupResults({ ...round, answered: round.answered.toReversed() })).toEqual(results);
        const everybody = one.people.map(({ group, value }) => ({ group, value: value ?? 4 }));
        const whole = asked({ ...one, people: everybody });
        const could = groupsThatCouldShow({ ...whole, asked: whole.answered.length });
        expect(groupResults(whole).map(({ status }) => status)).toEqual(
          could.map(({ held }) => (held === null ? 'shown' : 'held')),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('CU6 groups that people were told would not be shown', () => {
  it('property: are not, whoever answers, and no other one is shown instead', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const round = asked(one);
        const told = groupsToldHeld({ ...round, asked: one.people.length });
        const shown = (results: ReturnType<typeof groupResults>) =>
          results.flatMap(({ group, status }) => (status === 'shown' ? [group] : []));
        const otherwise = shown(groupResults(round)).filter((group) => !told.has(group));
        expect(shown(groupResults({ ...round, told }))).toEqual(otherwise);
      }),
      { numRuns: 150 },
    );
  });
});

describe('RS2 groups that are counted in parts', () => {
  const modes = fc.constantFrom<Mode>('anonymous', 'named');

  it('property: are shown as if all ballots were counted at once', () => {
    fc.assert(
      fc.property(drawn, modes, fc.integer({ min: 1, max: 7 }), (one, mode, page) => {
        const { answered, groups, ...rest } = asked(one, mode);
        const tagged = answered.map(({ person: who, answers }) => ({
          group: groups.find(({ people }) => people.includes(who))?.group ?? null,
          answers,
        }));
        const pages = tagged.flatMap((_ballot, at) => (at % page === 0 ? [tagged.slice(at, at + page)] : []));
        const counted = mergeGroups(pages.map((own) => countGroups(QUESTIONS, own)).reverse());
        const whole = tallyRound({
          questions: QUESTIONS,
          ballots: answered.map(({ answers }) => answers),
          invited: one.people.length,
          smallestSide: 5,
        });
        const results = resultsOfGroups({ ...rest, groups: groups.map(({ group }) => group), counted, whole });
        expect(results).toEqual(groupResults({ ...rest, groups, answered }));
      }),
      { numRuns: 150 },
    );
  });

  it('somebody in two groups is a bug', () => {
    const twice = { group: 'g', people: [person(1), person(2)] };
    const round = { ...asked({ people: [], minimumGroup: 5 }), groups: [twice, { ...twice, group: 'h' }] };
    expect(() => groupsThatCouldShow({ ...round, asked: 2 })).toThrow('nobody is in two groups');
  });
});

describe('CU7 groups of a named meeting', () => {
  it('property: are shown from two answers on', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const sizes = [1, 2, 3].map(
          (number) => one.people.filter(({ group, value }) => group === number && value !== null).length,
        );
        const statuses = groupResults(asked(one, 'named')).map(({ status }) => status);
        expect(statuses).toEqual(sizes.map((size) => (size < 2 ? 'held' : 'shown')));
      }),
    );
  });
});
