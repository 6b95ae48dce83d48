import type { OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import {
  childOf,
  descendantsOf,
  element,
  isElement,
  textOf,
  type XmlElement,
  type XmlNode,
} from '@plumbline/shared/ooxml/package/xml';
import {
  collectionOf,
  found,
  type Arguments,
  type HostMade,
  type HostObject,
  type Json,
} from '../bridge/host-object.ts';
import { customXmlParts } from '../custom-xml.ts';
import { OfficeError } from '../office-error.ts';
import { readFlatOpc } from './flat-opc.ts';
import { takeBody } from './merge.ts';
import { setting, WordText, type Stretch } from './word-text.ts';

type Methods = NonNullable<HostObject['methods']>;

/** What `context.document` leads to: the body and its content controls. */
export function documentHost(pack: OpcPackage, newId: () => string): HostObject {
  const text = new WordText(pack);
  const open = new WordHosts(text);
  return {
    properties: { Saved: () => true, ChangeTrackingMode: () => text.changeTracking() },
    children: {
      Body: () => open.bodyHost(),
      ContentControls: () => open.controlCollection(() => text.controls()),
      CustomXmlParts: () => customXmlParts(pack, text.part, newId),
    },
    methods: {
      GetSelection: () => ({ made: open.rangeHost(text.selected()) }),
      GetContentControls: () => ({ made: open.controlCollection(() => text.controls()) }),
      GetBookmarkRange: (args) => ({ made: found(open.bookmarkHost(args.text(0)), 'bookmark of that name') }),
      GetBookmarkRangeOrNullObject: (args) => ({ made: open.bookmarkHost(args.text(0)) }),
      DeleteBookmark: (args) => text.deleteBookmark(args.text(0)),
      Save: () => undefined,
    },
  };
}

/** The objects that stand for a text and what is in it. */
class WordHosts {
  readonly #text: WordText;
  /** One object for one control, so that references of it are one. */
  readonly #hosts = new Map<XmlElement, HostObject>();

  constructor(text: WordText) {
    this.#text = text;
  }

  bodyHost(): HostObject {
    const whole = (): Stretch => ({
      parent: this.#text.body,
      nodes: this.#text.body.children.filter((node) => !isElement(node, 'w:sectPr')),
    });
    return {
      isReferenced: true,
      properties: { Text: () => wordsOf(whole().nodes), Type: () => 'MainDoc', Style: () => 'Normal' },
      children: {
        ContentControls: () => this.controlCollection(() => this.#text.controls()),
        Paragraphs: () => this.#paragraphs(whole),
      },
      methods: {
        ...this.#writing(whole, ['Start', 'End', 'Replace']),
        Clear: () => this.#text.put(whole(), 'Replace', [element('w:p')]),
        GetRange: () => ({ made: this.rangeHost(whole()) }),
        GetContentControls: () => ({ made: this.controlCollection(() => this.#text.controls()) }),
      },
    };
  }

  rangeHost(stretch: Stretch): HostObject {
    const now = () => {
      const there = this.#text.find(stretch);
      if (there) return there;
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
        Delete: () => this.#text.put(now(), 'Replace', []),
        InsertBookmark: (args) => this.#text.bookmark(now(), args.text(0)),
        Select: () => {
          this.#text.selection = now();
          return undefined;
        },
        GetRange: () => ({ made: this.rangeHost(now()) }),
      },
    };
  }

  bookmarkHost(name: string): HostObject | null {
    const stretch = this.#text.bookmarked(name);
    return stretch && this.rangeHost(stretch);
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
      if (this.#text.controls().includes(control)) return control;
      throw new OfficeError('ItemNotFound', 'that content control is gone');
    };
    const inside = (): Stretch => {
      const content = childOf(there(), 'w:sdtContent') ?? element('w:sdtContent');
      return { parent: content, nodes: [...content.children] };
    };
    const text = (name: string, value: unknown) => {
      if (typeof value !== 'string') throw new OfficeError('InvalidArgument', 'that is a text');
      this.#text.set(there(), name, value);
    };
    const id = Number(setting(control, 'w:id') || this.#text.number(control));
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
        ContentControls: () =>
          this.controlCollection(() => this.#text.controls(childOf(there(), 'w:sdtContent') ?? control)),
        Paragraphs: () => this.#paragraphs(inside),
      },
      methods: {
        ...this.#writing(editable, ['Start', 'End', 'Replace']),
        // What is locked may be read.
        GetOoxml: () => this.#text.ooxmlOf(inside()),
        Clear: () => this.#text.put(editable(), 'Replace', [element('w:p')]),
        Delete: (args) => this.#text.deleteControl(there(), args.flag(0)),
        GetRange: (args) => {
          const isWhole = args.textOr(0, 'Whole') === 'Whole';
          return { made: this.rangeHost(isWhole ? this.#text.stretchOf(there()) : inside()) };
        },
        GetContentControls: () => ({ made: this.controlCollection(() => this.#text.controls(control).slice()) }),
        Select: () => {
          this.#text.selection = this.#text.stretchOf(there());
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
      this.#text.put(stretch, place, nodes);
      return { made: this.rangeHost({ parent: stretch.parent, nodes }) };
    };
    const paragraph = (text: string) => element('w:p', {}, element('w:r', {}, wordText(text)));
    return {
      InsertOoxml: (args) => put(placeIn(args, 1), takeBody(this.#text, readFlatOpc(args.text(0)))),
      InsertParagraph: (args) => put(placeIn(args, 1), [paragraph(args.text(0))]),
      InsertText: (args) => put(placeIn(args, 1), [paragraph(args.text(0))]),
      InsertBreak: (args) =>
        put(placeIn(args, 1), [element('w:p', {}, element('w:r', {}, element('w:br', { 'w:type': 'page' })))]),
      InsertContentControl: () => ({ made: this.#controlHost(this.#text.wrap(where())) }),
      GetOoxml: () => this.#text.ooxmlOf(where()),
    };
  }

  #paragraphs(where: () => Stretch): HostObject {
    return collectionOf(() =>
      where()
        .nodes.filter((node) => isElement(node))
        .flatMap((node) => (node.name === 'w:p' ? [node] : descendantsOf(node, 'w:p')))
        .map((paragraph) => this.rangeHost(this.#text.stretchOf(paragraph))),
    );
  }

  #parentControl({ parent }: Stretch): HostObject | null {
    const control = this.#text.controls().find((one) => childOf(one, 'w:sdtContent') === parent);
    return control ? this.#controlHost(control) : null;
  }
}

const APPEARANCES: Readonly<Record<string, string>> = { boundingBox: 'BoundingBox', tags: 'Tags', hidden: 'Hidden' };

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

function camel(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
