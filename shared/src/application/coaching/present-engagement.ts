import type { EngagementView, GoalView } from '../../contract/coaching-views.ts';
import {
  COACH_ONLY,
  hasAccepted,
  isInForce,
  partiesOf,
  reachesTier,
  type CoachingContract,
} from '../../domain/coaching/contract.ts';
import { betweenOf, partyIn, sponsorSees, type Engagement } from '../../domain/coaching/engagement.ts';
import type { Member, Team } from '../../domain/team/team.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { access } from '../access.ts';
import { relationTo } from '../in-team.ts';
import { nameIn } from '../present/meeting.ts';
import { titled, type DimensionTitles } from './dimension-titles.ts';

/** What somebody who looks at an engagement stands in. */
interface Looking {
  readonly team: Team;
  readonly member: Member;
  readonly titles: DimensionTitles;
}

/**
 * An engagement as a member may see it, `null` for somebody who may not know of it: a party sees the contract, which is
 * theirs to accept, whatever it says; another sponsor sees what the contract leaves to sponsors, and no contract.
 */
export function presentEngagement(engagement: Engagement, { team, member, titles }: Looking): EngagementView | null {
  const { id, occasion, purpose, begunAt, endedAt, contract, revision } = engagement;
  const sees = sponsorSees(team, engagement);
  const party = partyIn(team, engagement, member.person);
  const isOutside = party === null && member.role === 'sponsor';
  if (isOutside && !reachesTier(sees, 'takes-place')) return null;
  const named = (person: PersonId) => ({ person, name: nameIn(team, person) });
  return {
    id,
    team: { id: team.id, name: team.name, organisation: team.organisation },
    coach: named(engagement.coach),
    sponsor: engagement.sponsor === null ? null : named(engagement.sponsor),
    purpose: isOutside ? null : purpose,
    occasion: isOutside ? null : occasion,
    begunAt,
    endedAt,
    contract: contract === null || isOutside ? null : presentContract(contract, engagement, team),
    goals: seesGoals(engagement, { team, member }) ? presentGoals(engagement, titles) : null,
    sponsorSees: sees,
    me: {
      party,
      accepted: contract !== null && hasAccepted(contract, member.person),
      abilities: abilitiesIn(engagement, { team, member }),
    },
    revision,
  };
}

/** Goals with the titles of their dimensions. */
function presentGoals({ goals }: Engagement, titles: DimensionTitles): readonly GoalView[] {
  return goals.map(({ sentence, dimension, evidence }) => ({
    sentence,
    dimension: titled(titles, dimension),
    evidence,
  }));
}

function presentContract(contract: CoachingContract, engagement: Engagement, team: Team): EngagementView['contract'] {
  const { acceptedBy: _who, ...terms } = contract;
  const between = betweenOf(team, engagement);
  return {
    ...terms,
    coachOnly: [...COACH_ONLY],
    inForce: isInForce(contract, between),
    parties: partiesOf(between).map(({ person, as }) => ({
      person,
      name: nameIn(team, person),
      as,
      accepted: hasAccepted(contract, person),
    })),
  };
}

/** Coaches see the goals, leaders and sponsors where the contract says so; before there is one, leaders do. */
function seesGoals(engagement: Engagement, { team, member }: Omit<Looking, 'titles'>): boolean {
  switch (member.role) {
    case 'coach':
      return true;
    case 'leader':
      return engagement.contract === null || engagement.contract.sees.leaders === 'goals';
    case 'sponsor':
      return reachesTier(sponsorSees(team, engagement), 'goals-and-themes');
    case 'analyst':
      return false;
  }
}

function abilitiesIn(
  engagement: Engagement,
  { team, member }: Omit<Looking, 'titles'>,
): EngagementView['me']['abilities'] {
  const goesOn = engagement.endedAt === null;
  const owns = engagement.coach === member.person;
  const relation = { ...relationTo(team, null, member.person), owns };
  const isParty = partyIn(team, engagement, member.person) !== null;
  const { contract } = engagement;
  return {
    draft: goesOn && access.draftContract(relation),
    accept: goesOn && contract !== null && isParty && !hasAccepted(contract, member.person),
    setGoals: goesOn && access.setGoals(relation),
    end: goesOn && access.endEngagement(relation),
  };
}
