import { assert } from '../../kernel/assert.ts';
import { mostTriads, triadsOf } from '../../measures/pairwise/circular-triads.ts';
import type { Answer, Choice } from '../ballot/ballot.ts';
import type { OptionId, Question } from '../instrument/question.ts';
import { addTables, noTable } from './add-counts.ts';
import { optionIds } from './options.ts';
import type { PairwisePart } from './partial-tally.ts';
import type { PairwiseTally } from './tally.ts';

type PairwiseQuestion = Extract<Question, { kind: 'pairwise' }>;
type Preferences = readonly (readonly number[])[];

/** Counts who preferred what over what. Who decided no pair gave no answer. */
export function countPairs(question: PairwiseQuestion, answers: readonly Answer[]): PairwisePart {
  const options = optionIds(question);
  let wins: Preferences = noTable(options.length, options.length);
  let ballots = 0;
  let whole = 0;
  let triads = 0;
  for (const answer of answers) {
    assert(answer.kind === 'pairwise', 'a pairwise question got choices');
    if (answer.choices.length === 0) continue;
    const preferences = preferencesOf(answer.choices, options);
    wins = addTables(wins, preferences);
    ballots += 1;
    if (!isWhole(preferences)) continue;
    whole += 1;
    triads += triadsOf(preferences.map((row) => row.reduce((sum, won) => sum + won, 0)));
  }
  return { kind: 'pairwise', ballots, wins, whole, triads };
}

/** Adds two counts of the same question. */
export function mergePairs(one: PairwisePart, other: PairwisePart): PairwisePart {
  return {
    kind: 'pairwise',
    ballots: one.ballots + other.ballots,
    wins: addTables(one.wins, other.wins),
    whole: one.whole + other.whole,
    triads: one.triads + other.triads,
  };
}

/** What the counts of all ballots come to. */
export function finishPairs(question: PairwiseQuestion, part: PairwisePart): PairwiseTally {
  const options = optionIds(question);
  const { ballots, wins, whole, triads } = part;
  const zeta = whole === 0 ? null : 1 - triads / (whole * mostTriads(options.length));
  return { kind: 'pairwise', options, ballots, wins, whole, zeta };
}

function preferencesOf(choices: readonly Choice[], options: readonly OptionId[]): Preferences {
  const table = noTable(options.length, options.length);
  for (const { preferred, over } of choices) {
    const row = table[options.indexOf(preferred)];
    const column = options.indexOf(over);
    assert(row !== undefined && column >= 0, `${preferred} and ${over} are among the options`);
    row[column] = 1;
  }
  return table;
}

/** Whether somebody decided every pair, of options of which circles can be made at all. */
function isWhole(preferences: Preferences): boolean {
  return (
    preferences.length >= 3 &&
    preferences.every((row, one) =>
      row.every((won, other) => other === one || won + (preferences[other]?.[one] ?? 0) === 1),
    )
  );
}
