import type { Duration, Instant } from '../kernel/instant.ts';

/** What is known of the service's clock: at `since` on this device's clock it said `at`; it runs `rate` times as fast. */
export interface ServerTime {
  readonly at: Instant;
  readonly since: Instant;
  readonly rate: number;
  /** By how much `since` may be wrong, in milliseconds: half the time that asking took. */
  readonly within: Duration;
}

/** How long a good reading is preferred to a newer, rougher one. */
const KEPT: Duration = 60_000;

/** The service's time at a moment of this device's clock. */
export function serverTimeAt(time: ServerTime, deviceNow: Instant): Instant {
  return time.at + (deviceNow - time.since) * time.rate;
}

/** Reads `<milliseconds>;rate=<n>`; `null` when it is anything else. */
export function readServerTime(
  text: string | null,
  asked: { readonly sent: Instant; readonly received: Instant },
): ServerTime | null {
  const parts = /^(\d{1,16});rate=(\d{1,4}(?:\.\d{1,4})?)$/.exec(text ?? '');
  if (!parts) return null;
  const rate = Number(parts[2]);
  if (rate === 0) return null;
  const within = Math.max(0, asked.received - asked.sent) / 2;
  return { at: Number(parts[1]), since: asked.received - within, rate, within };
}

/** The better of two readings: the newer one, unless the older is more exact, young enough and of the same clock. */
export function betterTime(known: ServerTime | null, read: ServerTime | null): ServerTime | null {
  if (known === null || read === null) return read ?? known;
  const apart = Math.abs(serverTimeAt(known, read.since) - read.at);
  const agree = known.rate === read.rate && apart <= (known.within + read.within) * read.rate + 1;
  return agree && known.within < read.within && read.since - known.since < KEPT ? known : read;
}
