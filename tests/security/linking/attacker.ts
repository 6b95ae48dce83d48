import { shuffled, type Random } from '@plumbline/shared/kernel/random';
import { cluesTo, type Clue } from './clues.ts';
import { answersIn, type Evidence, type Paper } from './evidence.ts';

/** A guess that the attacker makes from one clue: for each ballot the likeliest person, and how far off others are. */
export interface Guess {
  readonly clue: string;
  readonly ballots: readonly Paper[];
  /** By ballot. */
  readonly likeliest: readonly string[];
  /** How far a person's place in a row is from a ballot's; `null` where the clue is no order. */
  readonly distance: ((ballot: number, person: string) => number) | null;
}

/** How good a guess was. */
export interface Score {
  readonly clue: string;
  /** Ballots whose first name was right. */
  readonly right: number;
  /** How much nearer the right names stood than by chance, in standard deviations of chance. */
  readonly nearer: number;
  /** Whether chance would do as well less than once in 10,000 attacks. */
  readonly beatsChance: boolean;
}

/** Attacks that are to pass for lucky at most once in so many. */
const ONCE_IN = 10_000;
const RANDOM_ASSIGNMENTS = 1_000;
/** A normal deviate is this large once in 17 million; an attack looks at some eighty orders. */
const FAR_NEARER = 5.3;

/** All guesses about a round. The attacker does not know which is good: whoever scores them must grant for their number. */
export function guessesAt(evidence: Evidence, round: string): readonly Guess[] {
  return cluesTo(evidence, round).map(guessFrom);
}

/** Scores guesses against the truth: who wrote which answers. */
export function scoresOf(
  guesses: readonly Guess[],
  { truth, random }: { readonly truth: ReadonlyMap<string, string>; readonly random: Random },
): readonly Score[] {
  const authors = new Map([...truth].map(([person, wrote]) => [wrote, person]));
  const enough = rightBeyondChance(guesses.length);
  const most = Math.max(0, ...guesses.map(({ ballots }) => ballots.length));
  const everybody = Array.from({ length: most }, (_, at) => at);
  const chance = Array.from({ length: RANDOM_ASSIGNMENTS }, () => shuffled(everybody, random));
  return guesses.map((guess) => {
    const names = guess.ballots.map((ballot) => authors.get(answersIn(ballot)) ?? '');
    const right = names.filter((name, at) => guess.likeliest[at] === name).length;
    const nearer = guess.distance ? nearerThanChance(guess.distance, names, chance) : 0;
    return { clue: guess.clue, right, nearer, beatsChance: right >= enough || nearer >= FAR_NEARER };
  });
}

/**
 * How many right names are beyond chance for so many guesses. By chance a guess is a random assignment, whose right ones
 * are almost Poisson with mean one.
 */
export function rightBeyondChance(guesses: number): number {
  let [tail, term, right] = [1, Math.exp(-1), 0];
  while (tail * guesses > 1 / (2 * ONCE_IN)) {
    tail -= term;
    right += 1;
    term /= right;
  }
  return right;
}

function guessFrom(clue: Clue): Guess {
  if (clue.kind === 'name') {
    return { clue: clue.name, ballots: [...clue.names.keys()], likeliest: [...clue.names.values()], distance: null };
  }
  const { name, ballots, people } = clue;
  const scale = (people.length - 1) / Math.max(1, ballots.length - 1);
  const places = new Map(people.map((person, place) => [person, place]));
  return {
    clue: name,
    ballots,
    likeliest: ballots.map((_, at) => people[Math.round(at * scale)] ?? ''),
    distance: (ballot, person) => Math.abs((places.get(person) ?? people.length) - ballot * scale),
  };
}

function nearerThanChance(
  distance: (ballot: number, person: string) => number,
  names: readonly string[],
  assignments: readonly (readonly number[])[],
): number {
  const table = names.map((_, ballot) => names.map((name) => distance(ballot, name)));
  const farOff = (some: readonly number[]) => some.reduce((sum, name, ballot) => sum + (table[ballot]?.[name] ?? 0), 0);
  const fitting = (some: readonly number[]) =>
    some.length === names.length ? some : some.filter((name) => name < names.length);
  const chance = assignments.map((some) => farOff(fitting(some)));
  const mean = chance.reduce((sum, one) => sum + one, 0) / chance.length;
  const spread = Math.sqrt(chance.reduce((sum, one) => sum + (one - mean) ** 2, 0) / chance.length);
  return spread === 0 ? 0 : (mean - farOff(names.map((_, at) => at))) / spread;
}
