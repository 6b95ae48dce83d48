import { midranksOfOrder, standardised } from '@plumbline/shared/measures/rankings/ranks';
import type { Counts } from '@plumbline/shared/measures/ratings/distribution';
import type { Disclosure } from '@plumbline/shared/domain/disclosure/engine';
import { eitherOf, exposureOf, isSafe } from '@plumbline/shared/domain/disclosure/exposure';
import type { Exposure } from '@plumbline/shared/domain/disclosure/exposure';
import { sharedPictureOf } from '@plumbline/shared/domain/disclosure/scale-picture';
import { EVERY_RULE } from '@plumbline/shared/domain/disclosure/rules';
import { allSheets } from '@plumbline/shared/domain/disclosure/sheets';
import type { Held, ShownScale } from '@plumbline/shared/domain/results/shown';
import type { RoundTally, ScaleTally } from '@plumbline/shared/domain/results/tally';

import { groupAttackersOf } from './group-attackers.ts';
import { DOTS, IMPORTANCE, MINIMUM_GROUP, RANKING } from './publications.ts';
import type { Publication, ScaleQuestion } from './publications.ts';

/** Somebody who knows how everything is worked out, and looks for what is so in every world that would look the same. */
export type Attacker = (published: Publication) => string | null;

/** Answer sheets up to which an attacker counts out all of them. */
const MOST_SHEETS = 2_500;

/** All attackers of a disclosure, each with a memory of its own. */
export function attackersOf(disclosure: Disclosure): Readonly<Record<string, Attacker>> {
  const alike = sheetsByLook(disclosure);
  const dots = lookedUp((n) => dotsWorlds(disclosure, n));
  const importance = lookedUp((n) => importanceWorlds(disclosure, n));
  const rankings = lookedUp((n) => rankingWorlds(disclosure, n));
  const silences = silencesByLook(disclosure);
  return {
    fewPeople,
    reconstruction: (published) => reconstruction(published, alike),
    silence: (published) => silence(published, { disclosure, silences }),
    dimension: (published) => dimensionAttack(published, { alike, disclosure }),
    dots: ({ wave, dots: shown }) =>
      shown.status === 'shown' && wave.people.length <= 6
        ? known(dots(wave.people.length).get(JSON.stringify(shown)), 'dots')
        : null,
    importance: ({ wave, importance: shown }) =>
      shown[0] !== null && wave.people.length <= 6
        ? known(importance(wave.people.length).get(JSON.stringify(shown)), 'importance')
        : null,
    ranking: ({ wave, ranking: shown }) =>
      shown.status === 'shown' && wave.people.length <= 6
        ? known(rankings(wave.people.length).get(JSON.stringify(shown)), 'an order')
        : null,
    revote: (published) => revoteAttack(published, alike),
    ...groupAttackersOf(disclosure),
  };
}

/** A result about fewer people than the promise names. */
function fewPeople({ wave, scales, ranking, dots, importance }: Publication): string | null {
  const n = wave.people.length;
  const shown = ranking.status === 'shown' || dots.status === 'shown' || importance.some((share) => share !== null);
  if (n < MINIMUM_GROUP && shown) return `a result of ${n} ballots`;
  for (const { question, shown } of scales) {
    const answers = tallyOf(wave.round, question).counts.reduce((sum, count) => sum + count, 0);
    if (isPicture(shown) && answers < MINIMUM_GROUP) return `a result of ${answers} answers`;
  }
  return null;
}

type Alike = (asked: {
  readonly question: ScaleQuestion;
  readonly round: RoundTally;
  readonly shown: ShownScale;
}) => readonly Counts[] | null;

/** Every answer sheet of the same number of people that would look the same; `null` where there are too many to count. */
function sheetsByLook(disclosure: Disclosure): Alike {
  const worlds = new Map<string, ReadonlyMap<string, readonly Counts[]>>();
  return ({ question, round, shown }) => {
    const { counts, low, high } = tallyOf(round, question);
    const n = counts.reduce((sum, count) => sum + count, 0);
    const points = high - low + 1;
    // A bar for each point is the sheet itself.
    if (shown.distribution?.length === points) return [shown.distribution.map((bar) => bar.count)];
    if (sheetCount(n, points) > MOST_SHEETS) return null;
    const silent = round.ballots - n;
    const key = `${points} ${n} ${silent}`;
    const known = worlds.get(key) ?? lookOf();
    worlds.set(key, known);
    return known.get(JSON.stringify(shown)) ?? [];

    function lookOf() {
      const looks = new Map<string, Counts[]>();
      for (const sheet of allSheets(n, points)) {
        const look = JSON.stringify(
          disclosure.scale({ question, round: roundWith(question, sheet, n + silent), minimumGroup: MINIMUM_GROUP }),
        );
        const same = looks.get(look);
        if (same) same.push(sheet);
        else looks.set(look, [sheet]);
      }
      return looks;
    }
  };
}

