import type { Exposure } from './exposure.ts';
import { looksOf, ownLooks } from './group-looks.ts';
import type { AnsweredByGroups, LooksOfAll } from './group-looks.ts';
import { scoresOf } from './group-scores.ts';
import type { GroupWord, Scores } from './group-scores.ts';
import { EVERY_RULE } from './rules.ts';
import type { Rules } from './rules.ts';

export type { GroupWord };

export interface AskedOfGroups extends AnsweredByGroups {
  /** Whether a high answer is the unfavourable one. */
  readonly turned: boolean;
}

/**
 * How many looks on one question are gone through, and how many sums of them before each question, over all questions;
 * of more, those with the most ways. Each takes longer the more groups there are, and of many hardly any can be told: so
 * beyond some groups, fewer sums.
 */
const MOST_LOOKS = 150;
const MOST_SUMS = 1_800;
const MANY_GROUPS = 12;

/**
 * What may be told of groups on a dimension, a word for each; `null` for one with too few answers to every question;
 * `'would-tell'` where the words together would say something about one person. That is judged as if everybody knew how
 * often the whole gave each answer to each question, which is more than is ever shown: over the ways in which those
 * answers can be dealt to groups of these sizes and come to the same words, neither a group nor the rest has a point that
 * exactly one gave in all of them, or that everybody gave, unless the whole's answers say so alone.
 *
 * What is left out depends on those counts, the sizes and the words, never on who gave which answer, and is judged by the
 * same rule: where leaving out would tell something, the rarest words that tell nothing are left out as well. Where there
 * are too many ways to go through, words are told that some of the ways already make safe, and all others left out: ways
 * that were missed can only make it more.
 */
export function wordsOfGroups(
  questions: readonly AskedOfGroups[],
  rules: Rules = EVERY_RULE,
): readonly (GroupWord | null)[] | 'would-tell' {
  const scores = scoresOf(questions.length);
  const own = questions.map((question) => scores.of(ownLooks(question), question.turned)).reduce(plus, []);
  const words = own.map(scores.word);
  if (!rules.has('group-words')) return words;
  const judged = questions.map((question) => ({ ...looksOf(question), turned: question.turned }));
  return mayBeTold(judged, scores).has(keyOf(words)) ? words : 'would-tell';
}

interface Judged extends LooksOfAll {
  readonly turned: boolean;
}

/** All words of the groups that tell nothing, and that are not left out so that the others tell nothing either. */
function mayBeTold(questions: readonly Judged[], scores: Scores): ReadonlySet<string> {
  const { byWords, isEvery } = everyWords(questions, scores);
  const always = bitsOf(questions.flatMap((question) => question.always));
  const isBare = (bits: Int32Array) => bits.some((bit, place) => (bit & ~(always[place] ?? 0)) !== 0);
  const bare = [...byWords.values()].filter(({ bits }) => isBare(bits));
  const safe = [...byWords].filter(([, { bits }]) => !isBare(bits));
  const leftOut = bare.map(({ bits }) => bits).reduce<Int32Array | null>(bothOf, null);
  const isOneMore = !isEvery || (leftOut !== null && isBare(leftOut));
  const rarestFirst = safe.sort(([a, one], [b, other]) => one.ways - other.ways || (a < b ? -1 : 1));
  return new Set(rarestFirst.slice(isOneMore ? 1 : 0).map(([words]) => words));
}

/** What is so in all of some ways of dealing the answers to some questions, and how many these are. */
interface Shared {
  /** Of each question, each group and the rest: points that exactly one gave, then points that everybody gave. */
  readonly bits: Int32Array;
  /** Whether nothing is shared, so that nothing more can be forgotten. */
  isClear: boolean;
  ways: number;
}

interface SharedBySum extends Shared {
  /** Of each group, what its looks on these questions count. */
  readonly sum: readonly number[];
}

