import { memoryOf } from '../kernel/memory.ts';
import { DAY, dayOf, HOUR, MINUTE, SECOND, startOfDay, type Duration, type Instant } from '../kernel/instant.ts';

/** The clock on somebody's wall. */
export interface Wall {
  readonly now: Instant;
  /** The calendar day there now, `YYYY-MM-DD`. */
  readonly today: string;
  readonly tomorrow: string;
  /** The instant at which a wall clock there shows so many minutes after midnight of a day. */
  readonly at: (day: string, minutes: number) => Instant;
}

/** The wall clock of a time zone, an IANA name. */
export function wallOf(now: Instant, timeZone: string): Wall {
  const ahead = aheadIn(timeZone);
  const today = dayOf(now + ahead(now));
  return {
    now,
    today,
    tomorrow: daysAfter(today, 1),
    at(day, minutes) {
      const shown = startOfDay(day) + minutes * MINUTE;
      // Before and after a change of the clock. What is shown twice is the first; what is left out, an hour later.
      const [before, after] = [ahead(shown - DAY), ahead(shown + DAY)];
      const found = [shown - before, shown - after].filter((instant) => instant + ahead(instant) === shown);
      return found.length === 0 ? shown - before : Math.min(...found);
    },
  };
}

/** A calendar day so many days later. */
export function daysAfter(day: string, days: number): string {
  return dayOf(startOfDay(day) + days * DAY);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: string): number {
  // 1970-01-01 was a Thursday.
  return (((startOfDay(day) / DAY + 3) % 7) + 7) % 7;
}

/** The first day of the month that is so many months after that of a day. */
export function monthAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  return dayNamed(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1, 1) ?? day;
}

/** `YYYY-MM-DD` of figures; `null` when there is no such day. */
export function dayNamed(year: number, month: number, date: number): string | null {
  const named = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return year >= 1 && year <= 9_998 && month >= 1 && month <= 12 && dayOf(startOfDay(named)) === named ? named : null;
}

/** Making one takes longer than reading a text. */
const formats = memoryOf<Intl.DateTimeFormat>(64);

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
}

function aheadIn(timeZone: string): (instant: Instant) => Duration {
  const format = formats.recall(timeZone, () => formatIn(timeZone));
  return (instant) => {
    const whole = Math.floor(instant / SECOND) * SECOND;
    const part = new Map(format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
    const day = dayNamed(of('year'), of('month'), of('day'));
    return day === null
      ? 0
      : startOfDay(day) + of('hour') * HOUR + of('minute') * MINUTE + of('second') * SECOND - whole;
  };
}
