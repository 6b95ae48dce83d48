import { dayOf, startOfDay, type Instant } from '../kernel/instant.ts';
import { instantOf, wallTimeAt } from '../kernel/time-zone.ts';

/** The clock on somebody's wall. */
export interface Wall {
  readonly now: Instant;
  /** The calendar day there now, `YYYY-MM-DD`. */
  readonly today: string;
  /** The instant at which a wall clock there shows so many minutes after midnight of a day. */
  readonly at: (day: string, minute: number) => Instant;
}

/** The wall clock of a time zone, an IANA name. */
export function wallOf(now: Instant, timeZone: string): Wall {
  return {
    now,
    today: wallTimeAt(now, timeZone).day,
    at: (day, minute) => instantOf({ day, minute }, timeZone),
  };
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
