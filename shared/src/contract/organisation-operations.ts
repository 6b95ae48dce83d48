import { z } from 'zod';
import { ACTS } from '../domain/audit/audit.ts';
import { auditPage } from './my-data.ts';
import type { DeepReadonly, Operation } from './operation.ts';
import { routes } from './routes.ts';
import { day, idOf, instant, role, scope } from './schemas.ts';

const person = z.object({ person: idOf('person'), name: z.string() });
const count = z.int().nonnegative();

/** What a part of the organisation did in a calendar month (UTC). */
const usageMonth = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  /** Closed in this month. */
  meetings: count,
  pulses: count,
  /** How many were asked in those of them that enough people answered, and how many answered; all but one look like all. */
  asked: count,
  answered: count,
});

/** A team as whoever administers the organisation sees it: nothing of what was said in it. */
const organisationTeam = z.object({
  id: idOf('team'),
  name: z.string(),
  organisation: z.string(),
  scope,
  people: count,
  /** Those who can plan its meetings. */
  leads: z.array(person.extend({ role })),
  /** The day of the newest entry of its log, in UTC; answering leaves none. `null`: it has none any more. */
  activeOn: day.nullable(),
  meetings: z.object({ draft: count, open: count, closed: count }),
  /** Who could be given the lead; empty where somebody who leads was active lately. */
  candidates: z.array(person.extend({ role })),
});

const organisationView = z.object({
  service: z.object({
    version: z.string(),
    /** Whether teams from before there was a list of them are on it by now. */
    teamsListed: z.boolean(),
  }),
  /** For how many months closed meetings and logs are kept; `null`: until somebody deletes them. */
  retention: z.object({ meetings: z.int().positive().nullable(), logs: z.int().positive() }),
});

const organisationTeams = z.object({
  teams: z.array(organisationTeam),
  /** Of the teams on this page, newest month first, of the last twelve those in which anything was closed. */
  usage: z.array(usageMonth),
  /** The page that follows; `null` on the last. */
  next: z.string().nullable(),
});

/** What logs of teams say, newest first, without titles and without what is the coaching's. */
const organisationLog = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      team: z.object({ id: idOf('team'), name: z.string() }),
      act: z.enum(ACTS),
      at: instant,
      role: role.nullable(),
      /** The name is empty for somebody who is not in the team. */
      by: person,
      about: person.nullable(),
    }),
  ),
  next: z.string().nullable(),
});

const teamsPage = z.string().regex(/^(?:first|team_[A-Za-z0-9-]{1,64})$/);

/** What whoever administers the organisation can do, by name. */
export const organisationOperations = {
  viewOrganisation: {
    ...routes.viewOrganisation,
    name: 'viewOrganisation',
    summary: 'The service and how long an organisation keeps what is there',
    params: z.object({}),
    input: null,
    output: organisationView,
  },
  viewOrganisationTeams: {
    ...routes.viewOrganisationTeams,
    name: 'viewOrganisationTeams',
    summary:
      'Teams of the organisation and how much they did, without content; the page `first`, then what `next` says',
    params: z.object({ page: teamsPage }),
    input: null,
    output: organisationTeams,
  },
  viewOrganisationLog: {
    ...routes.viewOrganisationLog,
    name: 'viewOrganisationLog',
    summary: 'Who did what in all teams, without content; the page `first`, then what `next` says',
    params: z.object({ page: auditPage }),
    input: null,
    output: organisationLog,
  },
  appointLead: {
    ...routes.appointLead,
    name: 'appointLead',
    summary: 'Give a member of a team that nobody leads any more the lead; the team is told',
    params: z.object({ team: idOf('team') }),
    input: z.object({ person: idOf('person'), role: z.enum(['leader', 'coach']) }),
    output: z.object({ team: idOf('team'), lead: person.extend({ role }) }),
  },
} as const satisfies Record<string, Operation>;

export type OrganisationTeam = DeepReadonly<z.infer<typeof organisationTeam>>;
export type OrganisationTeams = DeepReadonly<z.infer<typeof organisationTeams>>;
export type UsageMonth = DeepReadonly<z.infer<typeof usageMonth>>;
