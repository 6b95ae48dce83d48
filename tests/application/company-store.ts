import { afterAll } from '@jest/globals';
import { openSqliteStore } from '@plumbline/bot/stores/sqlite/sqlite-store';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import { chosenStore, startTestAccount } from '../running/test-store.ts';

/** What ends the accounts of stores that nobody closed: a test may leave a company that died. */
const left = new Set<() => Promise<void>>();

afterAll(async () => {
  for (const end of left) await end();
});

/** A new and empty store, on the engine that the tests run on if none is named. */
export function openCompanyStore(engine = chosenStore()): DocumentStore {
  return engine === 'sqlite' ? openSqliteStore({ path: ':memory:' }) : openLater(openOnCosmos());
}

async function openOnCosmos(): Promise<DocumentStore> {
  const account = await startTestAccount();
  const store = await account.open();
  async function close(): Promise<void> {
    if (!left.delete(close)) return;
    await store.close();
    await account.close();
  }
  left.add(close);
  return { ...store, close };
}

/** A store that is used while it still opens: calls wait, and listeners hear from then on. */
function openLater(opening: Promise<DocumentStore>): DocumentStore {
  let opened: DocumentStore | null = null;
  const ready = opening.then((store) => (opened = store));
  return {
    read: async (place, id) => (await ready).read(place, id),
    create: async (place, document) => (await ready).create(place, document),
    replace: async (place, document, etag) => (await ready).replace(place, document, etag),
    put: async (place, document) => (await ready).put(place, document),
    delete: async (place, id, etag) => (await ready).delete(place, id, etag),
    batch: async (place, operations) => (await ready).batch(place, operations),
    list: async (place, query) => (await ready).list(place, query),
    count: async (place, query) => (await ready).count(place, query),
    scan: async (container, query) => (await ready).scan(container, query),
    scrub: async () => (await ready).scrub(),
    ping: async () => (await ready).ping(),
    close: async () => (await ready).close(),
    seenUntil: () => opened?.seenUntil() ?? null,
    catchUp: (seen) => opened?.catchUp(seen) ?? false,
    settle: async () => (await ready).settle(),
    watch(listener) {
      let isOver = false;
      const ending = ready.then((store) => (isOver ? () => undefined : store.watch(listener)));
      return () => {
        isOver = true;
        void ending.then((end) => {
          end();
        });
      };
    },
  };
}
