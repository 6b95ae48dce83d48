import type { OperationError } from '../contract/problem-kinds.ts';
import type { DraftMeeting } from '../domain/meeting/meeting.ts';
import { missOpening, OPENS_LATE_UNTIL } from '../domain/meeting/plan-opening.ts';
import type { NotOpenedBecause, PlannedOpening } from '../domain/meeting/planned-opening.ts';
import { MINUTE } from '../kernel/instant.ts';
import { WRITTEN_IN } from '../kernel/languages.ts';
import { records } from '../records/kinds.ts';
import { decode } from '../records/record.ts';
import type { Kept } from './kept.ts';
import { loadMeeting } from './in-team.ts';
import { replaceMeeting } from './meetings.ts';
import { wake } from './nudges/queue.ts';
import { PLANNED_OPENINGS } from './places.ts';
import { dueOpenings } from './planned-openings.ts';
import type { StoredDocument } from './ports/document-store.ts';
import type { Ports } from './use-case.ts';
import { useCases } from './use-cases/index.ts';

/** What is remembered of the store is younger than this, so that whoever is looked at then is seen to have planned it. */
const SETTLED = 2 * MINUTE;

/**
 * Opens the drafts whose moment has come. Safe to call at any time, by several instances: each opens by the revision that was
 * looked at, so that it opens once.
 */
export async function openPlanned(ports: Ports): Promise<void> {
  for (const entry of await dueOpenings(ports)) {
    try {
      await openOne(ports, entry);
    } catch (fault) {
      // One draft that cannot be opened now must not keep all others from opening.
      ports.tellFault(fault);
    }
  }
}

async function openOne(ports: Ports, entry: StoredDocument): Promise<void> {
  const { tenant, meeting: id } = decode(records.plannedOpening, entry);
  const kept = await loadMeeting(ports, tenant, id);
  const now = ports.now();
  const opening = kept?.value.status === 'draft' ? kept.value.opening : null;
  if (kept?.value.status === 'draft' && opening?.missed === null) {
    // Planned anew, for later, or for later in this minute.
    if (opening.opensAt > now) return;
    const isOver = await openDraft(ports, { value: kept.value, etag: kept.etag }, opening);
    if (!isOver) return;
  }
  await ports.store.delete(PLANNED_OPENINGS, entry.id, entry.etag);
}

/** Whether its moment is over, one way or the other. */
async function openDraft(ports: Ports, kept: Kept<DraftMeeting>, opening: PlannedOpening): Promise<boolean> {
  const { tenant, id, revision } = kept.value;
  const { opensAt, closesAt, by } = opening;
  if (ports.now() - opensAt >= OPENS_LATE_UNTIL) return miss(ports, { kept, opening, because: 'late' });
  const opened = await useCases.openMeeting(ports, {
    actor: { tenant, person: by, name: '', administers: false },
    params: { meeting: id },
    input: { closesAt },
    ifMatch: String(revision),
    key: null,
    language: WRITTEN_IN,
  });
  if (opened.ok) return true;
  const because = reasonOf(opened.error);
  return because !== null && miss(ports, { kept, opening, because });
}

interface Missing {
  readonly kept: Kept<DraftMeeting>;
  readonly opening: PlannedOpening;
  readonly because: NotOpenedBecause;
}

/** Notes in the draft that it did not open, and has whoever planned it told. */
async function miss(ports: Ports, { kept, opening, because }: Missing): Promise<boolean> {
  const next = missOpening(kept.value, opening, { at: ports.now(), because });
  const written = await replaceMeeting(ports, kept, { next });
  if (!written.ok) return false;
  await wake(ports, { tenant: next.tenant, person: opening.by }, ports.now() + SETTLED);
  return true;
}

/** `null`: somebody was faster, and it is looked at again. */
function reasonOf({ kind }: OperationError): NotOpenedBecause | null {
  switch (kind) {
    case 'revision.stale':
    case 'meeting.already-open':
      return null;
    case 'thing.not-found':
    case 'access.denied':
      return 'not-yours';
    case 'meeting.too-few-leaders':
    case 'meeting.too-few-for-named':
    case 'stakeholders.too-few':
      return 'too-few';
    case 'stakeholders.too-alike':
      return 'too-alike';
    case 'pulse.closes-in-the-past':
      return 'late';
    default:
      return 'changed';
  }
}
