import type { Commitment } from '../domain/commitment/commitment.ts';
import type { ClosedMeeting, Round } from '../domain/meeting/meeting.ts';
import { ratingRound } from '../domain/meeting/rounds.ts';
import { assert } from '../kernel/assert.ts';
import { randomName, shuffled } from '../kernel/random.ts';
import { records, type ClosedResult } from '../records/kinds.ts';
import { decode } from '../records/record.ts';
import { document, forgetAll, listAll } from './documents.ts';
import { loadMeeting } from './in-team.ts';
import { beginAging } from './lifecycle/aging.ts';
import { SNAPSHOTS } from './lifecycle/places.ts';
import { putCard, readSnapshots, replaceMeeting } from './meetings.ts';
import { removeGate } from './ballots/gate.ts';
import { ballotPlaces, IDS, meetingPlace, OPEN_MEETINGS, teamPlace } from './places.ts';
import { STORE_LIMITS, type Place, type WriteOperation } from './ports/document-store.ts';
import type { Ports } from './use-case.ts';

/**
 * Finishes a closed meeting: its results and commitments go to the team, its answers are rewritten in random order under
 * random ids, and the keys that tied them to people are destroyed. Every step can be repeated, so that a crash in the
 * middle is finished by the next call.
 */
export async function sealMeeting(ports: Ports, meeting: ClosedMeeting): Promise<void> {
  await publish(ports, meeting);
  // All at once: a vault takes seconds to destroy a key, and whoever closes a meeting waits for nine of them.
  await Promise.all(meeting.rounds.map((round) => makeUnlinkable(ports, meeting, round)));
  for (const prefix of [IDS.once, IDS.named]) await forgetAll(ports, meetingPlace(meeting.tenant, meeting.id), prefix);
  await forgetLeftSnapshots(ports, meeting);
  await forgetAuthors(ports, meeting);
  const ballots = meeting.rounds.flatMap((round) => ballotPlaces(meeting.tenant, round));
  await ports.store.scrub([meetingPlace(meeting.tenant, meeting.id), ...ballots]);
  // Said last: until the scrub, files of the store still tell in which order ballots came.
  await markSealed(ports, meeting);
  await beginAging(ports, meeting);
  await ports.store.delete(OPEN_MEETINGS, meeting.id);
}

async function makeUnlinkable(ports: Ports, { tenant }: ClosedMeeting, round: Round): Promise<void> {
  for (const place of ballotPlaces(tenant, round)) await scatter(ports, place);
  await ports.roundKeys.destroy(round.id);
}

async function publish(ports: Ports, meeting: ClosedMeeting): Promise<void> {
  // A team's time line is the team's: what stakeholders answered is looked up in their pulse.
  if (meeting.terms.asks === 'team') await publishResults(ports, meeting);
  await putCard(ports, meeting);
}

async function publishResults(ports: Ports, meeting: ClosedMeeting): Promise<void> {
  const place = teamPlace(meeting.tenant, meeting.team);
  const rating = ratingRound(meeting);
  const snapshot = (await readSnapshots(ports, meeting)).get(rating.id);
  assert(snapshot, 'a closed meeting has a snapshot of its rating');
  const result: ClosedResult = {
    meeting: meeting.id,
    title: meeting.composition.title,
    closedAt: meeting.closedAt,
    instrument: meeting.composition.instrument,
    leaders: [...meeting.terms.leaders],
    mode: meeting.terms.mode,
    minimumGroup: meeting.terms.minimumGroup,
    dimensions: meeting.dimensions.map((dimension) => ({ ...dimension, questions: [...dimension.questions] })),
    questions: [...rating.questions],
    tally: snapshot.tally,
    groups: snapshot.groups,
  };
  await ports.store.put(place, document(records.closedResult, `${IDS.results}${meeting.id}`, result));
  for (const terms of meeting.commitments) {
    const commitment: Commitment = {
      ...terms,
      team: meeting.team,
      meeting: meeting.id,
      madeAt: meeting.closedAt,
      questionText: rating.questions.find(({ id }) => id === terms.question)?.text ?? null,
      checkIns: [],
      revision: 1,
    };
    // Created, never put: a check-in may have come between two tries.
    await ports.store.create(place, document(records.commitment, `${IDS.commitments}${terms.id}`, commitment));
  }
}

/**
 * Rewrites a round's ballots in random order under ids that say nothing, each batch all or nothing. Where a batch fails,
 * another instance is at the same work: the rest is listed again.
 */
async function scatter(ports: Ports, place: Place): Promise<void> {
  const each = Math.floor(STORE_LIMITS.batchOperations / 2);
  let left = shuffled(await listAll(ports, place, IDS.ballots), ports.random);
  while (left.length > 0) {
    const operations = left.slice(0, each).flatMap((ballot): readonly WriteOperation[] => {
      const id = `${IDS.sealed}${randomName(ports.random)}`;
      return [
        { type: 'delete', id: ballot.id, etag: ballot.etag },
        {
          type: 'create',
          document: document(records.sealedBallot, id, { answers: decode(records.ballot, ballot).answers }),
        },
      ];
    });
    const written = await ports.store.batch(place, operations);
    left = written.ok ? left.slice(each) : shuffled(await listAll(ports, place, IDS.ballots), ports.random);
  }
  await removeGate(ports, place);
}

/** Deletes the snapshots of closings that were taken back or never finished. */
async function forgetLeftSnapshots(ports: Ports, { tenant, id, rounds }: ClosedMeeting): Promise<void> {
  const place = meetingPlace(tenant, id);
  const named = new Set(rounds.map(({ state }) => (state.status === 'closed' ? state.snapshot : null)));
  const left = (await listAll(ports, place, SNAPSHOTS)).filter((snapshot) => !named.has(snapshot.id));
  for (const snapshot of left) await ports.store.delete(place, snapshot.id);
}

/** Takes the tags off the wordings of the message. */
async function forgetAuthors(ports: Ports, meeting: ClosedMeeting): Promise<void> {
  await changeClosed(ports, meeting, (latest) => {
    if (latest.sentences.every(({ author }) => author === null)) return latest;
    return { ...latest, sentences: latest.sentences.map((sentence) => ({ ...sentence, author: null })) };
  });
}

async function markSealed(ports: Ports, meeting: ClosedMeeting): Promise<void> {
  await changeClosed(ports, meeting, (latest) => ({ ...latest, sealed: true }));
}

async function changeClosed(
  ports: Ports,
  { tenant, id }: ClosedMeeting,
  change: (meeting: ClosedMeeting) => ClosedMeeting,
): Promise<void> {
  for (;;) {
    const kept = await loadMeeting(ports, tenant, id);
    if (kept?.value.status !== 'closed' || kept.value.sealed) return;
    const next = change(kept.value);
    if (next === kept.value) return;
    // Where somebody else was faster, what they wrote is changed.
    if ((await replaceMeeting(ports, kept, { next: { ...next, revision: next.revision + 1 } })).ok) return;
  }
}
