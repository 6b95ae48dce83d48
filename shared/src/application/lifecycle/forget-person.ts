import {
  withNameGone,
  withFormerMember,
  renamedAll,
  renamed,
  snapshotWithFormerMember,
  type Leaver,
} from '../../domain/meeting/former-member.ts';
import type { ClosedMeeting, DraftMeeting, OpenMeeting } from '../../domain/meeting/meeting.ts';
import { memberOf, removeMember } from '../../domain/team/team.ts';
import type { MeetingId, PersonId, TeamId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { organisationRecords } from '../../records/organisation-kinds.ts';
import type { PersonDeletion } from '../../records/lifecycle-kinds.ts';
import { decode } from '../../records/record.ts';
import { writeUnderGate } from '../ballots/gate.ts';
import { ballotAddress } from '../ballots/own-ballot.ts';
import { document, forgetAll, listAll, readKept } from '../documents.ts';
import type { Kept } from '../kept.ts';
import { loadMeeting, loadTeam } from '../in-team.ts';
import { forgetNudges } from '../nudges/chats.ts';
import { replaceMeeting, updateMeeting } from '../meetings.ts';
import { IDS, meetingPlace, personPlace, privatePlace, teamPlace } from '../places.ts';
import { ADMINISTERED, APPOINTED } from '../organisation/places.ts';
import type { Place } from '../ports/document-store.ts';
import type { Ports } from '../use-case.ts';
import { sentenceAuthor } from '../use-cases/speak.ts';
import { appendEntry, renameInLog } from './audit-log.ts';
import { endDeletion, keepDeletion } from './deletions.ts';
import { forgetInvitation, leaveLists } from './invitations.ts';
import { leaveEngagement } from './leave-engagement.ts';
import { leavePractice } from './leave-practice.ts';
import { auditMarksPlace, auditPlace, notersPlace, PAST_TEAMS, SNAPSHOTS } from './places.ts';

/**
 * Deletes what is somebody's, and puts an alias for them into what stays. Every step can be repeated. A meeting that is
 * open goes on as it was promised, without their name: the rest is done once it is over. Returns in how many that is so.
 */
export async function forgetPerson(ports: Ports, begun: PersonDeletion): Promise<number> {
  const { tenant, person } = begun;
  await forgetNudges(ports, { tenant, person });
  await forgetAll(ports, privatePlace(tenant, person));
  await forgetAll(ports, auditPlace(tenant, person));
  await forgetAll(ports, auditMarksPlace(tenant, person));
  let left = begun;
  for (const team of begun.teams) {
    const isDone = await leaveTeam(ports, left, team);
    if (!isDone) continue;
    left = { ...left, teams: left.teams.filter((other) => other !== team) };
    await keepDeletion(ports, left);
  }
  for (const { id, team } of begun.meetings) {
    const isDone = await leaveMeeting(ports, { deletion: left, team, meeting: id });
    if (!isDone) continue;
    left = { ...left, meetings: left.meetings.filter((other) => other.id !== id) };
    await keepDeletion(ports, left);
  }
  if (left.teams.length === 0 && left.meetings.length === 0) await endDeletion(ports, left);
  return left.meetings.length;
}

/** Who stands for somebody in a team: it follows from what is known only until the deletion is done. */
function leaverIn(ports: Ports, { person, names, seed }: PersonDeletion, team: TeamId): Leaver {
  return { person, names, alias: ports.idFrom('person', ['former member', seed, team]) };
}

/** Whether a person is out of a team: not while nobody else could plan its meetings. */
async function leaveTeam(ports: Ports, deletion: PersonDeletion, team: TeamId): Promise<boolean> {
  const { tenant, person, begunAt } = deletion;
  const leaver = leaverIn(ports, deletion, team);
  const folder = teamPlace(tenant, team);
  if (!(await takeOut(ports, deletion, team))) return false;
  for (const stored of await listAll(ports, folder, IDS.commitments)) {
    const commitment = decode(records.commitment, stored);
    const checkIns = commitment.checkIns.map((entry) => ({ ...entry, by: renamed(entry.by, leaver) }));
    const next = { ...commitment, owner: renamed(commitment.owner, leaver), checkIns };
    if (JSON.stringify(next) === JSON.stringify(commitment)) continue;
    const written = document(records.commitment, stored.id, { ...next, revision: commitment.revision + 1 });
    if (!(await ports.store.replace(folder, written, stored.etag)).ok) return false;
  }
  if (!(await leaveEngagement(ports, { tenant, team, leaver }))) return false;
  if (!(await leavePractice(ports, { tenant, team, leaver }))) return false;
  await renameInLog(ports, { tenant, team, leaver });
  await forgetAppointed(ports, folder, person);
  const place = personPlace(tenant, person);
  const wasIn =
    (await ports.store.read(place, `${IDS.teams}${team}`)) ?? (await ports.store.read(place, `${PAST_TEAMS}${team}`));
  // An administrator is in the log alone.
  if (wasIn && (await loadTeam(ports, tenant, team))) {
    const entry = {
      act: 'deleteMine',
      person: leaver.alias,
      role: null,
      at: begunAt,
      meeting: null,
      about: null,
    } as const;
    await appendEntry(ports, { tenant, of: team, entry, twice: ['deleteMine', deletion.seed, team] });
  }
  await ports.store.delete(place, `${IDS.teams}${team}`);
  await ports.store.delete(place, `${PAST_TEAMS}${team}`);
  await ports.store.delete(place, `${ADMINISTERED}${team}`);
  return true;
}

/** The team is told no more that somebody who is gone was given the lead. */
async function forgetAppointed(ports: Ports, place: Place, person: PersonId): Promise<void> {
  const kept = await readKept(ports, organisationRecords.appointed, { place, id: APPOINTED });
  if (kept?.value.person === person) await ports.store.delete(place, APPOINTED);
}

/** Somebody else may be changing the team at the same time. */
const TRIES = 5;

async function takeOut(ports: Ports, { tenant, person }: PersonDeletion, id: TeamId): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = await loadTeam(ports, tenant, id);
    if (!kept || memberOf(kept.value, person) === undefined) return true;
    const next = removeMember(kept.value, person);
    if (!next.ok) return false;
    const team = document(records.team, IDS.team, next.value);
    if ((await ports.store.replace(teamPlace(tenant, id), team, kept.etag)).ok) return true;
  }
  return false;
}

