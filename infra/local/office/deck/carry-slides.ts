import { PACKING } from '@plumbline/bot/files/packing';
import {
  addRelationship,
  linkedPart,
  PACKAGE,
  readPackage,
  readPart,
  relationshipsOf,
  removeRelationship,
  writePackage,
  writePart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { childOf, childrenOf, isElement, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import type { Bugs } from '../bugs.ts';
import { OfficeError } from '../office-error.ts';
import { copyMaster, fontsOf, loseFonts, nearestLayout, placeNotesMaster, sameLayout } from './masters.ts';
import { copyPart, LINK, replaceParts, sweep, type CopyPlan } from './parts.ts';
import {
  dropDeadClicks,
  freeNumber,
  presentationOf,
  removeSlides,
  slideOf,
  slidesOf,
  writeOrder,
  type Slide,
} from './slides.ts';

/** How slides of another deck are inserted. */
export interface SlideInsertion {
  readonly formatting: 'KeepSourceFormatting' | 'UseDestinationTheme';
  /** The slide after which they come; `null` for the front. */
  readonly after: string | null;
  /** Which of them; `null` for all. Their order is always the source's. */
  readonly which: readonly string[] | null;
}

/** Inserts slides of a deck into another; what was inserted, in its order. Nothing is changed where it is refused. */
export function insertSlides(
  deck: OpcPackage,
  base64: string,
  { insertion, bugs }: { readonly insertion: SlideInsertion; readonly bugs: Bugs },
): readonly Slide[] {
  const from = carrierIn(base64);
  const chosen = chosenOf(from, insertion.which);
  const target = insertion.after === null ? null : slideOf(deck, insertion.after);
  if (insertion.after !== null && !target) {
    throw new OfficeError('InvalidArgument', `there is no slide ${insertion.after} to insert after`);
  }
  const here = new Set(slidesOf(deck).flatMap(({ creationId }) => creationId ?? []));
  const twin = chosen.find(({ creationId }) => creationId !== null && here.has(creationId));
  if (bugs.duplicateSlides && twin) {
    throw new OfficeError(
      'InvalidArgument',
      `a slide with the creation id ${twin.creationId ?? ''} is in the deck already (office-js 6105): give it a fresh one`,
    );
  }
  const work: OpcPackage = { parts: new Map(deck.parts) };
  const numbers = carryOver(chosen, { from, to: work }, { insertion, bugs });
  const order = slidesOf(work);
  const at = target ? order.findIndex(({ number }) => number === target.number) + 1 : 0;
  const added = numbers.map(({ number, link }) => ({ number, link }));
  writeOrder(work, [...order.slice(0, at), ...added, ...order.slice(at)]);
  replaceParts(deck, work.parts);
  const byNumber = new Map(slidesOf(deck).map((slide) => [slide.number, slide]));
  return added.flatMap(({ number }) => byNumber.get(number) ?? []);
}

/** A deck with some slides of another, as Office exports them. */
export function exportSlides(deck: OpcPackage, chosen: readonly Slide[], bugs: Bugs): Uint8Array {
  const copy: OpcPackage = { parts: new Map(deck.parts) };
  const kept = new Set(chosen.map(({ number }) => number));
  removeSlides(
    copy,
    slidesOf(copy).filter(({ number }) => !kept.has(number)),
  );
  for (const { part } of slidesOf(copy)) {
    if (bugs.exportDropsTags) dropTags(copy, part);
    if (bugs.exportDropsComments) dropLinks(copy, part, [LINK.comments, LINK.modernComments]);
  }
  if (bugs.exportDropsFonts) {
    const { part, root } = presentationOf(copy);
    root.children = root.children.filter((node) => !isElement(node, 'p:embeddedFontLst'));
    writePart(copy, part, root);
    dropLinks(copy, part, [LINK.font]);
  }
  sweep(copy);
  return writePackage(copy, PACKING);
}

/** Opens what a pane hands over as the base64 of a deck. */
function carrierIn(base64: string): OpcPackage {
  const text = base64.replaceAll(/\s/g, '');
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    throw new OfficeError('InvalidArgument', 'the deck to insert is no base64; leave a data: prefix out');
  }
  const opened = readPackage(Buffer.from(text, 'base64'));
  if (!opened.ok) throw new OfficeError('InvalidArgument', `the deck to insert cannot be opened (${opened.error})`);
  if (linkedPart(opened.value, PACKAGE, LINK.document) === null) {
    throw new OfficeError('InvalidArgument', 'the file to insert is no deck');
  }
  return opened.value;
}

function chosenOf(from: OpcPackage, which: readonly string[] | null): readonly Slide[] {
  if (which === null) return slidesOf(from);
  const numbers = new Set(
    which.map((id) => {
      const slide = slideOf(from, id);
      if (!slide) throw new OfficeError('InvalidArgument', `there is no slide ${id} in the deck to insert`);
      return slide.number;
    }),
  );
  return slidesOf(from).filter(({ number }) => numbers.has(number));
}

function carryOver(
  chosen: readonly Slide[],
  crossing: { readonly from: OpcPackage; readonly to: OpcPackage },
  { insertion, bugs }: { readonly insertion: SlideInsertion; readonly bugs: Bugs },
): readonly { readonly number: string; readonly link: string }[] {
  const { from, to } = crossing;
  const plan: CopyPlan = { placed: new Map(), drops: (type) => type === LINK.font };
  placeNotesMaster(crossing, plan);
  const fonts = fontsOf(to);
  for (const { part } of chosen)
    placeLayout(part, { crossing, plan, insertion, fonts: bugs.sourceFontsLost ? fonts : null });
  const kept = new Set(chosen.map(({ part }) => part));
  for (const { part } of slidesOf(from)) {
    if (!kept.has(part)) from.parts.delete(part);
  }
  const names = chosen.map(({ part }) => copyPart(part, crossing, plan));
  // Those that jumped to a slide which stays behind jump no more.
  for (const name of names) dropDeadClicks(to, name);
  const { part: presentation, root } = presentationOf(to);
  const first = freeNumber(root);
  return names.map((name, at) => ({
    number: String(first + at),
    link: addRelationship(to, presentation, { type: LINK.slide, target: name }),
  }));
}

function placeLayout(
  slide: string,
  {
    crossing,
    plan,
    insertion,
    fonts,
  }: {
    readonly crossing: { readonly from: OpcPackage; readonly to: OpcPackage };
    readonly plan: CopyPlan;
    readonly insertion: SlideInsertion;
    readonly fonts: XmlElement | null;
  },
): void {
  const { from, to } = crossing;
  const layout = linkedPart(from, slide, LINK.layout);
  if (layout === null || plan.placed.has(layout)) return;
  const own =
    insertion.formatting === 'UseDestinationTheme' ? nearestLayout(layout, crossing) : sameLayout(layout, crossing);
  if (own !== null) {
    plan.placed.set(layout, own);
    return;
  }
  const master = linkedPart(from, layout, LINK.master);
  if (master === null) throw new OfficeError('InvalidArgument', 'a layout of the deck to insert has no master');
  copyMaster(master, crossing, plan);
  const copy = plan.placed.get(master);
  if (fonts && copy !== undefined) loseFonts(to, copy, fonts);
}

function dropTags(pack: OpcPackage, slide: string): void {
  const root = readPart(pack, slide);
  if (!root) return;
  dropTagLists(root);
  writePart(pack, slide, root);
  dropLinks(pack, slide, [LINK.tags]);
}

function dropTagLists(from: XmlElement): void {
  const list = childOf(from, 'p:custDataLst');
  if (list) {
    list.children = list.children.filter((node) => !isElement(node, 'p:tags'));
    if (list.children.length === 0) from.children = from.children.filter((node) => node !== list);
  }
  for (const child of childrenOf(from)) dropTagLists(child);
}

function dropLinks(pack: OpcPackage, part: string, types: readonly string[]): void {
  for (const { id, type } of relationshipsOf(pack, part)) {
    if (types.includes(type)) removeRelationship(pack, part, id);
  }
}
