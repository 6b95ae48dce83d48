import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import type { Cautions, PieceAt, RemadeSlide } from '../work/jobs.ts';
import { workOn } from '../work/office-worker.ts';
import type { ExportedSlide } from '../work/slide-package.ts';
import { attempt } from './attempt.ts';
import { cautionOf, readCautionsOfDeck } from './deck-cautions.ts';
import { checkDeck } from './deck-check.ts';
import { deleteSlide, exportSlide, putBehind, slideIds, tagsWith, type PutSlide } from './deck-slides.ts';
import type { HostFault } from './host-fault.ts';
import type { Place } from './host.ts';
import type { Care, Changed, Changer, Manner, PlaceFault, Standing, Undone } from './standing.ts';
import type { SlideBack, WayBack } from './way-back.ts';

/** Looks after what was put into the deck that is open in PowerPoint. */
export function powerPointCare(): Care {
  return { check: checkDeck, prepare, whereTo, undo, show };
}

async function prepare(): Promise<Result<Changer, HostFault>> {
  const read = await readCautionsOfDeck();
  if (!read.ok) return read;
  const cautions = read.value;
  return ok({
    refresh: (place, wishes, { manner, writing }) =>
      replace(place, { cautions, manner }, (exported, creationId) =>
        workOn('renewSlide', {
          exported,
          wishes: wishes.map((wish) => ({
            ...pieceOf(wish.standing),
            exhibit: wish.exhibit,
            replaceEdited: wish.replaceEdited,
          })),
          writing,
          creationId,
        }),
      ),
    detach: (place, standing, manner) =>
      replace(place, { cautions, manner }, (exported, creationId) =>
        workOn('detachSlide', { exported, pieces: standing.map(pieceOf), creationId }),
      ),
  });
}

function show({ id }: Place): Promise<Result<null, HostFault>> {
  return attempt(() =>
    PowerPoint.run(async (context) => {
      context.presentation.setSelectedSlides([id]);
      await context.sync();
      return null;
    }),
  );
}

function pieceOf({ identity, frame }: Standing): PieceAt {
  return { id: identity.id, frame };
}

type Remake = (exported: ExportedSlide, creationId: number) => Promise<Result<RemadeSlide, HostFault>>;

/** Puts a slide made anew behind the old one, and takes the old one out only once the new one stands there. */
async function replace(
  place: Place,
  { cautions, manner }: { readonly cautions: Cautions | null; readonly manner: Manner },
  remake: Remake,
): Promise<Result<Changed, PlaceFault>> {
  const caution = cautionOf(place, cautions, manner);
  if (caution !== null) return fail({ kind: 'place.caution', caution });
  const old = await attempt(() => exportSlide(place.id));
  if (!old.ok) return old;
  const creationId = newCreationId();
  const remade = await remake(old.value, creationId);
  if (!remade.ok) return remade;
  const { slide, tag, outcomes } = remade.value;
  if (slide === null) return ok({ place, outcomes, undo: null });
  const tags = tagsWith(old.value.tags, tag);
  const put = await attempt(() => putBehind(place.id, { slide, tags, creationId }));
  if (!put.ok) return put;
  if (manner !== 'beside') {
    const settled = await settle(place, old.value, put.value);
    if (!settled.ok) return settled;
  }
  const stands = await placeOf(put.value.id, place);
  const after = await workOn('markSlide', put.value.after);
  // What cannot be told from what somebody made of it later, stays beside what comes back.
  const mark = after.ok ? after.value : '';
  const back: SlideBack = { kind: 'slide', old: old.value, after: mark, beside: manner === 'beside' ? place.id : null };
  return ok({ place: stands, outcomes, undo: { id: crypto.randomUUID(), place: stands, ...back } });
}

/** Takes the old slide out, unless somebody has worked on it while the new one was made: then the new one goes. */
async function settle(place: Place, old: ExportedSlide, put: PutSlide): Promise<Result<null, PlaceFault>> {
  const isSame = await areSame(old, put.before);
  if (!isSame.ok || !isSame.value) {
    await attempt(() => deleteSlide(put.id));
    return isSame.ok ? fail({ kind: 'place.changed' }) : isSame;
  }
  const deleted = await attempt(() => deleteSlide(place.id));
  if (deleted.ok) return deleted;
  // One that is gone by itself is what was wanted.
  if (deleted.error.kind === 'host.gone') return ok(null);
  await attempt(() => deleteSlide(put.id));
  return deleted;
}

/** A slide keeps its id in the file, and in copies of it: there, what was done before is undone as well. */
async function whereTo(backs: readonly WayBack[]): Promise<Result<readonly (Place | null)[], HostFault>> {
  const ids = await attempt(slideIds);
  if (!ids.ok) return ids;
  return ok(
    backs.map(({ kind, place: { id } }) => {
      const at = kind === 'slide' ? ids.value.indexOf(id) : -1;
      return at === -1 ? null : { id, position: at + 1 };
    }),
  );
}

async function undo(back: WayBack): Promise<Result<Undone, HostFault>> {
  const { place } = back;
  if (back.kind !== 'slide') return fail({ kind: 'host.gone', code: 'undo.other-program' });
  const { old, after, beside } = back;
  const ids = await attempt(slideIds);
  if (!ids.ok) return ids;
  const now = await attempt(() => exportSlide(place.id));
  if (!now.ok) return now;
  const mark = await workOn('markSlide', now.value);
  if (!mark.ok) return mark;
  const isSame = after !== '' && mark.value === after;
  // Where somebody has deleted the old one meanwhile, it comes back as any other.
  if (beside === null || !ids.value.includes(beside)) return putBack(place, old, isSame);
  const gone = isSame ? await attempt(() => deleteSlide(place.id)) : ok(null);
  return gone.ok ? ok({ place: await placeOf(beside, place), keptBoth: !isSame }) : gone;
}

/** Puts an old slide behind the new one, which goes where nobody has worked on it. */
async function putBack(place: Place, old: ExportedSlide, isSame: boolean): Promise<Result<Undone, HostFault>> {
  const creationId = newCreationId();
  const copy = await workOn('copySlide', { exported: old, creationId });
  if (!copy.ok) return copy;
  const put = await attempt(() => putBehind(place.id, { slide: copy.value, tags: old.tags, creationId }));
  if (!put.ok) return put;
  const gone = isSame ? await attempt(() => deleteSlide(place.id)) : ok(null);
  const stands = await placeOf(put.value.id, place);
  return ok({ place: stands, keptBoth: !isSame || !gone.ok });
}

async function areSame(one: ExportedSlide, other: ExportedSlide): Promise<Result<boolean, HostFault>> {
  const [first, second] = await Promise.all([workOn('markSlide', one), workOn('markSlide', other)]);
  if (!first.ok) return first;
  return second.ok ? ok(first.value === second.value) : second;
}

/** Where a slide stands now; where that cannot be asked, where its forerunner stood. */
async function placeOf(id: string, before: Place): Promise<Place> {
  const ids = await attempt(slideIds);
  const at = ids.ok ? ids.value.indexOf(id) : -1;
  return { id, position: at === -1 ? before.position : at + 1 };
}

function newCreationId(): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  // 0 is no number of a slide.
  return random === 0 ? 1 : random;
}
