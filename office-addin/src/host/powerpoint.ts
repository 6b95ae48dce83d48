import type { Result } from '@plumbline/shared/kernel/result';
import { insertionText, SLIDE_TAG } from '@plumbline/shared/ooxml/insertion';
import type { DocumentColours } from '../preview/document-colours.ts';
import { workOn } from '../work/office-worker.ts';
import { attempt } from './attempt.ts';
import type { HostFault } from './host-fault.ts';
import type { Host, Inserted, Item, Place, Writing } from './host.ts';
import { powerPointCare } from './powerpoint-care.ts';

/** The deck that is open in PowerPoint. */
export function powerPointHost(): Host {
  return { program: 'powerpoint', colours, insert, insertReport: null, takeOut, care: powerPointCare() };
}

async function colours(): Promise<Result<DocumentColours, HostFault>> {
  const carried = await attempt(() => exportCarrier({ mayMake: false }));
  return carried.ok ? workOn('readColours', { carrier: carried.value.carrier }) : carried;
}

async function insert(items: readonly Item[], writing: Writing): Promise<Result<Inserted, HostFault>> {
  const carried = await attempt(() => exportCarrier({ mayMake: true }));
  if (!carried.ok) return carried;
  const { carrier, after, made } = carried.value;
  const slides = await workOn('makeSlides', { carrier, items, writing });
  const inserted = slides.ok ? await attempt(() => bringIn(slides.value, { items, after })) : slides;
  if (made !== null) await attempt(() => deleteSlides([made]));
  return inserted;
}

function takeOut(places: readonly Place[]): Promise<Result<null, HostFault>> {
  return attempt(() => deleteSlides(places.map(({ id }) => id)));
}

interface Carried {
  /** A slide of this deck, with its master, layouts and theme: what our slides are put into. */
  readonly carrier: string;
  readonly after: string;
  /** A slide that was made because there was none; it goes again. */
  readonly made: string | null;
}

/** Exports the selected slide, else the last; a deck without slides gets one first, where it may. */
function exportCarrier({ mayMake }: { readonly mayMake: boolean }): Promise<Carried> {
  return PowerPoint.run(async (context) => {
    const { slides } = context.presentation;
    const selected = context.presentation.getSelectedSlides();
    slides.load('items/id');
    selected.load('items/id');
    await context.sync();
    const isEmpty = slides.items.length === 0 && mayMake;
    if (isEmpty) {
      slides.add();
      slides.load('items/id');
      await context.sync();
    }
    const slide = selected.items.at(-1) ?? slides.items.at(-1);
    if (!slide) throw Object.assign(new Error('the deck has no slide'), { code: 'ItemNotFound' });
    const exported = slide.exportAsBase64();
    await context.sync();
    return { carrier: exported.value, after: slide.id, made: isEmpty ? slide.id : null };
  });
}

function bringIn(
  slides: string,
  { items, after }: { readonly items: readonly Item[]; readonly after: string },
): Promise<Inserted> {
  return PowerPoint.run(async (context) => {
    const { presentation } = context;
    presentation.slides.load('items/id');
    await context.sync();
    const before = new Set(presentation.slides.items.map(({ id }) => id));
    // The carrier is of this deck, so its theme and layouts are those that are here already.
    presentation.insertSlidesFromBase64(slides, { formatting: 'UseDestinationTheme', targetSlideId: after });
    presentation.slides.load('items/id');
    await context.sync();
    const places = presentation.slides.items
      .map(({ id }, at) => ({ id, position: at + 1 }))
      .filter(({ id }) => !before.has(id));
    places.forEach(({ id }, at) => {
      const item = items[at];
      if (item) presentation.slides.getItem(id).tags.add(SLIDE_TAG, insertionText(item.insertion));
    });
    const [first] = places;
    if (first) presentation.setSelectedSlides([first.id]);
    await context.sync();
    return { places };
  });
}

function deleteSlides(ids: readonly string[]): Promise<null> {
  return PowerPoint.run(async (context) => {
    for (const id of ids) context.presentation.slides.getItem(id).delete();
    await context.sync();
    return null;
  });
}
