import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import type { DocumentStore, Place } from '@plumbline/shared/application/ports/document-store';
import { documentStoreContract } from '@plumbline/shared/testing/document-store.contract';
import { readDatabase } from './read-database.ts';
import { openSqliteStore } from './sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-sqlite-'));
const pathOf = new WeakMap<DocumentStore, string>();
let files = 0;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function openFile(path: string): DocumentStore {
  const store = openSqliteStore({ path });
  pathOf.set(store, path);
  return store;
}

function newPath(): string {
  files += 1;
  return join(folder, String(files), 'plumbline.db');
}

documentStoreContract('SQLite in a file', {
  open: () => Promise.resolve(openFile(newPath())),
  async reopen(store) {
    await store.close();
    return openFile(pathOf.get(store) ?? '');
  },
});

documentStoreContract('SQLite in memory', {
  open: () => Promise.resolve(openSqliteStore({ path: ':memory:' })),
  reopen: null,
});

describe('what a write outlives', () => {
  it('ST1 waits for the disk but where a restart is enough, which it outlives', async () => {
    const path = newPath();
    const store = openSqliteStore({ path });
    const place: Place = { container: 'private', partition: 't|acme|turns' };
    const changes = jest.spyOn(Sqlite.prototype, 'pragma');
    const waits = async (write: () => Promise<unknown>) => {
      changes.mockClear();
      await write();
      return !changes.mock.calls.some(([change]) => change === 'main.synchronous = NORMAL');
    };
    const kept = { id: 'kept', schema: 1, body: { n: 1 } };
    const passing = { id: 'passing', schema: 1, body: { n: 1 }, survives: 'restart' } as const;
    const waited = [
      await waits(() => store.create(place, kept)),
      await waits(() => store.put(place, kept)),
      await waits(async () => store.replace(place, kept, (await store.read(place, 'kept'))?.etag ?? '')),
      await waits(() => store.create(place, passing)),
      await waits(() => store.put(place, passing)),
      await waits(async () => store.replace(place, passing, (await store.read(place, 'passing'))?.etag ?? '')),
      await waits(() => store.batch(place, [{ type: 'put', document: passing }])),
    ];
    changes.mockRestore();
    const reader = readDatabase(path);
    const { documents } = await reader.scan('private', { after: null, limit: 10 });
    await reader.close();
    await store.close();

    expect(waited).toEqual([true, true, true, false, false, false, true]);
    expect(documents.map(({ document }) => document.id)).toEqual(['kept', 'passing']);
  });
});

