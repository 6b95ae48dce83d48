import { ALIVE_PATH } from '@plumbline/shared/contract/routes';

/** What a look at the service found. */
export interface ServiceCheck {
  /** Whether it answers itself: what a proxy before it says in its stead is no answer. */
  readonly reachable: boolean;
  /** Whether it can serve, its store too. */
  readonly ready: boolean;
  /** How long it took to answer, in milliseconds. */
  readonly took: number | null;
  /** By how many whole seconds this device's clock is ahead of the service's. */
  readonly ahead: number | null;
}

/** Asks the service how it is, as whoever watches over it does; never fails. `origin` is `''` for the page's own. */
export async function checkService(origin: string): Promise<ServiceCheck> {
  const from = Date.now();
  const [alive, ready] = await Promise.all([ask(origin + ALIVE_PATH), ask(`${origin}/health/ready`)]);
  const took = Date.now() - from;
  if (alive?.status !== 200) return { reachable: false, ready: false, took: null, ahead: null };
  // Dates of replies are cut to the second: half of one is left on either side.
  const told = Date.parse(alive.headers.get('date') ?? '') + 500;
  const ahead = Number.isFinite(told) ? Math.round((from + took / 2 - told) / 1_000) : null;
  return { reachable: true, ready: ready?.status === 200, took, ahead };
}

async function ask(url: string): Promise<Response | null> {
  try {
    return await fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
  } catch {
    return null;
  }
}
