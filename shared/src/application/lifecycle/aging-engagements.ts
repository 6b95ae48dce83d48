import type { Engagement } from '../../domain/coaching/engagement.ts';
import type { TeamId } from '../../kernel/ids.ts';
import { DAY, MINUTE, type Instant } from '../../kernel/instant.ts';
import { coachingRecords, type AgingEngagement } from '../../records/coaching-kinds.ts';
import { records } from '../../records/kinds.ts';
import { decode } from '../../records/record.ts';
import { loadEngagement } from '../coaching/engagements.ts';
import { document, listAll } from '../documents.ts';
import { IDS, teamPlace } from '../places.ts';
import type { Ports } from '../use-case.ts';
import { monthsLong } from './audit-log.ts';
import { AGING_ENGAGEMENTS } from './places.ts';

const LOOKED_AT_EVERY = DAY;
const MANY = 100;

/** Lets the age of an engagement that ends be looked at from now on; done twice, it is there once. */
export async function beginAgingEngagement(ports: Ports, tenant: string, { team, id }: Engagement): Promise<void> {
  await lookAgainAt(ports, ports.now(), { tenant, team, engagement: id });
}

/**
 * Deletes engagements that ended longer ago than their organisation keeps closed meetings. What they promised about
 * sponsors goes last: not before the meetings that were held under it.
 */
export async function endAgedEngagements(ports: Ports): Promise<void> {
  const now = ports.now();
  const { documents } = await ports.store.list(AGING_ENGAGEMENTS, { prefix: '', limit: MANY });
  for (const entry of documents) {
    if (entry.id > idAt(now, '~')) return;
    const aging = decode(coachingRecords.agingEngagement, entry);
    // Written anew before the old one goes: a crash in between has it looked at twice.
    if (!(await isGone(ports, aging))) await lookAgainAt(ports, now + LOOKED_AT_EVERY, aging);
    await ports.store.delete(AGING_ENGAGEMENTS, entry.id);
  }
}

/** Looks at a team's engagements no more. */
export async function forgetAgingEngagements(ports: Ports, tenant: string, team: TeamId): Promise<void> {
  for (const entry of await listAll(ports, AGING_ENGAGEMENTS, '')) {
    const aging = decode(coachingRecords.agingEngagement, entry);
    if (aging.tenant === tenant && aging.team === team) await ports.store.delete(AGING_ENGAGEMENTS, entry.id);
  }
}

/** Whether there is nothing left that could still grow too old. */
async function isGone(ports: Ports, { tenant, team, engagement }: AgingEngagement): Promise<boolean> {
  const kept = await loadEngagement(ports, tenant, team);
  if (kept?.value.id !== engagement) return true;
  const [months, { endedAt }] = [ports.keptMonths(tenant), kept.value];
  if (endedAt === null || months === null || endedAt + monthsLong(months) > ports.now()) return false;
  const place = teamPlace(tenant, team);
  const cards = (await listAll(ports, place, IDS.cards)).map((card) => decode(records.card, card));
  const isHeldUnder = cards.some(({ openedAt }) => openedAt !== null && openedAt <= endedAt);
  return !isHeldUnder && (await ports.store.delete(place, IDS.engagement, kept.etag)).ok;
}

async function lookAgainAt(ports: Ports, at: Instant, aging: AgingEngagement): Promise<void> {
  const entry = document(coachingRecords.agingEngagement, idAt(at, aging.engagement), aging);
  await ports.store.put(AGING_ENGAGEMENTS, entry);
}

function idAt(at: Instant, engagement: string): string {
  return `${String(Math.ceil(at / MINUTE)).padStart(9, '0')}|${engagement}`;
}
