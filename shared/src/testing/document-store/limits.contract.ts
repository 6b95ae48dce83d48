import { describe, expect, it } from '@jest/globals';
import { STORE_LIMITS } from '../../application/ports/document-store.ts';
import type { Place } from '../../application/ports/document-store.ts';
import { HERE, document, valueOf, idsIn, type Subject } from './subject.ts';

/** Registers the tests of what a store takes and what it rejects. */
export function registerLimitTests(store: Subject): void {
  describe('limits', () => {
    const long = 'é'.repeat(127);

    it.each([
      'round|1',
      'member|Zm9v_-',
      ' a b ',
      '%',
      '_',
      '*',
      "'",
      '"',
      '$',
      'é',
      'e\u0301',
      '🧭',
      '漢字',
      `${long}a`,
    ])('takes %j as id and partition', async (name) => {
      const place: Place = { container: 'core', partition: name };
      const kept = valueOf(await store().create(place, document(name)));

      expect(await store().read(place, name)).toEqual(kept);
      expect(await idsIn(store(), name, place)).toEqual([name]);
    });

    it.each(['', 'a/b', 'a\\b', 'a?', '#a', 'a\u0000', 'a\n', 'a\u007f', 'a\u0085', '\ud83e', `${long}ab`])(
      'rejects %j as id',
      async (id) => {
        await expect(store().read(HERE, id)).rejects.toThrow('Bug:');
        await expect(store().create(HERE, document(id))).rejects.toThrow('Bug:');
        await expect(store().put(HERE, document(id))).rejects.toThrow('Bug:');
        await expect(store().replace(HERE, document(id), 'etag')).rejects.toThrow('Bug:');
        await expect(store().delete(HERE, id)).rejects.toThrow('Bug:');
        await expect(store().batch(HERE, [{ type: 'delete', id }])).rejects.toThrow('Bug:');
        await expect(store().batch(HERE, [{ type: 'put', document: document(id) }])).rejects.toThrow('Bug:');
        await expect(store().list(HERE, { prefix: '', after: id })).rejects.toThrow('Bug:');
        expect(await idsIn(store())).toEqual([]);
      },
    );

    it.each(['', 'a/b', 'a\\b', 'a?', '#a', 'a\t', '\udd25', 'p'.repeat(513)])(
      'rejects %j as partition',
      async (partition) => {
        const place: Place = { container: 'core', partition };

        await expect(store().read(place, 'a')).rejects.toThrow('Bug:');
        await expect(store().create(place, document('a'))).rejects.toThrow('Bug:');
        await expect(store().put(place, document('a'))).rejects.toThrow('Bug:');
        await expect(store().replace(place, document('a'), 'etag')).rejects.toThrow('Bug:');
        await expect(store().delete(place, 'a')).rejects.toThrow('Bug:');
        await expect(store().batch(place, [])).rejects.toThrow('Bug:');
        await expect(store().list(place, { prefix: '' })).rejects.toThrow('Bug:');
        await expect(store().count(place, { prefix: '' })).rejects.toThrow('Bug:');
      },
    );

    it('takes a partition of 512 bytes', async () => {
      const place: Place = { container: 'core', partition: 'é'.repeat(256) };
      const kept = await store().put(place, document('a'));

      expect(await store().read(place, 'a')).toEqual(kept);
    });

    it.each([0, -1, 1.5, Number.NaN])('rejects %d as schema', async (schema) => {
      await expect(store().put(HERE, { id: 'a', schema, body: {} })).rejects.toThrow('Bug:');
    });

    it('takes a document of 2 MB and rejects one byte more', async () => {
      const frame = JSON.stringify({ text: 'é' }).length + 1;
      const text = `é${'x'.repeat(STORE_LIMITS.documentBytes - frame)}`;
      const kept = await store().put(HERE, document('big', { text }));

      expect(kept.body['text'] === text).toBe(true);
      expect((await store().read(HERE, 'big'))?.body['text'] === text).toBe(true);
      await expect(store().put(HERE, document('bigger', { text: `${text}x` }))).rejects.toThrow('Bug:');
      expect(await idsIn(store())).toEqual(['big']);
    });
  });
}
