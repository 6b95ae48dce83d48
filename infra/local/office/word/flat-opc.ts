import { addPart, contentTypeOf, emptyPackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import {
  childOf,
  childrenOf,
  element,
  findPath,
  parseXml,
  textOf,
  writeXml,
  type XmlElement,
} from '@plumbline/shared/ooxml/package/xml';
import { OfficeError } from '../office-error.ts';

const PKG = 'http://schemas.microsoft.com/office/2006/xmlPackage';

/** Reads a Flat OPC text, which is a package in one XML, as Word's `insertOoxml` takes it. */
export function readFlatOpc(text: string): OpcPackage {
  const parsed = parseXml(text);
  if (!parsed.ok || parsed.value.name !== 'pkg:package') {
    throw new OfficeError('InvalidArgument', 'insertOoxml takes a pkg:package, well formed');
  }
  const pack = emptyPackage();
  for (const part of childrenOf(parsed.value, 'pkg:part')) {
    const name = (part.attributes['pkg:name'] ?? '').replace(/^\//, '');
    const contentType = part.attributes['pkg:contentType'] ?? 'application/xml';
    const xml = findPath(part, 'pkg:xmlData');
    const binary = childOf(part, 'pkg:binaryData');
    const root = xml && childrenOf(xml)[0];
    const content = root ?? (binary ? new Uint8Array(Buffer.from(textOf(binary), 'base64')) : null);
    if (name === '' || content === null) throw new OfficeError('InvalidArgument', `part ${name} has no content`);
    addPart(pack, name, { contentType, content });
  }
  return pack;
}

/** Writes a package as one XML; the main part may be given anew. */
export function writeFlatOpc(pack: OpcPackage, changed: ReadonlyMap<string, XmlElement>): string {
  const parts = [...pack.parts]
    .filter(([name]) => name !== '[Content_Types].xml')
    .map(([name, content]) => {
      const isXml = /\.(?:xml|rels|vml)$/i.test(name);
      const parsed = isXml ? parseXml(Buffer.from(content).toString('utf8')) : null;
      const root = changed.get(name) ?? (parsed?.ok === true ? parsed.value : null);
      return element(
        'pkg:part',
        { 'pkg:name': `/${name}`, 'pkg:contentType': contentTypeOf(pack, name) ?? 'application/xml' },
        root
          ? element('pkg:xmlData', {}, root)
          : element('pkg:binaryData', {}, Buffer.from(content).toString('base64')),
      );
    });
  return writeXml(element('pkg:package', { 'xmlns:pkg': PKG }, ...parts));
}
