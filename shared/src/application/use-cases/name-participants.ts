import type { Operations } from '../../contract/operations.ts';
import { clearParticipants as cleared, nameParticipants as named } from '../../domain/meeting/participants.ts';
import { fail, ok } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { document, listAll } from '../documents.ts';
import { enterMeeting } from '../in-team.ts';
import { meetingViewFor, replaceMeeting } from '../meetings.ts';
import { createdId, onceOf, rememberOnce, seenBefore } from '../once.ts';
import { IDS, meetingPlace } from '../places.ts';
import type { UseCase } from '../use-case.ts';

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
  const { actor, params } = call;
  const entered = await enterMeeting(ports, 'clearParticipants', call);
  if (!entered.ok) return entered;
  const { meeting, meetingEtag } = entered.value;
  const next = cleared(meeting);
  if (!next.ok) return next;
  const place = meetingPlace(actor.tenant, params.meeting);
  for (const { id } of await listAll(ports, place, IDS.named)) await ports.store.delete(place, id);
  const written = await replaceMeeting(ports, { value: meeting, etag: meetingEtag }, { next: next.value });
  if (!written.ok) return written;
  const output = await meetingViewFor(ports, next.value, entered.value);
  return ok({ output, revision: String(output.revision) });
};
