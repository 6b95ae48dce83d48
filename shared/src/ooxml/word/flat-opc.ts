import { fail, ok, type Result } from '../../kernel/result.ts';
import { addPart, contentTypeOf, emptyPackage, readPart, type OpcPackage } from '../package/opc-package.ts';
import { childOf, childrenOf, element, parseXml, textOf, writeXml } from '../package/xml.ts';

/** A package as one text, which is what Word's `insertOoxml` takes. */
export function flatOpc(pack: OpcPackage): string {
  const parts = [...pack.parts].flatMap(([name, content]) => {
    if (name === CONTENT_TYPES) return [];
    const isXml = /\.(?:xml|rels)$/i.test(name);
    const root = isXml ? readPart(pack, name) : null;
    const about = { 'pkg:name': `/${name}`, 'pkg:contentType': contentTypeOf(pack, name) ?? 'application/xml' };
    if (root) return [element('pkg:part', about, element('pkg:xmlData', {}, root))];
    const stored = { ...about, 'pkg:compression': 'store' };
    return [element('pkg:part', stored, element('pkg:binaryData', {}, base64(content)))];
  });
  return writeXml(element('pkg:package', { 'xmlns:pkg': PACKAGES }, ...parts));
}

/** The package that such a text is. */
export function packageOfFlatOpc(text: string): Result<OpcPackage, 'package.unreadable'> {
  const parsed = parseXml(text);
  if (!parsed.ok || parsed.value.name !== 'pkg:package') return fail('package.unreadable');
  const pack = emptyPackage();
  for (const part of childrenOf(parsed.value, 'pkg:part')) {
    const name = (part.attributes['pkg:name'] ?? '').replace(/^\//, '');
    const xml = childOf(part, 'pkg:xmlData');
    const binary = childOf(part, 'pkg:binaryData');
    const content = (xml && childrenOf(xml)[0]) ?? (binary && bytesOf(textOf(binary)));
    if (name === '' || !content) return fail('package.unreadable');
    addPart(pack, name, { contentType: part.attributes['pkg:contentType'] ?? 'application/xml', content });
  }
  return ok(pack);
}

const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGES = 'http://schemas.microsoft.com/office/2006/xmlPackage';
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: Uint8Array): string {
  const digits: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const digit = (shift: number) => DIGITS[(bits >> shift) & 63] ?? '';
    digits.push(digit(18), digit(12), second === undefined ? '=' : digit(6), third === undefined ? '=' : digit(0));
  }
  return digits.join('');
}

function bytesOf(text: string): Uint8Array {
  const digits = Array.from(text, (letter) => DIGITS.indexOf(letter)).filter((digit) => digit >= 0);
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const digit of digits) {
    bits = ((bits << 6) | digit) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 0xff;
    at += 1;
  }
  return bytes;
}
