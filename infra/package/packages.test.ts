import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { entityId } from '@plumbline/shared/contract/entity';
import de from '@plumbline/shared/i18n/de/manifest.json' with { type: 'json' };
import en from '@plumbline/shared/i18n/en/manifest.json' with { type: 'json' };
import type { Known } from '@plumbline/shared/language/intents';
import { understand } from '@plumbline/shared/language/understand';
import { COMMANDS } from '@plumbline/teams-app/manifest/teams-manifest';
import { namedId } from './named-id.ts';
import { packagesOf, teamsFiles } from './packages.ts';
import type { PackageSettings } from './settings.ts';

const SETTINGS: PackageSettings = {
  host: 'plumbline.calder.example',
  clientId: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a01',
  botId: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a02',
  appId: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a03',
  suffix: null,
  version: null,
  publisher: 'Smith & "Sons" <Ltd>',
  websiteUrl: 'https://calder.example',
  privacyUrl: 'https://calder.example/privacy',
  termsUrl: 'https://calder.example/terms',
};
const DEV: PackageSettings = {
  ...SETTINGS,
  appId: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a04',
  host: 'abc.devtunnels.ms',
  suffix: 'dev',
};
/** Somebody who has just met the bot. */
const NOTHING_KNOWN: Known = {
  teams: [],
  people: [],
  dimensions: [],
  now: Date.parse('2026-11-26T09:00:00Z'),
  timeZone: 'UTC',
  last: null,
  waiting: null,
};
const KEYS = Object.keys(en).filter((key): key is keyof typeof en => key in en);
const require = createRequire(import.meta.url);
const SCHEMAS = {
  manifest: require.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.24/MicrosoftTeams.schema.json'),
  words:
    require.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.24/MicrosoftTeams.Localization.schema.json'),
};

