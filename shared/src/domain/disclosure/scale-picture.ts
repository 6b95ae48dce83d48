import { assert } from '../../kernel/assert.ts';
import { consensus } from '../../measures/ratings/agreement.ts';
import { sizeOf, stepsIn } from '../../measures/ratings/distribution.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';
import { closenessOf, fiveSteps } from '../results/bands.ts';
import type { Closeness } from '../results/bands.ts';
import type { Band, Bin } from '../results/shown.ts';
import { allJoined, joinedCells } from './cells.ts';
import type { Cells, Place, StepJoining } from './cells.ts';
import { exposureOf } from './exposure.ts';
import { grainOf } from './grain.ts';
import type { AnonymousGrain } from './grain.ts';
import type { Rules } from './rules.ts';
import { countsIn, sheetsInBars, sheetsOf, thirdsOf } from './sheets.ts';
import type { Run } from './sheets.ts';

/** What may be shown of the answers to one scale question, in steps from its lowest point. */
export interface ScalePicture {
  readonly grain: AnonymousGrain;
  readonly level: number;
  readonly band: Band;
  /** From far apart (0) to together (1). */
  readonly together: number;
  /** The r_wg that this picture stands for: the middle of its step, or the exact one of an exact distribution. */
  readonly agreement: number;
  readonly bars: readonly Bin[] | null;
}

export interface Answered {
  readonly counts: Counts;
  /** People who took part but gave no answer on the scale. */
  readonly silent: number;
  readonly rules: Rules;
}

/** A step of closeness as it is shown, and the r_wg that stands for it. */
interface Step {
  readonly band: Band;
  readonly together: number;
  readonly agreement: number;
}

const SPLIT = { band: 'split', agreement: -0.65 } as const;

/** Steps from far apart to together; few answers allow the three bands, more the five steps of `fiveSteps`. */
const STEPS: Readonly<Record<'three' | 'five', readonly Step[]>> = {
  three: [
    { ...SPLIT, together: 1 / 6 },
    { band: 'mixed', together: 1 / 2, agreement: 0.2 },
    { band: 'aligned', together: 5 / 6, agreement: 0.85 },
  ],
  five: [
    { ...SPLIT, together: 0.1 },
    { band: 'mixed', together: 0.1, agreement: 0 },
    { band: 'mixed', together: 0.3, agreement: 0.4 },
    { band: 'mixed', together: 0.5, agreement: 0.6 },
    { band: 'aligned', together: 0.7, agreement: 0.8 },
    { band: 'aligned', together: 0.9, agreement: 0.95 },
  ],
};

/** Steps of a level to one scale point, by grain. */
const LEVEL_STEPS: Readonly<Record<AnonymousGrain, number>> = { coarse: 4, medium: 10, fine: 100 };

/**
 * What the answers may look like. Few answers, and answers of which one stands alone or all are the same, are shown by
 * places that others share (`joinedCells`); the others as exact as their grain allows. Needs two answers or more.
 */
export function pictureOf({ counts, silent, rules }: Answered): ScalePicture {
  const grain = shownGrain(counts);
  if (isExact({ counts, silent, rules })) return exactPicture({ counts, grain, rules });
  const hushed = silent === 1 && rules.has('lone-silence');
  const bars = grain === 'fine' && !hushed ? barsBeside(counts) : null;
  const inBars = bars && placed({ counts, grain, rules, bars });
  return inBars ? { ...inBars, bars } : sharedPictureOf(counts, rules);
}

/** Whether the picture is as exact as the grain allows, and not a place that others share. */
export function isExact({ counts, silent, rules }: Answered): boolean {
  const hushed = silent === 1 && rules.has('lone-silence');
  return shownGrain(counts) !== 'coarse' && !hushed && !isExposed(counts, rules);
}

/** The answers by the place that they share with others, without bars. */
export function sharedPictureOf(counts: Counts, rules: Rules): ScalePicture {
  const picture = placed({ counts, grain: shownGrain(counts), rules, bars: null });
  assert(picture !== null, 'answers of a minimum group can be shown');
  return { ...picture, bars: null };
}

function shownGrain(counts: Counts): AnonymousGrain {
  return grainOf(sizeOf(counts));
}

