import { assert } from '../../kernel/assert.ts';
import { circularTriads } from '../../measures/pairwise/circular-triads.ts';
import { comparisonsOf } from '../../measures/pairwise/comparisons.ts';
import type { Answer, Choice } from '../ballot/ballot.ts';
import type { OptionId, Question } from '../instrument/question.ts';
import type { PairwiseTally } from './tally.ts';

/** Counts who preferred what over what. Who decided no pair gave no answer. */
export function tallyPairs(
  question: Extract<Question, { kind: 'pairwise' }>,
  answers: readonly Answer[],
): PairwiseTally {
  const options = question.options.map((option) => option.id);
  const people = answers.flatMap((answer) => {
    assert(answer.kind === 'pairwise', 'a pairwise question got choices');
    return answer.choices.length === 0 ? [] : [preferencesOf(answer.choices, options)];
  });
  const wins = options.map((_, row) =>
    options.map((__, column) => people.reduce((sum, preferences) => sum + (preferences[row]?.[column] ?? 0), 0)),
  );
  // Sorted, so that no order of ballots shows in the last bit of the sum.
  const zetas = people.flatMap((preferences) => zetaOf(preferences) ?? []).sort((a, b) => a - b);
  return {
    kind: 'pairwise',
    options,
    ballots: people.length,
    wins,
    whole: zetas.length,
    zeta: zetas.length === 0 ? null : zetas.reduce((sum, zeta) => sum + zeta, 0) / zetas.length,
  };
}

function preferencesOf(choices: readonly Choice[], options: readonly OptionId[]): readonly (readonly number[])[] {
  const table = options.map(() => options.map(() => 0));
  for (const { preferred, over } of choices) {
    const row = table[options.indexOf(preferred)];
    const column = options.indexOf(over);
    assert(row !== undefined && column >= 0, `${preferred} and ${over} are among the options`);
    row[column] = 1;
  }
  return table;
}

/** Undefined for somebody who left a pair open. */
function zetaOf(preferences: readonly (readonly number[])[]): number | null {
  const comparisons = comparisonsOf(preferences);
  if (comparisons.value === null) return null;
  const triads = circularTriads(comparisons.value);
  return triads.value === null ? null : triads.value.zeta;
}
