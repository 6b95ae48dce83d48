import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Container } from '@azure/cosmos';
import { COUNT_QUERY } from '@plumbline/bot/stores/cosmos/catalogue';
import fc from 'fast-check';
import { fromBeginning, failureOf, startTestAccount, type TestAccount } from './test-account.ts';

let account: TestAccount;

beforeEach(async () => {
  account = await startTestAccount();
});

afterEach(async () => {
  await account.close();
  expect(account.double.unknown).toEqual([]);
});

async function numberIn(container: Container, sessionToken?: string): Promise<number | undefined> {
  const options = sessionToken === undefined ? {} : { sessionToken };
  const { resource } = await container.item('a', 'p').read<{ n: number }>(options);
  return resource?.n;
}

async function countIn(container: Container): Promise<readonly number[]> {
  const parameters = [
    { name: '@pk', value: 'p' },
    { name: '@prefix', value: '' },
  ];
  const { resources } = await container.items
    .query<number>({ query: COUNT_QUERY, parameters }, { partitionKey: 'p' })
    .fetchAll();
  return resources;
}

/** Writes `a` with n from 1 up, so many times, and returns the session token of each write. */
async function write(times: number): Promise<readonly string[]> {
  const tokens: string[] = [];
  for (let n = 1; n <= times; n += 1) {
    const { headers } = await account.container.items.upsert({ id: 'a', pk: 'p', n });
    tokens.push(String(headers['x-ms-session-token']));
  }
  return tokens;
}

describe('sessions', () => {
  it('count the writes of a container, one for each batch, none for what is refused', async () => {
    const { container } = account;
    expect(await write(2)).toEqual(['0:-1#1', '0:-1#2']);
    await failureOf(container.items.create({ id: 'a', pk: 'p' }));
    await container.items.batch(
      ['b', 'c'].map((id) => ({ operationType: 'Create', resourceBody: { id, pk: 'p' } })),
      'p',
    );
    await container.items.batch([{ operationType: 'Read', id: 'b' }], 'p');
    const { headers } = await container.item('b', 'p').delete();

    expect(headers['x-ms-session-token']).toBe('0:-1#4');
  });

  it('let a client see its own writes, and others what is so many writes behind', async () => {
    const { container, double } = account;
    const other = account.another();
    double.faults.lag = 2;
    await write(5);

    expect([await numberIn(container), await numberIn(other)]).toEqual([5, 3]);
    await container.item('a', 'p').delete();
    expect([await numberIn(container), await numberIn(other)]).toEqual([undefined, 4]);
    expect(await countIn(container)).toEqual([0]);
    expect(await countIn(account.another())).toEqual([1]);
    double.faults.lag = 0;
    expect(await numberIn(other)).toBeUndefined();
  });

  it('show a client at least as much as the token that it was handed, and no less afterwards', async () => {
    account.double.faults.lag = 4;
    const tokens = await write(5);
    const other = account.another();

    expect(await numberIn(other)).toBe(1);
    expect(await numberIn(other, tokens[2])).toBe(3);
    expect(await numberIn(other)).toBe(3);
    expect(await numberIn(other, tokens[0])).toBe(1);
  });

  it('show others the state so many writes ago, whatever was written', async () => {
    const { container, double } = account;
    const write = fc.record({ id: fc.constantFrom('a', 'b', 'c'), deletes: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), fc.nat({ max: 8 }), async (writes, lag) => {
        const states = [new Map<string, string>()];
        for (const { id, deletes } of writes) {
          const state = new Map(states.at(-1));
          if (!deletes) state.set(id, (await container.items.upsert({ id, pk: 'p' })).etag);
          else if (state.delete(id)) await container.item(id, 'p').delete();
          else continue;
          states.push(state);
        }
        double.faults.lag = Math.min(lag, states.length - 1);
        const expected = states.at(-1 - double.faults.lag) ?? new Map<string, string>();
        const other = account.another();
        for (const id of ['a', 'b', 'c']) expect((await other.item(id, 'p').read()).etag).toBe(expected.get(id));
        expect(await countIn(account.another())).toEqual([expected.size]);
        double.faults.lag = 0;
        for (const id of states.at(-1)?.keys() ?? []) await container.item(id, 'p').delete();
      }),
      { numRuns: 15 },
    );
  });

  it('let replicas see nothing before the first write, however far they are behind', async () => {
    account.double.faults.lag = 100;
    await write(3);

    expect(await numberIn(account.another())).toBeUndefined();
  });

  it('show the feed as the replica has it, and nothing twice or never', async () => {
    const { items } = account.another();
    account.double.faults.lag = 2;
    await write(1);
    for (const id of ['b', 'c', 'd']) await account.container.items.create({ id, pk: 'p' });
    const feed = items.getChangeFeedIterator<{ id: string }>(fromBeginning());
    const ids = async (): Promise<readonly string[]> => (await feed.readNext()).result.map(({ id }) => id);

    expect(await ids()).toEqual(['a', 'b']);
    expect(await ids()).toEqual([]);
    account.double.faults.lag = 0;
    expect(await ids()).toEqual(['c', 'd']);
  });

  it('show what conditions are checked against as it is, not as a replica has it', async () => {
    account.double.faults.lag = 10;
    await write(3);
    const other = account.another();

    expect(await failureOf(other.items.create({ id: 'a', pk: 'p' }))).toMatchObject({ code: 409 });
    expect(await numberIn(other)).toBe(3);
  });

  it('have no replica for a token of another time: the SDK drops it, and is served what is behind', async () => {
    account.double.faults.lag = 1;
    await write(2);
    const asked: string[] = [];
    account.double.faults.decide(({ operation }) => {
      asked.push(operation);
      return null;
    });

    expect(await numberIn(account.container, '0:-1#9')).toBe(1);
    expect(asked).toEqual(['item.read', 'item.read']);
    expect(await failureOf(numberIn(account.container, 'nonsense'))).toMatchObject({ code: 400 });
  });
});
