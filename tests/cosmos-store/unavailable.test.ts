import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CosmosClient } from '@azure/cosmos';
import { CONTAINER_SETUP, CONTAINERS } from '@plumbline/bot/stores/cosmos/containers';
import { prepareDatabase, type Charge, type CosmosOptions } from '@plumbline/bot/stores/cosmos/cosmos-store';
import { StoreUnavailable } from '@plumbline/bot/stores/store-unavailable';
import type { DocumentStore, Place } from '@plumbline/shared/application/ports/document-store';
import { document, until, valueOf } from '@plumbline/shared/testing/document-store/subject';
import { makeDatabase, type TestDatabase } from './database.ts';
import type { Fate } from './line.ts';

const CORE: Place = { container: 'core', partition: 'meeting' };

let database: TestDatabase;
let charges: Charge[];

beforeAll(async () => {
  database = await makeDatabase();
});

beforeEach(() => {
  charges = [];
});

afterEach(() => {
  database.line.fate = () => 'pass';
});

afterAll(async () => {
  await database.close();
});

function open(options: Partial<CosmosOptions> = {}): Promise<DocumentStore> {
  return database.open({ feedEvery: 600_000, onCharge: (charge) => void charges.push(charge), ...options });
}

const CALLS: readonly [string, (store: DocumentStore) => Promise<unknown>][] = [
  ['read', (store) => store.read(CORE, 'a')],
  ['create', (store) => store.create(CORE, document('a'))],
  ['replace', (store) => store.replace(CORE, document('a'), 'etag')],
  ['put', (store) => store.put(CORE, document('a'))],
  ['delete', (store) => store.delete(CORE, 'a')],
  ['batch', (store) => store.batch(CORE, [{ type: 'put', document: document('a') }])],
  ['list', (store) => store.list(CORE, { prefix: '' })],
  ['count', (store) => store.count(CORE, { prefix: '' })],
  ['scan', (store) => store.scan('core', { after: null, limit: 10 })],
  ['ping', (store) => store.ping()],
];

describe('a database that does not answer', () => {
  const always: readonly [string, Fate, Partial<CosmosOptions>][] = [
    ['hangs', 'hang', { deadline: 1_500 }],
    ['hangs for each request', 'hang', { requestTimeout: 400, tries: 3 }],
    ['resets every connection', 'lost', { tries: 3 }],
    ['throttles without end', { status: 429, headers: { 'x-ms-retry-after-ms': '1' } }, { tries: 4 }],
    ['asks for more time than a call has', { status: 429, headers: { 'x-ms-retry-after-ms': '60000' } }, {}],
    ['is a gateway in front of nothing', { status: 502, body: '<html>Bad gateway</html>' }, { tries: 3 }],
    ['has no replica that is far enough', { status: 404, headers: { 'x-ms-substatus': '1002' } }, { tries: 3 }],
  ];

  it.each(always)('%s: every call says so, and serves again afterwards', async (_, fate, options) => {
    const store = await open(options);
    charges = [];
    database.line.fate = () => fate;
    const outcomes = await Promise.all(
      CALLS.map(([name, call]) =>
        call(store).then(
          () => [name, 'answered'],
          (error: unknown) => [name, error instanceof StoreUnavailable ? 'unavailable' : String(error)],
        ),
      ),
    );
    expect(outcomes).toEqual(CALLS.map(([name]) => [name, 'unavailable']));
    expect(Math.max(...charges.map(({ tries }) => tries))).toBeLessThanOrEqual(options.tries ?? 20);

    database.line.fate = () => 'pass';
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
  });

  it('passes a storm of refusals that ends in time, and reports every try', async () => {
    const store = await open();
    let left = 8;
    database.line.fate = () => (left-- > 0 ? { status: 429, headers: { 'x-ms-retry-after-ms': '1' } } : 'pass');
    charges = [];
    await store.put(CORE, document('stormy'));

    expect(charges).toEqual([{ operation: 'write', container: 'core', charge: expect.any(Number), tries: 9 }]);
    expect(charges[0]?.charge).toBeGreaterThan(0);
    await store.close();
  });

  it('tells its own watchers of a write that it gave up and that was carried out', async () => {
    const store = await database.open({ tries: 1 });
    const heard: string[] = [];
    store.watch(({ id }) => heard.push(id));
    database.line.fate = ({ batch }) => (batch === null ? 'pass' : 'unheard');
    await expect(store.put(CORE, document('given up'))).rejects.toThrow(StoreUnavailable);
    database.line.fate = () => 'pass';
    await until(store, () => heard.length > 0);

    expect(heard).toEqual(['given up']);
    await store.close();
  });

  it('does not end the feed, which goes on where it was', async () => {
    const [watcher, writer] = [await database.open({ tries: 2 }), await open()];
    const heard: string[] = [];
    watcher.watch(({ id }) => heard.push(id));
    database.line.fate = ({ headers }) => (headers['a-im'] === undefined ? 'pass' : 'truncated');
    await writer.put(CORE, document('meanwhile'));
    for (let turn = 0; turn < 20; turn += 1) await watcher.ping();
    expect(heard).toEqual([]);
    database.line.fate = () => 'pass';
    await until(watcher, () => heard.length > 0);

    expect(heard).toEqual(['meanwhile']);
    await watcher.close();
    await writer.close();
  });

  it('cannot be opened, and the error says so', async () => {
    database.line.fate = () => 'lost';
    await expect(open({ tries: 2 })).rejects.toThrow(StoreUnavailable);
  });
});

