import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { builtInInstruments } from '@plumbline/shared/domain/instrument/instrument';
import { contractWords } from '@plumbline/shared/i18n/contract-words';
import german from '@plumbline/shared/i18n/de/errors.json' with { type: 'json' };
import english from '@plumbline/shared/i18n/en/errors.json' with { type: 'json' };
import { createClient } from '@plumbline/shared/client/client';
import { LANGUAGES, type Language } from '@plumbline/shared/kernel/languages';
import type { OutputOf } from '@plumbline/shared/contract/operation';
import type { Operations } from '@plumbline/shared/contract/operations';
import { ask, foundTeam, runService, TEAM, tokenOf, type RunningService } from '../testing/running-service.ts';

const WORDS = { en: english, de: german };
const SET = { id: 'instrument_alignment', version: 1 };

let service: RunningService;

beforeAll(async () => {
  service = await runService();
});

afterAll(async () => {
  await service.end();
});

function nothingAt(accepted: string | null, path = '/api/teams/team_nobodys') {
  return ask(service, { as: 'anna', path, headers: accepted === null ? {} : { 'accept-language': accepted } });
}

describe('the language of a failure', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-ch', 'de'],
    ['de-DE,de;q=0.9,en;q=0.8', 'de'],
    ['en-GB,en;q=0.9,de;q=0.8', 'en'],
    ['en;q=0.2, de;q=0.8', 'de'],
    ['fr-CH, fr;q=0.9, de;q=0.4, *;q=0.1', 'de'],
    ['fr;q=0.9, en;q=0.5, de;q=0.4', 'en'],
    ['de;q=0, *', 'en'],
    ['en;q=0, *', 'de'],
    ['fr', 'en'],
    ['*', 'en'],
    ['', 'en'],
    ['de;q=high', 'en'],
    ['den', 'en'],
  ] as const)('HT9 of “%s” is %s', async (accepted, language) => {
    const { status, headers, body } = await nothingAt(accepted);
    expect({ status, language: headers.get('content-language'), body }).toEqual({
      status: 404,
      language,
      body: expect.objectContaining({
        kind: 'thing.not-found',
        title: WORDS[language]['thing.not-found.title'],
        detail: WORDS[language]['thing.not-found.next'],
      }),
    });
  });

  it('HT9 is found at the end of a long list too', async () => {
    const { headers } = await nothingAt(`${'x-y,'.repeat(2_000)}de`);
    expect(headers.get('content-language')).toBe('de');
  });

  it('HT9 is named wherever a failure is told, so that no cache gives it to whoever reads another', async () => {
    const told = await Promise.all([
      nothingAt('de'),
      nothingAt('de', '/api/nothing'),
      nothingAt('de', '/nothing'),
      nothingAt('de', '/api/live?topics='),
      ask(service, { as: 'anna', method: 'DELETE', path: '/api/me', headers: { 'accept-language': 'de' } }),
    ]);
    for (const { headers, body } of told) {
      const { kind } = body as { readonly kind: keyof typeof german };
      expect(headers.get('vary')?.toLowerCase()).toContain('accept-language');
      expect(headers.get('content-language')).toBe('de');
      expect(body).toMatchObject({ title: german[`${kind}.title` as keyof typeof german] });
    }
  });

  it('HT9 is that of each fault in it as well', async () => {
    const body = { name: 'x'.repeat(81), organisation: 7, scope: 'galaxy', myTitle: 'CEO', myRole: null };
    const headers = { 'accept-language': 'de-AT,de', 'idempotency-key': 'german' };
    expect(await ask(service, { as: 'anna', method: 'POST', path: '/api/teams', headers, body })).toMatchObject({
      status: 400,
      body: {
        title: german['request.invalid.title'],
        errors: [
          { pointer: '/name', message: 'nimmt höchstens 80' },
          { pointer: '/organisation', message: 'ist vom falschen Typ: Erwartet wird string' },
          { pointer: '/scope', message: 'ist keine der Möglichkeiten: organisation, department, team' },
          { pointer: '/intact', message: german['field.missing'] },
          { pointer: '/myRole', message: 'ist keine der Möglichkeiten: leader, coach' },
        ],
      },
    });
  });

  it.each([
    ['en', english['field.not-a-time-zone'], 'is a day 14 days'],
    ['de', german['field.not-a-time-zone'], 'frühestens 14 Tage'],
  ])('HT9 in %s is that of what the contract itself refuses', async (language, zone, day) => {
    const headers = { 'accept-language': language, 'idempotency-key': `refined-${language}` };
    const preferences = { timeZone: 'Mars/Olympus' };
    const path = '/api/me/nudges';
    expect(await ask(service, { as: 'anna', method: 'PUT', path, headers, body: preferences })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/timeZone', message: zone }] },
    });
    const team = await foundTeam(service, 'anna', `Team of ${language}`);
    const tried = { title: 'Silent start', dimension: 'trust', day: '2026-01-10', measureOn: '2026-01-11' };
    const log = `/api/teams/${team.id}/interventions`;
    expect(await ask(service, { as: 'anna', method: 'POST', path: log, headers, body: tried })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/measureOn', message: expect.stringContaining(day) }] },
    });
  });

  it('HT9 is the one that the client says its reader has', async () => {
    let locale = 'de-CH';
    const client = createClient({
      fetch: (url, request) => fetch(url, request),
      newAbort: () => new AbortController(),
      now: () => performance.now(),
      random: () => 0.5,
      after: (delay, run) => {
        const timer = setTimeout(run, delay);
        return () => clearTimeout(timer);
      },
      baseUrl: service.url,
      token: () => tokenOf('anna'),
      newKey: () => 'from-the-client',
      language: () => locale,
    });
    const name = '   ';
    const refused = () =>
      client.call('foundTeam', { input: { ...TEAM, name, scope: 'organisation', myRole: 'coach' } });
    expect(await refused()).toMatchObject({ error: { title: german['request.invalid.title'] } });
    locale = 'en-US';
    expect(await refused()).toMatchObject({ error: { title: english['request.invalid.title'] } });
  });
});

