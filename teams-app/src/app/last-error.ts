import type { LiveState } from '@plumbline/shared/client/watch-live';

/** What went wrong; it names no person and holds no content. */
export interface NotedError {
  readonly kind: string;
  /** The service's id of the failure, when it has one: with it the line in its log is found. */
  readonly id: string | null;
  readonly at: number;
}

const ERRORS = 'plumbline.last-errors';
const LIVE = 'plumbline.live-state';
const MOST = 5;

/** Keeps a failure for the check-up page, also when that page is opened anew; of several the last few. */
export function noteError(error: Omit<NotedError, 'at'>): void {
  write(ERRORS, [{ ...error, at: Date.now() }, ...lastErrors()].slice(0, MOST));
}

/** The last failures in this window, the latest first. */
export function lastErrors(): readonly NotedError[] {
  const notes = read(ERRORS);
  return Array.isArray(notes) ? notes.flatMap(readNote) : [];
}

/** Keeps how the screens learn of changes, for the same page. */
export function noteLiveState(state: LiveState): void {
  write(LIVE, state);
}

/** How the screens last learned of changes; empty before any did. */
export function lastLiveState(): string {
  const state = read(LIVE);
  return typeof state === 'string' ? state : '';
}

function write(place: string, value: unknown): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(value));
  } catch {
    // A browser may forbid storage inside of other pages; the check-up then knows less.
  }
}

function read(place: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null');
  } catch {
    return null;
  }
}

function readNote(note: unknown): readonly NotedError[] {
  if (typeof note !== 'object' || note === null || !('kind' in note) || !('id' in note) || !('at' in note)) return [];
  const { kind, id, at } = note;
  if (typeof kind !== 'string' || typeof at !== 'number') return [];
  return [{ kind, id: typeof id === 'string' ? id : null, at }];
}
