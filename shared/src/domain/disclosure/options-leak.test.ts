import { describe, expect, it } from '@jest/globals';

import { roundOf } from '../../testing/example-rounds.ts';
import { bitsIn, eachSheet, knownBehind } from '../../testing/known-behind.ts';
import { disclosePairwise } from './disclosure.ts';

function questionOf(options: number) {
  const ids = Array.from({ length: options }, (_, option) => `o${option}`);
  return { id: 'q', kind: 'pairwise', text: '', options: ids.map((id) => ({ id, text: id })) } as const;
}

/** How many prefer the first of a pair, and how many the second. */
type Decided = readonly [number, number];

const looks = new Map<string, string>();

/** What is shown of pairs, of which only who preferred what may be read. */
function lookOf({ options, ballots, people }: { options: number; ballots: number; people: number }) {
  const question = questionOf(options);
  return (pairs: readonly Decided[]): string => {
    const key = [options, ballots, people, ...pairs].join(' ');
    const known = looks.get(key);
    if (known !== undefined) return known;
    const wins = question.options.map(() => question.options.map(() => 0));
    for (const [pair, [one, other]] of pairsOf(options).entries()) {
      const [first, second] = pairs[pair] ?? [0, 0];
      wins[one]?.splice(other, 1, first);
      wins[other]?.splice(one, 1, second);
    }
    const unread = (): never => {
      throw new Error('what is shown of choices follows from who preferred what');
    };
    const tally = {
      kind: 'pairwise' as const,
      options: question.options.map(({ id }) => id),
      ballots,
      wins,
      get whole() {
        return unread();
      },
      get zeta() {
        return unread();
      },
    };
    const look = JSON.stringify(disclosePairwise({ question, round: roundOf(people, { q: tally }), minimumGroup: 5 }));
    looks.set(key, look);
    return look;
  };
}

function pairsOf(options: number): readonly (readonly [number, number])[] {
  const ids = Array.from({ length: options }, (_, option) => option);
  return ids.flatMap((one) => ids.slice(one + 1).map((other) => [one, other] as const));
}

/** Every combination of what each pair may have come to. */
function* tablesOf(pairs: number, cells: readonly Decided[]): Generator<readonly Decided[]> {
  if (pairs === 0) yield [];
  else for (const rest of tablesOf(pairs - 1, cells)) for (const cell of cells) yield [...rest, cell];
}

function whole(people: number): readonly Decided[] {
  return Array.from({ length: people + 1 }, (_, won) => [won, people - won]);
}

function partly(people: number): readonly Decided[] {
  return Array.from({ length: people + 1 }, (_, decided) => whole(decided)).flat();
}

/** Displays behind which, in every table, one person alone, all but one or everybody chose so of a pair, or left it out. */
function tellingTables(of: { options: number; people: number; cells: readonly Decided[] }) {
  const { options, people, cells } = of;
  const pairs = pairsOf(options).length;
  const look = lookOf({ options, ballots: people, people });
  const known = knownBehind();
  const bits = bitsIn(people, [3 * pairs]);
  for (const table of tablesOf(pairs, cells)) {
    // Each of them decided something, or gave no answer.
    if (table.reduce((sum, [won, lost]) => sum + won + lost, 0) < people) continue;
    known.see(look(table), bits.of(Int32Array.from(table.flatMap(([won, lost]) => [won, lost, people - won - lost]))));
  }
  return { telling: known.telling(), displays: known.displays().size };
}

describe('PV16 of no pair is it known what one person or everybody chose', () => {
  it.each([5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30])('two options, %i people', (people) => {
    expect(tellingTables({ options: 2, people, cells: whole(people) }).telling).toEqual([]);
  });

  it.each([5, 6, 8, 12])('three options, %i people', (people) => {
    const { telling, displays } = tellingTables({ options: 3, people, cells: whole(people) });
    expect(telling).toEqual([]);
    // Or nothing was at stake.
    expect(displays).toBeGreaterThan(10);
  });

  it('four options, five people', () => {
    // Without 3 of 5, which looks like 2 of 5: worlds left out could only make more known.
    const cells = whole(5).filter(([won]) => won !== 3);
    expect(tellingTables({ options: 4, people: 5, cells }).telling).toEqual([]);
  });

  it('three options, five people who leave pairs out', () => {
    expect(tellingTables({ options: 3, people: 5, cells: partly(5) }).telling).toEqual([]);
  });

  it.each([5, 6, 8, 12])('two options, %i people of whom some decide nothing', (people) => {
    const known = knownBehind();
    const bits = bitsIn(people, [3]);
    for (const [won, lost] of partly(people)) {
      const ballots = won + lost;
      const look = lookOf({ options: 2, ballots, people });
      known.see(look([[won, lost]]), bits.of(Int32Array.from([won, lost, people - ballots])));
    }
    expect(known.telling()).toEqual([]);
  });

  it.each([6, 8, 12])('one of %i people who decided nothing is not seen', (people) => {
    const others = [people, ...(people > 6 ? [people - 2] : [])].flatMap((ballots) => {
      const look = lookOf({ options: 3, ballots, people });
      return [...tablesOf(3, whole(ballots))].map((table) => look(table));
    });
    const look = lookOf({ options: 3, ballots: people - 1, people });
    const could = new Set(others);
    expect([...tablesOf(3, whole(people - 1))].filter((table) => !could.has(look(table)))).toEqual([]);
  });
});

/** By way to choose: for each pair, whether the first, the second or none is preferred. */
function waysOf(pairs: number, each: readonly Decided[]): readonly (readonly Decided[])[] {
  return [...tablesOf(pairs, each)].filter((way) => way.some(([first, second]) => first + second > 0));
}

/** Displays behind which every sheet has the same way that one person chose, all but one, or everybody. */
function tellingSheets(people: number, each: readonly Decided[]) {
  const ways = waysOf(3, each);
  const look = lookOf({ options: 3, ballots: people, people });
  const known = knownBehind();
  const bits = bitsIn(people, [ways.length]);
  eachSheet(people, ways.length, (counts) => {
    const table: [number, number][] = [
      [0, 0],
      [0, 0],
      [0, 0],
    ];
    for (let way = 0; way < ways.length; way += 1) {
      const count = counts[way] ?? 0;
      if (count === 0) continue;
      for (const [pair, [first, second]] of (ways[way] ?? []).entries()) {
        const cell = table[pair];
        if (cell) [cell[0], cell[1]] = [cell[0] + count * first, cell[1] + count * second];
      }
    }
    known.see(look(table), bits.of(counts));
  });
  return known.telling();
}

describe('PV16 of no ballot of choices is it known that one person or everybody gave it', () => {
  const ONE_OF_TWO: readonly Decided[] = [
    [1, 0],
    [0, 1],
  ];

  it.each([5, 6, 8, 12])('choices of %i people between three options', (people) => {
    expect(tellingSheets(people, ONE_OF_TWO)).toEqual([]);
  });

  it('choices of five people who leave pairs out', () => {
    expect(tellingSheets(5, [...ONE_OF_TWO, [0, 0]])).toEqual([]);
  });
});
