import type { OpenMeeting } from '../domain/meeting/meeting.ts';
import { areKnown, tellsOfFew, type AskedInGroups } from '../domain/meeting/stakeholders.ts';
import { records } from '../records/kinds.ts';
import { decode } from '../records/record.ts';
import { listAll } from './documents.ts';
import { loadMeeting } from './in-team.ts';
import { IDS, teamPlace } from './places.ts';
import type { Ports } from './use-case.ts';

/**
 * Whether a pulse that is about to be opened asks nearly the same stakeholders as another one of its team: whoever compared
 * their results would know what the few answered in whom they differ. Pulses of which it is no longer known whom they asked
 * are left out.
 */
export async function isTooAlike(ports: Ports, { tenant, id, team, terms }: OpenMeeting): Promise<boolean> {
  if (terms.asks === 'team') return false;
  const stored = await listAll(ports, teamPlace(tenant, team), IDS.cards);
  const others = stored
    .map((card) => decode(records.card, card))
    .filter((card) => card.asks === 'stakeholders' && card.status !== 'draft' && card.id !== id);
  const before = await Promise.all(others.map((card) => askedBefore(ports, tenant, card.id)));
  return tellsOfFew(
    terms,
    before.filter((asked) => asked !== null),
  );
}

async function askedBefore(ports: Ports, tenant: string, id: OpenMeeting['id']): Promise<AskedInGroups | null> {
  const meeting = (await loadMeeting(ports, tenant, id))?.value;
  if (!meeting || meeting.status === 'draft') return null;
  return areKnown(meeting.terms.groups) ? meeting.terms : null;
}
