import { HOUR, type Duration, type Instant } from '@plumbline/shared/kernel/instant';

/** Sped-up time still leaves a screen room to breathe. */
const SHORTEST: Duration = 50;

/**
 * How long a device waits for the service's next whole step: never so short that a sped-up clock keeps the screen busy,
 * never so long that a changed clock goes unnoticed.
 */
export function untilStep(service: Instant, step: Duration, rate: number): Duration {
  return Math.min(HOUR, Math.max(SHORTEST, Math.ceil((step - (service % step)) / rate) + 1));
}
