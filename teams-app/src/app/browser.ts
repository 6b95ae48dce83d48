import type { Web } from '@plumbline/shared/client/web';
import type { Duration } from '@plumbline/shared/kernel/instant';
import type { Locks } from './lines.ts';

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

/** The locks by which windows share connections out; `null` where all share one connection anyway, or there are no locks. */
export function scarceLocks(): Locks | null {
  // Only the Web's older lines are one request each; HTTP/2 and HTTP/3 carry any number at once.
  const [page] = performance.getEntriesByType('navigation');
  const protocol = page instanceof PerformanceNavigationTiming ? page.nextHopProtocol : '';
  if (protocol === 'h2' || protocol === 'h3') return null;
  // Absent outside of secure contexts, whatever the types say.
  return 'locks' in navigator ? navigator.locks : null;
}
