import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FeedOptions, QueryIterator, SqlParameter } from '@azure/cosmos';
import { COUNT_QUERY, LIST_QUERY } from '@plumbline/bot/stores/cosmos/catalogue';
import fc from 'fast-check';
import { failureOf, startTestAccount, type TestAccount } from './test-account.ts';

let account: TestAccount;
let now = 1_790_000_000_000;
let partitions = 0;

beforeAll(async () => {
  account = await startTestAccount({ now: () => now });
});

afterEach(() => {
  account.double.faults.clear();
});

afterAll(async () => {
  await account.close();
  expect(account.double.unknown).toEqual([]);
});

interface Listed {
  readonly id: string;
  readonly body?: unknown;
}

function list(
  pk: string,
  { prefix = '', after = '' }: { prefix?: string; after?: string } = {},
  options: FeedOptions = {},
): QueryIterator<Listed> {
  return account.container.items.query<Listed>(
    { query: LIST_QUERY, parameters: parameters({ pk, prefix, after }) },
    { partitionKey: pk, ...options },
  );
}

async function count(pk: string, prefix = ''): Promise<number> {
  const { resources } = await account.container.items
    .query<number>({ query: COUNT_QUERY, parameters: parameters({ pk, prefix }) }, { partitionKey: pk })
    .fetchAll();
  return resources.reduce((sum, one) => sum + one, 0);
}

function parameters(values: Readonly<Record<string, string>>): SqlParameter[] {
  return Object.entries(values).map(([name, value]) => ({ name: `@${name}`, value }));
}

function newPartition(): string {
  partitions += 1;
  return `p${partitions}`;
}

const inBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

describe('the list', () => {
  it('has the fields that it asks for, and leaves out what a document lacks', async () => {
    const pk = newPartition();
    const { etag } = await account.container.items.create({ id: 'a', pk, schema: 3, etag: 'e', body: { n: 1 }, x: 1 });
    await account.container.items.create({ id: 'b', pk });

    expect((await list(pk).fetchAll()).resources).toEqual([
      { id: 'a', schema: 3, etag: 'e', body: { n: 1 }, _etag: etag },
      { id: 'b', _etag: expect.any(String) },
    ]);
  });

  it('does not know of notes of deletes, of what has ended, or of other partitions', async () => {
    const pk = newPartition();
    const { items } = account.container;
    await items.create({ id: 'a', pk });
    await items.create({ id: 'b', pk, gone: ['x'], ttl: 100 });
    await items.create({ id: 'c', pk, gone: null });
    await items.create({ id: 'd', pk, ttl: 10 });
    await items.create({ id: 'e', pk: newPartition() });
    now += 10_000;

    expect((await list(pk).fetchAll()).resources.map(({ id }) => id)).toEqual(['a']);
    expect(await count(pk)).toBe(1);
    const elsewhere = await list(pk, {}, { partitionKey: 'another' }).fetchAll();
    expect(elsewhere.resources).toEqual([]);
  });

  it('gives 100 documents to who does not say how many, and pages of at most 4 MB', async () => {
    const pk = newPartition();
    const ids = Array.from({ length: 101 }, (_, index) => String(index).padStart(3, '0'));
    for (const part of [ids.slice(0, 100), ids.slice(100)]) {
      await account.container.items.batch(
        part.map((id) => ({ operationType: 'Create', resourceBody: { id, pk } })),
        pk,
      );
    }
    const first = await list(pk).fetchNext();
    expect([first.resources.length, first.hasMoreResults]).toEqual([100, true]);
    const large = newPartition();
    for (const id of ['a', 'b', 'c']) {
      await account.container.items.create({ id, pk: large, body: { text: 'x'.repeat(1_700_000) } });
    }
    const page = await list(large, {}, { maxItemCount: 1000 }).fetchNext();
    expect([page.resources.map(({ id }) => id), page.hasMoreResults]).toEqual([['a', 'b'], true]);
  });

  it('may begin with a page that has nothing but a continuation', async () => {
    const pk = newPartition();
    for (const id of ['a', 'b']) await account.container.items.create({ id, pk });
    account.double.faults.emptyPages = true;
    const pages = list(pk, { after: 'a' });
    const first = await pages.fetchNext();
    const second = await pages.fetchNext();

    expect([first.resources, first.hasMoreResults]).toEqual([[], true]);
    expect([second.resources.map(({ id }) => id), second.hasMoreResults]).toEqual([['b'], false]);
  });

  it('goes on from a continuation in another request, and not from anything else', async () => {
    const pk = newPartition();
    for (const id of ['a', 'b', 'c']) await account.container.items.create({ id, pk });
    const { continuationToken } = await list(pk, {}, { maxItemCount: 2 }).fetchNext();
    const rest = await list(pk, {}, { continuationToken }).fetchAll();

    expect(rest.resources.map(({ id }) => id)).toEqual(['c']);
    expect(await failureOf(list(pk, {}, { continuationToken: 'nonsense' }).fetchAll())).toMatchObject({ code: 400 });
  });
});

