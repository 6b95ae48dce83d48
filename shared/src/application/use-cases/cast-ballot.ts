import type { Operation } from '../../contract/operation.ts';
import type { OperationName, Operations } from '../../contract/operations.ts';
import type { OperationError } from '../../contract/problem-kinds.ts';
import type { Answers } from '../../domain/ballot/ballot.ts';
import { checkAnswers } from '../../domain/ballot/check-answers.ts';
import type { OpenMeeting, Round } from '../../domain/meeting/meeting.ts';
import { roundOf } from '../../domain/meeting/rounds.ts';
import type { MeetingId, RoundId } from '../../kernel/ids.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { writeUnderGate } from '../ballots/gate.ts';
import { ballotAddress } from '../ballots/own-ballot.ts';
import { document, readKept } from '../documents.ts';
import type { Address } from '../kept.ts';
import { enterAsked, enterRecent } from '../in-team.ts';
import type { WriteOperation } from '../ports/document-store.ts';
import type { Call, Ports, UseCase } from '../use-case.ts';

export const castBallot: UseCase<Operations['castBallot']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterRound(ports, 'castBallot', call);
  if (!entered.ok) return entered;
  const { meeting, round } = entered.value;
  if (meeting.terms.mode === 'named' && !input.consent) return fail({ kind: 'ballot.consent-needed' });
  const faults = checkAnswers(round.questions, input.answers);
  if (faults.length > 0) return fail({ kind: 'ballot.answers-refused', faults });
  const address = await ballotAddress(ports, round, actor);
  if (address === null) return refuseKeyless(ports, 'castBallot', call);
  const written = await writeBallot(ports, { ...address, meeting, round }, input);
  if (!written.ok) return written;
  if (input.basedOn === null) {
    ports.recount({ tenant: actor.tenant, meeting: meeting.id, round: params.round, to: 'more' });
  }
  return ok({ output: { round: round.id, revision: written.value }, revision: null });
};

/** A round that takes the caller's ballot. */
export interface InRound {
  readonly meeting: OpenMeeting;
  readonly round: Round;
}

/**
 * Finds the round for an operation, or says why it takes no ballots. What was read a moment ago is enough to go on, for
 * the gate has the last word.
 */
export function enterRound(
  ports: Ports,
  name: OperationName,
  call: Pick<Call<Operation>, 'actor' | 'ifMatch'> & {
    readonly params: { readonly meeting: MeetingId; readonly round: RoundId };
  },
): Promise<Result<InRound, OperationError>> {
  return enterRecent(call, (at) => lookForRound(ports, name, at));
}

/**
 * Why nobody's ballot can be found in a round that was open a moment ago: its meeting is closed by now, or the round was
 * restored from a backup, in which there are no keys.
 */
export async function refuseKeyless(
  ...[ports, name, call]: Parameters<typeof enterRound>
): Promise<Result<never, OperationError>> {
  const round = await lookForRound(ports, name, { ...call, as: 'now' });
  return round.ok ? fail({ kind: 'round.keyless' }) : round;
}

async function lookForRound(
  ports: Ports,
  name: OperationName,
  call: Parameters<typeof enterAsked>[2] & { readonly params: { readonly round: RoundId } },
): Promise<Result<InRound, OperationError>> {
  const entered = await enterAsked(ports, name, call);
  if (!entered.ok) return entered;
  const { meeting } = entered.value;
  if (meeting.status !== 'open') return fail({ kind: 'meeting.not-open', status: meeting.status });
  const round = roundOf(meeting, call.params.round);
  if (!round) return fail({ kind: 'round.unknown' });
  if (round.state.status === 'closed') return fail({ kind: 'round.closed' });
  return ok({ meeting, round });
}

/** Writes a ballot and returns its revision; the same answers sent again are answered like the first time. */
async function writeBallot(
  ports: Ports,
  { place, id, meeting, round }: Address & InRound,
  input: { readonly basedOn: string | null; readonly answers: Answers },
): Promise<Result<string, OperationError>> {
  const consent = meeting.terms.mode === 'named';
  const ballot = document(records.ballot, id, { answers: input.answers, consent });
  const write: WriteOperation =
    input.basedOn === null
      ? { type: 'create', document: ballot }
      : { type: 'replace', document: ballot, etag: input.basedOn };
  const written = await writeUnderGate(ports, { place, meeting, round }, write);
  if (written.ok) return ok(written.value?.etag ?? '');
  if (written.error === 'gate-shut') return fail({ kind: 'round.closed' });
  const kept = await readKept(ports, records.ballot, { place, id });
  const same = kept !== null && JSON.stringify(kept.value.answers) === JSON.stringify(input.answers);
  return same ? ok(kept.etag) : fail({ kind: 'revision.stale' });
}
