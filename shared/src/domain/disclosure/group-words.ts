import { isSafe } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { either, looksOf } from './group-looks.ts';
import type { AnsweredByGroups, GroupLook, Looks } from './group-looks.ts';
import { EVERY_RULE } from './rules.ts';
import type { Rules } from './rules.ts';

/** All that is told of a group on a dimension. */
export type GroupWord = 'apart' | 'mixed' | 'together-low' | 'together-middle' | 'together-high';

export interface AskedOfGroups extends AnsweredByGroups {
  /** Whether a high answer is the unfavourable one. */
  readonly turned: boolean;
}

/** More groups, or more combinations of looks, are not judged together but each beside the rest alone. */
const MOST_TOGETHER = 3;
const MOST_COMBINED = 100_000;

/**
 * What may be told of groups on a dimension, a word for each; `null` for one with too few answers to every question;
 * `'would-tell'` where the words together would say something about one person. That is judged as if everybody knew how
 * often the whole gave each answer to each question, which is more than is ever shown: over all ways in which those
 * answers can be dealt to groups of these sizes and come to the same words, neither a group nor the rest has a point that
 * exactly one gave in all of them, or that everybody gave, unless the whole's answers say so alone. What is left out is
 * judged by the same rule, so that leaving out tells nothing either. More than three groups are judged each beside the
 * rest alone.
 */
export function wordsOfGroups(
  questions: readonly AskedOfGroups[],
  rules: Rules = EVERY_RULE,
): readonly (GroupWord | null)[] | 'would-tell' {
  if (!rules.has('group-words')) return ownWords(questions.map(withLooks));
  const groups = questions[0]?.groups.length ?? 0;
  const together = groups > MOST_TOGETHER ? 'too-many' : judged(questions.map(withLooks));
  if (together !== 'too-many') return together;
  const each = Array.from({ length: groups }, (_, group) => {
    const alone = questions.map((question) => ({ ...question, groups: question.groups.slice(group, group + 1) }));
    const words = judged(alone.map(withLooks));
    return words === 'too-many' || words === 'would-tell' ? 'would-tell' : (words[0] ?? null);
  });
  return each.includes('would-tell') ? 'would-tell' : each.filter((word) => word !== 'would-tell');
}

function withLooks(question: AskedOfGroups): Judged {
  return { ...looksOf(question), turned: question.turned };
}

interface Judged {
  readonly every: readonly Looks[];
  readonly own: readonly (GroupLook | null)[];
  readonly turned: boolean;
}

/** What the groups' own answers come to, told or not. */
function ownWords(questions: readonly Judged[]): readonly (GroupWord | null)[] {
  const scores = scoresOf(questions.length, questions[0]?.own.length ?? 0);
  return scores.parse(wordsIn(questions, scores));
}

function wordsIn(questions: readonly Judged[], scores: Scores): string {
  return scores.words(questions.reduce((sum, { own: looks, turned }) => sum + scores.of(looks, turned), 0));
}

function judged(questions: readonly Judged[]): readonly (GroupWord | null)[] | 'would-tell' | 'too-many' {
  const [first] = questions;
  if (first === undefined) return [];
  if (scoreBase(questions.length) ** (4 * first.own.length) > Number.MAX_SAFE_INTEGER) return 'too-many';
  const scores = scoresOf(questions.length, first.own.length);
  const byWords = new Map<string, readonly Exposure[]>();
  const always = questions.flatMap(({ every }) => inAll(every.map(({ exposures }) => exposures)));
  for (const [place, { every, turned }] of questions.entries()) {
    const others = [...otherScores(questions, { place, scores })];
    if (others.length * every.length > MOST_COMBINED) return 'too-many';
    const known = new Map<string, readonly Exposure[]>();
    for (const { groups, exposures } of every) {
      const own = scores.of(groups, turned);
      for (const words of new Set(others.map((other) => scores.words(other + own)))) {
        known.set(
          words,
          exposures.map((exposure, part) => either(known.get(words)?.[part] ?? null, exposure)),
        );
      }
    }
    for (const [words, exposures] of known) byWords.set(words, [...(byWords.get(words) ?? []), ...exposures]);
  }
  const isBare = (exposures: readonly Exposure[]) =>
    exposures.some((exposure, part) => !isSafe(beyond(exposure, always[part] ?? exposure)));
  const bare = [...byWords.values()].filter(isBare);
  if (bare.length > 0 && isBare(inAll(bare))) return 'would-tell';
  const own = wordsIn(questions, scores);
  return isBare(byWords.get(own) ?? []) || !byWords.has(own) ? 'would-tell' : scores.parse(own);
}

