import type { LiveNews, LiveOptions, LiveState } from '@plumbline/shared/client/watch-live';

/** One watch for all screens: they name topics, it keeps a single stream open on all of them. */
export interface LiveHub {
  /** Watches topics until the returned function is called. */
  readonly watch: (topics: readonly string[]) => () => void;
  readonly state: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes the hub. `later` runs something once the current turn is over, so that screens that change together cause one stream. */
export function createLiveHub(options: {
  readonly open: (watch: LiveOptions) => () => void;
  readonly onNews: (news: LiveNews) => void;
  readonly later: (run: () => void) => void;
}): LiveHub {
  const wanted = new Map<string, number>();
  const listeners = new Set<() => void>();
  let state: LiveState = 'live';
  let watched = '';
  let close = (): void => undefined;
  let planned = false;

  function enter(next: LiveState): void {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function reopen(): void {
    planned = false;
    const topics = [...wanted.keys()].toSorted();
    if (topics.join() === watched) return;
    watched = topics.join();
    close();
    close = topics.length === 0 ? () => undefined : options.open({ topics, onSignal: options.onNews, onState: enter });
  }

  function plan(): void {
    if (planned) return;
    planned = true;
    options.later(reopen);
  }

  function change(topics: readonly string[], by: 1 | -1): void {
    for (const topic of topics) {
      const count = (wanted.get(topic) ?? 0) + by;
      if (count > 0) wanted.set(topic, count);
      else wanted.delete(topic);
    }
    plan();
  }

  return {
    watch(topics) {
      const mine = [...new Set(topics)];
      change(mine, 1);
      return () => change(mine, -1);
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
