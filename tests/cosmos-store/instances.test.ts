import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openCosmosStore } from '@plumbline/bot/stores/cosmos/cosmos-store';
import type { DocumentStore, Place, StoreChange } from '@plumbline/shared/application/ports/document-store';
import { document, until, valueOf } from '@plumbline/shared/testing/document-store/subject';
import { MARK, makeDatabase, SESSION_KEY, type TestDatabase } from './database.ts';
import type { Exchange, OnItsWay } from './line.ts';

let database: TestDatabase;
let one: DocumentStore;
let other: DocumentStore;
let places = 0;
let core: Place;
let teams: Place;
let secret: Place;

beforeAll(async () => {
  database = await makeDatabase();
  one = await database.open();
  other = await database.open();
});

beforeEach(() => {
  places += 1;
  core = { container: 'core', partition: `meeting ${places}` };
  teams = { container: 'teams', partition: `team ${places}` };
  secret = { container: 'private', partition: `person ${places}` };
  database.line.fate = () => 'pass';
  database.double.faults.clear();
});

afterAll(async () => {
  await database.close();
});

/** What a store tells while something is done, until its feeds have told all of it. */
async function heardAt(store: DocumentStore, act: () => Promise<void>): Promise<StoreChange[]> {
  const heard: StoreChange[] = [];
  const stop = store.watch((change) => {
    heard.push(change);
  });
  await act();
  await database.fed('core');
  await database.fed('teams');
  stop();
  return heard.filter(({ place }) => place.partition !== MARK);
}

describe('two instances over one database', () => {
  it('see what the other wrote, and write on from there', async () => {
    const made = valueOf(await one.create(core, document('a', { n: 1 })));
    expect(await other.read(core, 'a')).toEqual(made);
    const changed = valueOf(await other.replace(core, document('a', { n: 2 }), made.etag));

    expect(await one.replace(core, document('a', { n: 3 }), made.etag)).toEqual({
      ok: false,
      error: { kind: 'store.stale' },
    });
    expect(await one.delete(core, 'a', changed.etag)).toEqual({ ok: true, value: null });
    expect(await other.replace(core, document('a'), changed.etag)).toMatchObject({ error: { kind: 'store.missing' } });
  });

  it('lose no increment between them', async () => {
    await one.put(core, document('counter', { n: 0 }));
    async function increment(store: DocumentStore): Promise<void> {
      for (;;) {
        const seen = await store.read(core, 'counter');
        const next = document('counter', { n: Number(seen?.body['n']) + 1 });
        if ((await store.replace(core, next, seen?.etag ?? '')).ok) return;
      }
    }
    await Promise.all(Array.from({ length: 16 }, (_, n) => increment(n % 2 === 0 ? one : other)));

    expect((await one.read(core, 'counter'))?.body).toEqual({ n: 16 });
  });

  it('tell each other of the last version of what changed, and of what is gone', async () => {
    await one.put(core, document('old'));
    await one.put(core, document('again', { n: 1 }));
    await database.fed('core');
    const heard = await heardAt(other, async () => {
      await one.put(core, document('a', { n: 1 }));
      await one.put(core, document('a', { n: 2 }));
      await one.put(teams, document('team'));
      valueOf(await one.delete(core, 'old'));
      valueOf(
        await one.batch(core, [
          { type: 'delete', id: 'again' },
          { type: 'create', document: document('again', { n: 2 }) },
          { type: 'put', document: document('passing') },
          { type: 'delete', id: 'passing' },
        ]),
      );
      await one.put(secret, document('secret'));
    });
    const last = new Map(heard.map(({ place, id, document: kept }) => [`${place.container} ${id}`, kept]));

    expect(last).toEqual(
      new Map([
        ['core a', await one.read(core, 'a')],
        ['teams team', await one.read(teams, 'team')],
        ['core old', null],
        ['core again', await one.read(core, 'again')],
        ['core passing', null],
      ]),
    );
  });

  it('tell their own writes once, though the feed brings them too', async () => {
    const heard = await heardAt(one, async () => {
      await one.put(core, document('a'));
      valueOf(await one.delete(core, 'a'));
    });

    expect(heard.map(({ id, document: kept }) => [id, kept === null])).toEqual([
      ['a', false],
      ['a', true],
    ]);
  });

  it('keep notes of deletes out of every answer', async () => {
    await one.put(core, document('a'));
    await one.put(core, document('b'));
    valueOf(await one.delete(core, 'a'));
    const note = database.line.exchanges
      .flatMap(({ request }) => request.batch ?? [])
      .findLast(({ resourceBody }) => resourceBody?.['gone'] !== undefined)?.resourceBody;
    const everything: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await other.scan('core', { after, limit: 50 });
      everything.push(...page.documents.map(({ document: kept }) => kept.id));
      after = page.next;
      if (after === null) break;
    }

    expect(note).toMatchObject({ gone: ['a'], ttl: 3_600, etag: expect.stringMatching(/^[\w-]{16}$/) });
    expect(await other.read(core, String(note?.['id']))).toBeNull();
    expect((await other.list(core, { prefix: '' })).documents.map(({ id }) => id)).toEqual(['b']);
    expect(await other.count(core, { prefix: '' })).toBe(1);
    expect(everything.filter((id) => id.startsWith('~'))).toEqual([]);
  });

  it('list and count over pages as short as the database likes', async () => {
    for (let n = 0; n < 12; n += 1) await one.put(core, document(`d${String(n).padStart(2, '0')}`));
    database.double.faults.pageDocuments = 5;
    const page = await other.list(core, { prefix: 'd', limit: 11 });

    expect([page.documents.length, page.next]).toEqual([11, 'd10']);
    expect(await other.list(core, { prefix: 'd', after: 'd10' })).toMatchObject({ next: null });
    expect(await other.count(core, { prefix: 'd' })).toBe(12);
  });
});

