import { hasAccepted } from '../../domain/coaching/contract.ts';
import { partyIn } from '../../domain/coaching/engagement.ts';
import { isOpen } from '../../domain/commitment/commitment.ts';
import { MEASURED_EVERY, type MeetingFact, type NudgeFacts } from '../../domain/nudges/facts.ts';
import type { Meeting, OpenMeeting } from '../../domain/meeting/meeting.ts';
import { isBefore } from '../../domain/meeting/phases.ts';
import { ratingRound } from '../../domain/meeting/rounds.ts';
import { memberOf, type Team } from '../../domain/team/team.ts';
import type { MeetingId, TeamId } from '../../kernel/ids.ts';
import { DAY, dayOf } from '../../kernel/instant.ts';
import { practiceRecords } from '../../records/practice-kinds.ts';
import { records } from '../../records/kinds.ts';
import { lifecycleRecords } from '../../records/lifecycle-kinds.ts';
import { decode } from '../../records/record.ts';
import { ballotAddress } from '../ballots/own-ballot.ts';
import { loadEngagement } from '../coaching/engagements.ts';
import { PRACTICE, practicePlace } from '../coaching/practice-place.ts';
import { listAll } from '../documents.ts';
import { enterAsked, recallMeeting } from '../in-team.ts';
import { PAST_TEAMS } from '../lifecycle/places.ts';
import { IDS, personPlace, teamPlace } from '../places.ts';
import { openFolder, type TeamFolder } from '../present/team.ts';
import type { Ports } from '../use-case.ts';
import type { Receiver } from './places.ts';
import { contractOf, remindedAt } from './reminders.ts';

/** What closed longer ago is news no more. */
const NEWS_FOR = 7 * DAY;

/** Whatever may be a reason to speak to somebody. No ballot is looked at. */
export async function factsFor(ports: Ports, who: Receiver): Promise<NudgeFacts> {
  const memberships = await listAll(ports, personPlace(who.tenant, who.person), IDS.teams);
  const teams = await Promise.all(
    memberships.map((stored) => factsOfTeam(ports, who, decode(records.membership, stored).team)),
  );
  return {
    asked: [...teams.flatMap(({ asked }) => asked), ...(await askedBeside(ports, who))],
    commitments: teams.flatMap(({ commitments }) => commitments),
    closed: teams.flatMap(({ closed }) => closed),
    contracts: teams.flatMap(({ contracts }) => contracts),
    measures: teams.flatMap(({ measures }) => measures),
    notOpened: [...teams.flatMap(({ notOpened }) => notOpened), ...(await missedInPast(ports, who))],
  };
}

/**
 * Whether there is a ballot of somebody in a meeting's rating, or none can be any more. That there is one, and nothing in
 * it, is looked up under the tag that only the round's key makes.
 */
export async function hasAnswered(ports: Ports, who: Receiver, id: MeetingId): Promise<boolean> {
  const meeting = await recallMeeting(ports, who.tenant, id);
  if (meeting?.value.status !== 'open') return true;
  const address = await ballotAddress(ports, ratingRound(meeting.value), who);
  return address === null || (await ports.store.read(address.place, address.id)) !== null;
}

const NOTHING: NudgeFacts = { asked: [], commitments: [], closed: [], contracts: [], measures: [], notOpened: [] };

async function factsOfTeam(ports: Ports, who: Receiver, id: TeamId): Promise<NudgeFacts> {
  const place = teamPlace(who.tenant, id);
  const team = (await ports.recent.team({ place, id: IDS.team }))?.value;
  const role = team && memberOf(team, who.person)?.role;
  if (!role) return NOTHING;
  const folder = openFolder(await ports.recent.folder(place));
  const about = { team: id, teamName: team.name };
  const open = folder.cards.filter((card) => card.status === 'open');
  const meetings = await Promise.all(open.map((card) => recallMeeting(ports, who.tenant, card.id)));
  const asking = meetings.flatMap((kept) =>
    kept && asksNow(kept.value) && kept.value.terms.leaders.includes(who.person) ? [kept.value] : [],
  );
  const told = await remindedAt(ports, who.tenant, id);
  const seesResults = role === 'leader' || role === 'coach';
  return {
    asked: await Promise.all(asking.map((meeting) => askedFact(ports, meeting, team))),
    commitments: folder.commitments
      .filter((commitment) => commitment.owner === who.person && isOpen(commitment))
      .map(({ id: commitment, sentence, due, madeAt }) => ({
        ...about,
        commitment,
        sentence,
        due,
        madeAt,
        remindedAt: told,
      })),
    closed: folder.cards.flatMap((card) => {
      const { id: meeting, title, format, asks, closedAt } = card;
      const isNews = seesResults && closedAt !== null && closedAt > ports.now() - NEWS_FOR;
      return isNews ? [{ ...about, meeting, title, format, asks, closedAt }] : [];
    }),
    contracts: (await contractsFor(ports, who, team)).map((contract) => ({ ...about, ...contract })),
    notOpened: await missedIn(ports, who, { team, cards: folder.cards }),
    measures:
      role === 'coach' ? (await measuresOf(ports, who, { team: id, folder })).map((day) => ({ ...about, ...day })) : [],
  };
}

