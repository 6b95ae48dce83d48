import type { Answer, Answers } from '../domain/ballot/ballot.ts';
import { FEWEST_NAMED } from '../domain/meeting/meeting.ts';
import type { OpenMeeting, Round } from '../domain/meeting/meeting.ts';
import { ratingRound } from '../domain/meeting/rounds.ts';
import type { NamedAnswers, Snapshot } from '../domain/meeting/snapshot.ts';
import { groupResults } from '../domain/results/group-results.ts';
import { tallyRound } from '../domain/results/tally-round.ts';
import { MINUTE } from '../kernel/instant.ts';
import { decode } from '../records/record.ts';
import { records } from '../records/kinds.ts';
import { document, listAll, readKept } from './documents.ts';
import type { PersonId } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { ballotPlace, IDS } from './places.ts';
import type { StoredDocument, WriteOperation } from './ports/document-store.ts';
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

/**
 * Writes something of a round's ballots together with a check that the round's gate is not shut: creating and deleting
 * the gate in the same batch fails when there is one. Returns the new document, `null` where one was deleted.
 */
export async function writeUnderGate(
  ports: Ports,
  { meeting, round }: { readonly meeting: OpenMeeting; readonly round: Round },
  write: WriteOperation,
): Promise<Result<StoredDocument | null, 'gate-shut' | 'write-refused'>> {
  const place = ballotPlace(meeting.tenant, round.id);
  const batch: readonly WriteOperation[] = [
    { type: 'create', document: document(records.gate, IDS.gate, { closing: 0, at: 0 }) },
    { type: 'delete', id: IDS.gate },
    write,
  ];
  let written = await ports.store.batch(place, batch);
  if (!written.ok && written.error.index === 0 && (await clearLeftGate(ports, meeting.tenant, round))) {
    written = await ports.store.batch(place, batch);
  }
  if (written.ok) return ok(written.value[2] ?? null);
  return fail(written.error.index === 0 ? 'gate-shut' : 'write-refused');
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

/** A person's answers in a round, the version of them, and whether the person agreed to have them named. */
export async function ownBallot(
  ports: Ports,
  round: Pick<Round, 'id'>,
  author: Author,
): Promise<{ readonly answers: Answers; readonly revision: string; readonly consent: boolean } | null> {
  const id = await ballotId(ports, round, author);
  if (id === null) return null;
  const kept = await readKept(ports, records.ballot, { place: ballotPlace(author.tenant, round.id), id });
  return kept && { ...kept.value, revision: kept.etag };
}

/**
 * Counts the ballots of a round whose gate is shut. Only a named meeting's keep who answered what. Of groups, a rating
 * keeps what is shown of them and nothing else.
 */
export async function countRound(ports: Ports, meeting: OpenMeeting, round: Round): Promise<Snapshot> {
  const { leaders, minimumGroup, mode, groups } = meeting.terms;
  const { questions, purpose } = round;
  const base = { meeting: meeting.id, round: round.id, purpose, questions, closedAt: ports.now(), minimumGroup };
  const smallestSide = mode === 'named' ? FEWEST_NAMED : minimumGroup;
  const tallied = (ballots: readonly Answers[]) =>
    tallyRound({ questions, ballots, invited: leaders.length, smallestSide });
  const byGroup = (answered: readonly NamedAnswers[]) =>
    purpose === 'rating'
      ? groupResults({ mode, groups, answered, questions, dimensions: meeting.dimensions, minimumGroup })
      : [];
  if (mode === 'named') {
    const { answered, changed } = await answersByPerson(ports, meeting, round);
    const named = [...answered].sort((a, b) => (a.person < b.person ? -1 : 1));
    const tally = tallied(named.map(({ answers }) => answers));
    return { ...base, mode, named, tally, moved: purpose !== 're-vote' || changed >= 1, groups: byGroup(named) };
  }
  if (purpose === 're-vote') {
    const { answered, changed } = await answersByPerson(ports, meeting, round);
    const moved = changed >= 2;
    const tally = tallied(moved ? answered.map(({ answers }) => answers) : []);
    return { ...base, mode, named: null, tally, moved, groups: [] };
  }
  const stored = await listAll(ports, ballotPlace(meeting.tenant, round.id), IDS.ballots);
  const tally = tallied(stored.map((one) => decode(records.ballot, one).answers));
  const inGroups = purpose === 'rating' && groups.length > 0;
  const answered = inGroups ? (await answersByPerson(ports, meeting, round)).answered : [];
  return { ...base, mode, named: null, tally, moved: true, groups: byGroup(answered) };
}

/**
 * What each person answered, and how many changed an answer. In a re-vote that is everybody's answer after it: the new
 * one, or the one from the rating where nobody gave a new one.
 */
async function answersByPerson(
  ports: Ports,
  meeting: OpenMeeting,
  round: Round,
): Promise<{ readonly answered: readonly NamedAnswers[]; readonly changed: number }> {
  const { tenant, terms } = meeting;
  const of = async (one: Pick<Round, 'id'>, person: PersonId) =>
    (await ownBallot(ports, one, { tenant, person }))?.answers ?? null;
  const ballots = await Promise.all(
    terms.leaders.map(async (person) => ({ person, answers: await of(round, person) })),
  );
  if (round.purpose !== 're-vote') {
    return { answered: ballots.flatMap(({ person, answers }) => (answers ? [{ person, answers }] : [])), changed: 0 };
  }
  const rating = ratingRound(meeting);
  const asked = round.questions[0]?.id ?? '';
  const pairs = await Promise.all(
    ballots.map(async ({ person, answers }) => {
      const before = (await of(rating, person))?.[asked];
      return { person, before, after: answers?.[asked] };
    }),
  );
  const answered = pairs.flatMap(({ person, before, after }): readonly NamedAnswers[] => {
    const answer = after ?? before;
    return answer ? [{ person, answers: { [asked]: answer } }] : [];
  });
  return { answered, changed: pairs.filter(isChanged).length };
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
