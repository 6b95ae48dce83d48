import { assert } from '../../kernel/assert.ts';
import { consensus } from '../../measures/agreement.ts';
import { sizeOf, stepsIn } from '../../measures/distribution.ts';
import type { Counts } from '../../measures/distribution.ts';
import type { Question } from '../instrument/question.ts';
import { closenessOf, fiveSteps, shapeOf, threeSteps } from './bands.ts';
import type { Closeness } from './bands.ts';
import type { Bin, Grain, Held, Shape, ShownScale } from './shown.ts';
import type { RoundTally, ScaleTally } from './tally.ts';

/** The smallest group that any team may choose; it can be raised, never lowered. */
const SMALLEST_GROUP = 5;

/** Steps of a level to one scale point, by grain. */
const LEVEL_STEPS: Readonly<Record<Grain, number>> = { coarse: 4, medium: 10, fine: 100 };

/** What every disclosure is asked with. */
export interface Disclosing {
  readonly round: RoundTally;
  readonly minimumGroup: number;
}

/** Holds a result of fewer than `minimumGroup` ballots; `null` when it may be shown. */
export function heldUnder({ ballots, minimumGroup }: { ballots: number; minimumGroup: number }): Held | null {
  assert(Number.isInteger(minimumGroup) && minimumGroup >= SMALLEST_GROUP, 'a minimum group is 5 or more');
  return ballots < minimumGroup ? { status: 'held', needed: minimumGroup - ballots } : null;
}

/**
 * Holds a question that too few answered in a round that enough took part in. How many are missing would tell how many
 * skipped it or could not say, so this always asks for one more.
 */
export function heldForAnswers(): Held {
  return { status: 'held', needed: 1 };
}

/** How fine a result of `n` answers may be. */
export function grainOf(n: number): Grain {
  if (n < 8) return 'coarse';
  return n < 12 ? 'medium' : 'fine';
}

/**
 * A number of people out of `of`, shown so that it points at no one: 1 looks like nobody, and all but one like all.
 */
export function shownCount({ count, of }: { readonly count: number; readonly of: number }): number {
  if (count <= 1) return 0;
  return count >= of - 1 ? of : count;
}

/** What may be shown of one scale question of a closed anonymous round. */
export function discloseScale({
  question,
  round,
  minimumGroup,
}: Disclosing & { question: Question }): ShownScale | Held {
  const held = heldUnder({ ballots: round.ballots, minimumGroup });
  if (held) return held;
  const tally = scaleTallyOf(question, round);
  const n = sizeOf(tally.counts);
  const unknown = isUnknown(tally, minimumGroup);
  if (n < minimumGroup) return unknown ? NOTHING_BUT_UNKNOWN : heldForAnswers();

  const end = unanimousEnd(tally.counts);
  const counts = withoutUnanimousEnd(tally.counts);
  const grain = grainOf(n);
  const level = shownLevel({ counts, low: tally.low, grain });
  const favour = favourOf({ question, level, low: tally.low, high: tally.high });
  const closeness = end === null ? closenessOf([counts]) : ALIGNED;
  assert(closeness !== null, 'a shown question has at least two answers');
  const { band } = closeness;
  const shape = unknown ? 'unknown' : shownShape({ shape: shapeOf({ band, favour }), grain });
  const together = shownTogether({ closeness, grain, exact: consensus(counts).value ?? 0 });
  const distribution = end === null ? shownDistribution(tally, grain) : null;
  return { status: 'shown', grain, level, favour, band, together, shape, distribution };
}

/** The counts of a scale question that figures over several questions may use, or `null` when too few could say. */
export function disclosableCounts({
  question,
  round,
  minimumGroup,
}: Disclosing & { question: Question }): Counts | null {
  if (heldUnder({ ballots: round.ballots, minimumGroup })) return null;
  const { counts } = scaleTallyOf(question, round);
  return sizeOf(counts) < minimumGroup ? null : withoutUnanimousEnd(counts);
}

/** The place between far apart and together that a grain allows; `exact` is the fine figure, 0 to 1. */
export function shownTogether({
  closeness,
  grain,
  exact,
}: {
  readonly closeness: Closeness;
  readonly grain: Grain;
  readonly exact: number;
}): number {
  switch (grain) {
    case 'coarse':
      return threeSteps(closeness.band);
    case 'medium':
      return fiveSteps(closeness);
    case 'fine':
      return Math.round(exact * 100) / 100;
  }
}

