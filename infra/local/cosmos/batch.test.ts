import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { OperationInput } from '@azure/cosmos';
import fc from 'fast-check';
import { failureOf, startTestAccount, type TestAccount } from './test-account.ts';

let account: TestAccount;

beforeEach(async () => {
  account = await startTestAccount();
});

afterEach(async () => {
  await account.close();
  expect(account.double.unknown).toEqual([]);
});

/** The statuses of a batch, with that of the whole answer first. */
async function statusesOf(operations: OperationInput[], pk = 'p'): Promise<readonly (number | undefined)[]> {
  const { code, result } = await account.container.items.batch(operations, pk);
  return [code, ...(result ?? []).map(({ statusCode }) => statusCode)];
}

/** The service takes a version for a delete as for a replace; the SDK's types do not know of it. */
function deleteInVersion(ifMatch: string): OperationInput {
  const operation: OperationInput = { operationType: 'Delete', id: 'a' };
  return Object.assign(operation, { ifMatch });
}

const A = { id: 'a', pk: 'p', n: 1 };

describe('a batch', () => {
  it('does everything in order, and each operation sees those before it', async () => {
    const { container } = account;
    await container.items.create({ ...A, id: 'old' });
    const { code, result = [] } = await container.items.batch(
      [
        { operationType: 'Create', resourceBody: A },
        { operationType: 'Read', id: 'a' },
        { operationType: 'Replace', id: 'a', resourceBody: { ...A, n: 2 } },
        { operationType: 'Upsert', resourceBody: { ...A, n: 3 } },
        { operationType: 'Upsert', resourceBody: { ...A, id: 'b' } },
        { operationType: 'Delete', id: 'old' },
        { operationType: 'Create', resourceBody: { ...A, id: 'old', n: 4 } },
      ],
      'p',
    );

    expect([code, ...result.map(({ statusCode }) => statusCode)]).toEqual([200, 201, 200, 200, 200, 201, 204, 201]);
    expect(result.map(({ resourceBody }) => resourceBody?.['n'])).toEqual([1, 1, 2, 3, 1, undefined, 4]);
    expect(result[3]?.eTag).toBe((await container.item('a', 'p').read()).etag);
    expect(new Set(result.filter((_, index) => index !== 1).map(({ eTag }) => eTag)).size).toBe(6);
  });

  it('does nothing when one operation refuses, and says which', async () => {
    const { container } = account;
    const { etag } = await container.items.create(A);
    const create: OperationInput = { operationType: 'Create', resourceBody: { ...A, id: 'b' } };
    const refusing: readonly (readonly [OperationInput, number])[] = [
      [{ operationType: 'Create', resourceBody: A }, 409],
      [{ operationType: 'Read', id: 'c' }, 404],
      [{ operationType: 'Delete', id: 'c' }, 404],
      [deleteInVersion('"stale"'), 412],
      [{ operationType: 'Replace', id: 'c', resourceBody: { ...A, id: 'c' } }, 404],
      [{ operationType: 'Replace', id: 'a', resourceBody: A, ifMatch: '"stale"' }, 412],
      [{ operationType: 'Create', resourceBody: { ...A, id: 'c', pk: 'q' } }, 400],
      [{ operationType: 'Replace', id: 'a', resourceBody: { ...A, id: 'c' } }, 400],
    ];
    for (const [operation, status] of refusing) {
      expect(await statusesOf([create, operation, create])).toEqual([207, 424, status, 424]);
    }
    expect((await container.item('b', 'p').read()).statusCode).toBe(404);
    expect((await container.item('a', 'p').read()).etag).toBe(etag);
    const replace: OperationInput = { operationType: 'Replace', id: 'a', resourceBody: A, ifMatch: etag };
    expect(await statusesOf([create, replace, { operationType: 'Delete', id: 'b' }])).toEqual([200, 201, 200, 204]);
    const { etag: second } = await container.item('a', 'p').read();
    expect(await statusesOf([deleteInVersion(second)])).toEqual([200, 204]);
  });

  it('may have 100 operations and 2 MB', async () => {
    const { container } = account;
    const reads = Array.from({ length: 100 }, (): OperationInput => ({ operationType: 'Read', id: 'a' }));
    await container.items.create(A);
    const large = (length: number): OperationInput[] => [
      { operationType: 'Upsert', resourceBody: { ...A, id: 'x', text: 'x'.repeat(1_000_000) } },
      { operationType: 'Upsert', resourceBody: { ...A, id: 'y', text: 'y'.repeat(length) } },
    ];

    expect((await statusesOf(reads)).length).toBe(101);
    expect(await statusesOf(large(1_000_000))).toEqual([200, 201, 201]);
    await expect(statusesOf(large(1_100_000))).rejects.toMatchObject({ cause: { code: 413 } });
    await expect(statusesOf([...reads, ...reads])).rejects.toThrow('more than 100 operations');
  });

  it('leaves what it wrote out of the answer when asked to', async () => {
    const { result = [] } = await account.container.items.batch(
      [
        { operationType: 'Create', resourceBody: A },
        { operationType: 'Read', id: 'a' },
      ],
      'p',
      { contentResponseOnWriteEnabled: false },
    );

    expect(result.map(({ resourceBody }) => resourceBody?.['id'])).toEqual([undefined, 'a']);
    expect(result[0]?.eTag).toBe(result[1]?.eTag);
  });

  it('is refused without operations', async () => {
    await expect(account.container.items.batch([], 'p')).rejects.toMatchObject({ cause: { code: 400 } });
    expect(
      await failureOf(account.container.items.create({ id: '', pk: 'p' }, { disableAutomaticIdGeneration: true })),
    ).toMatchObject({ code: 400 });
  });
});

