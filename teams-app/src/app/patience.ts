import type { Duration } from '@plumbline/shared/kernel/instant';

/** Before each further try; a minute in all. */
const PAUSES: readonly Duration[] = [500, 1_500, 4_000, 8_000, 16_000, 30_000];

/**
 * Fetches a part of the tab, trying again for a minute: what is needed while the service restarts, or while the network is
 * away, comes a little later instead of never. Rejects with the last failure.
 */
export async function patiently<T>(load: () => Promise<T>, wait: (pause: Duration) => Promise<void>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await load();
    } catch {
      await wait(pause);
    }
  }
  return load();
}
