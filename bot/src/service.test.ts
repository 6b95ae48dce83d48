import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setImmediate as nextTick } from 'node:timers/promises';
import { join } from 'node:path';
import { openStream } from './testing/read-stream.ts';
import {
  ask,
  foundTeam,
  OTHER_TENANT,
  runService,
  TEAM,
  tokenOf,
  type Answer,
  type RunningService,
} from './testing/running-service.ts';

const running: RunningService[] = [];

const SIGN_IN = {
  authority: 'https://login.test/tenant',
  clientId: 'app',
  scope: 'api://plumbline.test/app/access_as_user',
};

/** A port that nobody has at the moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof bound === 'object' && bound !== null ? bound.port : 0;
}

async function run(...options: Parameters<typeof runService>): Promise<RunningService> {
  const service = await runService(...options);
  running.push(service);
  return service;
}

afterEach(async () => {
  for (const service of running.splice(0)) await service.end();
});

describe('stopping', () => {
  it('lets requests under way finish, ends streams with a hint, and takes nothing new', async () => {
    let begun = (): void => undefined;
    let release = (): void => undefined;
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    const isReleased = new Promise<void>((resolve) => (release = resolve));
    const service = await run({
      product: (product) => ({
        ...product,
        useCases: {
          ...product.useCases,
          async viewHome(ports, call) {
            begun();
            await isReleased;
            return product.useCases.viewHome(ports, call);
          },
        },
      }),
    });
    const team = await foundTeam(service, 'anna');
    const stream = await openStream(service, 'anna', [team.id]);
    const underWay = ask(service, { as: 'anna', path: '/api/me' });
    await isBegun;
    const stopped = service.service.stop();
    await stream.ended;
    await expect(fetch(`${service.url}/health/ready`)).rejects.toThrow();
    release();
    expect(await underWay).toMatchObject({ status: 200, body: { teams: [{ id: team.id }] } });
    await stopped;
    expect(stream.events.at(-1)).toEqual({ type: '', data: '', retry: expect.any(Number) });
    await expect(service.ports.store.ping()).rejects.toThrow();
  });

  it('does not wait for ever', async () => {
    const { promise: isBegun, resolve: begin } = Promise.withResolvers<undefined>();
    const service = await run({
      limits: { stop: 100 },
      product: (product) => ({
        ...product,
        useCases: {
          ...product.useCases,
          viewHome() {
            begin(undefined);
            return new Promise(() => undefined);
          },
        },
      }),
    });
    const never = ask(service, { as: 'anna', path: '/api/me' });
    await isBegun;
    await Promise.all([service.service.stop(), expect(never).rejects.toThrow()]);
  });
});

describe('keeping house', () => {
  it('RL3 is waited for by whoever comes first, while the service says that it is alive', async () => {
    let release = (): void => undefined;
    const isReleased = new Promise<void>((resolve) => (release = resolve));
    const port = await freePort();
    const starting = run({
      port,
      product: (product) => ({
        ...product,
        async keepHouse(ports) {
          await isReleased;
          await product.keepHouse(ports);
        },
      }),
    });
    const statusOf = (path: string) => fetch(`http://127.0.0.1:${String(port)}${path}`).then(({ status }) => status);
    while ((await statusOf('/health/live').catch(() => 0)) !== 200);
    const paths = ['/health/ready', '/api/openapi.json', '/elsewhere'];
    expect(await Promise.all(paths.map(statusOf))).toEqual([503, 503, 503]);
    release();
    await starting;
    expect(await Promise.all(paths.map(statusOf))).toEqual([200, 200, 404]);
  });

  it('is done before the service is ready, and again when it failed', async () => {
    let tries = 0;
    const { promise: isMended, resolve: mend } = Promise.withResolvers<undefined>();
    const service = await run({
      product: (product) => ({
        ...product,
        async keepHouse(ports) {
          tries += 1;
          if (tries === 1) throw new Error('canary in an error');
          await isMended;
          await product.keepHouse(ports);
        },
      }),
    });
    const statusOf = (path: string) => fetch(service.url + path).then(({ status }) => status);
    expect(await Promise.all(['/health/ready', '/health/live'].map(statusOf))).toEqual([503, 200]);
    mend(undefined);
    while ((await statusOf('/health/ready')) !== 200) await nextTick();
    expect(tries).toBe(2);
    expect(service.log.join('')).not.toContain('canary');
  });
});

it('HT10 twenty who ask at a time whether it is ready have its store asked once', async () => {
  const service = await run();
  const ping = jest.spyOn(service.ports.store, 'ping');
  const asked = Array.from({ length: 20 }, () => fetch(`${service.url}/health/ready`));
  const told = new Set((await Promise.all(asked)).map(({ status }) => status));
  expect([[...told], ping.mock.calls.length]).toEqual([[200], 1]);
});

it('HT7 a log tells tenants apart, and only who has the secret of the service could say which they are', async () => {
  const [service, other] = [await run(), await run()];
  const marksIn = async (of: RunningService, claims: Readonly<Record<string, unknown>>) => {
    const before = of.log.length;
    const authorization = `Bearer ${await tokenOf('anna', { claims })}`;
    await fetch(`${of.url}/api/me`, { headers: { authorization } });
    while (!of.log.slice(before).some((line) => line.includes('viewHome'))) await nextTick();
    return new Set(of.log.slice(before).flatMap((line) => /"tenant":"([^"]+)"/.exec(line)?.[1] ?? []));
  };
  const marks = [
    await marksIn(service, {}),
    await marksIn(service, { tid: OTHER_TENANT }),
    await marksIn(service, {}),
    await marksIn(other, {}),
  ].map((found) => [...found].join());
  expect(marks.map((mark) => /^[a-z2-7]{12}$/.test(mark))).toEqual([true, true, true, true]);
  expect([marks[0] === marks[2], new Set(marks).size]).toEqual([true, 3]);
});

describe('a fault of ours', () => {
  it('tells the caller its instance only, and the log where it happened', async () => {
    const service = await run({
      product: (product) => ({
        ...product,
        useCases: { ...product.useCases, viewHome: () => Promise.reject(new TypeError('canary: the answer was 7')) },
      }),
    });
    const { status, body } = await ask(service, { as: 'anna', path: '/api/me' });
    expect({ status, body }).toEqual({
      status: 500,
      body: {
        type: 'urn:plumbline:problem:service.fault',
        kind: 'service.fault',
        status: 500,
        title: 'Something went wrong on our side.',
        detail: 'Try again. If it stays, report the id that stands with this message.',
        instance: expect.any(String),
      },
    });
    const instance = typeof body === 'object' && body !== null && 'instance' in body ? String(body.instance) : 'none';
    const lines = service.log.filter((line) => line.includes(instance));
    expect(lines).toHaveLength(2);
    expect(lines.join('')).toContain('service.test.ts');
    expect(lines.join('')).not.toContain('canary');
  });

  it('is an output that the contract does not know; a field too many stays inside', async () => {
    const service = await run({
      product: (product) => ({
        ...product,
        useCases: {
          ...product.useCases,
          async viewHome(ports, call) {
            const reply = await product.useCases.viewHome(ports, call);
            if (!reply.ok) return reply;
            const output = { ...reply.value.output, authorTag: 'secret' };
            return { ok: true, value: { ...reply.value, output } };
          },
        },
      }),
    });
    const { body } = await ask(service, { as: 'anna', path: '/api/me' });
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});

/** A refusal says how long to wait, in a header and in words. */
function expectTooMany({ status, headers, body }: Answer): void {
  const seconds = Number(headers.get('retry-after'));
  expect(seconds > 0 && seconds <= 60).toBe(true);
  expect({ status, body }).toMatchObject({
    status: 429,
    body: {
      kind: 'request.too-many',
      detail: expect.stringContaining(`${seconds} seconds`),
      values: { retryAfter: seconds },
    },
  });
}

