import { setImmediate as breathe } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import {
  checkBatch,
  checkId,
  checkPlace,
  checkQuery,
  isWatched,
} from '@plumbline/shared/application/ports/document-store';
import type {
  DocumentStore,
  NewDocument,
  Place,
  StoreChange,
  StoredDocument,
} from '@plumbline/shared/application/ports/document-store';
import { fail, ok } from '@plumbline/shared/kernel/result';
import { promised } from '../promised.ts';
import { emptyLog } from './empty-log.ts';
import { openDatabase, withoutFlush, type DatabaseFile } from './open-database.ts';
import { newRow, rowsOf, stored, type Row } from './rows.ts';
import { scanOf } from './scan.ts';

export interface StoreTuning {
  /** Up to how many bytes a scrub rebuilds the whole file, which holds the service up; 16 MB, about 0.1 s, if not given. */
  readonly rebuildUpTo?: number;
}

type Listener = (change: StoreChange) => void;

/** Opens the document store in one SQLite file, or in memory for the path `:memory:`; throws a sentence when it cannot. */
export function openSqliteStore(file: DatabaseFile & StoreTuning): DocumentStore {
  const { rebuildUpTo = 16_000_000 } = file;
  const database = openDatabase(file);
  const rows = rowsOf(database);
  const listeners = new Set<Listener>();

  function tell(place: Place, id: string, row: Row | null): void {
    if (!isWatched(place.container)) return;
    for (const listener of listeners) {
      // Told after the write's own work, each with its own copy: a listener can neither fail a write nor change a document.
      queueMicrotask(() => {
        if (listeners.has(listener)) listener({ place: { ...place }, id, document: row && stored(row) });
      });
    }
  }

  function written(place: Place, row: Row): StoredDocument {
    tell(place, row.id, row);
    return stored(row);
  }

  /** The disk is waited for only where a power cut must be outlived. */
  function write<T>({ survives }: NewDocument, run: () => T): T {
    return survives === 'restart' ? withoutFlush(database, run) : run();
  }

  /** Scrubs place by place, with room for others between; false when that does not do for one of them. */
  async function settleAll(places: readonly Place[]): Promise<boolean> {
    places.forEach(checkPlace);
    rows.sweep(places);
    let isDone = true;
    for (const place of places) {
      isDone = rows.tables.settle(place) && isDone;
      await breathe();
    }
    return isDone;
  }

  return {
    read: (place, id) =>
      promised(() => {
        checkPlace(place);
        checkId(id);
        const row = rows.read(place, id);
        return row ? stored(row) : null;
      }),
    create: (place, document) =>
      promised(() => {
        checkPlace(place);
        const row = newRow(document);
        return write(document, () => rows.create(place, row))
          ? ok(written(place, row))
          : fail({ kind: 'store.exists' });
      }),
    replace: (place, document, etag) =>
      promised(() => {
        checkPlace(place);
        const row = newRow(document);
        const isDone = write(document, () => rows.replace(place, row, etag));
        return isDone ? ok(written(place, row)) : fail(rows.whyNot(place, row.id));
      }),
    put: (place, document) =>
      promised(() => {
        checkPlace(place);
        const row = newRow(document);
        write(document, () => rows.put(place, row));
        return written(place, row);
      }),
    delete: (place, id, etag) =>
      promised(() => {
        checkPlace(place);
        checkId(id);
        if (!rows.delete(place, id, etag)) return fail(rows.whyNot(place, id));
        tell(place, id, null);
        return ok(null);
      }),
    batch: (place, operations) =>
      promised(() => {
        checkPlace(place);
        checkBatch(operations);
        const outcome = rows.batch(place, operations);
        if (!outcome.ok) return outcome;
        return ok(
          outcome.value.map(({ id, row, isChange }) => {
            if (isChange) tell(place, id, row);
            return row && stored(row);
          }),
        );
      }),
    list: (place, query) =>
      promised(() => {
        checkPlace(place);
        const limit = checkQuery(query);
        const found = rows.list(place, { prefix: query.prefix, after: query.after ?? '', limit: limit + 1 });
        const page = found.slice(0, limit);
        return { documents: page.map(stored), next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
      }),
    count: (place, query) =>
      promised(() => {
        checkPlace(place);
        checkQuery(query);
        return rows.count(place, query.prefix);
      }),
    scan: scanOf(database, rows.tables.owned),
    watch(listener) {
      const own: Listener = (change) => {
        listener(change);
      };
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    seenUntil: () => null,
    catchUp: () => false,
    settle: () => Promise.resolve(),
    async scrub(places) {
      const isSmall = sizeOf(database) <= rebuildUpTo;
      if (places === undefined || isSmall || !(await settleAll(places))) {
        rows.sweep();
        // With secure_delete alone, pages that were rebalanced keep pieces of deleted rows in their gaps. Rebuilding the file
        // leaves only what lives, in the order of its keys, and emptying the log forgets how it came there.
        database.exec('VACUUM');
      }
      await emptyLog(database);
    },
    ping: () =>
      promised(() => {
        rows.ping();
      }),
    close: () =>
      promised(() => {
        listeners.clear();
        database.close();
      }),
  };
}

function sizeOf(database: Sqlite.Database): number {
  return (
    Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true }))
  );
}
