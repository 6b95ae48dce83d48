import { SLIDE_TAG } from '@plumbline/shared/ooxml/insertion';
import type { ExportedSlide, SlideTag } from '../work/slide-package.ts';

/** The ids of the deck's slides in their order. */
export function slideIds(): Promise<readonly string[]> {
  return PowerPoint.run(async (context) => {
    const { slides } = context.presentation;
    slides.load('items/id');
    await context.sync();
    return slides.items.map(({ id }) => id);
  });
}

/** Exports a slide, with the tags that its export drops. */
export function exportSlide(id: string): Promise<ExportedSlide> {
  return PowerPoint.run(async (context) => {
    const one = context.presentation.slides.getItem(id);
    const exported = one.exportAsBase64();
    one.tags.load('items/key,items/value');
    await context.sync();
    return { slide: exported.value, tags: one.tags.items.map(({ key, value }) => ({ key, value })) };
  });
}

/** What was put behind a slide, and both as they stand then. */
export interface PutSlide {
  readonly id: string;
  readonly before: ExportedSlide;
  readonly after: ExportedSlide;
}

/**
 * Puts a slide behind another, with tags. Whatever fails, what came in goes out again; where not even that is possible
 * both slides stand there, which the next look through the deck tells.
 */
export async function putBehind(
  after: string,
  {
    slide,
    tags,
    creationId,
  }: { readonly slide: string; readonly tags: readonly SlideTag[]; readonly creationId: number },
): Promise<PutSlide> {
  const before = await slideIds();
  try {
    const id = await PowerPoint.run(async (context) => {
      const { presentation } = context;
      // The slide is of this deck, and so finds its own master and layout again.
      presentation.insertSlidesFromBase64(slide, { formatting: 'UseDestinationTheme', targetSlideId: after });
      presentation.slides.load('items/id');
      await context.sync();
      return newAmong(
        presentation.slides.items.map(({ id: one }) => one),
        { before, after, creationId },
      );
    });
    return await PowerPoint.run(async (context) => {
      const { slides } = context.presentation;
      const [old, made] = [slides.getItem(after), slides.getItem(id)];
      for (const { key, value } of tags) made.tags.add(key, value);
      const [oldNow, madeNow] = [old.exportAsBase64(), made.exportAsBase64()];
      await context.sync();
      return { id, before: { slide: oldNow.value, tags: [] }, after: { slide: madeNow.value, tags: [] } };
    });
  } catch (cause) {
    await takeBack({ before, creationId });
    throw cause;
  }
}

export function deleteSlide(id: string): Promise<null> {
  return PowerPoint.run(async (context) => {
    context.presentation.slides.getItem(id).delete();
    await context.sync();
    return null;
  });
}

/** The tags of a slide with ours saying something else; `null` for nothing. */
export function tagsWith(tags: readonly SlideTag[], own: string | null): readonly SlideTag[] {
  const others = tags.filter(({ key }) => key.toUpperCase() !== SLIDE_TAG);
  return own === null ? others : [...others, { key: SLIDE_TAG, value: own }];
}

/** The slide that came in: by the number of its creation, else the new one behind the slide it was to come behind. */
function newAmong(
  ids: readonly string[],
  {
    before,
    after,
    creationId,
  }: { readonly before: readonly string[]; readonly after: string; readonly creationId: number },
): string {
  const known = new Set(before);
  const next = ids[ids.indexOf(after) + 1] ?? '';
  const id =
    ids.find((one) => !known.has(one) && isCreatedAs(one, creationId)) ??
    (next === '' || known.has(next) ? null : next);
  // PowerPoint passes over some slides without a word.
  if (id === null) throw Object.assign(new Error('nothing came in'), { code: 'NothingInserted' });
  return id;
}

/** Takes out what may have come in before something failed; never a slide that somebody else has put in meanwhile. */
async function takeBack({
  before,
  creationId,
}: {
  readonly before: readonly string[];
  readonly creationId: number;
}): Promise<void> {
  const known = new Set(before);
  try {
    const ours = (await slideIds()).filter((id) => !known.has(id) && isCreatedAs(id, creationId));
    for (const id of ours) await deleteSlide(id);
  } catch {
    // A copy is left, and nothing is lost.
  }
}

function isCreatedAs(id: string, creationId: number): boolean {
  return id.endsWith(`#${String(creationId)}`);
}
