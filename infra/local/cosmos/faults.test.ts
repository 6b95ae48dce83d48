import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ErrorResponse } from '@azure/cosmos';
import type { ScriptedFault } from './faults.ts';
import { startTestAccount, type TestAccount } from './test-account.ts';

let account: TestAccount;

beforeEach(async () => {
  account = await startTestAccount({ controlSecret: 'open sesame' });
  await account.container.items.create({ id: 'there', pk: 'p' });
});

afterEach(async () => {
  await account.close();
  expect(account.double.unknown).toEqual([]);
});

/** What comes of a create: its status, or the error's code and, where it has none, its kind; and whether it was done. */
async function createUnder(fault: ScriptedFault['fault'], times?: number): Promise<readonly unknown[]> {
  const { container, double } = account;
  double.faults.add({ fault, match: { operation: 'item.create' }, ...(times === undefined ? {} : { times }) });
  const outcome = await outcomeOf(container.items.create({ id: 'a', pk: 'p' }));
  return [outcome, (await container.item('a', 'p').read()).statusCode === 200 ? 'done' : 'not done'];
}

async function readUnder(fault: ScriptedFault['fault'], times?: number): Promise<unknown> {
  const { container, double } = account;
  double.faults.add({ fault, match: { method: 'GET', container: 'core' }, ...(times === undefined ? {} : { times }) });
  return outcomeOf(container.item('there', 'p').read());
}

async function outcomeOf(
  call: Promise<{ readonly statusCode?: number; readonly substatus?: number }>,
): Promise<unknown> {
  try {
    const { statusCode, substatus } = await call;
    return substatus === undefined ? statusCode : `${String(statusCode)}/${substatus}`;
  } catch (fault) {
    if (fault instanceof ErrorResponse) return fault.code;
    if (!(fault instanceof Error)) throw fault;
    return 'code' in fault && fault.code !== undefined ? fault.code : fault.name;
  }
}

/** How often each fault came, which is how often the SDK asked. */
function asked(): number {
  return account.double.faults.happened.length;
}

describe('faults reach the SDK', () => {
  it.each([449, 408, 410, 500] as const)('%i is thrown at once', async (status) => {
    expect(await createUnder({ type: 'answer', status })).toEqual([status, 'not done']);
    expect(await readUnder({ type: 'answer', status })).toBe(status);
    expect(asked()).toBe(2);
  });

  it('429 is tried ten times in all, and with a time to wait when that is over', async () => {
    expect(await createUnder({ type: 'answer', status: 429 })).toEqual([429, 'not done']);
    expect(asked()).toBe(10);
    account.double.faults.clear();
    expect(await readUnder({ type: 'answer', status: 429, retryAfterMs: 1 }, 3)).toBe(200);
    expect(asked()).toBe(13);
  });

  it('429 with a time to wait tells it in the end', async () => {
    account.double.faults.add({ fault: { type: 'answer', status: 429, retryAfterMs: 2 } });
    const failure = await account.container.items.create({ id: 'a', pk: 'p' }).catch((fault: unknown) => fault);

    expect(failure).toMatchObject({ code: 429, retryAfterInMs: 2 });
    expect(asked()).toBe(10);
  });

  it('503 is tried once more when reading, never when writing', async () => {
    expect(await createUnder({ type: 'answer', status: 503 })).toEqual([503, 'not done']);
    expect(asked()).toBe(1);
    expect(await readUnder({ type: 'answer', status: 503 })).toBe(503);
    expect(asked()).toBe(3);
  });

  it('503 as HTML or without a body is an error without a code', async () => {
    expect(await createUnder({ type: 'answer', status: 503, body: 'html' }, 1)).toEqual(['SyntaxError', 'not done']);
    expect(await createUnder({ type: 'answer', status: 503, body: 'empty' })).toEqual(['TypeError', 'not done']);
  });

  it.each([
    ['before', 'not done'],
    ['after', 'done'],
  ] as const)('a connection reset %s the write looks the same: %s', async (when, done) => {
    expect(await createUnder({ type: 'reset', when })).toEqual(['ECONNRESET', done]);
    expect(asked()).toBe(1);
  });

  it('an answer that was lost may be of something that was done', async () => {
    expect(await createUnder({ type: 'answer', status: 408, when: 'after' })).toEqual([408, 'done']);
  });

  it('a body that ends too early is a fault of parsing, after the write', async () => {
    expect(await createUnder({ type: 'truncate' })).toEqual(['PARSE_ERROR', 'done']);
  });

  it.each([
    ['before', 'not done'],
    ['after', 'done'],
  ] as const)(
    'an answer that never comes ends with the patience of the client; %s the write: %s',
    async (when, done) => {
      const { container, double } = account;
      double.faults.add({ fault: { type: 'hang', when }, match: { operation: 'item.create' } });
      const patience = new AbortController();
      const creating = outcomeOf(container.items.create({ id: 'a', pk: 'p' }, { abortSignal: patience.signal }));
      while (asked() === 0) await wait(5);
      patience.abort();

      expect(await creating).toBe('AbortError');
      expect((await container.item('a', 'p').read()).statusCode).toBe(done === 'done' ? 200 : 404);
    },
  );

  it('a slow answer comes after all', async () => {
    expect(await createUnder({ type: 'slow', ms: 50 })).toEqual([201, 'done']);
    expect(asked()).toBe(1);
  });

  it('404 with 1002 makes the SDK ask twice more, and looks like a missing document in the end', async () => {
    expect(await readUnder({ type: 'answer', status: 404, substatus: 1002 })).toBe('404/1002');
    expect(asked()).toBe(3);
  });

  it('batches, queries and the feed have them too', async () => {
    const { items } = account.container;
    account.double.faults.add({ fault: { type: 'answer', status: 500 }, match: { container: 'core' } });

    await expect(items.batch([{ operationType: 'Read', id: 'there' }], 'p')).rejects.toMatchObject({
      cause: { code: 500 },
    });
    await expect(items.getChangeFeedIterator({}).readNext()).rejects.toMatchObject({ code: 500 });
  });
});