/** What Microsoft's schema has against a file of the package. */
function faultsOf(of: keyof typeof SCHEMAS, content: unknown): readonly string[] {
  const schema: unknown = JSON.parse(readFileSync(SCHEMAS[of], 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error('The schema is none.');
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const isValid = ajv.compile(schema);
  isValid(content);
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

function readJson(settings: PackageSettings, name: string): Readonly<Record<string, unknown>> {
  const content: unknown = JSON.parse(strFromU8(teamsFiles(settings, '1.2.3')[name] ?? new Uint8Array()));
  if (typeof content !== 'object' || content === null) throw new Error(`${name} is no object`);
  return { ...content };
}

describe('the package of the Teams app', () => {
  it.each([SETTINGS, DEV])('PK1 is what the schema takes, for $host', (settings) => {
    expect(faultsOf('manifest', readJson(settings, 'manifest.json'))).toEqual([]);
    expect(faultsOf('words', readJson(settings, 'de.json'))).toEqual([]);
    expect(faultsOf('manifest', { ...readJson(settings, 'manifest.json'), bots: [{}] })).not.toEqual([]);
    expect(faultsOf('words', { 'name.short': 'x' })).not.toEqual([]);
  });

  it('PK1 has personal tab and bot, a tab in meetings with panel and stage, and the right to put itself there', () => {
    expect(readJson(SETTINGS, 'manifest.json')).toMatchObject({
      id: SETTINGS.appId,
      version: '1.2.3',
      name: { short: 'Plumbline' },
      // Links to pages of the tab name this one first.
      staticTabs: [{ entityId: entityId({ kind: 'home' }) }, { entityId: 'conversations' }],
      configurableTabs: [{ context: expect.arrayContaining(['channelTab', 'meetingSidePanel', 'meetingStage']) }],
      bots: [{ botId: SETTINGS.botId }],
      composeExtensions: [{ botId: SETTINGS.botId }],
      webApplicationInfo: {
        id: SETTINGS.clientId,
        resource: `api://plumbline.calder.example/${SETTINGS.clientId}`,
      },
      authorization: {
        permissions: {
          resourceSpecific: [
            { name: 'MeetingStage.Write.Chat' },
            { name: 'OnlineMeeting.ReadBasic.Chat' },
            { name: 'Document.ReadWrite.User' },
          ],
        },
      },
    });
  });

  it('PK1 asks for no right of the app beside those', () => {
    expect(readJson(SETTINGS, 'manifest.json')).not.toHaveProperty('permissions');
  });

  it('PK1 says all of its words in German too', () => {
    const [english, german] = [readJson(SETTINGS, 'manifest.json'), readJson(SETTINGS, 'de.json')];
    const known = new Map<unknown, readonly string[]>(
      [...Map.groupBy(KEYS, (key) => en[key])].map(([text, keys]) => [text, keys.map((key) => de[key])]),
    );
    const said = textsIn(english).filter(([, text]) => known.has(text));
    expect(said.length).toBe(5 + 2 * 10 + 3 + 4);
    expect(said.filter(([path, text]) => known.get(text)?.includes(String(german[path])) !== true)).toEqual([]);
    expect(new Set(Object.keys(german))).toEqual(new Set(['$schema', ...said.map(([path]) => path)]));
    // What a list of add-ins says stands in the manifests of these alone.
    const unsaid = KEYS.filter((key) => !said.some(([, text]) => text === en[key]));
    expect(unsaid).toEqual(['pane.about']);
  });

  it.each(['plumbline-powerpoint.xml', 'plumbline-word.xml'])('PK1 has %s say its words in German too', (name) => {
    const manifest = strFromU8(packagesOf(SETTINGS, '1.2.3')[name] ?? new Uint8Array());
    const overrides = [
      ...manifest.matchAll(/DefaultValue="([^"]+)">\s*<(?:bt:)?Override Locale="de-DE" Value="([^"]+)"/g),
    ];
    expect(overrides.map(([, was, is]) => [was, is])).toEqual(
      (['pane.about', 'pane.button', 'pane.tip'] as const).map((key) => [en[key], de[key]]),
    );
  });

  it('PK1 names no address but its service’s and its publisher’s', () => {
    const text = Object.values(packagesOf(SETTINGS, '1.2.3'))
      .map((content) => strFromU8(content))
      .join('\n');
    const all = `${text}\n${strFromU8(teamsFiles(SETTINGS, '1.2.3')['manifest.json'] ?? new Uint8Array())}`;
    const hosts = new Set([...all.matchAll(/\b(?:https?|api):\/\/([^/"<\s]+)/g)].map(([, host]) => host));
    const known = ['developer.microsoft.com', 'schemas.microsoft.com', 'www.w3.org'];
    expect([...hosts].filter((host) => !known.includes(host ?? '')).toSorted()).toEqual([
      'calder.example',
      'plumbline.calder.example',
    ]);
  });

  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('PK1 brings %s of %d pixels', (name, size) => {
    const png = Buffer.from(teamsFiles(SETTINGS, '1.2.3')[name] ?? []);
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', size, size]);
  });

  it.each([
    ['English', en],
    ['German', de],
  ])('PK2 offers only what the bot understands as it stands there, in %s', (_language, words) => {
    const asks = COMMANDS.flatMap((list) => [...list.asks]);
    const understood = asks.map((ask) => {
      const heard = understand(words[`command.${ask}.title`], NOTHING_KNOWN);
      return heard.kind === 'intent' ? heard.intent : heard.kind;
    });
    expect(understood).toEqual(asks);
  });

  it('PK3 is the same bytes for the same settings, and another app for another deployment', () => {
    const [one, again, dev] = [SETTINGS, SETTINGS, DEV].map((settings) => packagesOf(settings, '1.2.3'));
    expect(one).toEqual(again);
    expect(Object.keys(unzipSync(one?.['plumbline-teams.zip'] ?? new Uint8Array()))).toEqual([
      'manifest.json',
      'de.json',
      'color.png',
      'outline.png',
    ]);
    const idIn = (files: typeof one) =>
      /<Id>([^<]+)<\/Id>/.exec(strFromU8(files?.['plumbline-word.xml'] ?? new Uint8Array()))?.[1];
    expect(idIn(one)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(idIn(one)).not.toBe(idIn(dev));
    expect(readJson(DEV, 'manifest.json')).toMatchObject({ name: { short: 'Plumbline (dev)' } });
  });
});

it('PK3 names ids as RFC 9562 does', () => {
  // Its own example: the name in the namespace of DNS.
  expect(namedId('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

/** Every text in a document, with the path that it stands at, such as `bots[0].botId`. */
function textsIn(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([step, within]) => {
    const at = Array.isArray(value) ? `[${step}]` : `${path === '' ? '' : '.'}${step}`;
    return textsIn(within, `${path}${at}`);
  });
}
