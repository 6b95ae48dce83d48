import { sizeOf } from '../../measures/ratings/distribution.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';
import type { Question } from '../instrument/question.ts';
import type { Held, ShownScale } from '../results/shown.ts';
import type { RoundTally } from '../results/tally.ts';
import { EVERY_RULE } from './rules.ts';
import type { Rules } from './rules.ts';
import { isExact, pictureOf, sharedPictureOf } from './scale-picture.ts';
import type { Answered } from './scale-picture.ts';
import { discloseScale, scaleTallyOf, shownAs } from './scale.ts';

export interface Revoted {
  readonly question: Question;
  readonly before: RoundTally;
  readonly after: RoundTally;
  /** Number of people whose answer is not the one from before. */
  readonly changed: number;
  readonly minimumGroup: number;
  readonly rules?: Rules;
}

/** Before and after as they may be shown side by side. */
export type ShownRevote =
  | Held
  | { readonly status: 'unchanged' }
  | { readonly status: 'moved'; readonly before: ShownScale; readonly after: ShownScale };

/**
 * What may be shown of a question that was voted on again. Before and after differ by few people, so that two exact
 * pictures could be subtracted: what it came to is shown by a place that many sheets share, as if it had no bars. Nothing
 * new is shown when fewer than two people changed, or when all ways in which two may have changed have one change in
 * common; from a picture that showed nothing, nobody's change follows. Places and means are compared on one axis: an
 * exact picture from before has those that it would have without bars instead.
 */
export function discloseRevote(revoted: Revoted): ShownRevote {
  const { question, before, after, changed, minimumGroup, rules = EVERY_RULE } = revoted;
  const earlier = discloseScale({ question, round: before, minimumGroup, rules });
  if (earlier.status === 'held') return earlier;
  if (changed < 2 && rules.has('revote-two')) return { status: 'unchanged' };
  const later = discloseScale({ question, round: after, minimumGroup, rules });
  if (later.status === 'held') return later;
  if (later.level === null || !rules.has('revote-shared')) return { status: 'moved', before: earlier, after: later };
  const then = answeredIn({ question, round: before, minimumGroup, rules });
  const place = sharedPictureOf(answeredIn({ question, round: after, minimumGroup, rules }));
  if (
    earlier.level !== null &&
    rules.has('revote-unsolved') &&
    tellsAChange({ ...then, shown: JSON.stringify(place) })
  ) {
    return { status: 'unchanged' };
  }
  const tally = scaleTallyOf({ question, round: after });
  return {
    status: 'moved',
    before: earlier.level === null ? earlier : onAxis({ earlier, then, question, before }),
    after: shownAs({ picture: place, question, tally, unknown: later.shape === 'unknown' }),
  };
}

function answeredIn({
  question,
  round,
  minimumGroup,
  rules,
}: Pick<Revoted, 'question' | 'minimumGroup'> & { readonly round: RoundTally; readonly rules: Rules }): Answered {
  const { counts } = scaleTallyOf({ question, round });
  return { counts, silent: round.ballots - sizeOf(counts), minimumGroup, rules };
}

/** The picture from before with the level and the place that it would have without bars, where it was exact. */
function onAxis({
  earlier,
  then,
  question,
  before,
}: {
  readonly earlier: ShownScale;
  readonly then: Answered;
  readonly question: Question;
  readonly before: RoundTally;
}): ShownScale {
  if (!isExact(then)) return earlier;
  const tally = scaleTallyOf({ question, round: before });
  const { level, favour, together } = shownAs({ picture: sharedPictureOf(then), question, tally, unknown: false });
  return { ...earlier, level, favour, together };
}

/** How many answered what, and in the last seat gave no answer. */
type Seats = readonly number[];

interface Change {
  readonly from: number;
  readonly to: number;
}

interface Asked extends Answered {
  readonly shown: string;
}

/**
 * Whether everything that two people can have changed, from any answers that looked the same before, and that looks so
 * after, has a change of one person in common. If nothing that two people can do looks so, more have changed.
 */
function tellsAChange({ shown, ...known }: Asked): boolean {
  const seen = new Map<string, boolean>();
  const looksSo = (seats: Seats): boolean => {
    const key = seats.join(' ');
    const before = seen.get(key);
    if (before !== undefined) return before;
    const [counts, silent] = [seats.slice(0, -1), seats.at(-1) ?? 0];
    const so =
      sizeOf(counts) >= known.minimumGroup && JSON.stringify(sharedPictureOf({ ...known, counts, silent })) === shown;
    seen.set(key, so);
    return so;
  };
  let common: readonly Change[] | null = null;
  for (const before of alikes(known)) {
    for (const pair of pairsOfChanges([...before, known.silent])) {
      if (!looksSo(pair.after)) continue;
      common = (common ?? pair.changes).filter((one) => pair.changes.some((other) => isSame(one, other)));
      if (common.length === 0) return false;
    }
  }
  return common !== null;
}

/** The answers, and such as differ from them in one or two people by a point or two and looked the same. */
function* alikes(known: Answered): Generator<Counts> {
  const { counts } = known;
  yield counts;
  if (isExact(known)) return;
  const look = (sheet: Counts) => JSON.stringify(pictureOf({ ...known, counts: sheet }));
  const shown = look(counts);
  for (const from of counts.keys()) {
    for (const by of [1, -1, 2, -2]) {
      const one = moved(counts, { from, to: from + by });
      if (one === null) continue;
      if (look(one) === shown) yield one;
      for (const second of counts.keys()) {
        const two = moved(one, { from: second, to: second - by });
        if (two !== null && look(two) === shown) yield two;
      }
    }
  }
}

/** Everything that two people can change, and what comes out. */
function* pairsOfChanges(seats: Seats) {
  const places = [...seats.keys()];
  const changes = places.flatMap((from) => places.flatMap((to) => (from === to ? [] : [{ from, to }])));
  for (const [place, first] of changes.entries()) {
    const one = moved(seats, first);
    if (one === null) continue;
    for (const second of changes.slice(place)) {
      // Somebody else: whoever has just arrived stays.
      const left = (seats[second.from] ?? 0) - (second.from === first.from ? 1 : 0);
      const after = left > 0 ? moved(one, second) : null;
      if (after !== null) yield { changes: [first, second], after };
    }
  }
}

function isSame(one: Change, other: Change): boolean {
  return one.from === other.from && one.to === other.to;
}

function moved(seats: Seats, { from, to }: Change): Seats | null {
  if ((seats[from] ?? 0) === 0 || seats[to] === undefined) return null;
  return seats.map((people, seat) => people - (seat === from ? 1 : 0) + (seat === to ? 1 : 0));
}
