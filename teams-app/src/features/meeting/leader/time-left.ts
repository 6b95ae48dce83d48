import type { MeetingView } from '@plumbline/shared/contract/views';

/** What a timer says now; `ms` is never below zero. */
export type TimeLeft =
  | { readonly status: 'untimed' }
  | { readonly status: 'running'; readonly ms: number }
  | { readonly status: 'paused'; readonly ms: number }
  /** The planned time is over; the facilitator, not the timer, ends the phase. */
  | { readonly status: 'over' };

/** Reads a meeting's timer at the service's time. */
export function timeLeft(clock: MeetingView['clock'], now: number): TimeLeft {
  if (!clock || clock.status === 'untimed') return { status: 'untimed' };
  const ms = clock.status === 'paused' ? clock.remaining : clock.endsAt - now;
  if (ms <= 0) return { status: 'over' };
  return { status: clock.status, ms };
}

export type Milestone = 'two-minutes' | 'half-minute' | 'over';

/** What a screen reader hears about the time, at most three times in a phase. */
export function milestone(left: TimeLeft): Milestone | null {
  if (left.status === 'over') return 'over';
  if (left.status !== 'running') return null;
  if (left.ms <= 30_000) return 'half-minute';
  return left.ms <= 120_000 ? 'two-minutes' : null;
}
