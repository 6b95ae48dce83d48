import type { TeamId } from '../../kernel/ids.ts';
import type { Team } from '../../domain/team/team.ts';
import { organisationRecords } from '../../records/organisation-kinds.ts';
import { records } from '../../records/kinds.ts';
import { lifecycleRecords } from '../../records/lifecycle-kinds.ts';
import { decode } from '../../records/record.ts';
import { allOf, listAll } from '../documents.ts';
import { loadTeam } from '../in-team.ts';
import { IDS, personPlace } from '../places.ts';
import type { Actor, Ports } from '../use-case.ts';
import { ADMINISTERED } from '../organisation/places.ts';
import { PAST_TEAMS } from './places.ts';

/** A team that somebody is or was in. */
export interface MyTeam {
  readonly id: TeamId;
  /** `null`: it is gone. */
  readonly team: Team | null;
  /** The names that the person has or had there. */
  readonly names: readonly string[];
}

/** Every team that somebody is in or was in. */
export async function myTeams(
  ports: Ports,
  { tenant, person }: Pick<Actor, 'tenant' | 'person'>,
): Promise<readonly MyTeam[]> {
  const place = personPlace(tenant, person);
  const now = (await listAll(ports, place, IDS.teams)).map((stored) => decode(records.membership, stored).team);
  const past = (await listAll(ports, place, PAST_TEAMS)).map((stored) =>
    decode(lifecycleRecords.pastMembership, stored),
  );
  const ids = new Set([...now, ...past.map(({ team }) => team)]);
  return Promise.all(
    [...ids].map(async (id) => {
      const team = (await loadTeam(ports, tenant, id))?.value ?? null;
      const name = team?.members.find((member) => member.person === person)?.name;
      const before = past.filter((one) => one.team === id).map((one) => one.name);
      return { id, team, names: [...new Set([...(name === undefined ? [] : [name]), ...before])] };
    }),
  );
}

/** Teams in whose logs somebody is as an administrator. That gives no sight of the team: only of what is said of them. */
export async function administeredTeams(
  ports: Ports,
  { tenant, person }: Pick<Actor, 'tenant' | 'person'>,
): Promise<readonly TeamId[]> {
  const place = personPlace(tenant, person);
  const all = await allOf(ports, organisationRecords.administered, { place, prefix: ADMINISTERED });
  return all.map(({ team }) => team);
}
