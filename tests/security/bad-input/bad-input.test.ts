import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { operations, type OperationName } from '@plumbline/shared/contract/operations';
import type { Route } from '@plumbline/shared/contract/routes';
import { RunningService, TWO_TENANTS } from '../../running/running-service.ts';
import { furnish } from '../furnish.ts';
import { newKey, Office } from '../office.ts';
import { examplesOf, send, type Answered, type Example } from '../requests.ts';
import { malformed, strangeText, type Json } from './malform.ts';

const NAMES = Object.keys(operations).filter((name): name is OperationName => name in operations);
const RUNS = 40;

const service = new RunningService({ entry: TWO_TENANTS });
let examples: Readonly<Record<OperationName, Example>>;
let elsewhere: Readonly<Record<string, string>>;
let token = '';

beforeAll(async () => {
  await service.start();
  const office = new Office(service.origin);
  token = (await office.person('a1')).token;
  examples = examplesOf(await furnish(office));
  const stranger = await office.person('b0');
  const { id: team } = await office.team('b', { 1: 'leader', 2: 'leader', 3: 'leader', 4: 'leader', 5: 'leader' });
  const meeting = await office.open(team, stranger);
  elsewhere = { team, meeting: meeting.id, round: (await meeting.round('rating')).id };
});

afterAll(() => service.remove());

interface Strange {
  readonly params: Readonly<Record<string, string>>;
  readonly input: unknown;
  readonly ifMatch: string | undefined;
  readonly key: string | undefined;
}

function ask(name: OperationName, { params, input, ifMatch, key }: Strange): Promise<Answered> {
  const body = input === null ? undefined : JSON.stringify(input);
  return send(name, params, { origin: service.origin, token, ifMatch, key, body });
}

/** Whatever was sent: either it was fine, or there is a problem with a kind and a next step, and never a fault of ours. */
function expectProblem(answer: Answered): void {
  if (answer.status < 300) return;
  const problem: unknown = JSON.parse(answer.text);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.type).toMatch(/^application\/problem\+json/);
  expect(problem).toEqual({
    type: expect.any(String),
    kind: expect.stringMatching(/^[a-z-]+\.[a-z-]+$/),
    title: expect.stringMatching(/\S/),
    status: answer.status,
    detail: expect.stringMatching(/\S.*[.?!]$/s),
    instance: expect.stringMatching(/^urn:/),
    ...(answer.text.includes('"errors":') && { errors: expect.any(Array) }),
    ...(answer.text.includes('"values":') && { values: expect.any(Object) }),
  });
}

/** Path parts: what the example says, something of another tenant, or anything at all. */
function strangeParams(params: Example['params']): fc.Arbitrary<Record<string, string>> {
  const parts = Object.entries(params).map(([part, good]) => {
    const other = elsewhere[part] ?? `${part}_unknown`;
    return [part, fc.oneof({ weight: 6, arbitrary: fc.constant(good) }, fc.constant(other), strangeText())] as const;
  });
  return fc.record(Object.fromEntries(parts));
}

/** One request of an operation with anything wrong with it. */
function strange(name: OperationName): fc.Arbitrary<Strange> {
  const { params, input } = examples[name];
  const route: Route = operations[name];
  const revision = fc.constantFrom(undefined, '"1"', '"987654321"', 'W/"1"', '*', '""', 'no quotes', '"a", "b"');
  const key = fc.oneof(
    fc.constantFrom(undefined, '', 'with space', 'k'.repeat(5_000)),
    fc.constant('repeated'),
    fc.uuid(),
  );
  return fc.record({
    params: strangeParams(params),
    input: input === null ? fc.constant(null) : malformed(asJson(input)),
    ifMatch: route.revision === 'required' ? revision : fc.constantFrom(undefined, '"1"', 'junk'),
    key: route.creates ? key : fc.constantFrom(undefined, 'k'),
  });
}

function asJson(value: unknown): Json {
  // A valid example is JSON by construction.
  return JSON.parse(JSON.stringify(value)) as Json;
}