/** Solves a display for the answer sheets behind it. */
function reconstruction({ wave: { round }, scales }: Publication, alike: Alike): string | null {
  for (const { question, shown } of scales) {
    if (!isPicture(shown)) continue;
    const sheets = alike({ question, round, shown });
    if (sheets === null) continue;
    const exposure = sheets.map(exposureOf).reduce<Exposure | null>(eitherOf, null);
    if (exposure !== null && !isSafe(exposure)) return `an answer to ${question.id} behind ${JSON.stringify(shown)}`;
  }
  return null;
}

/** One person who could not say, or skipped a question: told by bars, or by a display that nothing else explains. */
function silence(
  { wave, scales }: Publication,
  { disclosure, silences }: { readonly disclosure: Disclosure; readonly silences: Silences },
): string | null {
  const { round } = wave;
  for (const { question, shown } of scales) {
    const told = `one who gave no answer to ${question.id}`;
    if (isPicture(shown) && shown.distribution !== null) {
      if (round.ballots - shown.distribution.reduce((sum, bar) => sum + bar.count, 0) === 1) return told;
    }
    for (const minimumGroup of new Set([MINIMUM_GROUP, round.ballots - 2, round.ballots - 1])) {
      if (minimumGroup < MINIMUM_GROUP || sheetCount(round.ballots, pointsOf(question)) > MOST_SHEETS) continue;
      const look = disclosure.scale({ question, round, minimumGroup });
      if (!isPicture(look)) continue;
      const silent = silences({ question, ballots: round.ballots, minimumGroup }).get(JSON.stringify(look));
      if (silent?.size === 1 && silent.has(1)) return `${told}, where the minimum group is ${minimumGroup}`;
    }
  }
  return null;
}

/** How many people can have given no answer, by what is then shown. */
type Silences = (asked: {
  readonly question: ScaleQuestion;
  readonly ballots: number;
  readonly minimumGroup: number;
}) => ReadonlyMap<string, ReadonlySet<number>>;

function silencesByLook(disclosure: Disclosure): Silences {
  const worlds = new Map<string, ReadonlyMap<string, ReadonlySet<number>>>();
  return ({ question, ballots, minimumGroup }) => {
    const key = `${pointsOf(question)} ${ballots} ${minimumGroup}`;
    const known = worlds.get(key) ?? silencesOf();
    worlds.set(key, known);
    return known;

    function silencesOf() {
      const looks = new Map<string, Set<number>>();
      for (const silent of [0, 1, 2]) {
        if (ballots - silent < minimumGroup) continue;
        for (const sheet of allSheets(ballots - silent, pointsOf(question))) {
          const look = JSON.stringify(
            disclosure.scale({ question, round: roundWith(question, sheet, ballots), minimumGroup }),
          );
          const people = looks.get(look) ?? new Set<number>();
          looks.set(look, people.add(silent));
        }
      }
      return looks;
    }
  };
}

/** Solves a dimension together with its questions. */
function dimensionAttack(
  { wave, scales, dimension }: Publication,
  { alike, disclosure }: { readonly alike: Alike; readonly disclosure: Disclosure },
): string | null {
  const [one, two] = scales;
  if (!one || !two || !isPicture(one.shown) || !isPicture(two.shown) || dimension.status === 'held') return null;
  const firsts = alike({ question: one.question, round: wave.round, shown: one.shown });
  const seconds = alike({ question: two.question, round: wave.round, shown: two.shown });
  if (firsts === null || seconds === null || firsts.length * seconds.length > 600) return null;
  const look = JSON.stringify(dimension);
  let exposed: Exposure[] = [];
  for (const first of firsts) {
    for (const second of seconds) {
      const round = {
        ...roundWith(one.question, first, wave.round.ballots),
        questions: {
          [one.question.id]: tallyFrom(one.question, first),
          [two.question.id]: tallyFrom(two.question, second),
        },
      };
      const shown = disclosure.dimension({ questions: wave.questions, round, minimumGroup: MINIMUM_GROUP });
      if (JSON.stringify(shown) !== look) continue;
      exposed = [first, second].map((sheet, place) => {
        const own = exposureOf(sheet);
        return eitherOf(exposed[place] ?? null, own) ?? own;
      });
      if (exposed.every(isSafe)) return null;
    }
  }
  return exposed.length === 0 ? null : `an answer behind a dimension and its questions: ${look}`;
}

