import { assert } from '../../kernel/assert.ts';
import type { Answers } from '../ballot/ballot.ts';
import { scaleOf } from '../instrument/question.ts';
import type { Question, QuestionId } from '../instrument/question.ts';
import { answersTo } from './count-ballots.ts';
import type { ScalePart } from './partial-tally.ts';
import { countScale, finishScale, mergeScale } from './tally-scale.ts';
import type { RoundTally, ScaleTally } from './tally.ts';

/** One ballot, and the group that its author is in; `null` for none. */
export interface GroupedAnswers {
  readonly group: string | null;
  readonly answers: Answers;
}

/** What the ballots of one group come to: counts of the scale questions, in their order. */
export interface PartialGroup {
  readonly ballots: number;
  readonly parts: readonly ScalePart[];
}

/**
 * What some of a round's ballots come to, group by group. A group can be one person, whose ballot this then is: it is held
 * in memory while a closed round is counted, and is never stored.
 */
export type PartialGroups = ReadonlyMap<string, PartialGroup>;

/** Counts some of a round's ballots by the groups of their authors; those of people in no group are left out. */
export function countGroups(questions: readonly Question[], ballots: readonly GroupedAnswers[]): PartialGroups {
  const inGroups = new Map<string, Answers[]>();
  for (const { group, answers } of ballots) {
    if (group === null) continue;
    const known = inGroups.get(group);
    if (known === undefined) inGroups.set(group, [answers]);
    else known.push(answers);
  }
  const scales = scalesOf(questions);
  return new Map([...inGroups].map(([group, own]) => [group, countGroup(scales, own)]));
}

/** Adds what was counted apart. */
export function mergeGroups(partials: readonly PartialGroups[]): PartialGroups {
  const merged = new Map<string, PartialGroup>();
  for (const [group, own] of partials.flatMap((partial) => [...partial])) {
    const known = merged.get(group);
    merged.set(group, known === undefined ? own : mergeGroup(known, own));
  }
  return merged;
}

/** The tally of one group's scale questions; of a group that nobody answered of, one of nothing. */
export function finishGroup(questions: readonly Question[], counted: PartialGroup | undefined): RoundTally {
  const scales = scalesOf(questions);
  const { ballots, parts } = counted ?? countGroup(scales, []);
  const tallies = scales.map((question, place): [QuestionId, ScaleTally] => {
    const part = parts[place];
    assert(part, `question ${question.id} was counted in its place`);
    return [question.id, finishScale(question, part)];
  });
  // No two camps are looked for within a group.
  return { invited: ballots, ballots, questions: Object.fromEntries(tallies), camps: null };
}

function scalesOf(questions: readonly Question[]): readonly Question[] {
  return questions.filter((question) => scaleOf(question) !== null);
}

function countGroup(scales: readonly Question[], ballots: readonly Answers[]): PartialGroup {
  return {
    ballots: ballots.length,
    parts: scales.map((question) => countScale(question, answersTo(question.id, ballots))),
  };
}

function mergeGroup(one: PartialGroup, other: PartialGroup): PartialGroup {
  return {
    ballots: one.ballots + other.ballots,
    parts: one.parts.map((part, place) => {
      const more = other.parts[place];
      assert(more, 'parts of one group have the same questions');
      return mergeScale(part, more);
    }),
  };
}
