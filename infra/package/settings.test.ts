import { describe, expect, it } from '@jest/globals';
import { packageSettingsIn } from './settings.ts';

const GIVEN = {
  PUBLIC_HOST: 'plumbline.calder.example',
  ENTRA_CLIENT_ID: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a01',
  BOT_APP_ID: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a02',
  TEAMS_APP_ID: '0C3C8F4E-96A5-4F0E-8E35-1D6F6B1F7A03',
  PUBLISHER: 'Calder Marine',
  WEBSITE_URL: 'https://calder.example',
  PRIVACY_URL: 'https://calder.example/privacy',
  TERMS_URL: 'https://calder.example/terms',
};

function faultsOf(changes: Readonly<Record<string, string>>): readonly string[] {
  const read = packageSettingsIn({ ...GIVEN, ...changes });
  return read.ok ? [] : read.error;
}

describe('PK4 settings of packages', () => {
  it('are read, ids in one spelling', () => {
    expect(packageSettingsIn(GIVEN)).toMatchObject({
      ok: true,
      value: { appId: '0c3c8f4e-96a5-4f0e-8e35-1d6f6b1f7a03', suffix: null, version: null, publisher: 'Calder Marine' },
    });
    expect(packageSettingsIn({ ...GIVEN, PACKAGE_VERSION: ' 1.20.3 ' })).toMatchObject({
      value: { version: '1.20.3' },
    });
  });

  it('that are all missing are all named, each with what it must be', () => {
    const read = packageSettingsIn({});
    const named = read.ok ? [] : read.error.map((fault) => /^([A-Z_]+) must be /.exec(fault)?.[1]);
    expect(named.toSorted()).toEqual(Object.keys(GIVEN).toSorted());
  });

  it.each([
    ['PUBLIC_HOST', 'https://plumbline.calder.example'],
    ['PUBLIC_HOST', 'plumbline.calder.example:3978'],
    ['PUBLIC_HOST', 'localhost'],
    ['ENTRA_CLIENT_ID', 'plumbline'],
    ['PRIVACY_URL', 'http://calder.example/privacy'],
    ['TERMS_URL', 'calder.example/terms'],
    ['PUBLISHER', 'A name that is longer than Teams lets it be'],
    ['APP_NAME_SUFFIX', 'of somebody who develops'],
    ['PACKAGE_VERSION', '1.2'],
    ['PACKAGE_VERSION', '1.2.3.4'],
    ['PACKAGE_VERSION', '1.02.3'],
    ['PACKAGE_VERSION', '1.2.3-beta'],
    ['PACKAGE_VERSION', '100000.0.0'],
  ])('%s is not "%s"', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringMatching(`^${name} must be `)]);
  });

  it.each(['plumbline.local', 'abc-3978.euw.devtunnels.ms', 'plumbline.ngrok-free.app'])(
    'of %s, which is of development, need a name that says so',
    (host) => {
      expect(faultsOf({ PUBLIC_HOST: host })).toEqual([expect.stringContaining('set APP_NAME_SUFFIX too')]);
      expect(faultsOf({ PUBLIC_HOST: host, APP_NAME_SUFFIX: 'dev' })).toEqual([]);
    },
  );
});
