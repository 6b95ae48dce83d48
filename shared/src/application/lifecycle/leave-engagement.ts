import type { MyData } from '../../contract/my-data.ts';
import type { CoachingContract } from '../../domain/coaching/contract.ts';
import { partyIn } from '../../domain/coaching/engagement.ts';
import { renamed, type Leaver } from '../../domain/meeting/former-member.ts';
import type { Team } from '../../domain/team/team.ts';
import type { PersonId, TeamId } from '../../kernel/ids.ts';
import { coachingRecords } from '../../records/coaching-kinds.ts';
import { loadEngagement } from '../coaching/engagements.ts';
import { document } from '../documents.ts';
import { IDS, teamPlace } from '../places.ts';
import type { Ports } from '../use-case.ts';

/**
 * Puts the alias of a former member wherever a person was in the engagement of a team: as coach, sponsor or somebody who
 * accepted. Whether it is done: not while somebody else changes it.
 */
export async function leaveEngagement(
  ports: Ports,
  { tenant, team, leaver }: { readonly tenant: string; readonly team: TeamId; readonly leaver: Leaver },
): Promise<boolean> {
  const kept = await loadEngagement(ports, tenant, team);
  if (!kept) return true;
  const before = kept.value;
  const accepted = before.contract?.acceptedBy.map((one) => ({ ...one, person: renamed(one.person, leaver) })) ?? [];
  const next = {
    ...before,
    coach: renamed(before.coach, leaver),
    sponsor: before.sponsor === null ? null : renamed(before.sponsor, leaver),
    contract: before.contract && { ...before.contract, acceptedBy: accepted },
  };
  if (JSON.stringify(next) === JSON.stringify(before)) return true;
  const written = document(coachingRecords.engagement, IDS.engagement, { ...next, revision: before.revision + 1 });
  return (await ports.store.replace(teamPlace(tenant, team), written, kept.etag)).ok;
}

/** What of a team's engagement is somebody's own: what they are in it, what they accepted, and what they wrote as its coach. */
export async function myEngagement(ports: Ports, team: Team, person: PersonId): Promise<MyData['engagements']> {
  const engagement = (await loadEngagement(ports, team.tenant, team.id))?.value;
  if (!engagement) return [];
  const { coach, sponsor, purpose, occasion, begunAt, endedAt, contract, goals } = engagement;
  const coaches = coach === person;
  const as = coaches ? 'coach' : sponsor === person ? 'sponsor' : partyIn(team, engagement, person);
  const acceptance = contract?.acceptedBy.find((one) => one.person === person);
  if (as === null && !acceptance) return [];
  const accepted = contract && acceptance ? { version: contract.version, at: acceptance.at } : null;
  const wrote = coaches ? { contract: contract && termsOf(contract), goals } : null;
  return [{ team: team.id, as, purpose: coaches ? purpose : null, occasion, begunAt, endedAt, accepted, wrote }];
}

function termsOf({ version, purpose, outcomes, boundaries }: CoachingContract) {
  return { version, purpose, outcomes, boundaries };
}
