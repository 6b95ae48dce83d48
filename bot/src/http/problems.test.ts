import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request as httpRequest } from 'node:http';
import english from '@plumbline/shared/i18n/en/errors.json' with { type: 'json' };
import {
  ask,
  foundTeam,
  runService,
  TEAM,
  tokenOf,
  type Answer,
  type RunningService,
} from '../testing/running-service.ts';
import { problemOf, STATUS_OF } from './problems.ts';

let service: RunningService;
let team: { readonly id: string; readonly revision: string };

beforeAll(async () => {
  service = await runService();
  team = await foundTeam(service, 'anna');
});

afterAll(async () => {
  // Whatever the tests above sent, nothing of it was a fault of the service.
  expect(service.log.filter((line) => line.includes('"status":5') || line.includes('service.fault'))).toEqual([]);
  await service.end();
});

let keys = 0;

function newKey(): Record<string, string> {
  keys += 1;
  return { 'idempotency-key': `key-${keys}` };
}

async function found(body: unknown, headers: Record<string, string> = newKey()): Promise<Answer> {
  return ask(service, { as: 'anna', method: 'POST', path: '/api/teams', headers, body });
}

function problem(status: number, kind: string, more: object = {}) {
  return {
    status,
    body: {
      type: `urn:plumbline:problem:${kind}`,
      kind,
      status,
      title: expect.any(String),
      detail: expect.any(String),
      instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
      ...more,
    },
  };
}

async function shown(answer: Promise<Answer>): Promise<{ readonly status: number; readonly body: unknown }> {
  const { status, body, headers } = await answer;
  if (status >= 400) expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return { status, body };
}

describe('what is wrong with a body', () => {
  it('is told all at once, each with its place and without what was sent', async () => {
    const body = { name: 'x'.repeat(81), organisation: 7, scope: 'galaxy', myTitle: 'CEO', myRole: null };
    expect(await shown(found(body))).toEqual(
      problem(400, 'request.invalid', {
        errors: [
          { pointer: '/name', message: 'takes at most 80' },
          { pointer: '/organisation', message: 'is of the wrong type: string is expected' },
          { pointer: '/scope', message: 'is not one of the choices: organisation, department, team' },
          { pointer: '/intact', message: 'is missing' },
          { pointer: '/myRole', message: 'is not one of the choices: leader, coach' },
        ],
      }),
    );
  });

  it.each([
    ['a control character', 'Exec\u0007utive'],
    ['a null character', 'Exec\u0000utive'],
    ['a mark that turns text around', 'Exec\u202eutive'],
    ['nothing but spaces', '   '],
  ])('refuses %s in a text', async (_what, name) => {
    expect(await shown(found({ ...TEAM, name }))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/name' }] },
    });
  });

  it('keeps markup as the text that it is', async () => {
    const name = '<img src=x onerror=alert(1)> & "friends"';
    expect(await found({ ...TEAM, name })).toMatchObject({ status: 201, body: { name } });
  });

  it('ignores members that nobody asked for, also the ones that programs trip over', async () => {
    const body = `{"__proto__":{"admin":true},"constructor":1,"extra":[],${JSON.stringify(TEAM).slice(1)}`;
    const { status, body: made } = await found(body);
    expect({ status, extra: made }).toEqual({ status: 201, extra: expect.not.objectContaining({ extra: [] }) });
  });

  it.each([
    ['an array', '[]', problem(400, 'request.invalid', { errors: [{ pointer: '', message: expect.any(String) }] })],
    ['a number', '7', problem(400, 'request.invalid', { errors: [{ pointer: '', message: expect.any(String) }] })],
    ['broken UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), problem(400, 'request.not-json')],
    ['half an object', '{"name":', problem(400, 'request.not-json')],
    ['nothing', undefined, problem(400, 'request.not-json')],
    ['ten thousand brackets', '['.repeat(10_000), problem(400, 'request.not-json')],
  ])('refuses %s', async (_what, body, expected) => {
    expect(await shown(found(body))).toEqual(expected);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'refuses the type %s',
    async (type) => {
      const headers = { ...newKey(), 'content-type': type };
      expect(await shown(found(JSON.stringify(TEAM), headers))).toEqual(problem(415, 'request.wrong-type'));
    },
  );

  it.each([{ 'content-encoding': 'zip' }, { 'content-type': 'application/json; charset=ebcdic' }])(
    'refuses a body that it cannot unpack: %j',
    async (headers) => {
      expect(await shown(found(TEAM, { ...newKey(), ...headers }))).toEqual(problem(415, 'request.wrong-type'));
    },
  );
});

describe('a body that is too large', () => {
  const tooLarge = problem(413, 'request.too-large', { values: { limit: 65_536 } });

  it('is refused', async () => {
    expect(await shown(found({ ...TEAM, name: 'x'.repeat(70_000) }))).toEqual(tooLarge);
  });

  it('is refused while it still arrives: nobody waits for the end of 10 MB', async () => {
    const token = await tokenOf('anna');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...newKey() };
    const answer = await new Promise<{ status: number | undefined; text: string; ended: boolean }>(
      (resolve, reject) => {
        let left = 160;
        const upload = httpRequest(`${service.url}/api/teams`, { method: 'POST', headers }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          response.on('end', () => {
            resolve({ status: response.statusCode, text, ended: left === 0 });
            upload.destroy();
          });
        });
        upload.on('error', reject);
        const timer = setInterval(() => {
          left -= 1;
          if (left === 0 || upload.destroyed) clearInterval(timer);
          else upload.write(Buffer.alloc(65_536, left === 159 ? '"' : 'x'));
        }, 2);
      },
    );
    const body: unknown = JSON.parse(answer.text);
    expect({ status: answer.status, body, ended: answer.ended }).toEqual({ ...tooLarge, ended: false });
  });
});

