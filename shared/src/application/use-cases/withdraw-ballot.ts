import type { Operations } from '../../contract/operations.ts';
import { roundOf } from '../../domain/meeting/rounds.ts';
import { fail, ok } from '../../kernel/result.ts';
import { enterMeeting } from '../in-team.ts';
import { moveCount } from '../move-count.ts';
import { ballotId, writeUnderGate } from '../rounds.ts';
import type { UseCase } from '../use-case.ts';

/** Takes back a consent before anybody saw what it was given for: the ballot of that round is deleted. */
export const withdrawBallot: UseCase<Operations['withdrawBallot']> = async (ports, call) => {
  const { actor, params } = call;
  const entered = await enterMeeting(ports, 'withdrawBallot', call);
  if (!entered.ok) return entered;
  const { meeting } = entered.value;
  if (meeting.status !== 'open') return fail({ kind: 'meeting.not-open', status: meeting.status });
  const round = roundOf(meeting, params.round);
  if (!round) return fail({ kind: 'round.unknown' });
  if (meeting.terms.mode !== 'named') return fail({ kind: 'meeting.not-named' });
  if (round.state.status === 'closed') return fail({ kind: 'round.closed' });
  const id = await ballotId(ports, round, actor);
  if (id === null) return fail({ kind: 'round.closed' });
  const written = await writeUnderGate(ports, { meeting, round }, { type: 'delete', id });
  if (!written.ok && written.error === 'gate-shut') return fail({ kind: 'round.closed' });
  // A ballot that is not there was withdrawn before, or never cast: either way nothing of it is kept.
  await moveCount(ports, { meeting, round, to: 'fewer' });
  return ok({ output: { withdrawn: true }, revision: null });
};
