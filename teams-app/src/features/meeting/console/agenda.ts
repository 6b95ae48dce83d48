import type { MeetingView } from '@plumbline/shared/contract/views';
import { MINUTE, type Duration, type Instant } from '@plumbline/shared/kernel/instant';
import { isBefore, minutesPerTopic, type Phase, type TimedPhase } from '@plumbline/shared/domain/meeting/phases';
import { TIMED_PHASES } from './phase-order.ts';

/** One line of the agenda. */
export interface AgendaLine {
  readonly phase: TimedPhase;
  /** Minutes. */
  readonly planned: number;
  readonly state: 'over' | 'now' | 'ahead' | 'skipped';
  /** How long the meeting was in it so far; `null` when it was not. */
  readonly real: Duration | null;
}

/** The phases of a meeting with their planned and their real time. `now` is the service's time. */
export function agenda(view: MeetingView, now: Instant): readonly AgendaLine[] {
  const spent = timeSpent(view, view.closedAt ?? now);
  return TIMED_PHASES.map((phase) => {
    const real = spent.get(phase) ?? null;
    return { phase, planned: view.composition.minutes[phase], state: stateOf(view, phase, real !== null), real };
  });
}

function stateOf(view: MeetingView, phase: TimedPhase, entered: boolean): AgendaLine['state'] {
  if (view.status === 'closed') return entered ? 'over' : 'skipped';
  if (view.phase === null || isBefore(view.phase, phase)) return 'ahead';
  if (view.phase === phase) return 'now';
  return entered ? 'over' : 'skipped';
}

/**
 * The time in each phase. A phase is known to begin when it was first entered, when the log says that the meeting went
 * there again, and, for the phase it is in, when its timer was started.
 */
function timeSpent(view: MeetingView, until: Instant): ReadonlyMap<Phase, Duration> {
  const first = TIMED_PHASES.flatMap((phase): readonly { readonly phase: Phase; readonly at: Instant }[] => {
    const at = view.entered[phase];
    return at === undefined ? [] : [{ phase, at }];
  });
  const again = view.log.flatMap((entry) =>
    entry.kind === 'went-back' || entry.kind === 'skipped' ? [{ phase: entry.to, at: entry.at }] : [],
  );
  const current =
    view.phase === null || !view.clock || view.clock.status === 'untimed'
      ? []
      : [{ phase: view.phase, at: view.clock.startedAt }];
  const moves = [...first, ...again, ...current].toSorted((a, b) => a.at - b.at);
  const spent = new Map<Phase, Duration>();
  for (const [i, { phase, at }] of moves.entries()) {
    const end = moves[i + 1]?.at ?? until;
    spent.set(phase, (spent.get(phase) ?? 0) + Math.max(0, end - at));
  }
  return spent;
}

/** Minutes planned for the whole meeting. */
export function plannedMinutes(minutes: MeetingView['composition']['minutes']): number {
  return TIMED_PHASES.reduce((sum, phase) => sum + minutes[phase], 0);
}

/**
 * How far behind the plan a meeting is, in whole minutes; below 0 it is ahead. `null` before it starts and after it
 * ends. A phase that still has time counts as on time, and of the talks each topic's part of it.
 */
export function minutesBehind(view: MeetingView, now: Instant): number | null {
  const start = view.entered.opening;
  const { phase } = view;
  if (view.status !== 'open' || start === undefined || phase === null || phase === 'collecting') return null;
  const minutes = view.composition.minutes;
  const before = TIMED_PHASES.filter((each) => isBefore(each, phase)).reduce((sum, each) => sum + minutes[each], 0);
  const gone = (now - start) / MINUTE;
  const part = phase === 'discussing' ? partOfTalks(view) : { from: 0, to: minutes[phase] };
  if (gone > before + part.to) return Math.floor(gone - before - part.to);
  return gone < before + part.from ? 0 - Math.floor(before + part.from - gone) : 0;
}

/** Which minutes of the talks the topic on the table has, or the next one between two. */
function partOfTalks({ topics, composition }: MeetingView): { readonly from: number; readonly to: number } {
  const { discussing } = composition.minutes;
  const done = topics.filter(({ step }) => step === 'done').length;
  const each = minutesPerTopic(discussing, topics.length);
  const from = Math.min(done * each, discussing);
  return { from, to: done + 1 < topics.length ? Math.min(from + each, discussing) : discussing };
}