/** Solves before and after for how one person changed the answer, told that one or two did. */
function revoteAttack({ wave, scales, revote }: Publication, alike: Alike): string | null {
  const [question] = wave.questions;
  const people = wave.changed;
  if (revote.status !== 'moved' || !question || people > 2 || people < 1) return null;
  const { counts } = tallyOf(wave.round, question);
  const silent = wave.round.ballots - counts.reduce((sum, count) => sum + count, 0);
  const [first] = scales;
  const before = first && isPicture(first.shown) ? alike({ question, round: wave.round, shown: first.shown }) : null;
  if (before === null) return null;
  const matches = (after: readonly number[]) => {
    const [sheet, silentThen] = [after.slice(0, -1), after.at(-1) ?? 0];
    if (revote.after.distribution?.length === sheet.length) {
      return revote.after.distribution.every((bar, step) => bar.count === sheet[step]);
    }
    const picture = sharedPictureOf({
      counts: sheet,
      silent: silentThen,
      minimumGroup: MINIMUM_GROUP,
      rules: EVERY_RULE,
    });
    return (
      picture.level + question.low === revote.after.level &&
      picture.together === revote.after.together &&
      picture.band === revote.after.band &&
      picture.grain === revote.after.grain
    );
  };
  let common: readonly string[] | null = null;
  for (const sheet of before) {
    for (const { changes, after } of changesOf([...sheet, silent], people)) {
      if (after.slice(0, -1).reduce((sum, count) => sum + count, 0) < MINIMUM_GROUP || !matches(after)) continue;
      common = (common ?? changes).filter((change) => changes.includes(change));
      if (common.length === 0) return null;
    }
  }
  return common && `a change behind a re-vote: ${common.join(', ')}`;
}

function* changesOf(seats: readonly number[], people: number) {
  const places = [...seats.keys()];
  const moves = places.flatMap((from) => places.flatMap((to) => (from === to ? [] : [{ from, to }])));
  const after = (from: readonly number[], ...done: readonly { from: number; to: number }[]) =>
    done.reduce(
      (sheet, move) => sheet.map((count, at) => count - (at === move.from ? 1 : 0) + (at === move.to ? 1 : 0)),
      from,
    );
  const name = ({ from, to }: { from: number; to: number }) => `${from}>${to}`;
  for (const [place, one] of moves.entries()) {
    if ((seats[one.from] ?? 0) < 1) continue;
    if (people === 1) yield { changes: [name(one)], after: after(seats, one) };
    else {
      for (const two of moves.slice(place)) {
        if ((seats[two.from] ?? 0) < (two.from === one.from ? 2 : 1)) continue;
        yield { changes: [name(one), name(two)], after: after(seats, one, two) };
      }
    }
  }
}

/** What all worlds of a look share, as bits. */
type Worlds = ReadonlyMap<string, number>;

function dotsWorlds(disclosure: Disclosure, n: number): Worlds {
  const options = DOTS.options.map(({ id }) => id);
  return worldsOf(countVectors(n, options.length, { least: 0, most: n * DOTS.dots }), (dots) => {
    const round = roundOf(n, { dots: { kind: 'dots', ballots: n, options, dots } });
    return { look: disclosure.dots({ question: DOTS, round, minimumGroup: MINIMUM_GROUP }), bits: countBits(dots, n) };
  });
}

function importanceWorlds(disclosure: Disclosure, n: number): Worlds {
  const options = IMPORTANCE.options.map(({ id }) => id);
  const none = options.map(() => 0);
  return worldsOf(countVectors(n, options.length, { least: n, most: n * 3 }), (firstThree) => {
    const ranking = { kind: 'ranking', options, ballots: n, firstThree, midranks: none, standardised: none } as const;
    const round = roundOf(n, { importance: { ...ranking, varying: n, wins: null } });
    const look = options.map((dimension) => disclosure.importance({ dimension, round, minimumGroup: MINIMUM_GROUP }));
    return { look, bits: countBits(firstThree, n) };
  });
}