/** Whether a point of the scale was given by one person alone, or by all. */
function isExposed(counts: Counts, rules: Rules): boolean {
  const { lone, all } = exposureOf(counts);
  return (lone !== 0 && rules.has('lone-answers')) || (all !== 0 && rules.has('unanimity'));
}

interface Shown {
  readonly counts: Counts;
  readonly grain: AnonymousGrain;
  readonly rules: Rules;
}

function exactPicture({ counts, grain, rules }: Shown): ScalePicture {
  const closeness = closenessShown(counts, rules);
  const level = levelOf(placeOf({ counts, steps: LEVEL_STEPS[grain], rules }), counts.length, LEVEL_STEPS[grain]);
  if (grain === 'medium') {
    const step = STEPS.five[fiveStepOf(closeness)];
    assert(step !== undefined, 'a step is among the five');
    return { grain, level, ...step, bars: exactBars(counts, thirdsOf(counts.length)) };
  }
  const { value } = consensus(counts);
  assert(value !== null, 'a shown question has answers');
  const points = [...counts.keys()].map((step) => ({ from: step, to: step }));
  return { grain, level, ...closeness, together: Math.round(value * 100) / 100, bars: exactBars(counts, points) };
}

/** `null` where all is in one bar at an end of the scale: that would say that everybody is there. */
function exactBars(counts: Counts, runs: readonly Run[]) {
  const bars = barsOf(counts, runs);
  const filled = bars.filter((bar) => bar.count > 0);
  const only = filled.length === 1 ? filled[0] : undefined;
  return only !== undefined && (only.from === 0 || only.to === counts.length - 1) ? null : bars;
}

/** Thirds of the scale where each has two people or none and spans two points or more; else `null`. */
function barsBeside(counts: Counts): readonly Bin[] | null {
  return hasBars(counts) ? barsOf(counts, thirdsOf(counts.length)) : null;
}

function hasBars(counts: Counts): boolean {
  const runs = thirdsOf(counts.length);
  if (runs.some(({ from, to }) => from === to)) return false;
  const sizes = countsIn(counts, runs);
  if (sizes.includes(1)) return false;
  return sizes.filter((size) => size > 0).length > 1 || (sizes.at(0) === 0 && sizes.at(-1) === 0);
}

function barsOf(counts: Counts, runs: readonly Run[]): readonly Bin[] {
  const sizes = countsIn(counts, runs);
  return runs.map((run, place) => ({ ...run, count: sizes[place] ?? 0 }));
}

/** The picture of the place that the answers share with others; `null` where no place hides them. */
function placed({ counts, grain, rules, bars }: Shown & { readonly bars: readonly Bin[] | null }) {
  const [n, points] = [sizeOf(counts), counts.length];
  const steps = jointSteps(n, points);
  const own = { ...placeOf({ counts, steps, rules }), closeness: closenessIn({ counts, grain, rules }) };
  const place = rules.has('joined-places') ? cellsOf({ n, points, grain, rules, bars })(own) : own;
  const step = place && STEPS[grain === 'coarse' ? 'three' : 'five'][place.closeness];
  return step ? { grain, level: levelOf(place, points, steps), ...step } : null;
}

/** Steps of a level that span three answers or more; of two points, every tenth. */
function jointSteps(n: number, points: number): number {
  if (n < 8) return points === 4 || points === 5 ? 2 : 4;
  return n >= 30 || points === 2 ? 10 : 4;
}

interface Asked {
  readonly n: number;
  readonly points: number;
  readonly grain: AnonymousGrain;
  readonly rules: Rules;
  readonly bars: readonly Bin[] | null;
}

/** What was worked out once, some milliseconds each; places in bars are many, and forgotten after a while. */
const worked = new WeakMap<Rules, { readonly shared: Map<string, Cells>; readonly inBars: Map<string, Cells> }>();
const MOST_IN_BARS = 5_000;

function cellsOf(asked: Asked): Cells {
  const { n, points, rules, bars } = asked;
  const own = worked.get(rules) ?? { shared: new Map<string, Cells>(), inBars: new Map<string, Cells>() };
  worked.set(rules, own);
  const memory = bars ? own.inBars : own.shared;
  const key = [n, points, ...(bars ?? []).map((bar) => bar.count)].join(' ');
  const known = memory.get(key);
  if (known) return known;
  if (own.inBars.size >= MOST_IN_BARS) own.inBars.clear();
  const sheets = [...placesOf(asked)];
  const joined = joinedCells({ sheets, order: orderOf(asked) });
  const cells = bars
    ? joined
    : allJoined(
        joined,
        sheets.map(({ place }) => place),
      );
  memory.set(key, cells);
  return cells;
}

