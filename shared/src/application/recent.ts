import type { Meeting } from '../domain/meeting/meeting.ts';
import type { Team } from '../domain/team/team.ts';
import { assert } from '../kernel/assert.ts';
import type { PersonId } from '../kernel/ids.ts';
import { records } from '../records/kinds.ts';
import { decode, type RecordKind } from '../records/record.ts';
import type { Address, Kept } from './kept.ts';
import { isWatched, type DocumentStore, type Place } from './ports/document-store.ts';

/** Reads one kind of document as it was a moment ago. */
export type Recall<T> = (address: Address) => Promise<Kept<T> | null>;

/** What of the store is in memory: this process's own writes at once, others' soon after. */
export interface Recent {
  readonly meeting: Recall<Meeting>;
  readonly team: Recall<Team>;
  /** One of the lists of a pulse's participants. */
  readonly participants: Recall<{ people: PersonId[] }>;
}

/** Documents of a kind that are kept in memory at most. */
const MOST = 500;

/**
 * Remembers what was read until the store tells of a change, so that five hundred people who vote in the same minute do
 * not each read and decode the same meeting. Only what a later write checks again may be decided on it.
 */
export function openRecent(store: DocumentStore): Recent {
  return {
    meeting: openRecall(store, records.meeting),
    team: openRecall(store, records.team),
    participants: openRecall(store, records.participants),
  };
}

/** The same for one kind of document in `core` or `teams`. */
export function openRecall<T>(store: DocumentStore, kind: RecordKind<T>): Recall<T> {
  const known = new Map<string, Promise<Kept<T> | null>>();
  store.watch(({ place, id }) => {
    known.delete(keyOf(place, id));
  });

  async function fetch({ place, id }: Address): Promise<Kept<T> | null> {
    const stored = await store.read(place, id);
    return stored && { value: decode(kind, stored), etag: stored.etag };
  }

  return (address) => {
    assert(isWatched(address.place.container), 'changes of this container are not told');
    const key = keyOf(address.place, address.id);
    const there = known.get(key);
    if (there) return there;
    const kept = fetch(address);
    known.set(key, kept);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    // A read that failed, or found nothing, is not remembered; one that was overtaken by a change is no more there.
    const forget = (): void => {
      if (known.get(key) === kept) known.delete(key);
    };
    kept.then((found) => {
      if (found === null) forget();
    }, forget);
    return kept;
  };
}

function keyOf({ container, partition }: Place, id: string): string {
  return `${container} ${partition} ${id}`;
}
