import { strFromU8, strToU8, unzipSync } from 'fflate';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { childrenOf, element, parseXml, writeXml, xmlOf, type XmlElement } from './xml.ts';
import { PORTABLE, writeZip, type Packing } from './zip.ts';

/** The parts of a document by their names without a leading slash, such as `ppt/slides/slide1.xml`. It may be changed. */
export interface OpcPackage {
  readonly parts: Map<string, Uint8Array>;
}

/** Why bytes are not a document that can be worked with. */
export type PackageFault =
  /** Not a package at all, or torn. */
  | 'package.unreadable'
  /** Locked by a password or by rights: the old compound format around it. */
  | 'package.protected'
  /** Would take more memory than a document may. */
  | 'package.too-large';

/** A link from a part, or from the package, to another part or to an address outside. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** As it is written: relative to the folder of its source, or from the root with a leading slash. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A document may be so large when it is unpacked, in bytes, and have so many parts. */
const MOST_BYTES = 400_000_000;
const MOST_PARTS = 20_000;
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** The source of links of the package itself. */
export const PACKAGE = '';

/** Opens a document. */
export function readPackage(bytes: Uint8Array): Result<OpcPackage, PackageFault> {
  if (COMPOUND.every((byte, at) => bytes[at] === byte)) return fail('package.protected');
  let total = 0;
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        total += originalSize;
        count += 1;
        return !name.endsWith('/') && total <= MOST_BYTES && count <= MOST_PARTS;
      },
    });
    if (total > MOST_BYTES || count > MOST_PARTS) return fail('package.too-large');
    const parts = new Map(Object.entries(files).map(([name, content]) => [name.replace(/^\//, ''), content]));
    return parts.has(CONTENT_TYPES) ? ok({ parts }) : fail('package.unreadable');
  } catch {
    return fail('package.unreadable');
  }
}

/** The bytes of a document; the list of content types comes first, as readers of streams want it. */
export function writePackage({ parts }: OpcPackage, packing: Packing = PORTABLE): Uint8Array {
  const others = [...parts].filter(([name]) => name !== CONTENT_TYPES);
  const types = parts.get(CONTENT_TYPES);
  const all = types ? [[CONTENT_TYPES, types] as const, ...others] : others;
  const entries = all.map(([name, content]) => ({
    name,
    content,
    isStored: PACKED.test(name) || content.length < SMALL,
  }));
  return writeZip(entries, packing);
}

/** A package with nothing in it but a list of content types. */
export function emptyPackage(): OpcPackage {
  const pack: OpcPackage = { parts: new Map() };
  writePart(
    pack,
    CONTENT_TYPES,
    element(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ),
  );
  return pack;
}

/** Reads a part as XML; `null` when it is not there or is none. */
export function readPart(pack: OpcPackage, name: string): XmlElement | null {
  const content = pack.parts.get(name);
  if (!content) return null;
  const parsed = parseXml(strFromU8(content));
  return parsed.ok ? parsed.value : null;
}

/** Writes a part as XML. */
export function writePart(pack: OpcPackage, name: string, root: XmlElement): void {
  pack.parts.set(name, strToU8(writeXml(root)));
}

/** Adds a part with its content type. */
export function addPart(
  pack: OpcPackage,
  name: string,
  { contentType, content }: { readonly contentType: string; readonly content: XmlElement | Uint8Array },
): void {
  if (content instanceof Uint8Array) pack.parts.set(name, content);
  else writePart(pack, name, content);
  setContentType(pack, name, contentType);
}

/** Takes a part away, with its own links and its content type; links to it are the caller's. */
export function removePart(pack: OpcPackage, name: string): void {
  pack.parts.delete(name);
  pack.parts.delete(relationshipsPart(name));
  const types = typesOf(pack);
  if (types?.byName.delete(name.toLowerCase()) !== true) return;
  writeTypes(pack, types, withoutOverride(pack, name));
}

/** What a part is: by its own entry, else by its ending. */
export function contentTypeOf(pack: OpcPackage, name: string): string | null {
  const types = typesOf(pack);
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return types?.byName.get(name.toLowerCase()) ?? types?.byEnding.get(ending) ?? null;
}

/** Says what a part is; of workbooks, which come by the dozen, the ending says it. */
function setContentType(pack: OpcPackage, name: string, contentType: string): void {
  const types = typesOf(pack);
  if (!types || contentTypeOf(pack, name) === contentType) return;
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (BY_ENDING.has(ending) && !types.byEnding.has(ending)) {
    types.byEnding.set(ending, contentType);
    const entry = element('Default', { Extension: ending, ContentType: contentType });
    writeTypes(pack, types, withEntry(types.text, entry, '<Override'));
    return;
  }
  const text = types.byName.has(name.toLowerCase()) ? withoutOverride(pack, name) : types.text;
  types.byName.set(name.toLowerCase(), contentType);
  const entry = element('Override', { PartName: `/${name}`, ContentType: contentType });
  writeTypes(pack, types, withEntry(text, entry, '</Types>'));
}

/** The links of a part, or of the package. */
export function relationshipsOf(pack: OpcPackage, source: string): readonly Relationship[] {
  return linksOf(pack, relationshipsPart(source))?.all ?? [];
}

/** Links a part to another, and returns the id of the link. */
export function addRelationship(
  pack: OpcPackage,
  source: string,
  {
    type,
    target,
    isExternal = false,
  }: { readonly type: string; readonly target: string; readonly isExternal?: boolean },
): string {
  const name = relationshipsPart(source);
  const { text, end, all } = linksOf(pack, name) ?? linksIn(element('Relationships', { xmlns: RELATIONSHIPS }));
  const taken = new Set(all.map((link) => link.id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number += 1;
  const link = { id: `rId${number}`, type, target: isExternal ? target : relativeTarget(source, target), isExternal };
  const entry = element('Relationship', {
    Id: link.id,
    Type: type,
    Target: link.target,
    TargetMode: isExternal ? 'External' : undefined,
  });
  const at = text.lastIndexOf(end);
  const longer = text.slice(0, at) + xmlOf(entry) + text.slice(at);
  const content = strToU8(longer);
  pack.parts.set(name, content);
  linksRead.set(content, { text: longer, end, all: [...all, link] });
  return link.id;
}

/** Takes a link away. */
export function removeRelationship(pack: OpcPackage, source: string, id: string): void {
  const name = relationshipsPart(source);
  const root = readPart(pack, name);
  if (!root) return;
  root.children = root.children.filter(
    (node) => typeof node === 'string' || !('name' in node) || node.attributes['Id'] !== id,
  );
  writePart(pack, name, root);
}

/** The part that a link leads to; `null` for one that leads outside. */
export function targetOf(source: string, { target, isExternal }: Relationship): string | null {
  if (isExternal) return null;
  const [path = ''] = target.split('#');
  const steps = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The first part that a part links to by a type. */
export function linkedPart(pack: OpcPackage, source: string, type: string): string | null {
  const link = relationshipsOf(pack, source).find((one) => one.type === type);
  return link ? targetOf(source, link) : null;
}

/** A name for a new part, one number above those there: `freePart(pack, 'ppt/slides/slide', '.xml')`. */
export function freePart(pack: OpcPackage, stem: string, ending: string): string {
  let number = 1;
  while (pack.parts.has(`${stem}${number}${ending}`)) number += 1;
  return `${stem}${number}${ending}`;
}

/** The links of one part, read once: a part with many is asked for each. */
interface Links {
  readonly text: string;
  /** The end tag, which new links stand before. */
  readonly end: string;
  readonly all: readonly Relationship[];
}

/** By the bytes that they were read from, so that links that somebody writes are read anew. */
const linksRead = new WeakMap<Uint8Array, Links>();

function linksOf(pack: OpcPackage, name: string): Links | null {
  const content = pack.parts.get(name);
  const known = content && linksRead.get(content);
  if (known) return known;
  const root = readPart(pack, name);
  if (!content || !root) return null;
  const links = linksIn(root);
  linksRead.set(content, links);
  return links;
}

function linksIn(root: XmlElement): Links {
  // So that there is an end tag.
  if (root.children.length === 0) root.children.push('');
  const all = childrenOf(root).map(({ attributes }) => ({
    id: attributes['Id'] ?? '',
    type: attributes['Type'] ?? '',
    target: attributes['Target'] ?? '',
    isExternal: attributes['TargetMode'] === 'External',
  }));
  return { text: writeXml(root), end: `</${root.name}>`, all };
}

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Kinds of parts that a package has one type for. */
const BY_ENDING = new Set(['xlsx']);

/** The list of content types, read once: each part that is added asks it. */
interface Types {
  readonly text: string;
  /** By the whole name in small letters: names of parts are told apart by no more. */
  readonly byName: Map<string, string>;
  readonly byEnding: Map<string, string>;
}

/** By the bytes that it was read from, so that a list that somebody puts back is read anew. */
const typesRead = new WeakMap<Uint8Array, Types>();

function typesOf(pack: OpcPackage): Types | null {
  const content = pack.parts.get(CONTENT_TYPES);
  const known = content && typesRead.get(content);
  if (known) return known;
  const root = readPart(pack, CONTENT_TYPES);
  if (!content || !root) return null;
  const told = (name: string, key: string) =>
    childrenOf(root, name).map(
      ({ attributes }) => [(attributes[key] ?? '').toLowerCase(), attributes['ContentType'] ?? ''] as const,
    );
  const byName = new Map(told('Override', 'PartName').map(([name, type]) => [name.replace(/^\//, ''), type]));
  // So that there is an end tag to put entries before.
  if (root.children.length === 0) root.children.push('');
  const types = { text: writeXml(root), byName, byEnding: new Map(told('Default', 'Extension')) };
  typesRead.set(content, types);
  return types;
}

function writeTypes(pack: OpcPackage, { byName, byEnding }: Types, text: string): void {
  const before = pack.parts.get(CONTENT_TYPES);
  if (before) typesRead.delete(before);
  const after = strToU8(text);
  pack.parts.set(CONTENT_TYPES, after);
  typesRead.set(after, { text, byName, byEnding });
}

/** Puts an entry before the first one of a kind, or at the end: parts come by the hundred, and a tree of all is slow. */
function withEntry(text: string, entry: XmlElement, before: string): string {
  const at = text.includes(before) ? text.indexOf(before) : text.lastIndexOf('</Types>');
  return text.slice(0, at) + xmlOf(entry) + text.slice(at);
}

function withoutOverride(pack: OpcPackage, name: string): string {
  const root = readPart(pack, CONTENT_TYPES) ?? element('Types');
  root.children = root.children.filter((node) => !isOverrideOf(node, name));
  return writeXml(root);
}

/** A part of so few bytes hardly becomes smaller, and getting ready to compress it takes as long as for a large one. */
const SMALL = 500;
/** What is compressed already. */
const PACKED = /\.(?:png|jpe?g|gif|mp4|wmv)$/i;

function relationshipsPart(source: string): string {
  const at = source.lastIndexOf('/') + 1;
  return `${source.slice(0, at)}_rels/${source.slice(at)}.rels`;
}

function isOverrideOf(node: XmlElement['children'][number], name: string): boolean {
  return (
    typeof node === 'object' &&
    'name' in node &&
    node.name === 'Override' &&
    node.attributes['PartName']?.toLowerCase() === `/${name}`.toLowerCase()
  );
}

function relativeTarget(source: string, target: string): string {
  const from = source.split('/').slice(0, -1);
  const to = target.split('/');
  let same = 0;
  while (same < from.length && from[same] === to[same] && same < to.length - 1) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
