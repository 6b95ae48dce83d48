import { describe, expect, it } from '@jest/globals';
import { STORE_LIMITS } from '../../application/ports/document-store.ts';
import type { WriteOperation } from '../../application/ports/document-store.ts';
import { HERE, STALE, document, valueOf, idsIn, type Subject } from './subject.ts';

/** Registers the tests of batches and of writers at the same time. */
export function registerBatchTests(store: Subject): void {
  describe('a batch', () => {
    it('applies every kind of operation and answers in their order', async () => {
      const a = await store().put(HERE, document('a', { n: 1 }));
      const b = await store().put(HERE, document('b'));
      await store().put(HERE, document('c'));
      const outcome = valueOf(
        await store().batch(HERE, [
          { type: 'replace', document: document('a', { n: 2 }), etag: a.etag },
          { type: 'create', document: document('d', { n: 4 }) },
          { type: 'delete', id: 'b', etag: b.etag },
          { type: 'put', document: document('e', { n: 5 }) },
          { type: 'delete', id: 'c' },
        ]),
      );

      expect(outcome.map((kept) => kept?.body ?? null)).toEqual([{ n: 2 }, { n: 4 }, null, { n: 5 }, null]);
      expect((await store().list(HERE, { prefix: '' })).documents).toEqual([outcome[0], outcome[1], outcome[3]]);
    });

    it('lets an operation see what those before it did', async () => {
      await store().put(HERE, document('a', { n: 1 }));
      valueOf(
        await store().batch(HERE, [
          { type: 'delete', id: 'a' },
          { type: 'create', document: document('a', { n: 2 }) },
        ]),
      );

      expect((await store().read(HERE, 'a'))?.body).toEqual({ n: 2 });
    });

    it('is done while what it requires is there, writes nothing there, and sees what came before', async () => {
      const gate = await store().put(HERE, document('gate'));
      const outcome = valueOf(
        await store().batch(HERE, [
          { type: 'require', id: 'gate' },
          { type: 'create', document: document('a') },
          { type: 'require', id: 'a' },
        ]),
      );

      expect(outcome).toEqual([null, await store().read(HERE, 'a'), null]);
      expect(await store().read(HERE, 'gate')).toEqual(gate);
      valueOf(await store().delete(HERE, 'gate'));
      const late = await store().batch(HERE, [
        { type: 'require', id: 'gate' },
        { type: 'create', document: document('b') },
      ]);
      expect(late).toEqual({ ok: false, error: { kind: 'store.missing', index: 0 } });
      expect(await idsIn(store())).toEqual(['a']);
    });

    it('does nothing for no operations', async () => {
      expect(await store().batch(HERE, [])).toEqual({ ok: true, value: [] });
    });

    const refused: [string, WriteOperation, string][] = [
      ['create of what exists', { type: 'create', document: document('kept') }, 'store.exists'],
      ['require of what is missing', { type: 'require', id: 'gone' }, 'store.missing'],
      ['replace of what is missing', { type: 'replace', document: document('gone'), etag: 'x' }, 'store.missing'],
      ['replace of another version', { type: 'replace', document: document('kept'), etag: 'x' }, 'store.stale'],
      ['delete of what is missing', { type: 'delete', id: 'gone' }, 'store.missing'],
      ['delete of another version', { type: 'delete', id: 'kept', etag: 'x' }, 'store.stale'],
    ];

    it.each(refused)('does nothing at all when it holds a %s', async (_, culprit, kind) => {
      await store().put(HERE, document('kept', { n: 1 }));
      await store().put(HERE, document('other', { n: 1 }));
      const before = await store().list(HERE, { prefix: '' });
      const good: WriteOperation[] = [
        { type: 'put', document: document('other', { n: 2 }) },
        { type: 'create', document: document('new') },
        { type: 'delete', id: 'other' },
      ];

      for (let index = 0; index <= good.length; index += 1) {
        const operations = [...good.slice(0, index), culprit, ...good.slice(index)];
        expect(await store().batch(HERE, operations)).toEqual({ ok: false, error: { kind, index } });
        expect(await store().list(HERE, { prefix: '' })).toEqual(before);
      }
    });

    it('takes 99 operations and rejects 100, or 2 MB and a byte', async () => {
      const operations = Array.from({ length: 100 }, (_, n): WriteOperation => {
        return { type: 'put', document: document(`n${n}`) };
      });
      const half = 'x'.repeat(STORE_LIMITS.batchBytes / 2 - '{"text":""}'.length);
      const two = (text: string): WriteOperation[] => [
        { type: 'put', document: document('half1', { text: half }) },
        { type: 'put', document: document('half2', { text }) },
      ];

      await expect(store().batch(HERE, operations)).rejects.toThrow('Bug:');
      await expect(store().batch(HERE, two(`${half}x`))).rejects.toThrow('Bug:');
      expect(await idsIn(store())).toEqual([]);
      expect(valueOf(await store().batch(HERE, operations.slice(1)))).toHaveLength(99);
      expect(valueOf(await store().batch(HERE, two(half)))).toHaveLength(2);
      expect(await store().count(HERE, { prefix: '' })).toBe(101);
    });

    it('rejects whole when one document is over the limits', async () => {
      const operations: WriteOperation[] = [
        { type: 'put', document: document('fine') },
        { type: 'put', document: document('not/fine') },
      ];

      await expect(store().batch(HERE, operations)).rejects.toThrow('Bug:');
      expect(await idsIn(store())).toEqual([]);
    });
  });

  describe('at the same time', () => {
    it('lets one of two replaces of one version win', async () => {
      const first = await store().put(HERE, document('a', { n: 0 }));
      const outcomes = await Promise.all([1, 2].map((n) => store().replace(HERE, document('a', { n }), first.etag)));

      const won = outcomes.filter((outcome) => outcome.ok);
      expect(won).toHaveLength(1);
      expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([STALE]);
      expect(await store().read(HERE, 'a')).toEqual(won[0]?.value);
    });

    it('lets one of many creates of one id win', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) => store().create(HERE, document('a', { n }))),
      );

      const won = outcomes.filter((outcome) => outcome.ok);
      expect(won).toHaveLength(1);
      expect(await store().read(HERE, 'a')).toEqual(won[0]?.value);
    });

    it('loses no increment when everyone retries', async () => {
      await store().put(HERE, document('counter', { n: 0 }));
      async function increment(): Promise<void> {
        for (;;) {
          const seen = await store().read(HERE, 'counter');
          const next = document('counter', { n: Number(seen?.body['n']) + 1 });
          const outcome = await store().replace(HERE, next, seen?.etag ?? '');
          if (outcome.ok) return;
          expect(outcome).toEqual(STALE);
        }
      }
      await Promise.all(Array.from({ length: 20 }, increment));

      expect((await store().read(HERE, 'counter'))?.body).toEqual({ n: 20 });
    });

    it('is counted whenever it was done before the gate went, and refused after', async () => {
      for (let round = 0; round < 5; round += 1) {
        const place = { ...HERE, partition: `gate ${round}` };
        await store().put(place, document('gate'));
        const casts = Array.from({ length: 20 }, (_, n) =>
          store().batch(place, [
            { type: 'require', id: 'gate' },
            { type: 'create', document: document(`ballot ${n}`) },
          ]),
        );
        valueOf(await store().delete(place, 'gate'));
        await store().settle();
        const counted = await store().count(place, { prefix: 'ballot' });
        const done = (await Promise.all(casts)).filter((cast) => cast.ok);

        expect(await store().count(place, { prefix: 'ballot' })).toBe(counted);
        expect(done).toHaveLength(counted);
      }
    });

    it('shows a batch to readers whole or not at all', async () => {
      const pair = (n: number): WriteOperation[] => [
        { type: 'put', document: document('left', { n }) },
        { type: 'put', document: document('right', { n }) },
      ];
      await store().batch(HERE, pair(0));
      const writes = Array.from({ length: 20 }, (_, n) => store().batch(HERE, pair(n + 1)));
      const pages = await Promise.all(Array.from({ length: 20 }, () => store().list(HERE, { prefix: '' })));
      await Promise.all(writes);

      for (const { documents } of pages) expect(documents[1]?.body).toEqual(documents[0]?.body);
    });
  });
}
