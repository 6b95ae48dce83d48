import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { aSource } from './a-source.ts';
import { iconOf, ICON_SIZES } from './addin-source.ts';
import { officePart } from './office-part.ts';

describe("the part of Office in the manifest that is Teams's too", () => {
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