describe('how often somebody may ask', () => {
  const me = { as: 'anna', path: '/api/me' };

  it('HT5 is limited for each person, with a time to wait, and nobody else is kept out', async () => {
    const service = await run({ limits: { requestsPerMinute: 3 } });
    const statuses = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await ask(service, me)).status);
    const refused = await ask(service, me);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expectTooMany(refused);
    expect((await ask(service, { ...me, as: 'bob' })).status).toBe(200);
  });

  it('HT5 is limited for all of an organisation together, and no other one is kept out', async () => {
    const service = await run({ limits: { requestsPerMinute: 100, requestsPerMinuteOfTenant: 6 } });
    const people = Array.from({ length: 8 }, (_, n) => ({ ...me, as: `person ${n}` }));
    const answers = await Promise.all(people.map((person) => ask(service, person)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(6);
    expect(refused).toHaveLength(2);
    for (const answer of refused) expectTooMany(answer);
    const elsewhere = await tokenOf('anna', { claims: { tid: OTHER_TENANT } });
    const headers = { authorization: `Bearer ${elsewhere}` };
    expect((await ask(service, { ...me, headers })).status).toBe(200);
  });

  it('HT5 counts what one person is refused for nobody else of the organisation', async () => {
    const service = await run({ limits: { requestsPerMinute: 3, requestsPerMinuteOfTenant: 6 } });
    const storm = await Promise.all(Array.from({ length: 40 }, () => ask(service, me)));
    expect(storm.filter(({ status }) => status === 200)).toHaveLength(3);
    for (let n = 0; n < 3; n += 1) expect((await ask(service, { ...me, as: 'bob' })).status).toBe(200);
  });

  it('leaves no room for endless headers', async () => {
    const service = await run();
    const response = await fetch(`${service.url}/api/me`, { headers: { 'x-long': 'x'.repeat(20_000) } });
    expect(response.status).toBe(431);
  });
});

