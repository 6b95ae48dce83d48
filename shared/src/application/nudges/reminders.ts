import { dayOf, type Instant } from '../../kernel/instant.ts';
import type { MeetingId, TeamId } from '../../kernel/ids.ts';
import { nudgeRecords } from '../../records/nudge-kinds.ts';
import { document, readKept } from '../documents.ts';
import type { Place } from '../ports/document-store.ts';
import type { Ports } from '../use-case.ts';

/** When leaders and coaches last asked that people are reminded; nobody is told when it changes. */
function remindersPlace(tenant: string): Place {
  return { container: 'private', partition: `t|${tenant}|reminders` };
}

/** What people are reminded of: a meeting that asks for answers, a team's overdue commitments, or its contract. */
type About = MeetingId | TeamId | ContractOf;

/** The contract of a team, whichever version waits for a yes. */
type ContractOf = `contract|${TeamId}`;

export function contractOf(team: TeamId): ContractOf {
  return `contract|${team}`;
}

/** When it was last asked that people are reminded of something; `null`: never. */
export async function remindedAt(ports: Ports, tenant: string, about: About): Promise<Instant | null> {
  const kept = await readKept(ports, nudgeRecords.reminder, { place: remindersPlace(tenant), id: about });
  return kept?.value.at ?? null;
}

/** Notes that people are to be reminded; `false` where it was asked today already. Of several who ask at once, one is first. */
export async function noteReminder(ports: Ports, tenant: string, about: About): Promise<boolean> {
  const place = remindersPlace(tenant);
  const at = ports.now();
  const kept = await readKept(ports, nudgeRecords.reminder, { place, id: about });
  if (kept && dayOf(kept.value.at) === dayOf(at)) return false;
  const next = document(nudgeRecords.reminder, about, { at });
  return (await (kept ? ports.store.replace(place, next, kept.etag) : ports.store.create(place, next))).ok;
}

export async function forgetReminder(ports: Ports, tenant: string, about: About): Promise<void> {
  await ports.store.delete(remindersPlace(tenant), about);
}
