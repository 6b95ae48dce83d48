/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A length of time in milliseconds. */
export type Duration = number;

export const SECOND: Duration = 1_000;
export const MINUTE: Duration = 60 * SECOND;
export const HOUR: Duration = 60 * MINUTE;
export const DAY: Duration = 24 * HOUR;

/**
 * The calendar day of an instant in UTC, `YYYY-MM-DD`. Days are counted in eras of 400 years that begin on 1 March, so
 * that the leap day is the last of its year (Hinnant, "chrono-compatible low-level date algorithms", 2013).
 */
export function dayOf(instant: Instant): string {
  const days = Math.floor(instant / DAY) + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The first instant of a calendar day `YYYY-MM-DD` in UTC. */
export function startOfDay(day: string): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const fromMarchOf = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarchOf / 400);
  const yearOfEra = fromMarchOf - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const ofEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear;
  return (era * 146_097 + ofEra - 719_468) * DAY;
}

/** The earliest calendar day that it is anywhere at an instant: twelve hours behind UTC. */
export function earliestToday(now: Instant): string {
  return dayOf(now - 12 * HOUR);
}
