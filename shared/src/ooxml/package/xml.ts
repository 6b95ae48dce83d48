import { fail, ok, type Result } from '../../kernel/result.ts';

/** An element of a part; it may be changed in place, and what is not touched is written as it was read. */
export interface XmlElement {
  /** With its prefix, as it is written: `a:t`. */
  name: string;
  /** In the order of the document, entities resolved. */
  attributes: Record<string, string>;
  children: XmlNode[];
}

/** An element, a text with entities resolved, or a comment or instruction that is kept as it is. */
export type XmlNode = XmlElement | string | { readonly raw: string };

/** Makes an element; children that are `null` are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly (XmlNode | null)[]
): XmlElement {
  const kept: Record<string, string> = {};
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (value !== undefined) kept[key] = String(value);
  }
  return { name, attributes: kept, children: children.filter((child) => child !== null) };
}

/** Whether a node is an element, of that name where one is asked for. */
export function isElement(node: XmlNode | undefined, name?: string): node is XmlElement {
  return typeof node === 'object' && 'name' in node && (name === undefined || node.name === name);
}

/** The first child element of a name. */
export function childOf(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((node): node is XmlElement => isElement(node, name));
}

/** The child elements of a name, or all of them. */
export function childrenOf(parent: XmlElement, name?: string): readonly XmlElement[] {
  return parent.children.filter((node): node is XmlElement => isElement(node, name));
}

/** All elements of a name below an element, in the order of the document. */
export function descendantsOf(parent: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(parent).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

/** Goes down by names of children. */
export function findPath(from: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => at && childOf(at, name), from);
}

/** The same element once more, to be changed by itself. */
export function copyOf(original: XmlElement): XmlElement {
  return {
    name: original.name,
    attributes: { ...original.attributes },
    children: original.children.map((node) => (isElement(node) ? copyOf(node) : node)),
  };
}

/** All text below an element. */
export function textOf(parent: XmlElement): string {
  return parent.children
    .map((node) => (typeof node === 'string' ? node : isElement(node) ? textOf(node) : ''))
    .join('');
}

/** Writes a part: its declaration and its root element. */
export function writeXml(root: XmlElement): string {
  return `${DECLARATION}${xmlOf(root)}`;
}

/** A node by itself, as it stands in a part. */
export function xmlOf(node: XmlNode): string {
  if (typeof node === 'string') return escaped(node);
  if (!isElement(node)) return node.raw;
  let text = `<${node.name}`;
  for (const name of Object.keys(node.attributes)) {
    const value = node.attributes[name] ?? '';
    const said = PLAIN.test(value)
      ? value
      : escaped(value).replace(/["\n\t]/g, (letter) => `&#${letter.charCodeAt(0)};`);
    text += ` ${name}="${said}"`;
  }
  if (node.children.length === 0) return `${text}/>`;
  text += '>';
  for (const child of node.children) text += xmlOf(child);
  return `${text}</${node.name}>`;
}

/** Reads a part. Documents with a DTD are refused: Office writes none, and entities of one could grow without end. */
export function parseXml(text: string): Result<XmlElement, 'xml.malformed'> {
  const root = element('');
  const open: XmlElement[] = [root];
  let at = 0;
  // A byte order mark is no text.
  if (text.startsWith('\uFEFF')) at = 1;
  while (at < text.length) {
    const parent = open.at(-1);
    if (!parent) return fail('xml.malformed');
    const next = text.indexOf('<', at);
    const upTo = next === -1 ? text.length : next;
    if (upTo > at) addText(parent, unescaped(text.slice(at, upTo)));
    if (next === -1) break;
    const token = tokenAt(text, next);
    if (token === null) return fail('xml.malformed');
    at = token.end;
    switch (token.kind) {
      case 'raw':
        if (open.length > 1) parent.children.push({ raw: text.slice(next, token.end) });
        break;
      case 'text':
        addText(parent, token.text);
        break;
      case 'close':
        if (open.length < 2 || parent.name !== token.name) return fail('xml.malformed');
        open.pop();
        break;
      case 'open':
        parent.children.push(token.element);
        if (!token.isEmpty) open.push(token.element);
        break;
    }
  }
  const [found, ...others] = childrenOf(root);
  return found && others.length === 0 && open.length === 1 ? ok(found) : fail('xml.malformed');
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Token =
  | { readonly kind: 'raw'; readonly end: number }
  | { readonly kind: 'text'; readonly text: string; readonly end: number }
  | { readonly kind: 'close'; readonly name: string; readonly end: number }
  | { readonly kind: 'open'; readonly element: XmlElement; readonly isEmpty: boolean; readonly end: number };

function tokenAt(text: string, at: number): Token | null {
  if (text.startsWith('<!--', at)) return spanTo(text, at, '-->');
  if (text.startsWith('<?', at)) return spanTo(text, at, '?>');
  if (text.startsWith('<![CDATA[', at)) {
    const end = text.indexOf(']]>', at);
    return end === -1 ? null : { kind: 'text', text: text.slice(at + 9, end), end: end + 3 };
  }
  if (text.startsWith('</', at)) {
    const end = text.indexOf('>', at);
    return end === -1 ? null : { kind: 'close', name: text.slice(at + 2, end).trim(), end: end + 1 };
  }
  return openAt(text, at);
}

function spanTo(text: string, at: number, mark: string): Token | null {
  const end = text.indexOf(mark, at);
  return end === -1 ? null : { kind: 'raw', end: end + mark.length };
}

const NAME = /[^\s<>/=!?'"]+/y;
const ATTRIBUTE = /\s+([^\s<>/=!?'"]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END = /\s*(\/?)>/y;

function openAt(text: string, at: number): Token | null {
  NAME.lastIndex = at + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return null;
  const made = element(name);
  let end = at + 1 + name.length;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const found = ATTRIBUTE.exec(text);
    if (!found) break;
    made.attributes[found[1] ?? ''] = unescaped(found[2] ?? found[3] ?? '');
    end = ATTRIBUTE.lastIndex;
  }
  END.lastIndex = end;
  const close = END.exec(text);
  return close && { kind: 'open', element: made, isEmpty: close[1] === '/', end: END.lastIndex };
}

function addText(parent: XmlElement, text: string): void {
  // Outside the root there is only white space.
  if (parent.name === '') return;
  const last = parent.children.at(-1);
  if (typeof last === 'string') parent.children[parent.children.length - 1] = last + text;
  else parent.children.push(text);
}

/** Characters that no XML document may hold, not even escaped. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What may stand as it is, which nearly every text is. */
// eslint-disable-next-line no-control-regex
const PLAIN = /^[^<>&"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]*$/;

function escaped(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(#\d+|#x[\da-fA-F]+|\w+);/g, (whole: string, inner: string) => {
    if (!inner.startsWith('#')) return ENTITIES[inner] ?? whole;
    const code = inner.startsWith('#x') ? Number.parseInt(inner.slice(2), 16) : Number(inner.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
