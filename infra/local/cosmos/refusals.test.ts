import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  BulkOperationType,
  ChangeFeedMode,
  CosmosClient,
  type ChangeFeedIteratorOptions,
  type OperationInput,
  type RequestOptions,
} from '@azure/cosmos';
import { fromTime, failureOf, startTestAccount, type TestAccount } from './test-account.ts';

let account: TestAccount;

beforeEach(async () => {
  account = await startTestAccount();
});

afterEach(async () => {
  await account.close();
});

const A = { id: 'a', pk: 'p' };

describe('what is not modelled', () => {
  const CALLS: Readonly<Record<string, (account: TestAccount) => Promise<unknown>>> = {
    'a patch': ({ container }) => container.item('a', 'p').patch([{ op: 'add', path: '/n', value: 1 }]),
    'all documents without a query': ({ container }) => container.items.readAll().fetchAll(),
    'the deletion of a container': ({ container }) => container.delete(),
    'the deletion of a database': ({ client }) => client.database('plumbline').delete(),
    'all databases': ({ client }) => client.databases.readAll().fetchAll(),
    'all containers': ({ client }) => client.database('plumbline').containers.readAll().fetchAll(),
    'a query of containers': ({ client }) =>
      client.database('plumbline').containers.query({ query: 'SELECT * FROM c' }).fetchAll(),
    'a stored procedure': ({ container }) => container.scripts.storedProcedures.create({ id: 'x', body: 'f' }),
    'a user': ({ client }) => client.database('plumbline').users.create({ id: 'x' }),
    'an offer': ({ client }) => client.offers.readAll().fetchAll(),
    conflicts: ({ container }) => container.conflicts.readAll().fetchAll(),
    'a partition key of several values': ({ container }) => container.item('a', ['p', 'q']).read(),
    'a partition key that is a number': ({ container }) => container.item('a', 1).read(),
    'another level of consistency': ({ container }) => container.item('a', 'p').read({ consistencyLevel: 'Eventual' }),
    'a condition on an upsert': ({ container }) =>
      container.items.upsert(A, { accessCondition: { type: 'IfMatch', condition: '"x"' } }),
    'a trigger': ({ container }) => container.items.create(A, { preTriggerInclude: 'x' }),
    'an indexing directive': ({ container }) => container.items.create(A, { indexingDirective: 'Exclude' }),
    'a header that is not known': ({ container }) =>
      container.item('a', 'p').read({ initialHeaders: { 'x-ms-new': '1' } }),
    'another partition key path': ({ client }) =>
      client.database('plumbline').containers.create({ id: 'x', partitionKey: { paths: ['/id'] } }),
    'unique keys': ({ client }) =>
      client.database('plumbline').containers.create({
        id: 'x',
        partitionKey: { paths: ['/pk'] },
        uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/a'] }] },
      }),
  };

  it.each(Object.keys(CALLS))('%s is refused and remembered', async (name) => {
    const failure = await failureOf(CALLS[name]?.(account) ?? Promise.resolve());

    expect(failure).toEqual({ code: 501, substatus: 0, name: 'NotModelled' });
    expect(account.double.unknown.length).toBeGreaterThan(0);
  });

  it.each<[string, OperationInput[], Record<string, string>]>([
    ['a patch in a batch', [{ operationType: 'Patch', id: 'a', resourceBody: { operations: [] } }], {}],
    ['a condition on an upsert in a batch', [{ operationType: 'Upsert', resourceBody: A, ifMatch: '"x"' }], {}],
    [
      'a batch that goes on',
      [{ operationType: 'Create', resourceBody: A }],
      { 'x-ms-cosmos-batch-continue-on-error': 'true' },
    ],
  ])('%s is refused and remembered', async (_name, operations, initialHeaders) => {
    const options: RequestOptions = { initialHeaders };

    await expect(account.container.items.batch(operations, 'p', options)).rejects.toMatchObject({
      cause: { code: 501 },
    });
    expect(account.double.unknown).toHaveLength(1);
    expect((await account.container.item('a', 'p').read()).statusCode).toBe(404);
  });

  it('bulk operations are refused and remembered', async () => {
    const create = { operationType: BulkOperationType.Create, resourceBody: A, partitionKey: 'p' } as const;

    const [result] = await account.container.items.executeBulkOperations([create]);

    expect(result?.error?.code).toBe(501);
    expect(account.double.unknown.map(({ why }) => why)).toEqual([expect.stringContaining('partitionkeyrangeid')]);
    expect((await account.container.item('a', 'p').read()).statusCode).toBe(404);
  });

  it.each<[string, ChangeFeedIteratorOptions]>([
    ['with deletes', { changeFeedMode: ChangeFeedMode.AllVersionsAndDeletes }],
    ['from a time', fromTime(new Date(0))],
  ])('a change feed %s is refused and remembered', async (_name, options) => {
    const failure = await failureOf(account.container.items.getChangeFeedIterator(options).readNext());

    expect(failure).toMatchObject({ code: 501 });
    expect(account.double.unknown).toHaveLength(1);
  });
});