/** What the ways behind each words of the groups share, adding question by question how the groups can look on it. */
function everyWords(questions: readonly Judged[], scores: Scores) {
  let sums: readonly SharedBySum[] = [{ sum: [], bits: new Int32Array(), isClear: true, ways: 1 }];
  let byWords: ReadonlyMap<string, SharedBySum> = new Map();
  let isEvery = true;
  const groups = questions[0]?.every[0]?.groups.length ?? 0;
  const mostSums = Math.ceil((MOST_SUMS / questions.length) * Math.min(1, MANY_GROUPS / groups));
  for (const [place, question] of questions.entries()) {
    const { every, turned } = question;
    const looks = mostWays(every, MOST_LOOKS).map(({ groups: own, exposures, ways }): SharedBySum => {
      const bits = bitsOf(exposures);
      return { sum: scores.of(own, turned), bits, isClear: isClearOf(bits), ways };
    });
    const before = mostWays(sums, mostSums);
    if (!question.isEvery || looks.length < every.length || before.length < sums.length) isEvery = false;
    const isLast = place === questions.length - 1;
    const next = added(before, looks, (sum) => keyOf(isLast ? sum.map(scores.word) : sum));
    sums = [...next.values()];
    if (isLast) byWords = next;
  }
  return { byWords, isEvery };
}

/** What each sum of a known one and of looks on one more question shares, sums that look the same taken together. */
function added(
  known: readonly SharedBySum[],
  looks: readonly SharedBySum[],
  keyOfSum: (sum: readonly number[]) => string,
): ReadonlyMap<string, SharedBySum> {
  const next = new Map<string, SharedBySum>();
  // Most ways of large groups share nothing from the start; all of these can have the same empty bits.
  const clear = new Int32Array((known[0]?.bits.length ?? 0) + (looks[0]?.bits.length ?? 0));
  for (const one of known) {
    for (const look of looks) {
      const sum = plus(one.sum, look.sum);
      const key = keyOfSum(sum);
      const ways = one.ways * look.ways;
      const same = next.get(key);
      if (same === undefined) {
        const isClear = one.isClear && look.isClear;
        next.set(key, { sum, bits: isClear ? clear : joined(one.bits, look.bits), isClear, ways });
        continue;
      }
      same.ways += ways;
      if (same.isClear) continue;
      keepShared(same.bits, one.bits, 0);
      keepShared(same.bits, look.bits, one.bits.length);
      same.isClear = isClearOf(same.bits);
    }
  }
  return next;
}

/** Forgets what is not so in further ways, of which `others` says what is from a place on. */
function keepShared(bits: Int32Array, others: Int32Array, from: number): void {
  for (let place = 0; place < others.length; place += 1) {
    bits[from + place] = (bits[from + place] ?? 0) & (others[place] ?? 0);
  }
}

function isClearOf(bits: Int32Array): boolean {
  return bits.every((bit) => bit === 0);
}

function joined(first: Int32Array, second: Int32Array): Int32Array {
  const bits = new Int32Array(first.length + second.length);
  bits.set(first);
  bits.set(second, first.length);
  return bits;
}

function bothOf(known: Int32Array | null, bits: Int32Array): Int32Array {
  const shared = bits.slice();
  if (known !== null) keepShared(shared, known, 0);
  return shared;
}

function mostWays<T extends { readonly ways: number }>(all: readonly T[], most: number): readonly T[] {
  return all.length <= most ? all : [...all].sort((one, other) => other.ways - one.ways).slice(0, most);
}

function bitsOf(exposures: readonly Exposure[]): Int32Array {
  return Int32Array.from(exposures.flatMap(({ lone, all }) => [lone, all]));
}

function plus(known: readonly number[], more: readonly number[]): readonly number[] {
  return more.map((score, group) => (known[group] ?? 0) + score);
}

function keyOf(groups: readonly (GroupWord | number | null)[]): string {
  return groups.join(' ');
}
