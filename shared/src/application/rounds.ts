import type { Answer, Answers } from '../domain/ballot/ballot.ts';
import type { OpenMeeting, Round } from '../domain/meeting/meeting.ts';
import { ratingRound } from '../domain/meeting/rounds.ts';
import type { Snapshot } from '../domain/meeting/snapshot.ts';
import { tallyRound } from '../domain/results/tally-round.ts';
import { MINUTE } from '../kernel/instant.ts';
import { decode } from '../records/record.ts';
import { records } from '../records/kinds.ts';
import { document, listAll, readKept } from './documents.ts';
import { ballotPlace, IDS } from './places.ts';
import type { Author } from './ports/round-keys.ts';
import type { Ports } from './use-case.ts';

/** How long a gate is believed to be somebody closing the round right now. */
const CLOSING_TAKES_AT_MOST = MINUTE;

/**
 * Stops a round from taking ballots before they are counted. A ballot is written in one batch with a check that no gate
 * is there, so that one that was acknowledged is always counted, and one that came too late never is.
 */
export async function shutGate(ports: Ports, meeting: OpenMeeting, round: Round): Promise<void> {
  const gate = document(records.gate, IDS.gate, { closing: round.closings + 1, at: ports.now() });
  await ports.store.put(ballotPlace(meeting.tenant, round.id), gate);
}

export async function openGate(ports: Ports, tenant: string, round: Pick<Round, 'id'>): Promise<void> {
  await ports.store.delete(ballotPlace(tenant, round.id), IDS.gate);
}

/**
 * Takes away the gate of a round that is open when nobody can be closing it any more: the one of a closing that was
 * taken back, or that a crash cut short. Returns whether the round takes ballots now.
 */
export async function clearLeftGate(ports: Ports, tenant: string, round: Round): Promise<boolean> {
  const place = ballotPlace(tenant, round.id);
  const gate = await readKept(ports, records.gate, { place, id: IDS.gate });
  if (!gate) return true;
  const left = gate.value.closing <= round.closings || gate.value.at + CLOSING_TAKES_AT_MOST < ports.now();
  if (left) await ports.store.delete(place, IDS.gate, gate.etag);
  return left;
}

/** The place of a person's ballot in a round; `null` once nobody can tell any more. */
export async function ballotId(
  ports: Ports,
  round: Pick<Round, 'id'>,
  { tenant, person }: Author,
): Promise<string | null> {
  const tag = await ports.roundKeys.authorTag(round.id, { tenant, person });
  return tag === null ? null : `${IDS.ballots}${tag}`;
}

/** A person's answers in a round and the version of them. */
export async function ownBallot(
  ports: Ports,
  round: Pick<Round, 'id'>,
  author: Author,
): Promise<{ readonly answers: Answers; readonly revision: string } | null> {
  const id = await ballotId(ports, round, author);
  if (id === null) return null;
  const kept = await readKept(ports, records.ballot, { place: ballotPlace(author.tenant, round.id), id });
  return kept && { answers: kept.value.answers, revision: kept.etag };
}

/** Counts the ballots of a round whose gate is shut. */
export async function countRound(ports: Ports, meeting: OpenMeeting, round: Round): Promise<Snapshot> {
  const { leaders, minimumGroup } = meeting.terms;
  const base = { meeting: meeting.id, round: round.id, purpose: round.purpose, questions: round.questions };
  const kept = { ...base, closedAt: ports.now(), minimumGroup };
  if (round.purpose === 're-vote') {
    const { ballots, changed } = await mergedBallots(ports, meeting, round);
    const moved = changed >= 2;
    const counted = moved ? ballots : [];
    return {
      ...kept,
      tally: tallyRound({ questions: round.questions, ballots: counted, invited: leaders.length }),
      moved,
    };
  }
  const stored = await listAll(ports, ballotPlace(meeting.tenant, round.id), IDS.ballots);
  const ballots = stored.map((one) => decode(records.ballot, one).answers);
  return { ...kept, tally: tallyRound({ questions: round.questions, ballots, invited: leaders.length }), moved: true };
}

/** Everybody's answer after a re-vote: the new one, or the one from the rating where nobody gave a new one. */
async function mergedBallots(
  ports: Ports,
  meeting: OpenMeeting,
  round: Round,
): Promise<{ readonly ballots: readonly Answers[]; readonly changed: number }> {
  const rating = ratingRound(meeting);
  const asked = round.questions[0]?.id ?? '';
  const pairs = await Promise.all(
    meeting.terms.leaders.map(async (person) => {
      const before = (await ownBallot(ports, rating, { tenant: meeting.tenant, person }))?.answers[asked];
      const after = (await ownBallot(ports, round, { tenant: meeting.tenant, person }))?.answers[asked];
      return { before, after };
    }),
  );
  const changed = pairs.filter(isChanged).length;
  const ballots = pairs.flatMap(({ before, after }): readonly Answers[] => {
    const answer = after ?? before;
    return answer ? [{ [asked]: answer }] : [];
  });
  return { ballots, changed };
}

function isChanged({
  before,
  after,
}: {
  readonly before: Answer | undefined;
  readonly after: Answer | undefined;
}): boolean {
  return after !== undefined && JSON.stringify(after) !== JSON.stringify(before);
}
