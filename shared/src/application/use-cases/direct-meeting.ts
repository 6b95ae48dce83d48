import type { Operations } from '../../contract/operations.ts';
import type { OperationError } from '../../contract/problem-kinds.ts';
import { countStep } from '../../domain/ballot/count-step.ts';
import { direct, type Direction, type DirectionContext } from '../../domain/meeting/direct.ts';
import {
  MOST_TOPICS,
  type ClosedMeeting,
  type Meeting,
  type OpenMeeting,
  type Round,
} from '../../domain/meeting/meeting.ts';
import { askedBy } from '../../domain/meeting/participants.ts';
import { closedBy, latestRound, ratingRound, roundsClosed, roundsReopened } from '../../domain/meeting/rounds.ts';
import type { Snapshot } from '../../domain/meeting/snapshot.ts';
import { discloseDots } from '../../domain/disclosure/disclosure.ts';
import { ratingResults } from '../../domain/results/rating-results.ts';
import type { QuestionId } from '../../domain/instrument/question.ts';
import type { RoundId } from '../../kernel/ids.ts';
import { randomName } from '../../kernel/random.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { countRound } from '../ballots/count-round.ts';
import { gatesShut, giveUpGates, makeGates, openGates, shutGates, type Shut } from '../ballots/gate.ts';
import { ballotsIn } from '../ballots/move-count.ts';
import { document } from '../documents.ts';
import type { Kept } from '../kept.ts';
import { enterMeeting, loadMeeting } from '../in-team.ts';
import { meetingViewFor, readSnapshots, replaceMeeting } from '../meetings.ts';
import { meetingPlace } from '../places.ts';
import { mayFacilitate } from '../present/meeting.ts';
import { sealMeeting } from '../seal-meeting.ts';
import type { Ports, UseCase } from '../use-case.ts';

export const directMeeting: UseCase<Operations['directMeeting']> = async (ports, call) => {
  const entered = await enterMeeting(ports, 'directMeeting', call);
  if (!entered.ok) return entered;
  const { meeting, meetingEtag, team, viewer } = entered.value;
  if (meeting.status !== 'open') return fail({ kind: 'meeting.not-open', status: meeting.status });
  const people = team.members.filter(mayFacilitate).map(({ person }) => person);
  const directed = await directOpen(
    ports,
    { value: meeting, etag: meetingEtag },
    { direction: call.input, mayFacilitate: people },
  );
  if (!directed.ok) return directed;
  const next = directed.value;
  if (next.status === 'closed') await sealMeeting(ports, next);
  const now = await loadMeeting(ports, meeting.tenant, meeting.id);
  const output = await meetingViewFor(ports, now?.value ?? next, { team, viewer });
  return ok({ output, revision: String(output.revision) });
};

/**
 * Carries out a direction: shuts the gates of the rounds that end, counts them, keeps their snapshots, and only then
 * moves the meeting. A crash before the last step leaves an open meeting whose gates are cleared again.
 */
export async function directOpen(
  ports: Ports,
  kept: Kept<OpenMeeting>,
  {
    direction,
    mayFacilitate: people = [],
  }: { readonly direction: Direction; readonly mayFacilitate?: DirectionContext['mayFacilitate'] },
): Promise<Result<OpenMeeting | ClosedMeeting, OperationError>> {
  const meeting = kept.value;
  const context = { now: ports.now(), words: ports.words, suggestedTopics: [], mayFacilitate: people };
  const rehearsed = direct(meeting, direction, context);
  if (!rehearsed.ok) return rehearsed;
  const attempt = randomName(ports.random);
  const ending = roundsClosed(meeting, rehearsed.value).map((round) => closedBy(attempt, round));
  const { counts, shut } = await countEnding(ports, meeting, ending);
  const suggestedTopics = await suggestTopics(ports, meeting, counts);
  const decided = direct(meeting, direction, { ...context, suggestedTopics });
  if (!decided.ok) return decided;
  const next = withCounts(decided.value, { ending, counts, revoted: await countRevotes(ports, meeting, ending) });
  const known = new Set(meeting.rounds.map(({ id }) => id));
  await Promise.all(next.rounds.filter(({ id }) => !known.has(id)).map((round) => beginRound(ports, meeting, round)));
  const takeBack = await closingsToTakeBack(ports, meeting, next);
  const written = await replaceMeeting(ports, kept, { next });
  if (!written.ok) {
    await dropSnapshots(ports, meeting, ending);
    for (const round of ending) await giveUpGates(ports, { meeting, round }, shut.get(round.id) ?? []);
    return written;
  }
  await takeBack();
  return ok(next);
}

/** What a round needs before anybody is told of it. */
export async function beginRound(ports: Ports, { tenant }: Pick<Meeting, 'tenant'>, round: Round): Promise<void> {
  await ports.roundKeys.create(round.id);
  await makeGates(ports, tenant, round);
}

