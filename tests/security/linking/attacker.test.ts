import { describe, expect, it } from '@jest/globals';
import { shuffled } from '@plumbline/shared/kernel/random';
import { rightBeyondChance, scoresOf, type Guess } from './attacker.ts';
import type { Paper } from './evidence.ts';
import { randomFrom } from './room.ts';

const PEOPLE = Array.from({ length: 24 }, (_, i) => `person_${i}`);
const BALLOTS = PEOPLE.map((person): Paper => ({
  container: 'ballots',
  partition: 'round',
  id: person,
  etag: '',
  body: JSON.stringify({ answers: { by: person } }),
  engine: null,
}));
const TRUTH = new Map(PEOPLE.map((person) => [person, JSON.stringify({ by: person })]));

/** The guess that the ballots lie in the order of these people. */
function guessOf(people: readonly string[]): Guess {
  return {
    clue: 'an order',
    ballots: BALLOTS,
    likeliest: people,
    distance: (ballot, person) => Math.abs(people.indexOf(person) - ballot),
  };
}

describe('the score of an attack', () => {
  it('PV6 is beyond chance for the right order, and for one in which each stands some places off', () => {
    const off = PEOPLE.map((_, at) => PEOPLE[at - (at % 4) + ((at + 1) % 4)] ?? '');
    const scores = scoresOf([guessOf(PEOPLE), guessOf(off)], { truth: TRUTH, random: randomFrom(1) });
    expect(scores.map(({ right, beatsChance }) => [right, beatsChance])).toEqual([
      [24, true],
      [0, true],
    ]);
  });

  it('PV6 is never beyond chance for two thousand random orders', () => {
    const random = randomFrom(5);
    const guesses = Array.from({ length: 2_000 }, () => guessOf(shuffled(PEOPLE, random)));
    const scores = scoresOf(guesses, { truth: TRUTH, random });
    expect(scores.filter(({ beatsChance }) => beatsChance)).toEqual([]);
    expect(Math.max(...scores.map(({ right }) => right))).toBeGreaterThan(3);
  });

  it('PV6 asks for more right names the more guesses there are', () => {
    expect([1, 40, 80, 1_000].map(rightBeyondChance)).toEqual([8, 9, 10, 11]);
  });
});
