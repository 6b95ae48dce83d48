import { describe, expect, it } from '@jest/globals';
import { discloseScale } from '@plumbline/shared/domain/disclosure/disclosure';
import type { LeaderGroup } from '@plumbline/shared/domain/meeting/meeting';
import { peopleIn, tellsOfFew } from '@plumbline/shared/domain/meeting/stakeholders';
import { tallyRound } from '@plumbline/shared/domain/results/tally-round';
import { makeId } from '@plumbline/shared/kernel/ids';
import { drawsFrom, MINIMUM_GROUP } from './publications.ts';

const QUESTION = { id: 'q', kind: 'agreement', text: 'We keep our word.' } as const;
const OTHERS = [4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6];

/** The level that is shown of these answers. */
function shownLevel(values: readonly number[]): number {
  const ballots = values.map((value) => ({ [QUESTION.id]: { kind: 'scale' as const, value } }));
  const round = tallyRound({
    questions: [QUESTION],
    ballots,
    invited: values.length,
    smallestSide: MINIMUM_GROUP,
  });
  const shown = discloseScale({ question: QUESTION, round, minimumGroup: MINIMUM_GROUP, mode: 'anonymous' });
  if (shown.status === 'held' || shown.level === null) throw new Error('Twelve answers are shown');
  return shown.level;
}

function people(from: number, to: number) {
  return Array.from({ length: to - from }, (_, at) => makeId('person', `s${from + at}`));
}

const all = (from: number, to: number): readonly LeaderGroup[] => [{ group: 'All', people: people(from, to) }];

/** Customers up to one number, peers from there to another. */
const divided = (cut: number, to: number): readonly LeaderGroup[] => [
  { group: 'Customers', people: people(0, cut) },
  { group: 'Peers', people: people(cut, to) },
];

/** What a coach may open one after the other: each unless the rule refuses it beside those before. */
function opened(
  wanted: readonly (readonly LeaderGroup[])[],
  refuses: (now: readonly LeaderGroup[], before: readonly (readonly LeaderGroup[])[]) => boolean,
): readonly (readonly LeaderGroup[])[] {
  return wanted.reduce<readonly (readonly LeaderGroup[])[]>(
    (before, now) => (refuses(now, before) ? before : [...before, now]),
    [],
  );
}

const asked = (groups: readonly LeaderGroup[], minimumGroup = MINIMUM_GROUP) => ({ groups, minimumGroup });

const byRule = (now: readonly LeaderGroup[], before: readonly (readonly LeaderGroup[])[]) =>
  tellsOfFew(
    asked(now),
    before.map((groups) => asked(groups)),
  );
const never = () => false;

/** Subtracts every one or two published crowds from every other one that holds them; whom that leaves, where they are few. */
function subtract(waves: readonly (readonly LeaderGroup[])[]): readonly string[] | null {
  const published = waves
    .flatMap((groups) => [peopleIn(groups), ...groups.map(({ people: own }) => own)])
    .filter((crowd) => crowd.length >= MINIMUM_GROUP)
    .map((crowd) => new Set<string>(crowd));
  const without = (crowd: ReadonlySet<string>, less: ReadonlySet<string>): ReadonlySet<string> | null =>
    [...less].every((person) => crowd.has(person)) ? new Set([...crowd].filter((person) => !less.has(person))) : null;
  for (const crowd of published) {
    for (const first of published) {
      const rest = without(crowd, first);
      if (rest === null || rest.size === 0) continue;
      for (const left of [rest, ...published.map((second) => without(rest, second))]) {
        if (left !== null && left.size > 0 && left.size < MINIMUM_GROUP) return [...left];
      }
    }
  }
  return null;
}

describe('SH4 whom a coach picks to find out what somebody answers', () => {
  it('two pulses that differ in one person would tell that person’s answer, to the point', () => {
    const before = shownLevel(OTHERS);
    for (const answer of [4, 5, 6]) {
      const after = shownLevel([...OTHERS, answer]);
      expect(Math.round(after * (OTHERS.length + 1) - before * OTHERS.length)).toBe(answer);
    }
  });

  it('so the second one is not opened, whichever way round they are asked', () => {
    const [twelve, thirteen] = [all(0, 12), all(0, 13)];
    expect(opened([twelve, thirteen], byRule)).toEqual([twelve]);
    expect(opened([thirteen, twelve], byRule)).toEqual([thirteen]);
    expect(opened([twelve, thirteen], never)).toEqual([twelve, thirteen]);
  });

  it('of whatever is asked, in whatever groups, nothing is left to subtract; without the rule there mostly would be', () => {
    let refused = 0;
    let exposed = 0;
    const rounds = 400;
    for (let seed = 1; seed <= rounds; seed += 1) {
      const draw = drawsFrom(seed);
      let crowd = people(0, 12 + draw(8));
      let next = 100;
      const wanted = [0, 1, 2].map(() => {
        crowd = [...crowd.filter(() => draw(12) > 0), ...people(next, next + draw(3))];
        next += 10;
        const cut = MINIMUM_GROUP + draw(crowd.length - 2 * MINIMUM_GROUP + 1);
        return crowd.length < 2 * MINIMUM_GROUP || draw(2) === 0
          ? [{ group: 'All', people: crowd }]
          : [
              { group: 'A', people: crowd.slice(0, cut) },
              { group: 'B', people: crowd.slice(cut) },
            ];
      });
      const kept = opened(wanted, byRule);
      expect(subtract(kept)).toBeNull();
      refused += wanted.length - kept.length;
      if (subtract(opened(wanted, never)) !== null) exposed += 1;
    }
    expect(exposed).toBeGreaterThan(rounds / 10);
    expect(refused).toBeGreaterThan(exposed - 1);
  });

  it('the same people in the same groups are asked as often as one likes, and so are quite others', () => {
    const again = [all(0, 12), all(0, 12), all(12, 24), all(0, 24), all(6, 18)];
    expect(opened(again, byRule)).toEqual(again);
  });

  it('after the minimum group was raised, what was shown by the smaller one is still there to subtract', () => {
    const before = asked(divided(7, 13));
    expect(tellsOfFew(asked(all(0, 8), 8), [before])).toBe(true);
    expect(tellsOfFew(asked(all(0, 21), 8), [before])).toBe(false);
  });

  it('after the minimum group was raised, what a smaller pulse showed by itself locks nobody out', () => {
    const before = asked(all(0, 6));
    expect(tellsOfFew(asked(all(20, 30), 8), [before])).toBe(false);
    expect(tellsOfFew(asked(all(0, 14), 8), [before])).toBe(false);
    expect(tellsOfFew(asked(all(0, 13), 8), [before])).toBe(true);
    expect(tellsOfFew(asked(all(2, 12), 8), [before])).toBe(false);
  });
});
