import type { Disclosure } from '@plumbline/shared/domain/disclosure/engine';
import type { Answer, Answers, Choice } from '@plumbline/shared/domain/ballot/ballot';
import type { Question } from '@plumbline/shared/domain/instrument/question';
import type { AllocationResult, PairwiseResult, ShownCamps } from '@plumbline/shared/domain/results/shown';
import type { RoundTally } from '@plumbline/shared/domain/results/tally';
import { tallyRound } from '@plumbline/shared/domain/results/tally-round';

import type { drawsFrom } from './publications.ts';
import { MINIMUM_GROUP } from './publications.ts';

type Draw = ReturnType<typeof drawsFrom>;

/** Points over two and three options. */
const POINTS = [2, 3].map((options) => pointsOf(options));

/** Paired choices between two and three options. */
const CHOICES = [2, 3].map((options) => choicesOf(options));

/** What a team publishes of points, paired choices and two groups over its sheet. */
export interface OptionPublication {
  readonly round: RoundTally;
  readonly points: readonly { readonly question: PointsQuestion; readonly shown: AllocationResult['result'] }[];
  readonly choices: readonly { readonly question: ChoicesQuestion; readonly shown: PairwiseResult['result'] }[];
  readonly camps: ShownCamps | null;
}

export type PointsQuestion = Extract<Question, { kind: 'allocation' }>;
export type ChoicesQuestion = Extract<Question, { kind: 'pairwise' }>;

/**
 * A team of 3 to 12 people, most of 5 or more, who give points in quarters and choose between two: alike, all but one
 * alike, or as they like; some of whom skip a question or leave a pair out; with two groups of whatever sizes.
 */
export function optionRoundFrom(draw: Draw): RoundTally {
  // The first draw of a small seed is always low.
  draw(2);
  const people = draw(12) === 0 ? 3 + draw(2) : 5 + draw([2, 4, 8][draw(3)] ?? 2);
  const ballots = Array.from({ length: people }, (): Answers => ({}));
  const ask = (question: Question, common: Answer, own: () => Answer) => {
    const like = draw(4);
    const stray = draw(people);
    const silent = draw(3) === 0 ? draw(3) : 0;
    for (const [person, ballot] of ballots.entries()) {
      if (person < silent) continue;
      const follows = like === 0 || (like === 1 && person !== stray) || (like === 2 && draw(3) > 0);
      ballots[person] = { ...ballot, [question.id]: follows ? common : own() };
    }
  };
  for (const question of POINTS) ask(question, quarters(question, draw), () => quarters(question, draw));
  for (const question of CHOICES) {
    const leavesOut = draw(3) === 0;
    ask(question, choices(question, draw, 0), () => choices(question, draw, leavesOut ? 3 : 0));
  }
  const round = tallyRound({
    questions: [...POINTS, ...CHOICES],
    ballots,
    invited: people,
    smallestSide: MINIMUM_GROUP,
  });
  const side = 2 + draw(people - 3);
  const camps = {
    sizes: [Math.min(side, people - side), Math.max(side, people - side)],
    p: 0.01,
    silhouette: 0.5,
  } as const;
  return { ...round, camps: draw(4) === 0 ? { ...camps, questions: [] } : null };
}

/** All that a disclosure shows of such a round. */
export function publishOptions(round: RoundTally, disclosure: Disclosure): OptionPublication {
  const asked = { round, minimumGroup: MINIMUM_GROUP };
  return {
    round,
    points: POINTS.map((question) => ({ question, shown: disclosure.allocation({ question, ...asked }) })),
    choices: CHOICES.map((question) => ({ question, shown: disclosure.pairwise({ question, ...asked }) })),
    camps: disclosure.camps(asked),
  };
}

function optionsOf(options: number) {
  return Array.from({ length: options }, (_, option) => ({ id: `o${option}`, text: `o${option}` }));
}

function pointsOf(options: number): PointsQuestion {
  return { id: `points ${options}`, kind: 'allocation', text: '', options: optionsOf(options), total: 100 };
}

function choicesOf(options: number): ChoicesQuestion {
  return { id: `choices ${options}`, kind: 'pairwise', text: '', options: optionsOf(options) };
}

function quarters({ options }: PointsQuestion, draw: Draw): Answer {
  const points = Object.fromEntries(options.map(({ id }) => [id, 0]));
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const id = options[draw(2) === 0 ? 0 : draw(options.length)]?.id ?? '';
    points[id] = (points[id] ?? 0) + 25;
  }
  return { kind: 'allocation', points };
}

/** One of `leaving` pairs is left out, none where that is 0. */
function choices({ options }: ChoicesQuestion, draw: Draw, leaving: number): Answer {
  const pairs = options.flatMap((one, at) => options.slice(at + 1).map((other) => [one.id, other.id] as const));
  return {
    kind: 'pairwise',
    choices: pairs.flatMap(([one, other]): readonly Choice[] => {
      if (leaving > 0 && draw(leaving) === 0) return [];
      return [draw(3) > 0 ? { preferred: one, over: other } : { preferred: other, over: one }];
    }),
  };
}
