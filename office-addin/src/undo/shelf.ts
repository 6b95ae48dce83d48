/** Something that is kept for somebody, by its id. */
export interface Kept<T> {
  readonly id: string;
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Characters, about. */
  readonly size: number;
  readonly thing: T;
}

/** Where things are kept. Every call may fail: a browser may refuse to keep anything. */
export interface Shelf<T> {
  put(kept: Kept<T>): Promise<void>;
  all(): Promise<readonly Kept<T>[]>;
  remove(ids: readonly string[]): Promise<void>;
}

/** Nothing is kept where it is not known whose it would be, and nothing of others is touched. */
export function nobodysShelf<T>(): Shelf<T> {
  return {
    put: () => Promise.reject(new Error('it is not known who is here')),
    all: () => Promise.resolve([]),
    remove: () => Promise.resolve(),
  };
}

/** A shelf that is gone with the pane. */
export function shelfInMemory<T>(): Shelf<T> {
  const things = new Map<string, Kept<T>>();
  return {
    put(kept) {
      things.set(kept.id, kept);
      return Promise.resolve();
    },
    all: () => Promise.resolve([...things.values()]),
    remove(ids) {
      for (const id of ids) things.delete(id);
      return Promise.resolve();
    },
  };
}
