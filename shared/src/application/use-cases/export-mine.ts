import type { MyData } from '../../contract/my-data.ts';
import { NOT_INCLUDED } from '../../contract/my-data.ts';
import type { Operations } from '../../contract/operations.ts';
import { ok } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { decode } from '../../records/record.ts';
import { listAll } from '../documents.ts';
import { entriesAbout } from '../lifecycle/audit-log.ts';
import { invitedTo } from '../lifecycle/invitations.ts';
import { mineInMeeting } from '../lifecycle/mine-in-meeting.ts';
import { myEngagement } from '../lifecycle/leave-engagement.ts';
import { myObservations, myPractice } from '../lifecycle/my-practice.ts';
import { administeredTeams, myTeams, type MyTeam } from '../lifecycle/my-teams.ts';
import { myNudges } from './nudge-preferences.ts';
import { auditPlace } from '../lifecycle/places.ts';
import { IDS, privatePlace, teamPlace } from '../places.ts';
import { statusOf } from '../../domain/commitment/commitment.ts';
import { memberOf } from '../../domain/team/team.ts';
import type { PersonId, TeamId } from '../../kernel/ids.ts';
import type { Actor, Ports, UseCase } from '../use-case.ts';

/** Everything that is the caller's, from everywhere that it lies. */
export const exportMine: UseCase<Operations['exportMine']> = async (ports, { actor }) => {
  const teams = await myTeams(ports, actor);
  const found = await Promise.all(teams.map((team) => inOneTeam(ports, actor, team)));
  const beside = await Promise.all(
    (await invitedTo(ports, actor)).map(({ id }) =>
      mineInMeeting(ports, actor, { meeting: id, names: [], asked: true }),
    ),
  );
  const asking = beside.filter((meeting) => meeting !== null);
  // Whoever is asked beside the leaders may be in the team.
  const isAsking = new Set(asking.map(({ line }) => line.id));
  const meetings = [...found.flatMap((team) => team.meetings).filter(({ line }) => !isAsking.has(line.id)), ...asking];
  const own = await logOf(ports, actor, null);
  const elsewhere = (await administeredTeams(ports, actor)).filter((id) => !teams.some((team) => team.id === id));
  const administered = await Promise.all(elsewhere.map((team) => logOf(ports, actor, team)));
  const output: MyData = {
    version: 1,
    exportedAt: ports.now(),
    person: { id: actor.person, name: actor.name },
    teams: teams.flatMap((team) => teamLine(team, actor.person)),
    meetings: meetings.map(({ line }) => line),
    ballots: meetings.flatMap(({ ballots }) => ballots),
    namedAnswers: meetings.flatMap(({ namedAnswers }) => namedAnswers),
    notes: await notesOf(ports, actor),
    words: meetings.flatMap(({ words }) => words),
    wordings: meetings.flatMap(({ wordings }) => wordings),
    commitments: found.flatMap(({ commitments }) => commitments),
    checkIns: found.flatMap(({ checkIns }) => checkIns),
    engagements: found.flatMap(({ engagements }) => engagements),
    observations: await myObservations(ports, actor),
    interventions: found.flatMap(({ practice }) => practice.interventions),
    incidents: found.flatMap(({ practice }) => practice.incidents),
    sessions: found.flatMap(({ practice }) => practice.sessions),
    log: [...own, ...found.flatMap(({ log }) => log), ...administered.flat()],
    nudges: await myNudges(ports, actor),
    notIncluded: [...NOT_INCLUDED],
  };
  return ok({ output, revision: null });
};

function teamLine({ id, team, names }: MyTeam, person: PersonId): MyData['teams'] {
  if (!team) return [];
  const member = memberOf(team, person);
  const { name, organisation } = team;
  const as = { role: member?.role ?? null, title: member?.title ?? '', group: member?.group ?? '' };
  return [{ id, name, organisation, names, ...as }];
}

async function inOneTeam(ports: Ports, actor: Actor, { id: team, team: now, names }: MyTeam) {
  const folder = await listAll(ports, teamPlace(actor.tenant, team), '');
  const of = (prefix: string) => folder.filter((stored) => stored.id.startsWith(prefix));
  const cards = of(IDS.cards).map((card) => decode(records.card, card));
  const meetings = await Promise.all(cards.map(({ id }) => mineInMeeting(ports, actor, { meeting: id, names })));
  const promised = of(IDS.commitments).map((stored) => decode(records.commitment, stored));
  return {
    meetings: meetings.filter((meeting) => meeting !== null),
    commitments: promised
      .filter(({ owner }) => owner === actor.person)
      .map((commitment) => {
        const { id, sentence, due, evidence, displaces } = commitment;
        return { id, team, sentence, due, evidence, displaces, status: statusOf(commitment) };
      }),
    checkIns: promised.flatMap(({ id, checkIns }) =>
      checkIns
        .filter(({ by }) => by === actor.person)
        .map(({ at, status, note }) => ({ commitment: id, at, status, note })),
    ),
    engagements: now ? await myEngagement(ports, now, actor.person) : [],
    practice: await myPractice(ports, actor, team),
    log: await logOf(ports, actor, team),
  };
}

async function notesOf(ports: Ports, { tenant, person }: Actor): Promise<MyData['notes']> {
  const notes = await listAll(ports, privatePlace(tenant, person), IDS.notes);
  return notes.map((stored) => {
    const [meeting = '', ...question] = stored.id.slice(IDS.notes.length).split('|');
    return { meeting, question: question.join('|'), text: decode(records.note, stored).text };
  });
}

async function logOf(ports: Ports, { tenant, person }: Actor, team: TeamId | null): Promise<MyData['log']> {
  const entries = await entriesAbout(ports, auditPlace(tenant, team ?? person), person);
  return entries.map(({ act, at, role, meeting, person: by }) => ({
    team,
    act,
    at,
    role,
    meeting,
    own: by === person,
  }));
}
