import { linkedPart, PACKAGE, readPart, writePart, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import {
  childOf,
  childrenOf,
  descendantsOf,
  element,
  isElement,
  textOf,
  type XmlElement,
  type XmlNode,
} from '@plumbline/shared/ooxml/package/xml';
import { collectionOf, type Arguments, type HostMade, type HostObject, type Json } from '../bridge/host-object.ts';
import { customXmlParts } from '../custom-xml.ts';
import { LINK } from '../deck/parts.ts';
import { OfficeError } from '../office-error.ts';
import { readFlatOpc, writeFlatOpc } from './flat-opc.ts';
import { takeBody } from './merge.ts';

type Methods = NonNullable<HostObject['methods']>;

/** What `context.document` leads to: the body and its content controls. */
export function documentHost(pack: OpcPackage, newId: () => string): HostObject {
  const open = new WordText(pack);
  return {
    properties: { Saved: () => true, ChangeTrackingMode: () => 'Off' },
    children: {
      Body: () => open.bodyHost(),
      ContentControls: () => open.controlCollection(() => open.controls()),
      CustomXmlParts: () => customXmlParts(pack, open.part, newId),
    },
    methods: {
      GetSelection: () => ({ made: open.rangeHost(open.selected()) }),
      GetContentControls: () => ({ made: open.controlCollection(() => open.controls()) }),
      Save: () => undefined,
    },
  };
}

/** A stretch of a text: some neighbours in one parent. */
interface Stretch {
  readonly parent: XmlElement;
  readonly nodes: readonly XmlNode[];
}

class WordText {
  readonly pack: OpcPackage;
  readonly part: string;
  readonly root: XmlElement;
  readonly #body: XmlElement;
  #selected: Stretch | null = null;
  /** One object for one control, so that references of it are one. */
  readonly #hosts = new Map<XmlElement, HostObject>();

  constructor(pack: OpcPackage) {
    this.pack = pack;
    this.part = linkedPart(pack, PACKAGE, LINK.document) ?? '';
    const root = readPart(pack, this.part);
    const body = root && childOf(root, 'w:body');
    if (!root || !body) throw new OfficeError('InvalidArgument', 'that is no Word document');
    this.root = root;
    this.#body = body;
  }

  controls(within: XmlElement = this.root): readonly XmlElement[] {
    return descendantsOf(within, 'w:sdt');
  }

  /** Where the cursor stands: at the end of the text, until something is selected. */
  selected(): Stretch {
    if (this.#selected && this.#isThere(this.#selected)) return this.#selected;
    const last = this.#body.children.filter((node) => !isElement(node, 'w:sectPr')).slice(-1);
    return { parent: this.#body, nodes: last };
  }

  bodyHost(): HostObject {
    const whole = (): Stretch => ({
      parent: this.#body,
      nodes: this.#body.children.filter((node) => !isElement(node, 'w:sectPr')),
    });
    return {
      isReferenced: true,
      properties: { Text: () => wordsOf(whole().nodes), Type: () => 'MainDoc', Style: () => 'Normal' },
      children: {
        ContentControls: () => this.controlCollection(() => this.controls()),
        Paragraphs: () => this.#paragraphs(whole),
      },
      methods: {
        ...this.#writing(whole, ['Start', 'End', 'Replace']),
        Clear: () => this.#put(whole(), 'Replace', [element('w:p')]),
        GetRange: () => ({ made: this.rangeHost(whole()) }),
        GetContentControls: () => ({ made: this.controlCollection(() => this.controls()) }),
      },
    };
  }

  rangeHost(stretch: Stretch): HostObject {
    const now = () => {
      if (this.#isThere(stretch)) return stretch;
      throw new OfficeError('ItemNotFound', 'that range is gone');
    };
    return {
      isReferenced: true,
      properties: {
        Text: () => wordsOf(now().nodes),
        IsEmpty: () => wordsOf(now().nodes) === '',
        Style: () => 'Normal',
      },
      children: {
        ContentControls: () =>
          this.controlCollection(() =>
            now()
              .nodes.filter((node) => isElement(node))
              .flatMap(withControls),
          ),
        Paragraphs: () => this.#paragraphs(now),
        ParentContentControlOrNullObject: () => this.#parentControl(now()),
      },
      methods: {
        ...this.#writing(now, ['Start', 'End', 'Replace', 'Before', 'After']),
        Delete: () => this.#put(now(), 'Replace', []),
        Select: () => {
          this.#selected = now();
          return undefined;
        },
        GetRange: () => ({ made: this.rangeHost(now()) }),
      },
    };
  }

  controlCollection(controls: () => readonly XmlElement[]): HostObject {
    const by = (name: 'tag' | 'title') => (args: Arguments) => {
      const wanted = args.text(0);
      return {
        made: this.controlCollection(() =>
          controls().filter((one) => (name === 'tag' ? setting(one, 'w:tag') : setting(one, 'w:alias')) === wanted),
        ),
      };
    };
    const collection = collectionOf(() => controls().map((one) => this.#controlHost(one)));
    return {
      ...collection,
      methods: {
        ...collection.methods,
        GetByTag: by('tag'),
        GetByTitle: by('title'),
        GetById: (args) => collection.methods?.['GetItem']?.(args),
        GetByIdOrNullObject: (args) => collection.methods?.['GetItemOrNullObject']?.(args),
        GetByTypes: () => ({ made: this.controlCollection(controls) }),
      },
    };
  }

  #controlHost(control: XmlElement): HostObject {
    const known = this.#hosts.get(control);
    if (known) return known;
    const there = () => {
      if (this.controls().includes(control)) return control;
      throw new OfficeError('ItemNotFound', 'that content control is gone');
    };
    const inside = (): Stretch => {
      const content = childOf(there(), 'w:sdtContent') ?? element('w:sdtContent');
      return { parent: content, nodes: content.children };
    };
    const text = (name: string, value: unknown) => {
      if (typeof value !== 'string') throw new OfficeError('InvalidArgument', 'that is a text');
      this.#set(there(), name, value);
    };
    const id = Number(setting(control, 'w:id') || this.#number(control));
    const lock = () => setting(control, 'w:lock');
    const values: Readonly<Record<string, () => Json>> = {
      Id: () => id,
      Tag: () => setting(there(), 'w:tag'),
      Title: () => setting(there(), 'w:alias'),
      Text: () => wordsOf(inside().nodes),
      Type: () => 'RichText',
      Subtype: () => 'RichTextParagraphs',
      Appearance: () => APPEARANCES[setting(there(), 'w15:appearance')] ?? 'BoundingBox',
      Color: () => setting(there(), 'w15:color') || '#000000',
      CannotDelete: () => lock() === 'sdtLocked' || lock() === 'sdtContentLocked',
      CannotEdit: () => lock() === 'contentLocked' || lock() === 'sdtContentLocked',
      PlaceholderText: () => '',
      RemoveWhenEdited: () => false,
      Style: () => 'Normal',
    };
    const editable = () => {
      if (values['CannotEdit']?.() === true) throw new OfficeError('AccessDenied', 'the content control is locked');
      return inside();
    };
    const host: HostObject = {
      id,
      isReferenced: true,
      properties: values,
      settable: {
        Tag: (value) => text('w:tag', value),
        Title: (value) => text('w:alias', value),
        Appearance: (value) => text('w15:appearance', typeof value === 'string' ? camel(value) : value),
        Color: (value) => text('w15:color', typeof value === 'string' ? value.replace('#', '') : value),
        CannotDelete: (value) => text('w:lock', value === true ? 'sdtLocked' : 'unlocked'),
        CannotEdit: (value) => text('w:lock', value === true ? 'contentLocked' : 'unlocked'),
      },
      children: {
        ContentControls: () => this.controlCollection(() => this.controls(childOf(there(), 'w:sdtContent') ?? control)),
        Paragraphs: () => this.#paragraphs(inside),
      },
      methods: {
        ...this.#writing(editable, ['Start', 'End', 'Replace']),
        Clear: () => this.#put(editable(), 'Replace', [element('w:p')]),
        Delete: (args) => this.#deleteControl(there(), args.flag(0)),
        GetRange: () => ({ made: this.rangeHost(this.#stretchOf(there())) }),
        GetContentControls: () => ({ made: this.controlCollection(() => this.controls(control).slice()) }),
        Select: () => {
          this.#selected = this.#stretchOf(there());
          return undefined;
        },
      },
    };
    this.#hosts.set(control, host);
    return host;
  }

  /** What can be written at a place, and read from it. */
  #writing(where: () => Stretch, places: readonly string[]): Methods {
    const placeIn = (args: Arguments, at: number) => {
      const place = args.text(at);
      if (places.includes(place)) return place;
      throw new OfficeError('InvalidArgument', `the place is one of ${places.join(', ')}`);
    };
    const put = (place: string, nodes: readonly XmlNode[]): HostMade => {
      const stretch = where();
      this.#put(stretch, place, nodes);
      return { made: this.rangeHost({ parent: stretch.parent, nodes }) };
    };
    const paragraph = (text: string) => element('w:p', {}, element('w:r', {}, wordText(text)));
    return {
      InsertOoxml: (args) => put(placeIn(args, 1), takeBody(this, readFlatOpc(args.text(0)))),
      InsertParagraph: (args) => put(placeIn(args, 1), [paragraph(args.text(0))]),
      InsertText: (args) => put(placeIn(args, 1), [paragraph(args.text(0))]),
      InsertBreak: (args) =>
        put(placeIn(args, 1), [element('w:p', {}, element('w:r', {}, element('w:br', { 'w:type': 'page' })))]),
      InsertContentControl: () => ({ made: this.#wrap(where()) }),
      GetOoxml: () => this.#ooxmlOf(where()),
    };
  }

  #put({ parent, nodes }: Stretch, place: string, added: readonly XmlNode[]): undefined {
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

  #wrap({ parent, nodes }: Stretch): HostObject {
    const at = nodes[0] === undefined ? parent.children.length : parent.children.indexOf(nodes[0]);
    const content = element('w:sdtContent', {}, ...(nodes.length === 0 ? [element('w:p')] : nodes));
    const control = element('w:sdt', {}, element('w:sdtPr'), content);
    this.#number(control);
    parent.children.splice(at, nodes.length, control);
    this.#save();
    return this.#controlHost(control);
  }

  #deleteControl(control: XmlElement, keepsContent: boolean): undefined {
    const lock = setting(control, 'w:lock');
    if (lock === 'sdtLocked' || lock === 'sdtContentLocked') {
      throw new OfficeError('AccessDenied', 'the content control cannot be deleted: cannotDelete is set');
    }
    const { parent } = this.#stretchOf(control);
    const at = parent.children.indexOf(control);
    parent.children.splice(at, 1, ...(keepsContent ? (childOf(control, 'w:sdtContent')?.children ?? []) : []));
    this.#hosts.delete(control);
    this.#save();
    return undefined;
  }

  #ooxmlOf({ nodes }: Stretch): string {
    const section = childOf(this.#body, 'w:sectPr');
    const body = element('w:body', {}, ...nodes, section ?? null);
    const others = this.root.children.filter((node) => node !== this.#body);
    const main: XmlElement = { ...this.root, children: [...others, body] };
    return writeFlatOpc(this.pack, new Map([[this.part, main]]));
  }

  #paragraphs(where: () => Stretch): HostObject {
    return collectionOf(() =>
      where()
        .nodes.filter((node) => isElement(node))
        .flatMap((node) => (node.name === 'w:p' ? [node] : descendantsOf(node, 'w:p')))
        .map((paragraph) => this.rangeHost(this.#stretchOf(paragraph))),
    );
  }

  #parentControl({ parent }: Stretch): HostObject | null {
    const control = this.controls().find((one) => childOf(one, 'w:sdtContent') === parent);
    return control ? this.#controlHost(control) : null;
  }

  #stretchOf(node: XmlElement): Stretch {
    return { parent: parentOf(this.root, node) ?? this.#body, nodes: [node] };
  }

  #isThere({ parent, nodes }: Stretch): boolean {
    return (
      (parent === this.#body || contains(this.root, parent)) && nodes.every((node) => parent.children.includes(node))
    );
  }

  #number(control: XmlElement): number {
    const taken = new Set(this.controls().map((one) => Number(setting(one, 'w:id'))));
    let number = 1_000_001;
    while (taken.has(number)) number += 1;
    this.#set(control, 'w:id', String(number));
    return number;
  }

  #set(control: XmlElement, name: string, value: string): void {
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

  #save(): void {
    writePart(this.pack, this.part, this.root);
  }
}

const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
/** The order of what a control says of itself. */
const ORDER = ['w:rPr', 'w:alias', 'w:tag', 'w:id', 'w:lock', 'w:placeholder', 'w15:color', 'w15:appearance'];
const APPEARANCES: Readonly<Record<string, string>> = { boundingBox: 'BoundingBox', tags: 'Tags', hidden: 'Hidden' };

function setting(control: XmlElement, name: string): string {
  const properties = childOf(control, 'w:sdtPr');
  const attributes = (properties && childOf(properties, name))?.attributes ?? {};
  return attributes['w:val'] ?? attributes['w15:val'] ?? '';
}

function withControls(node: XmlElement): readonly XmlElement[] {
  return [...(node.name === 'w:sdt' ? [node] : []), ...descendantsOf(node, 'w:sdt')];
}

function wordsOf(nodes: readonly XmlNode[]): string {
  return nodes
    .filter((node) => isElement(node))
    .flatMap((node) => (node.name === 'w:p' ? [node] : descendantsOf(node, 'w:p')))
    .map((paragraph) => descendantsOf(paragraph, 'w:t').map(textOf).join(''))
    .join('\r');
}

function wordText(text: string): XmlElement {
  return element('w:t', { 'xml:space': 'preserve' }, text);
}

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

function camel(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
