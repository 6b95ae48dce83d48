import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChangeFeedIteratorOptions, type Container } from '@azure/cosmos';
import fc from 'fast-check';
import {
  fromBeginning,
  fromNow,
  fromContinuation,
  failureOf,
  startTestAccount,
  type TestAccount,
} from './test-account.ts';

let account: TestAccount;
let now = 1_790_000_000_000;

beforeEach(async () => {
  account = await startTestAccount({ now: () => now });
});

afterEach(async () => {
  await account.close();
  expect(account.double.unknown).toEqual([]);
});

interface Told {
  readonly ids: readonly string[];
  readonly status: number;
  readonly continuation: string;
}

/** One page of the feed. */
async function page(options: ChangeFeedIteratorOptions, container: Container = account.container): Promise<Told> {
  const response = await container.items.getChangeFeedIterator<{ id: string }>(options).readNext();
  return {
    ids: response.result.map(({ id }) => id),
    status: response.statusCode,
    continuation: response.continuationToken,
  };
}

const after = ({ continuation }: Told): ChangeFeedIteratorOptions => fromContinuation(continuation);

describe('the change feed', () => {
  it('tells what was written since, in the order of the writes, and 304 when there is nothing', async () => {
    const { items } = account.container;
    await items.create({ id: 'before', pk: 'p' });
    const start = await page(fromNow());
    await items.create({ id: 'b', pk: 'p' });
    await items.create({ id: 'a', pk: 'q' });
    const news = await page(after(start));
    const none = await page(after(news));

    expect(start).toMatchObject({ status: 304, ids: [] });
    expect(news).toMatchObject({ status: 200, ids: ['b', 'a'] });
    expect(none).toMatchObject({ status: 304, ids: [] });
    expect(none.continuation).toBe(news.continuation);
    expect((await page(fromBeginning())).ids).toEqual(['before', 'b', 'a']);
  });

  it('tells whole documents with the number of their write', async () => {
    const { items } = account.container;
    const { resource } = await items.create({ id: 'a', pk: 'p', body: { n: 1 } });
    const { result } = await items.getChangeFeedIterator(fromBeginning()).readNext();

    expect(result).toEqual([{ ...resource, _lsn: 1 }]);
  });

  it('collapses edits to the last version, and tells nothing of deletes and of what has ended', async () => {
    const { container } = account;
    await container.items.create({ id: 'a', pk: 'p' });
    await container.items.create({ id: 'b', pk: 'p' });
    await container.items.create({ id: 'c', pk: 'p', ttl: 10 });
    const start = await page(fromBeginning());
    for (let n = 0; n < 3; n += 1) await container.items.upsert({ id: 'a', pk: 'p', n });
    await container.item('b', 'p').delete();
    now += 10_000;

    expect(start.ids).toEqual(['a', 'b', 'c']);
    expect(await page(after(start))).toMatchObject({ status: 200, ids: ['a'] });
    expect((await page(fromBeginning())).ids).toEqual(['a']);
  });

  it('keeps the writes of one batch together and in order, on pages of one', async () => {
    const { items } = account.container;
    await items.create({ id: 'first', pk: 'p' });
    await items.batch(
      ['z', 'y', 'x'].map((id) => ({ operationType: 'Create', resourceBody: { id, pk: 'p' } })),
      'p',
    );
    const one = await page({ ...fromBeginning(), maxItemCount: 1 });
    const two = await page({ ...after(one), maxItemCount: 1 });

    expect([one.ids, two.ids]).toEqual([['first'], ['z', 'y', 'x']]);
  });

  it('may have shorter pages than are asked for', async () => {
    const { items } = account.container;
    for (const id of ['a', 'b']) await items.create({ id, pk: 'p' });
    account.double.faults.pageDocuments = 1;
    const one = await page({ ...fromBeginning(), maxItemCount: 10 });

    expect([one.ids, (await page(after(one))).ids]).toEqual([['a'], ['b']]);
  });

  it('can be read for one partition', async () => {
    const { items } = account.container;
    await items.create({ id: 'a', pk: 'p' });
    await items.create({ id: 'b', pk: 'q' });
    const feed = items.getChangeFeedIterator<{ id: string }>(fromBeginning('q'));
    const { result } = await feed.readNext();

    expect(result.map(({ id }) => id)).toEqual(['b']);
    expect((await feed.readNext()).statusCode).toBe(304);
  });

  it('refuses a continuation that is not one', async () => {
    const { continuation } = await page(fromNow());
    const wrong = continuation.replace('\\"0\\"', 'zero');

    expect(wrong).not.toBe(continuation);
    expect(await failureOf(page(fromContinuation(wrong)))).toMatchObject({
      code: 400,
    });
  });

  it('tells of every document in its last version to a reader of any pace', async () => {
    const { container } = account;
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      pk: fc.constantFrom('p', 'q'),
      act: fc.constantFrom('put', 'put', 'delete', 'read'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.integer({ min: 1, max: 3 }), async (steps, most) => {
        const told = new Map<string, unknown>();
        const alive = new Map<string, unknown>();
        let feed: ChangeFeedIteratorOptions = after(await page(fromNow()));
        const read = async (): Promise<number> => {
          const iterator = container.items.getChangeFeedIterator<{ id: string; pk: string; _etag: string }>({
            ...feed,
            maxItemCount: most,
          });
          const { result, statusCode, continuationToken } = await iterator.readNext();
          for (const { id, pk, _etag } of result) told.set(`${pk}/${id}`, _etag);
          feed = fromContinuation(continuationToken);
          return statusCode;
        };
        for (const { id, pk, act } of steps) {
          if (act === 'read') await read();
          else if (act === 'put') alive.set(`${pk}/${id}`, (await container.items.upsert({ id, pk })).etag);
          else if (alive.delete(`${pk}/${id}`)) await container.item(id, pk).delete();
        }
        while ((await read()) !== 304);

        expect([...alive].filter(([name, etag]) => told.get(name) !== etag)).toEqual([]);
        for (const name of alive.keys()) {
          const [pk = '', id = ''] = name.split('/');
          await container.item(id, pk).delete();
        }
      }),
      { numRuns: 20 },
    );
  });
});
