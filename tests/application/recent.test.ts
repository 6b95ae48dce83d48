import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { remember, type Remembered } from '@plumbline/shared/application/recent';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import { makeId } from '@plumbline/shared/kernel/ids';
import { SECOND } from '@plumbline/shared/kernel/instant';

const PLACE = { container: 'core', partition: 't|acme|m|meeting_1' } as const;
const ADDRESS = { place: PLACE, id: 'participants|1' };

let engine: DocumentStore;
let now = 0;
let reads = 0;

/** A list of participants, which is the shortest of what is remembered. */
function list(person: string, id = ADDRESS.id) {
  return { id, schema: 1, body: { people: [makeId('person', person)] } };
}

/** Who is on the list that is remembered. */
async function recalled({ recent }: Remembered): Promise<readonly string[] | null> {
  return (await recent.participants(ADDRESS))?.value.people ?? null;
}

beforeEach(() => {
  const kept = openSqliteStore({ path: ':memory:' });
  now = 0;
  reads = 0;
  engine = {
    ...kept,
    read(place, id) {
      reads += 1;
      return kept.read(place, id);
    },
    list(place, query) {
      reads += 1;
      return kept.list(place, query);
    },
  };
});
afterEach(async () => {
  await engine.close();
});

function remembered(over: Partial<DocumentStore> = {}): Remembered {
  return remember({ ...engine, ...over }, () => now);
}

describe('ST2 what was read a moment ago', () => {
  it('is read once for however many ask, and again after every change', async () => {
    const memory = remembered();
    const { store } = memory;
    await store.put(PLACE, list('first'));
    const asked = await Promise.all(Array.from({ length: 50 }, () => recalled(memory)));
    expect(new Set(asked.flat())).toEqual(new Set(['person_first']));
    expect(reads).toBe(1);
    await store.put(PLACE, list('second'));
    expect(await recalled(memory)).toEqual(['person_second']);
    expect(reads).toBe(2);
    await store.delete(PLACE, ADDRESS.id);
    expect(await recalled(memory)).toBeNull();
  });

  it('is read again after a change that another process tells of', async () => {
    const memory = remembered();
    await engine.put(PLACE, list('first'));
    expect(await recalled(memory)).toEqual(['person_first']);
    await engine.put(PLACE, list('second'));
    expect(await recalled(memory)).toEqual(['person_second']);
  });

  it.each([
    ['a put', (store: DocumentStore) => store.put(PLACE, list('second'))],
    ['a batch', (store: DocumentStore) => store.batch(PLACE, [{ type: 'put', document: list('second') }])],
  ])('is read again after %s of its own, also when nobody is told of it', async (_, write) => {
    const memory = remembered({ watch: () => () => undefined });
    await memory.store.put(PLACE, list('first'));
    expect(await recalled(memory)).toEqual(['person_first']);
    await write(memory.store);
    expect(await recalled(memory)).toEqual(['person_second']);
  });

  it('is read again after a write of which nobody knows what became of it', async () => {
    const memory = remembered({
      watch: () => () => undefined,
      async replace(...asked) {
        await engine.replace(...asked);
        throw new Error('no answer');
      },
    });
    const { etag } = await memory.store.put(PLACE, list('first'));
    expect(await recalled(memory)).toEqual(['person_first']);
    await expect(memory.store.replace(PLACE, list('second'), etag)).rejects.toThrow('no answer');
    expect(await recalled(memory)).toEqual(['person_second']);
  });

  it('is not remembered when it was not there, or could not be read', async () => {
    let isBroken = true;
    const memory = remembered({
      watch: () => () => undefined,
      read: (place, id) => (isBroken ? Promise.reject(new Error('broken')) : engine.read(place, id)),
    });
    await expect(recalled(memory)).rejects.toThrow('broken');
    isBroken = false;
    expect(await recalled(memory)).toBeNull();
    await engine.put(PLACE, list('there'));
    expect(await recalled(memory)).toEqual(['person_there']);
  });

  it('is never older than a change that was told while it was being read', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const memory = remembered({
      async read(place, id) {
        const before = await engine.read(place, id);
        await held;
        return before;
      },
    });
    await memory.store.put(PLACE, list('old'));
    const overtaken = recalled(memory);
    await memory.store.put(PLACE, list('new'));
    release();
    expect(await overtaken).toEqual(['person_old']);
    expect(await recalled(memory)).toEqual(['person_new']);
  });

  it('is never older than ten seconds, also when changes are not told', async () => {
    const memory = remembered({ watch: () => () => undefined });
    await engine.put(PLACE, list('first'));
    expect(await recalled(memory)).toEqual(['person_first']);
    await engine.put(PLACE, list('second'));
    now = 10 * SECOND;
    expect(await recalled(memory)).toEqual(['person_first']);
    now += 1;
    expect(await recalled(memory)).toEqual(['person_second']);
  });

  it('is read again when another process has seen more than was told here', async () => {
    const memory = remembered({ watch: () => () => undefined, catchUp: (seen) => seen === 'news' });
    await engine.put(PLACE, list('first'));
    expect(await recalled(memory)).toEqual(['person_first']);
    await engine.put(PLACE, list('second'));
    expect(memory.store.catchUp('old')).toBe(false);
    expect(await recalled(memory)).toEqual(['person_first']);
    expect(memory.store.catchUp('news')).toBe(true);
    expect(await recalled(memory)).toEqual(['person_second']);
  });

  it('is all of a place at once where that is asked for, until anything in it changes', async () => {
    const { store, recent } = remembered();
    const ids = async () => (await recent.folder(PLACE)).map(({ id }) => id);
    await store.put(PLACE, list('one', 'a'));
    expect([await ids(), await ids()]).toEqual([['a'], ['a']]);
    expect(reads).toBe(1);
    await store.put({ ...PLACE, partition: 'elsewhere' }, list('one', 'b'));
    expect(await ids()).toEqual(['a']);
    expect(reads).toBe(1);
    await store.put(PLACE, list('two', 'c'));
    expect(await ids()).toEqual(['a', 'c']);
  });

  it('cannot be asked of ballots, whose changes nobody is told of', () => {
    const { recent } = remembered();
    const place = { container: 'ballots', partition: 't|acme|r|round_1|0' } as const;
    expect(() => recent.participants({ place, id: 'b|1' })).toThrow('Bug:');
    expect(() => recent.folder(place)).toThrow('Bug:');
  });

  it('forgets the oldest when it knows many', async () => {
    const { store, recent } = remembered();
    const many = Array.from({ length: 600 }, (_, n) => ({ place: PLACE, id: `participants|${n}` }));
    for (const { id } of many) await store.put(PLACE, list('kept', id));
    for (const address of many) await recent.participants(address);
    const last = many.at(-1);
    const first = many[0];
    if (!last || !first) throw new Error('there are many');
    await recent.participants(last);
    expect(reads).toBe(600);
    await recent.participants(first);
    expect(reads).toBe(601);
  });
});
