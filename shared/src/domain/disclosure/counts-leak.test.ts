import { describe, expect, it } from '@jest/globals';

import { midranksOfOrder, standardised } from '../../measures/rankings/ranks.ts';
import { roundOf } from '../../testing/example-rounds.ts';
import { discloseImportance, IMPORTANCE_QUESTION } from './importance.ts';
import { discloseRanking } from './ranking.ts';
import { allSheets } from './sheets.ts';
import { shownCounts } from './shown-count.ts';

/** What is so in every row that looks alike: bits that all of them share. */
function telling(rows: Iterable<{ readonly shown: string; readonly bits: number }>): readonly string[] {
  const known = new Map<string, number>();
  for (const { shown, bits } of rows) known.set(shown, (known.get(shown) ?? bits) & bits);
  return [...known].filter(([, bits]) => bits !== 0).map(([shown]) => shown);
}

function* countsUpTo(of: number, options: number): Generator<readonly number[]> {
  if (options === 0) yield [];
  else
    for (let count = 0; count <= of; count += 1) for (const rest of countsUpTo(of, options - 1)) yield [count, ...rest];
}

describe('PV12 counts of people do not tell that one did, or that one did not', () => {
  it('one looks like nobody, all but one like all', () => {
    const shown = shownCounts({ counts: [0, 1, 2, 6, 7, 8], of: 8, least: 0, most: 48 });
    expect(shown).toEqual([0, 0, 2, 6, 8, 8]);
  });

  it('every dot on the table: all but one on an option is not told by the total', () => {
    expect(shownCounts({ counts: [7, 6, 5, 4, 2, 0], of: 8, least: 0, most: 24 })).toEqual([8, 6, 5, 4, 0, 0]);
    expect(shownCounts({ counts: [8, 6, 5, 4, 0, 0], of: 8, least: 0, most: 24 })).toEqual([8, 6, 5, 4, 0, 0]);
  });

  it.each([
    { of: 5, options: 3, choices: 1 },
    { of: 5, options: 4, choices: 2 },
    { of: 5, options: 5, choices: 3 },
    { of: 6, options: 5, choices: 3 },
    { of: 8, options: 5, choices: 3 },
    { of: 7, options: 6, choices: 3 },
  ])('$of people with $choices choices of $options, all of them and with one choice at least', (asked) => {
    for (const least of [0, asked.of]) {
      const most = asked.of * asked.choices;
      function* rows() {
        for (const counts of countsUpTo(asked.of, asked.options)) {
          const total = counts.reduce((sum, count) => sum + count, 0);
          if (total < least || total > most) continue;
          let bits = 0;
          for (const [place, count] of counts.entries()) {
            if (count === 1) bits |= 1 << place;
            if (count === asked.of - 1) bits |= 1 << (place + 8);
            if (count === asked.of) bits |= 1 << (place + 16);
          }
          yield { shown: shownCounts({ counts, of: asked.of, least, most }).join(' '), bits };
        }
      }
      expect(telling(rows())).toEqual([]);
    }
  });
});

describe('PV10 shares of importance do not tell that exactly one person ranked nothing', () => {
  const OPTIONS = ['a', 'b', 'c'];

  /** Everything that may be shown of so many who took part, of whom so many ranked nothing. */
  function* displays(ballots: number, silent: number) {
    const ranked = ballots - silent;
    const none = OPTIONS.map(() => 0);
    for (const firstThree of countsUpTo(ranked, OPTIONS.length)) {
      const total = firstThree.reduce((sum, count) => sum + count, 0);
      if (total < ranked) continue;
      const tally = {
        ...({ kind: 'ranking', options: OPTIONS, ballots: ranked, firstThree } as const),
        ...{ midranks: none, standardised: none, varying: ranked, wins: null },
      };
      const round = roundOf(ballots, { [IMPORTANCE_QUESTION]: tally });
      yield OPTIONS.map((dimension) => discloseImportance({ dimension, round, minimumGroup: 5 })).join(' ');
    }
  }

  it.each([6, 7, 8, 9, 12])('of %s who took part', (ballots) => {
    const full = new Set(displays(ballots, 0));
    expect([...displays(ballots, 1)].filter((shown) => !full.has(shown))).toEqual([]);
  });
});

describe('PV13 a ranking does not tell an order that one person alone has, or that all have', () => {
  function permutations(items: readonly number[], length: number): readonly (readonly number[])[] {
    if (length === 0) return [[]];
    return items.flatMap((item) =>
      permutations(
        items.filter((other) => other !== item),
        length - 1,
      ).map((rest) => [item, ...rest]),
    );
  }

  /** All profiles of n people over full and partial orders: how many have each order, and who is put first. */
  function* profiles(n: number, options: number) {
    const items = Array.from({ length: options }, (_, item) => item);
    const orders = items.slice(0, -1).flatMap((shorter) => permutations(items, shorter + 1));
    const ranks = orders.map((order) => midranksOfOrder(order, options));
    const z = ranks.map((rank) => standardised(rank) ?? []);
    const names = items.map(String);
    const question = {
      id: 'r',
      kind: 'ranking',
      text: '',
      options: names.map((id) => ({ id, text: id })),
      most: options,
    } as const;
    for (const counts of allSheets(n, orders.length)) {
      const total = (rows: readonly (readonly number[])[], item: number) =>
        counts.reduce((sum, count, order) => sum + count * (rows[order]?.[item] ?? 0), 0);
      const tally = {
        kind: 'ranking',
        options: names,
        ballots: n,
        firstThree: items.map(() => 0),
        midranks: items.map((item) => total(ranks, item)),
        standardised: items.map((item) => total(z, item)),
        varying: n,
        wins: [],
      } as const;
      let bits = 0;
      for (const [order, count] of counts.entries()) {
        if (count === 1) bits |= 1 << order;
        if (count === n) bits |= 1 << (order + 9);
      }
      for (const item of items) {
        const first = counts.reduce((sum, count, order) => sum + (orders[order]?.[0] === item ? count : 0), 0);
        if (first === 1) bits |= 1 << (item + 18);
        if (first >= n - 1) bits |= 1 << (item + (first === n ? 21 : 24));
      }
      const shown = discloseRanking({ question, round: roundOf(n, { r: tally }), minimumGroup: 5 });
      yield { shown: JSON.stringify(shown), bits };
    }
  }

  it.each([
    { n: 5, options: 2 },
    { n: 8, options: 2 },
    { n: 12, options: 2 },
    { n: 30, options: 2 },
    { n: 60, options: 2 },
    { n: 5, options: 3 },
    { n: 6, options: 3 },
    { n: 7, options: 3 },
    { n: 8, options: 3 },
    { n: 9, options: 3 },
  ])('$n people, $options options, partial orders too', ({ n, options }) => {
    expect(telling(profiles(n, options))).toEqual([]);
  });
});
