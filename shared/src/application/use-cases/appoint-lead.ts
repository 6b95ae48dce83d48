import type { organisationOperations } from '../../contract/organisation-operations.ts';
import { changeRole, leads, memberOf } from '../../domain/team/team.ts';
import { DAY } from '../../kernel/instant.ts';
import { fail, ok } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { organisationRecords } from '../../records/organisation-kinds.ts';
import { document } from '../documents.ts';
import { enterAdministered } from '../in-team.ts';
import { longestLogged, monthsLong } from '../lifecycle/audit-log.ts';
import { ADMINISTERED, APPOINTED } from '../organisation/places.ts';
import { activeLead } from '../organisation/team-line.ts';
import { IDS, personPlace, teamPlace } from '../places.ts';
import type { Actor, Ports, UseCase } from '../use-case.ts';
import type { TeamId } from '../../kernel/ids.ts';

/** For so long the team's page says who was given the lead, and when. */
const TOLD_FOR = 30 * DAY;

/** Gives the lead of a team that nobody leads any more to a member, and never to the administrator who does it. */
export const appointLead: UseCase<(typeof organisationOperations)['appointLead']> = async (ports, call) => {
  const { actor, input } = call;
  const entered = await enterAdministered(ports, 'appointLead', call);
  if (!entered.ok) return entered;
  const { value: team, etag } = entered.value;
  const member = memberOf(team, input.person);
  if (!member) return fail({ kind: 'team.member-unknown' });
  if (member.person === actor.person) return fail({ kind: 'lead.oneself' });
  if (leads(member)) return fail({ kind: 'lead.leads-already' });
  const active = await activeLead(ports, team);
  if (active) return fail({ kind: 'lead.is-there', name: active.name });
  const next = changeRole(team, member.person, input.role);
  if (!next.ok) return next;
  await rememberAdministered(ports, actor, team.id);
  const told = { person: member.person, role: input.role, at: ports.now() };
  const written = await ports.store.batch(teamPlace(actor.tenant, team.id), [
    { type: 'replace', document: document(records.team, IDS.team, next.value), etag },
    {
      type: 'put',
      document: { ...document(organisationRecords.appointed, APPOINTED, told), lifetime: TOLD_FOR / 1_000 },
    },
  ]);
  if (!written.ok) return fail({ kind: 'revision.stale' });
  const lead = { person: member.person, name: member.name, role: input.role };
  return ok({ output: { team: team.id, lead }, revision: null });
};

/** Lets an administrator find what the log of a team that they are not in says of them, for as long as it does. */
async function rememberAdministered(ports: Ports, { tenant, person }: Actor, team: TeamId): Promise<void> {
  const kept = document(organisationRecords.administered, `${ADMINISTERED}${team}`, { team });
  const lifetime = Math.ceil((monthsLong(longestLogged(ports, tenant)) + DAY) / 1_000);
  await ports.store.put(personPlace(tenant, person), { ...kept, lifetime });
}
