import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseIn } from '@plumbline/bot/open-ports';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { readDatabase } from '@plumbline/bot/stores/sqlite/read-database';
import { pagesOf, type Source } from '@plumbline/infra/data/contents';
import { run } from '@plumbline/infra/data/run';

const BACKUPS = 3;
const WRITER = fileURLToPath(new URL('./pair-writer.ts', import.meta.url));
const MAIN = fileURLToPath(new URL('../../../infra/data/main.ts', import.meta.url));

let folder = '';
let writer: ChildProcess;
let told = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-backup-'));
});

afterAll(() => {
  writer.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);

/** Runs a command on a data folder and returns its exit code with everything that it said. */
async function data(dataDir: string, words: readonly string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const screen = {
    write: (text: string) => {
      said += text;
    },
  };
  const code = await run(words, { env: { DATA_DIR: dataDir }, from: folder, out: screen, screen });
  return { code, said };
}

async function startWriter(dataDir: string): Promise<void> {
  told = '';
  writer = spawn(process.execPath, [WRITER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  writer.stdout?.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  await acknowledged(1);
}

async function stopWriter(): Promise<void> {
  writer.kill('SIGKILL');
  await once(writer, 'close');
}

/** Waits for so many acknowledged pairs and returns how many there are. */
async function acknowledged(count: number): Promise<number> {
  const soFar = () => told.split('\n').length - 1;
  while (soFar() < count) {
    if (writer.exitCode !== null) throw new Error('The writer has stopped by itself.');
    if (writer.stdout) await once(writer.stdout, 'data');
  }
  return soFar();
}

/** The version of each half of each pair. */
async function pairsIn(source: Source): Promise<ReadonlyMap<number, readonly unknown[]>> {
  const pairs = new Map<number, unknown[]>();
  for await (const page of pagesOf(source, 'ballots')) {
    for (const { document } of page.documents) {
      const n = Number(document.body['n']);
      pairs.set(n, [...(pairs.get(n) ?? []), document.body['version']]);
    }
  }
  return pairs;
}

function isTorn(halves: readonly unknown[]): boolean {
  return halves.length !== 2 || halves[0] !== halves[1];
}

describe('a backup of a service that is at work', () => {
  it('has everything that was acknowledged before it began, and no half of a batch', async () => {
    await startWriter(at('data'));
    for (let n = 0; n < BACKUPS; n += 1) {
      const before = await acknowledged(40 * (n + 1));
      const { code, said } = await data(at('data'), ['backup', `backup-${n}`]);
      expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('is a backup') });

      const reader = readDatabase(at(`backup-${n}`));
      const pairs = await pairsIn(reader);
      await reader.close();
      expect([...pairs.values()].filter(isTorn)).toEqual([]);
      const missed = Array.from({ length: before }, (_, pair) => pair).filter((pair) => pairs.get(pair)?.[0] !== 1);
      expect(missed).toEqual([]);
    }
    await acknowledged((await acknowledged(0)) + 5);
    for (const end of ['', '.json', '.secret']) expect(statSync(at(`backup-0${end}`)).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('is not restored into the folder while the service runs', async () => {
    const { code, said } = await data(at('data'), ['restore', 'backup-0']);

    expect(code).toBe(1);
    expect(said).toContain('is in use by another process: stop that one');
    await acknowledged((await acknowledged(0)) + 5);
  });

  it('is what the service goes on from once it was restored, and what was replaced is kept', async () => {
    await stopWriter();
    const after = openSqliteStore({ path: databaseIn(at('data')) });
    const replaced = (await pairsIn(after)).size;
    await after.close();
    const { code, said } = await data(at('data'), ['restore', 'backup-1']);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('is the backup of') });

    const backup = readDatabase(at('backup-1'));
    const pairs = await pairsIn(backup);
    await backup.close();
    const restored = openSqliteStore({ path: databaseIn(at('data')) });
    expect(await pairsIn(restored)).toEqual(pairs);
    await restored.close();
    const kept = readdirSync(at('data')).find((name) => name.startsWith('plumbline.db.replaced-'));
    const aside = readDatabase(at(`data/${kept ?? ''}`));
    expect((await pairsIn(aside)).size).toBe(replaced);
    await aside.close();
    expect(replaced).toBeGreaterThan(pairs.size);
    await startWriter(at('data'));
    await stopWriter();
  });

  it('leaves nothing that looks whole when it is killed on the way', async () => {
    for (let n = 0; n < 3; n += 1) {
      const killed = spawn(process.execPath, ['--conditions=plumbline:source', MAIN, 'backup', at(`killed-${n}`)], {
        env: { ...process.env, DATA_DIR: at('data') },
        stdio: 'ignore',
      });
      while (!readdirSync(folder).some((name) => name.startsWith(`killed-${n}`)) && killed.exitCode === null) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      killed.kill('SIGKILL');
      if (killed.signalCode === null && killed.exitCode === null) await once(killed, 'close');
      if (existsSync(at(`killed-${n}.json`))) continue;
      const { code, said } = await data(at('elsewhere'), ['restore', `killed-${n}`]);
      expect(code).toBe(1);
      expect(said).toContain('was never finished');
    }
    expect((await data(at('data'), ['backup', 'killed-and-done'])).code).toBe(0);
  });
});
