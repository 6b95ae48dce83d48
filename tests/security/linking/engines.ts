import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openCosmosStore, prepareDatabase } from '@plumbline/bot/stores/cosmos/cosmos-store';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { startCosmosDouble } from '@plumbline/infra/local/cosmos/cosmos-double';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import type { Paper } from './evidence.ts';

/** A large SQLite file is scrubbed place by place, a small one is rebuilt. */
export const ENGINES = ['SQLite', 'SQLite, a large file', 'Cosmos DB'] as const;
export type EngineName = (typeof ENGINES)[number];

/** A store that can be stolen from. */
export interface Engine {
  readonly name: EngineName;
  readonly store: DocumentStore;
  /** Every document with whatever the engine adds, in the order in which the engine keeps or tells them. */
  readonly papers: () => readonly Paper[];
  /** The bytes of its files, where these are files of ours. */
  readonly files: () => ReadonlyMap<string, Buffer>;
  readonly close: () => Promise<void>;
}

/** Opens a store of its own in a folder; `now` is the time that Cosmos DB stamps its documents with. */
export function openEngine(name: EngineName, folder: string, now: () => number): Promise<Engine> {
  return name === 'Cosmos DB' ? onCosmos(folder, now) : Promise.resolve(onSqlite(name, folder));
}

/** The round keys that lie in a folder. */
export function keysIn(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.key'));
  return new Map(files.map((file) => [basename(file, '.key'), readFileSync(join(folder, file))]));
}

/** The documents in every table that has some, in the order in which they lie there. */
export function rowsIn(database: Sqlite.Database): readonly Omit<Paper, 'engine'>[] {
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE sql LIKE '%etag TEXT%' ORDER BY rootpage")
    .pluck()
    .all();
  return tables.flatMap((table) =>
    database.prepare<[], Omit<Paper, 'engine'>>(`SELECT container, partition, id, etag, body FROM ${table}`).all(),
  );
}

function onSqlite(name: EngineName, folder: string): Engine {
  const path = join(folder, 'plumbline.db');
  const store = openSqliteStore({ path, ...(name === 'SQLite' ? {} : { rebuildUpTo: 0 }) });
  return {
    name,
    store,
    papers: () => fromCopy(path, (copy) => rowsIn(copy).map((row) => ({ ...row, engine: null }))),
    files: () =>
      new Map([
        ['file', readFileSync(path)],
        ['log', existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0)],
      ]),
    close: () => store.close(),
  };
}

async function onCosmos(folder: string, now: () => number): Promise<Engine> {
  const path = join(folder, 'cosmos.db');
  const double = await startCosmosDouble({ file: path, now });
  const account = { endpoint: double.endpoint, key: double.key, database: 'plumbline' };
  await prepareDatabase(account);
  const store = await openCosmosStore({ ...account, sessionKey: randomBytes(32) });
  return {
    name: 'Cosmos DB',
    store,
    // What the feed of changes tells a reader who begins at its beginning.
    papers: () =>
      fromCopy(path, (copy) =>
        copy
          .prepare<[], CosmosRow>(
            `SELECT containers.id AS container, documents.pk, documents.id, documents.rid, documents.etag, documents.ts,
                    documents.lsn, documents.place, documents.body
             FROM documents JOIN containers ON containers.rid = documents.container
             ORDER BY documents.lsn, documents.place`,
          )
          .all()
          .map(cosmosPaper),
      ),
    files: () => new Map(),
    async close() {
      await store.close();
      await double.close();
      if (double.unknown.length > 0) throw new Error(`The double does not model ${JSON.stringify(double.unknown)}`);
    },
  };
}

interface CosmosRow {
  readonly container: string;
  readonly pk: string;
  readonly id: string;
  readonly rid: string;
  readonly etag: string;
  readonly ts: number;
  readonly lsn: number;
  readonly place: number;
  readonly body: string;
}

function cosmosPaper(row: CosmosRow): Paper {
  const { container, pk: partition, id, ts, rid, lsn, place } = row;
  const kept = JSON.parse(row.body) as { readonly etag?: string; readonly body?: unknown };
  const engine = { ts, rid: backwards(rid), etag: row.etag, write: lsn * 1_000 + place };
  return { container, partition, id, etag: kept.etag ?? '', body: JSON.stringify(kept.body ?? kept), engine };
}

/** Resource ids count up in their bytes, from the end. */
function backwards(rid: string): string {
  return Buffer.from(rid.replaceAll('-', '/'), 'base64').reverse().toString('hex');
}

/** Reads a copy, for opening a database rewrites it. */
function fromCopy(path: string, read: (copy: Sqlite.Database) => readonly Paper[]): readonly Paper[] {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-copy-'));
  const copy = join(folder, 'copy.db');
  copyFileSync(path, copy);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  const database = new Sqlite(copy);
  try {
    return read(database);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