describe('the account', () => {
  it('keeps what a container was created with, adds what Cosmos adds, and lets it be replaced', async () => {
    const { container, client } = account;
    const { resource, statusCode } = await container.read();
    const again = await client.database('plumbline').containers.createIfNotExists({ id: 'core', partitionKey: '/pk' });
    const replaced = await container.replace({ id: 'core', partitionKey: { paths: ['/pk'] }, defaultTtl: 60 });

    expect(statusCode).toBe(200);
    expect(resource).toMatchObject({
      id: 'core',
      partitionKey: { paths: ['/pk'], kind: 'Hash', version: 2 },
      indexingPolicy: {
        indexingMode: 'consistent',
        automatic: true,
        includedPaths: [],
        excludedPaths: [{ path: '/*' }, { path: '/"_etag"/?' }],
      },
      defaultTtl: -1,
    });
    expect([again.statusCode, again.resource]).toEqual([200, resource]);
    expect([replaced.statusCode, replaced.resource?.defaultTtl, replaced.resource?._rid]).toEqual([
      200,
      60,
      resource?._rid,
    ]);
    expect(replaced.etag).not.toBe(resource?._etag);
    expect((await container.read()).resource).toEqual(replaced.resource);
  });

  it('says what exists and what does not', async () => {
    const { client } = account;
    const { databases } = client;
    const { containers } = client.database('plumbline');
    const core = { id: 'core', partitionKey: { paths: ['/pk'] } };
    const nowhere = client.database('nowhere');
    const elsewhere = client.database('plumbline').container('elsewhere');

    expect((await databases.createIfNotExists({ id: 'plumbline' })).statusCode).toBe(200);
    expect(await failureOf(databases.create({ id: 'plumbline' }))).toMatchObject({ code: 409 });
    expect(await failureOf(containers.create(core))).toMatchObject({ code: 409 });
    expect(await failureOf(nowhere.read())).toMatchObject({ code: 404 });
    expect(await failureOf(nowhere.containers.create(core))).toMatchObject({ code: 404 });
    expect(await failureOf(elsewhere.read())).toMatchObject({ code: 404 });
    expect(await failureOf(elsewhere.replace({ ...core, id: 'elsewhere' }))).toMatchObject({ code: 404 });
    expect((await elsewhere.item('a', 'p').read()).substatus).toBe(1003);
    expect(await failureOf(account.container.replace({ ...core, id: 'core', defaultTtl: 0.5 }))).toMatchObject({
      code: 400,
    });
    expect(account.double.unknown).toEqual([]);
  });

  it('is one region, which is the double itself', async () => {
    const { client, double } = account;
    const { resource } = await client.getDatabaseAccount();

    expect(resource?.writableLocations).toEqual([{ name: 'Local', databaseAccountEndpoint: `${double.endpoint}/` }]);
    expect(await client.getReadEndpoint()).toBe(`${double.endpoint}/`);
  });
});

describe('the signature', () => {
  const OTHER_KEY = Buffer.from('another key').toString('base64');

  /** The status of a request that is signed by this test and not by the SDK. */
  async function statusOf(signing: {
    key?: string;
    date?: Date;
    signedPath?: string;
    authorization?: string;
  }): Promise<number> {
    const { double } = account;
    const date = (signing.date ?? new Date()).toUTCString();
    const text = `get\ncolls\n${signing.signedPath ?? 'dbs/plumbline/colls/core'}\n${date.toLowerCase()}\n\n`;
    const sig = createHmac('sha256', Buffer.from(signing.key ?? double.key, 'base64'))
      .update(text)
      .digest('base64');
    const authorization = signing.authorization ?? encodeURIComponent(`type=master&ver=1.0&sig=${sig}`);
    const response = await fetch(`${double.endpoint}/dbs/plumbline/colls/core`, {
      headers: { 'x-ms-date': date, ...(authorization === '' ? {} : { authorization }) },
    });
    await response.text();
    return response.status;
  }

  it('lets in who has the key, for what was signed, for a quarter of an hour', async () => {
    const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);

    expect(await statusOf({})).toBe(200);
    expect(await statusOf({ key: OTHER_KEY })).toBe(401);
    expect(await statusOf({ signedPath: 'dbs/plumbline/colls/teams' })).toBe(401);
    expect(await statusOf({ authorization: '' })).toBe(401);
    expect(await statusOf({ authorization: '%' })).toBe(401);
    expect(await statusOf({ authorization: 'type%3Daad%26ver%3D1.0%26sig%3Dx' })).toBe(401);
    expect(await statusOf({ date: minutesAgo(14) })).toBe(200);
    expect(await statusOf({ date: minutesAgo(16) })).toBe(403);
    expect(await statusOf({ date: minutesAgo(-16) })).toBe(403);
    expect(await statusOf({ date: new Date(Number.NaN) })).toBe(403);
  });

  it('is the first thing that is looked at', async () => {
    const client = new CosmosClient({ endpoint: account.double.endpoint, key: OTHER_KEY });
    const { container } = { container: client.database('plumbline').container('core') };
    const failure = await failureOf(container.items.create(A));
    const unknown = await failureOf(container.delete());
    client.dispose();

    expect([failure, unknown]).toEqual([
      { code: 401, substatus: 0, name: 'Unauthorized' },
      { code: 401, substatus: 0, name: 'Unauthorized' },
    ]);
    expect(account.double.unknown).toEqual([]);
  });
});
