import { describe, expect, it } from '@jest/globals';
import { DAY } from '@plumbline/shared/kernel/instant';
import type { UndoRecord } from '../host/way-back.ts';
import { shelfInMemory, type Shelf } from './shelf.ts';
import { createUndoStore, UNDO_DAYS } from './undo-store.ts';

const START = Date.UTC(2026, 10, 26);

function record(id: string, at = START, characters = 10): UndoRecord {
  const old = { slide: 'x'.repeat(characters), tags: [] };
  const place = { id: `257#${id}`, position: 2 };
  return { deed: 'refresh', at, back: { id, place, kind: 'slide', old, after: 'mark', beside: null } };
}

function storeOn(device: Shelf<UndoRecord>, person = 'ruth', now = START) {
  return createUndoStore({ person, device, now: () => now });
}

const REFUSING: Shelf<UndoRecord> = {
  put: () => Promise.reject(new Error('no room')),
  all: () => Promise.reject(new Error('no database')),
  remove: () => Promise.reject(new Error('no database')),
};

const idsIn = async (store: ReturnType<typeof storeOn>) => (await store.list()).map(({ back }) => back.id);

describe('what can be undone', () => {
  it('OF93 outlives the pane, the newest first, until it is undone or forgotten', async () => {
    const device = shelfInMemory<UndoRecord>();
    const before = storeOn(device);
    expect(await before.keep(record('1'))).toBe(true);
    await before.keep(record('2', START + 1));
    const reopened = storeOn(device);
    expect(await reopened.list()).toEqual([record('2', START + 1), record('1')]);
    await reopened.drop('2');
    expect(await idsIn(storeOn(device))).toEqual(['1']);
    await reopened.clear();
    expect(await device.all()).toEqual([]);
  });

  it('OF93 is offered to nobody else, and goes from the device once somebody else looks', async () => {
    const device = shelfInMemory<UndoRecord>();
    await storeOn(device).keep(record('1'));
    expect(await idsIn(storeOn(device, 'maya'))).toEqual([]);
    expect(await device.all()).toEqual([]);
  });

  it('OF93 goes after seven days, and the oldest where it is too much', async () => {
    const device = shelfInMemory<UndoRecord>();
    const store = storeOn(device);
    await store.keep(record('old'));
    expect(await idsIn(storeOn(device, 'ruth', START + UNDO_DAYS * DAY))).toEqual(['old']);
    expect(await idsIn(storeOn(device, 'ruth', START + UNDO_DAYS * DAY + 1))).toEqual([]);
    expect(await device.all()).toEqual([]);
    for (let at = 1; at <= 120; at += 1) await store.keep(record(String(at), START + at));
    const left = await idsIn(storeOn(device));
    expect(left).toHaveLength(100);
    expect(left.at(-1)).toBe('21');
    await store.clear();
    await store.keep(record('large', START, 40_000_000));
    await store.keep(record('larger', START + 1, 40_000_000));
    expect(await idsIn(storeOn(device))).toEqual(['larger']);
  });

  it('OF93 is there for what was done last, however large it is, and is not crowded out by what goes', async () => {
    const own = shelfInMemory<UndoRecord>();
    const store = storeOn(own);
    await store.keep(record('small'));
    await store.keep(record('large', START + 1, 65_000_000));
    expect(await idsIn(store)).toEqual(['large']);
    const shared = shelfInMemory<UndoRecord>();
    await storeOn(shared).keep(record('small'));
    await storeOn(shared, 'maya').keep(record('foreign', START + 1, 65_000_000));
    expect(await idsIn(storeOn(shared))).toEqual(['small']);
  });

  it('OF93 is there as long as the pane where the device keeps nothing, and says so', async () => {
    const store = storeOn(REFUSING);
    expect(await store.keep(record('1'))).toBe(false);
    expect(await idsIn(store)).toEqual(['1']);
    await store.drop('1');
    expect(await idsIn(store)).toEqual([]);
    await store.keep(record('2'));
    await store.clear();
    expect(await idsIn(store)).toEqual([]);
  });

  it('OF93 tells who watches of what no list shows, until that is ended', async () => {
    const store = storeOn(shelfInMemory());
    let told = 0;
    const end = store.watch(() => (told += 1));
    await store.keep(record('1'));
    expect(told).toBe(0);
    await store.keep(record('2'), { isListed: false });
    expect(told).toBe(1);
    end();
    await store.keep(record('3'), { isListed: false });
    expect(told).toBe(1);
  });
});
