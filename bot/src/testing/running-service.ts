import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type GenerateKeyPairResult } from 'jose';
import type { Engines } from '@plumbline/shared/application/use-case';
import type { Operations } from '@plumbline/shared/contract/operations';
import { machineClock, type ServiceClock } from '../http/service-clock.ts';
import type { Limits } from '../http/limits.ts';
import type { PageOptions } from '../http/static.ts';
import { openPorts } from '../open-ports.ts';
import { plumbline } from '../product.ts';
import { createService, type Product, type Service } from '../service.ts';
import { createLogger } from '../telemetry/logger.ts';

export const TENANT = '11111111-1111-4111-8111-111111111111';
export const OTHER_TENANT = '22222222-2222-4222-8222-222222222222';
export const AUDIENCE = 'api://plumbline.test/app';
export const ISSUER = 'https://issuer.test';

const issued = await generateKeyPair('RS256', { extractable: true });
const PUBLIC_KEY = { ...(await exportJWK(issued.publicKey)), kid: 'test-key', alg: 'RS256', use: 'sig' };

/** The object id of somebody who is known by a short name here. */
export function oidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A valid token of somebody, with claims and header fields changed as a test needs. */
export async function tokenOf(
  name: string,
  changes: {
    readonly claims?: Readonly<Record<string, unknown>>;
    readonly key?: GenerateKeyPairResult['privateKey'];
    readonly kid?: string;
  } = {},
): Promise<string> {
  const tenant = typeof changes.claims?.['tid'] === 'string' ? changes.claims['tid'] : TENANT;
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({
    iss: `${ISSUER}/${tenant}/v2.0`,
    aud: AUDIENCE,
    tid: tenant,
    oid: oidOf(name),
    ver: '2.0',
    scp: 'access_as_user',
    name,
    nbf: now - 5,
    exp: now + 3_600,
    ...changes.claims,
  })
    .setProtectedHeader({ alg: 'RS256', kid: changes.kid ?? 'test-key' })
    .sign(changes.key ?? issued.privateKey);
}

export interface RunningService {
  readonly url: string;
  readonly ports: Engines;
  readonly service: Service;
  /** Every line logged so far. */
  readonly log: readonly string[];
  /** Stops the service and removes its data. */
  readonly end: () => Promise<void>;
}

/** The real service on a free port of this machine, with a database of its own. */
export async function runService(
  options: {
    readonly product?: (product: Product<Operations>) => Product<Operations>;
    readonly limits?: Partial<Limits>;
    readonly clock?: ServiceClock;
    readonly tab?: PageOptions;
    readonly addin?: PageOptions;
    /** Left out: one that is free. */
    readonly port?: number;
  } = {},
): Promise<RunningService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-service-'));
  const clock = options.clock ?? machineClock();
  const ports = await openPorts({ dataDir, now: clock.now });
  const log: string[] = [];
  const service = createService({
    product: options.product?.(plumbline) ?? plumbline,
    ports,
    identity: {
      keys: createLocalJWKSet({ keys: [PUBLIC_KEY] }),
      issuerOf: (tenant) => `${ISSUER}/${tenant}/v2.0`,
      audiences: [AUDIENCE],
      tenants: new Set([TENANT, OTHER_TENANT]),
    },
    clock,
    logger: createLogger('debug', { write: (line: string) => void log.push(line) }),
    limits: options.limits ?? {},
    tab: options.tab ?? null,
    ...(options.addin === undefined ? {} : { addin: options.addin }),
    httpsOnly: true,
  });
  const port = await service.start({ port: options.port ?? 0, host: '127.0.0.1' });
  return {
    url: `http://127.0.0.1:${port}`,
    ports,
    service,
    log,
    async end() {
      await service.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Sends a request as somebody; a body that is neither text nor bytes is sent as JSON. */
export async function ask(
  service: RunningService,
  request: {
    readonly as: string;
    readonly method?: string;
    readonly path: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Answer> {
  const { as, method = 'GET', path, body, headers = {} } = request;
  const token = await tokenOf(as);
  const response = await fetch(service.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined
      ? {}
      : { body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

let keys = 0;

/** Founds a team as somebody and returns its id and revision. */
export async function foundTeam(
  service: RunningService,
  as: string,
  name = 'Executive team',
): Promise<{ readonly id: string; readonly revision: string }> {
  keys += 1;
  const { status, headers, body } = await ask(service, {
    as,
    method: 'POST',
    path: '/api/teams',
    headers: { 'idempotency-key': `found-${keys}` },
    body: { ...TEAM, name },
  });
  if (status !== 201 || typeof body !== 'object' || body === null || !('id' in body)) {
    throw new Error(`The team was not founded: ${JSON.stringify(body)}`);
  }
  return { id: String(body.id), revision: headers.get('etag') ?? '' };
}

/** What founds a team. */
export const TEAM = {
  name: 'Executive team',
  organisation: 'Acme',
  scope: 'organisation',
  intact: true,
  myTitle: 'Coach',
  myRole: 'coach',
};