interface InOne {
  readonly deletion: PersonDeletion;
  readonly team: TeamId;
  readonly meeting: MeetingId;
}

/** Whether nothing of a person is left to be done in a meeting. */
async function leaveMeeting(ports: Ports, { deletion, team, meeting: id }: InOne): Promise<boolean> {
  const { tenant } = deletion;
  const kept = await loadMeeting(ports, tenant, id);
  if (!kept) return true;
  const leaver = leaverIn(ports, deletion, team);
  const { value: meeting, etag } = kept;
  if (!(await leaveLists(ports, meeting, deletion.person))) return false;
  await forgetInvitation(ports, deletion, id);
  await ports.store.delete(notersPlace(tenant, id), deletion.person);
  switch (meeting.status) {
    case 'draft':
      return leaveQuiet(ports, { value: meeting, etag }, leaver);
    case 'open':
      await leaveOpen(ports, meeting, leaver);
      return false;
    case 'closed':
      if (!meeting.sealed) return false;
      await leaveResults(ports, meeting, leaver);
      return leaveQuiet(ports, { value: meeting, etag }, leaver);
  }
}

async function leaveQuiet(ports: Ports, kept: Kept<DraftMeeting | ClosedMeeting>, leaver: Leaver): Promise<boolean> {
  const next = withFormerMember(kept.value, leaver);
  return next === kept.value || (await replaceMeeting(ports, kept, { next })).ok;
}

/** The time line compares who was asked from meeting to meeting; who answered what in a named one stays, as an alias. */
async function leaveResults(ports: Ports, { tenant, id, team }: ClosedMeeting, leaver: Leaver): Promise<void> {
  const folder = teamPlace(tenant, team);
  const result = await ports.store.read(folder, `${IDS.results}${id}`);
  if (result) {
    const value = decode(records.closedResult, result);
    const next = { ...value, leaders: [...renamedAll(value.leaders, leaver)] };
    if (value.leaders.includes(leaver.person))
      await ports.store.put(folder, document(records.closedResult, result.id, next));
  }
  const place = meetingPlace(tenant, id);
  for (const stored of await listAll(ports, place, SNAPSHOTS)) {
    const snapshot = decode(records.snapshot, stored);
    if (snapshot.mode !== 'named') continue;
    await ports.store.put(place, document(records.snapshot, stored.id, snapshotWithFormerMember(snapshot, leaver)));
  }
}

/**
 * Takes back what a person gave to an open meeting and can still be taken back. The count of an anonymous round follows
 * when the house is kept, and not in the moment in which everybody sees that the person has left.
 */
async function leaveOpen(ports: Ports, meeting: OpenMeeting, leaver: Leaver): Promise<void> {
  const author = { tenant: meeting.tenant, person: leaver.person };
  for (const round of meeting.rounds) {
    if (round.state.status === 'closed') continue;
    const address = await ballotAddress(ports, round, author);
    if (!address) continue;
    const place = address.place;
    const taken = await writeUnderGate(ports, { place, meeting, round }, { type: 'delete', id: address.id });
    if (taken.ok && meeting.terms.mode === 'named') {
      ports.recount({ tenant: meeting.tenant, meeting: meeting.id, round: round.id, to: 'fewer' });
    }
  }
  const tag = await sentenceAuthor(ports, { ...author, name: '', administers: false }, meeting);
  await updateMeeting(ports, { tenant: meeting.tenant, meeting: meeting.id }, (latest) => {
    const next = withNameGone(latest, leaver);
    const mine = next.sentences.some((sentence) => tag !== null && sentence.author === tag);
    // Once the marks begin it is a question that everybody is asked, and nobody's.
    if (!mine || latest.rounds.some(({ purpose }) => purpose === 'marks')) return ok(next);
    const sentences = next.sentences.filter((sentence) => sentence.author !== tag);
    return ok({ ...next, sentences, revision: latest.revision + 1 });
  });
}
