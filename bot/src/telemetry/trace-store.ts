import { SpanKind } from '@opentelemetry/api';
import type { Container, DocumentStore } from '@plumbline/shared/application/ports/document-store';
import { ATTRIBUTES } from './instruments.ts';
import { inSpan } from './spans.ts';

/** A store whose calls are parts of the trace that they belong to, by what was done in which container and no more. */
export function traceStore(store: DocumentStore): DocumentStore {
  const traced = <T>(operation: string, container: Container, act: () => Promise<T>): Promise<T> => {
    const attributes = {
      'db.operation.name': operation,
      [ATTRIBUTES.container]: container,
      [ATTRIBUTES.storeOperation]: operation,
    };
    return inSpan(`${operation} ${container}`, { kind: SpanKind.CLIENT, attributes }, act);
  };
  return {
    read: (place, id) => traced('read', place.container, () => store.read(place, id)),
    create: (place, document) => traced('create', place.container, () => store.create(place, document)),
    replace: (place, document, etag) => traced('replace', place.container, () => store.replace(place, document, etag)),
    put: (place, document) => traced('put', place.container, () => store.put(place, document)),
    delete: (place, id, etag) => traced('delete', place.container, () => store.delete(place, id, etag)),
    batch: (place, operations) => traced('batch', place.container, () => store.batch(place, operations)),
    list: (place, query) => traced('list', place.container, () => store.list(place, query)),
    count: (place, query) => traced('count', place.container, () => store.count(place, query)),
    scan: (container, query) => traced('scan', container, () => store.scan(container, query)),
    settle: () => store.settle(),
    watch: (listener) => store.watch(listener),
    seenUntil: () => store.seenUntil(),
    catchUp: (seen) => store.catchUp(seen),
    scrub: (places) => store.scrub(places),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}
