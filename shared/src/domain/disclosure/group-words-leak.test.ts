import { isDeepStrictEqual } from 'node:util';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Counts } from '../../measures/ratings/distribution.ts';
import { wordsOfGroups } from './group-words.ts';
import { EVERY_RULE, RULE_IDS } from './rules.ts';
import type { Rules } from './rules.ts';
import { allSheets } from './sheets.ts';

const minimumGroup = 5;
const UNJUDGED: Rules = new Set(RULE_IDS.filter((rule) => rule !== 'group-words'));

describe('CU4 words of groups beside what the whole answered', () => {
  it('property: whoever knows how often the whole gave each answer finds nobody in them, nor in what is left out', () => {
    fc.assert(
      fc.property(ten, ten, (one, other) => {
        expect(toldBy(displaysOf({ wholes: [sheetOf(one), sheetOf(other)], groups: 2 }))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('tell nobody by being left out, for which some that tell nothing are left out too', () => {
    const wholes = [
      [4, 2, 4],
      [4, 4, 4],
      [0, 0, 2, 1, 7],
      [0, 0, 3, 3, 5],
      [0, 0, 2, 5, 5],
    ];
    for (const whole of wholes) {
      const displays = displaysOf({ wholes: [whole], groups: 2 });
      expect(toldBy(displays)).toEqual([]);
      expect([...displays.keys()]).toContain('would-tell');
      expect(displays.size).toBeGreaterThan(1);
    }
  });

  it('tell nobody of three groups, whatever the whole answered', () => {
    for (const whole of allSheets(16, 3)) {
      if (isTurned(whole)) continue;
      expect(toldBy(displaysOf({ wholes: [whole], groups: 3 }))).toEqual([]);
    }
  });

  it('tell nobody of four groups, also where not every way of dealing is gone through', () => {
    const polar = [...allSheets(20, 3)].filter((whole) => !isTurned(whole) && whole[1] === 0);
    let shown = 0;
    for (const whole of [...polar, [7, 6, 7]]) {
      const displays = displaysOf({ wholes: [whole], groups: 4 });
      shown += displays.size;
      expect(toldBy(displays)).toEqual([]);
    }
    expect(shown).toBeGreaterThan(40);
  });

  it('would tell answers without this rule', () => {
    const whole = sheetOf([0, 0, 0, 0, 0, 2, 2, 2, 2, 2]);
    expect(toldBy(displaysOf({ wholes: [whole, whole], groups: 2, rules: UNJUDGED }))).not.toEqual([]);
    expect(toldBy(displaysOf({ wholes: [whole, whole], groups: 2 }))).toEqual([]);
    expect(toldBy(displaysOf({ wholes: [[11, 0, 9]], groups: 4, rules: UNJUDGED }))).not.toEqual([]);
  });

  it('property: are left out or told by the whole, the sizes and the words alone', () => {
    fc.assert(
      fc.property(fourGroupsOf(5), fc.array(swap, { minLength: 40, maxLength: 40 }), (dealt, swaps) => {
        const wordsIn = (parts: Dealt, rules: Rules) =>
          wordsOfGroups(
            parts.map((groups) => askedOf(groups)),
            rules,
          );
        const other = swaps.reduce(swapped, dealt);
        fc.pre(other !== dealt && isDeepStrictEqual(wordsIn(other, UNJUDGED), wordsIn(dealt, UNJUDGED)));
        expect(wordsIn(other, EVERY_RULE)).toEqual(wordsIn(dealt, EVERY_RULE));
      }),
      { numRuns: 8 },
    );
  });

  it('are told of four functions of fifteen nearly always, and tell nobody there either', () => {
    const teams = fc.sample(fourGroupsOf(15), { numRuns: 20, seed: 2_026 });
    const swaps = fc.sample(swap, { numRuns: 20_000, seed: 2_026 });
    const told = teams.filter((dealt) => wordsOfGroups(dealt.map((parts) => askedOf(parts))) !== 'would-tell');
    expect(told.length).toBeGreaterThanOrEqual(18);
    for (const dealt of told) expect(toldAround(dealt, swaps)).toEqual([]);
  });
});

/** Ten people's answers on three points. */
const ten = fc.array(fc.nat(2), { minLength: 10, maxLength: 12 });

function sheetOf(answers: readonly number[], points = 3): Counts {
  return Array.from({ length: points }, (_, at) => answers.filter((one) => one === at).length);
}

/** Whether the same answers have been seen with the scale turned round. */
function isTurned(whole: Counts): boolean {
  return (whole[0] ?? 0) < (whole.at(-1) ?? 0);
}

function askedOf(groups: readonly Counts[], whole: Counts = sumOf(groups)) {
  return { whole, groups, minimumGroup, turned: false };
}

function sumOf(parts: readonly Counts[]): Counts {
  return parts.reduce((sum, counts) => sum.map((count, step) => count + (counts[step] ?? 0)));
}

interface Asked {
  readonly wholes: readonly Counts[];
  /** Of five people each; who is left over is in none. */
  readonly groups: number;
  readonly rules?: Rules;
}

/** What is shown for each way to deal the whole's answers, and the points that are the same behind each display. */
function displaysOf({ wholes, groups, rules = EVERY_RULE }: Asked): ReadonlyMap<string, ReadonlySet<string>> {
  const displays = new Map<string, Set<string>>();
  const displayOf = onceFor((dealt: Dealt) => {
    const questions = dealt.map((parts, place) => askedOf(parts.slice(0, groups), wholes[place] ?? []));
    return String(wordsOfGroups(questions, rules));
  });
  const wordOf = onceFor((sheets: readonly Counts[]) =>
    String(
      wordsOfGroups(
        sheets.map((sheet) => askedOf([sheet])),
        UNJUDGED,
      ),
    ),
  );
  for (const dealt of product(wholes.map((whole) => waysOf(whole, groups)))) {
    const words = Array.from({ length: groups }, (_, group) => {
      const own = dealt.map((parts) => parts[group] ?? []);
      return wordOf(JSON.stringify(own), own);
    });
    const display = displayOf(String(words), dealt);
    const points = pointsIn(dealt);
    const known = displays.get(display);
    if (known === undefined) displays.set(display, new Set(points));
    else if (known.size > 0) for (const point of known) if (!points.includes(point)) known.delete(point);
  }
  return displays;
}

/** Points that are told by a display, although not every way of dealing has them. */
function toldBy(displays: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const all = [...displays.values()];
  return [...displays].flatMap(([display, points]) =>
    [...points].filter((point) => !all.every((others) => others.has(point))).map((point) => `${display}: ${point}`),
  );
}

function onceFor<T>(make: (from: T) => string): (key: string, from: T) => string {
  const made = new Map<string, string>();
  return (key, from) => {
    const known = made.get(key) ?? make(from);
    made.set(key, known);
    return known;
  };
}

function* product<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...rest] = lists;
  if (first === undefined) yield [];
  else for (const start of first) for (const end of product(rest)) yield [start, ...end];
}

/** Every way to deal answers to so many groups of five, and what is left to nobody's. */
function waysOf(whole: Counts, groups: number): readonly (readonly Counts[])[] {
  if (groups === 0) return [whole.some((count) => count > 0) ? [whole] : []];
  return [...allSheets(5, whole.length)].flatMap((own) => {
    const rest = whole.map((count, step) => count - (own[step] ?? 0));
    return rest.some((count) => count < 0) ? [] : waysOf(rest, groups - 1).map((parts) => [own, ...parts]);
  });
}

/** The points of all parts that tell an answer, by question and part. */
function pointsIn(dealt: Dealt): readonly string[] {
  return dealt.flatMap((parts, question) =>
    parts.flatMap((counts, part) => pointsTold(counts).map((point) => `${question} ${part} ${point}`)),
  );
}

function pointsTold(counts: Counts): readonly string[] {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return counts.flatMap((count, step) => [
    ...(count === 1 ? [`lone ${step}`] : []),
    ...(count === n ? [`all ${step}`] : []),
  ]);
}

type Dealt = readonly (readonly Counts[])[];

/** Answers on seven points to three questions, of four groups that stand somewhere each, more or less together. */
function fourGroupsOf(people: number): fc.Arbitrary<Dealt> {
  const off = fc.constantFrom(0, 0, 0, 1, 1, -1, -1, 2, -2);
  const offs = fc.array(off, { minLength: people, maxLength: people });
  const group = fc.record({ at: fc.nat(6), asked: fc.tuple(offs, offs, offs) });
  return fc.tuple(group, group, group, group).map((groups) =>
    [0, 1, 2].map((question) =>
      groups.map(({ at, asked }) => {
        const answers = (asked[question] ?? []).map((more) => Math.min(6, Math.max(0, at + more)));
        return sheetOf(answers, 7);
      }),
    ),
  );
}

/** Two people of two groups who give each other's answer to a question. */
interface Swap {
  readonly question: number;
  readonly groups: readonly [one: number, other: number];
  readonly points: readonly [one: number, other: number];
}

const swap: fc.Arbitrary<Swap> = fc.record({
  question: fc.nat(2),
  groups: fc.tuple(fc.nat(3), fc.nat(3)),
  points: fc.tuple(fc.nat(6), fc.nat(6)),
});

function swapped(dealt: Dealt, { question, groups: [one, other], points: [from, to] }: Swap): Dealt {
  const parts = dealt[question] ?? [];
  const isThere = (parts[one]?.[from] ?? 0) > 0 && (parts[other]?.[to] ?? 0) > 0;
  if (!isThere || one === other) return dealt;
  const moved = (counts: Counts, out: number, into: number) =>
    counts.map((count, step) => count - (step === out ? 1 : 0) + (step === into ? 1 : 0));
  const next = parts.map((counts, part) => {
    if (part === one) return moved(counts, from, to);
    return part === other ? moved(counts, to, from) : counts;
  });
  return dealt.map((own, place) => (place === question ? next : own));
}

/** The points that are told in every dealing with the same words that swaps lead to, one after the other. */
function toldAround(dealt: Dealt, swaps: readonly Swap[]): readonly string[] {
  const words = wordsOfGroups(
    dealt.map((parts) => askedOf(parts)),
    UNJUDGED,
  );
  let at = dealt;
  let told = pointsIn(dealt);
  for (const one of swaps) {
    const next = swapped(at, one);
    if (next === at) continue;
    if (
      !isDeepStrictEqual(
        wordsOfGroups(
          next.map((parts) => askedOf(parts)),
          UNJUDGED,
        ),
        words,
      )
    )
      continue;
    at = next;
    const points = new Set(pointsIn(at));
    told = told.filter((point) => points.has(point));
    if (told.length === 0) return [];
  }
  return told;
}
