import { describe, expect, it } from '@jest/globals';
import { HERE, MISSING, STALE, document, idsIn, valueOf, type Subject } from './subject.ts';

const BRIEF = 1;
const LONG = 3_600;

/** Registers the tests of documents that go by themselves. */
export function registerLifetimeTests(store: Subject): void {
  describe('a lifetime', () => {
    /** Asks until a document is gone; one that stays makes the test time out. */
    async function gone(id: string): Promise<void> {
      while ((await store().read(HERE, id)) !== null) await store().ping();
    }

    it('ends a document for every call, and leaves its id free', async () => {
      const brief = await store().put(HERE, { ...document('brief', { n: 1 }), lifetime: BRIEF });
      const kept = await store().put(HERE, { ...document('long'), lifetime: LONG });
      expect(await store().read(HERE, 'brief')).toEqual(brief);
      await gone('brief');

      expect(brief).toEqual({ id: 'brief', schema: 1, body: { n: 1 }, etag: brief.etag });
      expect(await store().replace(HERE, document('brief'), brief.etag)).toEqual(MISSING);
      expect(await store().delete(HERE, 'brief')).toEqual(MISSING);
      expect(await store().batch(HERE, [{ type: 'require', id: 'brief' }])).toMatchObject({ ok: false });
      expect((await store().list(HERE, { prefix: '' })).documents).toEqual([kept]);
      expect(await store().count(HERE, { prefix: '' })).toBe(1);
      const again = valueOf(await store().create(HERE, document('brief', { n: 2 })));
      expect(await store().read(HERE, 'brief')).toEqual(again);
      expect(await store().delete(HERE, 'brief', brief.etag)).toEqual(STALE);
    });

    it('is that of the latest write, or none', async () => {
      const first = await store().put(HERE, { ...document('a'), lifetime: BRIEF });
      valueOf(await store().replace(HERE, document('a'), first.etag));
      await store().put(HERE, { ...document('b'), lifetime: BRIEF });
      await store().put(HERE, document('b'));
      valueOf(await store().batch(HERE, [{ type: 'create', document: { ...document('c'), lifetime: BRIEF } }]));
      await gone('c');

      expect(await idsIn(store())).toEqual(['a', 'b']);
    });

    it.each([0, -1, 1.5])('of %d is a bug', async (lifetime) => {
      await expect(store().put(HERE, { ...document('a'), lifetime })).rejects.toThrow('Bug:');
    });
  });
}
