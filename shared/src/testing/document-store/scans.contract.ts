import { describe, expect, it } from '@jest/globals';
import type { Container, Place, StoredDocument } from '../../application/ports/document-store.ts';
import { HERE, document, type Subject } from './subject.ts';

/** Registers the tests of going through a whole container. */
export function registerScanTests(store: Subject): void {
  describe('a scan', () => {
    async function everything(container: Container, limit: number): Promise<ReadonlyMap<string, StoredDocument>> {
      const found = new Map<string, StoredDocument>();
      let after: string | null = null;
      do {
        const page = await store().scan(container, { after, limit });
        for (const { place, document: kept } of page.documents) {
          expect(place.container).toBe(container);
          found.set(JSON.stringify([place.partition, kept.id]), kept);
        }
        after = page.next;
      } while (after !== null);
      return found;
    }

    it('tells every document of one container, with pages of any size', async () => {
      const expected = new Map<string, StoredDocument>();
      for (let n = 0; n < 30; n += 1) {
        const place: Place = { container: 'ballots', partition: `t|acme|r|round_${n % 4}|0` };
        expected.set(JSON.stringify([place.partition, `b|${n}`]), await store().put(place, document(`b|${n}`, { n })));
      }
      await store().put(HERE, document('elsewhere'));
      const gone: Place = { container: 'ballots', partition: 'gone' };
      await store().put(gone, document('gone'));
      await store().delete(gone, 'gone');

      for (const limit of [1, 7, 1_000]) expect(await everything('ballots', limit)).toEqual(expected);
      expect((await everything('core', 10)).size).toBe(1);
      expect((await everything('private', 10)).size).toBe(0);
    });

    it('shows the latest version, and nothing that was deleted', async () => {
      await store().put(HERE, document('a', { n: 1 }));
      await store().put(HERE, document('b'));
      const latest = await store().put(HERE, document('a', { n: 2 }));
      await store().delete(HERE, 'b');

      expect([...(await everything('core', 10)).values()]).toEqual([latest]);
    });

    it('tells how long a document has left, rounded up, and of others that they stay', async () => {
      await store().put(HERE, { ...document('passing'), lifetime: 3_600 });
      await store().put(HERE, document('staying'));
      const { documents } = await store().scan('core', { after: null, limit: 10 });
      const left = new Map(documents.map(({ document: kept, secondsLeft }) => [kept.id, secondsLeft]));

      expect(left.get('staying')).toBeNull();
      expect(left.get('passing')).toBeLessThanOrEqual(3_600);
      // A machine that is busy for minutes between two calls would fail much more than this.
      expect(left.get('passing')).toBeGreaterThan(3_000);
    });

    it.each([0, 1_001, 1.5])('in pages of %d is a bug', async (limit) => {
      await expect(store().scan('core', { after: null, limit })).rejects.toThrow('Bug:');
    });
  });

  it('catches up with what it has seen itself, and passes over what is no mark', async () => {
    const kept = await store().put(HERE, document('a'));
    const seen = store().seenUntil();
    if (seen !== null) store().catchUp(seen);
    for (const text of ['', 'nonsense', '{}', '[]', '0:-1#x', '\u0000']) store().catchUp(text);

    expect(await store().read(HERE, 'a')).toEqual(kept);
  });
}
