import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import german from '@plumbline/shared/i18n/de/errors.json' with { type: 'json' };
import english from '@plumbline/shared/i18n/en/errors.json' with { type: 'json' };
import { createClient } from '@plumbline/shared/client/client';
import { ask, foundTeam, runService, TEAM, tokenOf, type RunningService } from '../testing/running-service.ts';

const WORDS = { en: english, de: german };

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

  it('HT9 a success is in no language, and says so by naming none', async () => {
    const { status, headers } = await nothingAt('de', '/api/me');
    expect({ status, language: headers.get('content-language') }).toEqual({ status: 200, language: null });
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
