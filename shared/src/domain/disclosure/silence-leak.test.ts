import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Counts } from '../../measures/ratings/distribution.ts';
import { midranksOfOrder } from '../../measures/rankings/ranks.ts';
import { roundOf } from '../../testing/example-rounds.ts';
import type { Question } from '../instrument/question.ts';
import { eitherOf, exposureOf, isSafe } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { discloseRanking } from './ranking.ts';
import { EVERY_RULE, RULE_IDS } from './rules.ts';
import type { Rules } from './rules.ts';
import { pictureOf, sharedPictureOf } from './scale-picture.ts';
import { allSheets, sheetsOf } from './sheets.ts';

const NOT_HUSHED: Rules = new Set(RULE_IDS.filter((rule) => rule !== 'lone-silence'));

/** So many people took part, of whom some gave no answer. */
interface Team {
  readonly ballots: number;
  readonly minimumGroup: number;
}

type Look = (counts: Counts, silent: number) => string;

/** Displays that are seen when exactly one person gave no answer, and never when nobody or two did. */
function telling(team: Team, sheets: (n: number) => Iterable<Counts>, look: Look): readonly string[] {
  const shown = (silent: number) =>
    team.ballots - silent < team.minimumGroup
      ? new Set<string>()
      : new Set(Array.from(sheets(team.ballots - silent), (counts) => look(counts, silent)));
  const [nobody, one, two] = [shown(0), shown(1), shown(2)];
  return [...one].filter((display) => !nobody.has(display) && !two.has(display));
}

/** What each display tells somebody who knows that one person gave no answer. */
function toldBeside(team: Team, sheets: (n: number) => Iterable<Counts>, look: Look): readonly Exposure[] {
  const known = new Map<string, Exposure>();
  for (const counts of sheets(team.ballots - 1)) {
    const [display, exposure] = [look(counts, 1), exposureOf(counts)];
    known.set(display, eitherOf(known.get(display) ?? null, exposure) ?? exposure);
  }
  return [...known.values()];
}

/** Every minimum group; of a larger team those that differ in how many may be missing. */
const teamsOf = (least: number, most: number): readonly Team[] =>
  Array.from({ length: most - least + 1 }, (_, more) => least + more).flatMap((ballots) =>
    Array.from({ length: ballots - 4 }, (_, above) => ({ ballots, minimumGroup: 5 + above })).filter(
      ({ minimumGroup }) => ballots < 10 || minimumGroup === 5 || minimumGroup >= ballots - 2,
    ),
  );

const scaleLook =
  ({ minimumGroup }: Team, rules: Rules = EVERY_RULE): Look =>
  (counts, silent) =>
    JSON.stringify(pictureOf({ counts, silent, minimumGroup, rules }));

