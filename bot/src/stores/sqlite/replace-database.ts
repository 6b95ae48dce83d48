import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { flush } from './copy-database.ts';
import { holdDatabase, markUnfinished } from './open-database.ts';
import { engineCodeOf } from './read-database.ts';

export interface Replacement {
  /** The database that a service uses. */
  readonly path: string;
  /** The one that takes its place; it stays where it is. */
  readonly by: string;
  /** Where the replaced one is kept, beside it; nothing is kept when there was none. */
  readonly aside: string;
  /** Replaces what belongs to the database; done while no service can start. */
  readonly along: () => Promise<void>;
}

/**
 * Puts another database in the place of one that no process uses, and keeps the old one. A service can start with the old
 * or with the new one whole, and not at all when this was cut short: done again, it is finished. Throws a sentence when a
 * service runs.
 */
export async function replaceDatabase({ path, by, aside, along }: Replacement): Promise<void> {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = holdDatabase(path);
  try {
    const finished = markUnfinished(
      path,
      'A restore into this folder was cut short: run "npm run data -- restore" again, with the same backup.',
    );
    const incoming = `${path}.incoming`;
    rmSync(incoming, { force: true });
    copyFileSync(by, incoming);
    chmodSync(incoming, 0o600);
    flush(incoming);
    putAside(path, aside);
    // A log of the old database beside the new one would be taken for the new one's.
    for (const end of ['-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
    flush(folder);
    renameSync(incoming, path);
    await along();
    flush(folder);
    finished();
  } finally {
    release();
  }
}

/** Gives the old database a second name; until the new one has its place, it also keeps its own. */
function putAside(path: string, aside: string): void {
  if (!existsSync(path)) return;
  foldIn(path);
  linkSync(path, aside);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${aside}-wal`);
}

/** Writes the log into the database. One that is damaged is kept as it is, with its log. */
function foldIn(path: string): void {
  const database = new Sqlite(path, { timeout: 5_000 });
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (fault) {
    const code = engineCodeOf(fault);
    if (code === '' || code.startsWith('SQLITE_BUSY')) throw fault;
  } finally {
    database.close();
  }
}
