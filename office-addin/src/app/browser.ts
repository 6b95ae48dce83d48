import type { Web } from '@plumbline/shared/client/web';
import type { Duration } from '@plumbline/shared/kernel/instant';

/** Runs something later and returns the function that calls it off. */
export function after(milliseconds: Duration, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

/** What the client needs of this browser. */
export function browserWeb(): Web {
  return {
    fetch: (url, request) => fetch(url, request),
    newAbort: () => new AbortController(),
    now: Date.now,
    random: Math.random,
    after,
  };
}