describe('for any documents', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 4 })
    .map((text) => text.replace(/[/\\?#\p{Cc}]/gu, '|'))
    .filter((text) => text.isWellFormed());
  const id = fc.oneof(
    name,
    fc.constantFrom('round|1', 'round|10', 'round|2', 'rounds', 'é', 'e\u0301', '\uffff', '\u{1f9ed}', 'a', 'ab', 'a|'),
  );
  const document = fc.record({ id, gone: fc.boolean() });
  const documents = fc.uniqueArray(document, { maxLength: 12, selector: (one) => one.id });
  const prefix = fc.oneof(fc.constant(''), fc.constantFrom('round|', 'a', 'e', 'é', '\u{1f9ed}'), name);

  it('list and count give what a plain evaluator gives, in pages of any size and with deletes between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.record({ prefix, after: fc.oneof(fc.constant(''), id), maxItemCount: fc.integer({ min: 1, max: 5 }) }),
        fc.record({
          cap: fc.option(fc.integer({ min: 1, max: 3 })),
          deletes: fc.array(fc.nat({ max: 11 }), { maxLength: 3 }),
        }),
        async (all, { maxItemCount, ...query }, { cap, deletes }) => {
          const { container, double } = account;
          const pk = newPartition();
          for (const { id: one, gone } of all) {
            await container.items.create({ id: one, pk, ...(gone ? { gone: [] } : {}) });
          }
          double.faults.pageDocuments = cap;
          const alive = new Set(all.filter(({ gone }) => !gone).map((one) => one.id));
          const wanted = (): string[] =>
            [...alive].filter((one) => one.startsWith(query.prefix) && inBytes(one, query.after) > 0).sort(inBytes);
          expect(await count(pk, query.prefix)).toBe([...alive].filter((one) => one.startsWith(query.prefix)).length);

          const pages = list(pk, query, { maxItemCount });
          const told: string[] = [];
          for (let more = true; more; more = pages.hasMoreResults()) {
            const page = await pages.fetchNext();
            const ids = page.resources.map((one) => one.id);
            const left = wanted().filter((one) => inBytes(one, told.at(-1) ?? '') > 0);
            expect(ids).toEqual(left.slice(0, Math.min(maxItemCount, cap ?? Infinity)));
            told.push(...ids);
            const victim = all[deletes.pop() ?? -1]?.id;
            if (victim !== undefined && alive.delete(victim)) await container.item(victim, pk).delete();
          }
          double.faults.pageDocuments = null;
          expect(wanted().filter((one) => !told.includes(one))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the catalogue', () => {
  it.each([
    ['another text', { query: `${LIST_QUERY} `, parameters: parameters({ pk: 'p', prefix: '', after: '' }) }],
    ['everything', { query: 'SELECT * FROM c' }],
    ['a parameter too few', { query: LIST_QUERY, parameters: parameters({ pk: 'p', prefix: '' }) }],
    ['a parameter too many', { query: COUNT_QUERY, parameters: parameters({ pk: 'p', prefix: '', after: '' }) }],
    ['a number', { query: COUNT_QUERY, parameters: [...parameters({ pk: 'p' }), { name: '@prefix', value: 1 }] }],
  ])('does not have %s, and remembers that it was asked', async (_name, query) => {
    const refusing = await startTestAccount();
    const failure = await failureOf(refusing.container.items.query(query, { partitionKey: 'p' }).fetchAll());
    await refusing.close();

    expect(failure).toEqual({ code: 501, substatus: 0, name: 'NotModelled' });
    const asked = refusing.double.unknown.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(asked)).toEqual(new Set(['POST /dbs/plumbline/colls/core/docs']));
  });

  it('is of one partition: a query that names none, or goes by ranges, is refused', async () => {
    const refusing = await startTestAccount();
    const query = { query: COUNT_QUERY, parameters: parameters({ pk: 'p', prefix: '' }) };
    const failures = [
      await failureOf(refusing.container.items.query(query).fetchAll()),
      await failureOf(refusing.container.items.query(query, { partitionKey: 'p', forceQueryPlan: true }).fetchAll()),
    ];
    await refusing.close();

    expect(failures.map(({ code }) => code)).toEqual([501, 501]);
    expect(refusing.double.unknown.map(({ why }) => why)).toEqual([
      expect.stringContaining('several partitions'),
      expect.stringContaining('partitionkeyrangeid'),
    ]);
  });
});
