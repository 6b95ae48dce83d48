import { DAY, earliestToday, startOfDay, type Instant } from '../../kernel/instant.ts';
import type { InstrumentId, MeetingId } from '../../kernel/ids.ts';
import { dayAfter } from '../../kernel/time-zone.ts';
import type { Mode } from '../meeting/meeting.ts';
import type { Grain, ShownDimension } from '../results/shown.ts';
import { SOONEST_DAYS, type Intervention } from './intervention.ts';
import type { MeanBounds } from './mean-bounds.ts';

/** What a closed meeting or pulse shows of one dimension, as the disclosure rules let it be shown. */
export interface Measurement {
  readonly meeting: MeetingId;
  readonly title: string;
  readonly openedAt: Instant;
  readonly closedAt: Instant;
  readonly ballots: number;
  readonly invited: number;
  readonly mode: Mode;
  readonly instrument: { readonly id: InstrumentId; readonly version: number };
  /** Who was asked, in an order that says nothing. */
  readonly leaders: readonly string[];
  readonly result: ShownDimension;
  /** Where the mean behind the level lies, as far as the shown questions tell; `null` where they show none. */
  readonly mean: MeanBounds | null;
}

/** What else differs between two measurements, so that they are less comparable. */
export const CAUTIONS = ['members', 'instrument', 'mode', 'grain', 'other-interventions'] as const;
export type Caution = (typeof CAUTIONS)[number];

/** What is missing for a comparison. */
export const MISSING = ['before', 'after', 'both'] as const;

export type DidItHelp =
  | {
      readonly status: 'compared';
      readonly before: Measurement;
      readonly after: Measurement;
      /** Change of the shown level and place in points of 100, `null` where one of them is not shown. */
      readonly level: number | null;
      readonly together: number | null;
      /** Better or worse only where it is so for all answers that look like these; else `same`, as far as is shown. */
      readonly direction: 'better' | 'worse' | 'same' | 'unclear';
      readonly cautions: readonly Caution[];
    }
  | { readonly status: 'missing'; readonly missing: (typeof MISSING)[number] };

/** A level that moves by no more than this is the same, however exactly it is shown; in points of 100. */
const STEP: Readonly<Record<Grain, number>> = { coarse: 5, medium: 2, fine: 1, exact: 1 };
/** Sums of fractions lie a little beside what they are. */
const ROUNDING = 1e-9;

/**
 * Puts the last measurement that closed before an intervention beside the first that opened after it and closed two weeks
 * later or more. It is an association and never proof, and it is made of shown figures alone: a measurement that is held
 * is none.
 */
export function didItHelp({
  day,
  measurements,
  others,
}: {
  readonly day: string;
  readonly measurements: readonly Measurement[];
  /** Days of other interventions that were meant to move the same dimension. */
  readonly others: readonly string[];
}): DidItHelp {
  const endOfDay = startOfDay(day) + DAY;
  const soonest = startOfDay(day) + SOONEST_DAYS * DAY;
  const inTime = [...measurements].sort((a, b) => a.closedAt - b.closedAt);
  const before = inTime.findLast(({ closedAt }) => closedAt < endOfDay);
  const after = inTime.find(({ openedAt, closedAt }) => openedAt >= endOfDay && closedAt >= soonest);
  if (!before || !after) return { status: 'missing', missing: before ? 'after' : after ? 'before' : 'both' };
  const level = pointsBetween(before.result.level, after.result.level);
  return {
    status: 'compared',
    before,
    after,
    level,
    together: pointsBetween(before.result.together, after.result.together),
    direction: directionOf(before, after),
    cautions: cautionsFor({ before, after, others }),
  };
}

/** A measurement to come, planned or only set. */
export interface NextMeasurement {
  readonly day: string;
  readonly because: 'planned' | 'set';
}

/**
 * The next measurement that can count: the day that the coach chose, else what is planned, else the day that was set. None
 * where no such day is left, and none where nothing was measured before, for whatever comes then has nothing beside it.
 */
export function nextMeasurement(
  { day, measureOn, measureBecause }: Pick<Intervention, 'day' | 'measureOn' | 'measureBecause'>,
  {
    missing,
    planned,
    now,
  }: {
    readonly missing: (typeof MISSING)[number];
    /** Days for which meetings and pulses are planned. */
    readonly planned: readonly string[];
    readonly now: Instant;
  },
): NextMeasurement | null {
  // Until the day is over, something can still be measured before it.
  if (missing !== 'after' && startOfDay(day) + DAY <= now) return null;
  const [today, soonest] = [earliestToday(now), dayAfter(day, SOONEST_DAYS)];
  const counts = (one: string): boolean => one >= today && one >= soonest;
  const set = counts(measureOn) ? ({ day: measureOn, because: 'set' } as const) : null;
  if (set && measureBecause === 'chosen') return set;
  const next = planned.filter(counts).sort()[0];
  return next === undefined ? set : { day: next, because: 'planned' };
}

function pointsBetween(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : Math.round((after - before) * 100);
}

function directionOf(before: Measurement, after: Measurement): Extract<DidItHelp, { status: 'compared' }>['direction'] {
  const level = pointsBetween(before.result.level, after.result.level);
  if (level === null || !before.mean || !after.mean) return 'unclear';
  if (Math.abs(level) <= Math.max(STEP[before.result.grain], STEP[after.result.grain])) return 'same';
  if (after.mean.least > before.mean.most + ROUNDING) return 'better';
  return after.mean.most < before.mean.least - ROUNDING ? 'worse' : 'same';
}

function cautionsFor({
  before,
  after,
  others,
}: {
  readonly before: Measurement;
  readonly after: Measurement;
  readonly others: readonly string[];
}): readonly Caution[] {
  const isBetween = (day: string): boolean =>
    startOfDay(day) + DAY > before.closedAt && startOfDay(day) < after.closedAt;
  const differs: Readonly<Record<Caution, boolean>> = {
    members: peopleOf(before) !== peopleOf(after),
    instrument: before.instrument.id !== after.instrument.id || before.instrument.version !== after.instrument.version,
    mode: before.mode !== after.mode,
    grain: before.result.grain !== after.result.grain,
    'other-interventions': others.some(isBetween),
  };
  return CAUTIONS.filter((caution) => differs[caution]);
}

function peopleOf({ leaders }: Measurement): string {
  return [...leaders].sort().join(' ');
}
