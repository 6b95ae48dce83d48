import type { Operations } from '../../contract/operations.ts';
import type { OperationError } from '../../contract/problem-kinds.ts';
import type { Answers } from '../../domain/ballot/ballot.ts';
import { checkAnswers } from '../../domain/ballot/check-answers.ts';
import type { OpenMeeting, Round } from '../../domain/meeting/meeting.ts';
import { roundOf } from '../../domain/meeting/rounds.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { document, readKept } from '../documents.ts';
import { enterMeeting } from '../in-team.ts';
import { moveCount } from '../move-count.ts';
import { ballotPlace } from '../places.ts';
import type { WriteOperation } from '../ports/document-store.ts';
import { ballotId, writeUnderGate } from '../rounds.ts';
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
  if (meeting.terms.mode === 'named' && !input.consent) return fail({ kind: 'ballot.consent-needed' });
  const faults = checkAnswers(round.questions, input.answers);
  if (faults.length > 0) return fail({ kind: 'ballot.answers-refused', faults });
  const id = await ballotId(ports, round, actor);
  if (id === null) return fail({ kind: 'round.closed' });
  const written = await writeBallot(ports, { meeting, round, id }, input);
  if (!written.ok) return written;
  if (written.value.fresh) await moveCount(ports, { meeting, round, to: 'more' });
  return ok({ output: { round: round.id, revision: written.value.revision }, revision: null });
};

interface Lot {
  readonly meeting: OpenMeeting;
  readonly round: Round;
  readonly id: string;
}

/** Writes a ballot; the same answers sent again are answered like the first time. */
async function writeBallot(
  ports: Ports,
  lot: Lot,
  input: { readonly basedOn: string | null; readonly answers: Answers },
): Promise<Result<{ readonly revision: string; readonly fresh: boolean }, OperationError>> {
  const consent = lot.meeting.terms.mode === 'named';
  const ballot = document(records.ballot, lot.id, { answers: input.answers, consent });
  const write: WriteOperation =
    input.basedOn === null
      ? { type: 'create', document: ballot }
      : { type: 'replace', document: ballot, etag: input.basedOn };
  const written = await writeUnderGate(ports, lot, write);
  if (written.ok) return ok({ revision: written.value?.etag ?? '', fresh: input.basedOn === null });
  if (written.error === 'gate-shut') return fail({ kind: 'round.closed' });
  const place = ballotPlace(lot.meeting.tenant, lot.round.id);
  const kept = await readKept(ports, records.ballot, { place, id: lot.id });
  const same = kept !== null && JSON.stringify(kept.value.answers) === JSON.stringify(input.answers);
  // Sent again after a crash: the count may not have been raised then.
  return same ? ok({ revision: kept.etag, fresh: input.basedOn === null }) : fail({ kind: 'revision.stale' });
}
