import type { MeetingCard, TeamView, TrendPoint } from '../../contract/views.ts';
import { reachesTier } from '../../domain/coaching/contract.ts';
import { sponsorSees, type Engagement } from '../../domain/coaching/engagement.ts';
import { builtInInstruments, type Instrument } from '../../domain/instrument/instrument.ts';
import type { Commitment } from '../../domain/commitment/commitment.ts';
import type { DraftMeeting, Meeting } from '../../domain/meeting/meeting.ts';
import { ratingResults } from '../../domain/results/rating-results.ts';
import type { RatingResults } from '../../domain/results/shown.ts';
import type { Member, Role, Team } from '../../domain/team/team.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { coachingRecords } from '../../records/coaching-kinds.ts';
import { records, type Card, type ClosedResult } from '../../records/kinds.ts';
import { organisationRecords } from '../../records/organisation-kinds.ts';
import { decode } from '../../records/record.ts';
import { access } from '../access.ts';
import { relationTo } from '../in-team.ts';
import { APPOINTED } from '../organisation/places.ts';
import { IDS } from '../places.ts';
import type { StoredDocument } from '../ports/document-store.ts';
import { movementsIn, presentCommitment } from './commitment.ts';
import { asksOf, mayFacilitate, nameIn } from './meeting.ts';
import { depthFor } from './results.ts';

/** What lies in a team's partition beside the team itself. */
export interface TeamFolder {
  readonly cards: readonly MeetingCard[];
  readonly commitments: readonly Commitment[];
  readonly instruments: readonly Instrument[];
  /** Oldest first. */
  readonly results: readonly ClosedResult[];
  readonly engagement: Engagement | null;
  /** Whom an administrator of the organisation has lately given the lead. */
  readonly appointed: { readonly person: PersonId; readonly role: Role; readonly at: Instant } | null;
}

/** Sorts the documents of a team's partition by kind. */
export function openFolder(documents: readonly StoredDocument[]): TeamFolder {
  const of = (prefix: string) => documents.filter((document) => document.id.startsWith(prefix));
  const cards = of(IDS.cards).map((document) => decode(records.card, document));
  const engagement = documents.find(({ id }) => id === IDS.engagement);
  const appointed = documents.find(({ id }) => id === APPOINTED);
  return {
    cards: cards.sort((a, b) => latest(b) - latest(a)),
    commitments: of(IDS.commitments)
      .map((document) => decode(records.commitment, document))
      .sort((a, b) => a.due.localeCompare(b.due)),
    instruments: newestOnly(of(IDS.instruments).map((document) => decode(records.instrument, document))),
    results: of(IDS.results)
      .map((document) => decode(records.closedResult, document))
      .sort((a, b) => a.closedAt - b.closedAt),
    engagement: engagement ? decode(coachingRecords.engagement, engagement) : null,
    appointed: appointed ? decode(organisationRecords.appointed, appointed) : null,
  };
}

/** What of a team's folder is there for a member: a contract can leave a sponsor no meetings, and only own commitments. */
export function folderFor(team: Team, member: Member, folder: TeamFolder): TeamFolder {
  if (!isWithheld(team, member, folder)) return folder;
  const commitments = folder.commitments.filter(({ owner }) => owner === member.person);
  return { ...folder, cards: [], results: [], commitments };
}

/** Whether a contract keeps meetings and results from a member, who is a sponsor. */
export function isWithheld(team: Team, member: Member, { engagement }: TeamFolder): boolean {
  return member.role === 'sponsor' && !reachesTier(sponsorSees(team, engagement), 'dimensions');
}

/** The line about a meeting that lists show. */
export function cardOf(meeting: Meeting): Card {
  const { id, format, status } = meeting;
  const { title, scheduledFor, mode } = meeting.composition;
  const base = { id, format, asks: asksOf(meeting), mode, status, title, scheduledFor };
  switch (meeting.status) {
    case 'draft':
      return { ...base, opening: openingOf(meeting), phase: null, openedAt: null, closedAt: null, closesAt: null };
    case 'open':
      return {
        ...base,
        opening: null,
        phase: meeting.phase,
        openedAt: meeting.terms.openedAt,
        closedAt: null,
        closesAt: meeting.closesAt,
      };
    case 'closed':
      return {
        ...base,
        opening: null,
        phase: null,
        openedAt: meeting.terms.openedAt,
        closedAt: meeting.closedAt,
        closesAt: null,
      };
  }
}

