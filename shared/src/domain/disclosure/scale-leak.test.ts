import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Counts } from '../../measures/ratings/distribution.ts';
import { eitherOf, exposureOf, isSafe } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { EVERY_RULE } from './rules.ts';
import { pictureOf, sharedPictureOf } from './scale-picture.ts';
import { allSheets, sheetsInBars, sheetsOf } from './sheets.ts';

const FIVE = { minimumGroup: 5, rules: EVERY_RULE };
const display = (counts: Counts) => JSON.stringify(pictureOf({ counts, silent: 0, ...FIVE }));

/** What each display tells: what is so in every answer sheet that looks like it. */
function displays(points: number, n: number): ReadonlyMap<string, Exposure> {
  const known = new Map<string, Exposure>();
  for (const counts of allSheets(n, points)) {
    const shown = display(counts);
    const exposure = exposureOf(counts);
    known.set(shown, eitherOf(known.get(shown) ?? null, exposure) ?? exposure);
  }
  return known;
}

/** Every team size for each length of scale, as far as all sheets can be counted out in the time of a test. */
const COUNTED_OUT: readonly (readonly [points: number, most: number])[] = [
  [2, 60],
  [3, 40],
  [4, 20],
  [5, 16],
  [6, 16],
  [7, 16],
  [10, 6],
  [11, 6],
];

describe('PV10 no display of a question tells an answer that one person alone gave, or that all gave', () => {
  it.each(COUNTED_OUT)('%s points: of all answer sheets of 5 to %s people, none', (points, most) => {
    const telling: string[] = [];
    for (let n = 5; n <= most; n += points > 5 && n >= 12 ? 4 : 1) {
      for (const [shown, exposure] of displays(points, n)) if (!isSafe(exposure)) telling.push(`${n} people: ${shown}`);
    }
    expect(telling).toEqual([]);
  });

  it('property: larger teams, by sheets that are found to look the same', () => {
    const team = fc.record({
      points: fc.integer({ min: 2, max: 11 }),
      n: fc.integer({ min: 17, max: 60 }),
      seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
    });
    // Teams agree more than dice do: answers lie around two places, of which the second is seldom taken.
    const sheetOf = (points: number, n: number, draw: () => number) => {
      const [first, second] = [draw() % points, draw() % points];
      const counts = Array.from({ length: points }, () => 0);
      for (let person = 0; person < n; person += 1) {
        const centre = draw() % 10 < 8 ? first : second;
        const step = Math.min(points - 1, Math.max(0, centre + Math.round((draw() % 5) / 2 - 1)));
        counts[step] = (counts[step] ?? 0) + 1;
      }
      return counts;
    };
    fc.assert(
      fc.property(team, ({ points, n, seed }) => {
        let state = seed;
        const draw = () => (state = (state * 48_271) % 2_147_483_647) >> 8;
        const counts = sheetOf(points, n, draw);
        expect({ counts, ...knownFrom(counts) }).toEqual({ counts, lone: 0, all: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('everybody at one end cannot be told from all but one there', () => {
    for (const n of [5, 8, 12, 16, 40, 1000]) {
      expect(display([0, 0, 0, 0, 0, 0, n])).toBe(display([0, 0, 0, 0, 0, 1, n - 1]));
    }
  });

  it('everybody in the middle looks like a team around it', () => {
    for (const n of [5, 8, 12, 40]) expect(display([0, 0, 0, n, 0, 0, 0])).toBe(display([0, 0, 1, n - 2, 1, 0, 0]));
  });

  it('that one person could not say is told by no bars', () => {
    const counts = [0, 0, 0, 4, 4, 4, 0];
    const silent = (people: number) => pictureOf({ counts, silent: people, ...FIVE }).bars !== null;
    expect([silent(0), silent(1), silent(2)]).toEqual([true, false, true]);
  });

  it('RS12 without bars, of the same number of answers at the same place of closeness, a lower level is a lower mean', () => {
    for (const [points, n] of [
      [5, 7],
      [7, 7],
      [5, 8],
      [7, 8],
      [5, 12],
      [7, 12],
      [6, 13],
    ] as const) {
      const means = new Map<string, Map<number, { least: number; most: number }>>();
      for (const counts of allSheets(n, points)) {
        const { level, together, band } = sharedPictureOf({ counts, silent: 0, ...FIVE });
        const place = `${n} of ${points}: ${band} ${together}`;
        const levels = means.get(place) ?? new Map<number, { least: number; most: number }>();
        means.set(place, levels);
        const mean = meanIn(counts);
        const { least, most } = levels.get(level) ?? { least: mean, most: mean };
        levels.set(level, { least: Math.min(least, mean), most: Math.max(most, mean) });
      }
      for (const [place, levels] of means) {
        const inOrder = [...levels].sort(([a], [b]) => a - b).map(([, span]) => span);
        for (const [at, { least }] of inOrder.entries()) {
          const below = inOrder[at - 1]?.most ?? least;
          expect({ place, at, goesBack: below > least + 1e-9 }).toEqual({ place, at, goesBack: false });
        }
      }
    }
  });

  it('what it costs: the band stays, and the level moves little', () => {
    const cost = (points: number, n: number) => {
      let [moved, sheets] = [0, 0];
      for (const counts of allSheets(n, points)) {
        moved += Math.abs(pictureOf({ counts, silent: 0, ...FIVE }).level - meanIn(counts));
        sheets += 1;
      }
      return moved / sheets;
    };
    // A quarter's rounding alone moves a level by a sixteenth on average.
    expect([cost(7, 5), cost(7, 8), cost(7, 12), cost(5, 8)].map((moved) => moved < 0.1)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(cost(5, 5)).toBeLessThan(0.13);
  });
});

function meanIn(counts: Counts): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count, step) => sum + count * step, 0) / n;
}

/** What is so in all sheets with the same display, as far as candidates prove: each is one that could be handed in. */
function knownFrom(counts: Counts): Exposure {
  const picture = pictureOf({ counts, silent: 0, ...FIVE });
  const shown = JSON.stringify(picture);
  const [n, points] = [counts.reduce((sum, count) => sum + count, 0), counts.length];
  const candidates =
    picture.bars === null
      ? sheetsOf({ n, points })
      : sheetsInBars(picture.bars.map((bar) => ({ points: bar.to - bar.from + 1, count: bar.count })));
  let known = exposureOf(counts);
  for (const sheet of candidates) {
    if (isSafe(known)) return known;
    if (display(sheet) === shown) known = eitherOf(known, exposureOf(sheet)) ?? known;
  }
  return known;
}
