import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT, type GenerateKeyPairResult, type JWK } from 'jose';
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

function signed({ kid, privateKey }: Pick<IssuerKey, 'kid' | 'privateKey'>): Promise<string> {
  return new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid }).setExpirationTime('1h').sign(privateKey);
}

let server: Server;
let url: string;
let now: number;
let answer: { readonly status: number; readonly body: string };
let asked: number;

beforeEach(async () => {
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

function keysHere() {
  return issuerKeys({ url, now: () => now });
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
    const keys = issuerKeys({ url: from, now: () => now });
    await expect(jwtVerify(await signed(first), keys)).rejects.toThrow(KeysUnavailable);
    expect(asked).toBe(0);
    elsewhere.closeAllConnections();
    elsewhere.close();
  });
});

describe('the keys of Entra', () => {
  const TENANT = '11111111-1111-4111-8111-111111111111';

  it('ID1 sign for the tenants that they say: any, an onboarded one, and no other', async () => {
    const identity = entraIdentity(
      { authority: new URL(url).origin, clientId: TENANT, publicHost: 'plumbline.test', tenants: [TENANT] },
      () => now,
    );
    const at = new URL(url).origin;
    const body = async (issuer: string) => JSON.stringify({ keys: [await published(first, `${at}/${issuer}/v2.0`)] });
    for (const [issuer, isTaken] of [
      ['{tenantid}', true],
      [TENANT, true],
      ['9188040d-6c67-4c5b-b112-36a304b66dad', false],
    ] as const) {
      answer = { status: 200, body: await body(issuer) };
      now += HOUR;
      const verified = jwtVerify(await signed(first), identity.keys);
      if (isTaken) await verified;
      else await expect(verified).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    }
  });
});
