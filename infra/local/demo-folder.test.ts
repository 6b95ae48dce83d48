import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPorts } from '@plumbline/bot/open-ports';
import type { Engines } from '@plumbline/shared/application/use-case';
import { makeId } from '@plumbline/shared/kernel/ids';
import { startCosmosDouble } from './cosmos/cosmos-double.ts';
import { openWithDemo } from './demo-folder.ts';

const PLACE = { container: 'core', partition: 'test' } as const;
const ROUND = makeId('round', 'one');
let dataDir = '';

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'plumbline-demo-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

/** Leaves a document and a destroyed key behind, as sealing a meeting does, and then fails if it is told to. */
async function seed(ports: Engines, fails: boolean): Promise<void> {
  await ports.roundKeys.create(ROUND);
  const tag = await ports.roundKeys.authorTag(ROUND, { tenant: 't', person: 'p' });
  if (tag === null) throw new Error('The key of the round was destroyed before');
  await ports.roundKeys.destroy(ROUND);
  await ports.store.create(PLACE, { id: 'seeded', schema: 1, body: {} });
  if (!fails) return;
  await ports.store.close();
  throw new Error('killed');
}

const now = (): number => 0;

async function countOf(ports: Engines): Promise<number> {
  const count = await ports.store.count(PLACE, { prefix: '' });
  await ports.store.close();
  return count;
}

it('fills a new folder once', async () => {
  let times = 0;
  for (let start = 0; start < 2; start += 1) {
    const ports = await openWithDemo({
      dataDir,
      now,
      seed(each) {
        times += 1;
        return seed(each, false);
      },
    });
    expect(await countOf(ports)).toBe(1);
  }
  expect(times).toBe(1);
});

it('begins again in a folder that was left half full', async () => {
  await expect(openWithDemo({ dataDir, now, seed: (ports) => seed(ports, true) })).rejects.toThrow('killed');
  const ports = await openWithDemo({ dataDir, now, seed: (each) => seed(each, false) });
  expect(await countOf(ports)).toBe(1);
  expect(existsSync(join(dataDir, 'demo-begun'))).toBe(false);
});

it('leaves a database alone that was there before', async () => {
  const before = await openPorts({ dataDir, now });
  await before.store.create(PLACE, { id: 'mine', schema: 1, body: {} });
  await before.store.close();
  const ports = await openWithDemo({ dataDir, now, seed: () => Promise.reject(new Error('must not be called')) });
  expect(await countOf(ports)).toBe(1);
});

it('does the same with documents that are kept in Cosmos DB', async () => {
  const double = await startCosmosDouble();
  const { endpoint, key } = double;
  const folder = { dataDir, now, storage: { kind: 'cosmos', endpoint, key, database: 'demo', vault: null } } as const;
  await expect(openWithDemo({ ...folder, seed: (ports) => seed(ports, true) })).rejects.toThrow('killed');
  expect(await countOf(await openWithDemo({ ...folder, seed: (ports) => seed(ports, false) }))).toBe(1);
  const again = await openWithDemo({ ...folder, seed: () => Promise.reject(new Error('must not be called')) });
  expect(await countOf(again)).toBe(1);
  expect(existsSync(join(dataDir, 'demo-begun'))).toBe(false);
  expect(double.unknown).toEqual([]);
  await double.close();
});