describe('PV10 no display of a question is seen only when exactly one person gave no answer', () => {
  const sheets = (points: number) => (n: number) => allSheets(n, points);

  it.each([
    [4, 8],
    [5, 14],
    [6, 8],
    [7, 10],
  ])('%s points: of all answer sheets of 5 to %s people, with every minimum group, none', (points, most) => {
    for (const team of teamsOf(5, most)) {
      expect({ team, telling: telling(team, sheets(points), scaleLook(team)) }).toEqual({ team, telling: [] });
    }
  });

  it.each([5, 10, 11])('nor of 12 people on 7 points, with a minimum group of %s', (minimumGroup) => {
    const team = { ballots: 12, minimumGroup };
    expect(telling(team, sheets(7), scaleLook(team))).toEqual([]);
  });

  it('without the rule the grain tells it, and places do', () => {
    const count = (points: number, team: Team) => telling(team, sheets(points), scaleLook(team, NOT_HUSHED)).length;
    expect(count(7, { ballots: 8, minimumGroup: 7 })).toBeGreaterThan(0);
    expect(count(5, { ballots: 12, minimumGroup: 11 })).toBeGreaterThan(0);
    expect(count(5, { ballots: 9, minimumGroup: 5 })).toBeGreaterThan(0);
  });

  it('nor does it tell an answer to somebody who knows that one person gave none', () => {
    for (const [points, most] of [
      [5, 12],
      [7, 9],
    ] as const) {
      for (const team of teamsOf(6, most)) {
        if (team.minimumGroup === team.ballots) continue;
        const told = toldBeside(team, sheets(points), scaleLook(team)).filter((exposure) => !isSafe(exposure));
        expect({ team, told }).toEqual({ team, told: [] });
      }
    }
  });

  it('property: of a larger team, the place could be that of everybody, or of all but two', () => {
    const team = fc.record({
      points: fc.constantFrom(3, 5, 7),
      answers: fc.array(fc.nat(6), { minLength: 12, maxLength: 40 }),
      near: fc.constantFrom(1, 2, 6),
    });
    fc.assert(
      fc.property(team, ({ points, answers, near }) => {
        const counts = Array.from({ length: points }, () => 0);
        for (const answer of answers) {
          const step = ((answers[0] ?? 0) + (answer % (near + 1))) % points;
          counts[step] = (counts[step] ?? 0) + 1;
        }
        const ballots = answers.length + 1;
        const look = scaleLook({ ballots, minimumGroup: 5 });
        const shown = look(counts, 1);
        const isSeen = (silent: number) => {
          for (const sheet of sheetsOf({ n: ballots - silent, points })) if (look(sheet, silent) === shown) return true;
          return false;
        };
        expect({ counts, seen: isSeen(0) || isSeen(2) }).toEqual({ counts, seen: true });
      }),
      { numRuns: 8 },
    );
  });

  it('what it costs: the grain of 8 or 12 who all answered, by the minimum group, and a quarter of a point where one did not', () => {
    const coarser = teamsOf(5, 12).filter((team) => {
      const everybody = [0, 0, 0, 2, 2, 2, team.ballots - 6].map((count) => Math.max(0, count));
      const [told, seen] = [NOT_HUSHED, EVERY_RULE].map((rules) => scaleLook(team, rules)(everybody, 0));
      return team.ballots >= 8 && told !== seen;
    });
    expect(coarser).toEqual([
      { ballots: 8, minimumGroup: 7 },
      { ballots: 8, minimumGroup: 8 },
      { ballots: 12, minimumGroup: 11 },
      { ballots: 12, minimumGroup: 12 },
    ]);
    for (const points of [5, 7]) {
      for (const n of points === 5 ? [5, 7, 8, 10, 11] : [7]) {
        for (const counts of allSheets(n, points)) {
          const asked = { counts, minimumGroup: 5, rules: EVERY_RULE };
          const [one, own] = [pictureOf({ ...asked, silent: 1 }), sharedPictureOf({ ...asked, silent: 0 })];
          expect([one.grain, one.band, one.together]).toEqual([own.grain, own.band, own.together]);
          expect(Math.abs(one.level - own.level)).toBeLessThanOrEqual(0.25);
        }
      }
    }
  });
});

describe('PV13 no display of a ranking is seen only when exactly one person gave no order', () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
  const question: Extract<Question, { kind: 'ranking' }> = { id: 'r', kind: 'ranking', text: '', options, most: 3 };
  // Two of three ranked is the same as three.
  const orders = [0, 1, 2].flatMap((a) => [[a], ...[0, 1, 2].filter((b) => b !== a).map((b) => [a, b])]);
  const ranks = orders.map((order) => midranksOfOrder(order, 3));
  const sheets = (n: number) => allSheets(n, orders.length);
  const rankingLook =
    ({ ballots, minimumGroup }: Team, rules: Rules = EVERY_RULE): Look =>
    (counts, silent) => {
      const n = ballots - silent;
      const midranks = [0, 1, 2].map((item) =>
        counts.reduce((sum, count, order) => sum + count * (ranks[order]?.[item] ?? 0), 0),
      );
      const tally = { ballots: n, varying: n, firstThree: [0, 0, 0], midranks, standardised: midranks, wins: null };
      const round = roundOf(ballots, { r: { kind: 'ranking', options: ['a', 'b', 'c'], ...tally } });
      return JSON.stringify(discloseRanking({ question, round, minimumGroup, rules }));
    };

  it('of all orders of 6 to 8 people, none', () => {
    for (const team of teamsOf(6, 8).filter(({ ballots, minimumGroup }) => [5, ballots - 1].includes(minimumGroup))) {
      expect({ team, telling: telling(team, sheets, rankingLook(team)) }).toEqual({ team, telling: [] });
    }
  });

  it('without the rule steps of ranks tell it', () => {
    const team = { ballots: 8, minimumGroup: 7 };
    expect(telling(team, sheets, rankingLook(team, NOT_HUSHED)).length).toBeGreaterThan(0);
  });

  it('nor does it tell an order to somebody who knows that one person gave none', () => {
    for (const ballots of [6, 7]) {
      const team = { ballots, minimumGroup: 5 };
      const told = toldBeside(team, sheets, rankingLook(team)).filter((exposure) => !isSafe(exposure));
      expect({ team, told }).toEqual({ team, told: [] });
    }
  });
});
