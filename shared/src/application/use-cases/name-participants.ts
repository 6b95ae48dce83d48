import type { Operations } from '../../contract/operations.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { nameParticipants as named, unnameParticipants } from '../../domain/meeting/participants.ts';
import type { OperationError } from '../../contract/problem-kinds.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { decode } from '../../records/record.ts';
import { document } from '../documents.ts';
import { enterMeeting } from '../in-team.ts';
import type { Kept } from '../kept.ts';
import { listAsking } from '../lifecycle/invitations.ts';
import { meetingViewFor, replaceMeeting } from '../meetings.ts';
import { createdId, onceOf, rememberOnce, seenBefore } from '../once.ts';
import { IDS, meetingPlace } from '../places.ts';
import { STORE_LIMITS } from '../ports/document-store.ts';
import type { Ports, UseCase } from '../use-case.ts';

const TRIES = 20;

/** Names a page of people; the same page sent again is named once. */
export const nameParticipants: UseCase<Operations['nameParticipants']> = async (ports, call) => {
  const { actor, params, input } = call;
  const people = [...new Set(input.people)];
  const creation = { ...call, name: 'nameParticipants' } as const;
  const once = onceOf(ports, creation);
  const place = meetingPlace(actor.tenant, params.meeting);
  const page = document(records.participants, `${IDS.named}${createdId(ports, 'comment', creation)}`, { people });
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entered = await enterMeeting(ports, 'nameParticipants', call);
    if (!entered.ok) return entered;
    const { meeting, meetingEtag } = entered.value;
    const seen = await seenBefore(ports, place, once);
    if (seen === 'other') return fail({ kind: 'idempotency.reused' });
    const next = seen === 'same' ? ok(meeting) : named(meeting, people.length);
    if (!next.ok) return next;
    if (meeting.status === 'draft' && meeting.participants.people === 0) await listAsking(ports, meeting);
    const along = [{ type: 'create', document: page } as const, rememberOnce(once)];
    const written =
      seen === 'same' ||
      (await replaceMeeting(ports, { value: meeting, etag: meetingEtag }, { next: next.value, along })).ok;
    if (!written) continue;
    const output = await meetingViewFor(ports, next.value, entered.value);
    return ok({ output, revision: String(output.revision) });
  }
  return fail({ kind: 'revision.stale' });
};

/** Forgets everybody who was named. */
export const clearParticipants: UseCase<Operations['clearParticipants']> = async (ports, call) => {
  const entered = await enterMeeting(ports, 'clearParticipants', call);
  if (!entered.ok) return entered;
  const { meeting, meetingEtag } = entered.value;
  const cleared = await forgetNamed(ports, { value: meeting, etag: meetingEtag });
  if (!cleared.ok) return cleared;
  const output = await meetingViewFor(ports, cleared.value.value, entered.value);
  return ok({ output, revision: String(output.revision) });
};

/**
 * Forgets everybody who was named for a draft. Each batch takes pages and the people on them together, so that a draft
 * always says how many are named, also where a crash or somebody else came in between. With the last page go those who
 * are counted and on none any more, for they have deleted what is theirs.
 */
export async function forgetNamed(ports: Ports, draft: Kept<Meeting>): Promise<Result<Kept<Meeting>, OperationError>> {
  const place = meetingPlace(draft.value.tenant, draft.value.id);
  for (let kept = draft; ;) {
    if (kept.value.status !== 'draft') return fail({ kind: 'meeting.already-open' });
    const counted = kept.value.participants.people;
    const pages = await ports.store.list(place, { prefix: IDS.named, limit: STORE_LIMITS.batchOperations - 1 });
    if (pages.documents.length === 0 && counted === 0) return ok(kept);
    const onPages = pages.documents.reduce((sum, page) => sum + decode(records.participants, page).people.length, 0);
    const next = unnameParticipants(kept.value, pages.next === null ? counted : onPages);
    if (!next.ok) return next;
    const along = pages.documents.map(({ id }) => ({ type: 'delete', id }) as const);
    const written = await replaceMeeting(ports, kept, { next: next.value, along });
    if (!written.ok) return written;
    kept = written.value;
  }
}
