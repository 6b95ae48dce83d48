import { linkedPart, readPart, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { childOf, descendantsOf } from '@plumbline/shared/ooxml/package/xml';
import { collectionOf, found, type Arguments, type HostObject } from '../bridge/host-object.ts';
import type { Bugs } from '../bugs.ts';
import { customXmlParts } from '../custom-xml.ts';
import { OfficeError } from '../office-error.ts';
import { addSlide } from './add-slide.ts';
import { exportSlides, insertSlides, type SlideInsertion } from './carry-slides.ts';
import { layoutHost, masterHost, themeHost } from './master-host.ts';
import { mastersOf } from './masters.ts';
import { LINK } from './parts.ts';
import { shapeCollection } from './shape-host.ts';
import { titleOf } from './shapes.ts';
import { idOf, presentationOf, removeSlides, slideOf, slidesOf, writeOrder, type Slide } from './slides.ts';
import { DECK_TAGS, setTag, SLIDE_TAGS, tagsOf, type Tagged } from './tags.ts';

/** A deck that is open, with what somebody has selected in it. */
export interface OpenDeck {
  readonly pack: OpcPackage;
  readonly bugs: () => Bugs;
  /** The ids of the selected slides. */
  selection: readonly string[];
  readonly newId: () => string;
}

/** What `context.presentation` leads to. */
export function presentationHost(deck: OpenDeck): HostObject {
  const { pack, newId } = deck;
  const { part } = presentationOf(pack);
  return {
    properties: { Id: () => 'local-office', Title: () => titleIn(pack) },
    children: {
      Slides: () => slideCollection(deck, () => slidesOf(pack)),
      SlideMasters: () => collectionOf(() => mastersOf(pack).map((master) => masterHost(pack, master))),
      Tags: () => tagCollection(deck, { part, ...DECK_TAGS }),
      CustomXmlParts: () => customXmlParts(pack, part, newId),
      PageSetup: () => pageSetup(pack),
    },
    methods: {
      InsertSlidesFromBase64(args) {
        const insertion = insertionIn(args);
        insertSlides(pack, args.text(0), { insertion, bugs: deck.bugs() });
        return undefined;
      },
      GetSelectedSlides: () => ({ made: slideCollection(deck, () => selectedSlides(deck)) }),
      GetSelectedShapes: () => ({ made: collectionOf(() => []) }),
      SetSelectedSlides(args) {
        const chosen = args.texts(0).map((id) => found(slideHostOf(deck, id), `slide ${id}`).id);
        deck.selection = chosen.map(String);
        return undefined;
      },
    },
  };
}

/** The slides that are selected; the first where none is. */
export function selectedSlides({ pack, selection }: OpenDeck): readonly Slide[] {
  const slides = slidesOf(pack);
  const chosen = slides.filter((slide) => selection.includes(idOf(slide)));
  return chosen.length > 0 ? chosen : slides.slice(0, 1);
}

function insertionIn(args: Arguments): SlideInsertion {
  const formatting = args.option(1, 'formatting') ?? 'KeepSourceFormatting';
  const after = args.option(1, 'targetSlideId') ?? null;
  const which = args.option(1, 'sourceSlideIds') ?? null;
  if (formatting !== 'KeepSourceFormatting' && formatting !== 'UseDestinationTheme') {
    throw new OfficeError('InvalidArgument', 'formatting is KeepSourceFormatting or UseDestinationTheme');
  }
  if (after !== null && typeof after !== 'string') throw new OfficeError('InvalidArgument', 'targetSlideId is a text');
  if (which !== null && !(Array.isArray(which) && which.every((one) => typeof one === 'string'))) {
    throw new OfficeError('InvalidArgument', 'sourceSlideIds are texts');
  }
  return { formatting, after: after === '' ? null : after, which: which && which.length > 0 ? which : null };
}

function slideCollection(deck: OpenDeck, slides: () => readonly Slide[]): HostObject {
  const find = (id: string) => {
    const slide = slideOf(deck.pack, id);
    return slide && slides().some(({ number }) => number === slide.number) ? slideHost(deck, slide) : null;
  };
  const collection = collectionOf(() => slides().map((slide) => slideHost(deck, slide)), find);
  return {
    ...collection,
    methods: {
      ...collection.methods,
      Add(args) {
        const layout = args.option(0, 'layoutId') ?? null;
        if (layout !== null && typeof layout !== 'string')
          throw new OfficeError('InvalidArgument', 'layoutId is a text');
        addSlide(deck.pack, layout === null ? null : layout.replace(/#$/, ''));
        return undefined;
      },
      ExportAsBase64Presentation(args) {
        const wanted = args.option(0, 'length') === undefined ? slides() : chosenFrom(deck, args.texts(0));
        return base64(exportSlides(deck.pack, wanted, deck.bugs()));
      },
    },
  };
}

function chosenFrom({ pack }: OpenDeck, ids: readonly string[]): readonly Slide[] {
  return ids.map((id) => {
    const slide = slideOf(pack, id);
    if (!slide) throw new OfficeError('ItemNotFound', `there is no slide ${id}`);
    return slide;
  });
}

function slideHostOf(deck: OpenDeck, id: string): HostObject | null {
  const slide = slideOf(deck.pack, id);
  return slide && slideHost(deck, slide);
}

function slideHost(deck: OpenDeck, slide: Slide): HostObject {
  const { pack } = deck;
  const { part } = slide;
  const layout = () => linkedPart(pack, part, LINK.layout);
  /** The slide where it stands now; what was done in between may have moved it or taken it away. */
  const now = (): Slide => {
    const there = slidesOf(pack).find(({ number }) => number === slide.number);
    if (!there) throw new OfficeError('ItemNotFound', `slide ${idOf(slide)} is gone`);
    return there;
  };
  return {
    id: idOf(slide),
    properties: {
      Id: () => idOf(slide),
      Index: () => slidesOf(pack).findIndex(({ number }) => number === slide.number),
    },
    children: {
      Layout: () => layoutHost(pack, layout() ?? ''),
      SlideMaster: () => masterHost(pack, linkedPart(pack, layout() ?? '', LINK.master) ?? ''),
      Shapes: () => shapeCollection(pack, part),
      Tags: () => tagCollection(deck, { part: now().part, ...SLIDE_TAGS }),
      CustomXmlParts: () => customXmlParts(pack, part, deck.newId),
      ThemeColorScheme: () => themeHost(pack, linkedPart(pack, layout() ?? '', LINK.master) ?? ''),
    },
    methods: {
      Delete() {
        removeSlides(pack, [now()]);
        deck.selection = deck.selection.filter((id) => id !== idOf(slide));
        return undefined;
      },
      ExportAsBase64: () => base64(exportSlides(pack, [now()], deck.bugs())),
      MoveTo(args) {
        const rest = slidesOf(pack).filter(({ number }) => number !== now().number);
        const at = args.number(0);
        if (!Number.isInteger(at) || at < 0 || at > rest.length) {
          throw new OfficeError('InvalidArgument', `there is no place ${at} in a deck of ${rest.length + 1} slides`);
        }
        writeOrder(pack, [...rest.slice(0, at), now(), ...rest.slice(at)]);
        return undefined;
      },
      SetSelectedShapes: () => undefined,
    },
  };
}

function tagCollection({ pack }: OpenDeck, tagged: Tagged): HostObject {
  const tagHost = (key: string, value: string): HostObject => ({
    id: key,
    properties: { Key: () => key, Value: () => value },
  });
  const items = () => [...tagsOf(pack, tagged)].map(([key, value]) => tagHost(key, value));
  const collection = collectionOf(items, (key) => items().find(({ id }) => id === key.toUpperCase()) ?? null);
  return {
    ...collection,
    methods: {
      ...collection.methods,
      Add(args) {
        setTag(pack, tagged, { key: args.text(0), value: args.text(1) });
        return undefined;
      },
      Delete(args) {
        setTag(pack, tagged, { key: args.text(0), value: null });
        return undefined;
      },
    },
  };
}

function pageSetup(pack: OpcPackage): HostObject {
  const size = () => childOf(presentationOf(pack).root, 'p:sldSz')?.attributes ?? {};
  return {
    properties: {
      SlideWidth: () => Number(size()['cx'] ?? 0) / 12_700,
      SlideHeight: () => Number(size()['cy'] ?? 0) / 12_700,
    },
  };
}

function titleIn(pack: OpcPackage): string {
  const core = [...pack.parts.keys()].find((name) => name.endsWith('core.xml'));
  const root = core === undefined ? null : readPart(pack, core);
  const [title] = root ? descendantsOf(root, 'dc:title') : [];
  const [slide] = slidesOf(pack);
  return (
    title?.children.filter((node) => typeof node === 'string').join('') ?? (slide ? titleOf(pack, slide.part) : '')
  );
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
