import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestAccount, type TestAccount } from './test-account.ts';

let account: TestAccount;

beforeEach(async () => {
  account = await startTestAccount();
});

afterEach(async () => {
  expect(account.double.unknown).toEqual([]);
  await account.close();
});

const FIRST = { id: 'a', pk: 'p', schema: 1, etag: 'e1', body: { text: 'é🧭' } };

describe('documents through the SDK', () => {
  it('creates, reads, replaces and deletes one', async () => {
    const { container } = account;
    const created = await container.items.create(FIRST);
    const item = container.item('a', 'p');
    const read = await item.read();
    const replaced = await item.replace({ ...FIRST, etag: 'e2' });
    const again = await item.read();
    const deleted = await item.delete();
    const gone = await item.read();

    expect([created, read, replaced, again, deleted, gone].map(({ statusCode }) => statusCode)).toEqual([
      201, 200, 200, 200, 204, 404,
    ]);
    expect(read.resource).toEqual({
      ...FIRST,
      _rid: expect.stringMatching(/^[\w+-]{22}==$/),
      _self: expect.stringMatching(/^dbs\/[\w+=-]{8}\/colls\/[\w+=-]{12}\/docs\/[\w+=-]{24}\/$/),
      _etag: expect.stringMatching(/^"[0-9a-f]{8}-[0-9a-f]{4}-0d00-0000-[0-9a-f]{12}"$/),
      _attachments: 'attachments/',
      _ts: expect.any(Number),
    });
    expect(read.etag).toBe(created.etag);
    expect(again.resource).toMatchObject({ etag: 'e2' });
    expect(replaced.etag).not.toBe(created.etag);
    expect(gone.resource).toBeUndefined();
  });
});
