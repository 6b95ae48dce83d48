import { tallyRound } from '@plumbline/shared/domain/results/tally-round';
import type { Disclosure } from '@plumbline/shared/domain/disclosure/engine';
import type { AskedOfGroups } from '@plumbline/shared/domain/disclosure/group-words';
import type { DisclosableGroups, Grouping } from '@plumbline/shared/domain/disclosure/groups';
import type { ShownRevote } from '@plumbline/shared/domain/disclosure/revote';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { Question } from '@plumbline/shared/domain/instrument/question';
import type {
  DotsResult,
  Held,
  RankingResult,
  ShownDimension,
  ShownScale,
} from '@plumbline/shared/domain/results/shown';
import type { RoundTally } from '@plumbline/shared/domain/results/tally';

export const MINIMUM_GROUP = 5;

type Draw = (below: number) => number;

export interface Wave {
  readonly people: readonly string[];
  readonly questions: readonly ScaleQuestion[];
  readonly round: RoundTally;
  /** The same people after a re-vote on the first question, and how many of them changed their answer. */
  readonly revoted: RoundTally;
  readonly changed: number;
  readonly groupings: readonly Grouping[];
  /** What the people of a group answered. */
  readonly roundOf: (people: readonly string[]) => RoundTally;
}

export type ScaleQuestion = Extract<Question, { kind: 'rating' }>;

export const RANKING = {
  id: 'ranking',
  kind: 'ranking',
  text: 'What comes first?',
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id })),
  most: 3,
} as const satisfies Question;

export const DOTS = {
  id: 'dots',
  kind: 'dots',
  text: 'What do we talk about?',
  options: ['v', 'w', 'x', 'y', 'z'].map((id) => ({ id, text: id })),
  dots: 3,
} as const satisfies Question;

export const IMPORTANCE = {
  id: 'importance',
  kind: 'ranking',
  text: 'What matters most?',
  options: ['d1', 'd2', 'd3', 'd4', 'd5'].map((id) => ({ id, text: id })),
  most: 3,
} as const satisfies Question;

/** Everything that one wave publishes; a snapshot and an export are this again. */
export interface Publication {
  readonly wave: Wave;
  readonly scales: readonly { readonly question: ScaleQuestion; readonly shown: ShownScale | Held }[];
  readonly dimension: ShownDimension | Held;
  readonly ranking: RankingResult['result'];
  readonly dots: DotsResult;
  readonly importance: readonly (number | null)[];
  readonly revote: ShownRevote;
  readonly cuts: DisclosableGroups;
  /**
   * The words of the shown groups of the first way to divide people up, for the product has one, on a dimension of the
   * first question; `null` where no group of it is shown.
   */
  readonly cutWords: (Pick<AskedOfGroups, 'whole' | 'groups'> & { readonly words: GroupWords }) | null;
}

type GroupWords = ReturnType<Disclosure['groupWords']>;

/** Numbers that a seed gives, the same on every machine (Park & Miller 1988). */
export function drawsFrom(seed: number): Draw {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}

/**
 * One wave of a team that one may meet: of 5 to 40 people, most of 5 to 12; who agree, with one who does not, are in two
 * camps, or all over the place; some of whom skip or can't be reached, join or leave.
 */
export function waveFrom(draw: Draw): Wave {
  const size = 5 + draw([4, 4, 4, 8, 8, draw(6) === 0 ? 36 : 12][draw(6)] ?? 4);
  const few = draw(12) === 0;
  const team = Array.from({ length: size }, (_, person) => `p${String(person).padStart(2, '0')}`);
  const people = few ? team.slice(0, 3 + draw(3)) : team;
  const points = draw(2) === 0 ? 5 : 7;
  const questions = ['q1', 'q2'].map((id): ScaleQuestion => ({ id, kind: 'rating', text: id, low: 1, high: points }));
  const ballots = new Map<string, Answers>(people.map((person) => [person, othersOf(draw)]));
  for (const question of questions) {
    const answer = profile(draw, points, people.length);
    const silent = draw(3) === 0 ? 1 + draw(2) : 0;
    for (const [place, person] of people.entries()) {
      if (place < silent) continue;
      ballots.set(person, { ...ballots.get(person), [question.id]: { kind: 'scale', value: answer(place) } });
    }
  }
  const groupings = Array.from({ length: 1 + draw(3) }, (_, at) => groupingOf(draw, people, `g${at}`));
  const { after, changed } = revoteOf(draw, { ballots, points });
  const tally = (some: readonly string[], of: ReadonlyMap<string, Answers>) =>
    tallyRound({
      questions: [...questions, RANKING, DOTS, IMPORTANCE],
      ballots: some.map((person) => of.get(person) ?? {}),
      invited: team.length,
      smallestSide: MINIMUM_GROUP,
    });
  return {
    people,
    questions,
    round: tally(people, ballots),
    revoted: tally(people, after),
    changed,
    groupings,
    roundOf: (some) => tally(some, ballots),
  };
}

