import type { Meeting } from '../domain/meeting/meeting.ts';
import type { Snapshot } from '../domain/meeting/snapshot.ts';
import type { Team } from '../domain/team/team.ts';
import { assert } from '../kernel/assert.ts';
import type { PersonId } from '../kernel/ids.ts';
import { SECOND, type Instant } from '../kernel/instant.ts';
import { records } from '../records/kinds.ts';
import type { RecordKind } from '../records/record.ts';
import { listAll, readKept } from './documents.ts';
import type { Address, Kept } from './kept.ts';
import {
  isWatched,
  type DocumentStore,
  type Place,
  type StoredDocument,
  type WriteOperation,
} from './ports/document-store.ts';

/** Reads something as it was a moment ago. */
export type Recall<A, T> = (at: A) => Promise<T>;

/** What of the store is in memory: this process's own writes at once, others' soon after. */
export interface Recent {
  readonly meeting: Recall<Address, Kept<Meeting> | null>;
  readonly team: Recall<Address, Kept<Team> | null>;
  readonly snapshot: Recall<Address, Kept<Snapshot> | null>;
  /** One of the lists of a pulse's participants. */
  readonly participants: Recall<Address, Kept<{ people: PersonId[] }> | null>;
  /** All documents of a place. */
  readonly folder: Recall<Place, readonly StoredDocument[]>;
}

/** A store, and what is remembered of it; `store` is to be written through, so that a write is never forgotten too late. */
export interface Remembered {
  readonly store: DocumentStore;
  readonly recent: Recent;
}

/** So many documents of each kind are kept in memory at most, and so many places whole. */
const MOST_DOCUMENTS = 500;
const MOST_FOLDERS = 100;
/** Nothing older is given, also when changes of others are not told for a while. */
const OLDEST = 10 * SECOND;

/**
 * Remembers what was read until it changes, so that five hundred people who vote or look in the same minute do not each
 * read and decode the same meeting. Only what a later write checks again may be decided on it.
 */
export function remember(engine: DocumentStore, now: () => Instant): Remembered {
  const documents: Pick<Memory<unknown>, 'forget' | 'clear'>[] = [];
  const folders = createMemory<readonly StoredDocument[]>(MOST_FOLDERS, now);

  function forget(place: Place, id: string): void {
    if (!isWatched(place.container)) return;
    for (const memory of documents) memory.forget(keyOf(place, id));
    folders.forget(keyOf(place));
  }

  /** What was written is forgotten before the writer is answered; also what may have been, when nobody knows. */
  async function writing<T>(place: Place, ids: readonly string[], written: Promise<T>): Promise<T> {
    try {
      return await written;
    } finally {
      for (const id of ids) forget(place, id);
    }
  }

  function recallOf<T>(kind: RecordKind<T>): Recall<Address, Kept<T> | null> {
    const memory = createMemory<Kept<T> | null>(MOST_DOCUMENTS, now);
    documents.push(memory);
    return (address) => {
      checkWatched(address.place);
      return memory.recall(keyOf(address.place, address.id), () => readKept({ store: engine }, kind, address));
    };
  }

  engine.watch(({ place, id }) => {
    forget(place, id);
  });
  return {
    store: {
      ...engine,
      create: (place, document) => writing(place, [document.id], engine.create(place, document)),
      replace: (place, document, etag) => writing(place, [document.id], engine.replace(place, document, etag)),
      put: (place, document) => writing(place, [document.id], engine.put(place, document)),
      delete: (place, id, etag) => writing(place, [id], engine.delete(place, id, etag)),
      batch: (place, operations) => writing(place, idsIn(operations), engine.batch(place, operations)),
      catchUp(seen) {
        const isNews = engine.catchUp(seen);
        if (isNews) for (const memory of [...documents, folders]) memory.clear();
        return isNews;
      },
    },
    recent: {
      meeting: recallOf(records.meeting),
      team: recallOf(records.team),
      snapshot: recallOf(records.snapshot),
      participants: recallOf(records.participants),
      folder(place) {
        checkWatched(place);
        return folders.recall(keyOf(place), () => listAll({ store: engine }, place, ''));
      },
    },
  };
}

interface Memory<T> {
  readonly recall: (key: string, read: () => Promise<T>) => Promise<T>;
  readonly forget: (key: string) => void;
  readonly clear: () => void;
}

function createMemory<T>(most: number, now: () => Instant): Memory<T> {
  const known = new Map<string, { readonly read: Promise<T>; readonly at: Instant }>();
  return {
    recall(key, read) {
      const there = known.get(key);
      if (there && now() - there.at <= OLDEST) return there.read;
      const fresh = { read: read(), at: now() };
      known.delete(key);
      known.set(key, fresh);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      // A read that failed, or found nothing, is not remembered; one that was overtaken by a change is no more there.
      const forget = (): void => {
        if (known.get(key) === fresh) known.delete(key);
      };
      fresh.read.then((found) => {
        if (found === null) forget();
      }, forget);
      return fresh.read;
    },
    forget(key) {
      known.delete(key);
    },
    clear() {
      known.clear();
    },
  };
}

function idsIn(operations: readonly WriteOperation[]): readonly string[] {
  return operations.flatMap((operation) => {
    if (operation.type === 'require') return [];
    return operation.type === 'delete' ? [operation.id] : [operation.document.id];
  });
}

function checkWatched({ container }: Place): void {
  assert(isWatched(container), 'changes of this container are not told');
}

/** Names have no control characters: the parts cannot run into each other. */
function keyOf({ container, partition }: Place, id = ''): string {
  return [container, partition, id].join('\n');
}
