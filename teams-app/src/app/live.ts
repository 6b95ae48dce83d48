import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LiveState } from '@plumbline/shared/client/watch-live';
import type { Duration, Instant } from '@plumbline/shared/kernel/instant';
import { useServices } from './services.ts';
import { untilStep } from './until-step.ts';

/** Keeps everything about these meetings and teams fresh for as long as the component is on the screen. */
export function useLive(topics: readonly string[]): void {
  const { live } = useServices();
  const key = [...topics].toSorted().join(',');
  useEffect(() => live.watch(key === '' ? [] : key.split(',')), [live, key]);
}

/** How fresh the screens are: told at once, looking every few seconds, or cut off. */
export function useConnection(): LiveState {
  const { live } = useServices();
  return useSyncExternalStore(live.subscribe, live.state);
}

/** The service's time now, ticking on its whole steps, so that every screen turns at the same moment. */
export function useServerNow(step: Duration): Instant {
  const { client } = useServices();
  const [now, setNow] = useState(() => client.serverNow() ?? Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      const service = client.serverNow() ?? Date.now();
      setNow(service);
      // A little late rather than early: a timer that fires before the step would show the old second for another one.
      const wait = untilStep(service, step, client.serverTime()?.rate ?? 1);
      timer = setTimeout(tick, wait);
    };
    tick();
    return () => clearTimeout(timer);
  }, [client, step]);
  return now;
}
