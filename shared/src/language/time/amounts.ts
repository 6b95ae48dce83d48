import type { Wall } from '../calendar.ts';
import type { Token } from '../tokens.ts';
import type { Taken, TimeLexicon } from './time-lexicon.ts';

/** What is read, with what is known. */
export interface Reader {
  readonly tokens: readonly Token[];
  readonly words: TimeLexicon;
  readonly wall: Wall;
  /** Whether a day is meant that has been: behind "since". */
  readonly past: boolean;
}

type Words = Pick<Reader, 'tokens' | 'words'>;

/** A number in figures. */
export function figureAt({ tokens }: Words, at: number): Taken<number> | null {
  const token = tokens[at];
  const isNumber = token?.kind === 'number' && /^\d+([.,]\d+)?$/u.test(token.word);
  return isNumber ? { value: Number(token.word.replace(',', '.')), length: 1 } : null;
}

/** A number in figures or words. */
export function amountAt(reader: Words, at: number): Taken<number> | null {
  return figureAt(reader, at) ?? reader.words.number(reader.tokens, at);
}

/** A length of time in whole minutes: "90 minutes", "an hour and a half", "2 hours 15 minutes". */
export function minutesAt(reader: Words, at: number): Taken<number> | null {
  const { tokens, words } = reader;
  const named = words.lengthOf(tokens, at);
  if (named) return named;
  const amount = amountAt(reader, at);
  if (!amount) return null;
  let next = at + amount.length;
  const halfBefore = words.is('andHalf', tokens, next);
  next += halfBefore?.length ?? 0;
  // "90-minute"
  next += tokens[next]?.word === '-' ? 1 : 0;
  const unit = words.unit(tokens, next);
  if (unit?.value !== 'minute' && unit?.value !== 'hour') return null;
  next += unit.length;
  if (unit.value === 'minute') return { value: Math.round(amount.value), length: next - at };
  const half = halfBefore ? null : words.is('andHalf', tokens, next);
  next += half?.length ?? 0;
  const rest = (half ?? halfBefore) ? { value: 30, length: 0 } : moreMinutesAt(reader, next);
  return { value: Math.round(amount.value * 60) + rest.value, length: next + rest.length - at };
}

/** A time of day in minutes after midnight. `close`: it stands right behind a day, as in "Friday 9". */
export function clockAt(reader: Words, at: number, place: 'close' | 'free'): Taken<number> | null {
  const { tokens, words } = reader;
  const lead = words.is('clock', tokens, at);
  const start = at + (lead?.length ?? 0);
  const half = halfAt(reader, start);
  if (half) return { value: half.value, length: start + half.length - at };
  const figures = /^(\d{1,2})[:.,](\d{2})$/u.exec(tokens[start]?.word ?? '');
  const hour = figures ? { value: Number(figures[1]), length: 1 } : amountAt(reader, start);
  if (!hour) return hourNamedAt(reader, at, place);
  const minutes = Number(figures?.[2] ?? 0);
  let next = start + hour.length;
  const oclock = words.is('oclock', tokens, next);
  next += oclock?.length ?? 0;
  const extra = oclock && !figures ? (figureAt(reader, next)?.value ?? 0) : 0;
  next += extra > 0 ? 1 : 0;
  const part = partAt(reader, next);
  next += part?.length ?? 0;
  const sure =
    lead !== null || oclock !== null || part !== null || place === 'close' || tokens[start]?.word.includes(':');
  if (sure !== true || !Number.isInteger(hour.value) || hour.value > 24 || minutes + extra > 59) return null;
  const said = part === null ? (figures || oclock ? 'exact' : 'bare') : part.value;
  return { value: (inDay(hour.value, said) * 60 + minutes + extra) % 1_440, length: next - at };
}

function moreMinutesAt(reader: Words, at: number): Taken<number> {
  const and = reader.words.is('and', reader.tokens, at)?.length ?? 0;
  const amount = amountAt(reader, at + and);
  const unit = amount && reader.words.unit(reader.tokens, at + and + amount.length);
  if (!amount || unit?.value !== 'minute') return { value: 0, length: 0 };
  return { value: Math.round(amount.value), length: and + amount.length + unit.length };
}

/** "Halb neun", "half past eight". */
function halfAt(reader: Words, at: number): Taken<number> | null {
  const { tokens, words } = reader;
  const [to, past] = [words.is('halfTo', tokens, at), words.is('halfPast', tokens, at)];
  const lead = to ?? past;
  const hour = lead && amountAt(reader, at + lead.length);
  if (!lead || !hour || hour.value > 24 || !Number.isInteger(hour.value)) return null;
  const next = at + lead.length + hour.length;
  const part = partAt(reader, next);
  const from = (hour.value + (to ? 23 : 0)) % 24;
  return { value: inDay(from, part?.value ?? 'bare') * 60 + 30, length: next + (part?.length ?? 0) - at };
}

function hourNamedAt({ tokens, words }: Words, at: number, place: 'close' | 'free'): Taken<number> | null {
  const lead = words.is('clock', tokens, at)?.length ?? 0;
  const inThe = place === 'close' ? (words.is('on', tokens, at)?.length ?? 0) : 0;
  const found = words.hourNamed(tokens, at + Math.max(lead, inThe));
  if (!found || (place === 'free' && lead === 0)) return null;
  return { value: found.value * 60, length: Math.max(lead, inThe) + found.length };
}

function partAt({ tokens, words }: Words, at: number): Taken<'morning' | 'afternoon'> | null {
  const morning = words.is('morning', tokens, at);
  if (morning) return { value: 'morning', length: morning.length };
  const afternoon = words.is('afternoon', tokens, at);
  return afternoon && { value: 'afternoon', length: afternoon.length };
}

/** Nobody plans for three at night: a bare hour from 1 to 6 is one of the afternoon. */
function inDay(hour: number, said: 'morning' | 'afternoon' | 'exact' | 'bare'): number {
  if (said === 'morning') return hour === 12 ? 0 : hour;
  if (said === 'exact') return hour;
  const isLater = said === 'afternoon' ? hour < 12 : hour >= 1 && hour <= 6;
  return isLater ? hour + 12 : hour;
}
