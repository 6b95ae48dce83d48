import { setTimeout as wait } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';

/** How long to wait for somebody who reads an earlier moment, such as a backup. */
const PATIENCE = 60_000;
const BETWEEN_TRIES = 50;

/**
 * Writes the log into the database and cuts it to nothing. A reader of an earlier moment needs the log until it is done;
 * the service answers others meanwhile. Rejects when that takes a minute: whoever seals tries again.
 */
export async function emptyLog(database: Sqlite.Database): Promise<void> {
  for (let tries = 0; tries < PATIENCE / BETWEEN_TRIES; tries += 1) {
    if (isEmptiedNow(database)) return;
    await wait(BETWEEN_TRIES);
  }
  throw new Error('The write-ahead log could not be emptied for a minute: something reads the database all the time.');
}

/** Tries once: to wait inside the engine would hold up everybody. */
function isEmptiedNow(database: Sqlite.Database): boolean {
  const patience = Number(database.pragma('busy_timeout', { simple: true }));
  database.pragma('busy_timeout = 0');
  try {
    return database.prepare<[], number>('PRAGMA main.wal_checkpoint(TRUNCATE)').pluck().get() === 0;
  } finally {
    database.pragma(`busy_timeout = ${patience}`);
  }
}
