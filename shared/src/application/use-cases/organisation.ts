import type { organisationOperations } from '../../contract/organisation-operations.ts';
import { isOfCoaching } from '../../domain/audit/audit.ts';
import type { Team } from '../../domain/team/team.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import { admitted } from '../admitted.ts';
import { ENTRIES_PER_PAGE, longestLogged, readEntries, type KeptEntry } from '../lifecycle/audit-log.ts';
import { audited } from '../lifecycle/audited.ts';
import { auditPlace } from '../lifecycle/places.ts';
import { addUsage, teamLine } from '../organisation/team-line.ts';
import { allTeams, areTeamsListed, listedTeams, together } from '../organisation/team-list.ts';
import { nameIn } from '../present/meeting.ts';
import type { UseCase } from '../use-case.ts';
import { appointLead } from './appoint-lead.ts';

type OrganisationOperations = typeof organisationOperations;

const TEAMS_PER_PAGE = 25;

const viewOrganisation: UseCase<OrganisationOperations['viewOrganisation']> = async (ports, { actor }) => {
  const meetings = ports.keptMonths(actor.tenant);
  return ok({
    output: {
      service: { version: ports.version, teamsListed: await areTeamsListed(ports) },
      retention: { meetings, logs: longestLogged(ports, actor.tenant) },
    },
    revision: null,
  });
};

const viewOrganisationTeams: UseCase<OrganisationOperations['viewOrganisationTeams']> = async (
  ports,
  { actor, params },
) => {
  const after = params.page === 'first' ? null : params.page;
  const { teams, next } = await listedTeams(ports, actor.tenant, { after, limit: TEAMS_PER_PAGE });
  const lines = await together(teams, (team) => teamLine(ports, team));
  const usage = addUsage(lines.flatMap((one) => one.usage));
  return ok({ output: { teams: lines.map(({ line }) => line), usage: [...usage], next }, revision: null });
};

/**
 * One page of all teams' logs as one. The ids of entries go by time, so that the same id says in each log where the page
 * begins: it costs one look a team.
 */
const viewOrganisationLog: UseCase<OrganisationOperations['viewOrganisationLog']> = async (
  ports,
  { actor, params },
) => {
  const after = params.page === 'first' ? null : params.page;
  const teams = await allTeams(ports, actor.tenant);
  const pages = await together(teams, async (team) => {
    const { entries } = await readEntries(ports, auditPlace(actor.tenant, team.id), after);
    return entries.map((entry) => ({ entry, team }));
  });
  const all = pages.flat().sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  const page = all.slice(0, ENTRIES_PER_PAGE);
  return ok({
    output: {
      entries: page.filter(({ entry }) => !isOfCoaching(entry.act)).map(({ entry, team }) => shownEntry(entry, team)),
      next: all.length < ENTRIES_PER_PAGE ? null : (page.at(-1)?.entry.id ?? null),
    },
    revision: null,
  });
};

/** Which meeting it was is left out, for its title is the team's. */
function shownEntry({ id, act, at, role, person, about }: KeptEntry, team: Team) {
  const named = (one: PersonId) => ({ person: one, name: nameIn(team, one) });
  const of = { id: team.id, name: team.name };
  return { id, team: of, act, at, role, by: named(person), about: about === null ? null : named(about) };
}

/** What each operation of whoever administers the organisation does. */
export const organisationUseCases: {
  readonly [N in keyof OrganisationOperations]: UseCase<OrganisationOperations[N]>;
} = {
  viewOrganisation: audited('viewOrganisation', admitted('viewOrganisation', viewOrganisation)),
  viewOrganisationTeams: audited('viewOrganisationTeams', admitted('viewOrganisationTeams', viewOrganisationTeams)),
  viewOrganisationLog: audited('viewOrganisationLog', admitted('viewOrganisationLog', viewOrganisationLog)),
  appointLead: audited('appointLead', appointLead),
};