describe('what a look at the file tells', () => {
  const ballots: Place = { container: 'ballots', partition: 't|acme|r|round_1|0' };
  const core: Place = { container: 'core', partition: 't|acme|m|meeting_1' };

  /** The bytes of the database, its log and whatever else the engine left, as one text. */
  function bytesOf(path: string): string {
    const parent = join(path, '..');
    return readdirSync(parent)
      .map((name) => readFileSync(join(parent, name), 'latin1'))
      .join('');
  }

  // With 240 and 300 ballots, secure_delete without a rebuild of the file left pieces of them in the gaps of pages.
  it.each([
    { count: 60, rebuildUpTo: 16_000_000 },
    { count: 240, rebuildUpTo: 16_000_000 },
    { count: 300, rebuildUpTo: 16_000_000 },
    { count: 60, rebuildUpTo: 0 },
    { count: 240, rebuildUpTo: 0 },
    { count: 300, rebuildUpTo: 0 },
  ])('holds nothing of deleted ballots once it was scrubbed: %j', async ({ count, rebuildUpTo }) => {
    const path = newPath();
    const store = openSqliteStore({ path, rebuildUpTo });
    for (let n = 0; n < count; n += 1) {
      const id = `original-${((n * 7919) % count).toString(36)}`;
      await store.put(ballots, { id, schema: 1, body: { answer: 'first thought '.repeat(1 + (n % 40)) } });
      await store.put(core, { id: `kept-${n}`, schema: 1, body: { text: 'kept' } });
      if (n % 3 === 0) await store.put(ballots, { id, schema: 1, body: { answer: 'second thought' } });
    }
    const words = ['original-', 'thought', 'rewritten-'];
    const before = bytesOf(path);
    expect(words.filter((word) => before.includes(word))).toEqual(['original-', 'thought']);

    const { documents } = await store.list(ballots, { prefix: '', limit: 1_000 });
    for (const { id } of documents) {
      await store.batch(ballots, [
        { type: 'create', document: { id: `rewritten-${id.slice(9)}`, schema: 1, body: { answer: 'shuffled' } } },
        { type: 'delete', id },
      ]);
    }
    await store.scrub([ballots, core]);
    const left = bytesOf(path);
    await store.close();

    expect(documents).toHaveLength(count);
    expect(words.filter((word) => left.includes(word))).toEqual(['rewritten-']);
  });

  it('scrubs a place again that was written to after it was scrubbed, and what an older form left', async () => {
    const path = newPath();
    let store = openSqliteStore({ path, rebuildUpTo: 0 });
    for (const word of ['first thought', 'second thought', 'third thought']) {
      for (let n = 0; n < 240; n += 1) {
        await store.put(ballots, { id: `${(n * 7919) % 240}`, schema: 1, body: { answer: word.repeat(1 + (n % 40)) } });
      }
      await store.put(ballots, { id: 'kept', schema: 1, body: {} });
      for (let n = 0; n < 240; n += 1) await store.delete(ballots, `${n}`);
      await store.scrub([ballots]);
      expect(bytesOf(path).includes('thought')).toBe(false);
      await store.close();
      store = openSqliteStore({ path, rebuildUpTo: 0 });
    }
    expect(await store.count(ballots, { prefix: '' })).toBe(1);
    await store.close();
  });

  it('holds not even the name of a place that was emptied, once it was scrubbed', async () => {
    const path = newPath();
    const store = openSqliteStore({ path, rebuildUpTo: 0 });
    const settled: Place = { container: 'ballots', partition: 't|acme|r|round_2|0' };
    for (const place of [ballots, settled, core]) await store.put(place, { id: 'a', schema: 1, body: {} });
    await store.scrub([settled]);
    for (const place of [ballots, settled]) await store.delete(place, 'a');
    await store.scrub([ballots, settled]);
    const named = [ballots, settled, core].filter(({ partition }) => bytesOf(path).includes(partition));
    await store.close();

    expect(named).toEqual([core]);
  });

  it('scrubs one place without a look at the others', async () => {
    const path = newPath();
    const store = openSqliteStore({ path, rebuildUpTo: 0 });
    await store.put(core, { id: 'large', schema: 1, body: { text: 'x'.repeat(500_000) } });
    await store.put(ballots, { id: 'a', schema: 1, body: { answer: 'first thought' } });
    await store.scrub([ballots]);
    await store.put(core, { id: 'large', schema: 1, body: {} });
    await store.put(core, { id: 'other', schema: 1, body: {} });
    await store.scrub([ballots, { container: 'ballots', partition: 'never used' }]);
    await store.close();

    // A rebuilt file would have given the room back.
    expect(bytesOf(path).length).toBeGreaterThan(500_000);
  });

  it('waits with a scrub for whoever reads an earlier moment, and takes writes meanwhile', async () => {
    const path = newPath();
    const store = openFile(path);
    await store.put(ballots, { id: 'a', schema: 1, body: { answer: 'first thought' } });
    const reader = readDatabase(path);
    await store.delete(ballots, 'a');
    let isDone = false;
    const scrubbed = store.scrub().then(() => {
      isDone = true;
    });
    await store.put(ballots, { id: 'b', schema: 1, body: { answer: 'meanwhile' } });
    const wasDone = isDone;
    const seen = (await reader.scan('ballots', { after: null, limit: 10 })).documents.map(
      ({ document }) => document.id,
    );
    await reader.close();
    await scrubbed;
    const left = bytesOf(path);
    await store.close();

    expect([wasDone, seen]).toEqual([false, ['a']]);
    expect(['thought', 'meanwhile'].filter((word) => left.includes(word))).toEqual(['meanwhile']);
  });

  it('gives etags that tell no order: random from their first letter on', async () => {
    const store = openSqliteStore({ path: ':memory:' });
    const etags: string[] = [];
    for (let n = 0; n < 200; n += 1) etags.push((await store.put(ballots, { id: 'a', schema: 1, body: {} })).etag);
    await store.close();

    expect(etags.filter((etag) => !/^[\w-]{16}$/.test(etag))).toEqual([]);
    expect(new Set(etags.map((etag) => etag.slice(0, 8))).size).toBe(200);
    expect(new Set(etags.map((etag) => etag.slice(8))).size).toBe(200);
    const rises = etags.filter((etag, n) => n > 0 && etag > (etags[n - 1] ?? '')).length;
    // 100 are expected with a deviation of 4; a counter has 199.
    expect(rises).toBeGreaterThan(60);
    expect(rises).toBeLessThan(140);
  });
});