function rankingWorlds(disclosure: Disclosure, n: number): Worlds {
  const ids = RANKING.options.map(({ id }) => id);
  const items = [0, 1, 2];
  // Two of three ranked is the same as three.
  const orders = items.flatMap((a) => [[a], ...items.filter((b) => b !== a).map((b) => [a, b])]);
  const ranks = orders.map((order) => midranksOfOrder(order, 3));
  const total = (counts: Counts, rows: readonly (readonly number[])[], item: number) =>
    counts.reduce((sum, count, order) => sum + count * (rows[order]?.[item] ?? 0), 0);
  const z = ranks.map((rank) => standardised(rank) ?? []);
  return worldsOf(allSheets(n, orders.length), (counts) => {
    const tally = {
      kind: 'ranking',
      options: ids,
      ballots: n,
      firstThree: items.map(() => 0),
      midranks: items.map((item) => total(counts, ranks, item)),
      standardised: items.map((item) => total(counts, z, item)),
      varying: n,
      wins: null,
    } as const;
    const look = disclosure.ranking({
      question: RANKING,
      round: roundOf(n, { ranking: tally }),
      minimumGroup: MINIMUM_GROUP,
    });
    const { lone, all } = exposureOf(counts);
    return { look, bits: lone | (all << orders.length) };
  });
}

function worldsOf<T>(
  worlds: Iterable<T>,
  looks: (world: T) => { readonly look: unknown; readonly bits: number },
): Worlds {
  const known = new Map<string, number>();
  for (const world of worlds) {
    const { look, bits } = looks(world);
    const key = JSON.stringify(look);
    known.set(key, (known.get(key) ?? bits) & bits);
  }
  return known;
}

function* countVectors(
  n: number,
  options: number,
  { least, most }: { readonly least: number; readonly most: number },
): Generator<readonly number[]> {
  for (let code = 0; code < (n + 1) ** options; code += 1) {
    const counts = Array.from({ length: options }, (_, place) => Math.floor(code / (n + 1) ** place) % (n + 1));
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total >= least && total <= most) yield counts;
  }
}

/** One person who did, one who did not, and everybody. */
function countBits(counts: readonly number[], n: number): number {
  return counts.reduce(
    (bits, count, place) =>
      bits |
      (count === 1 ? 1 << place : 0) |
      (count === n - 1 ? 1 << (place + 8) : 0) |
      (count === n ? 1 << (place + 16) : 0),
    0,
  );
}

function known(bits: number | undefined, what: string): string | null {
  return bits === undefined || bits === 0 ? null : `${what} of one person`;
}

function lookedUp<T>(make: (n: number) => T): (n: number) => T {
  const made = new Map<number, T>();
  return (n) => {
    const own = made.get(n) ?? make(n);
    made.set(n, own);
    return own;
  };
}

/** Whether something is seen of the answers, and not only that many can't say. */
function isPicture(shown: ShownScale | Held): shown is ShownScale {
  return shown.status === 'shown' && shown.level !== null;
}

function pointsOf({ low, high }: ScaleQuestion): number {
  return high - low + 1;
}

function sheetCount(n: number, points: number): number {
  let count = 1;
  for (let step = 1; step < points; step += 1) count = (count * (n + step)) / step;
  return count;
}

function tallyOf(round: RoundTally, question: ScaleQuestion): ScaleTally {
  const tally = round.questions[question.id];
  if (tally?.kind !== 'scale') throw new Error(`${question.id} was tallied on a scale`);
  return tally;
}

function tallyFrom({ low, high }: ScaleQuestion, counts: Counts): ScaleTally {
  return { kind: 'scale', low, high, counts, cannotSay: 0 };
}

function roundWith(question: ScaleQuestion, counts: Counts, ballots: number): RoundTally {
  return roundOf(ballots, { [question.id]: tallyFrom(question, counts) });
}

function roundOf(ballots: number, questions: RoundTally['questions']): RoundTally {
  return { invited: ballots, ballots, questions, camps: null };
}
