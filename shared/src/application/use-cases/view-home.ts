import type { Operations } from '../../contract/operations.ts';
import type { HomeView } from '../../contract/views.ts';
import { isOpen } from '../../domain/commitment/commitment.ts';
import type { OpenMeeting } from '../../domain/meeting/meeting.ts';
import { ratingRound } from '../../domain/meeting/rounds.ts';
import { isBefore } from '../../domain/meeting/phases.ts';
import { memberOf } from '../../domain/team/team.ts';
import { DAY, earliestToday } from '../../kernel/instant.ts';
import { ok } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { decode } from '../../records/record.ts';
import { access } from '../access.ts';
import { NOBODY } from '../admitted.ts';
import { ownBallot } from '../ballots/own-ballot.ts';
import { listAll } from '../documents.ts';
import { enterAsked, loadMeeting, loadTeam } from '../in-team.ts';
import { IDS, personPlace, teamPlace } from '../places.ts';
import { movementsIn, presentCommitment } from '../present/commitment.ts';
import { cardOf, folderFor, isWithheld, openFolder, visibleCards } from '../present/team.ts';
import type { Actor, Ports, UseCase } from '../use-case.ts';

const SOON = 14 * DAY;

export const viewHome: UseCase<Operations['viewHome']> = async (ports, { actor }) => {
  const memberships = await listAll(ports, personPlace(actor.tenant, actor.person), IDS.teams);
  const teams = await Promise.all(
    memberships.map((membership) => ofTeam(ports, actor, decode(records.membership, membership).team)),
  );
  const known = teams.filter((team) => team !== null);
  const pulses = await pulsesBesideTeams(ports, actor);
  return ok({
    output: {
      person: { person: actor.person, name: actor.name },
      administers: access.viewOrganisation({ ...NOBODY, administers: actor.administers }),
      teams: known.map(({ team }) => team),
      waiting: [...known.flatMap(({ waiting }) => waiting), ...pulses],
      commitments: known.flatMap(({ commitments }) => commitments),
    },
    revision: null,
  });
};

async function ofTeam(ports: Ports, actor: Actor, id: Parameters<typeof loadTeam>[2]) {
  const kept = await loadTeam(ports, actor.tenant, id);
  const member = kept && memberOf(kept.value, actor.person);
  if (!member) return null;
  const team = kept.value;
  const whole = openFolder(await listAll(ports, teamPlace(actor.tenant, id), ''));
  const folder = folderFor(team, member, whole);
  const cards = visibleCards(folder.cards, member);
  const today = earliestToday(ports.now());
  const movements = movementsIn(folder, member);
  const mine = folder.commitments
    .filter((commitment) => commitment.owner === actor.person)
    .map((commitment) => ({ commitment, view: presentCommitment(commitment, { team, member, movements, today }) }));
  const soon = earliestToday(ports.now() + SOON);
  const dueSoon = mine.filter(({ commitment }) => isOpen(commitment) && commitment.due <= soon);
  const open = await Promise.all(
    cards.filter((card) => card.status === 'open').map((card) => loadMeeting(ports, actor.tenant, card.id)),
  );
  const running = open.flatMap((meeting) => {
    const asks = meeting?.value.status === 'open' && meeting.value.terms.leaders.includes(actor.person);
    return asks ? [meeting.value] : [];
  });
  const ballots = await Promise.all(running.map((meeting) => ballotWaiting(ports, actor, meeting)));
  const waiting: HomeView['waiting'] = [
    ...cards.flatMap((card): HomeView['waiting'] => {
      const base = { team: team.name, meeting: card } as const;
      const ballot = ballots.find((candidate) => candidate?.meeting === card.id);
      if (ballot) return [{ kind: 'ballot', ...base, answered: ballot.answered, questions: ballot.questions }];
      if (card.status === 'draft') return [{ kind: 'plan', ...base }];
      return card.status === 'open' && card.format === 'meeting' ? [{ kind: 'meeting', ...base }] : [];
    }),
    ...dueSoon.map(({ view }) => ({ kind: 'check-in' as const, team: team.name, commitment: view })),
  ];
  return {
    team: {
      id: team.id,
      name: team.name,
      organisation: team.organisation,
      role: member.role,
      meetings: cards,
      withheld: isWithheld(team, member, whole),
    },
    waiting,
    commitments: mine.map(({ view }) => view),
  };
}

/** Pulses that ask for the person's answers beside those of their teams' leaders. */
async function pulsesBesideTeams(ports: Ports, actor: Actor): Promise<HomeView['waiting']> {
  const invitations = await listAll(ports, personPlace(actor.tenant, actor.person), IDS.invitations);
  const found = await Promise.all(
    invitations.map(async (kept): Promise<HomeView['waiting']> => {
      const params = { meeting: decode(records.invitation, kept).meeting };
      const entered = await enterAsked(ports, 'castBallot', { actor, params, ifMatch: null, as: 'recently' });
      if (!entered.ok || entered.value.viewer.role !== 'participant') return [];
      const { meeting, team } = entered.value;
      if (meeting.status !== 'open') return [];
      const ballot = await ballotWaiting(ports, actor, meeting);
      if (!ballot) return [];
      const { answered, questions } = ballot;
      return [{ kind: 'ballot', team: team.name, meeting: cardOf(meeting), answered, questions }];
    }),
  );
  return found.flat();
}

/** How far the person's own rating is, while it can still be answered; `null` when nothing is asked or all is. */
async function ballotWaiting(ports: Ports, actor: Actor, meeting: OpenMeeting) {
  const round = ratingRound(meeting);
  if (round.state.status !== 'open' || !isBefore(meeting.phase, 'predicting')) return null;
  const ballot = await ownBallot(ports, round, actor);
  const answered = Object.keys(ballot?.answers ?? {}).length;
  const questions = round.questions.length;
  return answered < questions ? { meeting: meeting.id, answered, questions } : null;
}
