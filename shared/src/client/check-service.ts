import { ALIVE_PATH, READY_PATH } from '../contract/routes.ts';
import type { Web, WebResponse } from './web.ts';

const PATIENCE = 10_000;

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
export async function checkService(web: Web, origin: string): Promise<ServiceCheck> {
  const from = web.now();
  const [alive, ready] = await Promise.all([ask(web, origin + ALIVE_PATH), ask(web, origin + READY_PATH)]);
  const took = web.now() - from;
  if (alive?.status !== 200) return { reachable: false, ready: false, took: null, ahead: null };
  // Dates of replies are cut to the second: half of one is left on either side.
  // It reads a text and asks no clock.
  // eslint-disable-next-line no-restricted-globals
  const told = Date.parse(alive.headers.get('date') ?? '') + 500;
  const ahead = Number.isFinite(told) ? Math.round((from + took / 2 - told) / 1_000) : null;
  return { reachable: true, ready: ready?.status === 200, took, ahead };
}

async function ask(web: Web, url: string): Promise<WebResponse | null> {
  const abort = web.newAbort();
  const callOff = web.after(PATIENCE, () => abort.abort());
  try {
    return await web.fetch(url, { method: 'GET', headers: {}, signal: abort.signal, cache: 'no-store' });
  } catch {
    return null;
  } finally {
    callOff();
  }
}
