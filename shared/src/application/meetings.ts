import type { LastTime, MeetingView } from '../contract/views.ts';
import type { OperationError } from '../contract/problem-kinds.ts';
import { isOfTeam } from '../domain/coaching/evidence.ts';
import { wasOpen } from '../domain/commitment/commitment.ts';
import type { Meeting, OpenMeeting } from '../domain/meeting/meeting.ts';
import { askedBy } from '../domain/meeting/participants.ts';
import { isShown, ratingRound } from '../domain/meeting/rounds.ts';
import type { Snapshot } from '../domain/meeting/snapshot.ts';
import { ratingResults } from '../domain/results/rating-results.ts';
import type { RatingResults } from '../domain/results/shown.ts';
import { memberOf, type Member, type Team } from '../domain/team/team.ts';
import type { MeetingId, RoundId } from '../kernel/ids.ts';
import { earliestToday } from '../kernel/instant.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { records } from '../records/kinds.ts';
import { encode } from '../records/record.ts';
import { document, readKept } from './documents.ts';
import type { Kept } from './kept.ts';
import { toldSoFar } from './participants.ts';
import { loadMeeting, participates, type Viewer } from './in-team.ts';
import { rememberOnce, seenBefore, type Once } from './once.ts';
import { IDS, meetingPlace, teamPlace } from './places.ts';
import type { WriteOperation } from './ports/document-store.ts';
import { movedSince, movementsIn, presentCommitment } from './present/commitment.ts';
import { mayFacilitate, presentMeeting } from './present/meeting.ts';
import { depthFor } from './present/results.ts';
import { cardOf, openFolder, shownResult } from './present/team.ts';
import type { Ports } from './use-case.ts';

const TRIES = 20;

/** Writes the next state of a meeting over the version that was read; says when somebody else was faster. */
export async function replaceMeeting(
  ports: Ports,
  kept: Kept<Meeting>,
  { next, along = [] }: { readonly next: Meeting; readonly along?: readonly WriteOperation[] },
): Promise<Result<Kept<Meeting>, { readonly kind: 'revision.stale' }>> {
  const replace = { type: 'replace', document: document(records.meeting, IDS.meeting, next), etag: kept.etag } as const;
  const written = await ports.store.batch(meetingPlace(next.tenant, next.id), [replace, ...along]);
  const etag = written.ok ? written.value[0]?.etag : undefined;
  if (etag === undefined) return fail({ kind: 'revision.stale' });
  if (showsOnCard(kept.value, next)) await putCard(ports, next);
  return ok({ value: next, etag });
}

/** Sets the line about a meeting in its team's lists to what the meeting says now. */
export async function putCard(ports: Ports, meeting: Meeting): Promise<void> {
  const card = document(records.card, `${IDS.cards}${meeting.id}`, cardOf(meeting));
  await ports.store.put(teamPlace(meeting.tenant, meeting.team), card);
}

/** Sets it where a crash left it saying something else; watchers are told of nothing where it is right. */
export async function mendCard(ports: Ports, meeting: Meeting): Promise<void> {
  const address = { place: teamPlace(meeting.tenant, meeting.team), id: `${IDS.cards}${meeting.id}` };
  const kept = await readKept(ports, records.card, address);
  // Both have their fields in the order of the form, so that equal cards are equal texts.
  const isRight = JSON.stringify(kept?.value) === JSON.stringify(encode(records.card, cardOf(meeting)));
  if (!isRight) await putCard(ports, meeting);
}

/** Changes an open meeting, starting again whenever somebody else was faster. */
export async function updateMeeting(
  ports: Ports,
  {
    tenant,
    meeting,
    once = null,
  }: { readonly tenant: string; readonly meeting: MeetingId; readonly once?: Once | null },
  change: (meeting: OpenMeeting) => Result<OpenMeeting, OperationError>,
): Promise<Result<Kept<Meeting>, OperationError>> {
  const place = meetingPlace(tenant, meeting);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = await loadMeeting(ports, tenant, meeting);
    if (!kept) return fail({ kind: 'thing.not-found' });
    if (kept.value.status !== 'open') return fail({ kind: 'meeting.not-open', status: kept.value.status });
    const seen = once ? await seenBefore(ports, place, once) : 'no';
    if (seen === 'same') return ok(kept);
    if (seen === 'other') return fail({ kind: 'idempotency.reused' });
    const next = change(kept.value);
    if (!next.ok) return next;
    if (next.value === kept.value) return ok(kept);
    const written = await replaceMeeting(ports, kept, { next: next.value, along: once ? [rememberOnce(once)] : [] });
    if (written.ok) return written;
  }
  return fail({ kind: 'revision.stale' });
}