/** The contract of a team where it waits for somebody's yes. */
async function contractsFor(
  ports: Ports,
  { tenant, person }: Receiver,
  team: Team,
): Promise<readonly Pick<NudgeFacts['contracts'][number], 'version' | 'draftedAt' | 'remindedAt'>[]> {
  const engagement = (await loadEngagement(ports, tenant, team.id))?.value;
  if (!engagement?.contract || engagement.endedAt !== null) return [];
  const { contract } = engagement;
  const isAsked = partyIn(team, engagement, person) !== null && !hasAccepted(contract, person);
  if (!isAsked) return [];
  const told = await remindedAt(ports, tenant, contractOf(team.id));
  return [{ version: contract.version, draftedAt: contract.draftedAt, remindedAt: told }];
}

/** Drafts of a team that somebody planned to open and that did not. */
async function missedIn(
  ports: Ports,
  { tenant, person }: Receiver,
  { team, cards }: { readonly team: Team; readonly cards: TeamFolder['cards'] },
): Promise<NudgeFacts['notOpened']> {
  const missed = cards.filter(({ opening }) => opening?.missed === true);
  const found = await Promise.all(missed.map((card) => recallMeeting(ports, tenant, card.id)));
  return found.flatMap((kept): NudgeFacts['notOpened'] => {
    const meeting = kept?.value;
    const opening = meeting?.status === 'draft' ? meeting.opening : null;
    if (!meeting || opening?.by !== person || opening.missed === null) return [];
    const { at: missedAt, because } = opening.missed;
    return [{ ...meetingFact(meeting, team), missedAt, because }];
  });
}

/** The same of teams that they have left. */
async function missedInPast(ports: Ports, who: Receiver): Promise<NudgeFacts['notOpened']> {
  const past = await listAll(ports, personPlace(who.tenant, who.person), PAST_TEAMS);
  const found = await Promise.all(
    past.map(async (stored) => {
      const place = teamPlace(who.tenant, decode(lifecycleRecords.pastMembership, stored).team);
      const team = (await ports.recent.team({ place, id: IDS.team }))?.value;
      // Whoever is back is told as a member.
      if (!team || memberOf(team, who.person) !== undefined) return [];
      return missedIn(ports, who, { team, cards: openFolder(await ports.recent.folder(place)).cards });
    }),
  );
  // Whoever has left is told of nothing but that it is not theirs any more.
  return found.flat().filter(({ because }) => because === 'not-yours');
}

/** Pulses that ask somebody beside the leaders of their team. */
async function askedBeside(ports: Ports, who: Receiver): Promise<NudgeFacts['asked']> {
  const invitations = await listAll(ports, personPlace(who.tenant, who.person), IDS.invitations);
  const found = await Promise.all(
    invitations.map(async (stored): Promise<NudgeFacts['asked']> => {
      const params = { meeting: decode(records.invitation, stored).meeting };
      const actor = { ...who, name: '', administers: false };
      const entered = await enterAsked(ports, 'castBallot', { actor, params, ifMatch: null, as: 'recently' });
      if (!entered.ok || entered.value.viewer.role !== 'participant') return [];
      const { meeting, team } = entered.value;
      return asksNow(meeting) ? [await askedFact(ports, meeting, team)] : [];
    }),
  );
  return found.flat();
}

export function asksNow(meeting: Meeting): meeting is OpenMeeting {
  return (
    meeting.status === 'open' && ratingRound(meeting).state.status === 'open' && isBefore(meeting.phase, 'predicting')
  );
}

async function askedFact(ports: Ports, meeting: OpenMeeting, team: Team): Promise<NudgeFacts['asked'][number]> {
  const { openedAt } = meeting.terms;
  const { scheduledFor } = meeting.composition;
  const begins = scheduledFor !== null && scheduledFor > openedAt ? scheduledFor : null;
  const endsAt = meeting.format === 'pulse' ? meeting.closesAt : begins;
  return {
    ...meetingFact(meeting, team),
    openedAt,
    endsAt,
    closesAt: meeting.closesAt,
    remindedAt: await remindedAt(ports, team.tenant, meeting.id),
  };
}

function meetingFact({ id, composition, format }: Meeting, team: Team): MeetingFact {
  return { team: team.id, teamName: team.name, meeting: id, title: composition.title, format };
}

type MeasureDay = Pick<NudgeFacts['measures'][number], 'why' | 'day'>;

/**
 * The days on which the coach's own interventions are to be measured, and three months after the last time; none while the
 * next one is planned or under way.
 */
async function measuresOf(
  ports: Ports,
  { tenant, person }: Receiver,
  { team, folder }: { readonly team: TeamId; readonly folder: TeamFolder },
): Promise<readonly MeasureDay[]> {
  const { cards, results } = folder;
  if (cards.some(({ asks, status }) => asks === 'team' && status !== 'closed')) return [];
  const last = results.at(-1);
  const measured = last === undefined ? '' : dayOf(last.closedAt);
  const tried = await listAll(ports, practicePlace(tenant, team), PRACTICE.interventions);
  const days = tried
    .map((stored) => decode(practiceRecords.intervention, stored))
    .filter(({ by, measureOn }) => by === person && measureOn > measured)
    .map(({ measureOn }) => measureOn);
  return [
    ...[...new Set(days)].map((day): MeasureDay => ({ why: 'intervention', day })),
    ...(last === undefined ? [] : [{ why: 'three-months' as const, day: dayOf(last.closedAt + MEASURED_EVERY * DAY) }]),
  ];
}
