import { ChangeFeedStartFrom, type ChangeFeedPullModelIterator, type Database, type Items } from '@azure/cosmos';
import type { Container, StoreChange } from '@plumbline/shared/application/ports/document-store';
import { isNote, stored, type Note, type WireDocument } from './documents.ts';
import { pause, type Caller } from './resilience.ts';

export interface FeedOptions {
  readonly database: Database;
  readonly caller: Caller;
  /** How long to wait after the feed had nothing, in milliseconds. */
  readonly every: number;
  readonly hasListeners: () => boolean;
  /** A write that the feed tells of, with what it changed. */
  readonly hear: (etag: string, changes: readonly StoreChange[]) => void;
  /** Everything up to where this token is was told. */
  readonly toldUntil: (token: string) => void;
}

/** Follows what is written to a container from now on. */
export interface Feed {
  /** Resolves once the feed's place is known, so that every later write is told. */
  readonly begun: Promise<void>;
  /** Ends it; resolves when nothing is under way. */
  readonly stop: () => Promise<void>;
}

/** While nobody listens a poll is only for freshness. */
const SLOWEST = 1_000;
const PAGE = 200;

/** Polls the change feed of a container; a fault of the feed never ends it. */
export function followFeed(container: Container, options: FeedOptions): Feed {
  const { caller, hasListeners } = options;
  const { items } = options.database.container(container);
  const stopped = new AbortController();
  let iterator = feedOf(items, { from: ChangeFeedStartFrom.Now(), limit: PAGE });
  let mark: string | null = null;

  async function next(): Promise<boolean> {
    return caller.call({ operation: 'feed', container }, async () => {
      const page = await readPage(iterator).catch((error: unknown) => {
        // An iterator that broke off may have lost its place.
        if (mark !== null) {
          iterator = feedOf(items, { from: ChangeFeedStartFrom.Continuation(mark), limit: PAGE });
        }
        throw error;
      });
      mark = page.mark;
      for (const kept of page.documents) options.hear(kept.etag, changesIn(container, kept));
      if (page.isEnd && page.session !== null) options.toldUntil(page.session);
      return page.documents.length > 0;
    });
  }

  async function follow(): Promise<void> {
    let wait = options.every;
    for (;;) {
      await pause(wait, stopped.signal);
      if (stopped.signal.aborted) return;
      const hasMore = await next().catch(() => false);
      if (hasMore) wait = 0;
      else wait = hasListeners() ? options.every : Math.min(SLOWEST, Math.max(1, wait) * 2);
    }
  }

  const begun = next().then(() => undefined);
  const following = begun.then(follow, () => undefined);
  return {
    begun,
    async stop() {
      stopped.abort();
      await following;
    },
  };
}

/** A feed of a container's documents and notes from a place on, in pages of so many. */
export function feedOf(
  items: Items,
  { from, limit }: { readonly from: object; readonly limit: number },
): ChangeFeedPullModelIterator<WireDocument | Note> {
  // The SDK's places of a start are of classes that its types do not derive from the class that it asks for.
  const changeFeedStartFrom = from as ChangeFeedStartFrom;
  return items.getChangeFeedIterator<WireDocument | Note>({ maxItemCount: limit, changeFeedStartFrom });
}

/** A page of the feed. */
export interface FeedPage {
  readonly documents: readonly (WireDocument | Note)[];
  /** Where the next page begins. */
  readonly mark: string;
  /** Whether there is nothing more for now. */
  readonly isEnd: boolean;
  /** How far the replica was that answered. */
  readonly session: string | null;
  /** The service's clock, in seconds. */
  readonly at: number;
}

/** Reads the next page of a feed. */
export async function readPage(iterator: ChangeFeedPullModelIterator<WireDocument | Note>): Promise<FeedPage> {
  const page = await iterator.readNext();
  const isEnd = page.statusCode === 304;
  const date: unknown = Reflect.get(page.headers, 'date');
  const session: unknown = Reflect.get(page.headers, 'x-ms-session-token');
  const at = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  return {
    documents: isEnd ? [] : page.result,
    mark: page.continuationToken,
    isEnd,
    session: typeof session === 'string' ? session : null,
    at: Math.floor((Number.isNaN(at) ? Date.now() : at) / 1_000),
  };
}

function changesIn(container: Container, kept: WireDocument | Note): readonly StoreChange[] {
  const place = { container, partition: kept.pk };
  if (isNote(kept)) return kept.gone.map((id) => ({ place, id, document: null }));
  return [{ place, id: kept.id, document: stored(kept) }];
}
