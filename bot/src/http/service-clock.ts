import type { RequestHandler } from 'express';
import { TIME_HEADER } from '@plumbline/shared/contract/routes';
import type { Instant } from '@plumbline/shared/kernel/instant';

/** The service's time and how fast it runs: 1, but in a sped-up local service. */
export interface ServiceClock {
  readonly now: () => Instant;
  readonly rate: () => number;
  /** Calls back whenever the clock jumps or changes its rate; returns the function that ends it. */
  readonly onChange: (listener: () => void) => () => void;
}

/** The machine's own clock. */
export function machineClock(): ServiceClock {
  return { now: Date.now, rate: () => 1, onChange: () => () => undefined };
}

/** What the time header and the live stream say: `<milliseconds>;rate=<n>`. */
export function timeText(clock: ServiceClock): string {
  return `${clock.now()};rate=${clock.rate()}`;
}

/** Says the service's time on every reply. */
export function tellTime(clock: ServiceClock): RequestHandler {
  return (_request, response, next) => {
    response.set(TIME_HEADER, timeText(clock));
    next();
  };
}
