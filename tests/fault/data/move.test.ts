import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseIn } from '@plumbline/bot/open-ports';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { readDatabase } from '@plumbline/bot/stores/sqlite/read-database';
import { CONTAINERS, contentsOf, type Contents } from '@plumbline/infra/data/contents';

const KILLS = 10;
/** So much that ten moves, each killed as soon as it has copied anything, are far from done. */
const PARTITIONS = 10;
const EACH = 200;
const MAIN = fileURLToPath(new URL('../../../infra/data/main.ts', import.meta.url));

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-move-'));
  const store = openSqliteStore({ path: databaseIn(at('here')) });
  for (const container of CONTAINERS) {
    for (let partition = 0; partition < PARTITIONS; partition += 1) {
      const ids = Array.from({ length: EACH }, (_, n) => n);
      for (let from = 0; from < EACH; from += 60) {
        await store.batch(
          { container, partition: `t|acme|${partition}` },
          ids.slice(from, from + 60).map((n) => {
            const document = { id: `d|${n}`, schema: 1 + (n % 2), body: { n, text: 'ä'.repeat(n * 20) } };
            return { type: 'put', document: n % 10 === 0 ? { ...document, lifetime: 86_400 } : document } as const;
          }),
        );
      }
    }
  }
  await store.close();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);

/** Moves in a process of its own, which is killed as soon as it says so; resolves to its exit code and what it said. */
async function move(ends: {
  from: string;
  to: string;
  killAt?: string;
}): Promise<{ code: number | null; said: string }> {
  const words = ['move', '--from', ends.from, '--to', ends.to];
  const child = spawn(process.execPath, ['--conditions=plumbline:source', MAIN, ...words], {
    env: { ...process.env, DATA_DIR: at('here'), INIT_CWD: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (ends.killAt !== undefined && said.includes(ends.killAt)) child.kill('SIGKILL');
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

async function contentsIn(name: string): Promise<Contents> {
  const reader = readDatabase(databaseIn(at(name)));
  const contents = await contentsOf(reader);
  await reader.close();
  return contents;
}

describe('a move from one store to another', () => {
  it(`goes on where it was after ${KILLS} kills, and nobody can use what is half moved`, async () => {
    let kills = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { code } = await move({ from: 'sqlite', to: 'sqlite:there', killAt: 'copied' });
      if (code === null) kills += 1;
      expect(() => openSqliteStore({ path: databaseIn(at('there')) })).toThrow('A move into this folder was cut short');
      expect(existsSync(at('here/move-progress.json'))).toBe(true);
    }
    expect(kills).toBe(KILLS);
    const other = await move({ from: 'sqlite', to: 'sqlite:elsewhere' });
    expect([other.code, other.said]).toEqual([
      1,
      expect.stringContaining('was cut short: finish it with the same command'),
    ]);

    const { code, said } = await move({ from: 'sqlite', to: 'sqlite:there' });
    expect([code, said]).toEqual([0, expect.stringContaining('the same as in')]);
    const all = PARTITIONS * EACH;
    expect(await contentsIn('there')).toEqual(await contentsIn('here'));
    expect((await contentsIn('there')).ballots).toMatchObject({ documents: all * 0.9, passing: all * 0.1 });
    expect(existsSync(at('here/move-progress.json'))).toBe(false);
    await openSqliteStore({ path: databaseIn(at('there')) }).close();
  });

  it('leads back as well', async () => {
    const { code } = await move({ from: 'sqlite:there', to: 'sqlite:back' });

    expect(code).toBe(0);
    expect(await contentsIn('back')).toEqual(await contentsIn('here'));
  });

  it('is refused into a store that has something, and between stores that are one', async () => {
    const full = await move({ from: 'sqlite', to: 'sqlite:there' });
    const same = await move({ from: 'sqlite', to: 'sqlite:here' });

    expect([full.code, full.said]).toEqual([1, expect.stringContaining('is not empty: move into a store that is')]);
    expect([same.code, same.said]).toEqual([1, 'data: Both ends of the move are the same store: name two.\n']);
    await openSqliteStore({ path: databaseIn(at('there')) }).close();
  });

  it('is refused while a service runs on either end', async () => {
    const service = openSqliteStore({ path: databaseIn(at('here')) });
    const { code, said } = await move({ from: 'sqlite', to: 'sqlite:fresh' });
    await service.close();

    expect([code, said]).toEqual([1, expect.stringContaining('is in use by another process: stop that one')]);
  });
});
