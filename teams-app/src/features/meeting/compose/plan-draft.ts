import type { View } from '../../../app/api.ts';
import { isId, type InstrumentId } from '@plumbline/shared/kernel/ids';
import type { Instant } from '@plumbline/shared/kernel/instant';
import { MOST_IN_PAIRS, PRIORITIES_AS, type PrioritiesAs } from '@plumbline/shared/domain/meeting/meeting';
import type { TimedPhase } from '@plumbline/shared/domain/meeting/phases';
import { TIMED_PHASES } from '../console/phase-order.ts';

type Meeting = View<'viewMeeting'>;

/** A plan as it is typed: every field a text, empty ones not chosen yet. */
export interface PlanDraft {
  readonly format: Meeting['format'];
  readonly mode: Meeting['mode'];
  readonly title: string;
  readonly purpose: string;
  /** A calendar day `YYYY-MM-DD` and a time `HH:MM` of the planner's own clock. */
  readonly day: string;
  readonly time: string;
  /** The set's id and version, `instrument_alignment 1`. */
  readonly instrument: string;
  readonly statements: readonly string[];
  readonly priorities: readonly string[];
  readonly prioritiesAs: PrioritiesAs;
  readonly minutes: Readonly<Record<TimedPhase, string>>;
  /** When it opens by itself; empty where somebody opens it. The plan itself does not hold it. */
  readonly opensDay: string;
  readonly opensTime: string;
  /** When a pulse closes. It is fixed when the pulse is opened, so the plan itself does not hold it. */
  readonly closesDay: string;
  readonly closesTime: string;
}

export const MOST_STATEMENTS = 5;
export const MOST_PRIORITIES = 10;
const LONGEST_PHASE: Readonly<Partial<Record<TimedPhase, number>>> = { discussing: 120 };
const LONGEST = 60;

type Plan = Readonly<Record<TimedPhase, number>>;

/** The time plans to begin with, by their length in minutes. */
export const PRESETS: Readonly<Record<45 | 60 | 90, Plan>> = {
  45: plan([3, 7, 2, 4, 3, 16, 6, 3, 1]),
  60: plan([4, 8, 3, 5, 4, 24, 8, 3, 1]),
  90: plan([5, 10, 4, 8, 5, 40, 12, 5, 1]),
};

function plan(minutes: readonly [number, number, number, number, number, number, number, number, number]): Plan {
  const [opening, rating, predicting, revealing, choosing, discussing, committing, messaging, closing] = minutes;
  return { opening, rating, predicting, revealing, choosing, discussing, committing, messaging, closing };
}

/** With or without names, as far as a plan can be opened so: whoever is asked around a team is asked without. */
export function modesFor(meeting: Pick<Meeting, 'asks'> | null): readonly Meeting['mode'][] {
  return meeting?.asks === 'stakeholders' ? ['anonymous'] : ['anonymous', 'named'];
}

/** A new plan of sixty minutes. */
export function newPlan(from: { readonly title: string; readonly instrument: string }): PlanDraft {
  return {
    format: 'meeting',
    mode: 'anonymous',
    ...from,
    purpose: '',
    day: '',
    time: '',
    statements: [],
    priorities: [],
    prioritiesAs: 'ranking',
    minutes: typedMinutes(PRESETS[60]),
    opensDay: '',
    opensTime: '',
    closesDay: '',
    closesTime: '',
  };
}

/** A plan that was saved, to be changed. */
export function draftOfPlan({
  format,
  composition,
  opening,
}: Pick<Meeting, 'format' | 'composition' | 'opening'>): PlanDraft {
  const { scheduledFor } = composition;
  const opensAt = opening?.opensAt ?? null;
  const until = opening?.closesAt ?? null;
  return {
    format,
    mode: composition.mode,
    title: composition.title,
    purpose: composition.purpose,
    day: scheduledFor === null ? '' : localDay(scheduledFor),
    time: scheduledFor === null ? '' : localTime(scheduledFor),
    instrument: instrumentKey(composition.instrument),
    statements: composition.ownQuestions,
    priorities: composition.priorities,
    prioritiesAs: composition.prioritiesAs,
    minutes: typedMinutes(composition.minutes),
    opensDay: opensAt === null ? '' : localDay(opensAt),
    opensTime: opensAt === null ? '' : localTime(opensAt),
    closesDay: until === null ? '' : localDay(until),
    closesTime: until === null ? '' : localTime(until),
  };
}

