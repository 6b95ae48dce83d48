import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { openDatabase, withoutFlush } from './open-database.ts';

const PLMB = 0x504c4d42;

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-open-'));
  path = join(folder, 'data', 'plumbline.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The sentence with which opening is refused. */
function refusal(target = path): string {
  try {
    openDatabase({ path: target, wait: 50 }).close();
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'not an Error';
  }
  return 'opened';
}

function modeOf(target: string): string {
  return (statSync(target).mode & 0o777).toString(8);
}

describe('opening the database', () => {
  it('flushes every commit to the disk, erases what is deleted, and lets others look but not in', () => {
    const database = openDatabase({ path });
    const settings = [
      'journal_mode',
      'synchronous',
      'secure_delete',
      'locking_mode',
      'owner.locking_mode',
      'temp_store',
    ].map((name) => database.pragma(name, { simple: true }));
    database.exec("INSERT INTO documents VALUES ('core', 'p', 'id', 1, 'etag', '{}', NULL)");
    const reader = new Sqlite(path, { readonly: true });
    const seen = reader.prepare('SELECT id FROM documents').pluck().all();
    reader.close();
    database.close();

    expect(settings).toEqual(['wal', 2, 1, 'normal', 'exclusive', 2]);
    expect(seen).toEqual(['id']);
  });

  it('ST1 leaves out one flush, and no more, also where the change fails', () => {
    const database = openDatabase({ path });
    const flushes = () => Number(database.pragma('synchronous', { simple: true }));
    const during = withoutFlush(database, flushes);
    const after = flushes();
    const failing = () => {
      throw new Error('as asked');
    };
    expect(() => withoutFlush(database, failing)).toThrow('as asked');
    const afterFailure = flushes();
    database.close();

    expect([during, after, afterFailure]).toEqual([1, 2, 2]);
  });

  it('makes the folder and files for this user only', () => {
    const database = openDatabase({ path });
    database.exec("INSERT INTO documents VALUES ('core', 'p', 'id', 1, 'etag', '{}', NULL)");
    const modes = [dirname(path), path, `${path}-wal`, `${path}-shm`, `${path}.lock`].map(modeOf);
    database.close();

    expect(modes).toEqual(['700', '600', '600', '600', '600']);
  });

  it('takes from others the right to read a file that they had, and leaves a folder that was there', () => {
    openDatabase({ path: join(folder, 'plumbline.db') }).close();
    const mine = modeOf(folder);
    writeFileSync(join(folder, 'open.db'), '', { mode: 0o644 });
    openDatabase({ path: join(folder, 'open.db') }).close();

    expect([mine, modeOf(folder), modeOf(join(folder, 'open.db'))]).toEqual(['700', '700', '600']);
  });

  it('keeps neither a row number nor the time of a write', () => {
    const database = openDatabase({ path });
    const columns = database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all('documents');

    expect(columns).toEqual(['container', 'partition', 'id', 'schema', 'etag', 'body', 'expires']);
    expect(() => database.prepare('SELECT rowid FROM documents')).toThrow('no such column: rowid');
    database.close();
  });

  it('says which process must stop when the file is in use', () => {
    const first = openDatabase({ path });
    const sentence = refusal();
    first.close();

    expect(sentence).toBe(
      `${path} is in use by another process: stop that one, or give this one a folder of its own with DATA_DIR.`,
    );
    expect(refusal()).toBe('opened');
  });

  it('waits for a process that is about to leave', () => {
    const first = openDatabase({ path });
    const from = performance.now();
    expect(() => openDatabase({ path, wait: 300 })).toThrow('in use by another process');
    expect(performance.now() - from).toBeGreaterThan(250);
    first.close();
  });

  it('refuses the database of another program and leaves it as it was', () => {
    const foreign = join(folder, 'foreign.db');
    const other = new Sqlite(foreign);
    other.exec('CREATE TABLE songs (title TEXT)');
    other.close();
    const before = readFileSync(foreign);
    const mode = modeOf(foreign);

    expect(refusal(foreign)).toBe(
      `${foreign} is a database of another program: set DATA_DIR to a folder of Plumbline's own.`,
    );
    expect(readFileSync(foreign).equals(before)).toBe(true);
    expect(modeOf(foreign)).toBe(mode);
  });

  it('refuses what a newer Plumbline wrote and leaves it as it was', () => {
    const newer = openDatabase({ path });
    newer.pragma('user_version = 4');
    newer.close();
    const before = readFileSync(path);

    expect(refusal()).toBe(
      `${path} was written by a newer Plumbline (form 4, this one reads 3): start the newer version, ` +
        'or put back a backup from before the update.',
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('brings a file of the first form up to this one, with all that is in it', () => {
    mkdirSync(dirname(path));
    const first = new Sqlite(path);
    first.exec(`CREATE TABLE documents (
      container TEXT NOT NULL, partition TEXT NOT NULL, id TEXT NOT NULL, schema INTEGER NOT NULL, etag TEXT NOT NULL,
      body TEXT NOT NULL, PRIMARY KEY (container, partition, id)) STRICT, WITHOUT ROWID`);
    first.exec(`INSERT INTO documents VALUES ('core', 'p', 'a', 1, 'etag', '{"n":1}')`);
    first.pragma(`application_id = ${PLMB}`);
    first.pragma('user_version = 1');
    first.close();
    for (let time = 0; time < 2; time += 1) {
      const database = openDatabase({ path });
      const rows = database.prepare('SELECT * FROM documents').all();
      const form = database.pragma('user_version', { simple: true });
      database.close();

      expect(rows).toEqual([
        { container: 'core', partition: 'p', id: 'a', schema: 1, etag: 'etag', body: '{"n":1}', expires: null },
      ]);
      expect(form).toBe(3);
    }
  });

  it('refuses a file that is no database', () => {
    mkdirSync(dirname(path));
    writeFileSync(path, 'Dear diary, today I was not a database at all.\n'.repeat(100));

    expect(refusal()).toMatch(/plumbline\.db is damaged \(.+\): put back a backup, or move the file away/);
  });

  it('refuses a database with a damaged page', () => {
    const whole = openDatabase({ path });
    const add = whole.prepare("INSERT INTO documents VALUES ('core', 'p', ?, 1, 'etag', ?, NULL)");
    for (let n = 0; n < 200; n += 1) add.run(`id ${n}`, JSON.stringify({ text: 'x'.repeat(500) }));
    whole.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096 * 5, 4096 * 6);
    writeFileSync(path, bytes);

    expect(refusal()).toMatch(/plumbline\.db is damaged \(.+\): put back a backup, or move the file away/);
  });

  it('says what to do when the folder cannot be made or the file is a folder', () => {
    writeFileSync(join(folder, 'data'), 'a file where the folder should be');
    const next = `give this user the right to write in ${dirname(path)} and check that the disk has room`;
    expect(refusal()).toContain(next);
    expect(refusal()).toMatch(/cannot be opened for writing \((EEXIST|ENOTDIR)/);

    mkdirSync(join(folder, 'folder.db'));
    expect(refusal(join(folder, 'folder.db'))).toContain('cannot be opened for writing (SQLITE_CANTOPEN');
  });

  it('begins with an empty database when it was stopped before the tables were made', () => {
    mkdirSync(dirname(path));
    const begun = new Sqlite(path);
    begun.pragma('journal_mode = WAL');
    begun.close();

    expect(refusal()).toBe('opened');
  });
});
