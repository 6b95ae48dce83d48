import { dayAfter, weekdayOf } from '../../kernel/time-zone.ts';
import { dayNamed, monthAfter, type Wall } from '../calendar.ts';
import type { Token } from '../tokens.ts';
import { amountAt, clockAt, figureAt, type Reader } from './amounts.ts';
import type { Taken, Unit } from './time-lexicon.ts';

/** A stretch of whole days, both ends inclusive. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The day or stretch of days that is named at a place, without what opens it ("since"). */
export function daysAt(reader: Reader, at: number): Taken<Days> | null {
  return (
    fromTodayAt(reader, at) ??
    dateAt(reader, at) ??
    weekdayAt(reader, at) ??
    countedAt(reader, at) ??
    aroundNowAt(reader, at) ??
    quarterAt(reader, at) ??
    monthAt(reader, at)
  );
}

/** "Tomorrow". */
function fromTodayAt({ tokens, words, wall }: Reader, at: number): Taken<Days> | null {
  const found = words.dayFromToday(tokens, at);
  return found && one(dayAfter(wall.today, found.value), found.length);
}

function dateAt(reader: Reader, at: number): Taken<Days> | null {
  return figuresAt(reader, at) ?? dayAndMonthAt(reader, at);
}

/** "2026-12-01", "1.12.", "1.12.2026". */
function figuresAt({ tokens, wall }: Reader, at: number): Taken<Days> | null {
  const word = tokens[at]?.word ?? '';
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(word);
  const point = /^(\d{1,2})\.(\d{1,2})\.(\d{2,4})?$/u.exec(word);
  const [, first = '', month = '', last] = iso ?? point ?? [];
  if (first === '') return null;
  if (iso) return dated(dayNamed(Number(first), Number(month), Number(last)));
  if (last !== undefined)
    return dated(
      dayNamed(Number(last) % 100 === Number(last) ? 2_000 + Number(last) : Number(last), Number(month), Number(first)),
    );
  return dated(nearest(wall.today, Number(month), Number(first)));
}

/** "1 December", "1st of December 2026", "December 1". */
function dayAndMonthAt({ tokens, words, wall }: Reader, at: number): Taken<Days> | null {
  const before = figureAt({ tokens, words }, at);
  if (before) {
    let next = at + before.length;
    next += words.is('afterFigure', tokens, next)?.length ?? 0;
    next += words.is('of', tokens, next)?.length ?? 0;
    const month = words.month(tokens, next);
    return month && inYear(tokens, { wall, month: month.value, date: before.value, at, next: next + month.length });
  }
  const month = words.month(tokens, at);
  const after = month && figureAt({ tokens, words }, at + month.length);
  if (!month || !after || after.value > 31) return null;
  let next = at + month.length + after.length;
  next += words.is('afterFigure', tokens, next)?.length ?? 0;
  return inYear(tokens, { wall, month: month.value, date: after.value, at, next });
}

interface Dated {
  readonly wall: Wall;
  readonly month: number;
  readonly date: number;
  readonly at: number;
  readonly next: number;
}

function inYear(tokens: readonly Token[], { wall, month, date, at, next }: Dated): Taken<Days> | null {
  const year = yearAt(tokens, next);
  const day = year === null ? nearest(wall.today, month + 1, date) : dayNamed(year, month + 1, date);
  return day === null ? null : one(day, next + (year === null ? 0 : 1) - at);
}

/**
 * "Friday" is the next one to come, "last Friday" the latest, "next Friday" the one of the next week. Where a date is
 * behind it, the date tells which.
 */
function weekdayAt(reader: Reader, at: number): Taken<Days> | null {
  const { tokens, words, wall, past } = reader;
  const next = words.is('next', tokens, at);
  const last = words.is('last', tokens, at);
  const lead = (next ?? last ?? words.is('current', tokens, at))?.length ?? 0;
  const found = words.weekday(tokens, at + lead) ?? shortWeekdayAt(reader, at + lead);
  if (!found) return null;
  const length = lead + found.length;
  const article = words.is('on', tokens, at + length)?.length ?? 0;
  const date = dateAt(reader, at + length + article);
  if (date) return { value: date.value, length: length + article + date.length };
  const away = found.value - (weekdayOf(wall.today) - 1);
  if (next) return one(dayAfter(wall.today, away + 7), length);
  if (last) return one(dayAfter(wall.today, away >= 0 ? away - 7 : away), length);
  if (past) return one(dayAfter(wall.today, away > 0 ? away - 7 : away), length);
  return one(dayAfter(wall.today, away < 0 || (away === 0 && lead === 0) ? away + 7 : away), length);
}

/** "Sat at 9", "Sa, 1.12.": what is another word too is a weekday before a clock time or a date. */
function shortWeekdayAt(reader: Reader, at: number): Taken<number> | null {
  const found = reader.words.shortWeekday(reader.tokens, at);
  if (!found) return null;
  const next = at + found.length;
  const { weekday, isBeforeClock } = found.value;
  const isFigure = reader.tokens[next]?.kind === 'number';
  const isHour = (isBeforeClock || isFigure) && clockAt(reader, next, 'free') !== null;
  const isDay = isFigure && dateAt(reader, next) !== null;
  return isHour || isDay ? { value: weekday, length: found.length } : null;
}

