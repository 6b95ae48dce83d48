import { twoFactions } from '../../measures/factions/two-factions.ts';
import { seedOf } from '../../measures/uncertainty/seed.ts';
import type { Answers } from '../ballot/ballot.ts';
import { scaleOf } from '../instrument/question.ts';
import type { Question, QuestionId } from '../instrument/question.ts';
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
 * Two groups who answer differently over the whole sheet, each person's own leniency taken out first; `null` where there
 * are none, where chance would make as clear ones, or where a side is smaller than `smallestSide`.
 */
export function campsOf({
  questions,
  ballots,
  smallestSide,
}: {
  readonly questions: readonly Question[];
  readonly ballots: readonly Answers[];
  readonly smallestSide: number;
}): Camps | null {
  const scales = questions.flatMap((question) => {
    const scale = scaleOf(question);
    return scale === null ? [] : [{ id: question.id, ...scale }];
  });
  if (scales.length < FEWEST_QUESTIONS || ballots.length < 2 * smallestSide || ballots.length > MOST_PEOPLE)
    return null;
  const ratings = ballots.map((answers) => scales.map((scale) => shareOf(answers, scale))).sort(byAnswers);
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

interface AskedOnScale {
  readonly id: QuestionId;
  readonly low: number;
  readonly high: number;
}

type Shares = readonly (number | null)[];

/** An answer's way up its scale, 0 to 1; `null` where there is none. */
function shareOf(answers: Answers, { id, low, high }: AskedOnScale): number | null {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return answer?.kind === 'scale' ? (answer.value - low) / (high - low) : null;
}

/** The order of the ballots must not show, not even in which shuffles are drawn. */
function byAnswers(a: Shares, b: Shares): number {
  for (const [item, share] of a.entries()) {
    const apart = (share ?? -1) - (b[item] ?? -1);
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