/** The minutes of a plan as texts. */
export function typedMinutes(minutes: Plan): Readonly<Record<TimedPhase, string>> {
  const text = (phase: TimedPhase) => String(minutes[phase]);
  return {
    opening: text('opening'),
    rating: text('rating'),
    predicting: text('predicting'),
    revealing: text('revealing'),
    choosing: text('choosing'),
    discussing: text('discussing'),
    committing: text('committing'),
    messaging: text('messaging'),
    closing: text('closing'),
  };
}

/** Names a version of a set of questions in one text. */
export function instrumentKey({ id, version }: { readonly id: string; readonly version: number }): string {
  return `${id} ${String(version)}`;
}

/** Which version of which set a text names; `null` when it names none. */
export function readInstrumentKey(key: string): { readonly id: InstrumentId; readonly version: number } | null {
  const [id = '', version = ''] = key.split(' ');
  const number = Number(version);
  return isId('instrument', id) && Number.isInteger(number) && number > 0 ? { id, version: number } : null;
}

export type PlanField = 'title' | 'instrument' | 'when' | 'priorities' | 'closes' | TimedPhase;
export type PlanFault = 'missing' | 'half' | 'one' | 'twice' | 'many' | 'range' | 'past';
export type PlanFaults = Readonly<Partial<Record<PlanField, PlanFault>>>;

/** What is wrong with a plan, by field. */
export function planFaults(draft: PlanDraft): PlanFaults {
  const priorities = filled(draft.priorities);
  return {
    ...(draft.title.trim() === '' ? { title: 'missing' } : {}),
    ...(readInstrumentKey(draft.instrument) === null ? { instrument: 'missing' } : {}),
    ...((draft.day === '') === (draft.time === '') ? {} : { when: 'half' }),
    ...(priorities.length === 1 ? { priorities: 'one' } : {}),
    ...(new Set(priorities.map((each) => each.toLowerCase())).size < priorities.length ? { priorities: 'twice' } : {}),
    ...(pairsOf(draft).tooMany ? { priorities: 'many' } : {}),
    ...Object.fromEntries(
      TIMED_PHASES.filter((phase) => minutesIn(draft, phase) === null).map((phase) => [phase, 'range' as const]),
    ),
  };
}

/** How many pairs the priorities make, and whether that is more than are asked. */
export function pairsOf(draft: Pick<PlanDraft, 'priorities' | 'prioritiesAs'>): {
  readonly options: number;
  readonly pairs: number;
  readonly tooMany: boolean;
} {
  const options = filled(draft.priorities).length;
  return {
    options,
    pairs: (options * (options - 1)) / 2,
    tooMany: draft.prioritiesAs === 'pairwise' && options > MOST_IN_PAIRS,
  };
}

/** What is wrong with when it opens by itself, at the service's time. */
export function openingFault(draft: PlanDraft, now: Instant): 'half' | 'past' | null {
  if ((draft.opensDay === '') !== (draft.opensTime === '')) return 'half';
  const at = opensAt(draft);
  return at !== null && at <= now ? 'past' : null;
}

/** What is wrong with when a pulse closes, at the service's time. */
export function closingFault(draft: PlanDraft, now: Instant): 'missing' | 'past' | 'first' | null {
  if (draft.format !== 'pulse') return null;
  const at = closesAt(draft);
  if (at === null) return 'missing';
  if (at <= now) return 'past';
  return at <= (opensAt(draft) ?? now) ? 'first' : null;
}