describe('batches of any operations', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  const number = fc.integer({ min: 0, max: 9 });
  const operation = fc.oneof(
    fc.record({ operationType: fc.constant('Create' as const), id, n: number }),
    fc.record({ operationType: fc.constant('Upsert' as const), id, n: number }),
    fc.record({ operationType: fc.constant('Replace' as const), id, n: number }),
    fc.record({ operationType: fc.constant('Delete' as const), id }),
    fc.record({ operationType: fc.constant('Read' as const), id }),
  );
  type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

  function inputOf(one: Operation): OperationInput {
    if (one.operationType === 'Delete') return { operationType: 'Delete', id: one.id };
    if (one.operationType === 'Read') return { operationType: 'Read', id: one.id };
    const resourceBody = { id: one.id, pk: 'p', n: one.n };
    if (one.operationType === 'Replace') return { operationType: 'Replace', id: one.id, resourceBody };
    return { operationType: one.operationType, resourceBody };
  }

  /** What the operation makes of the documents; null when it refuses. */
  function after(documents: ReadonlyMap<string, number>, one: Operation): ReadonlyMap<string, number> | null {
    const there = documents.has(one.id);
    if (one.operationType === 'Create' ? there : one.operationType !== 'Upsert' && !there) return null;
    const next = new Map(documents);
    if (one.operationType === 'Delete') next.delete(one.id);
    else if (one.operationType !== 'Read') next.set(one.id, one.n);
    return next;
  }

  it('leave what a plain model of them leaves', async () => {
    const { container } = account;
    let documents: ReadonlyMap<string, number> = new Map();
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 6 }), async (operations) => {
        let expected: ReadonlyMap<string, number> | null = documents;
        let culprit = -1;
        for (const [index, one] of operations.entries()) {
          const next: ReadonlyMap<string, number> | null = expected === null ? null : after(expected, one);
          if (expected !== null && next === null) culprit = index;
          expected = next;
        }
        const statuses = (await statusesOf(operations.map(inputOf))).slice(1);
        documents = expected ?? documents;

        expect(statuses.map((status) => status === 424)).toEqual(
          operations.map((_, index) => culprit !== -1 && index !== culprit),
        );
        for (const name of ['a', 'b', 'c']) {
          const { resource } = await container.item(name, 'p').read<{ n: number }>();
          expect(resource?.n).toBe(documents.get(name));
        }
      }),
      { numRuns: 60 },
    );
  });
});
