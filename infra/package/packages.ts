import { readFileSync } from 'node:fs';
import { zipSync, strToU8 } from 'fflate';
import { addinManifest } from '@plumbline/office-addin/manifest/addin-only';
import type { AddinSource, AddinWords } from '@plumbline/office-addin/manifest/addin-source';
import { officePart, officeWords } from '@plumbline/office-addin/manifest/office-part';
import de from '@plumbline/shared/i18n/de/manifest.json' with { type: 'json' };
import en from '@plumbline/shared/i18n/en/manifest.json' with { type: 'json' };
import {
  ICONS,
  teamsManifest,
  teamsWords,
  type ManifestWords,
  type TeamsSource,
} from '@plumbline/teams-app/manifest/teams-manifest';
import { namedId } from './named-id.ts';
import type { PackageSettings } from './settings.ts';

/** Files by their names. */
type Files = Readonly<Record<string, Uint8Array>>;

const GERMAN: ManifestWords = de;
/** Noon of 1 January 1980: zips tell no earlier day, and the same settings shall make the same bytes. */
const WRITTEN_AT = 315_576_000_000;
const ICON_FOLDER = new URL('../../teams-app/manifest/icons/', import.meta.url);

/** What an administrator uploads: the Teams app, and the two add-ins for Offices that do not take them from it. */
export function packagesOf(settings: PackageSettings, version: string): Files {
  const addin = addinSource(settings, version);
  return {
    'plumbline-teams.zip': zipSync({ ...teamsFiles(settings, version) }, { mtime: WRITTEN_AT }),
    'plumbline-powerpoint.xml': strToU8(addinManifest('powerpoint', addin)),
    'plumbline-word.xml': strToU8(addinManifest('word', addin)),
  };
}

/** What is in the package of the Teams app. */
export function teamsFiles(settings: PackageSettings, version: string): Files {
  const source = teamsSource(settings, version);
  const { authorization, ...teams } = teamsManifest(source, en);
  const addin = addinSource(settings, version);
  const office = officePart(addin);
  const rights = [authorization, office.authorization].flatMap(({ permissions }) => permissions.resourceSpecific);
  const manifest = { ...teams, ...office, authorization: { permissions: { resourceSpecific: rights } } };
  return {
    'manifest.json': json(manifest),
    'de.json': json({ ...teamsWords(source, GERMAN), ...officeWords(addin, 'de') }),
    [ICONS.color]: readFileSync(new URL(ICONS.color, ICON_FOLDER)),
    [ICONS.outline]: readFileSync(new URL(ICONS.outline, ICON_FOLDER)),
  };
}

function nameOf({ suffix }: PackageSettings): string {
  return suffix === null ? 'Plumbline' : `Plumbline (${suffix})`;
}

function teamsSource(settings: PackageSettings, version: string): TeamsSource {
  const { appId, publisher, websiteUrl, privacyUrl, termsUrl, host, clientId, botId } = settings;
  const developer = { name: publisher, websiteUrl, privacyUrl, termsOfUseUrl: termsUrl };
  return { appId, version, name: nameOf(settings), developer, host, clientId, botId };
}

function addinSource(settings: PackageSettings, version: string): AddinSource {
  const { appId, publisher, host, clientId } = settings;
  return {
    ids: { powerpoint: namedId(appId, 'powerpoint'), word: namedId(appId, 'word') },
    version,
    provider: publisher,
    name: nameOf(settings),
    words: { en: addinWords(en), de: addinWords(GERMAN) },
    origin: `https://${host}`,
    api: { clientId, resource: `api://${host}/${clientId}` },
  };
}

function addinWords(words: ManifestWords): AddinWords {
  return { description: words['pane.about'], button: { label: words['pane.button'], tip: words['pane.tip'] } };
}

function json(content: object): Uint8Array {
  return strToU8(`${JSON.stringify(content, null, 2)}\n`);
}
