import { describe, expect, it } from '@jest/globals';
import type { Place } from '../../application/ports/document-store.ts';
import { HERE, EXISTS, MISSING, STALE, document, valueOf, idsIn, spoil, until, type Subject } from './subject.ts';

/** Registers the tests of reading and writing one document. */
export function registerDocumentTests(store: Subject): void {
  describe('one document', () => {
    it('reads null for what is not there', async () => {
      expect(await store().read(HERE, 'meeting')).toBeNull();
    });

    it('creates a document once and keeps the first', async () => {
      const first = valueOf(await store().create(HERE, document('meeting', { n: 1 })));

      expect(first).toEqual({ id: 'meeting', schema: 1, body: { n: 1 }, etag: expect.stringMatching(/.+/) });
      expect(await store().create(HERE, document('meeting', { n: 2 }))).toEqual(EXISTS);
      expect(await store().read(HERE, 'meeting')).toEqual(first);
    });

    it('keeps what JSON can say, and the schema, unchanged', async () => {
      const body = {
        text: 'é ü 漢字 🧭 "quoted" \\ \n \u0000 \ud800',
        numbers: [0, -1.5, 1e300, 5e-324, Number.MAX_SAFE_INTEGER],
        flags: [true, false, null],
        nested: { empty: {}, none: [], '': 'no name', 'a.b': { $type: 'x' }, id: 'not the id', etag: 'not the etag' },
      };
      const kept = valueOf(await store().create(HERE, { id: 'everything', schema: 7, body }));

      expect(kept).toEqual({ id: 'everything', schema: 7, body, etag: kept.etag });
      expect(await store().read(HERE, 'everything')).toEqual(kept);
    });

    it('replaces the version it is given and gives it a new etag, also for the same body', async () => {
      const first = valueOf(await store().create(HERE, document('meeting', { n: 1, old: true })));
      const second = valueOf(await store().replace(HERE, { ...document('meeting', { n: 2 }), schema: 2 }, first.etag));
      const third = valueOf(await store().replace(HERE, second, second.etag));

      expect(third).toEqual({ id: 'meeting', schema: 2, body: { n: 2 }, etag: third.etag });
      expect(new Set([first.etag, second.etag, third.etag]).size).toBe(3);
      expect(await store().read(HERE, 'meeting')).toEqual(third);
    });

    it('refuses to replace an older version or what is not there, and changes nothing', async () => {
      const first = valueOf(await store().create(HERE, document('meeting', { n: 1 })));
      const second = valueOf(await store().replace(HERE, document('meeting', { n: 2 }), first.etag));

      expect(await store().replace(HERE, document('meeting', { n: 3 }), first.etag)).toEqual(STALE);
      expect(await store().replace(HERE, document('other', { n: 3 }), first.etag)).toEqual(MISSING);
      expect((await store().list(HERE, { prefix: '' })).documents).toEqual([second]);
    });

    it('puts over whatever is there, whole', async () => {
      const first = await store().put(HERE, document('trend', { a: 1, b: 1 }));
      const second = await store().put(HERE, { id: 'trend', schema: 2, body: { a: 2 } });

      expect(first.body).toEqual({ a: 1, b: 1 });
      expect(second).toEqual({ id: 'trend', schema: 2, body: { a: 2 }, etag: second.etag });
      expect(second.etag).not.toBe(first.etag);
      expect(await store().read(HERE, 'trend')).toEqual(second);
    });

    it('deletes any version, or only the one it is given', async () => {
      const first = valueOf(await store().create(HERE, document('a', { n: 1 })));
      const second = valueOf(await store().replace(HERE, document('a', { n: 2 }), first.etag));
      await store().put(HERE, document('b'));

      expect(await store().delete(HERE, 'a', first.etag)).toEqual(STALE);
      expect(await store().read(HERE, 'a')).toEqual(second);
      expect(await store().delete(HERE, 'a', second.etag)).toEqual({ ok: true, value: null });
      expect(await store().delete(HERE, 'a', second.etag)).toEqual(MISSING);
      expect(await store().delete(HERE, 'b')).toEqual({ ok: true, value: null });
      expect(await store().delete(HERE, 'b')).toEqual(MISSING);
      expect(await idsIn(store())).toEqual([]);
    });

    it('does not take the etag of a deleted document for its successor of the same id', async () => {
      const first = valueOf(await store().create(HERE, document('a')));
      await store().delete(HERE, 'a');
      const again = valueOf(await store().create(HERE, document('a')));

      expect(await store().replace(HERE, document('a', { n: 2 }), first.etag)).toEqual(STALE);
      expect(await store().read(HERE, 'a')).toEqual(again);
    });

    it('keeps containers, partitions and letter cases apart', async () => {
      const places: Place[] = [
        HERE,
        { container: 'teams', partition: HERE.partition },
        { container: 'core', partition: `${HERE.partition}0` },
        { container: 'core', partition: HERE.partition.toUpperCase() },
      ];
      for (const [n, place] of places.entries()) {
        valueOf(await store().create(place, document('id', { n })));
        valueOf(await store().create(place, document('ID', { n: -n })));
      }

      for (const [n, place] of places.entries()) {
        expect((await store().read(place, 'id'))?.body).toEqual({ n });
        expect(await idsIn(store(), '', place)).toEqual(['ID', 'id']);
        expect(await store().count(place, { prefix: '' })).toBe(2);
      }
    });
  });

  describe('copies', () => {
    it('are not changed by what a caller does to what it handed in', async () => {
      const list = [1];
      const given = { id: 'a', schema: 1, body: { list } };
      const creating = store().create(HERE, given);
      list.push(2);
      await creating;
      list.push(3);

      const body = (await store().read(HERE, 'a'))?.body;
      expect([{ list: [1] }, { list: [1, 2] }]).toContainEqual(body);
      list.push(4);
      expect((await store().read(HERE, 'a'))?.body).toEqual(body);
    });

    it('are not changed by what a caller does to what it got', async () => {
      const put = await store().put(HERE, document('a', { list: [1] }));
      spoil(put);
      const read = await store().read(HERE, 'a');
      expect(read?.body).toEqual({ list: [1] });
      spoil(read);
      const listed = await store().list(HERE, { prefix: '' });
      expect(listed.documents[0]?.body).toEqual({ list: [1] });
      spoil(listed.documents[0]);

      expect((await store().read(HERE, 'a'))?.body).toEqual({ list: [1] });
    });

    it('are not changed by a watcher', async () => {
      const heard: unknown[] = [];
      store().watch((change) => {
        spoil(change.document);
      });
      store().watch((change) => {
        heard.push(change.document?.body);
      });
      const put = await store().put(HERE, document('a', { list: [1] }));
      await until(store(), () => heard.length > 0);

      expect(heard).toEqual([{ list: [1] }]);
      expect(put.body).toEqual({ list: [1] });
      expect((await store().read(HERE, 'a'))?.body).toEqual({ list: [1] });
    });
  });
}
