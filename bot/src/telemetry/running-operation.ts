import { AsyncLocalStorage } from 'node:async_hooks';

const running = new AsyncLocalStorage<string>();

/** Runs something under the name of the operation that it belongs to, for the metrics of what it causes. */
export function runAs<T>(operation: string, act: () => T): T {
  return running.run(operation, act);
}

/** The operation that is running here; `none` for what belongs to none. */
export function runningOperation(): string {
  return running.getStore() ?? 'none';
}
