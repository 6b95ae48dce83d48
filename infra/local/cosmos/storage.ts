import { randomBytes } from 'node:crypto';
import Sqlite from 'better-sqlite3';

export type Database = Sqlite.Database;

/** `lsn` counts the container's writes; `documents` the ones ever made, for their resource ids. */
export interface ContainerRow {
  readonly rid: string;
  readonly lsn: number;
  readonly documents: number;
  /** The definition as JSON, without what the service adds. */
  readonly body: string;
  readonly etag: string;
  readonly ts: number;
}

/** A document in one of its versions. `place` is its place among the writes of one batch, which have one `lsn`. */
export interface DocumentRow {
  readonly container: string;
  readonly pk: string;
  readonly id: string;
  readonly rid: string;
  readonly etag: string;
  readonly ts: number;
  readonly ttl: number | null;
  readonly lsn: number;
  readonly place: number;
  /** 1 when the document has the property `gone`, which the catalogue's queries ask for. */
  readonly gone: number;
  readonly body: string;
}

/** How many writes a container remembers what they replaced, and so how far a replica can be behind. */
export const REMEMBERED_WRITES = 1_000;

const DOCUMENT_COLUMNS = `
  container TEXT NOT NULL, pk TEXT NOT NULL, id TEXT NOT NULL, rid TEXT NOT NULL, etag TEXT NOT NULL,
  ts INTEGER NOT NULL, ttl INTEGER, lsn INTEGER NOT NULL, place INTEGER NOT NULL, gone INTEGER NOT NULL,
  body TEXT NOT NULL`;

/** `replaced` holds what was overwritten or deleted, and with which write. */
const TABLES = `
  CREATE TABLE IF NOT EXISTS databases (id TEXT PRIMARY KEY, rid TEXT NOT NULL, ts INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS containers (
    database TEXT NOT NULL, id TEXT NOT NULL, rid TEXT NOT NULL, lsn INTEGER NOT NULL, documents INTEGER NOT NULL,
    body TEXT NOT NULL, etag TEXT NOT NULL, ts INTEGER NOT NULL, PRIMARY KEY (database, id)) STRICT;
  CREATE TABLE IF NOT EXISTS documents (${DOCUMENT_COLUMNS}, PRIMARY KEY (container, pk, id)) STRICT;
  CREATE INDEX IF NOT EXISTS documents_feed ON documents (container, lsn, place);
  CREATE TABLE IF NOT EXISTS replaced (
    ${DOCUMENT_COLUMNS}, until INTEGER NOT NULL, PRIMARY KEY (container, pk, id, lsn)) STRICT;
  CREATE INDEX IF NOT EXISTS replaced_until ON replaced (container, until)`;

/** Opens the file, or memory for `:memory:`; several processes may have one file open. */
export function openStorage(file: string): Database {
  const database = new Sqlite(file, { timeout: 5_000 });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.exec(TABLES);
  return database;
}

const known = new WeakMap<Database, Map<string, Sqlite.Statement>>();

/** The statement for an SQL text, compiled once: compiling takes longer than most of them run. */
export function prepared<Values extends unknown[], Row = unknown>(
  database: Database,
  sql: string,
): Sqlite.Statement<Values, Row> {
  const statements = known.get(database) ?? new Map<string, Sqlite.Statement>();
  known.set(database, statements);
  const found = statements.get(sql);
  // One that is being gone through cannot be begun again.
  if (found?.busy === false) return found as Sqlite.Statement<Values, Row>;
  const statement = database.prepare<Values, Row>(sql);
  statements.set(sql, statement);
  return statement;
}

/** Runs the work as one transaction that keeps what was written only if `keep` says so. */
export function transaction<T>(database: Database, work: () => { readonly keep: boolean; readonly value: T }): T {
  prepared(database, 'BEGIN IMMEDIATE').run();
  try {
    const { keep, value } = work();
    prepared(database, keep ? 'COMMIT' : 'ROLLBACK').run();
    return value;
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
  }
}

/** Runs the reads as of one moment, whatever other processes write meanwhile. */
export function snapshot<T>(database: Database, work: () => T): T {
  prepared(database, 'BEGIN').run();
  try {
    return work();
  } finally {
    prepared(database, 'COMMIT').run();
  }
}

/** The container of that name, or null. */
export function findContainer(database: Database, name: { database: string; container: string }): ContainerRow | null {
  const find = prepared<[string, string], ContainerRow>(
    database,
    'SELECT rid, lsn, documents, body, etag, ts FROM containers WHERE database = ? AND id = ?',
  );
  return find.get(name.database, name.container) ?? null;
}

/** A resource id of so many bytes, in the alphabet that Cosmos uses in links. */
export function newRid(bytes: number, parent = ''): string {
  return ridOf(Buffer.concat([Buffer.from(parent.replaceAll('-', '/'), 'base64'), randomBytes(bytes)]));
}

/** The resource id of a container's nth document. */
export function documentRid(container: string, nth: number): string {
  const number = Buffer.alloc(8);
  number.writeBigUInt64LE(BigInt(nth));
  return ridOf(Buffer.concat([Buffer.from(container.replaceAll('-', '/'), 'base64'), number]));
}

/** An etag that looks like one of Cosmos, quotes and all, and differs for every write of a container. */
export function etagOf(lsn: number, place: number, ts: number): string {
  return `"${hex(lsn, 8)}-${hex(place, 4)}-0d00-0000-${hex(ts, 8)}0000"`;
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0').slice(-digits);
}

function ridOf(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('/', '-');
}
