import { countStep } from '../domain/ballot/count-step.ts';
import type { OpenMeeting, Round } from '../domain/meeting/meeting.ts';
import { ok } from '../kernel/result.ts';
import { updateMeeting } from './meetings.ts';
import { ballotPlace, IDS } from './places.ts';
import type { Ports } from './use-case.ts';

/**
 * Moves the count that screens show when a step is passed; set from a recount, so that nothing is counted twice. It goes
 * only the way that is asked for: two people who answer at the same time must not undo each other's step.
 */
export async function moveCount(
  ports: Ports,
  { meeting, round, to }: { readonly meeting: OpenMeeting; readonly round: Round; readonly to: 'more' | 'fewer' },
): Promise<void> {
  const ballots = await ports.store.count(ballotPlace(meeting.tenant, round.id), { prefix: IDS.ballots });
  const counted = countStep(ballots, meeting.terms.leaders.length);
  const moves = (from: number) => (to === 'more' ? counted > from : counted < from);
  if (!moves(round.counted)) return;
  await updateMeeting(ports, { tenant: meeting.tenant, meeting: meeting.id }, (latest) => {
    const now = latest.rounds.find((candidate) => candidate.id === round.id);
    if (!now || now.state.status === 'closed' || !moves(now.counted)) return ok(latest);
    const rounds = latest.rounds.map((other) => (other.id === round.id ? { ...other, counted } : other));
    return ok({ ...latest, rounds, revision: latest.revision + 1 });
  });
}