type TeamView = OutputOf<Operations['viewTeam']>;
type EngagementView = OutputOf<Operations['viewEngagement']>;
type Instrument = TeamView['instruments'][number];

describe('the language of what comes with the product', () => {
  async function setsIn(language: string, id: string) {
    const headers = { 'accept-language': language };
    const reply = await ask(service, { as: 'anna', path: `/api/teams/${id}`, headers });
    return { headers: reply.headers, sets: (reply.body as TeamView).instruments };
  }

  async function copyOf(team: string, language: Language | null): Promise<Instrument> {
    const { status, body } = await ask(service, {
      as: 'anna',
      method: 'POST',
      path: `/api/teams/${team}/instruments`,
      headers: { 'idempotency-key': `copy-${language}`, 'accept-language': 'de' },
      body: { from: SET, title: 'Ours', ...(language === null ? {} : { language }) },
    });
    expect(status).toBe(201);
    return body as Instrument;
  }

  const firstOf = (set: Instrument | undefined) => set?.dimensions[0]?.questions[0]?.text;

  it('LG7 is that of its reader, named, and each its own version for a cache', async () => {
    const { id } = await foundTeam(service, 'anna', 'Team of two languages');
    const [ours, theirs] = [await setsIn('de-AT', id), await setsIn('en-GB', id)];
    expect([ours.sets, theirs.sets]).toEqual([builtInInstruments('de'), builtInInstruments('en')]);
    const named = [ours, theirs].map(({ headers }) => [headers.get('content-language'), headers.get('vary')]);
    expect(named).toEqual([
      ['de', expect.stringContaining('Accept-Language')],
      ['en', expect.stringContaining('Accept-Language')],
    ]);
    const [tag, other] = [ours, theirs].map(({ headers }) => headers.get('etag'));
    expect(tag).not.toBe(other);
    const again = (language: string) =>
      ask(service, {
        as: 'anna',
        path: `/api/teams/${id}`,
        headers: { 'accept-language': language, 'if-none-match': tag ?? '' },
      });
    expect([(await again('de')).status, (await again('en')).status]).toEqual([304, 200]);
  });

  it('LG7 of a copy is the one that was copied, whoever reads it', async () => {
    const { id } = await foundTeam(service, 'anna', 'Team with copies');
    const [english, german] = [await copyOf(id, null), await copyOf(id, 'de')];
    expect([firstOf(english), firstOf(german)]).toEqual([
      firstOf(builtInInstruments('en')[0]),
      firstOf(builtInInstruments('de')[0]),
    ]);
    for (const language of ['de', 'en']) {
      const { sets } = await setsIn(language, id);
      expect(sets.filter(({ team }) => team !== null)).toEqual(expect.arrayContaining([english, german]));
    }
  });

  it.each(LANGUAGES)('LG7 of a contract to begin with is the one that its coach asks for: %s', async (language) => {
    const { id } = await foundTeam(service, 'anna', `Team with a contract in ${language}`);
    const path = `/api/teams/${id}/engagement`;
    const headers = { 'accept-language': language };
    const engagement = { sponsor: null, purpose: 'Decide.', occasion: 'none' };
    const key = { ...headers, 'idempotency-key': `begin-${language}` };
    const begun = await ask(service, { as: 'anna', method: 'POST', path, headers: key, body: engagement });
    expect(begun).toMatchObject({ status: 201, body: { contract: null } });
    const ifMatch = { ...headers, 'if-match': `"${(begun.body as EngagementView).revision}"` };
    const drafting = { as: 'anna', method: 'PUT', path: `${path}/contract`, headers: ifMatch, body: {} } as const;
    expect(await ask(service, drafting)).toMatchObject({ status: 200, body: { contract: contractWords(language) } });
    for (const reader of LANGUAGES) {
      expect(await ask(service, { as: 'anna', path, headers: { 'accept-language': reader } })).toMatchObject({
        body: { contract: contractWords(language) },
      });
    }
  });
});
