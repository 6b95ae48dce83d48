import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import express from 'express';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import {
  AUDIENCE,
  ISSUER,
  oidOf,
  runService,
  TENANT,
  tokenOf,
  type RunningService,
} from '../testing/running-service.ts';
import { authenticate } from './authenticate.ts';
import { KeysUnavailable } from './issuer-keys.ts';
import { idMaker } from '../service-secret.ts';

let service: RunningService;
const NOW = Math.floor(Date.now() / 1_000);

beforeAll(async () => {
  service = await runService();
});

afterAll(async () => {
  await service.end();
});

/** What a request with such an Authorization header gets, and what the log says about it. */
async function knock(authorization: string | undefined) {
  const response = await fetch(
    `${service.url}/api/me`,
    authorization === undefined ? {} : { headers: { authorization } },
  );
  const body: unknown = await response.json();
  const kind = typeof body === 'object' && body !== null && 'kind' in body ? body.kind : null;
  const line = service.log.findLast((candidate) => candidate.includes('"msg":"request"')) ?? '{}';
  const logged: unknown = JSON.parse(line);
  const refused = typeof logged === 'object' && logged !== null && 'refused' in logged ? logged.refused : null;
  return [response.status, kind, refused, response.headers.get('www-authenticate')];
}

const INVALID = 'Bearer error="invalid_token"';

const CLAIMS = {
  iss: `${ISSUER}/${TENANT}/v2.0`,
  aud: AUDIENCE,
  tid: TENANT,
  oid: oidOf('anna'),
  ver: '2.0',
  scp: 'access_as_user',
  exp: NOW + 600,
};

describe('who may come in', () => {
  it('is who brings a valid token, and is the same person each time', async () => {
    const response = await fetch(`${service.url}/api/me`, {
      headers: { authorization: `bearer ${await tokenOf('anna')}` },
    });
    expect(await response.json()).toMatchObject({
      person: { person: `person_${oidOf('anna')}`, name: 'anna' },
    });
  });

  it('is not who brings none', async () => {
    expect(await knock(undefined)).toEqual([401, 'identity.missing', 'missing', 'Bearer']);
    expect(await knock('Basic YW5uYTphbm5h')).toEqual([401, 'identity.missing', 'missing', 'Bearer']);
  });

  it.each([
    ['another audience', { aud: 'api://somebody-else' }, 'wrong-audience'],
    ['no audience', { aud: undefined }, 'wrong-audience'],
    ['version 1.0', { ver: '1.0' }, 'wrong-version'],
    ['a tenant that is not onboarded', { tid: '33333333-3333-4333-8333-333333333333' }, 'unknown-tenant'],
    ['an issuer of another tenant', { iss: `${ISSUER}/22222222-2222-4222-8222-222222222222/v2.0` }, 'wrong-issuer'],
    ['another scope', { scp: 'User.Read openid' }, 'no-scope'],
    ['application roles only', { scp: undefined, roles: ['access_as_user'] }, 'no-scope'],
    ['no person', { oid: undefined }, 'no-person'],
    ['a person that is not an id', { oid: 'anna|admin' }, 'no-person'],
    ['a time that has not come', { nbf: NOW + 600 }, 'not-yet-valid'],
  ])('is not who brings a token with %s', async (_what, claims, refusal) => {
    const token = await tokenOf('anna', { claims });
    expect(await knock(`Bearer ${token}`)).toEqual([401, 'identity.invalid', refusal, INVALID]);
  });

  it('is not who comes too late, but clocks may differ by a minute', async () => {
    const late = await tokenOf('anna', { claims: { exp: NOW - 120 } });
    expect(await knock(`Bearer ${late}`)).toEqual([401, 'identity.expired', 'expired', INVALID]);
    const response = await fetch(`${service.url}/api/me`, {
      headers: { authorization: `Bearer ${await tokenOf('anna', { claims: { exp: NOW - 20 } })}` },
    });
    expect(response.status).toBe(200);
  });

  it('HT6 is who comes up to a minute too early by our clock, and not who comes earlier', async () => {
    const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;
    const early = await tokenOf('anna', { claims: { nbf: inSeconds(50) } });
    const response = await fetch(`${service.url}/api/me`, { headers: { authorization: `Bearer ${early}` } });
    expect(response.status).toBe(200);
    const tooEarly = await tokenOf('anna', { claims: { nbf: inSeconds(90) } });
    expect(await knock(`Bearer ${tooEarly}`)).toEqual([401, 'identity.invalid', 'not-yet-valid', INVALID]);
  });

  it('is not who signs with a key of their own', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await tokenOf('anna', { key: privateKey });
    const unknown = await tokenOf('anna', { key: privateKey, kid: 'my-key' });
    expect(await knock(`Bearer ${forged}`)).toEqual([401, 'identity.invalid', 'wrong-signature', INVALID]);
    expect(await knock(`Bearer ${unknown}`)).toEqual([401, 'identity.invalid', 'unknown-key', INVALID]);
  });

  it('is not who leaves the signature out or takes an algorithm with a shared secret', async () => {
    const unsigned = new UnsecuredJWT(CLAIMS).encode();
    const shared = await new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: 'HS256', kid: 'test-key' })
      .sign(new TextEncoder().encode('the public key as a secret'.repeat(4)));
    for (const token of [unsigned, shared]) {
      expect(await knock(`Bearer ${token}`)).toEqual([401, 'identity.invalid', 'unsigned-or-wrong-algorithm', INVALID]);
    }
  });

  it('is not who changes a token', async () => {
    const [header, , signature] = (await tokenOf('anna')).split('.');
    const changed = Buffer.from(JSON.stringify({ ...CLAIMS, oid: oidOf('bob') })).toString('base64url');
    expect(await knock(`Bearer ${header}.${changed}.${signature}`)).toEqual([
      401,
      'identity.invalid',
      'wrong-signature',
      INVALID,
    ]);
  });

  it.each(['rubbish', 'a.b.c', '..', `${'x'.repeat(9_000)}.y.z`, 'eyJhbGciOiJSUzI1NiJ9.bm90IGpzb24.AAAA'])(
    'is not who brings rubbish (%#)',
    async (token) => {
      const [status, kind] = await knock(`Bearer ${token}`);
      expect([status, kind]).toEqual([401, 'identity.invalid']);
    },
  );
});

describe('a token that cannot be checked', () => {
  it.each<[string, Error, number]>([
    ['HT6 is to be sent again while the keys cannot be had', new KeysUnavailable(new Error('out')), 503],
    ['HT1 is told as a fault where checking it has one', new TypeError('a bug'), 500],
  ])('%s', async (_what, fault, status) => {
    const app = express();
    const identity = { issuerOf: () => ISSUER, audiences: [AUDIENCE], tenants: new Set([TENANT]) };
    app.use(authenticate({ ...identity, keys: () => Promise.reject(fault) }, { idFrom: idMaker(Buffer.alloc(32, 1)) }));
    const server = createServer(app);
    const origin = await new Promise<string>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
      });
    });
    const response = await fetch(origin, { headers: { authorization: `Bearer ${await tokenOf('anna')}` } });
    expect(response.status).toBe(status);
    await new Promise((resolve) => server.close(resolve));
  });
});
