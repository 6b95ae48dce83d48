import { chmodSync, closeSync, fsyncSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { checkOrigin } from './open-database.ts';

/**
 * Writes a consistent, compact copy of a database into a new file that only this user can read. It reads one moment of the
 * database while the service writes on, and waits for nobody. Throws when the source cannot be read or the disk is full;
 * what was written until then is for the caller to remove.
 */
export function copyDatabase({ from, to }: { readonly from: string; readonly to: string }): void {
  // Made first, for the engine would make it readable by others.
  closeSync(openSync(to, 'wx', 0o600));
  const database = new Sqlite(from, { fileMustExist: true, timeout: 5_000 });
  try {
    if (checkOrigin(database, from) === 0) throw new Error(`${from} holds nothing yet: there is nothing to back up.`);
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
  chmodSync(to, 0o600);
  flush(to);
}

/** Makes what a file holds, or a folder lists, last through a power cut. Windows has no such call for folders. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } catch (fault) {
    if (process.platform !== 'win32') throw fault;
  } finally {
    closeSync(handle);
  }
}
