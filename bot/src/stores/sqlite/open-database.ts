import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';

/** Marks a file as ours in its header: the bytes of `PLMB`. */
const APPLICATION_ID = 0x504c4d42;

/** The version of the tables; a file with a higher one is refused. */
const FORM = 3;

const IN_MEMORY = ':memory:';

/**
 * A table for documents. No rowid and no time: rows lie in the order of their keys, so ballots carry no order of arrival.
 */
export function documentTable(name: string): string {
  return `
  CREATE TABLE ${name} (
    container TEXT NOT NULL,
    partition TEXT NOT NULL,
    id TEXT NOT NULL,
    schema INTEGER NOT NULL,
    etag TEXT NOT NULL,
    body TEXT NOT NULL,
    expires INTEGER,
    PRIMARY KEY (container, partition, id)
  ) STRICT, WITHOUT ROWID`;
}

/** The places whose rows in `documents` lie there without traces; see tables.ts. */
const SETTLED = `
  CREATE TABLE settled (
    container TEXT NOT NULL,
    partition TEXT NOT NULL,
    PRIMARY KEY (container, partition)
  ) STRICT, WITHOUT ROWID`;

/** What changes a file of each form into the next; `FORM_STEPS[0]` goes from form 1 to 2. */
const FORM_STEPS = ['ALTER TABLE documents ADD COLUMN expires INTEGER', SETTLED];

export interface DatabaseFile {
  /** The file, or `:memory:`; its folder is made when missing. */
  readonly path: string;
  /** How long to wait for a file that another process holds, in milliseconds; 5 s, the time of a restart, if not given. */
  readonly wait?: number;
  /** Opens also what a move or a restore left half done, in order to finish it. */
  readonly unfinished?: 'open';
}

/**
 * Opens the database for this process alone, or throws an Error whose sentence says what to do.
 * One process owns the file, for watchers are told in the process only. What it owns is a lock in a file beside, so that
 * another process can read a consistent copy of the database while it runs; the system frees it also after kill -9.
 */
export function openDatabase(file: DatabaseFile): Sqlite.Database {
  if (file.path === IN_MEMORY) return prepared(new Sqlite(IN_MEMORY), file.path);
  makeFile(file.path);
  makeFile(lockOf(file.path));
  const database = connect(file);
  try {
    own(database, file.path);
    if (file.unfinished === undefined) checkFinished(file.path);
    prepared(database, file.path);
    chmodSync(file.path, 0o600);
    return database;
  } catch (fault) {
    database.close();
    throw explained(fault, file.path);
  }
}

/**
 * Keeps every other process out of a database that is not opened itself, until the returned function is called. Throws the
 * sentence of `openDatabase` when one is in.
 */
export function holdDatabase(path: string): () => void {
  const lock = lockOf(path);
  makeFile(lock);
  const owner = connect({ path: lock, wait: 500 });
  try {
    owner.pragma('locking_mode = EXCLUSIVE');
    owner.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (fault) {
    owner.close();
    throw explained(fault, path);
  }
  return () => {
    owner.close();
  };
}

/** Makes opening the database refused with the sentence, until the returned function is called. */
export function markUnfinished(path: string, sentence: string): () => void {
  writeFileSync(markOf(path), sentence, { mode: 0o600, flush: true });
  return () => {
    rmSync(markOf(path), { force: true });
  };
}

function markOf(path: string): string {
  return `${path}.unfinished`;
}

function checkFinished(path: string): void {
  if (existsSync(markOf(path))) throw new Error(readFileSync(markOf(path), 'utf8'));
}

function makeFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  } catch (fault) {
    throw explained(fault, path);
  }
}

function connect(file: DatabaseFile): Sqlite.Database {
  try {
    return new Sqlite(file.path, { timeout: file.wait ?? 5_000 });
  } catch (fault) {
    throw explained(fault, file.path);
  }
}

function lockOf(path: string): string {
  return `${path}.lock`;
}

/** The lock is an empty database: a file that is held exclusively stays so until the connection ends. */
function own(database: Sqlite.Database, path: string): void {
  database.prepare('ATTACH ? AS owner').run(lockOf(path));
  database.pragma('owner.locking_mode = EXCLUSIVE');
  database.exec('BEGIN EXCLUSIVE; COMMIT');
}

/** Nothing is written before the file is known to be ours. */
function prepared(database: Sqlite.Database, path: string): Sqlite.Database {
  const form = checkOrigin(database, path);
  database.pragma('main.journal_mode = WAL');
  database.pragma(FLUSH);
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
  bringUp(database, form);
  const check = database.pragma('quick_check(1)', { simple: true });
  if (check !== 'ok') throw new Error(damaged(path, String(check)));
  return database;
}

const FLUSH = 'main.synchronous = FULL';

/** Commits one change without waiting for the disk: a power cut takes it back, unless a commit that waits came after it. */
export function withoutFlush<T>(database: Sqlite.Database, change: () => T): T {
  database.pragma('main.synchronous = NORMAL');
  try {
    return change();
  } finally {
    database.pragma(FLUSH);
  }
}

/** The form of the file, 0 when it is new and empty; throws when another program or a newer version wrote it. */
export function checkOrigin(database: Sqlite.Database, path: string): number {
  const application = database.pragma('application_id', { simple: true });
  const form = Number(database.pragma('user_version', { simple: true }));
  const tables = database.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (application === 0 && form === 0 && tables === 0) return 0;
  if (application !== APPLICATION_ID) {
    throw new Error(`${path} is a database of another program: set DATA_DIR to a folder of Plumbline's own.`);
  }
  if (form > FORM) {
    throw new Error(
      `${path} was written by a newer Plumbline (form ${form}, this one reads ${FORM}): start the newer version, ` +
        'or put back a backup from before the update.',
    );
  }
  return form;
}

/** Makes the tables, or changes those of an older form, all or nothing. */
function bringUp(database: Sqlite.Database, form: number): void {
  if (form === FORM) return;
  const change = database.transaction(() => {
    if (form === 0) database.exec(`${documentTable('documents')}; ${SETTLED}`);
    else for (const step of FORM_STEPS.slice(form - 1)) database.exec(step);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${FORM}`);
  });
  change();
}

/** Turns what the system or the engine said into a sentence with a next step; leaves our own sentences as they are. */
function explained(fault: unknown, path: string): unknown {
  if (!isSystemFault(fault)) return fault;
  const { code, message } = fault;
  if (code.startsWith('SQLITE_BUSY')) {
    return new Error(
      `${path} is in use by another process: stop that one, or give this one a folder of its own with DATA_DIR.`,
      { cause: fault },
    );
  }
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return new Error(damaged(path, message), { cause: fault });
  }
  return new Error(
    `${path} cannot be opened for writing (${code}: ${message}): give this user the right to write in ` +
      `${dirname(path)} and check that the disk has room, or set DATA_DIR to another folder.`,
    { cause: fault },
  );
}

function isSystemFault(fault: unknown): fault is { readonly code: string; readonly message: string } {
  if (typeof fault !== 'object' || fault === null || !('code' in fault) || !('message' in fault)) return false;
  return typeof fault.code === 'string' && typeof fault.message === 'string';
}

/** The sentence of a database that is not whole. */
export function damaged(path: string, what: string): string {
  const line = what.replaceAll(/\s+/g, ' ');
  return `${path} is damaged (${line}): put back a backup, or move the file away to begin with an empty database.`;
}