/** What every combination of looks of all questions but one comes to. */
function otherScores(
  questions: readonly Judged[],
  { place, scores }: { readonly place: number; readonly scores: Scores },
): ReadonlySet<number> {
  let sums = new Set([0]);
  for (const [other, { every, turned }] of questions.entries()) {
    if (other === place) continue;
    const steps = new Set(every.map(({ groups }) => scores.of(groups, turned)));
    const next = new Set<number>();
    for (const sum of sums) for (const step of steps) next.add(sum + step);
    sums = next;
    if (sums.size > MOST_COMBINED) break;
  }
  return sums;
}

function inAll(sets: readonly (readonly Exposure[])[]): readonly Exposure[] {
  return sets.reduce<readonly Exposure[]>((all, set) => set.map((one, part) => either(all[part] ?? null, one)), []);
}

function beyond(exposure: Exposure, known: Exposure): Exposure {
  return { lone: exposure.lone & ~known.lone, all: exposure.all & ~known.all };
}

interface Scores {
  readonly of: (looks: readonly (GroupLook | null)[], turned: boolean) => number;
  readonly words: (score: number) => string;
  readonly parse: (words: string) => readonly (GroupWord | null)[];
}

const WORDS: readonly (GroupWord | null)[] = [
  null,
  'apart',
  'mixed',
  'together-low',
  'together-middle',
  'together-high',
];

/** Four digits of a score in this base say all of a group; heights count double. */
function scoreBase(questions: number): number {
  return 2 * questions + 1;
}

/**
 * Counts, in one whole number for all groups, on how many questions each has answered, is split, and is close, and how
 * high there: so that scores of questions can be added, and equal sums are the same words.
 */
function scoresOf(questions: number, groups: number): Scores {
  const base = scoreBase(questions);
  const each = base ** 4;
  const score = (look: GroupLook | null, turned: boolean) => {
    if (look === null) return 0;
    const height = look === 'high' ? (turned ? 0 : 2) : look === 'low' ? (turned ? 2 : 0) : 1;
    const isClose = look !== 'split' && look !== 'mixed';
    return 1 + (look === 'split' ? base : 0) + (isClose ? base ** 2 + height * base ** 3 : 0);
  };
  const wordIn = (code: number): number => {
    const digit = (place: number) => Math.floor(code / base ** place) % base;
    const [answered, split, close, height] = [digit(0), digit(1), digit(2), digit(3)];
    if (answered === 0) return 0;
    if (split * 2 >= answered) return 1;
    if (split > 0 || close * 3 < answered * 2) return 2;
    if (height * 2 >= close * 3) return 5;
    return height * 2 <= close ? 3 : 4;
  };
  return {
    of: (looks, turned) => looks.reduceRight<number>((sum, look) => sum * each + score(look, turned), 0),
    words: (code) => {
      let left = code;
      const words: number[] = [];
      for (let group = 0; group < groups; group += 1) {
        words.push(wordIn(left % each));
        left = Math.floor(left / each);
      }
      return words.join(' ');
    },
    parse: (words) => words.split(' ').map((word) => WORDS[Number(word)] ?? null),
  };
}
