import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { aSource } from './a-source.ts';
import { iconOf, ICON_SIZES } from './addin-source.ts';
import { officePart } from './office-part.ts';

const require = createRequire(import.meta.url);
const SCHEMA = require.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.24/MicrosoftTeams.schema.json');

/** The least that Microsoft's schema takes around the part of Office. */
const AROUND = {
  $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.24/MicrosoftTeams.schema.json',
  manifestVersion: '1.24',
  version: aSource.version,
  id: aSource.ids.powerpoint,
  developer: {
    name: 'Plumbline',
    websiteUrl: aSource.origin,
    privacyUrl: aSource.origin,
    termsOfUseUrl: aSource.origin,
  },
  icons: { color: 'color.png', outline: 'outline.png' },
  name: { short: aSource.name, full: aSource.name },
  description: { short: aSource.description, full: aSource.description },
  accentColor: '#0F6CBD',
};

/** What the schema has against a manifest. */
function faultsOf(manifest: object): readonly string[] {
  const schema: unknown = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  if (typeof schema !== 'object' || schema === null) throw new Error('The schema is none.');
  const isValid = ajv.compile(schema);
  isValid(manifest);
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

describe("the part of Office in the manifest that is Teams's too", () => {
  it('OF66 is what the schema of Teams app manifests takes', () => {
    expect(faultsOf({ ...AROUND, ...officePart(aSource) })).toEqual([]);
    expect(faultsOf({ ...AROUND, extensions: [{ ribbons: [{}] }] })).not.toEqual([]);
  });

  it('OF66 opens the same pane in both programs, and hides the add-ins that the other manifests bring', () => {
    const { extensions } = officePart(aSource);
    expect(extensions).toMatchObject([
      {
        requirements: { scopes: ['presentation', 'document'] },
        runtimes: [{ code: { page: 'https://plumbline.example/addin/' } }],
        ribbons: [{ tabs: [{ builtInTabId: 'TabHome' }] }],
        alternates: [
          { hide: { customOfficeAddin: { officeAddinId: aSource.ids.powerpoint } } },
          { hide: { customOfficeAddin: { officeAddinId: aSource.ids.word } } },
        ],
      },
    ]);
  });

  it('OF66 names icons that are there, in the sizes that it names', () => {
    for (const size of ICON_SIZES) {
      const name = iconOf(aSource, size).replace('https://plumbline.example/addin/', '../public/');
      const png = readFileSync(new URL(name, import.meta.url));
      expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', size, size]);
    }
  });
});