describe('the log', () => {
  it('has a line a request and nothing that anybody wrote, is called or holds', async () => {
    const service = await run();
    const canary = 'canary-5b1e';
    const token = await tokenOf(`${canary}-name`);
    const asAnna = { as: `${canary}-name`, headers: { 'idempotency-key': `${canary}-key` } };
    const path = '/api/teams';
    await ask(service, { ...asAnna, method: 'POST', path, body: { ...TEAM, name: `${canary} team` } });
    await ask(service, { ...asAnna, method: 'POST', path, body: { ...TEAM, scope: `${canary} wrong` } });
    await ask(service, { ...asAnna, method: 'POST', path, body: `{"${canary} broken` });
    await ask(service, { ...asAnna, path: `/api/me?comment=${canary}` });
    await ask(service, { ...asAnna, path: `/api/live?topics=${canary}` });
    await ask(service, { ...asAnna, path: `/api/${canary}` });
    await ask(service, {
      ...asAnna,
      method: 'PUT',
      path: '/api/meetings/meeting_a/rounds/round_a/ballot',
      body: { basedOn: null, answers: { [canary]: { kind: 'scale', value: 7 } } },
    });
    await fetch(`${service.url}/api/me`, { headers: { authorization: `Bearer ${token}x` } });
    const lines = service.log.map((line): unknown => JSON.parse(line));
    expect(lines).toHaveLength(8);
    expect(lines[0]).toEqual({
      level: 'info',
      time: expect.any(Number),
      operation: 'foundTeam',
      tenant: expect.stringMatching(/^[0-9a-z]{12}$/),
      method: 'POST',
      status: 201,
      ms: expect.any(Number),
      msg: 'request',
    });
    const text = service.log.join('');
    for (const secret of [canary, token.slice(-20), 'eyJ', '11111111-1111']) expect(text).not.toContain(secret);
  });
});

