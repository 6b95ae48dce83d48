import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { openPorts } from '@plumbline/bot/open-ports';
import { plumbline } from '@plumbline/bot/product';
import { createService, type Service } from '@plumbline/bot/service';
import { createLogger } from '@plumbline/bot/telemetry/logger';
import { createSpeedClock } from '@plumbline/infra/local/clock';
import { createClient, type Client } from '@plumbline/shared/client/client';
import type { LiveNews } from '@plumbline/shared/client/watch-live';
import { SEEN_HEADER } from '@plumbline/shared/contract/routes';
import type { Composition } from '@plumbline/shared/domain/meeting/meeting';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { makeDatabase, type TestDatabase } from './database.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const PERSON = '22222222-2222-4222-8222-222222222222';
const ISSUER = 'https://issuer.test';
const AUDIENCE = 'api://plumbline.test/app';

const TEAM = {
  name: 'Team',
  organisation: 'Acme',
  scope: 'organisation',
  intact: true,
  myTitle: 'Coach',
  myRole: 'coach',
} as const;

const keys = await generateKeyPair('RS256');
const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'test-key', alg: 'RS256', use: 'sig' }] };
const folder = mkdtempSync(join(tmpdir(), 'plumbline-seen-'));

function titled(title: string): Composition {
  return { ...COMPOSITION, title };
}

let database: TestDatabase;
const services: Service[] = [];
const urls: string[] = [];

beforeAll(async () => {
  database = await makeDatabase();
  for (let n = 0; n < 2; n += 1) {
    const clock = createSpeedClock(Date.now, 0);
    const storage = { kind: 'cosmos', ...database.account, vault: null } as const;
    const service = createService({
      product: plumbline,
      // One folder: the keys of rounds and the secret are shared, as a vault would share them.
      ports: await openPorts({ dataDir: folder, now: clock.now, storage }),
      identity: {
        keys: createLocalJWKSet(jwks),
        issuerOf: () => ISSUER,
        audiences: [AUDIENCE],
        tenants: new Set([TENANT]),
      },
      clock,
      logger: createLogger('error'),
      tab: null,
      httpsOnly: false,
    });
    services.push(service);
    urls.push(`http://127.0.0.1:${await service.start({ port: 0, host: '127.0.0.1' })}`);
  }
});

afterAll(async () => {
  for (const service of services) await service.stop();
  await database.close();
  rmSync(folder, { recursive: true });
});

function token(): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({
    iss: ISSUER,
    aud: AUDIENCE,
    tid: TENANT,
    oid: PERSON,
    ver: '2.0',
    scp: 'access_as_user',
    name: 'Anna',
    nbf: now - 5,
    exp: now + 3_600,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'test-key' })
    .sign(keys.privateKey);
}

/** The real client, whose requests go to whichever instance `at` says. */
function clientAt(at: () => number, sent: Record<string, string>[]): Client {
  let made = 0;
  return createClient({
    fetch(url, request) {
      sent.push(request.headers);
      return fetch((urls[at()] ?? '') + url, request);
    },
    newAbort: () => new AbortController(),
    now: () => performance.now(),
    random: () => 0.5,
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    baseUrl: '',
    token,
    newKey: () => `key-${(made += 1)}`,
  });
}

it('ST2 lets an instance that is behind answer as fresh as the one that answered last', async () => {
  database.double.faults.lag = 1_000;
  const sent: Record<string, string>[] = [];
  let at = 0;
  const client = clientAt(() => at, sent);
  const founded = await client.call('foundTeam', { input: TEAM });
  if (!founded.ok) throw new Error(founded.error.kind);
  const team = founded.value.value.id;
  at = 1;
  // Somebody who was sent the address has seen nothing yet, and is told what the replica knows.
  const stranger = await clientAt(() => 1, []).call('viewTeam', { params: { team } });
  const same = await client.call('viewTeam', { params: { team } });

  expect(stranger).toMatchObject({ ok: false, error: { kind: 'thing.not-found' } });
  expect(same).toMatchObject({ ok: true, value: { value: { id: team } } });
  const headers = sent.map((request) => request[SEEN_HEADER]);
  expect(headers[0]).toBeUndefined();
  expect(headers[1]).toMatch(/^[\w-]{700,}$/);
});

it('ST2 lets an instance that remembers answer as fresh as another one that said that something moved', async () => {
  database.double.faults.lag = 0;
  const writer = clientAt(() => 0, []);
  const founded = await writer.call('foundTeam', { input: TEAM });
  if (!founded.ok) throw new Error(founded.error.kind);
  const { id: team } = founded.value.value;
  const composed = await writer.call('composeMeeting', {
    params: { team },
    input: { format: 'meeting', composition: titled('First') },
  });
  if (!composed.ok) throw new Error(composed.error.kind);
  const meeting = composed.value.value.id;
  await database.fed('core');
  const sent: Record<string, string>[] = [];
  let at = 1;
  const reader = clientAt(() => at, sent);
  const titleSeen = async (): Promise<string | undefined> => {
    const seen = await reader.call('viewMeeting', { params: { meeting } });
    return seen.ok ? seen.value.value.composition.title : undefined;
  };
  expect(await titleSeen()).toBe('First');
  database.double.faults.lag = 1_000;
  const heard: LiveNews[] = [];
  at = 0;
  const stop = reader.watchLive({ topics: [meeting], onSignal: (news) => heard.push(news), onState: () => undefined });
  const told = async (signals: number): Promise<void> => {
    while (heard.length < signals) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await told(1);
  at = 1;
  const ifMatch = composed.value.revision ?? '';
  await writer.call('recompose', { params: { meeting }, input: titled('Second'), ifMatch });
  await told(2);
  stop();

  expect(await titleSeen()).toBe('Second');
});

it('passes over a header that it did not make', async () => {
  const answer = await fetch(`${urls[0] ?? ''}/api/me`, {
    headers: { authorization: `Bearer ${await token()}`, [SEEN_HEADER]: 'nonsense' },
  });

  expect(answer.status).toBe(200);
  expect(answer.headers.get(SEEN_HEADER)).toMatch(/^[\w-]{700,}$/);
});