describe('an instance that is served by a replica which is behind', () => {
  beforeEach(() => {
    database.double.faults.lag = 1_000;
  });

  it('sees its own writes, and those of another once it has caught up with it', async () => {
    const kept = await one.put(secret, document('a', { n: 1 }));
    expect(await one.read(secret, 'a')).toEqual(kept);
    expect((await one.list(secret, { prefix: '' })).documents).toEqual([kept]);

    expect(await other.read(secret, 'a')).toBeNull();
    expect(await other.count(secret, { prefix: '' })).toBe(0);
    other.catchUp(one.seenUntil() ?? '');
    expect(await other.read(secret, 'a')).toEqual(kept);
    expect(await other.count(secret, { prefix: '' })).toBe(1);
  });

  it('ST2 says once that another has seen more than it was told of', async () => {
    await one.put(core, document('a'));
    const seen = one.seenUntil() ?? '';

    expect([other.catchUp(seen), other.catchUp(seen)]).toEqual([true, false]);
    await one.put(secret, document('a'));
    expect(other.catchUp(one.seenUntil() ?? '')).toBe(false);
  });

  it('can read what the feed told it', async () => {
    const reading: Promise<unknown>[] = [];
    const stop = other.watch(({ place, id }) => {
      if (place.partition === core.partition) reading.push(other.read(place, id));
    });
    database.double.faults.lag = 2;
    const kept = await one.put(core, document('a'));
    for (let n = 0; n < 2; n += 1) await one.put({ ...core, partition: 'elsewhere' }, document('later'));
    await until(other, () => reading.length > 0);
    stop();

    expect(await Promise.all(reading)).toEqual([kept]);
  });

  it('replaces and deletes a version that a person saw at another instance', async () => {
    const first = await one.put(secret, document('a', { n: 1 }));
    const second = valueOf(await other.replace(secret, document('a', { n: 2 }), first.etag));
    const third = valueOf(await one.replace(secret, document('a', { n: 3 }), second.etag));

    expect(await other.delete(secret, 'a', third.etag)).toEqual({ ok: true, value: null });
  });

  it('is told no lost answer was a failure, and writes nothing twice', async () => {
    const isWrite = ({ batch }: OnItsWay) => batch?.some(({ operationType }) => operationType !== 'Read') === true;
    const lose = (): void => {
      let left = 1;
      database.line.fate = (request) => (isWrite(request) && left-- > 0 ? 'unheard' : 'pass');
    };
    const from = database.line.exchanges.length;
    lose();
    const made = valueOf(await one.create(secret, document('a', { n: 1 })));
    lose();
    const put = await one.put(secret, document('a', { n: 2 }));
    lose();
    expect(await one.delete(secret, 'a', put.etag)).toEqual({ ok: true, value: null });

    expect(made.body).toEqual({ n: 1 });
    expect(database.line.exchanges.slice(from).filter(({ request }) => isWrite(request))).toHaveLength(3);
  });

  it('waits for a replica that is far enough instead of saying that nothing is there', async () => {
    const kept = await one.put(secret, document('a'));
    let left = 3;
    const notYet = { status: 404, headers: { 'x-ms-substatus': '1002' } };
    database.line.fate = ({ method, path }) =>
      method === 'GET' && path.includes('/private/') && left-- > 0 ? notYet : 'pass';

    expect(await one.read(secret, 'a')).toEqual(kept);
    expect(left).toBeLessThan(0);
  });
});

describe('an instance whose feed has told it everything', () => {
  it('ST2 has no news to catch up with', async () => {
    const own = await makeDatabase();
    const teller = await openCosmosStore({ ...own.account, endpoint: own.double.endpoint, sessionKey: SESSION_KEY });
    try {
      const told = await own.open();
      await teller.put(core, document('a'));
      const seen = teller.seenUntil() ?? '';
      await own.fed('core');
      // The next poll finds nothing, and the one after it begins once that was heard: no other store polls over this line.
      const from = own.line.exchanges.length;
      const isEmpty = ({ request, status }: Exchange): boolean =>
        request.headers['a-im'] !== undefined && request.path.includes('/core/') && status === 304;
      while (own.line.exchanges.slice(from).filter(isEmpty).length < 2)
        await new Promise((resolve) => setTimeout(resolve, 5));

      expect(told.catchUp(seen)).toBe(false);
      own.double.faults.lag = 1_000;
      await teller.put(core, document('c'));
      expect(told.catchUp(teller.seenUntil() ?? '')).toBe(true);
    } finally {
      await teller.close();
      await own.close();
    }
  });
});
