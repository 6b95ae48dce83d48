import { describe, expect, it } from '@jest/globals';

import type { Answer } from '../ballot/ballot.ts';
import { roundOf } from '../../testing/example-rounds.ts';
import { bitsIn, knownBehind } from '../../testing/known-behind.ts';
import type { KnownBehind } from '../../testing/known-behind.ts';
import { apartIn, eachQuartering, QUARTERS, waysToQuarter } from '../../testing/quarter-sheets.ts';
import { countAllocation, finishAllocation } from '../results/tally-allocation.ts';
import type { AllocationTally } from '../results/tally.ts';
import { discloseAllocation } from './disclosure.ts';

const QUARTER = 25;

function questionOf(options: number) {
  const ids = Array.from({ length: options }, (_, option) => `o${option}`);
  return { id: 'q', kind: 'allocation', text: '', options: ids.map((id) => ({ id, text: id })), total: 100 } as const;
}

function look(tally: AllocationTally): string {
  const shown = discloseAllocation({
    question: questionOf(tally.options.length),
    round: roundOf(tally.ballots, { q: tally }),
    minimumGroup: 5,
  });
  // Which option stands where among equal means follows from the means.
  return shown.status === 'held'
    ? 'held'
    : JSON.stringify([{ ...shown, options: null }, ...shown.options.map(({ text: _text, ...rest }) => rest)]);
}

/** A tally of which only sums and the overlap may be read, so that whoever shows more has to count it out here too. */
function sumsOnly(of: {
  readonly people: number;
  readonly points: readonly number[];
  readonly overlap: number;
}): AllocationTally {
  const unread = (): never => {
    throw new Error('what is shown of points follows from their sums and the overlap');
  };
  return {
    kind: 'allocation',
    options: of.points.map((_, option) => `o${option}`),
    total: 100,
    ballots: of.people,
    points: of.points,
    overlap: of.overlap,
    get medians() {
      return unread();
    },
    get overlapAgainstChance() {
      return unread();
    },
  };
}

/**
 * All sheets in quarters whose means are shown in the order of the options, and what is so in all that look the same: a
 * ballot that one person alone gave, or everybody; of an option, quarters that one person alone gave it, or everybody; one
 * who gave it something or nothing. Options are all treated alike, so what holds of these displays holds of all.
 */
function countedOut(people: number, options: number): KnownBehind {
  const ways = waysToQuarter(options);
  const known = knownBehind();
  const means = Array.from({ length: people * QUARTERS + 1 }, (_, sum) => meanOf(sum, { people, options }));
  const looks = new Map<number, string>();
  const bits = bitsIn(people, [ways.length, options * (QUARTERS + 1)]);
  eachQuartering(ways, people, ({ counts, sums, given }) => {
    for (let option = 1; option < options; option += 1) {
      if ((means[sums[option] ?? 0] ?? 0) > (means[sums[option - 1] ?? 0] ?? 0)) return;
    }
    const apart = apartIn(given, { people, options });
    const key = sums.reduce((code, sum) => code * (QUARTERS * people + 1) + sum, apart);
    let display = looks.get(key);
    if (display === undefined) {
      const points = Array.from(sums, (sum) => sum * QUARTER);
      display = look(sumsOnly({ people, points, overlap: 1 - apart / (QUARTERS * people * (people - 1)) }));
      looks.set(key, display);
    }
    known.see(display, bits.of(counts, given));
  });
  return known;
}

/** The shown mean of an option that got so many quarters; the others share the rest. */
function meanOf(sum: number, { people, options }: { readonly people: number; readonly options: number }): number {
  const rest = people * QUARTERS - sum;
  const points = [sum, rest, ...Array.from({ length: options - 2 }, () => 0)].map((quarters) => quarters * QUARTER);
  const shown = discloseAllocation({
    question: questionOf(options),
    round: roundOf(people, { q: sumsOnly({ people, points, overlap: 0.5 }) }),
    minimumGroup: 5,
  });
  const mean = shown.status === 'held' ? null : shown.options.find(({ option }) => option === 'o0')?.mean;
  if (typeof mean !== 'number') throw new Error('enough people gave points');
  return mean;
}

