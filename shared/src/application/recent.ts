import type { RecordKind } from '../records/record.ts';
import { decode } from '../records/record.ts';
import type { Address, Kept } from './kept.ts';
import { isWatched, type DocumentStore, type Place } from './ports/document-store.ts';
import { assert } from '../kernel/assert.ts';

/** Documents of `core` and `teams` as they were a moment ago: this process's own writes at once, others' soon after. */
export interface Recent {
  read<T>(kind: RecordKind<T>, address: Address): Promise<Kept<T> | null>;
}

interface Read {
  readonly kind: unknown;
  readonly kept: Promise<Kept<unknown> | null>;
}

/** Documents that are kept in memory at most. */
const MOST = 500;

/**
 * Remembers what was read until the store tells of a change, so that five hundred people who vote in the same minute do
 * not each read and decode the same meeting. Only what a later write checks again may be decided on it.
 */
export function openRecent(store: DocumentStore): Recent {
  const known = new Map<string, Read>();
  store.watch(({ place, id }) => {
    known.delete(keyOf(place, id));
  });

  async function fetch<T>(kind: RecordKind<T>, { place, id }: Address): Promise<Kept<T> | null> {
    const stored = await store.read(place, id);
    return stored && { value: decode(kind, stored), etag: stored.etag };
  }

  return {
    read<T>(kind: RecordKind<T>, address: Address): Promise<Kept<T> | null> {
      assert(isWatched(address.place.container), 'changes of this container are not told');
      const key = keyOf(address.place, address.id);
      const there = known.get(key);
      // The same kind of record was decoded to the same type.
      if (there?.kind === kind) return there.kept as Promise<Kept<T> | null>;
      const kept = fetch(kind, address);
      known.set(key, { kind, kept });
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      // A read that failed, or found nothing, is not remembered; one that was overtaken by a change is no more there.
      const forget = (): void => {
        if (known.get(key)?.kept === kept) known.delete(key);
      };
      kept.then((found) => {
        if (found === null) forget();
      }, forget);
      return kept;
    },
  };
}

function keyOf({ container, partition }: Place, id: string): string {
  return `${container} ${partition} ${id}`;
}
