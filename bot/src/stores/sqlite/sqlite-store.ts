import { randomBytes } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import {
  checkBatch,
  checkedBody,
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
  StoreFailure,
  WriteOperation,
} from '@plumbline/shared/application/ports/document-store';
import { assertNever } from '@plumbline/shared/kernel/assert';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { promised } from '../promised.ts';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { emptyLog } from './empty-log.ts';
import { openDatabase, type DatabaseFile } from './open-database.ts';
import { scanOf } from './scan.ts';

interface Row {
  readonly id: string;
  readonly schema: number;
  readonly etag: string;
  readonly body: string;
}

/** A row to be written; `expires` is the first millisecond at which it is not there any more, null for never. */
interface NewRow extends Row {
  readonly expires: number | null;
}

type Listener = (change: StoreChange) => void;

/** Opens the document store in one SQLite file, or in memory for the path `:memory:`; throws a sentence when it cannot. */
export function openSqliteStore(file: DatabaseFile): DocumentStore {
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
        return rows.create(place, row) ? ok(written(place, row)) : fail({ kind: 'store.exists' });
      }),
    replace: (place, document, etag) =>
      promised(() => {
        checkPlace(place);
        const row = newRow(document);
        return rows.replace(place, row, etag) ? ok(written(place, row)) : fail(rows.whyNot(place, row.id));
      }),
    put: (place, document) =>
      promised(() => {
        checkPlace(place);
        const row = newRow(document);
        rows.put(place, row);
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
    scan: scanOf(database),
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
    catchUp: () => undefined,
    async scrub() {
      rows.sweep();
      // With secure_delete alone, pages that were rebalanced keep pieces of deleted rows in their gaps. Rebuilding the file
      // leaves only what lives, in the order of its keys, and emptying the log forgets how it came there.
      database.exec('VACUUM');
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

/** What one operation of a batch left: the row, or null when it was deleted or only looked at. */
interface Written {
  readonly id: string;
  readonly row: Row | null;
  readonly isChange: boolean;
}

/** The statements; each write by itself, or a whole batch, is one transaction. */
function rowsOf(database: Sqlite.Database) {
  const inPlace = 'container = :container AND partition = :partition';
  const isThere = '(expires IS NULL OR expires > :now)';
  const where = `${inPlace} AND id = :id AND ${isThere}`;
  // The byte FF is in no UTF-8 text: this bound lies behind every id with the prefix and before every other later id.
  const end = "id < :prefix || CAST(X'FF' AS TEXT)";
  // No id holds the byte 00, so this is "at least the prefix and after the mark" in one bound, which the key can seek.
  const start = 'id >= max(:prefix, :after || char(0))';
  const insert =
    'INSERT INTO documents (container, partition, id, schema, etag, body, expires)' +
    ' VALUES (:container, :partition, :id, :schema, :etag, :body, :expires)';
  const over = 'SET schema = excluded.schema, etag = excluded.etag, body = excluded.body, expires = excluded.expires';
  type Now = { readonly now: number };
  type Key = Place & Now & { readonly id: string };
  type Range = Place & Now & { readonly prefix: string };
  type Write = Place & Now & NewRow;

  const read = database.prepare<Key, Row>(`SELECT id, schema, etag, body FROM documents WHERE ${where}`);
  const create = database.prepare<Write>(`${insert} ON CONFLICT DO UPDATE ${over} WHERE NOT ${isThere}`);
  const put = database.prepare<Place & NewRow>(`${insert} ON CONFLICT DO UPDATE ${over}`);
  const replace = database.prepare<Write & { readonly was: string }>(
    `UPDATE documents SET schema = :schema, etag = :etag, body = :body, expires = :expires WHERE ${where} AND etag = :was`,
  );
  const remove = database.prepare<Key>(`DELETE FROM documents WHERE ${where}`);
  const removeVersion = database.prepare<Key & { readonly was: string }>(
    `DELETE FROM documents WHERE ${where} AND etag = :was`,
  );
  const list = database.prepare<Range & { readonly after: string; readonly limit: number }, Row>(
    `SELECT id, schema, etag, body FROM documents
     WHERE ${inPlace} AND ${start} AND ${end} AND ${isThere} ORDER BY id LIMIT :limit`,
  );
  const sweep = database.prepare<Now>(`DELETE FROM documents WHERE expires IS NOT NULL AND NOT ${isThere}`);
  const count = database
    .prepare<Range, number>(
      `SELECT count(*) FROM documents WHERE ${inPlace} AND id >= :prefix AND ${end} AND ${isThere}`,
    )
    .pluck();
  const ping = database.prepare('SELECT 1 FROM documents LIMIT 1');
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');

  const rows = {
    read: ({ container, partition }: Place, id: string) => read.get({ container, partition, id, now: Date.now() }),
    create: ({ container, partition }: Place, row: NewRow) =>
      create.run({ container, partition, ...row, now: Date.now() }).changes === 1,
    replace: ({ container, partition }: Place, row: NewRow, was: string) =>
      replace.run({ container, partition, ...row, was, now: Date.now() }).changes === 1,
    put: ({ container, partition }: Place, row: NewRow) => put.run({ container, partition, ...row }),
    delete({ container, partition }: Place, id: string, was: string | undefined): boolean {
      const key = { container, partition, id, now: Date.now() };
      return (was === undefined ? remove.run(key) : removeVersion.run({ ...key, was })).changes === 1;
    },
    /** Why a write that names a version found nothing to write. */
    whyNot: (place: Place, id: string) =>
      rows.read(place, id) ? ({ kind: 'store.stale' } as const) : ({ kind: 'store.missing' } as const),
    list: ({ container, partition }: Place, range: { prefix: string; after: string; limit: number }) =>
      list.all({ container, partition, ...range, now: Date.now() }),
    count: ({ container, partition }: Place, prefix: string) =>
      count.get({ container, partition, prefix, now: Date.now() }) ?? 0,
    sweep: () => sweep.run({ now: Date.now() }),
    ping: () => ping.get(),
    batch(place: Place, operations: readonly WriteOperation[]): Result<Written[], StoreFailure & { index: number }> {
      const done: Written[] = [];
      begin.run();
      try {
        for (const [index, operation] of operations.entries()) {
          const outcome = apply(place, operation);
          if (!outcome.ok) return fail({ ...outcome.error, index });
          done.push(outcome.value);
        }
        commit.run();
        return ok(done);
      } finally {
        if (database.inTransaction) rollback.run();
      }
    },
  };

  function apply(place: Place, operation: WriteOperation): Result<Written, StoreFailure> {
    if (operation.type === 'require') {
      const { id } = operation;
      return rows.read(place, id) ? ok({ id, row: null, isChange: false }) : fail({ kind: 'store.missing' });
    }
    if (operation.type === 'delete') {
      const { id, etag } = operation;
      return rows.delete(place, id, etag) ? ok({ id, row: null, isChange: true }) : fail(rows.whyNot(place, id));
    }
    const row = newRow(operation.document);
    const done = ok({ id: row.id, row, isChange: true });
    switch (operation.type) {
      case 'create':
        return rows.create(place, row) ? done : fail({ kind: 'store.exists' });
      case 'replace':
        return rows.replace(place, row, operation.etag) ? done : fail(rows.whyNot(place, row.id));
      case 'put':
        rows.put(place, row);
        return done;
      default:
        return assertNever(operation);
    }
  }

  return rows;
}

/** A row with a new random etag: a counter would tell in which order ballots came. */
function newRow(document: NewDocument): NewRow {
  const body = checkedBody(document);
  const { id, schema, lifetime } = document;
  const expires = lifetime === undefined ? null : Date.now() + lifetime * 1_000;
  return { id, schema, etag: randomBytes(12).toString('base64url'), body, expires };
}

function stored(row: Row): StoredDocument {
  return { id: row.id, schema: row.schema, etag: row.etag, body: JSON.parse(row.body) as JsonObject };
}
