import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openRecall } from '@plumbline/shared/application/recent';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { records } from '@plumbline/shared/records/kinds';

const PLACE = { container: 'core', partition: 't|acme|m|meeting_1' } as const;
const ADDRESS = { place: PLACE, id: 'idem|1' };

let store: DocumentStore;
let reads = 0;

function entry(fingerprint: string) {
  return { id: ADDRESS.id, schema: 1, body: { fingerprint } };
}

beforeEach(() => {
  const kept = openSqliteStore({ path: ':memory:' });
  reads = 0;
  store = {
    ...kept,
    read(place, id) {
      reads += 1;
      return kept.read(place, id);
    },
  };
});
afterEach(async () => {
  await store.close();
});

describe('what was read a moment ago', () => {
  it('is read once for however many ask, and again after every change', async () => {
    const recent = openRecall(store, records.onceOnly);
    await store.put(PLACE, entry('first'));
    const asked = await Promise.all(Array.from({ length: 50 }, () => recent(ADDRESS)));
    expect(new Set(asked.map((kept) => kept?.value.fingerprint))).toEqual(new Set(['first']));
    expect(reads).toBe(1);
    const { etag } = await store.put(PLACE, entry('second'));
    expect(await recent(ADDRESS)).toEqual({ value: { fingerprint: 'second' }, etag });
    expect(reads).toBe(2);
    await store.delete(PLACE, ADDRESS.id);
    expect(await recent(ADDRESS)).toBeNull();
  });

  it('is not remembered when it was not there, or could not be read', async () => {
    let isBroken = true;
    const broken: DocumentStore = {
      ...store,
      read: (place, id) => (isBroken ? Promise.reject(new Error('broken')) : store.read(place, id)),
    };
    const recent = openRecall(broken, records.onceOnly);
    await expect(recent(ADDRESS)).rejects.toThrow('broken');
    isBroken = false;
    expect(await recent(ADDRESS)).toBeNull();
    await store.put(PLACE, entry('there'));
    expect((await recent(ADDRESS))?.value.fingerprint).toBe('there');
  });

  it('is never older than a change that was told while it was being read', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: DocumentStore = {
      ...store,
      async read(place, id) {
        const before = await store.read(place, id);
        await held;
        return before;
      },
    };
    const recent = openRecall(slow, records.onceOnly);
    await store.put(PLACE, entry('old'));
    const overtaken = recent(ADDRESS);
    await store.put(PLACE, entry('new'));
    release();
    expect((await overtaken)?.value.fingerprint).toBe('old');
    expect((await recent(ADDRESS))?.value.fingerprint).toBe('new');
  });

  it('cannot be asked of ballots, whose changes nobody is told of', () => {
    const recent = openRecall(store, records.onceOnly);
    const place = { container: 'ballots', partition: 't|acme|r|round_1|0' } as const;
    expect(() => recent({ place, id: 'b|1' })).toThrow('Bug:');
  });

  it('forgets the oldest when it knows many', async () => {
    const recent = openRecall(store, records.onceOnly);
    const many = Array.from({ length: 600 }, (_, n) => ({ place: PLACE, id: `idem|${n}` }));
    for (const { id } of many) await store.put(PLACE, { ...entry('kept'), id });
    for (const address of many) await recent(address);
    const last = many.at(-1);
    const first = many[0];
    if (!last || !first) throw new Error('there are many');
    await recent(last);
    expect(reads).toBe(600);
    await recent(first);
    expect(reads).toBe(601);
  });
});
