import { assert } from '../../kernel/assert.ts';
import { consensus } from '../../measures/ratings/agreement.ts';
import { sizeOf } from '../../measures/ratings/distribution.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';
import type { Band, Bin } from '../results/shown.ts';
import { nearestOf } from './cells.ts';
import { grainOf, shownGrain } from './grain.ts';
import type { AnonymousGrain } from './grain.ts';
import type { Rules } from './rules.ts';
import {
  closenessShown,
  fiveStepOf,
  hasBars,
  isExposed,
  levelIn,
  placed,
  reachedPlaces,
  stepAt,
} from './scale-places.ts';
import type { ShownPlace } from './scale-places.ts';
import { countsIn, thirdsOf } from './sheets.ts';
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
  readonly minimumGroup: number;
  readonly rules: Rules;
}

/** Steps of a level to one scale point, by grain. */
const LEVEL_STEPS: Readonly<Record<AnonymousGrain, number>> = { coarse: 4, medium: 10, fine: 100 };

/**
 * What the answers may look like. Few answers, and answers of which one stands alone or all are the same, are shown by
 * places that others share (`joinedCells`); the others as exact as their grain allows. Needs two answers or more.
 */
export function pictureOf(answered: Answered): ScalePicture {
  const { counts, rules } = answered;
  const grain = grainBehind(answered);
  if (isExact(answered)) return exactPicture({ counts, grain, rules });
  const bars = grain === 'fine' && !isHushed(answered) ? barsBeside(counts) : null;
  const place = bars && placed({ counts, grain, rules, bars });
  return place ? pictureAt(place, { grain, bars }) : sharedPictureOf(answered);
}

/** Whether the picture is as exact as the grain allows, and not a place that others share. */
export function isExact(answered: Answered): boolean {
  return grainBehind(answered) !== 'coarse' && !isHushed(answered) && !isExposed(answered.counts, answered.rules);
}

/** The answers by the place that they share with others, without bars. */
export function sharedPictureOf(answered: Answered): ScalePicture {
  const { counts, rules } = answered;
  const grain = grainBehind(answered);
  const own = placed({ counts, grain, rules, bars: null });
  assert(own !== null, 'answers of a minimum group can be shown');
  const place = isHushed(answered) && rules.has('joined-places') ? unnoticed(own, answered) : own;
  return pictureAt(place, { grain, bars: null });
}

/** Whether one person alone gave no answer, which nothing may tell. */
function isHushed({ silent, rules }: Answered): boolean {
  return silent === 1 && rules.has('lone-silence');
}

function grainBehind({ counts, silent, minimumGroup, rules }: Answered): AnonymousGrain {
  const answers = sizeOf(counts);
  return rules.has('lone-silence')
    ? shownGrain({ answers, ballots: answers + silent, minimumGroup })
    : grainOf(answers);
}

/** The nearest place at which the answers of everybody, or of all but two, could be shown as well. */
function unnoticed(own: ShownPlace, answered: Answered): ShownPlace {
  const { counts, minimumGroup, rules } = answered;
  const [answers, points, grain] = [sizeOf(counts), counts.length, grainBehind(answered)];
  const ballots = answers + 1;
  const others = [ballots, answers - 1].filter(
    (n) => (n === ballots || n >= minimumGroup) && shownGrain({ answers: n, ballots, minimumGroup }) === grain,
  );
  const places = others.flatMap((n) => reachedPlaces({ n, points, grain, rules }));
  return nearestOf(places, { to: own, middle: (points - 1) / 2 }) ?? own;
}

interface Shown {
  readonly counts: Counts;
  readonly grain: AnonymousGrain;
  readonly rules: Rules;
}

function exactPicture({ counts, grain, rules }: Shown): ScalePicture {
  const closeness = closenessShown(counts, rules);
  const level = levelIn(counts, { steps: LEVEL_STEPS[grain], rules });
  if (grain === 'medium') {
    return { grain, level, ...stepAt(fiveStepOf(closeness), grain), bars: exactBars(counts, thirdsOf(counts.length)) };
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

function barsOf(counts: Counts, runs: readonly Run[]): readonly Bin[] {
  const sizes = countsIn(counts, runs);
  return runs.map((run, place) => ({ ...run, count: sizes[place] ?? 0 }));
}

function pictureAt(
  { closeness, level }: ShownPlace,
  { grain, bars }: { readonly grain: AnonymousGrain; readonly bars: readonly Bin[] | null },
): ScalePicture {
  return { grain, level, ...stepAt(closeness, grain), bars };
}
