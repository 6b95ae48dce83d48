import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type GenerateKeyPairResult,
  type JWK,
  type JWTPayload,
} from 'jose';
import { createLogger } from '../telemetry/logger.ts';
import { entraIdentity } from './entra-identity.ts';
import { issuerKeys, KeysUnavailable } from './issuer-keys.ts';

const HOUR = 3_600_000;

interface IssuerKey extends GenerateKeyPairResult {
  readonly kid: string;
}

const first = await makeKey('first');
const second = await makeKey('second');

async function makeKey(kid: string): Promise<IssuerKey> {
  return { kid, ...(await generateKeyPair('RS256', { extractable: true })) };
}

/** As Entra publishes a key: it names no algorithm, and says whose tokens it signs. */
async function published({ kid, publicKey }: IssuerKey, issuer?: string): Promise<JWK> {
  return { ...(await exportJWK(publicKey)), kid, use: 'sig', ...(issuer === undefined ? {} : { issuer }) };
}

function signed({ kid, privateKey }: Pick<IssuerKey, 'kid' | 'privateKey'>, claims: JWTPayload = {}): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).setExpirationTime('1h').sign(privateKey);
}

let server: Server;
let url: string;
let now: number;
let answer: { readonly status: number; readonly body: string };
let asked: number;

beforeEach(async () => {
  faults.splice(0);
  now = Date.now();
  asked = 0;
  answer = { status: 200, body: JSON.stringify({ keys: [await published(first)] }) };
  server = createServer((_request, response) => {
    asked += 1;
    response.statusCode = answer.status;
    response.end(answer.body);
  });
  url = await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      resolve(`http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/keys`);
    });
  });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Why the keys could not be had, each time. */
const faults: unknown[] = [];

function keysAt(from: string) {
  return issuerKeys({ url: from, issuers: [], now: () => now, onFault: (fault) => void faults.push(fault) });
}

function keysHere() {
  return keysAt(url);
}

