import type { Instant } from '../../kernel/instant.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { leadersOf, memberOf, type Team } from '../team/team.ts';

/** What a sponsor may be shown, from least to most; each has all that comes before it. */
export const SPONSOR_TIERS = ['nothing', 'takes-place', 'dimensions', 'goals-and-themes'] as const;
export type SponsorTier = (typeof SPONSOR_TIERS)[number];

/** What leaders are shown of the engagement: the contract alone, or its goals too. */
export const LEADER_TIERS = ['contract', 'goals'] as const;
export type LeaderTier = (typeof LEADER_TIERS)[number];

/** What no contract can give to anybody but the coach. */
export const COACH_ONLY = ['observations'] as const;

/** What the coach proposes: the work, its limits, and who sees what. */
export interface ContractTerms {
  readonly purpose: string;
  readonly outcomes: readonly string[];
  readonly boundaries: readonly string[];
  readonly sees: { readonly sponsor: SponsorTier; readonly leaders: LeaderTier };
}

/** The sentences of a contract to begin with, in one language. */
export type ContractWords = Pick<ContractTerms, 'outcomes' | 'boundaries'>;

/** What a contract says until its coach says otherwise. */
export function usualTerms({ outcomes, boundaries }: ContractWords, purpose: string): ContractTerms {
  return { purpose, outcomes, boundaries, sees: { sponsor: 'dimensions', leaders: 'goals' } };
}

/** One version of a contract, and who has accepted exactly this one. */
export interface CoachingContract extends ContractTerms {
  /** 1 for the first. */
  readonly version: number;
  readonly draftedAt: Instant;
  readonly acceptedBy: readonly { readonly person: PersonId; readonly at: Instant }[];
}

/** As what somebody accepts a contract. */
export type PartyRole = 'coach' | 'sponsor' | 'leader';

/** Somebody whose yes a contract needs. */
export interface Party {
  readonly person: PersonId;
  readonly as: PartyRole;
}

/** Whom a contract is between. */
export interface Between {
  readonly team: Team;
  readonly coach: PersonId;
  readonly sponsor: PersonId | null;
}

/**
 * Whose yes is needed: the coach, the sponsor there is, and every leader that the team has now, so that somebody who
 * joins is asked too. Who is in the team no more is asked no more.
 */
export function partiesOf({ team, coach, sponsor }: Between): readonly Party[] {
  const isSponsor = sponsor !== null && memberOf(team, sponsor)?.role === 'sponsor';
  return [
    ...(memberOf(team, coach)?.role === 'coach' ? [{ person: coach, as: 'coach' as const }] : []),
    ...(isSponsor ? [{ person: sponsor, as: 'sponsor' as const }] : []),
    ...leadersOf(team).map(({ person }) => ({ person, as: 'leader' as const })),
  ];
}

/** As what somebody is a party, `null` for somebody who is none. */
export function partyRole(between: Between, person: PersonId): PartyRole | null {
  return partiesOf(between).find((party) => party.person === person)?.as ?? null;
}

/** Whether somebody has accepted this version. */
export function hasAccepted(contract: CoachingContract, person: PersonId): boolean {
  return contract.acceptedBy.some((acceptance) => acceptance.person === person);
}

/** Whether everybody whose yes is needed has given it to this version; where nobody is left to give it, nobody has. */
export function isInForce(contract: CoachingContract, between: Between): boolean {
  const parties = partiesOf(between);
  return parties.length > 0 && parties.every(({ person }) => hasAccepted(contract, person));
}

/** The lesser of two tiers. */
export function lesserTier(a: SponsorTier, b: SponsorTier): SponsorTier {
  return SPONSOR_TIERS.indexOf(a) <= SPONSOR_TIERS.indexOf(b) ? a : b;
}

/**
 * Whether leaders would be shown less than sponsors. What a sponsor sees can be looked at by leaders (CO6), so that such a
 * contract would say one thing and do another.
 */
export function leavesLeadersBehind({ sponsor, leaders }: ContractTerms['sees']): boolean {
  return leaders !== 'goals' && reachesTier(sponsor, 'goals-and-themes');
}

/** Whether a tier shows what another one does. */
export function reachesTier(tier: SponsorTier, needed: SponsorTier): boolean {
  return SPONSOR_TIERS.indexOf(tier) >= SPONSOR_TIERS.indexOf(needed);
}
