import type {
  Container,
  DocumentStore,
  Place,
  StoredDocument,
} from '@plumbline/shared/application/ports/document-store';

const CONTAINERS: readonly Container[] = ['core', 'teams', 'ballots', 'private'];

export interface Kept {
  readonly place: Place;
  readonly document: StoredDocument;
}

/** Every document of a store, in all its containers. */
export async function everythingIn(store: DocumentStore): Promise<readonly Kept[]> {
  const all: Kept[] = [];
  for (const container of CONTAINERS) {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<DocumentStore['scan']>> = await store.scan(container, { after, limit: 500 });
      all.push(...page.documents);
      after = page.next;
    } while (after !== null);
  }
  return all;
}

/** Where a text stands: in the name of a place, in an id or anywhere in a document. */
export async function placesOf(store: DocumentStore, text: string): Promise<readonly string[]> {
  const found = (await everythingIn(store)).filter(({ place, document }) =>
    [place.partition, document.id, JSON.stringify(document.body)].some((part) => part.includes(text)),
  );
  return found.map(({ place, document }) => `${place.partition} ${document.id}`);
}
