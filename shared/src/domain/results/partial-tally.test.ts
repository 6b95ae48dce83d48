import { describe, expect, it } from '@jest/globals';
import type { Answers } from '../ballot/ballot.ts';
import type { Question } from '../instrument/question.ts';
import { countBallots, mergeTallies } from './count-ballots.ts';
import type { PartialTally } from './partial-tally.ts';
import { agreementQuestion } from '../../testing/example-rounds.ts';

const options = Array.from({ length: 10 }, (_, place) => ({ id: `option-${place}`, text: '' }));
const inPairs = options.slice(0, 6);
const scales = Array.from({ length: 100 }, (_, place) => agreementQuestion(`question-${place}`));
const questions: readonly Question[] = [
  ...scales,
  { id: 'rank', kind: 'ranking', text: '', options, most: 10 },
  { id: 'points', kind: 'allocation', text: '', options, total: 100 },
  { id: 'pairs', kind: 'pairwise', text: '', options: inPairs },
  { id: 'dots', kind: 'dots', text: '', options, dots: 3 },
];

/** A ballot that answers everything, another one for each person. */
function ballotOf(person: number): Answers {
  const turned = options.map((_, place) => options[(place + person) % options.length]?.id ?? '');
  const first = person % 101;
  return {
    ...Object.fromEntries(
      scales.map(({ id }, place) => [id, { kind: 'scale' as const, value: 1 + ((person + place) % 7) }]),
    ),
    rank: { kind: 'ranking', order: turned.slice(0, 1 + (person % 10)) },
    points: { kind: 'allocation', points: { [turned[0] ?? '']: first, [turned[1] ?? '']: 100 - first } },
    pairs: {
      kind: 'pairwise',
      choices: inPairs.flatMap(({ id }, place) =>
        inPairs.slice(0, place).map((other) => ({ preferred: id, over: other.id })),
      ),
    },
    dots: { kind: 'dots', on: turned.slice(0, 3) },
  };
}

function sizeOf(partial: PartialTally): number {
  return new TextEncoder().encode(JSON.stringify(partial)).length;
}

describe('RS2 what was counted of a part of a round', () => {
  const people = (count: number) => Array.from({ length: count }, (_, person) => ballotOf(person));

  it('is small, of a few as of millions', () => {
    const few = countBallots(questions, people(60));
    let many = countBallots(questions, people(500));
    for (let doubling = 0; doubling < 13; doubling += 1) many = mergeTallies([many, many]);
    expect([few.sheets?.length, many.ballots]).toEqual([60, 4_096_000]);
    expect(sizeOf(few)).toBeLessThan(32_000);
    expect(sizeOf(many)).toBeLessThan(32_000);
  });
});
