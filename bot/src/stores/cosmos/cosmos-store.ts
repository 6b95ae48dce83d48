import { setTimeout as wait } from 'node:timers/promises';
import {
  checkBatch,
  checkId,
  checkLimit,
  checkPlace,
  checkQuery,
  isWatched,
  type DocumentStore,
  type Place,
  type StoreChange,
  type StoredDocument,
  type StoreFailure,
  type WriteOperation,
} from '@plumbline/shared/application/ports/document-store';
import { assert } from '@plumbline/shared/kernel/assert';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { connect, type ConnectionOptions, type CosmosAccount } from './connection.ts';
import { faultInContainers, makeContainers } from './containers.ts';
import { stored } from './documents.ts';
import { followFeed } from './feed.ts';
import { createOwnWrites } from './own-writes.ts';
import { accessTo } from './partition-access.ts';
import { queriesOf } from './queries.ts';
import { createCaller, type Charge, type ResilienceOptions } from './resilience.ts';
import { createMarks, createSession } from './session.ts';
import { createVersions } from './versions.ts';
import { createWire } from './wire.ts';
import { planOf } from './write-plan.ts';
import { write } from './write.ts';

export type { Charge, CosmosAccount };

/**
 * Cosmos promises snapshot isolation: a batch that has read a document may be committed after the document was deleted,
 * if it began before. Carrying out a batch takes the write replica a few milliseconds.
 */
const SETTLING = 250;

/** How the store behaves; what is left out has the value that production uses. */
export type CosmosOptions = CosmosAccount & {
  /** 32 bytes that all instances share and nobody else has: it seals how far they have seen. */
  readonly sessionKey: Uint8Array;
  /** How often the changes of other instances are asked for, in milliseconds. */
  readonly feedEvery?: number;
  /** How long a batch may still be on its way within the write replica, in milliseconds; 250 if not given. */
  readonly settling?: number;
} & Partial<ConnectionOptions & ResilienceOptions>;

/**
 * Opens the document store in a Cosmos DB database that is set up already. Throws a sentence when a container is missing
 * or set up otherwise, and StoreUnavailable when the account does not answer.
 */
