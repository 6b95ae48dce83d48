import { OFFICE } from '@plumbline/shared/ooxml/package/namespaces';
import {
  linkedPart,
  PACKAGE,
  readPart,
  relationshipsOf,
  removeRelationship,
  writePart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import {
  childOf,
  childrenOf,
  descendantsOf,
  element,
  isElement,
  type XmlElement,
  type XmlNode,
} from '@plumbline/shared/ooxml/package/xml';
import { LINK, sweep } from '../deck/parts.ts';
import { OfficeError } from '../office-error.ts';
import { writeFlatOpc } from './flat-opc.ts';

/** A stretch of a text: some neighbours in one parent. */
export interface Stretch {
  readonly parent: XmlElement;
  readonly nodes: readonly XmlNode[];
}

/** The text of an open document, and what is done to it. */
export class WordText {
  readonly pack: OpcPackage;
  readonly part: string;
  readonly root: XmlElement;
  readonly body: XmlElement;
  selection: Stretch | null = null;

  constructor(pack: OpcPackage) {
    this.pack = pack;
    this.part = linkedPart(pack, PACKAGE, LINK.document) ?? '';
    const root = readPart(pack, this.part);
    const body = root && childOf(root, 'w:body');
    if (!root || !body) throw new OfficeError('InvalidArgument', 'that is no Word document');
    this.root = root;
    this.body = body;
  }

  /** The content controls, also those in others. */
  controls(within: XmlElement = this.root): readonly XmlElement[] {
    return descendantsOf(within, 'w:sdt');
  }

  /** Where the cursor stands: at the end of the text, until something is selected. */
  selected(): Stretch {
    if (this.selection && this.isThere(this.selection)) return this.selection;
    const last = this.body.children.filter((node) => !isElement(node, 'w:sectPr')).slice(-1);
    return { parent: this.body, nodes: last };
  }

  /** Puts nodes at a place of a stretch, or in its place. */
  put({ parent, nodes }: Stretch, place: string, added: readonly XmlNode[]): undefined {
    const first = nodes[0] === undefined ? -1 : parent.children.indexOf(nodes[0]);
    const before = parent.children.findIndex((node) => isElement(node, 'w:sectPr'));
    const at = first === -1 ? (before === -1 ? parent.children.length : before) : first;
    const isAfter = place === 'End' || place === 'After';
    if (place === 'Replace') parent.children.splice(at, nodes.length, ...added);
    else parent.children.splice(isAfter ? at + nodes.length : at, 0, ...added);
    // The end of a cell or of a control must be a paragraph; nothing of it may be empty.
    if (parent.name === 'w:sdtContent' && parent.children.length === 0) parent.children.push(element('w:p'));
    this.#save();
    return undefined;
  }

  /** Puts a content control around a stretch. */
  wrap({ parent, nodes }: Stretch): XmlElement {
    const at = nodes[0] === undefined ? parent.children.length : parent.children.indexOf(nodes[0]);
    const content = element('w:sdtContent', {}, ...(nodes.length === 0 ? [element('w:p')] : nodes));
    const control = element('w:sdt', {}, element('w:sdtPr'), content);
    this.number(control);
    parent.children.splice(at, nodes.length, control);
    this.#save();
    return control;
  }

  /** Takes a control away, with what stands in it or without. */
  deleteControl(control: XmlElement, keepsContent: boolean): undefined {
    const lock = setting(control, 'w:lock');
    if (lock === 'sdtLocked' || lock === 'sdtContentLocked') {
      throw new OfficeError('AccessDenied', 'the content control cannot be deleted: cannotDelete is set');
    }
    const { parent } = this.stretchOf(control);
    const at = parent.children.indexOf(control);
    parent.children.splice(at, 1, ...(keepsContent ? (childOf(control, 'w:sdtContent')?.children ?? []) : []));
    this.#save();
    return undefined;
  }

  /** A stretch as Word hands it over. */
  ooxmlOf({ nodes }: Stretch): string {
    const section = childOf(this.body, 'w:sectPr');
    const body = element('w:body', {}, ...nodes, section ?? null);
    const others = this.root.children.filter((node) => node !== this.body);
    const main: XmlElement = { ...this.root, children: [...others, body] };
    return writeFlatOpc(this.pack, new Map([[this.part, main]]));
  }

  /** Where something stands. */
  stretchOf(node: XmlElement): Stretch {
    return { parent: parentOf(this.root, node) ?? this.body, nodes: [node] };
  }

  /** A stretch where it stands now: what stood in a control goes on without it. */
  find(stretch: Stretch): Stretch | null {
    if (this.isThere(stretch)) return stretch;
    const [first] = stretch.nodes;
    const moved = isElement(first) ? { ...this.stretchOf(first), nodes: stretch.nodes } : null;
    return moved && this.isThere(moved) ? moved : null;
  }

  isThere({ parent, nodes }: Stretch): boolean {
    return (
      (parent === this.body || contains(this.root, parent)) && nodes.every((node) => parent.children.includes(node))
    );
  }

  /** Gives a control a number that no other has. */
  number(control: XmlElement): number {
    const taken = new Set(this.controls().map((one) => Number(setting(one, 'w:id'))));
    let number = 1_000_001;
    while (taken.has(number)) number += 1;
    this.set(control, 'w:id', String(number));
    return number;
  }

  /** Has a control say something of itself. */
  set(control: XmlElement, name: string, value: string): void {
    const properties = childOf(control, 'w:sdtPr');
    if (!properties) return;
    const known = childOf(properties, name);
    if (known) known.attributes[name.startsWith('w15') ? 'w15:val' : 'w:val'] = value;
    else {
      if (name.startsWith('w15')) this.root.attributes['xmlns:w15'] ??= W15;
      const made = element(name, { [name.startsWith('w15') ? 'w15:val' : 'w:val']: value });
      const after = ORDER.slice(0, ORDER.indexOf(name));
      const at = properties.children.findLastIndex((node) => isElement(node) && after.includes(node.name));
      properties.children.splice(at + 1, 0, made);
    }
    this.#save();
  }

  /** Puts a bookmark around a stretch; another of the same name goes. */
  bookmark({ parent, nodes }: Stretch, name: string): undefined {
    if (!/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(name)) throw new OfficeError('InvalidArgument', 'that is no name');
    this.deleteBookmark(name);
    const taken = descendantsOf(this.root, 'w:bookmarkStart').map(({ attributes }) => Number(attributes['w:id'] ?? 0));
    const id = String(Math.max(0, ...taken) + 1);
    const at = nodes[0] === undefined ? parent.children.length : parent.children.indexOf(nodes[0]);
    const start = element('w:bookmarkStart', { 'w:id': id, 'w:name': name });
    parent.children.splice(at, nodes.length, start, ...nodes, element('w:bookmarkEnd', { 'w:id': id }));
    this.#save();
    return undefined;
  }

  /** What stands in a bookmark; `null` where there is none, or nothing is left of it. */
  bookmarked(name: string): Stretch | null {
    const start = descendantsOf(this.root, 'w:bookmarkStart').find(({ attributes }) => attributes['w:name'] === name);
    const parent = start && parentOf(this.root, start);
    if (!start || !parent) return null;
    const first = parent.children.indexOf(start) + 1;
    const end = parent.children.findIndex(
      (node) => isElement(node, 'w:bookmarkEnd') && node.attributes['w:id'] === start.attributes['w:id'],
    );
    return end > first ? { parent, nodes: parent.children.slice(first, end) } : null;
  }

  /** Takes a bookmark away, and nothing else; one that is not there is gone already. */
  deleteBookmark(name: string): undefined {
    const start = descendantsOf(this.root, 'w:bookmarkStart').find(({ attributes }) => attributes['w:name'] === name);
    if (!start) return undefined;
    const id = start.attributes['w:id'];
    const ends = descendantsOf(this.root, 'w:bookmarkEnd').filter(({ attributes }) => attributes['w:id'] === id);
    for (const mark of [start, ...ends]) {
      const parent = parentOf(this.root, mark);
      if (parent) parent.children = parent.children.filter((node) => node !== mark);
    }
    this.#save();
    return undefined;
  }

  /** Whether Word tracks what is changed. */
  changeTracking(): 'Off' | 'TrackAll' {
    const settings = linkedPart(this.pack, this.part, `${OFFICE}/settings`);
    const root = settings === null ? null : readPart(this.pack, settings);
    return root && childOf(root, 'w:trackRevisions') ? 'TrackAll' : 'Off';
  }

  #save(): void {
    this.#dropUnused();
    writePart(this.pack, this.part, this.root);
  }

  /** Charts and pictures that nothing in the text shows any more go with their links, as when Word saves. */
  #dropUnused(): void {
    const used = linksIn(this.root);
    const unused = relationshipsOf(this.pack, this.part).filter(({ id, type }) => SHOWN.test(type) && !used.has(id));
    for (const { id } of unused) removeRelationship(this.pack, this.part, id);
    if (unused.length > 0) sweep(this.pack);
  }
}