describe('a database that refuses for good', () => {
  it('is told with its status, and without what was sent', async () => {
    const store = await open();
    valueOf(await store.create(CORE, document('person-1', { text: 'a secret' })));
    database.line.fate = () => ({ status: 403, headers: { 'x-ms-substatus': '5300' }, body: '{"message":"person-1"}' });
    const faults = await Promise.all(
      CALLS.slice(0, 9).map(([, call]) =>
        call(store).then(
          () => new Error('It was answered.'),
          (error: unknown) => error,
        ),
      ),
    );
    for (const fault of faults) {
      if (!(fault instanceof Error)) throw new Error('No error was thrown.');
      expect(fault.message).toContain('Azure Cosmos DB refused a request with status 403');
      expect(JSON.stringify([fault.message, fault.stack, fault.cause, Object.entries(fault)])).not.toMatch(
        /person-1|secret/,
      );
    }
    await store.close();
  });
});

describe('a database', () => {
  it('is prepared as the data for its infrastructure says, and preparing it again changes nothing', async () => {
    const client = new CosmosClient(database.account);
    await prepareDatabase(database.account);
    for (const id of CONTAINERS) {
      const { resource } = await client.database('plumbline').container(id).read();
      const { indexingPolicy, ...setUp } = CONTAINER_SETUP;
      // Azure adds an excluded path of its own.
      const excludedPaths: unknown = expect.arrayContaining([...indexingPolicy.excludedPaths]);
      expect(resource).toMatchObject({ id, ...setUp, indexingPolicy: { ...indexingPolicy, excludedPaths } });
    }
    client.dispose();
  });
});

describe('a database that is not set up', () => {
  it('is not opened, and one sentence says what differs', async () => {
    const { endpoint, key } = database.account;
    const client = new CosmosClient({ endpoint, key });
    await client.databases.create({ id: 'half' });
    const { containers } = client.database('half');
    for (const id of ['core', 'teams', 'private']) {
      await containers.create({
        id,
        partitionKey: { paths: ['/pk'] },
        defaultTtl: -1,
        indexingPolicy: {
          indexingMode: 'consistent',
          includedPaths: [{ path: '/id/?' }, { path: '/pk/?' }],
          excludedPaths: [{ path: '/*' }],
        },
      });
    }
    const opening = () => open({ database: 'half' });

    await expect(opening()).rejects.toThrow(
      /^The Cosmos DB database "half" is not set up for Plumbline: the container "ballots" is missing\. Create or change/,
    );
    await containers.create({ id: 'ballots', partitionKey: { paths: ['/pk'] } });
    await expect(opening()).rejects.toThrow(
      'of the container "ballots" its time to live is not "on, without a default" and its indexing policy is not to ' +
        'index /id and /pk alone',
    );
    client.dispose();
  });
});
