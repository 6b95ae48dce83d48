import { DAY, dayOf, MINUTE, startOfDay, type Duration, type Instant } from './instant.ts';
import { memoryOf } from './memory.ts';

/** What a clock and a calendar on a wall show. */
export interface WallTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Minutes since midnight, as the clock shows them. */
  readonly minute: number;
}

/** Making a format is slow, and people are in few zones. */
const formats = memoryOf<Intl.DateTimeFormat | null>(50);

/** Whether a text is the IANA name of a time zone, `Europe/Oslo`, that is known here. */
export function isTimeZone(name: string): boolean {
  return formatOf(name) !== null;
}

/** What the wall shows at an instant in a time zone; one that is not known is taken for UTC. */
export function wallTimeAt(instant: Instant, zone: string): WallTime {
  const shown = instant + offsetAt(instant, zone);
  const day = dayOf(shown);
  return { day, minute: Math.floor((shown - startOfDay(day)) / MINUTE) };
}

/**
 * The first instant at which the wall shows a time. One that a change of clocks leaves out is taken as in RFC 5545: by the
 * offset from before the change, so that it is as much later as the clocks were put forward.
 */
export function instantOf({ day, minute }: WallTime, zone: string): Instant {
  const shown = startOfDay(day) + minute * MINUTE;
  const before = offsetAt(shown - DAY, zone);
  const after = offsetAt(shown + DAY, zone);
  const found = [shown - before, shown - after].filter((instant) => instant + offsetAt(instant, zone) === shown);
  return found.length === 0 ? shown - before : Math.min(...found);
}

/** The day so many days later. */
export function dayAfter(day: string, days = 1): string {
  return dayOf(startOfDay(day) + days * DAY);
}

/** Which day of the week it is, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  // 1970-01-01 was a Thursday.
  return ((((startOfDay(day) / DAY + 3) % 7) + 7) % 7) + 1;
}

/** How far the wall is ahead of UTC, in whole minutes. */
function offsetAt(instant: Instant, zone: string): Duration {
  const format = formatOf(zone);
  if (format === null) return 0;
  const whole = Math.floor(instant / MINUTE) * MINUTE;
  const parts = new Map(format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
  const [year = 0, month = 0, day = 0] = (['year', 'month', 'day'] as const).map((type) => parts.get(type));
  const date = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
  const minutes = (parts.get('hour') ?? 0) * 60 + (parts.get('minute') ?? 0);
  return startOfDay(date) + minutes * MINUTE - whole;
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  return formats.recall(zone, () => {
    try {
      return new Intl.DateTimeFormat('en', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
      });
    } catch {
      // A name that Intl does not know is the only thing that can be wrong here.
      return null;
    }
  });
}