describe('a script', () => {
  const SERVER_FAULT: ScriptedFault['fault'] = { type: 'answer', status: 500 };

  async function outcomes(times: number): Promise<readonly unknown[]> {
    const statuses: unknown[] = [];
    for (let n = 0; n < times; n += 1) statuses.push(await outcomeOf(account.container.item('there', 'p').read()));
    return statuses;
  }

  it('is for the next requests that match, in the order of its rules', async () => {
    const { faults } = account.double;
    faults.add({ fault: SERVER_FAULT, match: { operation: 'item.create' } });
    faults.add({ fault: SERVER_FAULT, match: { container: 'teams' } });
    faults.add({ fault: SERVER_FAULT, match: { operation: 'item.read' }, times: 2 });
    faults.add({ fault: { type: 'answer', status: 408 }, match: { method: 'GET' }, times: 1 });

    expect(await outcomes(4)).toEqual([500, 500, 408, 200]);
    faults.clear();
    expect(await outcomeOf(account.container.items.create({ id: 'a', pk: 'p' }))).toBe(201);
  });

  it('by chance is the same with the same seed', async () => {
    const { faults } = account.double;
    const run = async (seed: number): Promise<readonly unknown[]> => {
      faults.clear();
      faults.add({ fault: SERVER_FAULT, chance: { probability: 0.5, seed } });
      return outcomes(20);
    };
    const first = await run(1);

    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
  });

  it('can be a function that is asked about every request', async () => {
    const { faults } = account.double;
    faults.decide(({ operation }) => (operation === 'item.read' ? SERVER_FAULT : null));
    const failed = await outcomes(1);
    faults.decide(null);

    expect([failed, await outcomes(1)]).toEqual([[500], [200]]);
    expect(faults.happened).toEqual([
      { method: 'GET', operation: 'item.read', container: 'core', fault: expect.objectContaining({ status: 500 }) },
    ]);
  });

  it('comes from another process that knows the secret', async () => {
    const url = `${account.double.endpoint}/_double`;
    const headers = { 'x-double-control': 'open sesame' };
    const script = { rules: [{ fault: SERVER_FAULT, times: 1 }], lag: 1, pageDocuments: 2 };
    const put = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(script) });
    const scripted = [account.double.faults.lag, account.double.faults.pageDocuments];
    const failed = await outcomes(2);
    const told = await (await fetch(url, { headers })).text();
    const deleted = await fetch(url, { method: 'DELETE', headers });

    expect([put.status, scripted, failed, deleted.status]).toEqual([204, [1, 2], [500, 200], 204]);
    expect(JSON.parse(told)).toMatchObject({ unknown: [], happened: [{ operation: 'item.read' }] });
    expect([account.double.faults.lag, account.double.faults.pageDocuments]).toEqual([0, null]);
  });

  const SECRET = { 'x-double-control': 'open sesame' };

  it.each<[string, number, RequestInit]>([
    ['without the secret', 403, { method: 'PUT', body: '{}' }],
    ['with another secret', 403, { headers: { 'x-double-control': 'please' } }],
    ['that is no JSON', 400, { method: 'PUT', headers: SECRET, body: 'lag: 1' }],
    ['with a fault that there is not', 400, { method: 'PUT', headers: SECRET, body: '{"rules":[{"fault":{}}]}' }],
    ['with another method', 400, { method: 'POST', headers: SECRET, body: '{}' }],
  ])('%s is refused', async (_name, status, request) => {
    const response = await fetch(`${account.double.endpoint}/_double`, request);

    expect(response.status).toBe(status);
    expect(await outcomes(1)).toEqual([200]);
  });

  it('that is wrong is not taken in the same process either', () => {
    const { faults } = account.double;

    expect(() => {
      faults.add({ fault: { type: 'slow', ms: -1 } });
    }).toThrow();
  });
});
