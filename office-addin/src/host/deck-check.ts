import { ok, type Result } from '@plumbline/shared/kernel/result';
import { workOn } from '../work/office-worker.ts';
import type { ExportedSlide } from '../work/slide-package.ts';
import type { Piece } from '../work/jobs.ts';
import { attempt } from './attempt.ts';
import { exportSlide, slideIds } from './deck-slides.ts';
import type { HostFault } from './host-fault.ts';
import type { Place } from './host.ts';
import { lookThrough } from './look-through.ts';
import type { Checked, CheckRun, Condition, Standing } from './standing.ts';

/** Looks through a deck slide by slide: all of them, since a slide that was copied by hand says nothing of itself. */
export async function checkDeck(run: CheckRun): Promise<Result<Checked, HostFault>> {
  const listed = await attempt(slideIds);
  if (!listed.ok) return listed;
  return lookThrough(listed.value, { idOf: (id) => id, look: (_, place) => standingOn(place, run.freshOf) }, run);
}

async function standingOn(place: Place, freshOf: CheckRun['freshOf']): Promise<Result<readonly Standing[], HostFault>> {
  const exported = await attempt(() => exportSlide(place.id));
  if (!exported.ok) return exported;
  const pieces = await workOn('readSlide', exported.value);
  if (!pieces.ok) return pieces;
  const conditions = await conditionsOf(exported.value, pieces.value, freshOf);
  if (!conditions.ok) return conditions;
  return ok(
    pieces.value.flatMap(({ frame, identity, lacksAltText }, at) => {
      const condition = conditions.value[at];
      return condition ? [{ place, frame, identity, lacksAltText, condition, copy: { number: 1, of: 1 } }] : [];
    }),
  );
}

async function conditionsOf(
  exported: ExportedSlide,
  pieces: readonly Piece[],
  freshOf: CheckRun['freshOf'],
): Promise<Result<readonly Condition[], HostFault>> {
  const asked = await Promise.all(
    pieces.map(async ({ apart, identity }) =>
      apart === null ? await freshOf(identity) : ({ status: 'apart', why: apart } as const),
    ),
  );
  const wishes = pieces.flatMap(({ frame, identity }, at) => {
    const fresh = asked[at];
    return fresh?.status === 'found' ? [{ id: identity.id, frame, exhibit: fresh.exhibit }] : [];
  });
  const compared = wishes.length === 0 ? ok([]) : await workOn('compareSlide', { exported, wishes });
  if (!compared.ok) return compared;
  const rest = [...compared.value];
  const broken: Condition = { status: 'broken', why: 'refresh.unreadable' };
  return ok(asked.map((fresh) => (fresh.status === 'found' ? (rest.shift() ?? broken) : fresh)));
}