describe('headers', () => {
  it.each([
    ['without an idempotency key', {}, problem(400, 'request.idempotency-key-missing')],
    [
      'with one that is too long',
      { 'idempotency-key': 'k'.repeat(101) },
      problem(400, 'request.invalid', { errors: [{ pointer: '', message: english['header.idempotency-key'] }] }),
    ],
  ])('refuses to make something %s', async (_what, headers, expected) => {
    expect(await shown(found(TEAM, headers))).toEqual(expected);
  });

  async function raise(headers: Record<string, string>): Promise<Answer> {
    const path = `/api/teams/${team.id}/minimum-group`;
    return ask(service, { as: 'anna', method: 'PUT', path, body: { minimumGroup: 6 }, headers });
  }

  it.each([
    ['no revision', {}, problem(428, 'request.revision-missing')],
    ['any revision', { 'if-match': '*' }, 400],
    ['a weak one', { 'if-match': 'W/"1"' }, 400],
    ['two', { 'if-match': '"1", "2"' }, 400],
  ])('HT4 refuses to change something with %s', async (_what, headers, expected) => {
    const error = { pointer: '', message: english['header.if-match'] };
    const wanted = typeof expected === 'number' ? problem(expected, 'request.invalid', { errors: [error] }) : expected;
    expect(await shown(raise(headers))).toEqual(wanted);
  });

  it('HT4 refuses a stale revision and takes the current one', async () => {
    expect(await shown(raise({ 'if-match': '"999"' }))).toEqual(problem(412, 'revision.stale'));
    expect(await raise({ 'if-match': team.revision })).toMatchObject({ status: 200, body: { minimumGroup: 6 } });
    expect(await shown(raise({ 'if-match': team.revision }))).toEqual(problem(412, 'revision.stale'));
  });
});