describe('the keys of the issuer', () => {
  it('ID1 are fetched once for everybody who needs one, and again after an hour', async () => {
    const keys = keysHere();
    const token = await signed(first);
    await Promise.all(Array.from({ length: 20 }, () => jwtVerify(token, keys)));
    now += HOUR - 1;
    await jwtVerify(token, keys);
    expect(asked).toBe(1);
    now += 1;
    await jwtVerify(token, keys);
    expect(asked).toBe(2);
  });

  it('ID1 may change while the service runs: a new one is found, one that was taken back is refused within the hour', async () => {
    const keys = keysHere();
    await jwtVerify(await signed(first), keys);
    answer = { status: 200, body: JSON.stringify({ keys: [await published(second)] }) };
    now += 30_000;
    await jwtVerify(await signed(second), keys);
    await expect(jwtVerify(await signed(first), keys)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    expect(asked).toBe(2);
  });

  it('ID1 are asked for once in half a minute, however many tokens name one that nobody knows', async () => {
    const keys = keysHere();
    await jwtVerify(await signed(first), keys);
    const storm = await Promise.all(
      Array.from({ length: 50 }, async (_, number) =>
        signed({ kid: `made-up-${number}`, privateKey: first.privateKey }),
      ),
    );
    for (const at of [0, 29_999, 30_000, 30_001]) {
      now += at;
      const refused = await Promise.allSettled(storm.map((token) => jwtVerify(token, keys)));
      expect(refused.every(({ status }) => status === 'rejected')).toBe(true);
    }
    // One at the start; then one after each pause of half a minute in these 90 seconds.
    expect(asked).toBe(3);
    await jwtVerify(await signed(first), keys);
  });

  it('ID1 are waited for where the issuer is out at the start, and it is left alone for five seconds after a failure', async () => {
    answer = { status: 503, body: '' };
    const keys = keysHere();
    const token = await signed(first);
    await expect(jwtVerify(token, keys)).rejects.toThrow(KeysUnavailable);
    await expect(jwtVerify(token, keys)).rejects.toThrow(KeysUnavailable);
    expect(asked).toBe(1);
    answer = { status: 200, body: JSON.stringify({ keys: [await published(first)] }) };
    now += 5_000;
    await jwtVerify(token, keys);
    expect(asked).toBe(2);
  });

  it('ID1 stay good for a day where the issuer is out in the middle, and no longer', async () => {
    const keys = keysHere();
    const token = await signed(first);
    await jwtVerify(token, keys);
    answer = { status: 500, body: '' };
    now += 24 * HOUR - 1;
    await jwtVerify(token, keys);
    expect(faults).toHaveLength(1);
    now += 1;
    await expect(jwtVerify(token, keys)).rejects.toThrow(KeysUnavailable);
  });

  it.each(['<html>', '{}', '{"keys":[]}', '{"keys":["a"]}', '[]', `{"keys":["${'x'.repeat(300_000)}"]}`])(
    'ID1 are not taken from an answer that has none (%#)',
    async (body) => {
      answer = { status: 200, body };
      await expect(jwtVerify(await signed(first), keysHere())).rejects.toThrow(KeysUnavailable);
    },
  );

  it('ID1 are not followed elsewhere', async () => {
    const elsewhere = createServer((_request, response) => {
      response.writeHead(302, { location: url }).end();
    });
    const from = await new Promise<string>((resolve) => {
      elsewhere.listen(0, '127.0.0.1', () => {
        const bound = elsewhere.address();
        resolve(`http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/`);
      });
    });
    const keys = keysAt(from);
    await expect(jwtVerify(await signed(first), keys)).rejects.toThrow(KeysUnavailable);
    expect(asked).toBe(0);
    elsewhere.closeAllConnections();
    elsewhere.close();
  });
});

describe('the keys of Entra', () => {
  const TENANT = '11111111-1111-4111-8111-111111111111';
  const OTHER = '22222222-2222-4222-8222-222222222222';
  const PRIVATE_ACCOUNTS = '9188040d-6c67-4c5b-b112-36a304b66dad';
  const log: string[] = [];

  function identityFor(tenants: readonly string[], at = new URL(url).origin) {
    return entraIdentity(
      { authority: at, clientId: TENANT, publicHost: 'plumbline.test', tenants, directory: { signIn: 'off' } },
      { now: () => now, logger: createLogger('info', { write: (line: string) => void log.push(line) }) },
    );
  }

  function issuerOf(tenant: string): string {
    return `${new URL(url).origin}/${tenant}/v2.0`;
  }

  async function publish(issuer: string): Promise<void> {
    answer = { status: 200, body: JSON.stringify({ keys: [await published(first, issuerOf(issuer))] }) };
  }

  it('ID1 sign for the tenants that they say: any, an onboarded one, and no other', async () => {
    const { keys } = identityFor([TENANT]);
    const token = await signed(first, { iss: issuerOf(TENANT) });
    for (const [issuer, isTaken] of [
      ['{tenantid}', true],
      [TENANT, true],
      [PRIVATE_ACCOUNTS, false],
    ] as const) {
      await publish(issuer);
      now += HOUR;
      const verified = jwtVerify(token, keys);
      if (isTaken) await verified;
      else await expect(verified).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    }
  });

  it('ID1 of one onboarded tenant do not sign for another one', async () => {
    const { keys } = identityFor([TENANT, OTHER]);
    await publish(TENANT);
    await jwtVerify(await signed(first, { iss: issuerOf(TENANT) }), keys);
    for (const claims of [{ iss: issuerOf(OTHER) }, { iss: 'https://elsewhere.test' }, {}]) {
      await expect(jwtVerify(await signed(first, claims), keys)).rejects.toMatchObject({
        code: 'ERR_JWKS_NO_MATCHING_KEY',
      });
    }
  });

  it('ID1 that cannot be had are in the log, with why and nothing else', async () => {
    const token = await signed(first, { iss: issuerOf(TENANT) });
    answer = { status: 503, body: 'secret words' };
    await expect(jwtVerify(token, identityFor([TENANT]).keys)).rejects.toThrow(KeysUnavailable);
    expect(log.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 'error', operation: 'keys', fault: 'IssuerRefused', code: '503' }),
    ]);
    expect(log.join()).not.toContain('secret words');
  });
});
