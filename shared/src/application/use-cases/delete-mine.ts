import type { Operations } from '../../contract/operations.ts';
import type { OperationError } from '../../contract/problem-kinds.ts';
import { removeMember } from '../../domain/team/team.ts';
import type { MeetingId, TeamId } from '../../kernel/ids.ts';
import { fail, ok } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import type { PersonDeletion } from '../../records/lifecycle-kinds.ts';
import { decode } from '../../records/record.ts';
import { listAll } from '../documents.ts';
import { loadMeeting } from '../in-team.ts';
import { randomParts } from '../lifecycle/audit-log.ts';
import { deletionId, keepDeletion, readDeletion } from '../lifecycle/deletions.ts';
import { forgetPerson } from '../lifecycle/forget-person.ts';
import { askedIn, invitedTo } from '../lifecycle/invitations.ts';
import { administeredTeams, myTeams, type MyTeam } from '../lifecycle/my-teams.ts';
import { IDS, teamPlace } from '../places.ts';
import type { Actor, Ports, UseCase } from '../use-case.ts';

/** Deletes what is the caller's, or says what has to be handed over first; called again, it goes on where it was. */
export const deleteMine: UseCase<Operations['deleteMine']> = async (ports, { actor }) => {
  const teams = await myTeams(ports, actor);
  const found = [...(await invitedTo(ports, actor)), ...(await askedIn(ports, actor))];
  const asked = found.map(({ id, team }) => ({ id, team }));
  const meetings = [...(await meetingsOf(ports, actor, teams)), ...asked];
  const first = lastToLead(actor, teams) ?? (await stillRuns(ports, actor, meetings));
  if (first) return fail(first);
  const deletion = await begin(ports, actor, { teams, meetings });
  const openMeetings = await forgetPerson(ports, deletion);
  return ok({ output: { deleted: true, openMeetings }, revision: null });
};

interface InTeamMeeting {
  readonly id: MeetingId;
  readonly team: TeamId;
}

async function meetingsOf(
  ports: Ports,
  { tenant }: Actor,
  teams: readonly MyTeam[],
): Promise<readonly InTeamMeeting[]> {
  const cards = teams.map(async ({ id: team }) => {
    const stored = await listAll(ports, teamPlace(tenant, team), IDS.cards);
    return stored.map((card) => ({ id: decode(records.card, card).id, team }));
  });
  return (await Promise.all(cards)).flat();
}

function lastToLead({ person }: Actor, teams: readonly MyTeam[]): OperationError | null {
  for (const { team } of teams) {
    const left = team && removeMember(team, person);
    if (left?.ok === false && left.error.kind === 'team.nobody-left-to-lead') {
      return { kind: 'person.last-to-lead', team: team?.name ?? '' };
    }
  }
  return null;
}

async function stillRuns(
  ports: Ports,
  { tenant, person }: Actor,
  meetings: readonly InTeamMeeting[],
): Promise<OperationError | null> {
  for (const { id } of meetings) {
    const meeting = (await loadMeeting(ports, tenant, id))?.value;
    if (meeting?.status === 'open' && meeting.facilitator === person) {
      return { kind: 'person.runs-a-meeting', meeting: meeting.composition.title };
    }
  }
  return null;
}

/** Writes down what is to be done, together with what is left of an earlier time. */
async function begin(
  ports: Ports,
  { tenant, person, name }: Actor,
  { teams, meetings }: { readonly teams: readonly MyTeam[]; readonly meetings: readonly InTeamMeeting[] },
): Promise<PersonDeletion> {
  const earlier = await readDeletion(ports, deletionId({ of: 'person', tenant, person }));
  const known = earlier?.of === 'person' ? earlier : null;
  const administered = await administeredTeams(ports, { tenant, person });
  const deletion: PersonDeletion = {
    of: 'person',
    tenant,
    person,
    seed: known?.seed ?? randomParts(ports).join(' '),
    names: [...new Set([...(known?.names ?? []), name, ...teams.flatMap(({ names }) => names)])],
    begunAt: known?.begunAt ?? ports.now(),
    teams: [...new Set([...(known?.teams ?? []), ...teams.map(({ id }) => id), ...administered])],
    meetings: [...new Map([...(known?.meetings ?? []), ...meetings].map((one) => [one.id, one])).values()],
  };
  await keepDeletion(ports, deletion);
  return deletion;
}