/** "In two weeks", "two weeks ago", "the last 30 days". */
function countedAt({ tokens, words, wall }: Reader, at: number): Taken<Days> | null {
  const last = words.is('last', tokens, at);
  const lead = last ?? words.is('ahead', tokens, at) ?? words.is('agoFirst', tokens, at);
  const start = at + (lead?.length ?? 0);
  const amount = amountAt({ tokens, words }, start);
  const unit = amount && words.unit(tokens, start + amount.length);
  if (!amount || !unit || unit.value === 'minute' || unit.value === 'hour' || !Number.isInteger(amount.value))
    return null;
  const end = start + amount.length + unit.length;
  const by = (sign: number): string => moved(wall.today, sign * Math.min(amount.value, 1_000), unit.value);
  if (last) return { value: { from: by(-1), to: wall.today }, length: end - at };
  const after = lead === null ? words.is('ago', tokens, end) : null;
  if (after) return one(by(-1), end + after.length - at);
  if (lead === null) return null;
  return one(by(words.is('ahead', tokens, at) ? 1 : -1), end - at);
}

/** "This week", "last quarter", "next month". */
function aroundNowAt({ tokens, words, wall }: Reader, at: number): Taken<Days> | null {
  const [next, last] = [words.is('next', tokens, at), words.is('last', tokens, at)];
  const lead = next ?? last ?? words.is('current', tokens, at);
  const unit = lead && words.unit(tokens, at + lead.length);
  if (!lead || !unit || unit.value === 'minute' || unit.value === 'hour') return null;
  const start = startOf(moved(wall.today, next ? 1 : last ? -1 : 0, unit.value), unit.value);
  return { value: whole(start, unit.value), length: lead.length + unit.length };
}

/** "Q3", "Q3 2025", "im dritten Quartal": the latest that has begun, where no year is said. */
function quarterAt({ tokens, words, wall }: Reader, at: number): Taken<Days> | null {
  const figure = Number(tokens[at + 1]?.word);
  const ordinal = words.ordinal(tokens, at);
  const unit = ordinal && words.unit(tokens, at + ordinal.length);
  const isShort = tokens[at]?.word === 'q';
  const quarter = isShort ? figure : unit?.value === 'quarter' ? (ordinal?.value ?? 0) : 0;
  if (!(quarter >= 1 && quarter <= 4)) return null;
  const next = at + (isShort ? 2 : (ordinal?.length ?? 0) + (unit?.length ?? 0));
  const year = yearAt(tokens, next);
  const start = latestMonth(wall.today, quarter * 3 - 2, year);
  return start === null ? null : { value: whole(start, 'quarter'), length: next + (year === null ? 0 : 1) - at };
}

/** "March", "March 2025": the latest that has begun, where no year is said. A year alone counts behind "in" or such. */
function monthAt({ tokens, words, wall }: Reader, at: number): Taken<Days> | null {
  const introduced = at > 0 && words.is('on', tokens, at - 1) !== null;
  const only = yearAt(tokens, at);
  if (only !== null && introduced) return { value: { from: `${only}-01-01`, to: `${only}-12-31` }, length: 1 };
  const found = words.month(tokens, at);
  if (!found) return null;
  const lastOne = at > 0 && words.is('last', tokens, at - 1) !== null;
  if (words.is('alsoOrdinary', tokens, at) && !introduced && !lastOne && tokens.length > 1) return null;
  const year = yearAt(tokens, at + found.length);
  const start = latestMonth(wall.today, found.value + 1, year);
  return start === null ? null : { value: whole(start, 'month'), length: found.length + (year === null ? 0 : 1) };
}

function yearAt(tokens: readonly Token[], at: number): number | null {
  const word = tokens[at]?.word ?? '';
  return /^(19|20)\d{2}$/u.test(word) ? Number(word) : null;
}

function latestMonth(today: string, month: number, year: number | null): string | null {
  if (year !== null) return dayNamed(year, month, 1);
  const thisYear = Number(today.slice(0, 4));
  return dayNamed(month <= Number(today.slice(5, 7)) ? thisYear : thisYear - 1, month, 1);
}

/** Without a year it is the one that makes it nearest to today. */
function nearest(today: string, month: number, date: number): string | null {
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((each) => dayNamed(each, month, date) ?? []);
  const half = dayAfter(today, -182);
  return days.find((day) => day >= half) ?? null;
}

function moved(day: string, count: number, unit: Unit): string {
  if (unit === 'day') return dayAfter(day, count);
  if (unit === 'week') return dayAfter(day, 7 * count);
  const months = count * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12);
  const first = monthAfter(day, months);
  const end = Number(dayAfter(monthAfter(first, 1), -1).slice(8));
  return dayAfter(first, Math.min(Number(day.slice(8)), end) - 1);
}

function startOf(day: string, unit: Unit): string {
  if (unit === 'day') return day;
  if (unit === 'week') return dayAfter(day, 1 - weekdayOf(day));
  if (unit === 'month') return monthAfter(day, 0);
  const month = Number(day.slice(5, 7)) - 1;
  return monthAfter(day, unit === 'quarter' ? -(month % 3) : -month);
}

function whole(from: string, unit: Unit): Days {
  if (unit === 'day') return { from, to: from };
  if (unit === 'week') return { from, to: dayAfter(from, 6) };
  return { from, to: dayAfter(monthAfter(from, unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12), -1) };
}

function one(day: string, length: number): Taken<Days> {
  return { value: { from: day, to: day }, length };
}

function dated(day: string | null): Taken<Days> | null {
  return day === null ? null : one(day, 1);
}
