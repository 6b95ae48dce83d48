import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';

/** A store that does nothing any more once so many writes were done, like a process that was killed. */
export function dyingAfter(writes: { left: number }, store: DocumentStore): DocumentStore {
  const spend = (): void => {
    if (writes.left <= 0) throw new Error('killed');
    writes.left -= 1;
  };
  return {
    read: (place, id) => store.read(place, id),
    list: (place, query) => store.list(place, query),
    count: (place, query) => store.count(place, query),
    scan: (container, query) => store.scan(container, query),
    seenUntil: () => store.seenUntil(),
    catchUp: (seen) => store.catchUp(seen),
    settle: () => store.settle(),
    watch: (listener) => store.watch(listener),
    ping: () => store.ping(),
    close: () => store.close(),
    create: async (place, document) => (spend(), store.create(place, document)),
    replace: async (place, document, etag) => (spend(), store.replace(place, document, etag)),
    put: async (place, document) => (spend(), store.put(place, document)),
    delete: async (place, id, etag) => (spend(), store.delete(place, id, etag)),
    batch: async (place, operations) => (spend(), store.batch(place, operations)),
    scrub: async () => (spend(), store.scrub()),
  };
}
