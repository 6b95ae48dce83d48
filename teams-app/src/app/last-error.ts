/** What went wrong last; it names no person and holds no content. */
export interface NotedError {
  readonly kind: string;
  /** The service's id of the failure, when it has one. */
  readonly id: string | null;
  readonly at: number;
}

const PLACE = 'plumbline.last-error';

/** Keeps a failure for the check-up page, also when that page is opened anew. */
export function noteError(error: Omit<NotedError, 'at'>): void {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify({ ...error, at: Date.now() }));
  } catch {
    // A browser may forbid storage inside of other pages; the check-up then knows less.
  }
}

/** The last failure in this window. */
export function lastError(): NotedError | null {
  try {
    return readNote(JSON.parse(sessionStorage.getItem(PLACE) ?? 'null'));
  } catch {
    return null;
  }
}

function readNote(note: unknown): NotedError | null {
  if (typeof note !== 'object' || note === null || !('kind' in note) || !('id' in note) || !('at' in note)) return null;
  const { kind, id, at } = note;
  if (typeof kind !== 'string' || typeof at !== 'number') return null;
  return { kind, id: typeof id === 'string' ? id : null, at };
}
