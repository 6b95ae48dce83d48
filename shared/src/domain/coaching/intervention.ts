import type { Instant } from '../../kernel/instant.ts';
import type { InterventionId, PersonId, TeamId } from '../../kernel/ids.ts';
import { dayAfter } from '../../kernel/time-zone.ts';

/** Something that a coach tried with a team: when, meant to move which dimension, to be measured again when. */
export interface Intervention {
  readonly id: InterventionId;
  readonly team: TeamId;
  readonly by: PersonId;
  readonly title: string;
  /** Its entry in the library; `null` for one of the coach's own. */
  readonly entry: string | null;
  readonly dimension: string;
  readonly day: string;
  readonly measureOn: string;
  readonly measureBecause: MeasureBecause;
  readonly loggedAt: Instant;
  readonly revision: number;
}

/** Why the day to measure again is the one it is. */
export const MEASURE_BECAUSE = ['chosen', 'planned', 'six-weeks'] as const;
export type MeasureBecause = (typeof MEASURE_BECAUSE)[number];

/** A team needs so long until a change can be felt, and a measurement before tells of the time before. */
export const SOONEST_DAYS = 14;
const USUAL_DAYS = 42;
/** A plan that is further off than this is not waited for. */
const LATEST_DAYS = 84;

/**
 * When to measure again: on the day that the coach chose; else with the first meeting or pulse that is planned between two
 * and twelve weeks after the intervention; else after six weeks.
 */
export function measureAgain({
  day,
  chosen,
  planned,
}: {
  readonly day: string;
  readonly chosen: string | null;
  /** Days for which meetings and pulses are planned. */
  readonly planned: readonly string[];
}): Pick<Intervention, 'measureOn' | 'measureBecause'> {
  if (chosen !== null) return { measureOn: chosen, measureBecause: 'chosen' };
  const [from, until] = [dayAfter(day, SOONEST_DAYS), dayAfter(day, LATEST_DAYS)];
  const next = planned.filter((one) => one >= from && one <= until).sort()[0];
  if (next !== undefined) return { measureOn: next, measureBecause: 'planned' };
  return { measureOn: dayAfter(day, USUAL_DAYS), measureBecause: 'six-weeks' };
}
