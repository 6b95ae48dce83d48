import { connectHost, type HostState } from './connect.ts';

/** The host's state as something to subscribe to. */
export interface HostWatch {
  readonly state: () => HostState;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Begins to look for the host at once, before anything is drawn. */
export function watchHost(): HostWatch {
  const listeners = new Set<() => void>();
  let state: HostState = { status: 'connecting' };
  connectHost((next) => {
    state = next;
    for (const listener of listeners) listener();
  });
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