/** All that a disclosure shows of a wave. */
export function publish(wave: Wave, disclosure: Disclosure): Publication {
  const asked = { round: wave.round, minimumGroup: MINIMUM_GROUP };
  const [first] = wave.questions;
  if (!first) throw new Error('a wave asks something');
  const cuts = disclosure.groups({
    answerers: wave.people,
    groupings: wave.groupings,
    minimumGroup: MINIMUM_GROUP,
  });
  return {
    wave,
    scales: wave.questions.map((question) => ({ question, shown: disclosure.scale({ question, ...asked }) })),
    dimension: disclosure.dimension({ questions: wave.questions, ...asked }),
    ranking: disclosure.ranking({ question: RANKING, ...asked }),
    dots: disclosure.dots({ question: DOTS, ...asked }),
    importance: IMPORTANCE.options.map(({ id }) => disclosure.importance({ dimension: id, ...asked })),
    revote: disclosure.revote({
      question: first,
      before: wave.round,
      after: wave.revoted,
      changed: wave.changed,
      minimumGroup: MINIMUM_GROUP,
    }),
    cuts,
    cutWords: wordsOfCuts(wave, { disclosure, question: first, shown: cuts.shown }),
  };
}

function wordsOfCuts(
  wave: Wave,
  {
    disclosure,
    question,
    shown,
  }: { readonly disclosure: Disclosure; readonly question: ScaleQuestion; readonly shown: readonly string[] },
): Publication['cutWords'] {
  const told = wave.groupings[0]?.groups.filter(({ id }) => shown.includes(id)) ?? [];
  if (told.length === 0) return null;
  const countsOf = (round: RoundTally) => {
    const tally = round.questions[question.id];
    return tally?.kind === 'scale' ? tally.counts : [];
  };
  const whole = countsOf(wave.round);
  const groups = told.map(({ answerers }) => countsOf(wave.roundOf(answerers)));
  const words = disclosure.groupWords([{ whole, groups, minimumGroup: MINIMUM_GROUP, turned: false }]);
  return { whole, groups, words };
}

/** How a team answers one question: the answer of each person by place. */
function profile(draw: Draw, points: number, people: number): (place: number) => number {
  const centre = 1 + draw(points);
  const near = () => Math.min(points, Math.max(1, centre + draw(3) - 1));
  const other = 1 + draw(points);
  const stray = draw(people);
  switch (draw(6)) {
    case 0:
      return () => centre;
    case 1:
      return (place) => (place === stray ? other : centre);
    case 2:
      return (place) => (place % 2 === 0 ? centre : other);
    case 3:
      return () => 1 + draw(points);
    case 4:
      return (place) => (place === stray ? other : near());
    default:
      return near;
  }
}

function othersOf(draw: Draw): Answers {
  const shuffled = (ids: readonly string[]) =>
    ids
      .map((id) => ({ id, at: draw(1_000_000) }))
      .sort((a, b) => a.at - b.at)
      .map(({ id }) => id);
  const ids = (question: typeof RANKING | typeof DOTS | typeof IMPORTANCE) => question.options.map(({ id }) => id);
  // Teams tend to one order, and to put every dot.
  const order = draw(3) === 0 ? shuffled(ids(RANKING)) : ids(RANKING);
  const dots = draw(3) === 0 ? shuffled(ids(DOTS)) : ids(DOTS);
  const named = draw(3) === 0 ? shuffled(ids(IMPORTANCE)) : ids(IMPORTANCE);
  return {
    ranking: { kind: 'ranking', order: order.slice(0, draw(4) === 0 ? 1 : 3) },
    dots: { kind: 'dots', on: dots.slice(0, draw(6) === 0 ? draw(4) : 3) },
    importance: { kind: 'ranking', order: named.slice(0, draw(4) === 0 ? 1 + draw(3) : 3) },
  };
}

function groupingOf(draw: Draw, people: readonly string[], id: string): Grouping {
  const groups = 2 + draw(3);
  const none = draw(4) === 0;
  const seats = people.map(() => draw(none ? groups + 1 : groups));
  return {
    id,
    groups: Array.from({ length: groups }, (_, group) => ({
      id: `${id}.${group}`,
      answerers: people.filter((_person, place) => seats[place] === group),
    })),
  };
}

function revoteOf(
  draw: Draw,
  { ballots, points }: { readonly ballots: ReadonlyMap<string, Answers>; readonly points: number },
) {
  const after = new Map(ballots);
  const moving = [...ballots.keys()].filter((person) => ballots.get(person)?.['q1'] !== undefined);
  const to = draw(2) === 0 ? 1 : points;
  let changed = 0;
  for (const person of moving.slice(-(1 + draw(3)))) {
    const own = ballots.get(person)?.['q1'];
    const value = draw(2) === 0 ? to : 1 + draw(points);
    if (own?.kind !== 'scale' || own.value === value) continue;
    changed += 1;
    after.set(person, { ...ballots.get(person), q1: { kind: 'scale', value } });
  }
  return { after, changed };
}