describe('the tab', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-tab-'));
    mkdirSync(join(folder, 'assets'));
    mkdirSync(join(folder, '.vite'));
    writeFileSync(
      join(folder, 'index.html'),
      '<meta property="csp-nonce" nonce="CSP_NONCE"><script nonce="CSP_NONCE">',
    );
    writeFileSync(join(folder, 'assets', 'main-1a2b.js'), `export const text = '${'x'.repeat(5_000)}';`);
    writeFileSync(join(folder, '.vite', 'manifest.json'), '{}');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  async function get(service: RunningService, path: string, headers: Record<string, string> = {}) {
    const response = await fetch(service.url + path, { headers, redirect: 'manual' });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  it('is one page at each of its addresses, framed by Teams only, with a nonce that is never the same', async () => {
    const service = await run({ tab: { folder, frameAncestors: ['https://teams.microsoft.com'] } });
    const pages = await Promise.all(['/tab/', '/tab/meeting/meeting_1', '/tab/index.html'].map((p) => get(service, p)));
    const nonces = pages.map(
      ({ headers }) => /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1],
    );
    expect(new Set(nonces).size).toBe(3);
    expect(pages.map(({ text }) => text)).toEqual(
      nonces.map((nonce) => `<meta property="csp-nonce" nonce="${nonce}"><script nonce="${nonce}">`),
    );
    const [first] = pages;
    expect(first?.headers.get('content-security-policy')).toBe(
      [
        "default-src 'none'",
        `script-src 'self' 'nonce-${nonces[0]}'`,
        `style-src 'self' 'nonce-${nonces[0]}'`,
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self' https://res.cdn.office.net",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self' https://teams.microsoft.com",
      ].join('; '),
    );
    const names = ['x-frame-options', 'x-content-type-options', 'strict-transport-security', 'x-powered-by'];
    expect(names.map((name) => first?.headers.get(name) ?? null)).toEqual([null, 'nosniff', 'max-age=31536000', null]);
  });

  it('ID2 says where people sign in outside of Teams, and lets its page ask there for tokens and nowhere else', async () => {
    const service = await run({ tab: { folder, frameAncestors: [], signIn: SIGN_IN } });
    const told = await get(service, '/tab/sign-in.json');
    expect([told.status, JSON.parse(told.text)]).toEqual([200, SIGN_IN]);
    const policy = (await get(service, '/tab/')).headers.get('content-security-policy')?.split('; ');
    expect(policy).toContain("connect-src 'self' https://res.cdn.office.net https://login.test");
    expect(policy?.filter((part) => part.includes('login.test'))).toHaveLength(1);
    const without = await run({ tab: { folder, frameAncestors: [] } });
    expect(await get(without, '/tab/sign-in.json')).toMatchObject({ status: 200, text: 'null' });
  });

  it('ID3 says where people sign in through Office, and has the pane ask the service and nobody else', async () => {
    const service = await run({ addin: { folder, frameAncestors: [], signIn: SIGN_IN } });
    const told = await get(service, '/addin/sign-in.json');
    expect([told.status, JSON.parse(told.text)]).toEqual([200, SIGN_IN]);
    const policy = (await get(service, '/addin/')).headers.get('content-security-policy')?.split('; ');
    expect(policy).toContain("connect-src 'self'");
    const without = await run({ addin: { folder, frameAncestors: [] } });
    expect(await get(without, '/addin/sign-in.json')).toMatchObject({ status: 200, text: 'null' });
  });

  it('HT6 knows nobody by a cookie: none is set, and none counts', async () => {
    const service = await run({ tab: { folder, frameAncestors: [] } });
    const cookie = `token=${await tokenOf('anna')}`;
    const answers = [
      await get(service, '/tab/', { cookie }),
      await get(service, '/api/me', { authorization: `Bearer ${await tokenOf('anna')}` }),
      await get(service, '/api/me', { cookie }),
      await get(service, '/health/ready', { cookie }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 200]);
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
  });

  it('OF63 the pane of Office is framed by Office only, takes Office’s own script, and works in a worker of its own', async () => {
    const service = await run({ addin: { folder, frameAncestors: ['https://*.officeapps.live.com'] } });
    const { status, headers, text } = await get(service, '/addin/');
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect([status, text]).toEqual([200, `<meta property="csp-nonce" nonce="${nonce}"><script nonce="${nonce}">`]);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}' https://appsforoffice.microsoft.com`,
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self' https://*.officeapps.live.com",
    ]);
    expect((await get(service, '/addin')).headers.get('location')).toBe('/addin/');
    expect((await get(service, '/addin/assets/main-1a2b.js')).status).toBe(200);
    expect((await get(service, '/tab/')).status).toBe(404);
  });

  it('sends hashed files compressed and for ever, and nothing beside them', async () => {
    const service = await run({ tab: { folder, frameAncestors: [] } });
    const asset = await get(service, '/tab/assets/main-1a2b.js', { 'accept-encoding': 'br' });
    const names = ['cache-control', 'content-encoding', 'content-type'];
    expect([asset.status, ...names.map((name) => asset.headers.get(name))]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'br',
      'text/javascript; charset=utf-8',
    ]);
    const paths = ['/tab/assets/main-old.js', '/tab/.vite/manifest.json', '/tab/..%2f..%2fpackage.json', '/tab/x.png'];
    expect((await Promise.all(paths.map((path) => get(service, path)))).map(({ status }) => status)).toEqual([
      404, 404, 404, 404,
    ]);
    expect((await get(service, '/tab')).headers.get('location')).toBe('/tab/');
  });
});
