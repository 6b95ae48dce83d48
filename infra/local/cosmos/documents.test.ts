import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startTestAccount, failureOf, type TestAccount } from './test-account.ts';

const START = 1_790_000_000_000;
let account: TestAccount;
let now = START;

beforeEach(async () => {
  now = START;
  account = await startTestAccount({ now: () => now });
});

afterEach(async () => {
  await account.close();
  expect(account.double.unknown).toEqual([]);
});

const FIRST = { id: 'a', pk: 'p', schema: 1, etag: 'e1', body: { text: 'é🧭', __proto__: null } };
type Item = typeof FIRST;

/** A JSON document that is so many bytes long as the service keeps it. */
function ofBytes(bytes: number): object {
  const frame = JSON.stringify({ id: 'big', pk: 'p', text: '' }).length;
  return { id: 'big', pk: 'p', text: 'x'.repeat(bytes - frame) };
}

describe('a document', () => {
  it('is created, read, replaced, put and deleted', async () => {
    const { container } = account;
    const item = container.item('a', 'p');
    const created = await container.items.create(FIRST);
    const read = await item.read<Item>();
    const replaced = await item.replace({ ...FIRST, etag: 'e2' });
    const put = await container.items.upsert({ ...FIRST, etag: 'e3' });
    const again = await item.read<Item>();
    const deleted = await item.delete();
    const gone = await item.read<Item>();
    const back = await container.items.upsert(FIRST);

    const answers = [created, read, replaced, put, again, deleted, gone, back];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 200, 200, 200, 200, 204, 404, 201]);
    expect(read.resource).toEqual({
      ...FIRST,
      _rid: expect.stringMatching(/^[\w+-]{22}==$/),
      _self: expect.stringMatching(/^dbs\/[\w+=-]{8}\/colls\/[\w+=-]{12}\/docs\/[\w+=-]{24}\/$/),
      _etag: expect.stringMatching(/^"[0-9a-f]{8}-[0-9a-f]{4}-0d00-0000-[0-9a-f]{12}"$/),
      _attachments: 'attachments/',
      _ts: START / 1000,
    });
    expect(again.resource).toEqual({ ...put.resource });
    expect(again.resource?._rid).toBe(read.resource?._rid);
    expect(gone.resource).toBeUndefined();
    expect(back.resource?._rid).not.toBe(read.resource?._rid);
    const etags = [created, replaced, put, back].map(({ etag }) => etag);
    expect(new Set(etags).size).toBe(4);
    expect(read.etag).toBe(created.etag);
  });

  it('can be sent back as it was read, and the service sets anew what it had added', async () => {
    const { container } = account;
    const { resource } = await container.items.create(FIRST);
    const { resource: replaced } = await container.item('a', 'p').replace({ ...FIRST, ...resource, etag: 'e2' });

    expect(replaced).toEqual({ ...resource, etag: 'e2', _etag: expect.not.stringContaining(resource?._etag ?? '') });
  });

  it('is not created twice, and not replaced or deleted when it is missing', async () => {
    const { container } = account;
    await container.items.create(FIRST);

    expect(await failureOf(container.items.create(FIRST))).toEqual({ code: 409, substatus: 0, name: 'Conflict' });
    const missing = { code: 404, substatus: 0, name: 'NotFound' };
    expect(await failureOf(container.item('b', 'p').replace({ ...FIRST, id: 'b' }))).toEqual(missing);
    expect(await failureOf(container.item('b', 'p').delete())).toEqual(missing);
    expect(await failureOf(container.item('a', 'q').delete())).toEqual(missing);
    expect((await container.item('a', 'q').read()).statusCode).toBe(404);
  });

  it('is replaced and deleted only in the version that is asked for', async () => {
    const { container } = account;
    const { etag } = await container.items.create(FIRST);
    const item = container.item('a', 'p');
    const { etag: second } = await item.replace(FIRST, { accessCondition: { type: 'IfMatch', condition: etag } });
    const stale = { accessCondition: { type: 'IfMatch', condition: etag } };

    const refused = { code: 412, substatus: 0, name: 'PreconditionFailed' };
    expect(await failureOf(item.replace(FIRST, stale))).toEqual(refused);
    expect(await failureOf(item.delete(stale))).toEqual(refused);
    expect((await item.read()).etag).toBe(second);
    await item.replace(FIRST, { accessCondition: { type: 'IfMatch', condition: '*' } });
    const { etag: third } = await item.read();
    expect((await item.delete({ accessCondition: { type: 'IfMatch', condition: third } })).statusCode).toBe(204);
  });

  it('is not sent again to who has it', async () => {
    const { container } = account;
    const { etag } = await container.items.create(FIRST);
    const item = container.item('a', 'p');
    const known = await item.read({ accessCondition: { type: 'IfNoneMatch', condition: etag } });
    await item.replace(FIRST);
    const newer = await item.read({ accessCondition: { type: 'IfNoneMatch', condition: etag } });

    expect([known.statusCode, known.resource, known.etag]).toEqual([304, null, etag]);
    expect(newer.statusCode).toBe(200);
  });

  it('belongs to the partition that it says', async () => {
    const { container } = account;
    await container.items.create(FIRST);
    await container.items.create({ ...FIRST, pk: 'q', etag: 'other' });
    const other = await container.item('a', 'q').read<Item>();

    expect(other.resource?.etag).toBe('other');
    expect(await failureOf(container.item('a', 'p').replace({ ...FIRST, pk: 'q' }))).toEqual({
      code: 400,
      substatus: 1001,
      name: 'BadRequest',
    });
  });

  it.each([
    ['another id than its link', { ...FIRST, id: 'b' }],
    ['a lifetime of 0', { ...FIRST, ttl: 0 }],
    ['a lifetime of half a second', { ...FIRST, ttl: 0.5 }],
    ['a lifetime of no number', { ...FIRST, ttl: '5' }],
  ])('is refused with %s', async (_name, body) => {
    const { container } = account;
    await container.items.create(FIRST);
    const failure = await failureOf(container.item('a', 'p').replace<object>(body));

    expect(failure).toEqual({
      code: 400,
      substatus: 0,
      name: 'BadRequest',
    });
  });

  it('may have 2 MB and not a byte more', async () => {
    const { container } = account;
    const most = 2 * 1024 * 1024;
    await container.items.create(ofBytes(most));

    expect(JSON.stringify((await container.item('big', 'p').read<{ text: string }>()).resource?.text).length).toBe(
      most - JSON.stringify({ id: 'big', pk: 'p', text: '' }).length + 2,
    );
    const refused = { code: 413, substatus: 0, name: 'RequestEntityTooLarge' };
    expect(await failureOf(container.items.upsert(ofBytes(most + 1)))).toEqual(refused);
    expect(await failureOf(container.items.upsert(ofBytes(3 * most)))).toEqual(refused);
  });

  it('costs more the larger it is', async () => {
    const { container } = account;
    const small = await container.items.create(FIRST);
    const large = await container.items.create({ ...FIRST, id: 'b', text: 'x'.repeat(16 * 1024) });
    const charges = [small, await container.item('a', 'p').read(), large, await container.item('b', 'p').read()];

    expect(charges.map(({ requestCharge }) => requestCharge)).toEqual([4.95, 1, 9.83, 1.72]);
  });
});