describe('what is not there', () => {
  it("is the same for another tenant's, for a stranger's and for nobody's", async () => {
    const missing = problem(404, 'thing.not-found');
    const path = `/api/teams/${team.id}`;
    const stranger = await tokenOf('anna', { claims: { tid: '22222222-2222-4222-8222-222222222222' } });
    const headers = { authorization: `Bearer ${stranger}` };
    expect(await shown(ask(service, { as: 'anna', path, headers }))).toEqual(missing);
    expect(await shown(ask(service, { as: 'bob', path }))).toEqual(missing);
    expect(await shown(ask(service, { as: 'anna', path: '/api/teams/team_nobodys' }))).toEqual(missing);
    expect(await shown(ask(service, { as: 'anna', path: '/api/teams/not-an-id' }))).toEqual(missing);
    expect(await shown(ask(service, { as: 'anna', path: '/api/teams/..%2f..%2fetc' }))).toEqual(missing);
  });

  it.each(['/api/nothing', '/api/teams/%zz', '/api/', '/nothing', '/tab/', '/API/me'])(
    'is told of %s',
    async (path) => {
      expect(await shown(ask(service, { as: 'anna', path }))).toEqual(problem(404, 'route.unknown'));
    },
  );

  it('names the methods that an address takes', async () => {
    const answer = await ask(service, { as: 'anna', method: 'PATCH', path: `/api/teams/${team.id}`, body: {} });
    expect({ status: answer.status, allow: answer.headers.get('allow') }).toEqual({ status: 405, allow: 'GET' });
  });
});

describe('an idempotency key', () => {
  it('makes one thing, however often it is sent, and refuses to make another', async () => {
    const headers = newKey();
    const [first, again] = await Promise.all([found(TEAM, headers), found(TEAM, headers)]);
    const later = await found(TEAM, headers);
    expect([first.status, again.status, later.status]).toEqual([201, 201, 201]);
    expect([again.body, later.body]).toEqual([first.body, first.body]);
    expect(await shown(found({ ...TEAM, name: 'Another' }, headers))).toEqual(problem(422, 'idempotency.reused'));
  });
});

describe('an ETag', () => {
  it('saves a reply that is known already', async () => {
    const path = `/api/teams/${team.id}`;
    const first = await ask(service, { as: 'anna', path });
    const etag = first.headers.get('etag') ?? '';
    const again = await ask(service, { as: 'anna', path, headers: { 'if-none-match': `"other", W/${etag}` } });
    expect({ status: again.status, body: again.body, etag: again.headers.get('etag') }).toEqual({
      status: 304,
      body: null,
      etag,
    });
    expect(again.headers.get('plumbline-time')).toMatch(/^\d{13};rate=1$/);
  });
});

describe('the table of problems', () => {
  it('has words for each kind, with every figure filled in', () => {
    for (const kind of Object.keys(STATUS_OF)) {
      expect(Object.keys(english)).toEqual(expect.arrayContaining([`${kind}.title`, `${kind}.next`]));
    }
    expect(problemOf({ kind: 'meeting.too-few-leaders', leaders: 3, minimumGroup: 5 }, 'en')).toMatchObject({
      detail:
        'The team has 3 leaders and its minimum group is 5: no result could be shown. Add leaders, or make it a named meeting, where everybody sees every answer with its name, then open it again.',
      values: { leaders: 3, minimumGroup: 5 },
    });
    expect(problemOf({ kind: 'meeting.wrong-phase', phase: 'rating', needed: 'choosing' }, 'de')).toMatchObject({
      detail: expect.stringContaining('bei „Bewertung“, nötig ist „Auswählen“'),
      values: { phase: 'rating', needed: 'choosing' },
    });
    const fault = { kind: 'answer.off-the-scale', question: 'a~b/c', low: 1, high: 7 } as const;
    expect(problemOf({ kind: 'ballot.answers-refused', faults: [fault] }, 'en').errors).toEqual([
      { pointer: '/answers/a~0b~1c', message: 'is a whole number from 1 to 7' },
    ]);
  });
});
