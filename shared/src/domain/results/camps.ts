import { twoFactions } from '../../measures/factions/two-factions.ts';
import { seedOf } from '../../measures/uncertainty/seed.ts';
import type { Answers } from '../ballot/ballot.ts';
import { scaleOf } from '../instrument/question.ts';
import type { Question, QuestionId, Scale } from '../instrument/question.ts';
import type { Sheet } from './partial-tally.ts';
import type { Camps } from './tally.ts';

/** Fewer questions are no sheet to be divided over. */
const FEWEST_QUESTIONS = 4;
/** More people take too long for somebody who waits for the reveal; a pulse of many is no team with two camps. */
const MOST_PEOPLE = 60;
/** A lone dissenter is no camp: two at least are looked for on each side. */
const FEWEST_LOOKED_FOR = 2;
const DRAWS = 999;
const SIGNIFICANT = 0.05;
/** Below this the groups run into each other (Kaufman & Rousseeuw 1990, Finding Groups in Data, ch. 2). */
const CLEAR = 0.25;
/** So many questions say what the groups are about. */
const NAMED_QUESTIONS = 3;

/**
 * The answers on the scales of a round, a sheet a person, in an order that tells nothing; `null` where no camps are
 * looked for: over a few questions, or among so many people.
 */
export function sheetsOf(questions: readonly Question[], ballots: readonly Answers[]): readonly Sheet[] | null {
  const scales = scalesOf(questions);
  if (scales.length < FEWEST_QUESTIONS || ballots.length > MOST_PEOPLE) return null;
  return ballots.map((answers) => scales.map((scale) => stepOf(answers, scale))).sort(byAnswers);
}

/** The sheets of two parts of a round. */
export function mergeSheets(one: readonly Sheet[] | null, other: readonly Sheet[] | null): readonly Sheet[] | null {
  if (one === null || other === null || one.length + other.length > MOST_PEOPLE) return null;
  return [...one, ...other].sort(byAnswers);
}

/**
 * Two groups who answer differently over the whole sheet, each person's own leniency taken out first; `null` where there
 * are none, where chance would make as clear ones, or where a side is smaller than `smallestSide`.
 */
export function campsOf({
  questions,
  sheets,
  smallestSide,
}: {
  readonly questions: readonly Question[];
  readonly sheets: readonly Sheet[] | null;
  readonly smallestSide: number;
}): Camps | null {
  if (sheets === null || sheets.length < 2 * smallestSide) return null;
  const scales = scalesOf(questions);
  const ratings = sheets.map((sheet) => scales.map((scale, item) => shareOf(sheet[item] ?? null, scale)));
  const found = twoFactions({
    ratings,
    centre: 'rater',
    minSide: FEWEST_LOOKED_FOR,
    draws: DRAWS,
    seed: seedOf(ratings.flat().map((share) => share ?? -1)),
  });
  if (found.value === null) return null;
  const { sides, sizes, silhouette, p } = found.value;
  if (p.value === null || p.value >= SIGNIFICANT || silhouette < CLEAR || sizes[0] < smallestSide) return null;
  const distances = scales
    .map(({ id }, item) => ({ id, distance: distanceOn(item, { ratings, sides }) }))
    // Equal but for rounding are equal: then the order of the questions decides.
    .sort((a, b) => (Math.abs(a.distance - b.distance) < 1e-9 ? 0 : b.distance - a.distance));
  return { sizes, p: p.value, silhouette, questions: distances.slice(0, NAMED_QUESTIONS).map(({ id }) => id) };
}

interface AskedOnScale extends Scale {
  readonly id: QuestionId;
}

type Shares = readonly (number | null)[];

function scalesOf(questions: readonly Question[]): readonly AskedOnScale[] {
  return questions.flatMap((question) => {
    const scale = scaleOf(question);
    return scale === null ? [] : [{ id: question.id, ...scale }];
  });
}

function stepOf(answers: Answers, { id, low }: AskedOnScale): number | null {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return answer?.kind === 'scale' ? answer.value - low : null;
}

/** An answer's way up its scale, 0 to 1; `null` where there is none. */
function shareOf(step: number | null, { low, high }: AskedOnScale): number | null {
  return step === null ? null : step / (high - low);
}

/** The order of the ballots must not show, not even in which shuffles are drawn. */
function byAnswers(a: Sheet, b: Sheet): number {
  for (const [item, step] of a.entries()) {
    const apart = (step ?? -1) - (b[item] ?? -1);
    if (apart !== 0) return apart;
  }
  return 0;
}

/** How far the means of the two sides lie apart on one question, each person's own mean taken out. */
function distanceOn(
  item: number,
  { ratings, sides }: { readonly ratings: readonly Shares[]; readonly sides: readonly (0 | 1 | null)[] },
): number {
  const meanOn = (side: 0 | 1) => {
    const centred = ratings.flatMap((shares, person) => {
      const share = shares[item] ?? null;
      return sides[person] === side && share !== null ? [share - meanOf(shares)] : [];
    });
    return centred.length === 0 ? null : meanOf(centred);
  };
  const [one, other] = [meanOn(0), meanOn(1)];
  return one === null || other === null ? 0 : Math.abs(one - other);
}

function meanOf(shares: Shares): number {
  const known = shares.filter((share) => share !== null);
  return known.reduce((sum, share) => sum + share, 0) / known.length;
}
