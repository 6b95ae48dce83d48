import type { Operations } from '../../contract/operations.ts';
import type { OperationError } from '../../contract/problem-kinds.ts';
import type { Answers } from '../../domain/ballot/ballot.ts';
import { checkAnswers } from '../../domain/ballot/check-answers.ts';
import { countStep } from '../../domain/ballot/count-step.ts';
import type { OpenMeeting, Round } from '../../domain/meeting/meeting.ts';
import { roundOf } from '../../domain/meeting/rounds.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { document, readKept } from '../documents.ts';
import { enterMeeting } from '../in-team.ts';
import { updateMeeting } from '../meetings.ts';
import { ballotPlace, IDS } from '../places.ts';
import type { WriteOperation } from '../ports/document-store.ts';
import { ballotId, clearLeftGate } from '../rounds.ts';
import type { Ports, UseCase } from '../use-case.ts';

export const castBallot: UseCase<Operations['castBallot']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterMeeting(ports, 'castBallot', call);
  if (!entered.ok) return entered;
  const { meeting } = entered.value;
  if (meeting.status !== 'open') return fail({ kind: 'meeting.not-open', status: meeting.status });
  const round = roundOf(meeting, params.round);
  if (!round) return fail({ kind: 'round.unknown' });
  if (round.state.status === 'closed') return fail({ kind: 'round.closed' });
  const faults = checkAnswers(round.questions, input.answers);
  if (faults.length > 0) return fail({ kind: 'ballot.answers-refused', faults });
  const id = await ballotId(ports, round, actor);
  if (id === null) return fail({ kind: 'round.closed' });
  const written = await writeBallot(ports, { meeting, round, id }, input);
  if (!written.ok) return written;
  if (written.value.fresh) await raiseCount(ports, meeting, round);
  return ok({ output: { round: round.id, revision: written.value.revision }, revision: null });
};

interface Lot {
  readonly meeting: OpenMeeting;
  readonly round: Round;
  readonly id: string;
}

/**
 * Writes a ballot together with a check that the round's gate is not shut: creating and deleting the gate in the same
 * batch fails when there is one. The same answers sent again are answered like the first time.
 */
async function writeBallot(
  ports: Ports,
  lot: Lot,
  input: { readonly basedOn: string | null; readonly answers: Answers },
): Promise<Result<{ readonly revision: string; readonly fresh: boolean }, OperationError>> {
  const place = ballotPlace(lot.meeting.tenant, lot.round.id);
  const ballot = document(records.ballot, lot.id, { answers: input.answers });
  const write: WriteOperation =
    input.basedOn === null
      ? { type: 'create', document: ballot }
      : { type: 'replace', document: ballot, etag: input.basedOn };
  const gate = document(records.gate, IDS.gate, { closing: 0, at: 0 });
  const batch: readonly WriteOperation[] = [
    { type: 'create', document: gate },
    { type: 'delete', id: IDS.gate },
    write,
  ];
  let written = await ports.store.batch(place, batch);
  if (!written.ok && written.error.index === 0 && (await clearLeftGate(ports, lot.meeting.tenant, lot.round))) {
    written = await ports.store.batch(place, batch);
  }
  if (written.ok) return ok({ revision: written.value[2]?.etag ?? '', fresh: input.basedOn === null });
  if (written.error.index === 0) return fail({ kind: 'round.closed' });
  const kept = await readKept(ports, records.ballot, { place, id: lot.id });
  const same = kept !== null && JSON.stringify(kept.value.answers) === JSON.stringify(input.answers);
  // Sent again after a crash: the count may not have been raised then.
  return same ? ok({ revision: kept.etag, fresh: input.basedOn === null }) : fail({ kind: 'revision.stale' });
}

/** Moves the count that screens show when a step is passed; set from a recount, so that nothing is counted twice. */
async function raiseCount(ports: Ports, meeting: OpenMeeting, round: Round): Promise<void> {
  const ballots = await ports.store.count(ballotPlace(meeting.tenant, round.id), { prefix: IDS.ballots });
  const counted = countStep(ballots, meeting.terms.leaders.length);
  if (counted <= round.counted) return;
  await updateMeeting(ports, { tenant: meeting.tenant, meeting: meeting.id }, (latest) => {
    const now = latest.rounds.find((candidate) => candidate.id === round.id);
    if (!now || now.state.status === 'closed' || now.counted >= counted) return ok(latest);
    const rounds = latest.rounds.map((other) => (other.id === round.id ? { ...other, counted } : other));
    return ok({ ...latest, rounds, revision: latest.revision + 1 });
  });
}
