import { ChangeFeedStartFrom, type Database, type SqlQuerySpec } from '@azure/cosmos';
import type {
  ListPage,
  Place,
  ScanPage,
  ScanQuery,
  StoredDocument,
} from '@plumbline/shared/application/ports/document-store';
import type { Container } from '@plumbline/shared/application/ports/document-store';
import { COUNT_QUERY, LIST_QUERY } from './catalogue.ts';
import { isNote, stored, type Versioned, type WireDocument } from './documents.ts';
import { feedOf, readPage } from './feed.ts';
import type { Versions } from './versions.ts';

/** What goes through many documents; the texts of the queries are in the catalogue. */
export interface Queries {
  readonly list: (place: Place, range: { prefix: string; after: string; limit: number }) => Promise<ListPage>;
  readonly count: (place: Place, prefix: string) => Promise<number>;
  readonly scan: (container: Container, query: ScanQuery) => Promise<ScanPage>;
}

/** The most documents that Cosmos puts into one page. */
const MOST_IN_PAGE = 1_000;

/** The queries of a database. */
export function queriesOf(database: Database, versions: Versions): Queries {
  /** Always within one partition: named in the text too, for a query without a key goes through all of them silently. */
  function query<T>(place: Place, spec: SqlQuerySpec, pageSize: number) {
    const parameters = [{ name: '@pk', value: place.partition }, ...(spec.parameters ?? [])];
    return database
      .container(place.container)
      .items.query<T>({ ...spec, parameters }, { partitionKey: place.partition, maxItemCount: pageSize });
  }

  return {
    async list(place, { prefix, after, limit }) {
      const parameters = [
        { name: '@prefix', value: prefix },
        { name: '@after', value: after },
      ];
      // One more than asked for says whether there is another page.
      const pages = query<Omit<WireDocument, 'pk'> & Versioned>(
        place,
        { query: LIST_QUERY, parameters },
        Math.min(limit + 1, MOST_IN_PAGE),
      );
      const found: StoredDocument[] = [];
      do {
        const page = await pages.fetchNext();
        for (const kept of page.resources) {
          versions.keep(place, kept);
          found.push(stored({ ...kept, pk: place.partition }));
        }
      } while (found.length <= limit && pages.hasMoreResults());
      const documents = found.slice(0, limit);
      return { documents, next: found.length > limit ? (documents.at(-1)?.id ?? null) : null };
    },
    async count(place, prefix) {
      const spec = { query: COUNT_QUERY, parameters: [{ name: '@prefix', value: prefix }] };
      const { resources } = await query<number>(place, spec, MOST_IN_PAGE).fetchAll();
      // A partition answers with a part of the count for each page that it goes through.
      return resources.reduce((sum, part) => sum + part, 0);
    },
    async scan(container, { after, limit }) {
      const from = after === null ? ChangeFeedStartFrom.Beginning() : ChangeFeedStartFrom.Continuation(after);
      const page = await readPage(feedOf(database.container(container).items, { from, limit }));
      const documents = page.documents.filter((kept): kept is WireDocument => !isNote(kept));
      return {
        documents: documents.map((kept) => ({
          place: { container, partition: kept.pk },
          document: stored(kept),
          secondsLeft: secondsLeft(kept, page.at),
        })),
        next: page.isEnd ? null : page.mark,
      };
    },
  };
}

/** A lifetime counts from the latest write; what ends within this second is still told. */
function secondsLeft({ ttl, _ts }: WireDocument & { readonly _ts?: number }, at: number): number | null {
  return ttl === undefined ? null : Math.max(1, (_ts ?? at) + ttl - at);
}
