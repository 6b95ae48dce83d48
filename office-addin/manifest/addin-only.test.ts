import { describe, expect, it } from '@jest/globals';
import { descendantsOf, parseXml, textOf, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { addinManifest } from './addin-only.ts';
import { aSource as SOURCE } from './a-source.ts';

function read(program: 'powerpoint' | 'word'): XmlElement {
  const parsed = parseXml(addinManifest(program, SOURCE));
  if (!parsed.ok) throw new Error('The manifest is no XML');
  return parsed.value;
}

const attributes = (root: XmlElement, name: string, attribute: string) =>
  descendantsOf(root, name).map((found) => found.attributes[attribute]);

describe('the manifest of the add-in', () => {
  it.each([
    ['powerpoint', 'Presentation'],
    ['word', 'Document'],
  ] as const)('OF66 of %s opens the same pane from the Home tab, under an id of its own', (program, host) => {
    const root = read(program);
    expect(descendantsOf(root, 'Id').map(textOf)).toEqual([SOURCE.ids[program], '5f0c']);
    expect(descendantsOf(root, 'Host').map(({ attributes: own }) => own['Name'] ?? own['xsi:type'])).toEqual([
      host,
      host,
    ]);
    expect(attributes(root, 'OfficeTab', 'id')).toEqual(['TabHome']);
    expect(attributes(root, 'bt:Url', 'DefaultValue')).toEqual(['https://plumbline.example/addin/']);
    expect(descendantsOf(root, 'Version').map(textOf)).toEqual(['0.1.0.0']);
    expect(descendantsOf(root, 'ProviderName').map(textOf)).toEqual([SOURCE.provider]);
  });

  it('OF66 names every address at its own service, over https', () => {
    const root = read('powerpoint');
    const addresses = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'bt:Url', 'bt:Image']
      .flatMap((name) => attributes(root, name, 'DefaultValue'))
      .filter((address) => address !== undefined);
    expect(addresses.length).toBe(8);
    expect(addresses.filter((address) => !address.startsWith('https://plumbline.example/addin/'))).toEqual([]);
  });

  it('OF66 asks for no set of functions, and every text that it refers to is there', () => {
    const root = read('word');
    expect(descendantsOf(root, 'Requirements')).toEqual([]);
    const there = new Set(['bt:Image', 'bt:Url', 'bt:String'].flatMap((name) => attributes(root, name, 'id')));
    const used = ['Label', 'Title', 'Description', 'SourceLocation', 'bt:Image']
      .flatMap((name) => attributes(root, name, 'resid'))
      .filter((id) => id !== undefined);
    expect(used.length).toBe(11);
    expect(used.filter((id) => !there.has(id))).toEqual([]);
  });
});
