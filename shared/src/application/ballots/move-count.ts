import { countStep } from '../../domain/ballot/count-step.ts';
import type { Round } from '../../domain/meeting/meeting.ts';
import { askedBy } from '../../domain/meeting/participants.ts';
import { roundOf } from '../../domain/meeting/rounds.ts';
import { ok } from '../../kernel/result.ts';
import { recallMeeting } from '../in-team.ts';
import { updateMeeting } from '../meetings.ts';
import { ballotPlaces, IDS } from '../places.ts';
import type { Recount } from '../ports/recount.ts';
import type { Ports } from '../use-case.ts';

/**
 * Moves the count that screens show when a step is passed; set from a recount, so that nothing is counted twice. It goes
 * only the way that is asked for: two services that count at the same time must not undo each other's step.
 */
export async function moveCount(ports: Ports, { tenant, meeting: id, round: asked, to }: Recount): Promise<void> {
  const kept = await recallMeeting(ports, tenant, id);
  if (kept?.value.status !== 'open') return;
  const meeting = kept.value;
  const round = roundOf(meeting, asked);
  if (round?.state.status !== 'open') return;
  const counted = countStep(await ballotsIn(ports, tenant, round), askedBy(meeting.terms));
  const moves = (from: number) => (to === 'more' ? counted > from : counted < from);
  if (!moves(round.counted)) return;
  await updateMeeting(ports, { tenant, meeting: id }, (latest) => {
    const now = roundOf(latest, asked);
    if (now?.state.status !== 'open' || !moves(now.counted)) return ok(latest);
    const rounds = latest.rounds.map((other) => (other.id === asked ? { ...other, counted } : other));
    return ok({ ...latest, rounds, revision: latest.revision + 1 });
  });
}

/** How many ballots a round has. */
export async function ballotsIn(ports: Ports, tenant: string, round: Round): Promise<number> {
  const counts = await Promise.all(
    ballotPlaces(tenant, round).map((place) => ports.store.count(place, { prefix: IDS.ballots })),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
