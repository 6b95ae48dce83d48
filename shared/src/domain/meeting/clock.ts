import type { Duration, Instant } from '../../kernel/instant.ts';
import { MINUTE } from '../../kernel/instant.ts';

/** The timer of a phase; it tells, it never moves the meeting by itself. */
export type Clock =
  | { readonly status: 'untimed' }
  | { readonly status: 'running'; readonly startedAt: Instant; readonly endsAt: Instant }
  | { readonly status: 'paused'; readonly startedAt: Instant; readonly remaining: Duration };

/** A timer of so many minutes from now; 0 minutes is no timer. */
export function startClock(minutes: number, now: Instant): Clock {
  return minutes > 0 ? { status: 'running', startedAt: now, endsAt: now + minutes * MINUTE } : { status: 'untimed' };
}

export function pauseClock(clock: Clock, now: Instant): Clock {
  if (clock.status !== 'running') return clock;
  return { status: 'paused', startedAt: clock.startedAt, remaining: clock.endsAt - now };
}

export function resumeClock(clock: Clock, now: Instant): Clock {
  if (clock.status !== 'paused') return clock;
  return { status: 'running', startedAt: clock.startedAt, endsAt: now + clock.remaining };
}

/** More time; on a timer that has run out the minutes count from now. */
export function extendClock(clock: Clock, minutes: number, now: Instant): Clock {
  switch (clock.status) {
    case 'untimed':
      return startClock(minutes, now);
    case 'paused':
      return { ...clock, remaining: Math.max(clock.remaining, 0) + minutes * MINUTE };
    case 'running':
      return { ...clock, endsAt: Math.max(clock.endsAt, now) + minutes * MINUTE };
  }
}