export async function openCosmosStore(options: CosmosOptions): Promise<DocumentStore> {
  const session = createSession(options.sessionKey);
  /** Up to where watchers were told, by the feed or by being told that they were not. */
  const told = createMarks();
  const wire = createWire(session);
  const { client, end } = connect(options, { ...connectionOf(options), wire });
  const caller = createCaller(wire, resilienceOf(options));
  const database = client.database(options.database);
  const versions = createVersions();
  const access = accessTo(database, versions);
  const queries = queriesOf(database, versions);
  const listeners = new Set<(change: StoreChange) => void>();
  const ownWrites = createOwnWrites(tell);
  const writing = { access, versions, caller, ownWrites };
  let isClosed = false;

  /** Each listener hears after the write's own work and gets a copy: it can neither fail a write nor change a document. */
  function tell(change: StoreChange): void {
    for (const listener of listeners) {
      queueMicrotask(() => {
        if (listeners.has(listener)) listener(structuredClone(change));
      });
    }
  }

  function stop(): void {
    isClosed = true;
    caller.close();
    listeners.clear();
    end();
  }

  const fault = await caller
    .call({ operation: 'open', container: 'core' }, () => faultInContainers(database))
    .catch((error: unknown) => {
      stop();
      throw error;
    });
  if (fault !== null) {
    stop();
    throw new Error(fault);
  }
  const feeds = (['core', 'teams'] as const).map((container) =>
    followFeed(container, {
      database,
      caller,
      every: options.feedEvery ?? 250,
      hasListeners: () => listeners.size > 0,
      hear(etag, changes) {
        if (!ownWrites.isOwn(etag, changes)) changes.forEach(tell);
      },
      toldUntil: (token) => void told.hear(container, token),
    }),
  );
  await Promise.all(feeds.map(({ begun }) => begun)).catch((error: unknown) => {
    stop();
    throw error;
  });

  /** Checks what a caller hands in, as a rejection and not a throw. */
  async function checked<T>(place: Place, act: () => Promise<T>): Promise<T> {
    open();
    checkPlace(place);
    return act();
  }

  function open(): void {
    assert(!isClosed, 'the store was closed');
  }

  async function writeOne(
    place: Place,
    operation: WriteOperation,
  ): Promise<Result<StoredDocument | null, StoreFailure>> {
    const written = await write(writing, planOf(place, [operation]));
    if (written.ok) return ok(written.value[0] ?? null);
    return fail({ kind: written.error.kind });
  }

  return {
    read: (place, id) =>
      checked(place, () => {
        checkId(id);
        return caller.call({ operation: 'read', container: place.container }, async () => {
          const found = await access.read(place, id);
          return found && stored(found);
        });
      }),
    create: (place, document) =>
      checked(place, async () => {
        const written = await writeOne(place, { type: 'create', document });
        if (written.ok) return ok(kept(written.value));
        assert(written.error.kind === 'store.exists', 'a create is refused only for what exists');
        return fail(written.error);
      }),
    replace: (place, document, etag) =>
      checked(place, async () => {
        const written = await writeOne(place, { type: 'replace', document, etag });
        if (written.ok) return ok(kept(written.value));
        assert(written.error.kind !== 'store.exists', 'a replace is never refused for what exists');
        return fail(written.error);
      }),
    put: (place, document) =>
      checked(place, async () => {
        const written = await writeOne(place, { type: 'put', document });
        assert(written.ok, 'a put is never refused');
        return kept(written.value);
      }),
    delete: (place, id, etag) =>
      checked(place, async () => {
        checkId(id);
        const written = await writeOne(place, { type: 'delete', id, ...(etag !== undefined && { etag }) });
        if (written.ok) return ok(null);
        assert(written.error.kind !== 'store.exists', 'a delete is never refused for what exists');
        return fail(written.error);
      }),
    batch: (place, operations) =>
      checked(place, async () => {
        checkBatch(operations);
        return operations.length === 0 ? ok([]) : write(writing, planOf(place, operations));
      }),
    list: (place, query) =>
      checked(place, () => {
        const range = { prefix: query.prefix, after: query.after ?? '', limit: checkQuery(query) };
        return caller.call({ operation: 'list', container: place.container }, () => queries.list(place, range));
      }),
    count: (place, query) =>
      checked(place, () => {
        checkQuery(query);
        return caller.call({ operation: 'count', container: place.container }, () =>
          queries.count(place, query.prefix),
        );
      }),
    async scan(container, query) {
      open();
      checkLimit(query.limit);
      return caller.call({ operation: 'scan', container }, () => queries.scan(container, query));
    },
    watch(listener) {
      const own = (change: StoreChange): void => {
        listener(change);
      };
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    seenUntil: () => session.seal(),
    catchUp(seen) {
      const tokens = [...session.open(seen)].filter(([container]) => isWatched(container));
      return tokens.map(([container, token]) => told.hear(container, token)).includes(true);
    },
    async settle() {
      open();
      await wait(options.settling ?? SETTLING);
    },
    // Cosmos keeps no log within reach; what its backups keep ends with their retention.
    // eslint-disable-next-line @typescript-eslint/require-await
    async scrub() {
      open();
    },
    async ping() {
      open();
      // Reading what is not there costs one request unit and asks a partition, not the gateway's cache.
      const place: Place = { container: 'core', partition: 'ping' };
      await caller.call({ operation: 'ping', container: 'core' }, () => access.read(place, 'ping'));
    },
    async close() {
      if (isClosed) return;
      const ending = feeds.map((feed) => feed.stop());
      stop();
      await Promise.all(ending);
    },
  };
}

/** Makes the database and its containers where they are missing: for a machine of one's own; in Azure its set-up does. */
export async function prepareDatabase(account: CosmosAccount): Promise<void> {
  const wire = createWire(createSession(new Uint8Array(32)));
  const { client, end } = connect(account, { ...connectionOf({}), wire });
  const caller = createCaller(wire, resilienceOf({}));
  try {
    await caller.call({ operation: 'open', container: 'core' }, async () => {
      const { database } = await client.databases.createIfNotExists({ id: account.database });
      await makeContainers(database);
    });
  } finally {
    end();
  }
}

function connectionOf({ requestTimeout = 5_000, maxSockets = 100 }: Partial<ConnectionOptions>): ConnectionOptions {
  return { requestTimeout, maxSockets };
}

function resilienceOf(options: Partial<ResilienceOptions>): ResilienceOptions {
  return {
    deadline: options.deadline ?? 10_000,
    tries: options.tries ?? 20,
    random: options.random ?? Math.random,
    now: options.now ?? (() => performance.now()),
    onCharge: options.onCharge ?? (() => undefined),
  };
}

function kept(document: StoredDocument | null): StoredDocument {
  assert(document, 'a document that was written is there');
  return document;
}
