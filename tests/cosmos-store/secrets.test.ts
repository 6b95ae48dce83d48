import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DocumentStore, Place } from '@plumbline/shared/application/ports/document-store';
import { document, valueOf } from '@plumbline/shared/testing/document-store/subject';
import { makeDatabase, type TestDatabase } from './database.ts';

let database: TestDatabase;
let store: DocumentStore;

beforeAll(async () => {
  database = await makeDatabase();
  store = await database.open();
});

afterAll(async () => {
  await database.close();
});

/** All that Cosmos says of order and time: its versions, its log places and its clock. */
function tellingTexts(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { body } of database.line.exchanges) {
    for (const [, version] of body.matchAll(/"(?:_etag|eTag)":"((?:[^"\\]|\\.)*)"/g)) {
      const bare = (version ?? '').replaceAll(/[\\"]/g, '');
      if (bare !== '') found.add(bare);
    }
    for (const [, time] of body.matchAll(/"_ts":(\d+)/g)) found.add(time ?? '');
  }
  return found;
}

it('PV9 lets nothing out by which somebody could tell the order or the time of writes', async () => {
  const told: unknown[] = [];
  store.watch((change) => told.push(change));
  const places: readonly Place[] = [
    { container: 'core', partition: 'meeting' },
    { container: 'ballots', partition: 'round' },
  ];
  for (const place of places) {
    const made = valueOf(await store.create(place, document('a', { n: 1 })));
    const changed = valueOf(await store.replace(place, document('a', { n: 2 }), made.etag));
    told.push(made, changed, await store.put(place, document('b')), await store.read(place, 'a'));
    told.push(
      await store.list(place, { prefix: '' }),
      (await store.scan(place.container, { after: null, limit: 9 })).documents,
    );
    told.push(
      await store.batch(place, [
        { type: 'require', id: 'a' },
        { type: 'put', document: document('c') },
      ]),
    );
    told.push(await store.create(place, document('a')), await store.replace(place, document('a'), made.etag));
    told.push(await store.delete(place, 'b'));
  }
  told.push(store.seenUntil());
  await database.fed('core');
  const texts = tellingTexts();
  const out = JSON.stringify(told);

  // Six writes are told of by tokens at the least; how many seconds they took is no matter.
  expect(texts.size).toBeGreaterThan(6);
  expect([...texts].filter((text) => out.includes(text))).toEqual([]);
  expect(out).not.toMatch(/"_(?:ts|etag|rid|self|lsn|attachments)"|-1#\d/);
  const etags = [...out.matchAll(/"etag":"([^"]*)"/g)].map(([, etag]) => etag ?? '');
  expect(etags.length).toBeGreaterThan(10);
  expect(etags.filter((etag) => !/^[\w-]{16}$/.test(etag))).toEqual([]);
});