/**
 * Steps of one band take each other's sheets sooner than a level moves by more than half a point; a band changes only
 * when no level of its own hides a sheet. Bars are rather left out.
 */
function orderOf({ n, points, grain, bars }: Asked): readonly StepJoining[] {
  const anywhere = Number.POSITIVE_INFINITY;
  if (grain === 'coarse') {
    return [
      { closeness: 0, reach: anywhere, next: 1 },
      { closeness: 2, reach: anywhere, next: 1 },
      { closeness: 1, reach: anywhere, next: null },
    ];
  }
  const half = jointSteps(n, points) / 2;
  const inside = bars ? half : anywhere;
  return [
    { closeness: 5, reach: half, next: 4 },
    { closeness: 4, reach: inside, next: bars ? null : 3 },
    { closeness: 0, reach: inside, next: bars ? null : 1 },
    { closeness: 1, reach: half, next: 2 },
    { closeness: 3, reach: half, next: 2 },
    { closeness: 2, reach: inside, next: null },
  ];
}

/** Every sheet that could be shown so, its place and what it says about one person. */
function* placesOf({ n, points, grain, rules, bars }: Asked) {
  const sheets = bars
    ? sheetsInBars(bars.map((bar) => ({ points: bar.to - bar.from + 1, count: bar.count })))
    : sheetsOf({ n, points });
  const steps = jointSteps(n, points);
  for (const counts of sheets) {
    if (grain !== 'coarse' && !isExposed(counts, rules)) continue;
    if (grain === 'fine' && bars === null && hasBars(counts)) continue;
    const { lone, all } = exposureOf(counts);
    yield {
      place: { ...placeOf({ counts, steps, rules }), closeness: closenessIn({ counts, grain, rules }) },
      exposure: { lone: rules.has('lone-answers') ? lone : 0, all: rules.has('unanimity') ? all : 0 },
    };
  }
}

function closenessIn({ counts, grain, rules }: Shown): number {
  const closeness = closenessShown(counts, rules);
  if (grain === 'coarse') return STEPS.three.findIndex((step) => step.band === closeness.band);
  return fiveStepOf(closeness);
}

function fiveStepOf(closeness: Closeness): number {
  if (closeness.band === 'split') return 0;
  const together = fiveSteps(closeness);
  return STEPS.five.findIndex((step) => step.band === closeness.band && step.together === together);
}

/** All but one at an end of the scale, and that one next to it, is as aligned as everybody there. */
function closenessShown(counts: Counts, rules: Rules): Closeness {
  if (rules.has('unanimity') && isAtEnd(counts)) return { agreement: 1, band: 'aligned' };
  const closeness = closenessOf([counts]);
  assert(closeness !== null, 'a shown question has at least two answers');
  return closeness;
}

function isAtEnd(counts: Counts): boolean {
  const n = sizeOf(counts);
  const atEnd = (end: number, next: number) => end >= n - 1 && end + next === n;
  return atEnd(counts.at(0) ?? 0, counts.at(1) ?? 0) || atEnd(counts.at(-1) ?? 0, counts.at(-2) ?? 0);
}

/**
 * The mean in steps from the middle of the scale, so many to a scale point; a tie goes toward the middle, so both ends
 * fare alike. Never an end of the scale: that would say that everybody is there.
 */
function placeOf({
  counts,
  steps,
  rules,
}: {
  readonly counts: Counts;
  readonly steps: number;
  readonly rules: Rules;
}): Pick<Place, 'level'> {
  const [n, width] = [sizeOf(counts), counts.length - 1];
  const fromMiddle = 2 * stepsIn(counts) - n * width;
  const rounded = Math.ceil((Math.abs(fromMiddle) * steps) / (2 * n) - 0.5);
  const furthest = (width * steps) / 2 - (rules.has('unanimity') ? 1 : 0);
  return { level: Math.sign(fromMiddle) * Math.min(rounded, furthest) };
}

function levelOf({ level }: Pick<Place, 'level'>, points: number, steps: number): number {
  return ((points - 1) * (steps / 2) + level) / steps;
}