const counted = new Map<string, KnownBehind>();

function knownOf(people: number, options: number): KnownBehind {
  const key = `${people} ${options}`;
  const known = counted.get(key) ?? countedOut(people, options);
  counted.set(key, known);
  return known;
}

describe('PV17 points cannot be solved for what one person or everybody gave', () => {
  it.each([5, 6, 7, 8, 9, 10, 11, 12])('points of %i people in quarters over two options', (people) => {
    expect(knownOf(people, 2).telling()).toEqual([]);
  });

  it.each([5, 6, 7, 8, 9, 10, 11, 12])('points of %i people in quarters over three options', (people) => {
    expect(knownOf(people, 3).telling()).toEqual([]);
  });

  it.each([
    [5, 4],
    [6, 4],
  ])('points of %i people in quarters over %i options', (people, options) => {
    expect(knownOf(people, options).telling()).toEqual([]);
  });

  it.each([2, 3])('one person who gave no points is not seen: %i options', (options) => {
    for (const people of [6, 7, 8, 9, 10, 11, 12]) {
      const others = [people, ...(people > 6 ? [people - 2] : [])].map((answered) => knownOf(answered, options));
      const alone = [...knownOf(people - 1, options).displays()].filter(
        (display) => !others.some((known) => known.displays().has(display)),
      );
      expect(alone).toEqual([]);
    }
  });

  it('what was counted out is what is shown of ballots', () => {
    for (const options of [2, 3]) {
      const ways = waysToQuarter(options);
      const question = questionOf(options);
      const displays = knownOf(5, options).displays();
      const seen = new Set<string>();
      eachQuartering(ways, 5, ({ counts }) => {
        const answers = [...counts].flatMap((count, way) =>
          Array.from({ length: count }, () => answerOf(ways[way] ?? [])),
        );
        seen.add(look(finishAllocation(question, countAllocation(question, answers))));
      });
      // The others show the same to options in another order.
      expect([...displays].filter((display) => !seen.has(display))).toEqual([]);
      expect([...seen].filter((display) => inOrder(display)).filter((display) => !displays.has(display))).toEqual([]);
    }
  });
});

function inOrder(display: string): boolean {
  const options = [...display.matchAll(/"option":"(o\d)"/g)].map(([, option]) => option);
  return options.join() === [...options].sort().join();
}

function answerOf(quarters: readonly number[]): Answer {
  return {
    kind: 'allocation',
    points: Object.fromEntries(quarters.map((some, option) => [`o${option}`, some * QUARTER])),
  };
}

describe('PV4 no giver of points is known from a mean (the p% rule)', () => {
  it.each([
    [2, 5],
    [3, 5],
    [4, 5],
    [10, 5],
    [3, 8],
    [4, 8],
    [10, 8],
    [3, 12],
    [10, 12],
    [10, 30],
  ])('%i options, %i people: sums that look the same lie further apart than a tenth of a ballot', (options, people) => {
    const rest = Array.from({ length: options - 1 }, () => 0);
    const widths = new Map<unknown, number>();
    for (let sum = 0; sum <= 100 * people; sum += 1) {
      const points = [sum, 100 * people - sum, ...rest.slice(1)];
      const shown = discloseAllocation({
        question: questionOf(options),
        round: roundOf(people, { q: sumsOnly({ people, points, overlap: 0.5 }) }),
        minimumGroup: 5,
      });
      if (shown.status === 'held') throw new Error('enough people gave points');
      const mean = shown.options.find(({ option }) => option === 'o0')?.mean;
      widths.set(mean, (widths.get(mean) ?? 0) + 1);
    }
    expect(widths.size).toBeGreaterThan(4);
    // A second giver takes off what is their own; 10 points are a tenth of the most that the largest can have given.
    for (const width of widths.values()) expect(width).toBeGreaterThan(20);
  });
});
