import type { Web } from '@plumbline/shared/client/web';
import type { Duration } from '@plumbline/shared/kernel/instant';

/** Runs something later and returns the function that calls it off. */
function after(milliseconds: Duration, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

/** Waits for an answer for as long as there is patience; `null` where there is none by then. */
export function inTime<T>(answer: Promise<T>, patience: Duration): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const callOff = after(patience, () => resolve(null));
    answer.then(resolve, reject).finally(callOff);
  });
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
