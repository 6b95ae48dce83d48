import { DAY, type Instant } from '../../kernel/instant.ts';
import { dayAfter, instantOf, wallTimeAt, weekdayOf, type WallTime } from '../../kernel/time-zone.ts';

/** One day a week is left to be spoken to. */
export const MOST_QUIET_DAYS = 6;

/** When somebody does not want to be spoken to, by the clock where they are. */
export interface QuietTime {
  /** Minutes since midnight. Quiet hours may go over midnight; there are none where they begin when they end. */
  readonly from: number;
  readonly to: number;
  /** Days of the week that are quiet whole, 1 for Monday to 7 for Sunday; {@link MOST_QUIET_DAYS} at the most. */
  readonly days: readonly number[];
}

/** How somebody wants to be spoken to unasked. */
export interface NudgePreferences {
  /** Nothing is sent until the person says otherwise. */
  readonly stopped: boolean;
  readonly snoozedUntil: Instant | null;
  readonly quiet: QuietTime;
  /** An IANA name that the person chose; `null`: the one that the chat tells. */
  readonly timeZone: string | null;
}

export const MINUTES_A_DAY = 1_440;

/** What holds for whoever chose nothing: evenings, nights and weekends are quiet. */
export const USUAL_PREFERENCES: NudgePreferences = {
  stopped: false,
  snoozedUntil: null,
  quiet: { from: 18 * 60, to: 8 * 60, days: [6, 7] },
  timeZone: null,
};

/** Quiet days come to an end after six; a change of clocks can take one more. */
const FURTHEST = 8;

/** The first instant from `at` on that is not quiet where the person is. */
export function firstAllowed(at: Instant, quiet: QuietTime, zone: string): Instant {
  const now = wallTimeAt(at, zone);
  if (!isQuiet(now, quiet)) return at;
  // Quiet time ends with the quiet hours, or with a quiet day.
  for (let days = 0; days <= FURTHEST; days += 1) {
    for (const minute of [0, quiet.to]) {
      const end = instantOf({ day: dayAfter(now.day, days), minute }, zone);
      if (end > at && !isQuiet(wallTimeAt(end, zone), quiet)) return end;
    }
  }
  return at + FURTHEST * DAY;
}

function isQuiet({ day, minute }: WallTime, { from, to, days }: QuietTime): boolean {
  if (days.includes(weekdayOf(day))) return true;
  if (from === to) return false;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}
