import { describe, expect, it } from '@jest/globals';
import type { DocumentStore, WriteOperation } from '../../application/ports/document-store.ts';
import { HERE, document, valueOf, idsOf, idsIn, byBytes, type Subject } from './subject.ts';

/** Registers the tests of lists and counts. */
export function registerListTests(store: Subject): void {
  describe('a list', () => {
    // U+FFFD comes before U+1F9ED in UTF-8, but after its surrogates in UTF-16.
    const inOrder = ['!', '10', '2', 'A', 'Z', 'a', 'a b', 'aa', 'b', '~', 'z\u0301', 'é', '漢', '\ufffd', '🧭'].sort(
      byBytes,
    );

    it('is in the order of UTF-8 bytes', async () => {
      for (const id of inOrder.toReversed()) await store().put(HERE, document(id));

      expect(inOrder.slice(-2)).toEqual(['\ufffd', '🧭']);
      expect(await idsIn(store())).toEqual(inOrder);
    });

    it('gives the same in pages of any size, each page but the last full', async () => {
      for (const id of inOrder) await store().put(HERE, document(id));

      for (let limit = 1; limit <= inOrder.length + 1; limit += 1) {
        const pages = await pagesOf(store(), limit);
        expect(pages.flat()).toEqual(inOrder);
        expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
        expect(pages).toHaveLength(Math.ceil(inOrder.length / limit));
      }
    });

    it('goes on behind the mark when the marked document is gone and others came', async () => {
      for (const id of ['a', 'c', 'e']) await store().put(HERE, document(id));
      const { next } = await store().list(HERE, { prefix: '', limit: 2 });
      await store().delete(HERE, 'c');
      for (const id of ['b', 'd']) await store().put(HERE, document(id));

      expect(next).toBe('c');
      expect(idsOf((await store().list(HERE, { prefix: '', after: 'c' })).documents)).toEqual(['d', 'e']);
    });

    it('takes the prefix as it stands', async () => {
      const names = ['round', 'round|1', 'round|10', 'round|2', 'roundx', 'Round|1', 'rou', '%', '_', 'a_', 'a%', 'ab'];
      for (const id of [...names, '\u{10ffff}', '\u{10ffff}b', 'é', 'e\u0301']) await store().put(HERE, document(id));
      const expected: [string, string[]][] = [
        ['round|', ['round|1', 'round|10', 'round|2']],
        ['round|1', ['round|1', 'round|10']],
        ['round|3', []],
        ['%', ['%']],
        ['_', ['_']],
        ['a_', ['a_']],
        ['\u{10ffff}', ['\u{10ffff}', '\u{10ffff}b']],
        ['e', ['e\u0301']],
      ];

      for (const [prefix, found] of expected) {
        expect([prefix, await idsIn(store(), prefix)]).toEqual([prefix, found]);
        expect([prefix, await store().count(HERE, { prefix })]).toEqual([prefix, found.length]);
      }
    });

    it('keeps to the prefix whatever the mark', async () => {
      for (const id of ['a|1', 'b|1', 'b|2', 'c|1']) await store().put(HERE, document(id));
      const after = async (mark: string): Promise<string[]> =>
        idsOf((await store().list(HERE, { prefix: 'b|', after: mark })).documents);

      expect(await after('a')).toEqual(['b|1', 'b|2']);
      expect(await after('b|')).toEqual(['b|1', 'b|2']);
      expect(await after('b|1')).toEqual(['b|2']);
      expect(await after('c')).toEqual([]);
    });

    it('has 100 documents when no limit is given, and at most 1000', async () => {
      for (let from = 0; from < 1_000; from += 50) {
        const operations = Array.from({ length: 50 }, (_, n): WriteOperation => {
          return { type: 'create', document: document(String(from + n).padStart(4, '0')) };
        });
        valueOf(await store().batch(HERE, operations));
      }
      await store().put(HERE, document('9999'));
      const page = await store().list(HERE, { prefix: '' });
      const most = await store().list(HERE, { prefix: '', limit: 1_000 });

      expect([page.documents.length, page.next]).toEqual([100, '0099']);
      expect([most.documents.length, most.next]).toEqual([1_000, '0999']);
      expect(await store().count(HERE, { prefix: '' })).toBe(1_001);
      for (const limit of [0, -1, 1.5, 1_001]) {
        await expect(store().list(HERE, { prefix: '', limit })).rejects.toThrow('Bug:');
      }
    });
  });
}

async function pagesOf(store: DocumentStore, limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | null = null;
  do {
    const page = await store.list(HERE, { prefix: '', limit, ...(after !== null && { after }) });
    pages.push(idsOf(page.documents));
    if (pages.length > 100) throw new Error('The pages never end.');
    after = page.next;
  } while (after !== null);
  return pages;
}
