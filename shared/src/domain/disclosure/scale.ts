import { assert } from '../../kernel/assert.ts';
import { consensus } from '../../measures/ratings/agreement.ts';
import { sizeOf, stepsIn } from '../../measures/ratings/distribution.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';
import type { Question } from '../instrument/question.ts';
import { closenessOf, fiveSteps, shapeOf, threeSteps } from '../results/bands.ts';
import type { Closeness } from '../results/bands.ts';
import type { Bin, Held, ShownScale } from '../results/shown.ts';
import type { ScaleTally } from '../results/tally.ts';
import { grainOf, shownShape } from './grain.ts';
import type { AnonymousGrain } from './grain.ts';
import { heldForAnswers, heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';

/** Steps of a level to one scale point, by grain. */
const LEVEL_STEPS: Readonly<Record<AnonymousGrain, number>> = { coarse: 4, medium: 10, fine: 100 };

interface AskedOfScale extends Disclosing {
  readonly question: Question;
}

/** What may be shown of one scale question of a closed anonymous round. */
export function discloseScale(asked: AskedOfScale): ShownScale | Held {
  const held = heldUnder({ ballots: asked.round.ballots, minimumGroup: asked.minimumGroup });
  if (held) return held;
  const tally = scaleTallyOf(asked);
  const unknown = isUnknown(tally, asked.minimumGroup);
  const counts = disclosableCounts(asked);
  if (counts === null) return unknown ? NOTHING_BUT_UNKNOWN : heldForAnswers();

  const end = unanimousEnd(counts);
  const grain = grainOf(sizeOf(counts));
  const level = shownLevel({ counts, low: tally.low, grain });
  const favour = favourOf({ question: asked.question, level, low: tally.low, high: tally.high });
  const closeness = end ? ALIGNED : closenessOf([counts]);
  assert(closeness !== null, 'a shown question has at least two answers');
  const { band } = closeness;
  return {
    status: 'shown',
    grain,
    level,
    favour,
    band,
    together: shownTogether({ counts, closeness, grain }),
    shape: unknown ? 'unknown' : shownShape({ shape: shapeOf({ band, favour }), grain }),
    distribution: shownDistribution({ counts, low: tally.low, grain }),
  };
}

/** The counts of a scale question that figures over several questions may use, or `null` when too few could say. */
export function disclosableCounts(asked: AskedOfScale): Counts | null {
  if (heldUnder({ ballots: asked.round.ballots, minimumGroup: asked.minimumGroup })) return null;
  const { counts } = scaleTallyOf(asked);
  return sizeOf(counts) < asked.minimumGroup ? null : withoutUnanimousEnd(counts);
}

const NOTHING_BUT_UNKNOWN: ShownScale = {
  status: 'shown',
  grain: 'coarse',
  level: null,
  favour: null,
  band: null,
  together: null,
  shape: 'unknown',
  distribution: null,
};

/** What everybody at one end of the scale is shown as, and all but one there. */
const ALIGNED: Closeness = { agreement: 1, band: 'aligned' };

function scaleTallyOf({ question, round }: AskedOfScale): ScaleTally {
  const tally = Object.hasOwn(round.questions, question.id) ? round.questions[question.id] : undefined;
  assert(tally?.kind === 'scale', `question ${question.id} was tallied on a scale`);
  return tally;
}

/** 40% or more can't say, of a minimum group or more: never on the word of one person. */
function isUnknown({ counts, cannotSay }: ScaleTally, minimumGroup: number): boolean {
  const answered = sizeOf(counts) + cannotSay;
  return answered >= minimumGroup && cannotSay * 5 >= answered * 2;
}

/**
 * Whether some point of the scale was given by exactly one person. Exact figures of a small group can be solved for the
 * answers behind them (a mean and a spread to two decimals leave a single answer sheet of 12 people), so beside a lone
 * answer they are coarser: the promise is that nothing points at one person, not that no label says so.
 */
function hasLoneAnswer(counts: Counts): boolean {
  return counts.includes(1);
}

/** The end of the scale where everybody is, or everybody but one person who is one step short of it. */
function unanimousEnd(counts: Counts): 'low' | 'high' | null {
  const n = sizeOf(counts);
  const atEnd = (end: number, next: number) => {
    const there = counts[end] ?? 0;
    return there >= n - 1 && there + (counts[next] ?? 0) === n;
  };
  if (atEnd(0, 1)) return 'low';
  return atEnd(counts.length - 1, counts.length - 2) ? 'high' : null;
}

/**
 * "Everybody said 7" would give away every ballot. A unanimous end is therefore shown exactly as if one person were one
 * step short of it, and that as if it were unanimous: aligned, favourable or unfavourable, no more.
 */
function withoutUnanimousEnd(counts: Counts): Counts {
  const end = unanimousEnd(counts);
  if (end === null) return counts;
  const n = sizeOf(counts);
  const short = counts.map((_, step) => (step === 0 ? n - 1 : step === 1 ? 1 : 0));
  return end === 'low' ? short : short.toReversed();
}

/**
 * The mean in scale units, rounded to the grain's step; a tie goes toward the middle, so both ends fare alike. Beside a
 * lone answer a step spans three answers where the grain's is smaller. Never an end of the scale: that would say that
 * everybody is there.
 */
function shownLevel({ counts, low, grain }: { counts: Counts; low: number; grain: AnonymousGrain }): number {
  const n = sizeOf(counts);
  const width = counts.length - 1;
  const exposed = hasLoneAnswer(counts) && unanimousEnd(counts) === null;
  const steps = exposed ? Math.min(LEVEL_STEPS[grain], stepsSpanningThree(n)) : LEVEL_STEPS[grain];
  const fromMiddle = 2 * stepsIn(counts) - n * width;
  const rounded = Math.ceil((Math.abs(fromMiddle) * steps) / (2 * n) - 0.5);
  const shown = Math.sign(fromMiddle) * Math.min(rounded, (width * steps) / 2 - 1);
  return ((2 * low + width) * (steps / 2) + shown) / steps;
}

function stepsSpanningThree(n: number): number {
  if (n < 30) return 4;
  return n < 300 ? 10 : 100;
}

/**
 * The place between far apart (0) and together (1): three steps by band, five by r_wg, then the consensus of Tastle and
 * Wierman to a hundredth, or in fifths beside a lone answer.
 */
function shownTogether({
  counts,
  closeness,
  grain,
}: {
  readonly counts: Counts;
  readonly closeness: Closeness;
  readonly grain: AnonymousGrain;
}): number {
  if (grain === 'coarse') return threeSteps(closeness.band);
  if (grain === 'medium') return fiveSteps(closeness);
  const { value } = consensus(counts);
  assert(value !== null, 'a shown question has answers');
  return hasLoneAnswer(counts) ? middleOfFifth(value) : Math.round(value * 100) / 100;
}

function middleOfFifth(value: number): number {
  return (2 * Math.min(4, Math.floor(value * 5)) + 1) / 10;
}

/** A level's way from the unfavourable to the favourable end: a symptom seldom met is good, all else is good when high. */
function favourOf({
  question,
  level,
  low,
  high,
}: {
  readonly question: Question;
  readonly level: number;
  readonly low: number;
  readonly high: number;
}): number {
  return question.kind === 'frequency' ? (high - level) / (high - low) : (level - low) / (high - low);
}

/**
 * Counts by point where nobody stands alone on one, by thirds of the scale for 8 to 11 answers. From 12 on, a lone
 * answer is merged with its neighbours into thirds of two points and more; merging it with the next point alone would
 * tell that one of two points has one answer, and the level which. `null` where a bar would be one person, or where all
 * is at one end.
 */
function shownDistribution({
  counts,
  low,
  grain,
}: {
  readonly counts: Counts;
  readonly low: number;
  readonly grain: AnonymousGrain;
}): readonly Bin[] | null {
  const lone = hasLoneAnswer(counts);
  if (grain === 'coarse' || (grain === 'medium' && lone)) return null;
  const points = counts.map((count, step) => ({ from: step, to: step, count }));
  const bins = grain === 'fine' && !lone ? points : thirds(counts);
  if (lone && bins.some((bin) => bin.count === 1 || bin.from === bin.to)) return null;
  const filled = bins.filter((bin) => bin.count > 0);
  const only = filled.length === 1 ? filled[0] : undefined;
  const saysAllAtOneEnd = only !== undefined && (only.from === 0 || only.to === counts.length - 1);
  return saysAllAtOneEnd ? null : bins.map((bin) => ({ from: bin.from + low, to: bin.to + low, count: bin.count }));
}

/** Low, middle and high third of the scale; two points have no middle. */
function thirds(counts: Counts): readonly Bin[] {
  const width = counts.length - 1;
  return [0, 1, 2].flatMap((third) => {
    const steps = [...counts.keys()].filter((step) => thirdOf(step, width) === third);
    const [from, to] = [steps.at(0), steps.at(-1)];
    return from === undefined || to === undefined ? [] : [{ from, to, count: sizeOf(counts.slice(from, to + 1)) }];
  });
}

function thirdOf(step: number, width: number): number {
  if (3 * step < width) return 0;
  return 3 * step <= 2 * width ? 1 : 2;
}
