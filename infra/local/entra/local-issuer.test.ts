import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import {
  createRemoteJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  exportPKCS8,
  generateKeyPair,
  jwtVerify,
  SignJWT,
} from 'jose';
import { createLocalIssuer, type LocalIssuer } from './local-issuer.ts';
import type { Persona } from './persona.ts';

const MAYA: Persona = {
  id: 'maya',
  tid: '11111111-1111-4111-8111-111111111111',
  oid: '22222222-2222-4222-8222-222222222222',
  name: 'Maya Lindqvist',
  userPrincipalName: 'maya@harbour.example',
  title: 'Chief Executive Officer',
  role: 'leader',
};
const AUDIENCE = 'api://localhost/plumbline';
const NOON = Date.UTC(2026, 10, 12, 12);

let server: Server;
let base: string;
let dataDir: string;
let issuer: LocalIssuer;
let now: number;
let app: express.Express;

async function startIssuer(): Promise<LocalIssuer> {
  return createLocalIssuer({ issuer: base, audience: AUDIENCE, personas: [MAYA], dataDir, clock: () => now });
}

beforeAll(async () => {
  server = createServer((request, response) => {
    app(request, response);
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('The server has no port'));
    });
  });
  base = `http://127.0.0.1:${port}/local/entra`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(async () => {
  now = NOON;
  dataDir = await mkdtemp(join(tmpdir(), 'plumbline-issuer-'));
  issuer = await startIssuer();
  app = express().use(issuer.router);
});

afterEach(async () => {
  await rm(dataDir, { recursive: true });
});

async function askForToken(
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${base}/token`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          const parsed: unknown = JSON.parse(text);
          resolve({ status: response.statusCode ?? 0, body: parsed });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

function tokenIn(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('access_token' in body)) throw new Error('No token was issued');
  return String(body.access_token);
}

async function verify(token: string, audience = AUDIENCE) {
  return jwtVerify(token, createRemoteJWKSet(new URL(issuer.jwksUri)), {
    issuer: issuer.issuerOf(MAYA.tid),
    audience,
    algorithms: ['RS256'],
    currentDate: new Date(now),
  });
}

describe('the local issuer', () => {
  it('issues a token that its published keys verify, with the claims of an Entra v2.0 access token', async () => {
    const { status, body } = await askForToken('{"persona":"maya"}');
    expect({ status, body }).toEqual({
      status: 200,
      body: { access_token: expect.any(String), token_type: 'Bearer', expires_in: 3_600 },
    });
    expect((await verify(tokenIn(body))).payload).toEqual({
      iss: `${base}/${MAYA.tid}/v2.0`,
      sub: MAYA.oid,
      aud: AUDIENCE,
      ver: '2.0',
      tid: MAYA.tid,
      oid: MAYA.oid,
      scp: 'access_as_user',
      name: MAYA.name,
      preferred_username: MAYA.userPrincipalName,
      iat: NOON / 1_000,
      nbf: NOON / 1_000,
      exp: NOON / 1_000 + 3_600,
    });
  });

  it('describes itself for a tenant, and leads from there to the keys', async () => {
    const response = await fetch(`${base}/${MAYA.tid}/v2.0/.well-known/openid-configuration`);
    expect(await response.json()).toMatchObject({ issuer: issuer.issuerOf(MAYA.tid), jwks_uri: issuer.jwksUri });
  });

  it('publishes no private part of the key', async () => {
    expect(await (await fetch(issuer.jwksUri)).json()).toEqual({
      keys: [
        { kty: 'RSA', use: 'sig', alg: 'RS256', kid: expect.any(String), n: expect.any(String), e: expect.any(String) },
      ],
    });
  });

  it('does not verify a token forged with another key under its own key id', async () => {
    const { access_token: genuine } = await issuer.issueToken(MAYA);
    const { payload } = await verify(genuine);
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(payload)
      .setProtectedHeader({ ...decodeProtectedHeader(genuine), alg: 'RS256' })
      .sign(privateKey);
    await expect(verify(forged)).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
  });

  it('does not verify a token whose claims were changed after signing', async () => {
    const { access_token: genuine } = await issuer.issueToken(MAYA);
    const [header, , signature] = genuine.split('.');
    const changed = Buffer.from(JSON.stringify({ ...decodeJwt(genuine), oid: 'somebody-else' })).toString('base64url');
    await expect(verify(`${header}.${changed}.${signature}`)).rejects.toMatchObject({
      code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    });
  });

  it('names one audience only', async () => {
    const { access_token: token } = await issuer.issueToken(MAYA);
    await expect(verify(token, 'api://other')).rejects.toMatchObject({ claim: 'aud' });
  });

  it('lets a token live for one hour', async () => {
    const { access_token: token } = await issuer.issueToken(MAYA);
    now = NOON + 3_599_000;
    expect((await verify(token)).payload['oid']).toBe(MAYA.oid);
    now = NOON + 3_600_000;
    await expect(verify(token)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  });

  it.each(['{}', '{"persona":"nobody"}', '{"persona":["maya"]}', '[]'])(
    'refuses to guess a persona from %s',
    async (body) => {
      expect(await askForToken(body)).toEqual({
        status: 400,
        body: { error: 'invalid_request', error_description: 'Send {"persona": "..."} with one of: maya.' },
      });
    },
  );

  it('gives nothing to a foreign page that pointed its name at this machine', async () => {
    const { status, body } = await askForToken('{"persona":"maya"}', { host: 'rebound.example' });
    expect({ status, body }).toEqual({
      status: 403,
      body: { error: 'access_denied', error_description: expect.stringContaining('this machine only') },
    });
  });
});

describe('the key pair', () => {
  it('outlives a restart, so that tokens stay valid', async () => {
    const { access_token: token } = await issuer.issueToken(MAYA);
    issuer = await startIssuer();
    app = express().use(issuer.router);
    expect((await verify(token)).payload['oid']).toBe(MAYA.oid);
  });

  it('is readable by its owner only, also after somebody opened it up', async () => {
    const path = join(dataDir, 'local-issuer.pem');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await chmod(path, 0o644);
    await startIssuer();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('is another in another folder', async () => {
    const { access_token: token } = await issuer.issueToken(MAYA);
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    await writeFile(join(dataDir, 'local-issuer.pem'), await exportPKCS8(privateKey));
    issuer = await startIssuer();
    app = express().use(issuer.router);
    await expect(verify(token)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  });

  it('is never overwritten when the file is not a key', async () => {
    const path = join(dataDir, 'local-issuer.pem');
    await writeFile(path, 'not a key');
    await expect(startIssuer()).rejects.toThrow('is not a PKCS #8 RSA key');
    expect(await readFile(path, 'utf8')).toBe('not a key');
  });
});
