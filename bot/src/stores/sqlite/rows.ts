import { randomBytes } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import {
  checkedBody,
  type NewDocument,
  type Place,
  type StoredDocument,
  type StoreFailure,
  type WriteOperation,
} from '@plumbline/shared/application/ports/document-store';
import { assertNever } from '@plumbline/shared/kernel/assert';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { COMMON, tablesOf } from './tables.ts';

/** A document as it is read. */
export interface Row {
  readonly id: string;
  readonly schema: number;
  readonly etag: string;
  readonly body: string;
}

/** A row to be written; `expires` is the first millisecond at which it is not there any more, null for never. */
export interface NewRow extends Row {
  readonly expires: number | null;
}

/** What one operation of a batch left: the row, or null when it was deleted or only looked at. */
export interface Written {
  readonly id: string;
  readonly row: Row | null;
  readonly isChange: boolean;
}

/** Statements that are kept ready: those of the tables used last. */
const TABLES_READY = 64;

/** The rows of every place, in whichever table they lie; each write by itself, or a whole batch, is one transaction. */
export function rowsOf(database: Sqlite.Database) {
  const tables = tablesOf(database);
  const ready = new Map<string, Statements>();
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');

  function statementsFor(table: string): Statements {
    const known = ready.get(table);
    const statements = known ?? statementsOf(database, table);
    if (known) ready.delete(table);
    else if (ready.size >= TABLES_READY) ready.delete([...ready.keys()][0] ?? '');
    ready.set(table, statements);
    return statements;
  }

  const reading = (place: Place): Statements => statementsFor(tables.of(place));
  const changing = (place: Place): Statements => statementsFor(tables.toChange(place));
  const filling = (place: Place): Statements => statementsFor(tables.toFill(place));

  const rows = {
    tables,
    read: ({ container, partition }: Place, id: string) =>
      reading({ container, partition }).read.get({ container, partition, id, now: Date.now() }),
    create: ({ container, partition }: Place, row: NewRow) =>
      filling({ container, partition }).create.run({ container, partition, ...row, now: Date.now() }).changes === 1,
    replace: ({ container, partition }: Place, row: NewRow, was: string) =>
      changing({ container, partition }).replace.run({ container, partition, ...row, was, now: Date.now() }).changes ===
      1,
    put: ({ container, partition }: Place, row: NewRow) =>
      filling({ container, partition }).put.run({ container, partition, ...row }),
    delete({ container, partition }: Place, id: string, was: string | undefined): boolean {
      const { remove, removeVersion } = changing({ container, partition });
      const key = { container, partition, id, now: Date.now() };
      return (was === undefined ? remove.run(key) : removeVersion.run({ ...key, was })).changes === 1;
    },
    /** Why a write that names a version found nothing to write. */
    whyNot: (place: Place, id: string) =>
      rows.read(place, id) ? ({ kind: 'store.stale' } as const) : ({ kind: 'store.missing' } as const),
    list: ({ container, partition }: Place, range: { prefix: string; after: string; limit: number }) =>
      reading({ container, partition }).list.all({ container, partition, ...range, now: Date.now() }),
    count: ({ container, partition }: Place, prefix: string) =>
      reading({ container, partition }).count.get({ container, partition, prefix, now: Date.now() }) ?? 0,
    /** Deletes what has ended by itself: in the tables of places alone, or everywhere. */
    sweep(places?: readonly Place[]) {
      const some = places?.map((place) => tables.ownedBy(place)).filter((table) => table !== null);
      for (const table of some ?? [COMMON, ...tables.owned()]) statementsFor(table).sweep.run({ now: Date.now() });
    },
    ping: () => statementsFor(COMMON).ping.get(),
    batch(place: Place, operations: readonly WriteOperation[]): Result<Written[], StoreFailure & { index: number }> {
      const done: Written[] = [];
      // A table is made before the transaction, which may be taken back.
      if (operations.some(({ type }) => type === 'create' || type === 'put')) tables.toFill(place);
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

type Statements = ReturnType<typeof statementsOf>;

/** The statements on one table. */
function statementsOf(database: Sqlite.Database, table: string) {
  const inPlace = 'container = :container AND partition = :partition';
  const isThere = '(expires IS NULL OR expires > :now)';
  const where = `${inPlace} AND id = :id AND ${isThere}`;
  // The byte FF is in no UTF-8 text: this bound lies behind every id with the prefix and before every other later id.
  const end = "id < :prefix || CAST(X'FF' AS TEXT)";
  // No id holds the byte 00, so this is "at least the prefix and after the mark" in one bound, which the key can seek.
  const start = 'id >= max(:prefix, :after || char(0))';
  const insert =
    `INSERT INTO ${table} (container, partition, id, schema, etag, body, expires)` +
    ' VALUES (:container, :partition, :id, :schema, :etag, :body, :expires)';
  const over = 'SET schema = excluded.schema, etag = excluded.etag, body = excluded.body, expires = excluded.expires';
  interface Now {
    readonly now: number;
  }
  type Key = Place & Now & { readonly id: string };
  type Range = Place & Now & { readonly prefix: string };
  type Write = Place & Now & NewRow;

  const read = database.prepare<Key, Row>(`SELECT id, schema, etag, body FROM ${table} WHERE ${where}`);
  const create = database.prepare<Write>(`${insert} ON CONFLICT DO UPDATE ${over} WHERE NOT ${isThere}`);
  const put = database.prepare<Place & NewRow>(`${insert} ON CONFLICT DO UPDATE ${over}`);
  const replace = database.prepare<Write & { readonly was: string }>(
    `UPDATE ${table} SET schema = :schema, etag = :etag, body = :body, expires = :expires WHERE ${where} AND etag = :was`,
  );
  const remove = database.prepare<Key>(`DELETE FROM ${table} WHERE ${where}`);
  const removeVersion = database.prepare<Key & { readonly was: string }>(
    `DELETE FROM ${table} WHERE ${where} AND etag = :was`,
  );
  const list = database.prepare<Range & { readonly after: string; readonly limit: number }, Row>(
    `SELECT id, schema, etag, body FROM ${table}
     WHERE ${inPlace} AND ${start} AND ${end} AND ${isThere} ORDER BY id LIMIT :limit`,
  );
  const sweep = database.prepare<Now>(`DELETE FROM ${table} WHERE expires IS NOT NULL AND NOT ${isThere}`);
  const count = database
    .prepare<Range, number>(
      `SELECT count(*) FROM ${table} WHERE ${inPlace} AND id >= :prefix AND ${end} AND ${isThere}`,
    )
    .pluck();
  const ping = database.prepare(`SELECT 1 FROM ${table} LIMIT 1`);
  return { read, create, put, replace, remove, removeVersion, list, sweep, count, ping };
}

/** A row with a new random etag: a counter would tell in which order ballots came. */
export function newRow(document: NewDocument): NewRow {
  const body = checkedBody(document);
  const { id, schema, lifetime } = document;
  const expires = lifetime === undefined ? null : Date.now() + lifetime * 1_000;
  return { id, schema, etag: randomEtag(), body, expires };
}

const ETAG_BYTES = 12;
/** Asking the system for a few bytes takes as long as asking for a thousand. */
const ETAGS_AT_ONCE = 100;
let pool = Buffer.alloc(0);

function randomEtag(): string {
  if (pool.length === 0) pool = randomBytes(ETAG_BYTES * ETAGS_AT_ONCE);
  const etag = pool.toString('base64url', 0, ETAG_BYTES);
  pool = pool.subarray(ETAG_BYTES);
  return etag;
}

/** The document in a row, with a body of its own: read when it is asked for, which whoever wrote it hardly ever does. */
export function stored({ id, schema, etag, body: text }: Row): StoredDocument {
  let body: JsonObject | null = null;
  return {
    id,
    schema,
    etag,
    get body() {
      return (body ??= JSON.parse(text) as JsonObject);
    },
  };
}
