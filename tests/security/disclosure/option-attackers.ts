import type { Disclosure } from '@plumbline/shared/domain/disclosure/engine';
import type { AllocationTally, PairwiseTally, QuestionTally, RoundTally } from '@plumbline/shared/domain/results/tally';
import { bitsIn, knownBehind } from '@plumbline/shared/testing/known-behind';
import { apartIn, eachQuartering, QUARTERS, waysToQuarter } from '@plumbline/shared/testing/quarter-sheets';

import { MINIMUM_GROUP } from './publications.ts';
import type { ChoicesQuestion, OptionPublication, PointsQuestion } from './option-publications.ts';

/** Somebody who knows how everything is worked out, and looks for what is so in every world that would look the same. */
export type OptionAttacker = (published: OptionPublication) => string | null;

/** People up to which all worlds are counted out, by number of options. */
const MOST_WITH_POINTS: Readonly<Record<number, number>> = { 2: 12, 3: 6 };
const MOST_WITH_CHOICES: Readonly<Record<number, number>> = { 2: 12, 3: 5 };
/** Nearer than so much of what the largest giver gave, the second largest must not come (the p% rule). */
const TOO_NEAR = 0.1;

/** All attackers of a disclosure, each with a memory of its own. */
export function optionAttackersOf(disclosure: Disclosure): Readonly<Record<string, OptionAttacker>> {
  const points = remembered((question: PointsQuestion, people) => tellingPoints(disclosure, question, people));
  const choices = remembered((question: ChoicesQuestion, people) => tellingChoices(disclosure, question, people));
  const widths = remembered((question: PointsQuestion, ballots) => widthsOf(disclosure, question, ballots));
  return {
    few: fewAnswers,
    smallCamp: ({ camps }) =>
      camps !== null && Math.min(...camps.sizes) < MINIMUM_GROUP ? `a group of ${Math.min(...camps.sizes)}` : null,
    points: ({ round, points: all }) =>
      firstOf(all, ({ question, shown }) => {
        if (shown.status === 'held' || round.ballots > (MOST_WITH_POINTS[question.options.length] ?? 0)) return null;
        return points(question, round.ballots).has(JSON.stringify(shown)) ? `points behind ${question.id}` : null;
      }),
    giver: (published) => secondGiver(published, widths),
    choices: ({ round, choices: all }) =>
      firstOf(all, ({ question, shown }) => {
        if (shown.status === 'held' || round.ballots > (MOST_WITH_CHOICES[question.options.length] ?? 0)) return null;
        return choices(question, round.ballots).has(JSON.stringify(shown)) ? `a choice behind ${question.id}` : null;
      }),
    fewChoices: (published) => fewChoices(published, disclosure),
  };
}

/** A result of fewer answers than the promise names. */
function fewAnswers({ round, points, choices }: OptionPublication): string | null {
  return firstOf([...points, ...choices], ({ question, shown }) => {
    const { ballots } = tallyOf(round, question.id);
    return shown.status === 'shown' && ballots < MINIMUM_GROUP ? `a result of ${ballots} answers` : null;
  });
}

/** Looks for a pair that few decided, and on which something that is shown depends. */
function fewChoices({ round, choices }: OptionPublication, disclosure: Disclosure): string | null {
  return firstOf(choices, ({ question, shown }) => {
    const tally = tallyOf(round, question.id);
    if (shown.status === 'held' || tally.kind !== 'pairwise') return null;
    return firstOf(pairsOf(question.options.length), ([one, other]) => {
      const decided = (tally.wins[one]?.[other] ?? 0) + (tally.wins[other]?.[one] ?? 0);
      if (decided === 0 || decided >= MINIMUM_GROUP) return null;
      const isPair = (row: number, column: number) =>
        (row === one && column === other) || (row === other && column === one);
      const wins = tally.wins.map((row, at) => row.map((won, column) => (isPair(at, column) ? 0 : won)));
      const without = disclosure.pairwise({
        question,
        round: roundOf(round.ballots, { [question.id]: { ...tally, wins } }),
        minimumGroup: MINIMUM_GROUP,
      });
      return JSON.stringify(without) === JSON.stringify(shown) ? null : `what ${decided} chose of a pair`;
    });
  });
}

/**
 * The second largest giver of an option takes what they gave themselves off what all gave at the most, and asks how near
 * that must come to what the largest gave. Where others gave too, it comes less near.
 */
function secondGiver({ round, points }: OptionPublication, widths: Widths): string | null {
  return firstOf(points, ({ question, shown }) => {
    const tally = tallyOf(round, question.id);
    if (shown.status === 'held' || tally.kind !== 'allocation') return null;
    return firstOf(tally.points, (sum, option) => {
      if (sum === 0 || sum > 2 * tally.total) return null;
      const own = shown.options.find((one) => one.option === tally.options[option])?.mean ?? null;
      const uncertain = widths(question, tally.ballots).get(own) ?? 0;
      return uncertain < TOO_NEAR * Math.min(sum, tally.total) ? `what the largest giver of ${question.id} gave` : null;
    });
  });
}

/** By shown mean of an option: how many points lie between the sums that may be behind it, in quarters. */
type Widths = (question: PointsQuestion, ballots: number) => ReadonlyMap<number | null, number>;

