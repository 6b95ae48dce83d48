import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentStore, Place } from '../application/ports/document-store.ts';
import { registerBatchTests } from './document-store/batches.contract.ts';
import { registerDocumentTests } from './document-store/documents.contract.ts';
import { registerLimitTests } from './document-store/limits.contract.ts';
import { registerLifetimeTests } from './document-store/lifetimes.contract.ts';
import { registerListTests } from './document-store/lists.contract.ts';
import { registerModelTests } from './document-store/model.contract.ts';
import { registerScanTests } from './document-store/scans.contract.ts';
import { registerWatchTests } from './document-store/watching.contract.ts';
import { HERE, document, valueOf, idsOf } from './document-store/subject.ts';

/** How the suite gets at an adapter. */
export interface StoreUnderTest {
  /** Opens an empty store. */
  open(): Promise<DocumentStore>;
  /** Closes the store and opens the same data again; null when it keeps nothing, as in memory. */
  readonly reopen: ((store: DocumentStore) => Promise<DocumentStore>) | null;
}

/** Registers the tests that every DocumentStore must pass. */
export function documentStoreContract(name: string, { open, reopen }: StoreUnderTest): void {
  describe(`${name} keeps the DocumentStore contract`, () => {
    let store: DocumentStore;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(async () => {
      await store.close();
    });

    const subject = (): DocumentStore => store;
    registerDocumentTests(subject);
    registerLimitTests(subject);
    registerBatchTests(subject);
    registerModelTests(subject);
    registerListTests(subject);
    registerScanTests(subject);
    registerLifetimeTests(subject);
    registerWatchTests(subject);

    describe('for its operator', () => {
      it('answers a ping, and keeps all in a scrub', async () => {
        const kept = await store.put(HERE, document('a'));
        await store.put(HERE, document('b'));
        await store.delete(HERE, 'b');

        await expect(store.ping()).resolves.toBeUndefined();
        await expect(store.scrub()).resolves.toBeUndefined();
        const nowhere: Place = { container: 'ballots', partition: 'never used' };
        await expect(store.scrub([HERE, nowhere])).resolves.toBeUndefined();
        expect((await store.list(HERE, { prefix: '' })).documents).toEqual([kept]);
      });

      it('serves nothing after it was closed, and can be closed again', async () => {
        await store.put(HERE, document('a'));
        await store.close();
        await store.close();

        await expect(store.ping()).rejects.toThrow();
        await expect(store.read(HERE, 'a')).rejects.toThrow();
        await expect(store.put(HERE, document('a'))).rejects.toThrow();
        await expect(store.list(HERE, { prefix: '' })).rejects.toThrow();
      });

      if (reopen !== null) {
        it('has everything with the same etags when it is opened again', async () => {
          const places: Place[] = (['core', 'teams', 'ballots', 'private'] as const).map((container) => {
            return { container, partition: 't|acme|x' };
          });
          for (const place of places) {
            await store.put(place, document('kept', { in: place.container }));
            await store.put(place, document('gone'));
            valueOf(await store.batch(place, [{ type: 'delete', id: 'gone' }]));
          }
          const before = await Promise.all(places.map((place) => store.list(place, { prefix: '' })));
          store = await reopen(store);
          const after = await Promise.all(places.map((place) => store.list(place, { prefix: '' })));

          expect(before.map((page) => idsOf(page.documents))).toEqual([['kept'], ['kept'], ['kept'], ['kept']]);
          expect(after).toEqual(before);
        });
      }
    });
  });
}
