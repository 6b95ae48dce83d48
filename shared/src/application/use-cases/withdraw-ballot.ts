import type { Operations } from '../../contract/operations.ts';
import { fail, ok } from '../../kernel/result.ts';
import { writeUnderGate } from '../ballots/gate.ts';
import { ballotAddress } from '../ballots/own-ballot.ts';
import type { UseCase } from '../use-case.ts';
import { enterRound, refuseKeyless } from './cast-ballot.ts';

/** Takes back a consent before anybody saw what it was given for: the ballot of that round is deleted. */
export const withdrawBallot: UseCase<Operations['withdrawBallot']> = async (ports, call) => {
  const { actor, params } = call;
  const entered = await enterRound(ports, 'withdrawBallot', call);
  if (!entered.ok) return entered;
  const { meeting, round } = entered.value;
  if (meeting.terms.mode !== 'named') return fail({ kind: 'meeting.not-named' });
  const address = await ballotAddress(ports, round, actor);
  if (address === null) return refuseKeyless(ports, 'withdrawBallot', call);
  const write = { type: 'delete', id: address.id } as const;
  const written = await writeUnderGate(ports, { place: address.place, meeting, round }, write);
  if (!written.ok && written.error === 'gate-shut') return fail({ kind: 'round.closed' });
  // A ballot that is not there was withdrawn before, or never cast: either way nothing of it is kept.
  ports.recount({ tenant: actor.tenant, meeting: meeting.id, round: params.round, to: 'fewer' });
  return ok({ output: { withdrawn: true }, revision: null });
};