function widthsOf(disclosure: Disclosure, question: PointsQuestion, ballots: number): ReturnType<Widths> {
  const widths = new Map<number | null, number>();
  const quarter = question.total / QUARTERS;
  for (let quarters = 0; quarters <= ballots * QUARTERS; quarters += 1) {
    const sum = quarters * quarter;
    const points = question.options.map((_, at) => (at === 0 ? sum : at === 1 ? ballots * question.total - sum : 0));
    const tally = allocationOf(question, { ballots, points, overlap: 0.5 });
    const round = roundOf(ballots, { [question.id]: tally });
    const shown = disclosure.allocation({ question, round, minimumGroup: MINIMUM_GROUP });
    const [first] = question.options;
    const mean =
      shown.status === 'held' ? null : (shown.options.find(({ option }) => option === first?.id)?.mean ?? null);
    const before = widths.get(mean);
    widths.set(mean, before === undefined ? 0 : before + quarter);
  }
  return widths;
}

function allocationOf(
  question: PointsQuestion,
  of: { readonly ballots: number; readonly points: readonly number[]; readonly overlap: number },
): AllocationTally {
  return {
    kind: 'allocation',
    options: question.options.map(({ id }) => id),
    total: question.total,
    ...of,
    medians: question.options.map(() => 0),
    overlapAgainstChance: null,
  };
}

/** Looks of points behind which something of one person is so in every way to give them in quarters. */
function tellingPoints(disclosure: Disclosure, question: PointsQuestion, people: number): ReadonlySet<string> {
  const options = question.options.length;
  const ways = waysToQuarter(options);
  const known = knownBehind();
  const bits = bitsIn(people, [ways.length, options * (QUARTERS + 1), 1]);
  for (let ballots = MINIMUM_GROUP; ballots <= people; ballots += 1) {
    const silent = Int32Array.of(people - ballots);
    eachQuartering(ways, ballots, ({ counts, sums, given }) => {
      const apart = apartIn(given, { people: ballots, options });
      const tally = allocationOf(question, {
        ballots,
        points: Array.from(sums, (sum) => (sum * question.total) / QUARTERS),
        overlap: 1 - apart / (QUARTERS * ballots * (ballots - 1)),
      });
      const shown = disclosure.allocation({
        question,
        round: roundOf(people, { [question.id]: tally }),
        minimumGroup: MINIMUM_GROUP,
      });
      known.see(JSON.stringify(shown), bits.of(counts, given, silent));
    });
  }
  return new Set(known.telling());
}

/** Looks of choices behind which something of one person is so in every table of who preferred what. */
function tellingChoices(disclosure: Disclosure, question: ChoicesQuestion, people: number): ReadonlySet<string> {
  const options = question.options.length;
  const pairs = pairsOf(options);
  const known = knownBehind();
  const bits = bitsIn(people, [3 * pairs.length + 1]);
  for (let ballots = MINIMUM_GROUP; ballots <= people; ballots += 1) {
    for (const table of tablesOf(pairs.length, ballots)) {
      const decided = table.reduce((sum, [won, lost]) => sum + won + lost, 0);
      if (decided < ballots) continue;
      const wins = question.options.map(() => question.options.map(() => 0));
      for (const [at, [one, other]] of pairs.entries()) {
        const [won, lost] = table[at] ?? [0, 0];
        wins[one]?.splice(other, 1, won);
        wins[other]?.splice(one, 1, lost);
      }
      const tally: PairwiseTally = {
        kind: 'pairwise',
        options: question.options.map(({ id }) => id),
        ballots,
        wins,
        whole: 0,
        zeta: null,
      };
      const shown = disclosure.pairwise({
        question,
        round: roundOf(people, { [question.id]: tally }),
        minimumGroup: MINIMUM_GROUP,
      });
      const sides = table.flatMap(([won, lost]) => [won, lost, people - won - lost]);
      known.see(JSON.stringify(shown), bits.of(Int32Array.of(...sides, people - ballots)));
    }
  }
  return new Set(known.telling());
}

function* tablesOf(pairs: number, people: number): Generator<readonly (readonly [number, number])[]> {
  if (pairs === 0) {
    yield [];
    return;
  }
  for (const rest of tablesOf(pairs - 1, people)) {
    for (let won = 0; won <= people; won += 1) {
      for (let lost = 0; won + lost <= people; lost += 1) yield [...rest, [won, lost]];
    }
  }
}

function pairsOf(options: number): readonly (readonly [number, number])[] {
  const all = Array.from({ length: options }, (_, option) => option);
  return all.flatMap((one) => all.slice(one + 1).map((other) => [one, other] as const));
}

function tallyOf(round: RoundTally, id: string): Extract<QuestionTally, { kind: 'allocation' | 'pairwise' }> {
  const tally = round.questions[id];
  if (tally?.kind !== 'allocation' && tally?.kind !== 'pairwise') throw new Error(`${id} was tallied`);
  return tally;
}

function roundOf(ballots: number, questions: RoundTally['questions']): RoundTally {
  return { invited: ballots, ballots, questions, camps: null };
}

function firstOf<T>(all: readonly T[], told: (one: T, place: number) => string | null): string | null {
  for (const [place, one] of all.entries()) {
    const found = told(one, place);
    if (found !== null) return found;
  }
  return null;
}

function remembered<Q extends { readonly id: string }, T>(
  make: (question: Q, people: number) => T,
): (question: Q, people: number) => T {
  const made = new Map<string, T>();
  return (question, people) => {
    const key = `${question.id} ${people}`;
    const own = made.get(key) ?? make(question, people);
    made.set(key, own);
    return own;
  };
}