/** What the text itself shows by a link. */
const SHOWN = /\/(?:chart|image|hyperlink)$/;

function linksIn(parent: XmlElement): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (one: XmlElement): void => {
    for (const [name, value] of Object.entries(one.attributes)) if (name.startsWith('r:')) found.add(value);
    for (const child of childrenOf(one)) look(child);
  };
  look(parent);
  return found;
}

/** What a control says of itself. */
export function setting(control: XmlElement, name: string): string {
  const properties = childOf(control, 'w:sdtPr');
  const attributes = (properties && childOf(properties, name))?.attributes ?? {};
  return attributes['w:val'] ?? attributes['w15:val'] ?? '';
}

const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
/** The order of what a control says of itself. */
const ORDER = ['w:rPr', 'w:alias', 'w:tag', 'w:id', 'w:lock', 'w:placeholder', 'w15:color', 'w15:appearance'];

function parentOf(from: XmlElement, wanted: XmlElement): XmlElement | null {
  if (from.children.includes(wanted)) return from;
  for (const child of childrenOf(from)) {
    const found = parentOf(child, wanted);
    if (found) return found;
  }
  return null;
}

function contains(from: XmlElement, wanted: XmlElement): boolean {
  return from === wanted || childrenOf(from).some((child) => contains(child, wanted));
}
