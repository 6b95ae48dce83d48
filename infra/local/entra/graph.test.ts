import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { graphDirectory } from '@plumbline/bot/directory/graph-directory';
import { onBehalfTokens, type ApiProof } from '@plumbline/bot/directory/on-behalf';
import type { Directory } from '@plumbline/shared/application/ports/directory';
import { makeId } from '@plumbline/shared/kernel/ids';
import { DIRECTORY_PEOPLE, DIRECTORY_TEAMS } from '../demo/directory.ts';
import { DEMO_TENANT } from '../demo/people.ts';
import type { Persona } from './persona.ts';
import { startEntra, type EntraStandIn } from './stand-in/entra-stand-in.ts';
import { trustCertificate } from './stand-in/trust.ts';

const API = '33333333-3333-4333-8333-333333333333';
const SECRET = 'known-to-the-service-alone';
const IDENTITY = 'a-token-of-the-managed-identity';
const BALTIC = DIRECTORY_TEAMS[0]?.id ?? '';
const EXECUTIVES = DIRECTORY_TEAMS[1]?.id ?? '';

let entra: EntraStandIn;
let now: number;
let faults: unknown[];
let exchanges: number;

beforeAll(async () => {
  entra = await startEntra({
    people: DIRECTORY_PEOPLE,
    teams: DIRECTORY_TEAMS,
    registrations: [
      {
        clientId: API,
        redirectUris: [],
        kind: 'web',
        secret: SECRET,
        trusts: IDENTITY,
        resource: { uri: `api://plumbline.test/${API}`, scopes: ['access_as_user'] },
      },
    ],
  });
  trustCertificate(entra.certificate);
});

afterAll(async () => {
  await entra.close();
});

beforeEach(() => {
  now = Date.now();
  faults = [];
  exchanges = 0;
});

afterEach(() => {
  entra.setConsent(DEMO_TENANT, API, true);
  entra.setAway(false);
});

function personCalled(id: string): Persona {
  const found = DIRECTORY_PEOPLE.find((one) => one.id === id);
  if (!found) throw new Error(`Nobody is called ${id}`);
  return found;
}

/** The directory as somebody sees it who came to the API with a token for it. */
async function directoryOf(id: string, proof: ApiProof = { kind: 'secret', secret: SECRET }) {
  const person = personCalled(id);
  const client = { clientId: API, hasSecret: false };
  const token = await entra.tokens.access({ person, client, audience: API, scopes: ['access_as_user'] });
  const onFault = (fault: unknown): void => void faults.push(fault);
  const had = onBehalfTokens({
    entra: { authority: entra.authority, clientId: API },
    proof,
    graph: entra.authority,
    now: () => now,
    onFault,
  });
  const directory = graphDirectory({ origin: entra.authority, tokens: had, onFault });
  const actor = { tenant: person.tid, person: makeId('person', person.oid), name: person.name, administers: false };
  return directory({ actor, token });
}

describe('DI1 the directory, asked on behalf of somebody', () => {
  it('DI1 tells the teams that the person is in, by name, and who is in them, over as many pages as there are', async () => {
    const directory = await directoryOf('ruth');
    const teams = await directory.teams();
    expect(teams.ok && teams.value.map(({ name }) => name)).toEqual([
      'Baltic route',
      'Executive team',
      'Wider leadership',
    ]);
    const people = await directory.members(EXECUTIVES);
    expect(people.ok && people.value).toHaveLength(10);
    expect(people.ok && people.value.map(({ name }) => name)).toEqual(
      people.ok && people.value.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)),
    );
    expect(faults).toEqual([]);
  });

  it('DI1 knows people by their object ids, and says who is a guest', async () => {
    const people = await (await directoryOf('maya')).members(BALTIC);
    const arne = personCalled('arne');
    expect(people.ok && people.value.filter(({ isGuest }) => isGuest)).toEqual([
      { person: `person_${arne.oid}`, name: 'Arne Solberg', isGuest: true },
    ]);
  });

  it('DI1 works with a managed identity that the registration trusts, and with no other', async () => {
    const trusted: ApiProof = { kind: 'managed-identity', assertion: () => Promise.resolve(IDENTITY) };
    expect((await (await directoryOf('maya', trusted)).teams()).ok).toBe(true);
    const other: ApiProof = { kind: 'managed-identity', assertion: () => Promise.resolve('of somebody else') };
    expect(await (await directoryOf('maya', other)).teams()).toEqual(failed('directory.unavailable'));
    expect(JSON.stringify(faults.map(String))).toContain('700212');
  });
});