describe.each(NAMES)('%s', (name) => {
  it('HT1 HT2 HT5 answers anything that is wrong with a problem and a next step', async () => {
    await fc.assert(
      fc.asyncProperty(strange(name), async (request) => {
        expectProblem(await ask(name, request));
      }),
      { numRuns: RUNS },
    );
    expect(await service.isReady()).toBe(true);
  });

  it('AC2 does not know the things of another tenant', async () => {
    const { params, input } = examples[name];
    const mixed = Object.keys(params).filter((part) => part in elsewhere);
    for (const part of mixed) {
      const others = { ...params, [part]: elsewhere[part] ?? '' };
      const route: Route = operations[name];
      const ifMatch = route.revision === 'required' ? '"1"' : undefined;
      const answer = await ask(name, { params: others, input, ifMatch, key: newKey() });
      const expected = part === 'round' ? ['round.unknown', 'thing.not-found'] : ['thing.not-found'];
      expect(expected).toContain(answer.kind);
    }
  });
});

const TAKES_A_BODY = NAMES.filter((name) => operations[name].input !== null);

/** Sends a body of so many bytes without waiting for it to be wanted, and returns the status. */
function pour(name: OperationName, bytes: number): Promise<number> {
  const { params } = examples[name];
  const path = operations[name].path.replaceAll(/\{(\w+)\}/g, (_whole, part: string) => params[part] ?? '');
  return new Promise((resolve, reject) => {
    const request = httpRequest(service.origin + path, {
      method: operations[name].method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'if-match': '"1"',
        'idempotency-key': newKey(),
      },
    });
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    // The service may close the connection before everything was sent; what counts is what it answered.
    request.on('error', reject);
    const piece = Buffer.alloc(65_536, ' ');
    for (let sent = 0; sent < bytes; sent += piece.length) request.write(piece);
    request.end();
  });
}

describe('bodies', () => {
  it.each(TAKES_A_BODY)('HT1 HT5 %s takes nothing but JSON', async (name) => {
    const { params } = examples[name];
    const from = { origin: service.origin, token, ifMatch: '"1"' };
    const bodies = [
      { body: '', contentType: 'application/json' },
      { body: '{"name": "no end', contentType: 'application/json' },
      { body: '[]', contentType: 'application/json' },
      { body: 'null', contentType: 'application/json' },
      { body: '"text"', contentType: 'application/json' },
      { body: '['.repeat(30_000), contentType: 'application/json' },
      { body: '{"__proto__": {"admin": true}}', contentType: 'application/json' },
      { body: '<a/>', contentType: 'application/xml' },
      { body: 'a=b', contentType: 'application/x-www-form-urlencoded' },
    ];
    for (const body of bodies) {
      const answer = await send(name, params, { ...from, ...body, key: newKey() });
      expectProblem(answer);
      expect({ ...body, refused: answer.status >= 400 }).toEqual({ ...body, refused: true });
    }
  });

  it('HT5 refuses 10 MB without reading them to the end, for every operation at once, and stays ready', async () => {
    const outcomes = await Promise.allSettled(TAKES_A_BODY.map((name) => pour(name, 10_000_000)));
    const statuses = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'cut off'));
    expect(statuses.filter((status) => status !== 413 && status !== 'cut off')).toEqual([]);
    expect(statuses).toContain(413);
    expect(await service.isReady()).toBe(true);
  });
});

describe('addresses', () => {
  it.each([
    '/api/meetings/%E0%A4%A',
    '/api/meetings/%00',
    '/api/meetings/..%2f..%2fteams',
    '/api/meetings//mine',
    '/api/teams/',
    '/api/nowhere',
    '/api/live',
    '/api/live?topics=',
    '/api/live?topics=a,b',
    `/api/live?topics=${'team_x,'.repeat(100)}`,
    `/api/${'x'.repeat(60_000)}`,
  ])('HT1 HT5 %.40s is answered with a problem', async (path) => {
    const response = await fetch(service.origin + path, { headers: { authorization: `Bearer ${token}` } });
    const answer = { status: response.status, type: response.headers.get('content-type') ?? '' };
    expectProblem({ ...answer, text: await response.text(), kind: null });
    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  it('HT1 bytes that are no HTTP are answered with a problem', async () => {
    const { port } = new URL(service.origin);
    const socket = connect(Number(port), '127.0.0.1');
    socket.end('EHLO plumbline\r\n\r\n');
    const said = (await text(socket)).split('\r\n\r\n');
    expect(said[0]).toMatch(/^HTTP\/1\.1 400 /);
    expectProblem({ status: 400, type: 'application/problem+json', text: said[1] ?? '', kind: null });
  });
});

describe('the service after all that', () => {
  it('HT1 has met no fault', () => {
    expect(service.written.split('\n').filter((line) => line.includes('"fault"'))).toEqual([]);
  });
});
