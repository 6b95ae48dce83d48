/** @import { LogEntry } from '../types.ts' */

const KEPT = 300;

/**
 * Keeps what went between the tabs and the host, newest last.
 *
 * @param {() => number} now
 */
export function createLog(now) {
  /** @type {LogEntry[]} */
  let entries = [];
  /** @type {Set<(entry: LogEntry) => void>} */
  const listeners = new Set();
  return {
    /** @param {Omit<LogEntry, 'at'>} entry */
    add(entry) {
      const stamped = { ...entry, at: now() };
      entries = [...entries.slice(1 - KEPT), stamped];
      for (const listener of listeners) listener(stamped);
    },
    entries: () => entries,
    clear() {
      entries = [];
    },
    /** @param {(entry: LogEntry) => void} listener */
    onEntry(listener) {
      listeners.add(listener);
    },
  };
}