describe('names', () => {
  const SPECIAL = ['round|1', 'Zm9v_-', ' a b ', '%', '%41', '_', '*', "'", '"', '$', '&', '+', ';', '=', '@', 'é'];
  const WIDE = ['e\u0301', '🧭', '漢字', 'a\u2028b', '\u{10ffff}', 'é'.repeat(127), '[', '^', '`', '{}', '~', '..a'];

  it.each([...SPECIAL, ...WIDE])('%j arrives as it is, as id and as partition', async (name) => {
    const { container } = account;
    const item = container.item(name, name);
    await container.items.create({ id: name, pk: name, n: 1 });
    await item.replace({ id: name, pk: name, n: 2 });

    expect((await item.read()).resource).toMatchObject({ id: name, pk: name, n: 2 });
    expect((await item.delete()).statusCode).toBe(204);
  });

  it('of any characters name different documents', async () => {
    const { container } = account;
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => !/[/\\?#\p{Cc}]|^\s*$|^\.{1,2}$/u.test(text));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 2, maxLength: 2 }), name, async (ids, pk) => {
        for (const id of ids) await container.items.upsert({ id, pk, body: { id } });
        for (const id of ids) {
          expect((await container.item(id, pk).read()).resource).toMatchObject({ id, pk, body: { id } });
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('a lifetime', () => {
  it('ends a document for reads and creates, and an update begins it anew', async () => {
    const { container } = account;
    const item = container.item('a', 'p');
    await container.items.create({ ...FIRST, ttl: 10 });
    now += 9_000;
    await item.replace({ ...FIRST, ttl: 10 });
    now += 9_000;
    const alive = await item.read();
    now += 1_000;
    const ended = await item.read();

    expect([alive.statusCode, ended.statusCode]).toEqual([200, 404]);
    expect(await failureOf(item.replace(FIRST))).toMatchObject({ code: 404 });
    expect((await container.items.create(FIRST)).statusCode).toBe(201);
    now += 1_000_000_000;
    expect((await item.read()).statusCode).toBe(200);
  });

  it('is ignored where the container has none, and given to all where it has one', async () => {
    const { container } = account;
    const { resource: definition } = await container.read();
    await container.items.create({ ...FIRST, ttl: 10 });
    await container.items.create({ ...FIRST, id: 'b' });
    await container.items.create({ ...FIRST, id: 'c', ttl: -1 });
    now += 20_000;
    const alive = async (): Promise<readonly (number | undefined)[]> => {
      const reads = ['a', 'b', 'c'].map((id) => container.item(id, 'p').read());
      return (await Promise.all(reads)).map(({ statusCode }) => statusCode);
    };
    expect(await alive()).toEqual([404, 200, 200]);
    await container.replace({ id: 'core', partitionKey: { paths: ['/pk'] } });
    expect(await alive()).toEqual([200, 200, 200]);
    await container.replace({ ...definition, id: 'core', partitionKey: { paths: ['/pk'] }, defaultTtl: 15 });
    expect(await alive()).toEqual([404, 404, 200]);
  });
});
