import { holdsBack, type Engagement } from '../../domain/coaching/engagement.ts';
import type { TeamId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { coachingRecords, type AgingEngagement } from '../../records/coaching-kinds.ts';
import { records } from '../../records/kinds.ts';
import { loadEngagement } from '../coaching/engagements.ts';
import { allOf, listAll } from '../documents.ts';
import { IDS, teamPlace } from '../places.ts';
import type { Place } from '../ports/document-store.ts';
import type { Ports } from '../use-case.ts';
import { endAgedOf, forgetAgingOf, listAging, type AgingList } from './aging-list.ts';
import { monthsLong } from './audit-log.ts';
import { AGING_ENGAGEMENTS } from './places.ts';

const LIST: AgingList<AgingEngagement> = { place: AGING_ENGAGEMENTS, kind: coachingRecords.agingEngagement, isGone };

/** Lets the age of an engagement that is about to end be looked at from now on; looking at it twice does nothing more. */
export async function beginAgingEngagement(ports: Ports, tenant: string, { team, id }: Engagement): Promise<void> {
  await listAging(ports, LIST, { at: ports.now(), name: id, aging: { tenant, team, engagement: id } });
}

/**
 * Deletes engagements that ended longer ago than their organisation keeps closed meetings, once the meetings that were
 * held under them are gone. One that holds something back from sponsors stays whole, to be read, for as long as there is
 * anything that would open to them: its promise stands after its end, and for what opens then.
 */
export function endAgedEngagements(ports: Ports): Promise<void> {
  return endAgedOf(ports, LIST);
}

/** Looks at a team's engagements no more. */
export function forgetAgingEngagements(ports: Ports, tenant: string, team: TeamId): Promise<void> {
  return forgetAgingOf(ports, LIST, { tenant, team });
}

/** Whether there is nothing left that could still grow too old. */
async function isGone(ports: Ports, { tenant, team, engagement }: AgingEngagement): Promise<boolean> {
  const kept = await loadEngagement(ports, tenant, team);
  if (kept?.value.id !== engagement) return true;
  const [months, { endedAt }] = [ports.keptMonths(tenant), kept.value];
  if (endedAt === null || months === null || endedAt + monthsLong(months) > ports.now()) return false;
  const place = teamPlace(tenant, team);
  const isNeeded = holdsBack(kept.value)
    ? await holdsAnything(ports, place)
    : await wasHeldUnder(ports, place, endedAt);
  return !isNeeded && (await ports.store.delete(place, IDS.engagement, kept.etag)).ok;
}

/** Whether there is a meeting that was opened before an engagement ended. */
async function wasHeldUnder(ports: Ports, place: Place, endedAt: Instant): Promise<boolean> {
  return (await openings(ports, place)).some((openedAt) => openedAt <= endedAt);
}

/** Whether there is anything that a promise can hold back: a meeting that was opened, or what one left to be done. */
async function holdsAnything(ports: Ports, place: Place): Promise<boolean> {
  if ((await openings(ports, place)).length > 0) return true;
  return (await listAll(ports, place, IDS.commitments)).length > 0;
}

/** When the team's meetings were opened, as far as they are still there. */
async function openings(ports: Ports, place: Place): Promise<readonly Instant[]> {
  const cards = await allOf(ports, records.card, { place, prefix: IDS.cards });
  return cards.flatMap(({ openedAt }) => (openedAt === null ? [] : [openedAt]));
}