/** Minutes of a phase; `null` for what is no whole number in its range. */
function minutesIn(draft: Pick<PlanDraft, 'minutes'>, phase: TimedPhase): number | null {
  const text = draft.minutes[phase].trim();
  if (!/^\d{1,3}$/.test(text)) return null;
  const minutes = Number(text);
  return minutes <= (LONGEST_PHASE[phase] ?? LONGEST) ? minutes : null;
}

/** Minutes of the whole plan, of what can be read. */
export function minutesInAll(draft: Pick<PlanDraft, 'minutes'>): number {
  return TIMED_PHASES.reduce((sum, phase) => sum + (minutesIn(draft, phase) ?? 0), 0);
}

/** The plan as the service takes it; `null` while something is wrong with it. */
export function compositionOf(draft: PlanDraft): Meeting['composition'] | null {
  const instrument = readInstrumentKey(draft.instrument);
  if (instrument === null || Object.keys(planFaults(draft)).length > 0) return null;
  const minutes = Object.fromEntries(TIMED_PHASES.map((phase) => [phase, minutesIn(draft, phase) ?? 0]));
  return {
    title: draft.title.trim(),
    purpose: draft.purpose.trim(),
    mode: draft.mode,
    scheduledFor: instantOf(draft.day, draft.time),
    instrument,
    ownQuestions: filled(draft.statements),
    priorities: filled(draft.priorities),
    prioritiesAs: draft.prioritiesAs,
    minutes: { ...PRESETS[60], ...minutes },
  };
}

/** When it opens by itself; `null` where somebody opens it. */
export function opensAt(draft: PlanDraft): Instant | null {
  return instantOf(draft.opensDay, draft.opensTime);
}

/** When a pulse closes; `null` while that is not chosen. */
export function closesAt(draft: PlanDraft): Instant | null {
  return instantOf(draft.closesDay, draft.closesTime);
}

/** Whether two plans ask the same, whatever is half typed in empty lines, and whenever it is to open and to close. */
export function samePlan(one: PlanDraft, other: PlanDraft): boolean {
  return JSON.stringify(essence(one)) === JSON.stringify(essence(other));
}

function essence({
  opensDay: _on,
  opensTime: _from,
  closesDay: _day,
  closesTime: _time,
  ...draft
}: PlanDraft): unknown {
  return { ...draft, statements: filled(draft.statements), priorities: filled(draft.priorities) };
}

/** Reads a plan that was kept as text; `null` for anything this version did not write. */
export function readPlan(text: string, like: PlanDraft): PlanDraft | null {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isLike(kept, like)) return null;
  return {
    ...kept,
    format: kept.format === 'pulse' ? 'pulse' : 'meeting',
    mode: kept.mode === 'named' ? 'named' : 'anonymous',
    prioritiesAs: PRIORITIES_AS.find((way) => way === kept.prioritiesAs) ?? 'ranking',
  };
}

function isLike(kept: unknown, like: PlanDraft): kept is PlanDraft {
  if (typeof kept !== 'object' || kept === null) return false;
  const known: Readonly<Record<string, unknown>> = { ...kept };
  return Object.entries(like).every(([name, value]) => {
    const other = known[name];
    if (Array.isArray(value)) return Array.isArray(other) && other.every((each) => typeof each === 'string');
    if (typeof value !== 'object') return typeof other === 'string';
    if (typeof other !== 'object' || other === null) return false;
    const minutes: Readonly<Record<string, unknown>> = { ...other };
    return TIMED_PHASES.every((phase) => typeof minutes[phase] === 'string');
  });
}

function filled(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** A moment of the reader's own clock; `null` for half a one. */
function instantOf(day: string, time: string): Instant | null {
  if (day === '' || time === '') return null;
  const at = new Date(`${day}T${time}`).getTime();
  return Number.isNaN(at) ? null : at;
}

function localDay(at: Instant): string {
  const date = new Date(at);
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function localTime(at: Instant): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** The quarter that a moment of the reader's clock lies in, for a title to begin with. */
export function quarterOf(at: Instant): { readonly quarter: number; readonly year: number } {
  const date = new Date(at);
  return { quarter: Math.floor(date.getMonth() / 3) + 1, year: date.getFullYear() };
}