describe('DI2 where the directory says nothing', () => {
  it('DI2 is told of no team that the person is not in, and of none that there is not', async () => {
    const directory = await directoryOf('helen');
    expect(await directory.teams()).toEqual({ ok: true, value: [] });
    expect(await directory.members(EXECUTIVES)).toEqual(failed('thing.not-found'));
    expect(await directory.members(API)).toEqual(failed('thing.not-found'));
  });

  it('DI2 says that the organisation has not consented, and works once it has', async () => {
    const directory = await directoryOf('ruth');
    entra.setConsent(DEMO_TENANT, API, false);
    expect(await directory.teams()).toEqual(failed('directory.no-consent'));
    entra.setConsent(DEMO_TENANT, API, true);
    expect((await directory.teams()).ok).toBe(true);
  });

  it('DI2 says that it does not answer where Entra is away or the secret is wrong, and keeps the secret to itself', async () => {
    const directory = await directoryOf('ruth', { kind: 'secret', secret: 'an old one' });
    expect(await directory.teams()).toEqual(failed('directory.unavailable'));
    entra.setAway(true);
    expect(await (await directoryOf('ruth')).teams()).toEqual(failed('directory.unavailable'));
    expect(faults).toHaveLength(2);
    expect(
      JSON.stringify(faults.map((fault) => (fault instanceof Error ? [fault.message, fault.stack] : fault))),
    ).not.toMatch(/an old one|eyJ/);
  });

  it('DI2 asks for a token once while it lasts, and anew when it has run out', async () => {
    const directory = await directoryOf('ruth');
    expect((await directory.teams()).ok).toBe(true);
    // Had already: whoever withholds the consent now is noticed when it runs out.
    entra.setConsent(DEMO_TENANT, API, false);
    expect((await directory.members(BALTIC)).ok).toBe(true);
    now += 3_600_000;
    expect(await directory.teams()).toEqual(failed('directory.no-consent'));
  });
});

describe('DI3 what answers in the place of Graph', () => {
  let server: Server;
  let origin: string;
  let answer: { readonly status: number; readonly body: string; readonly location?: string };
  let asked: string[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const { status, body, location } = answer;
      const headers = { 'content-type': 'application/json', ...(location === undefined ? {} : { location }) };
      response.writeHead(status, headers).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    origin = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  beforeEach(() => {
    asked = [];
  });

  function directory(): Directory {
    const tokens = () => {
      exchanges += 1;
      return Promise.resolve({ ok: true as const, value: 'a token' });
    };
    const of = graphDirectory({ origin, tokens, onFault: (fault) => faults.push(fault) });
    const actor = { tenant: DEMO_TENANT, person: makeId('person', '1'), name: '', administers: false };
    return of({ actor, token: 'theirs' });
  }

  it('DI3 leads the token to no other address', async () => {
    const next = 'https://elsewhere.example/v1.0/teams?$skiptoken=1';
    answer = { status: 200, body: JSON.stringify({ value: [], '@odata.nextLink': next }) };
    expect(await directory().teams()).toEqual({ ok: true, value: [] });
    expect([asked.length, exchanges]).toEqual([1, 1]);
  });

  it('DI3 is read to an end also where its pages have none', async () => {
    answer = { status: 200, body: JSON.stringify({ value: [], '@odata.nextLink': `${origin}/v1.0/again` }) };
    expect(await directory().teams()).toEqual({ ok: true, value: [] });
    expect(asked).toHaveLength(10);
  });

  it('DI3 leaves out who has no account, such as a bot', async () => {
    const person = { userId: API, displayName: 'Maya', roles: [] };
    answer = { status: 200, body: JSON.stringify({ value: [{ displayName: 'A bot', userId: null }, person] }) };
    const people = await directory().members(BALTIC);
    expect(people.ok && people.value).toEqual([{ person: `person_${API}`, name: 'Maya', isGuest: false }]);
  });

  it.each([
    ['too much at once', { status: 429, body: '{}' }],
    ['a fault of its own', { status: 500, body: '{}' }],
    ['that it has moved', { status: 302, body: '', location: '/v1.0/elsewhere' }],
    ['no list', { status: 200, body: '{"value":"?"}' }],
    ['no JSON', { status: 200, body: '<html>' }],
  ])('DI3 that says %s is away', async (_what, said) => {
    answer = said;
    expect(await directory().teams()).toEqual(failed('directory.unavailable'));
    expect([faults.length, asked.length]).toEqual([1, 1]);
  });
});

function failed(kind: string) {
  return { ok: false, error: { kind } };
}
