import { createHash, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { Persona } from '../persona.ts';
import { startEntra, type EntraStandIn } from './entra-stand-in.ts';
import { trustCertificate } from './trust.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const API = '33333333-3333-4333-8333-333333333333';
const REDIRECT = 'https://plumbline.test/tab/';
const RESOURCE = `api://plumbline.test/${API}`;
const SECRET = 'known-to-the-service-alone';
const VERIFIER = 'v'.repeat(43);

const MAYA = personOf('maya', '22222222-2222-4222-8222-222222222222');
const GUEST: Persona = { ...personOf('gus', '22222222-2222-4222-8222-222222222223'), home: API };
const ADMINISTRATOR: Persona = {
  ...personOf('ada', '22222222-2222-4222-8222-222222222224'),
  appRoles: ['Organisation.Administer'],
};

let entra: EntraStandIn;
let at: string;

beforeAll(async () => {
  entra = await startEntra({
    people: [MAYA, GUEST, ADMINISTRATOR],
    registrations: [
      {
        clientId: API,
        redirectUris: [REDIRECT],
        kind: 'spa',
        secret: SECRET,
        resource: { uri: RESOURCE, scopes: ['access_as_user'] },
      },
    ],
  });
  trustCertificate(entra.certificate);
  at = `${entra.authority}/${TENANT}/oauth2/v2.0`;
});

afterAll(async () => {
  await entra.close();
});

function personOf(id: string, oid: string): Persona {
  return { id, tid: TENANT, oid, name: id, userPrincipalName: `${id}@harbour.example`, title: 'Chief', role: 'leader' };
}

const ASKED = {
  client_id: API,
  redirect_uri: REDIRECT,
  response_type: 'code',
  response_mode: 'query',
  scope: `${RESOURCE}/access_as_user openid profile offline_access`,
  code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
  code_challenge_method: 'S256',
  nonce: 'once',
  state: 'a state',
};

/** Where somebody who signs in is sent back to. */
async function agree(changes: Readonly<Record<string, string>> = {}): Promise<URL> {
  const body = new URLSearchParams({ ...ASKED, username: MAYA.userPrincipalName, ...changes });
  const response = await fetch(`${at}/login`, { method: 'POST', redirect: 'manual', body });
  return new URL(response.headers.get('location') ?? 'none:');
}

async function token(form: Readonly<Record<string, string>>, origin: string | null = 'https://plumbline.test') {
  const response = await fetch(`${at}/token`, {
    method: 'POST',
    headers: origin === null ? {} : { origin },
    body: new URLSearchParams({ client_id: API, redirect_uri: REDIRECT, ...form }),
  });
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  return { status: response.status, body };
}

async function redeem(changes: Readonly<Record<string, string>> = {}, asked: Readonly<Record<string, string>> = {}) {
  const code = (await agree(asked)).searchParams.get('code') ?? '';
  return token({ grant_type: 'authorization_code', code, code_verifier: VERIFIER, ...changes });
}

describe('the directory that stands in for Entra', () => {
  it('shows a certificate for this machine that signs itself', () => {
    const certificate = new X509Certificate(entra.certificate);
    expect([certificate.checkHost('localhost'), certificate.checkIP('127.0.0.1')]).toEqual(['localhost', '127.0.0.1']);
    expect([certificate.verify(certificate.publicKey), certificate.ca]).toEqual([true, true]);
  });

  it('is reached by a process that trusts another one too', async () => {
    const other = await startEntra({ people: [], registrations: [] });
    trustCertificate(other.certificate);
    try {
      const keys = ({ authority }: EntraStandIn) => fetch(`${authority}/${TENANT}/discovery/v2.0/keys`);
      expect((await Promise.all([keys(entra), keys(other)])).map(({ status }) => status)).toEqual([200, 200]);
    } finally {
      await other.close();
    }
  });

  it('describes itself for a tenant and for all of them', async () => {
    for (const [tenant, named] of [
      [TENANT, TENANT],
      ['common', '{tenantid}'],
    ]) {
      const response = await fetch(`${entra.authority}/${tenant}/v2.0/.well-known/openid-configuration`);
      expect(await response.json()).toMatchObject({
        issuer: `${entra.authority}/${named}/v2.0`,
        jwks_uri: `${entra.authority}/${tenant}/discovery/v2.0/keys`,
        token_endpoint: `${entra.authority}/${tenant}/oauth2/v2.0/token`,
      });
    }
  });

  it('gives a code with the state back, and for the code a token with the claims of Entra', async () => {
    expect((await agree()).searchParams.get('state')).toBe('a state');
    const { status, body } = await redeem();
    expect(status).toBe(200);
    const access = String(body['access_token']);
    const keys = createRemoteJWKSet(new URL(`${entra.authority}/common/discovery/v2.0/keys`));
    const { payload } = await jwtVerify(access, keys, { issuer: `${entra.authority}/${TENANT}/v2.0`, audience: API });
    expect(payload).toMatchObject({
      ver: '2.0',
      tid: TENANT,
      oid: MAYA.oid,
      azp: API,
      azpacr: '0',
      scp: 'access_as_user',
      name: 'maya',
    });
    expect(decodeJwt(String(body['id_token']))).toMatchObject({ aud: API, nonce: 'once', oid: MAYA.oid });
  });

  it('OA1 writes into tokens for the API, and into no others, which app roles somebody has', async () => {
    const { body } = await redeem({}, { username: ADMINISTRATOR.userPrincipalName });
    expect(decodeJwt(String(body['access_token']))['roles']).toEqual(['Organisation.Administer']);
    expect(decodeJwt(String(body['id_token']))['roles']).toBeUndefined();
    const others = await redeem();
    expect(decodeJwt(String(others.body['access_token']))['roles']).toBeUndefined();
  });

  it('says of a guest where the account is at home; the tenant is the one that invited', async () => {
    const { body } = await redeem({}, { username: GUEST.userPrincipalName });
    const claims = decodeJwt(String(body['access_token']));
    expect(claims).toMatchObject({ tid: TENANT, idp: `${entra.authority}/${API}/v2.0`, acct: 1 });
  });

  it.each([
    ['another verifier', { code_verifier: 'w'.repeat(43) }, 501481],
    ['another reply address', { redirect_uri: 'https://elsewhere.test/' }, 500112],
    ['a code that nobody was given', { code: 'made up' }, 70008],
    ['an unknown application', { client_id: TENANT }, 700016],
    ['a wrong secret', { client_secret: 'guessed' }, 7000215],
    ['another grant', { grant_type: 'password' }, 70003],
  ])('gives no token for %s', async (_what, changes, number) => {
    const { body } = await redeem(changes);
    expect(body).toMatchObject({ error_codes: [number] });
  });

  it('takes a code once, and a page’s only from a page', async () => {
    const code = (await agree()).searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, code_verifier: VERIFIER };
    expect((await token(form, null)).body).toMatchObject({ error_codes: [9002327] });
    expect((await token(form)).status).toBe(200);
    expect((await token(form)).body).toMatchObject({ error_codes: [70008] });
  });

  it('sends nobody to an address that is not registered, and asks for a proof of the code', async () => {
    expect((await agree({ redirect_uri: 'https://elsewhere.test/' })).protocol).toBe('none:');
    expect((await agree({ code_challenge: '' })).searchParams.get('error')).toBe('invalid_request');
    expect((await agree({ username: '' })).searchParams.get('error')).toBe('access_denied');
  });

  it('ID3 renews what an application asks of itself by its id, and not by its address', async () => {
    const { body } = await redeem();
    const renew = (scope: string) =>
      token({ grant_type: 'refresh_token', refresh_token: String(body['refresh_token']), scope });
    expect((await renew(`${RESOURCE}/access_as_user`)).body).toMatchObject({ error_codes: [90009] });
    expect((await renew(`api://${API}/access_as_user`)).body).toMatchObject({ error_codes: [90009] });
    const renewed = await renew(`${API}/access_as_user`);
    expect(decodeJwt(String(renewed.body['access_token']))).toMatchObject({ aud: API, scp: 'access_as_user' });
  });

  it('acts on behalf of somebody where the tenant has consented, for whoever has the secret', async () => {
    const { body } = await redeem();
    const form = {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: String(body['access_token']),
      scope: 'https://graph.microsoft.com/User.ReadBasic.All',
    };
    expect((await token(form, null)).status).toBe(400);
    const given = await token({ ...form, client_secret: SECRET }, null);
    expect(decodeJwt(String(given.body['access_token']))).toMatchObject({
      aud: 'https://graph.microsoft.com',
      oid: MAYA.oid,
      scp: 'User.ReadBasic.All',
      azpacr: '1',
    });
    const other = await token({ ...form, client_secret: SECRET, assertion: String(given.body['access_token']) }, null);
    expect(other.body).toMatchObject({ error_codes: [500131] });
    entra.setConsent(TENANT, API, false);
    const withheld = await token({ ...form, client_secret: SECRET }, null);
    expect(withheld.body).toMatchObject({ error: 'invalid_grant', suberror: 'consent_required' });
    entra.setConsent(TENANT, API, true);
  });

  it('knows nobody of another tenant, and says so', async () => {
    const stranger = (await agree({ username: 'stranger@elsewhere.example' })).searchParams;
    expect(stranger.get('error_description')).toMatch(/^AADSTS50020/);
    const cancelled = (await agree({ username: '' })).searchParams;
    expect(cancelled.get('error_description')).toMatch(/^AADSTS65004/);
    expect([stranger.get('code'), cancelled.get('code')]).toEqual([null, null]);
  });

  it('signs with a new key after a rotation, and publishes the old one until it is withdrawn', async () => {
    const kidOf = async () => decodeProtectedHeader(String((await redeem()).body['access_token'])).kid;
    const before = await kidOf();
    await entra.keys.rotate('kept');
    const after = await kidOf();
    expect(after).not.toBe(before);
    expect(entra.keys.published().map(({ kid }) => kid)).toEqual([after, before]);
    await entra.keys.rotate('withdrawn');
    expect(entra.keys.published()).toHaveLength(1);
  });
});
