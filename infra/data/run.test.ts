import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { databaseIn } from '@plumbline/bot/open-ports';
import { openServiceSecret } from '@plumbline/bot/service-secret';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { run } from './run.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-data-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);

/** Runs a command on the data folder `data` and returns its exit code with what it said. */
async function data(...words: readonly string[]): Promise<readonly [number, string]> {
  let said = '';
  const screen = {
    write: (text: string) => {
      said += text;
    },
  };
  const code = await run(words, { env: { DATA_DIR: at('data') }, from: folder, out: screen, screen });
  return [code, said.replaceAll(folder, 'FOLDER')];
}

async function fill(text = 'first'): Promise<void> {
  const store = openSqliteStore({ path: databaseIn(at('data')) });
  await store.put({ container: 'core', partition: 'p' }, { id: 'a', schema: 1, body: { text } });
  await store.close();
  openServiceSecret(at('data'));
}

async function textIn(name: string): Promise<unknown> {
  const store = openSqliteStore({ path: databaseIn(at(name)) });
  const kept = await store.read({ container: 'core', partition: 'p' }, 'a');
  await store.close();
  return kept?.body['text'];
}

describe('npm run data', () => {
  it.each([
    [['backup'], 'backup needs the name of a new file'],
    [['restore'], 'restore needs the file of a backup'],
    [['move', '--from', 'sqlite'], 'move needs --from and --to, each sqlite, sqlite:FOLDER or cosmos'],
    [['verify', '--keys', 'k'], '--keys goes with backup and restore'],
    [['backup', 'a', 'b'], '"b" is one word too many'],
    [['offboard'], 'offboard needs the id of a tenant, a GUID'],
    [['offboard', 'contoso'], 'offboard needs the id of a tenant, a GUID'],
    [['verify', '--yes', 'x'], '--yes goes with offboard'],
    [['copy'], 'there is no "copy"'],
  ])('says of %j what is wrong and where to look', async (words, what) => {
    expect(await data(...words)).toEqual([1, `data: ${what}: npm run data -- --help lists what there is.\n`]);
  });

  it('tells what there is', async () => {
    const [code, said] = await data('--help');
    expect([code, said.slice(0, 24)]).toEqual([0, 'npm run data -- COMMAND\n']);
  });

  it('backs up, verifies and restores, with files for this user only', async () => {
    await fill();
    expect((await data('backup', 'one'))[0]).toBe(0);
    expect(['one', 'one.json', 'one.secret'].map((name) => (statSync(at(name)).mode & 0o777).toString(8))).toEqual([
      '600',
      '600',
      '600',
    ]);
    const [, ofStore] = await data('verify');
    const [, ofBackup] = await data('verify', 'one');
    expect(ofBackup).toBe(ofStore);
    expect(ofStore).toMatch(/^core +1 documents {2}[0-9a-f]{64}\n/);

    await fill('second');
    expect((await data('verify'))[1]).not.toBe(ofStore);
    const secret = readFileSync(at('data/service-secret'));
    writeFileSync(at('data/service-secret'), Buffer.alloc(32));
    const [code, said] = await data('restore', 'one');
    expect([code, said]).toEqual([0, expect.stringContaining('What was there before is kept as')]);
    expect(readFileSync(at('data/service-secret')).equals(secret)).toBe(true);
    expect(await textIn('data')).toBe('first');
  });

  it('backs nothing up over what is there, nor what is not', async () => {
    expect(await data('backup', 'one')).toEqual([
      1,
      'data: There is no database in FOLDER/data: say with DATA_DIR which folder the service uses.\n',
    ]);
    await fill();
    writeFileSync(at('one.json'), 'mine');
    const [code, said] = await data('backup', 'one');

    expect([code, said]).toEqual([
      1,
      'data: FOLDER/one.json is there already: choose a name that is free, or move it away.\n',
    ]);
    expect([existsSync(at('one')), readFileSync(at('one.json'), 'utf8')]).toEqual([false, 'mine']);
  });

  it('restores nothing that is damaged, changed, foreign or of another backup, and leaves what is there', async () => {
    await fill();
    await data('backup', 'one');
    const whole = { database: readFileSync(at('one')), manifest: readFileSync(at('one.json'), 'utf8') };
    await fill('second');
    await data('backup', 'two');
    const attempts = [
      ['one', Buffer.from('Dear diary '.repeat(500)), 'is damaged'],
      ['one', whole.database.subarray(0, 5_000), 'is damaged'],
      ['one', readFileSync(at('two')), 'does not hold what its manifest says (core)'],
      ['one.json', whole.manifest.replace('"backup": 1', '"backup": 2'), 'is no manifest that this version reads'],
      ['one.json', '{', 'is no manifest that this version reads'],
      ['one.secret', Buffer.alloc(32), 'is not the secret of this backup'],
    ] as const;
    for (const [name, bytes, sentence] of attempts) {
      const before = readFileSync(at(name));
      writeFileSync(at(name), bytes);
      const [code, said] = await data('restore', 'one');
      writeFileSync(at(name), before);
      expect([code, said]).toEqual([1, expect.stringContaining(sentence)]);
    }
    expect(await textIn('data')).toBe('second');
    expect((await data('restore', 'one'))[0]).toBe(0);
    expect(await textIn('data')).toBe('first');
  });

  it('finishes a restore that was cut short, and lets no service start before', async () => {
    await fill();
    await data('backup', 'one');
    // As if it had been killed after the database had its place: the secret has not.
    rmSync(at('data/service-secret'));
    mkdirSync(at('data/service-secret'));
    expect((await data('restore', 'one'))[0]).toBe(1);
    expect(() => openSqliteStore({ path: databaseIn(at('data')) })).toThrow(
      'A restore into this folder was cut short: run "npm run data -- restore" again, with the same backup.',
    );
    rmSync(at('data/service-secret'), { recursive: true });
    expect((await data('restore', 'one'))[0]).toBe(0);
    expect(await textIn('data')).toBe('first');
  });
});
