import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { ask, OTHER_TENANT, runService, tokenOf, type RunningService } from '../testing/running-service.ts';

let service: RunningService;

beforeAll(async () => {
  service = await runService();
});

afterAll(async () => {
  await service.end();
});

const ROLE = 'Organisation.Administer';

/** How the door of the organisation answers a token. */
async function knock(token: string): Promise<number> {
  const response = await fetch(`${service.url}/api/organisation`, { headers: { authorization: `Bearer ${token}` } });
  await response.text();
  return response.status;
}

describe('who administers the organisation', () => {
  it('OA1 is who has the app role in a valid token, in the tenant of that token', async () => {
    expect(await knock(await tokenOf('anna', { claims: { roles: [ROLE] } }))).toBe(200);
    expect(await knock(await tokenOf('anna', { claims: { roles: ['Something.Else', ROLE] } }))).toBe(200);
    expect(await knock(await tokenOf('anna', { claims: { roles: [ROLE], tid: OTHER_TENANT } }))).toBe(200);
  });

  it.each([
    ['no roles', {}],
    ['no role', { roles: [] }],
    ['another role', { roles: ['Organisation.Read'] }],
    ['the role spelled otherwise', { roles: ['organisation.administer', `${ROLE} `, `x${ROLE}`] }],
    ['a text instead of a list', { roles: ROLE }],
    ['a list in the list', { roles: [[ROLE]] }],
    ['the role as a scope beside', { scp: `access_as_user ${ROLE}` }],
    ['the role in other claims', { role: [ROLE], groups: [ROLE], wids: [ROLE], administers: true }],
  ])('OA1 is not who has %s in it', async (_what, claims) => {
    expect(await knock(await tokenOf('anna', { claims }))).toBe(403);
  });

  it('OA1 is not who writes the role in themselves', async () => {
    const [header = '', payload = '', signature = ''] = (await tokenOf('anna')).split('.');
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const written = { ...(claims as object), roles: [ROLE] };
    const changed = Buffer.from(JSON.stringify(written)).toString('base64url');
    expect(await knock(`${header}.${changed}.${signature}`)).toBe(401);
    const { privateKey } = await generateKeyPair('RS256');
    expect(await knock(await tokenOf('anna', { key: privateKey, claims: { roles: [ROLE] } }))).toBe(401);
  });

  it('OA1 is not who says so in what they send', async () => {
    const headers = { roles: ROLE, 'x-ms-client-principal-roles': ROLE };
    expect(await ask(service, { as: 'anna', path: `/api/organisation?roles=${ROLE}`, headers })).toMatchObject({
      status: 403,
      body: { kind: 'access.denied' },
    });
    const body = { name: 'T', organisation: 'O', scope: 'team', intact: false, myTitle: '', myRole: 'coach' };
    const founding = { ...body, administers: true, roles: [ROLE] };
    await ask(service, {
      as: 'anna',
      method: 'POST',
      path: '/api/teams',
      body: founding,
      headers: { 'idempotency-key': 'one' },
    });
    expect(await knock(await tokenOf('anna'))).toBe(403);
    expect((await ask(service, { as: 'anna', path: '/api/me' })).body).toMatchObject({ administers: false });
  });
});