/** The shape that a grain allows: two camps of so few people would be two small groups to guess at. */
export function shownShape({ shape, grain }: { readonly shape: Shape; readonly grain: Grain }): Shape {
  return grain === 'coarse' && shape === 'camps' ? 'spread' : shape;
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

function scaleTallyOf(question: Question, round: RoundTally): ScaleTally {
  const tally = Object.hasOwn(round.questions, question.id) ? round.questions[question.id] : undefined;
  assert(tally?.kind === 'scale', `question ${question.id} was tallied on a scale`);
  return tally;
}

/** 40% or more can't say; never on the word of one person, nor among fewer answers than the minimum group. */
function isUnknown({ counts, cannotSay }: ScaleTally, minimumGroup: number): boolean {
  const answered = sizeOf(counts) + cannotSay;
  return answered >= minimumGroup && cannotSay >= 2 && cannotSay * 5 >= answered * 2;
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

/** The mean in scale units, rounded to the grain's step; a tie goes toward the middle, so both ends fare alike. */
function shownLevel({ counts, low, grain }: { counts: Counts; low: number; grain: Grain }): number {
  const steps = LEVEL_STEPS[grain];
  const n = sizeOf(counts);
  const width = counts.length - 1;
  const fromMiddle = 2 * stepsIn(counts) - n * width;
  const shown = Math.sign(fromMiddle) * Math.ceil((Math.abs(fromMiddle) * steps) / (2 * n) - 0.5);
  return ((2 * low + width) * (steps / 2) + shown) / steps;
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

function shownDistribution({ counts, low }: ScaleTally, grain: Grain): readonly Bin[] | null {
  const bins = grain === 'coarse' ? null : grain === 'medium' ? thirds(counts) : mergedBins(counts);
  if (bins === null) return null;
  const filled = bins.filter((bin) => bin.count > 0);
  const only = filled.length === 1 ? filled[0] : undefined;
  const saysAllAtOneEnd = only !== undefined && (only.from === 0 || only.to === counts.length - 1);
  return saysAllAtOneEnd ? null : bins.map((bin) => ({ from: bin.from + low, to: bin.to + low, count: bin.count }));
}

/** Low, middle and high third of the scale; `null` when one of them holds a single person. */
function thirds(counts: Counts): readonly Bin[] | null {
  const width = counts.length - 1;
  const bins: Bin[] = [];
  for (const third of [0, 1, 2]) {
    const steps = [...counts.keys()].filter((step) => thirdOf(step, width) === third);
    const [from, to] = [steps.at(0), steps.at(-1)];
    if (from === undefined || to === undefined) continue;
    bins.push({ from, to, count: sizeOf(counts.slice(from, to + 1)) });
  }
  return bins.some((bin) => bin.count === 1) ? null : bins;
}

function thirdOf(step: number, width: number): number {
  if (3 * step < width) return 0;
  return 3 * step <= 2 * width ? 1 : 2;
}

/** One bin a point, those of one person merged with their inner neighbour, outermost first, until none is left. */
function mergedBins(counts: Counts): readonly Bin[] {
  const middle = (counts.length - 1) / 2;
  let bins: readonly Bin[] = counts.map((count, step) => ({ from: step, to: step, count }));
  for (;;) {
    const lonely = bins
      .flatMap((bin, place) => (bin.count === 1 ? [{ place, off: (bin.from + bin.to) / 2 - middle }] : []))
      .sort((a, b) => Math.abs(b.off) - Math.abs(a.off) || a.place - b.place)[0];
    if (lonely === undefined) return bins;
    const outward = lonely.off > 0 ? lonely.place - 1 : lonely.place + 1;
    bins = joined(bins, lonely.place, outward < 0 || outward >= bins.length ? lonely.place - 1 : outward);
  }
}

function joined(bins: readonly Bin[], one: number, other: number): readonly Bin[] {
  const [left, right] = [bins[Math.min(one, other)], bins[Math.max(one, other)]];
  assert(left !== undefined && right !== undefined, 'a lonely bin has a neighbour');
  const both = { from: left.from, to: right.to, count: left.count + right.count };
  return bins.flatMap((bin) => (bin === left ? [both] : bin === right ? [] : [bin]));
}
