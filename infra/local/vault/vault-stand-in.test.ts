import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { VaultClock } from './vault-clock.ts';
import { STAND_IN_TOKEN, startVaultStandIn, type VaultStandIn } from './vault-stand-in.ts';

const clock = new VaultClock();
let standIn: VaultStandIn;

beforeEach(async () => {
  standIn = await startVaultStandIn({ now: clock.now });
});

afterEach(async () => {
  await standIn.close();
});

interface Said {
  readonly status: number;
  readonly text: string;
}

async function send(method: string, path: string, value?: string): Promise<Said> {
  const response = await fetch(`${standIn.url}${path}?api-version=2026-04-01`, {
    method,
    headers: { authorization: `Bearer ${STAND_IN_TOKEN}`, 'content-type': 'application/json' },
    ...(value === undefined ? {} : { body: JSON.stringify({ value }) }),
  });
  return { status: response.status, text: await response.text() };
}

it('asks who is there, in the words that the client knows', async () => {
  const response = await fetch(`${standIn.url}/secrets/one/?api-version=2026-04-01`, {
    headers: { authorization: 'Bearer x' },
  });

  expect([response.status, response.headers.get('www-authenticate')]).toEqual([
    401,
    expect.stringMatching(/^Bearer authorization="https:\/\/[^"]+", resource="https:\/\/vault\.azure\.net"$/),
  ]);
  expect(standIn.calls).toEqual([]);
});

it('gives the last version and tells all, page by page, with times in whole seconds and its own clock', async () => {
  for (const value of ['first', 'second', 'third']) await send('PUT', '/secrets/one', value);
  expect((await send('GET', '/secrets/one/')).text).toContain('"value":"third"');

  const page = await fetch(`${standIn.url}/secrets/one/versions?api-version=2026-04-01`, {
    headers: { authorization: `Bearer ${STAND_IN_TOKEN}` },
  });
  expect(Date.parse(page.headers.get('date') ?? '')).toBe(Math.floor(clock.now() / 1_000) * 1_000);
  expect(await page.json()).toEqual({
    value: [expect.anything(), expect.anything()],
    nextLink: expect.stringContaining('/secrets/one/versions?api-version=2026-04-01&$skiptoken=2'),
  });
});

it('keeps a deleted secret and its name until it is purged', async () => {
  standIn.secrets.lag = 1_000;
  await send('PUT', '/secrets/one', 'value');
  expect((await send('DELETE', '/deletedsecrets/one')).status).toBe(404);
  expect((await send('DELETE', '/secrets/one')).status).toBe(200);
  expect([await send('GET', '/secrets/one/'), await send('GET', '/deletedsecrets/one')]).toMatchObject([
    { status: 404 },
    { status: 404 },
  ]);
  await clock.pause(1_000);
  expect((await send('GET', '/deletedsecrets/one')).status).toBe(200);
  expect((await send('PUT', '/secrets/ONE', 'other')).status).toBe(409);
  expect((await send('DELETE', '/deletedsecrets/one')).status).toBe(204);
  expect((await send('PUT', '/secrets/one', 'other')).status).toBe(409);
  await clock.pause(1_000);
  expect((await send('PUT', '/secrets/one', 'other')).status).toBe(200);
});

it('refuses whom it was told to refuse, and a purge under protection', async () => {
  await send('PUT', '/secrets/one', 'value');
  standIn.secrets.denied.add('get');
  expect((await send('GET', '/secrets/one/')).status).toBe(403);
  standIn.secrets.purgeProtection = true;
  expect((await send('DELETE', '/secrets/one')).text).toContain('"recoveryLevel":"Recoverable"');
  expect((await send('DELETE', '/deletedsecrets/one')).status).toBe(403);
});

it('does nothing that it does not know', async () => {
  const unknown = [
    await send('POST', '/secrets/one/backup'),
    await send('PATCH', '/secrets/one/'),
    await send('GET', '/secrets'),
    await send('GET', '/keys/one'),
    await send('PUT', '/secrets/under_score', 'value'),
  ];
  expect(unknown.map(({ status }) => status)).toEqual([501, 501, 501, 501, 501]);
  const { status } = await fetch(`${standIn.url}/secrets/one/?api-version=7.4`, {
    headers: { authorization: `Bearer ${STAND_IN_TOKEN}` },
  });
  expect(status).toBe(501);
  const tagged = await fetch(`${standIn.url}/secrets/one?api-version=2026-04-01`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${STAND_IN_TOKEN}` },
    body: '{"value":"x","tags":{"a":"b"}}',
  });
  expect(tagged.status).toBe(400);
});
