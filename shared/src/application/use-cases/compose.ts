import type { Operations } from '../../contract/operations.ts';
import type { OperationError } from '../../contract/problem-kinds.ts';
import type { MeetingView } from '../../contract/views.ts';
import {
  composeMeeting as composed,
  openMeeting as opened,
  recompose as recomposed,
} from '../../domain/meeting/open-meeting.ts';
import { ratingRound } from '../../domain/meeting/rounds.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { document, forgetAll } from '../documents.ts';
import { enterMeeting, enterTeam, loadMeeting, type InTeam } from '../in-team.ts';
import { meetingViewFor, putCard, replaceMeeting } from '../meetings.ts';
import { forgetNotes } from '../lifecycle/forget-meeting.ts';
import { unlistAsking } from '../lifecycle/invitations.ts';
import { forgetChatOf } from '../meeting-chats.ts';
import { keepLists, namedParticipants } from '../participants.ts';
import { unlistOpening } from '../planned-openings.ts';
import { claimStakeholders, releaseStakeholders } from '../stakeholders.ts';
import { createdId, onceOf, rememberOnce, seenBefore } from '../once.ts';
import { IDS, meetingPlace, OPEN_MEETINGS, teamPlace } from '../places.ts';
import type { Ports, UseCase } from '../use-case.ts';
import { beginRound } from './direct-meeting.ts';
import { findInstrument } from './instruments.ts';
import { forgetNamed } from './name-participants.ts';

export const composeMeeting: UseCase<Operations['composeMeeting']> = async (ports, call) => {
  const { actor, input } = call;
  const entered = await enterTeam(ports, 'composeMeeting', call);
  if (!entered.ok) return entered;
  const { team } = entered.value;
  if (!(await findInstrument(ports, { tenant: actor.tenant, team: team.id }, input.composition.instrument))) {
    return fail({ kind: 'instrument.unknown' });
  }
  const id = createdId(ports, 'meeting', { ...call, name: 'composeMeeting' });
  const meeting = composed(team, { id, ...input, by: actor.person, now: ports.now() });
  const once = onceOf(ports, { ...call, name: 'composeMeeting' });
  const place = meetingPlace(actor.tenant, id);
  const written = await ports.store.batch(place, [
    { type: 'create', document: document(records.meeting, IDS.meeting, meeting) },
    rememberOnce(once),
  ]);
  if (!written.ok && (await seenBefore(ports, place, once)) !== 'same') return fail({ kind: 'idempotency.reused' });
  const kept = await loadMeeting(ports, actor.tenant, id);
  if (!kept) return fail({ kind: 'thing.not-found' });
  await putCard(ports, kept.value);
  return reply(ports, kept.value, entered.value);
};

export const recompose: UseCase<Operations['recompose']> = async (ports, call) => {
  const { actor, input } = call;
  const entered = await enterMeeting(ports, 'recompose', call);
  if (!entered.ok) return entered;
  const { meeting, meetingEtag, team } = entered.value;
  if (!(await findInstrument(ports, { tenant: actor.tenant, team: team.id }, input.instrument))) {
    return fail({ kind: 'instrument.unknown' });
  }
  const next = recomposed(meeting, input);
  if (!next.ok) return next;
  const written = await replaceMeeting(ports, { value: meeting, etag: meetingEtag }, { next: next.value });
  return written.ok ? reply(ports, next.value, entered.value) : written;
};

export const discardDraft: UseCase<Operations['discardDraft']> = async (ports, call) => {
  const { actor } = call;
  const entered = await enterMeeting(ports, 'discardDraft', call);
  if (!entered.ok) return entered;
  const { meeting, meetingEtag, team } = entered.value;
  if (meeting.status !== 'draft') return fail({ kind: 'meeting.already-open' });
  const emptied = await forgetNamed(ports, { value: meeting, etag: meetingEtag });
  if (!emptied.ok) return emptied;
  const { etag } = emptied.value;
  const place = meetingPlace(actor.tenant, meeting.id);
  const deleted = await ports.store.delete(place, IDS.meeting, etag);
  if (!deleted.ok) return fail({ kind: 'revision.stale' });
  // Whoever sends the same again plans it anew, and does not look for what is gone.
  await forgetAll(ports, place, IDS.once);
  // An opening that came to nothing has listed them; keeping the house clears away the rest of it.
  await forgetAll(ports, place, IDS.participants);
  const people = team.members.map(({ person }) => person);
  await forgetNotes(ports, meeting, people);
  await releaseStakeholders(ports, meeting);
  await unlistOpening(ports, meeting);
  await unlistAsking(ports, actor.tenant, meeting.id);
  await forgetChatOf(ports, actor.tenant, meeting.id);
  await ports.store.delete(teamPlace(actor.tenant, team.id), `${IDS.cards}${meeting.id}`);
  return ok({ output: { discarded: true }, revision: null });
};

export const openMeeting: UseCase<Operations['openMeeting']> = async (ports, call) => {
  const { actor, input } = call;
  const entered = await enterMeeting(ports, 'openMeeting', call);
  if (!entered.ok) return entered;
  const { meeting, meetingEtag, team } = entered.value;
  const wanted = meeting.composition.instrument;
  const instrument = await findInstrument(ports, { tenant: actor.tenant, team: team.id }, wanted);
  if (!instrument) return fail({ kind: 'instrument.unknown' });
  const listed = await namedParticipants(ports, meeting, team);
  const next = opened(meeting, {
    team,
    instrument,
    words: ports.words,
    closesAt: input.closesAt,
    participants: listed.participants,
    now: ports.now(),
  });
  if (!next.ok) return next;
  const claimed = await claimStakeholders(ports, next.value, team);
  if (!claimed.ok) return claimed;
  // First, so that what is left of an opening that comes to nothing is found.
  const entry = { tenant: actor.tenant, meeting: meeting.id };
  await ports.store.put(OPEN_MEETINGS, document(records.openMeeting, meeting.id, entry));
  await keepLists(ports, meeting, listed.lists);
  await beginRound(ports, meeting, ratingRound(next.value));
  const written = await replaceMeeting(ports, { value: meeting, etag: meetingEtag }, { next: next.value });
  return written.ok ? reply(ports, next.value, entered.value) : written;
};

async function reply(
  ports: Ports,
  meeting: Meeting,
  { team, member }: Pick<InTeam, 'team' | 'member'>,
): Promise<Result<{ output: MeetingView; revision: string }, OperationError>> {
  const output = await meetingViewFor(ports, meeting, { team, viewer: member });
  return ok({ output, revision: String(meeting.revision) });
}
