import { assert } from '../../kernel/assert.ts';
import { sizeOf, stepsIn } from '../../measures/ratings/distribution.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';
import { closenessOf, fiveSteps } from '../results/bands.ts';
import type { Closeness } from '../results/bands.ts';
import type { Band, Bin } from '../results/shown.ts';
import { allJoined, joinedCells } from './cells.ts';
import type { Cells, Place, StepJoining } from './cells.ts';
import { exposureOf } from './exposure.ts';
import type { AnonymousGrain } from './grain.ts';
import type { Rules } from './rules.ts';
import { countsIn, sheetsInBars, sheetsOf, thirdsOf } from './sheets.ts';

/** A step of closeness as it is shown, and the r_wg that stands for it. */
export interface Step {
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

/** Answers that are shown by a place, in bars or without. */
export interface Sharing {
  readonly counts: Counts;
  readonly grain: AnonymousGrain;
  readonly rules: Rules;
  readonly bars: readonly Bin[] | null;
}

/** Where answers are shown: a step of closeness, and a level in scale points from the lowest. */
export interface ShownPlace {
  readonly closeness: number;
  readonly level: number;
}

/** The place that the answers share with others; `null` where no place hides them. */
export function placed({ counts, grain, rules, bars }: Sharing): ShownPlace | null {
  const [n, points] = [sizeOf(counts), counts.length];
  const steps = jointSteps(n, points);
  const own = { level: stepsFromMiddle({ counts, steps, rules }), closeness: closenessIn({ counts, grain, rules }) };
  if (!rules.has('joined-places')) return shownAt(own, { points, steps });
  const place = workedOut({ n, points, grain, rules, bars }).cells(own);
  return place && shownAt(place, { points, steps });
}

/** The places without bars at which so many people's answers are shown, as far as sheets that stand for all prove. */
export function reachedPlaces(asked: Omit<Asked, 'bars'>): readonly ShownPlace[] {
  return workedOut({ ...asked, bars: null }).reached;
}

/** A level in scale points from the lowest, so many steps to a point; never an end of the scale. */
export function levelIn(counts: Counts, { steps, rules }: { readonly steps: number; readonly rules: Rules }): number {
  const level = stepsFromMiddle({ counts, steps, rules });
  return shownAt({ level, closeness: 0 }, { points: counts.length, steps }).level;
}

/** Whether a point of the scale was given by one person alone, or by all. */
export function isExposed(counts: Counts, rules: Rules): boolean {
  const { lone, all } = exposureOf(counts);
  return (lone !== 0 && rules.has('lone-answers')) || (all !== 0 && rules.has('unanimity'));
}

/** The step of closeness as it is shown, among three or five. */
export function stepAt(closeness: number, grain: AnonymousGrain): Step {
  const step = STEPS[grain === 'coarse' ? 'three' : 'five'][closeness];
  assert(step !== undefined, 'a place is at a step of closeness');
  return step;
}

/** The place of a closeness among the five steps. */
export function fiveStepOf(closeness: Closeness): number {
  if (closeness.band === 'split') return 0;
  const together = fiveSteps(closeness);
  return STEPS.five.findIndex((step) => step.band === closeness.band && step.together === together);
}

/** All but one at an end of the scale, and that one next to it, is as aligned as everybody there. */
export function closenessShown(counts: Counts, rules: Rules): Closeness {
  if (rules.has('unanimity') && isAtEnd(counts)) return { agreement: 1, band: 'aligned' };
  const closeness = closenessOf([counts]);
  assert(closeness !== null, 'a shown question has at least two answers');
  return closeness;
}

/** Whether each third spans two points or more and has two people or none, and not all are in one at an end. */
export function hasBars(counts: Counts): boolean {
  const runs = thirdsOf(counts.length);
  if (runs.some(({ from, to }) => from === to)) return false;
  const sizes = countsIn(counts, runs);
  if (sizes.includes(1)) return false;
  return sizes.filter((size) => size > 0).length > 1 || (sizes.at(0) === 0 && sizes.at(-1) === 0);
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

interface Worked {
  readonly cells: Cells;
  /** Places at which the sheets that were looked at are shown. */
  readonly reached: readonly ShownPlace[];
}

/** What was worked out once, some milliseconds each; places in bars are many, and forgotten after a while. */
const worked = new WeakMap<Rules, { readonly shared: Map<string, Worked>; readonly inBars: Map<string, Worked> }>();
const MOST_IN_BARS = 5_000;

function workedOut(asked: Asked): Worked {
  const { n, points, grain, rules, bars } = asked;
  const own = worked.get(rules) ?? { shared: new Map<string, Worked>(), inBars: new Map<string, Worked>() };
  worked.set(rules, own);
  const memory = bars ? own.inBars : own.shared;
  const key = [n, points, grain, ...(bars ?? []).map((bar) => bar.count)].join(' ');
  const known = memory.get(key);
  if (known) return known;
  if (own.inBars.size >= MOST_IN_BARS) own.inBars.clear();
  const found = cellsOf(asked);
  memory.set(key, found);
  return found;
}

function cellsOf(asked: Asked): Worked {
  const sheets = [...placesOf(asked)];
  const places = distinct(sheets.map(({ place }) => place));
  const joined = joinedCells({ sheets, order: orderOf(asked) });
  const cells = asked.bars ? joined : allJoined(joined, places);
  const [points, steps] = [asked.points, jointSteps(asked.n, asked.points)];
  const reached = distinct(places.flatMap((place) => cells(place) ?? []));
  return { cells, reached: reached.map((place) => shownAt(place, { points, steps })) };
}

function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.closeness} ${place.level}`, place])).values()];
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
      place: { level: stepsFromMiddle({ counts, steps, rules }), closeness: closenessIn({ counts, grain, rules }) },
      exposure: { lone: rules.has('lone-answers') ? lone : 0, all: rules.has('unanimity') ? all : 0 },
    };
  }
}

function closenessIn({ counts, grain, rules }: Omit<Sharing, 'bars'>): number {
  const closeness = closenessShown(counts, rules);
  if (grain === 'coarse') return STEPS.three.findIndex((step) => step.band === closeness.band);
  return fiveStepOf(closeness);
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
function stepsFromMiddle({
  counts,
  steps,
  rules,
}: {
  readonly counts: Counts;
  readonly steps: number;
  readonly rules: Rules;
}): number {
  const [n, width] = [sizeOf(counts), counts.length - 1];
  const fromMiddle = 2 * stepsIn(counts) - n * width;
  const rounded = Math.ceil((Math.abs(fromMiddle) * steps) / (2 * n) - 0.5);
  const furthest = (width * steps) / 2 - (rules.has('unanimity') ? 1 : 0);
  return Math.sign(fromMiddle) * Math.min(rounded, furthest);
}

function shownAt(
  { closeness, level }: Place,
  { points, steps }: { readonly points: number; readonly steps: number },
): ShownPlace {
  return { closeness, level: ((points - 1) * (steps / 2) + level) / steps };
}
