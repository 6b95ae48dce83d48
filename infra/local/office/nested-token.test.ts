import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { decodeJwt } from 'jose';
import type { Persona } from '../entra/persona.ts';
import { startEntra, type EntraStandIn } from '../entra/stand-in/entra-stand-in.ts';
import { trustCertificate } from '../entra/stand-in/trust.ts';
import { createLocalOffice } from './local-office.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const OTHER_TENANT = '11111111-1111-4111-8111-111111111112';
const CLIENT = '33333333-3333-4333-8333-333333333333';
const HOST = 'plumbline.test';
const ADDRESS = `api://${HOST}/${CLIENT}`;
const SCOPE = `${CLIENT}/access_as_user`;
const MAYA: Persona = {
  id: 'maya',
  tid: TENANT,
  oid: '22222222-2222-4222-8222-222222222222',
  name: 'Maya',
  userPrincipalName: 'maya@harbour.example',
  title: 'Chief',
  role: 'leader',
};

let entra: EntraStandIn;
let server: Server;
let origin: string;

beforeAll(async () => {
  entra = await startEntra({
    people: [MAYA],
    registrations: [
      {
        clientId: CLIENT,
        redirectUris: [`brk-multihub://${HOST}`],
        kind: 'spa',
        resource: { uri: ADDRESS, scopes: ['access_as_user'] },
      },
    ],
  });
  trustCertificate(entra.certificate);
  const nested = { authority: entra.authority, host: HOST };
  server = createServer(express().use(createLocalOffice({ personas: [MAYA], draws: false, nested })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  origin = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await entra.close();
});

async function ask(changes: Readonly<Record<string, string>> = {}, headers: Readonly<Record<string, string>> = {}) {
  const authority = `${entra.authority}/${TENANT}`;
  const response = await fetch(`${origin}/local/office/nested-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ persona: 'maya', clientId: CLIENT, authority, scope: SCOPE, ...changes }),
  });
  const body = (await response.json()) as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  return { status: response.status, body };
}

describe('the broker of Local Office', () => {
  it('OF87 hands over a token of the add-in’s own, with whose it is', async () => {
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(decodeJwt(String(body['token']?.['access_token']))).toMatchObject({
      aud: CLIENT,
      azp: CLIENT,
      oid: MAYA.oid,
      scp: 'access_as_user',
    });
    expect(body['account']).toMatchObject({
      localAccountId: MAYA.oid,
      tenantId: TENANT,
      username: 'maya@harbour.example',
    });
  });

  it('OF87 hands on what the directory refuses', async () => {
    entra.setConsent(TENANT, CLIENT, false);
    expect(await ask()).toMatchObject({ status: 400, body: { suberror: 'consent_required' } });
    entra.setConsent(TENANT, CLIENT, true);
    const itself = await ask({ scope: `${ADDRESS}/access_as_user` });
    expect(itself).toMatchObject({ status: 400, body: { error_codes: [90009] } });
    const stranger = await ask({ authority: `${entra.authority}/${OTHER_TENANT}` });
    expect(stranger).toMatchObject({ status: 400, body: { error_description: expect.stringMatching(/^AADSTS50020/) } });
    entra.setAway(true);
    expect(await ask()).toMatchObject({ status: 503, body: { error: 'no_network' } });
    entra.setAway(false);
  });

  it.each([
    [{ persona: 'nobody' }],
    [{ authority: 'https://elsewhere.test/tenant' }],
    [{ authority: 'no address' }],
    [{ clientId: OTHER_TENANT }],
  ])('OF87 has nothing for %j', async (changes) => {
    const { status, body } = await ask(changes);
    expect([status, body['token']]).toEqual([400, undefined]);
  });
});