/** The snapshots of a meeting's closed rounds. */
export async function readSnapshots(ports: Ports, meeting: Meeting): Promise<ReadonlyMap<RoundId, Snapshot>> {
  if (meeting.status === 'draft') return new Map();
  const found = await Promise.all(
    meeting.rounds.map(async (round) => {
      if (round.state.status === 'open') return null;
      const place = meetingPlace(meeting.tenant, meeting.id);
      const kept = await ports.recent.snapshot({ place, id: round.state.snapshot });
      return kept && ([round.id, kept.value] as const);
    }),
  );
  return new Map(found.filter((entry) => entry !== null));
}

/**
 * A meeting as somebody sees it: members with what became of the commitments of earlier meetings, those who may plan with
 * how many participants of a pulse have been told of it.
 */
export async function meetingViewFor(
  ports: Ports,
  meeting: Meeting,
  { team, viewer }: { readonly team: Team; readonly viewer: Viewer },
): Promise<MeetingView> {
  const isParticipant = viewer.role === 'participant';
  const member = isParticipant ? undefined : memberOf(team, viewer.person);
  const lastTime = member ? await lastTimeOf(ports, meeting, { team, member }) : [];
  const told = mayFacilitate(viewer) ? await toldSoFar(ports, meeting) : null;
  const keptMonths = ports.keptMonths(meeting.tenant);
  const asked = isParticipant || (await participates(ports, meeting, viewer.person));
  return presentMeeting(meeting, { team, viewer: { ...viewer, participates: asked }, lastTime, told, keptMonths });
}

async function lastTimeOf(
  ports: Ports,
  meeting: Meeting,
  { team, member }: { readonly team: Team; readonly member: Member },
): Promise<readonly LastTime[]> {
  const folder = openFolder(await ports.recent.folder(teamPlace(team.tenant, team.id)));
  const opened = meeting.status === 'draft' ? ports.now() : meeting.terms.openedAt;
  const last = folder.cards.find(
    ({ id, format, closedAt }) => format === 'meeting' && closedAt !== null && closedAt <= opened && id !== meeting.id,
  );
  // The latest meeting's first: a screen with little room shows the beginning of the list.
  const waiting = folder.commitments
    .filter((commitment) => commitment.madeAt <= opened && commitment.meeting !== meeting.id)
    .filter((commitment) => wasOpen(commitment, opened) || commitment.meeting === last?.id)
    .sort((a, b) => b.madeAt - a.madeAt);
  if (waiting.length === 0) return [];
  const now = await ratingNow(ports, meeting);
  const today = earliestToday(ports.now());
  const movements = movementsIn(folder, member);
  const seesQuestions = depthFor(member.role, meeting.status) === 'full';
  return waiting.map((commitment) => {
    const made = folder.results.find((result) => result.meeting === commitment.meeting);
    const then = made ? shownResult(made) : null;
    return {
      commitment: presentCommitment(commitment, { team, member, movements, today }),
      moved: seesQuestions ? movedSince(commitment.question, then, now) : null,
    };
  });
}

/** What a meeting shows of the team, once it does: what others were asked too says what they think. */
async function ratingNow(ports: Ports, meeting: Meeting): Promise<RatingResults | null> {
  if (meeting.status === 'draft' || !isOfTeam(meeting.terms.leaders.length, { invited: askedBy(meeting.terms) })) {
    return null;
  }
  const round = ratingRound(meeting);
  if (!isShown(meeting, round)) return null;
  const snapshot = (await readSnapshots(ports, meeting)).get(round.id);
  return snapshot ? ratingResults({ ...snapshot, dimensions: meeting.dimensions }) : null;
}

function showsOnCard(before: Meeting, after: Meeting): boolean {
  return JSON.stringify(cardOf(before)) !== JSON.stringify(cardOf(after));
}
