import { MINUTE, type Instant } from '../../kernel/instant.ts';
import { dayAfter } from '../../kernel/time-zone.ts';
import type { Wall } from '../calendar.ts';
import type { Entities } from '../intents.ts';
import type { Token } from '../tokens.ts';
import { clockAt, minutesAt, type Reader } from './amounts.ts';
import { daysAt, type Days } from './days.ts';
import type { TimeLexicon } from './time-lexicon.ts';

/** What a text says about time, and where. */
export interface Times extends Pick<Entities, 'from' | 'to' | 'at' | 'minutes'> {
  /** Whether an hour of the day is said. */
  readonly hasClock: boolean;
  readonly spans: readonly { readonly from: number; readonly length: number; readonly concept: 'time' | 'length' }[];
}

/** A day without an hour is meant for the morning. */
const USUAL_HOUR = 9 * 60;

/** Reads days, hours and lengths of time. The first of each kind counts. */
export function timesIn(tokens: readonly Token[], words: TimeLexicon, wall: Wall): Times {
  const reader: Reader = { tokens, words, wall, past: false };
  const spans: Times['spans'][number][] = [];
  let days: Open | null = null;
  let clock: number | null = null;
  let moment: Instant | null = null;
  let minutes: number | null = null;
  let behindDay = -1;
  for (let at = 0; at < tokens.length;) {
    const ahead = words.is('ahead', tokens, at)?.length ?? 0;
    const wait = ahead > 0 ? minutesAt(reader, at + ahead) : null;
    const span = wait ? null : openAt(reader, at);
    const length = wait || span ? null : minutesAt(reader, at);
    const hour = wait || span || length ? null : clockAt(reader, at, behindDay === at ? 'close' : 'free');
    const taken = (wait ? wait.length + ahead : 0) || (span?.length ?? length?.length ?? hour?.length ?? 0);
    if (taken === 0) {
      at += 1;
      continue;
    }
    if (wait) moment ??= wall.now + Math.min(wait.value, 1_000_000) * MINUTE;
    if (span) days ??= span.value;
    if (length) minutes ??= length.value;
    if (hour) clock ??= hour.value;
    spans.push({ from: at, length: taken, concept: length ? 'length' : 'time' });
    at += taken;
    if (span) behindDay = at;
  }
  return { spans, minutes, hasClock: clock !== null, ...settled({ days, clock, moment }, wall) };
}

/** Days that may be open at one end. */
interface Open {
  readonly from: string | null;
  readonly to: string | null;
}

interface Said {
  readonly days: Open | null;
  readonly clock: number | null;
  readonly moment: Instant | null;
}

function openAt(reader: Reader, at: number): { readonly value: Open; readonly length: number } | null {
  const { tokens, words } = reader;
  const since = words.is('since', tokens, at);
  const until = since ? null : words.is('until', tokens, at);
  const between = (since ?? until) ? null : words.is('between', tokens, at);
  if (between) {
    const first = laterAt(reader, at + between.length, 'past');
    const and = first && words.is('and', tokens, at + between.length + first.length);
    const second = and && laterAt(reader, at + between.length + first.length + and.length, 'past');
    if (second) {
      const ends = [first.value, second.value].sort((one, other) => (one.from < other.from ? -1 : 1));
      return {
        value: { from: ends[0]?.from ?? null, to: ends[1]?.to ?? null },
        length: between.length + first.length + and.length + second.length,
      };
    }
  }
  const lead = since ?? until;
  if (!lead) return daysAt(reader, at);
  const found = laterAt(reader, at + lead.length, since ? 'past' : 'next');
  if (!found) return null;
  const value = since ? { from: found.value.from, to: null } : { from: null, to: found.value.to };
  return { value, length: lead.length + found.length };
}

/** Days behind a word such as "since", with "the" between. */
function laterAt(reader: Reader, at: number, which: 'past' | 'next'): { value: Days; length: number } | null {
  const article = reader.words.is('on', reader.tokens, at)?.length ?? 0;
  const found = daysAt({ ...reader, past: which === 'past' }, at + article);
  return found && { value: found.value, length: found.length + article };
}

function settled({ days, clock, moment }: Said, wall: Wall): Pick<Times, 'from' | 'to' | 'at'> {
  if (moment !== null) return { from: null, to: null, at: moment };
  if (!days) return { from: null, to: null, at: clock === null ? null : nextAt(clock, wall) };
  const day = days.from ?? days.to ?? wall.today;
  if (clock !== null) return { from: null, to: null, at: wall.at(day, clock) };
  const opens = days.from === null || days.to !== null;
  return { ...days, at: opens && day > wall.today ? wall.at(day, USUAL_HOUR) : null };
}

function nextAt(clock: number, wall: Wall): Instant {
  const today = wall.at(wall.today, clock);
  return today > wall.now ? today : wall.at(dayAfter(wall.today), clock);
}