async function countEnding(
  ports: Ports,
  meeting: OpenMeeting,
  ending: readonly Round[],
): Promise<{
  readonly counts: ReadonlyMap<RoundId, Snapshot>;
  readonly shut: ReadonlyMap<RoundId, readonly Shut[]>;
}> {
  const counts = new Map<RoundId, Snapshot>();
  const shut = new Map<RoundId, readonly Shut[]>();
  for (const closed of ending) {
    const round = meeting.rounds.find((candidate) => candidate.id === closed.id);
    if (!round || closed.state.status === 'open') continue;
    shut.set(round.id, await shutGates(ports, meeting.tenant, round));
    const snapshot = await countRound(ports, meeting, round);
    const place = meetingPlace(meeting.tenant, meeting.id);
    await ports.store.put(place, document(records.snapshot, closed.state.snapshot, snapshot));
    counts.set(round.id, snapshot);
  }
  return { counts, shut };
}

/** What is left to do of rounds that take ballots again, once the meeting has moved: their snapshots go, their gates open. */
async function closingsToTakeBack(
  ports: Ports,
  meeting: OpenMeeting,
  next: OpenMeeting | ClosedMeeting,
): Promise<() => Promise<void>> {
  const again = new Set(roundsReopened(meeting, next).map(({ id }) => id));
  const rounds = meeting.rounds.filter(({ id }) => again.has(id));
  const shut = await Promise.all(rounds.map((round) => gatesShut(ports, meeting.tenant, round)));
  return async () => {
    await dropSnapshots(ports, meeting, rounds);
    await Promise.all(rounds.map((round, at) => openGates(ports, { meeting, round }, shut[at] ?? [])));
  };
}

async function dropSnapshots(ports: Ports, { tenant, id }: OpenMeeting, rounds: readonly Round[]): Promise<void> {
  const place = meetingPlace(tenant, id);
  for (const { state } of rounds) if (state.status === 'closed') await ports.store.delete(place, state.snapshot);
}

/** How many voted again in rounds that end: their snapshots hold everybody's answers, or nothing. */
async function countRevotes(
  ports: Ports,
  meeting: OpenMeeting,
  ending: readonly Round[],
): Promise<ReadonlyMap<RoundId, number>> {
  const revotes = ending.filter(({ purpose }) => purpose === 're-vote');
  const ballots = revotes.map(async (round) => [round.id, await ballotsIn(ports, meeting.tenant, round)] as const);
  return new Map(await Promise.all(ballots));
}

/** A round that ends names its snapshot. A closed round says how many ballots it has, a re-vote in steps; an open one goes back to steps. */
function withCounts<M extends OpenMeeting | ClosedMeeting>(
  meeting: M,
  {
    ending,
    counts,
    revoted,
  }: {
    readonly ending: readonly Round[];
    readonly counts: ReadonlyMap<RoundId, Snapshot>;
    readonly revoted: ReadonlyMap<RoundId, number>;
  },
): M {
  const invited = askedBy(meeting.terms);
  const ended = new Map(ending.map((round) => [round.id, round]));
  const rounds = meeting.rounds.map((decided) => {
    const round = ended.get(decided.id) ?? decided;
    const counted = counts.get(round.id);
    if (counted && round.purpose !== 're-vote') return { ...round, counted: counted.tally.ballots };
    const again = revoted.get(round.id);
    if (again !== undefined) return { ...round, counted: countStep(again, invited) };
    return round.state.status === 'open' ? { ...round, counted: countStep(round.counted, invited) } : round;
  });
  return { ...meeting, rounds };
}

/** Where the dots fell; where too few were put, the questions that divide the team most. */
async function suggestTopics(
  ports: Ports,
  meeting: OpenMeeting,
  counts: ReadonlyMap<RoundId, Snapshot>,
): Promise<readonly QuestionId[]> {
  const round = latestRound(meeting, 'dots');
  const ending = round && counts.get(round.id);
  const known = await readSnapshots(ports, meeting);
  const rating = counts.get(ratingRound(meeting).id) ?? known.get(ratingRound(meeting).id);
  const divided = rating ? ratingResults({ ...rating, dimensions: meeting.dimensions }).questions : [];
  const byDivergence = divided.filter(({ result }) => result.status === 'shown').map(({ question }) => question);
  const question = ending?.questions[0];
  if (!ending || question?.kind !== 'dots') return byDivergence.slice(0, MOST_TOPICS);
  const dots = discloseDots({ ...ending, question, round: ending.tally });
  if (dots.status === 'held') return byDivergence.slice(0, MOST_TOPICS);
  const chosen = dots.options.filter((option) => option.dots > 0).map(({ option }) => option);
  const rest = byDivergence.filter((candidate) => !chosen.includes(candidate));
  return [...chosen, ...rest].slice(0, MOST_TOPICS);
}