function openingOf({ opening }: DraftMeeting): Card['opening'] {
  return opening && { at: opening.opensAt, missed: opening.missed !== null };
}

/** Whoever may not see names is shown what an anonymous meeting would show, and of the whole only. */
function asSeenBy(role: Role, result: ClosedResult): ClosedResult {
  return depthFor(role, 'closed') === 'full' ? result : { ...result, mode: 'anonymous', groups: [] };
}

/** The results of a closed meeting's rating, as they may be shown to those who may see names. */
export function shownResult(result: ClosedResult): RatingResults {
  return ratingResults(result);
}

/** A team's page as one member may see it. */
export function presentTeam(
  team: Team,
  {
    member,
    folder,
    today,
    hasDirectory,
  }: {
    readonly member: Member;
    readonly folder: TeamFolder;
    readonly today: string;
    /** Whether the directory can be asked. */
    readonly hasDirectory: boolean;
  },
): TeamView {
  const relation = relationTo(team, null, member.person);
  const movements = movementsIn(folder, member);
  const { cards, commitments, instruments, results } = folderFor(team, member, folder);
  return {
    id: team.id,
    name: team.name,
    organisation: team.organisation,
    scope: team.scope,
    intact: team.intact,
    minimumGroup: team.minimumGroup,
    members: team.members,
    role: member.role,
    abilities: {
      plan: access.composeMeeting(relation),
      manage: access.addMember(relation),
      editInstruments: access.editInstrument(relation),
      viewDirectory: hasDirectory && access.viewDirectory(relation),
    },
    meetings: visibleCards(cards, member),
    commitments: commitments.map((commitment) => presentCommitment(commitment, { team, member, movements, today })),
    instruments: [...builtInInstruments(), ...instruments],
    trend: trendOf(results.map((result) => asSeenBy(member.role, result))),
    withheld: isWithheld(team, member, folder),
    appointed: presentAppointed(team, folder),
    revision: team.revision,
  };
}

/** Everybody in the team is told, unless who was given the lead has left it since. */
function presentAppointed(team: Team, { appointed }: TeamFolder): TeamView['appointed'] {
  const name = appointed === null ? '' : nameIn(team, appointed.person);
  return appointed === null || name === '' ? null : { name, role: appointed.role, at: appointed.at };
}

/** The meetings that a member is told of: those who only look at results are not shown plans. */
export function visibleCards(cards: readonly MeetingCard[], member: Member): readonly MeetingCard[] {
  return mayFacilitate(member) ? cards : cards.filter((card) => card.status !== 'draft');
}

function trendOf(results: readonly ClosedResult[]): readonly TrendPoint[] {
  return results.map((result, i) => {
    const { ballots, invited, dimensions, groups } = shownResult(result);
    const before = results[i - 1];
    return {
      meeting: result.meeting,
      title: result.title,
      closedAt: result.closedAt,
      ballots,
      invited,
      changed: before ? whatChanged(before, result) : [],
      dimensions,
      groups,
    };
  });
}

function whatChanged(before: ClosedResult, now: ClosedResult): TrendPoint['changed'] {
  const sameInstrument =
    before.instrument.id === now.instrument.id && before.instrument.version === now.instrument.version;
  const sameMembers = [...before.leaders].sort().join(' ') === [...now.leaders].sort().join(' ');
  return [...(sameInstrument ? [] : (['instrument'] as const)), ...(sameMembers ? [] : (['members'] as const))];
}

function newestOnly(instruments: readonly Instrument[]): readonly Instrument[] {
  return instruments.filter(
    ({ id, version }) => !instruments.some((other) => other.id === id && other.version > version),
  );
}

function latest(card: MeetingCard): number {
  return card.closedAt ?? card.scheduledFor ?? card.openedAt ?? Number.MAX_SAFE_INTEGER;
}
