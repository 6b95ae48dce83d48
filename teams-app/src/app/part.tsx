import { lazy, useState, type ComponentType } from 'react';
import { after } from './browser.ts';
import { patiently } from './patience.ts';

/** A part of a page with code of its own. */
export interface Part<P extends object> {
  /** Draws the part; while its code is on its way, the nearest Suspense shows instead. */
  readonly Show: ComponentType<P>;
  /** Fetches the code ahead, so that the part is drawn at once when its time comes. */
  readonly fetch: () => Promise<void>;
}

/** Makes a part from how its code is imported. */
export function partOf<P extends object>(load: () => Promise<ComponentType<P>>): Part<P> {
  let here: ComponentType<P> | null = null;
  const loadPatiently = async (): Promise<ComponentType<P>> => {
    here = await patiently(load, later);
    return here;
  };
  const Coming: ComponentType<P> = lazy(async () => ({ default: await loadPatiently() }));

  function Show(props: P) {
    // What is here already is drawn without a pause; `lazy` would show the fallback for a moment even then.
    const [Shown] = useState(() => here ?? Coming);
    return <Shown {...props} />;
  }

  return {
    Show,
    fetch: async () => {
      if (here === null) await loadPatiently();
    },
  };
}

/**
 * Fetches parts one after the other while the browser has nothing else to do, until the signal is aborted. What cannot be
 * fetched now is fetched when it is needed.
 */
export async function fetchAhead(parts: readonly Pick<Part<never>, 'fetch'>[], stop: AbortSignal): Promise<void> {
  for (const part of parts) {
    await idle();
    if (stop.aborted) return;
    await part.fetch().catch(() => undefined);
  }
}

/** Safari has no idle callback; there a second after the page was drawn is idle enough. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: 3_000 });
    else after(1_000, resolve);
  });
}

function later(pause: number): Promise<void> {
  return new Promise((resolve) => void after(pause, resolve));
}
