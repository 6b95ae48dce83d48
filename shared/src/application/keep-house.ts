import type { OpenMeeting } from '../domain/meeting/meeting.ts';
import { DAY, HOUR, type Instant } from '../kernel/instant.ts';
import { records } from '../records/kinds.ts';
import { decode } from '../records/record.ts';
import { clearLeftGates } from './ballots/gate.ts';
import { moveCount } from './ballots/move-count.ts';
import { listAll } from './documents.ts';
import type { Kept } from './kept.ts';
import { loadMeeting } from './in-team.ts';
import { endAgedEngagements } from './lifecycle/aging-engagements.ts';
import { endAged } from './lifecycle/aging.ts';
import { finishDeletions } from './lifecycle/finish-deletions.ts';
import { forgetOpening } from './lifecycle/forget-opening.ts';
import { mendCard } from './meetings.ts';
import { openPlanned } from './open-planned.ts';
import { listOldTeams } from './organisation/team-list.ts';
import { tellParticipants } from './participants.ts';
import { OPEN_MEETINGS } from './places.ts';
import type { StoredDocument } from './ports/document-store.ts';
import { sealMeeting } from './seal-meeting.ts';
import { directOpen } from './use-cases/direct-meeting.ts';
import type { Ports } from './use-case.ts';

/** A meeting closes by itself so long after the last thing that happened in it. */
const FORGOTTEN_AFTER = 24 * HOUR;
/** One that never began keeps collecting so long after it was to begin. */
const NEVER_BEGUN_AFTER = 30 * DAY;

/**
 * Opens and closes what is due, finishes what a crash interrupted, and deletes what is kept no longer. Safe to call at any time, by
 * several instances.
 */
export async function keepHouse(ports: Ports): Promise<void> {
  await openPlanned(ports);
  for (const entry of await listAll(ports, OPEN_MEETINGS, '')) {
    try {
      await keepMeeting(ports, entry);
    } catch (fault) {
      // One meeting that cannot be kept now must not keep all others from closing.
      ports.tellFault(fault);
    }
  }
  await finishDeletions(ports);
  await endAged(ports);
  await endAgedEngagements(ports);
  await listOldTeams(ports);
}

async function keepMeeting(ports: Ports, entry: StoredDocument): Promise<void> {
  const { tenant, meeting: id } = decode(records.openMeeting, entry);
  const kept = await loadMeeting(ports, tenant, id);
  if (!kept) await forgetOpening(ports, { tenant, id });
  else if (kept.value.status === 'open') await keepOpen(ports, { ...kept, value: kept.value });
  else if (kept.value.status === 'closed') await sealMeeting(ports, kept.value);
}

async function keepOpen(ports: Ports, kept: Kept<OpenMeeting>): Promise<void> {
  const meeting = kept.value;
  if (isDue(meeting, ports.now())) {
    const closed = await directOpen(ports, kept, { direction: { type: 'close' } });
    if (closed.ok && closed.value.status === 'closed') await sealMeeting(ports, closed.value);
    return;
  }
  await tellParticipants(ports, meeting);
  const open = meeting.rounds.filter(({ state }) => state.status === 'open');
  for (const round of open) {
    await clearLeftGates(ports, { meeting, round });
    // A service that was stopped may have taken ballots that nobody counted yet.
    const recount = { tenant: meeting.tenant, meeting: meeting.id, round: round.id };
    await moveCount(ports, { ...recount, to: 'more' });
    await moveCount(ports, { ...recount, to: 'fewer' });
  }
  await mendCard(ports, meeting);
}

function isDue(meeting: OpenMeeting, now: Instant): boolean {
  if (meeting.format === 'pulse') return meeting.closesAt !== null && meeting.closesAt <= now;
  if (meeting.phase !== 'collecting') return meeting.activeAt + FORGOTTEN_AFTER <= now;
  return Math.max(meeting.activeAt, meeting.composition.scheduledFor ?? 0) + NEVER_BEGUN_AFTER <= now;
}
