import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { EngagementId, PersonId, TeamId } from '../../kernel/ids.ts';
import { memberOf, type Team } from '../team/team.ts';
import {
  hasAccepted,
  isInForce,
  leavesLeadersBehind,
  lesserTier,
  partyRole,
  reachesTier,
  type Between,
  type CoachingContract,
  type ContractTerms,
  type PartyRole,
  type SponsorTier,
} from './contract.ts';

/** Why a team looks for help now. */
export const OCCASIONS = ['starting-up', 'challenging-time', 'after-dysfunction', 'none'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** An engagement has at most so many goals: more are none. */
export const MOST_GOALS = 5;

/** What is to be different at the end. */
export interface Goal {
  readonly sentence: string;
  /** The dimension of an instrument that it should move. */
  readonly dimension: string;
  readonly evidence: string;
}

/** A coach working with a team under a contract. */
export interface Engagement {
  readonly id: EngagementId;
  readonly team: TeamId;
  readonly coach: PersonId;
  readonly sponsor: PersonId | null;
  readonly purpose: string;
  readonly occasion: Occasion;
  readonly begunAt: Instant;
  /** `null` while it goes on. */
  readonly endedAt: Instant | null;
  /** The latest version. */
  readonly contract: CoachingContract | null;
  /** The most that a sponsor is shown until the latest version is accepted by everybody: what was promised so far. */
  readonly promised: SponsorTier;
  readonly goals: readonly Goal[];
  readonly revision: number;
}

export type EngagementError =
  | { readonly kind: 'engagement.none' }
  | { readonly kind: 'engagement.under-way' }
  | { readonly kind: 'engagement.ended' }
  | { readonly kind: 'engagement.sponsor-unknown' }
  | { readonly kind: 'contract.none' }
  | { readonly kind: 'contract.leaders-behind' }
  | { readonly kind: 'contract.other-version'; readonly version: number }
  | { readonly kind: 'goal.dimension-unknown'; readonly dimension: string };

/** What sponsors see where no contract says otherwise, and the most that one can leave them of results. */
const WITHOUT_CONTRACT: SponsorTier = 'dimensions';

type Begun = Pick<Engagement, 'id' | 'coach' | 'sponsor' | 'purpose' | 'occasion' | 'begunAt'>;

/** A new engagement. What the one before it promised to the team stands until a new contract is accepted. */
export function beginEngagement(
  team: Team,
  begun: Begun,
  before: Engagement | null,
): Result<Engagement, EngagementError> {
  if (before?.endedAt === null) return fail({ kind: 'engagement.under-way' });
  if (begun.sponsor !== null && memberOf(team, begun.sponsor)?.role !== 'sponsor') {
    return fail({ kind: 'engagement.sponsor-unknown' });
  }
  const promised = lesserTier(sponsorSees(team, before), WITHOUT_CONTRACT);
  return ok({ ...begun, team: team.id, endedAt: null, contract: null, promised, goals: [], revision: 1 });
}

/** Ends it; what was promised to the team stays promised. */
export function endEngagement(engagement: Engagement, at: Instant): Result<Engagement, EngagementError> {
  if (engagement.endedAt !== null) return fail({ kind: 'engagement.ended' });
  return ok({ ...engagement, endedAt: at, revision: engagement.revision + 1 });
}

/** Proposes the next version of the contract, which nobody has accepted yet. */
export function draftContract(
  engagement: Engagement,
  terms: ContractTerms,
  { team, now }: { readonly team: Team; readonly now: Instant },
): Result<Engagement, EngagementError> {
  if (engagement.endedAt !== null) return fail({ kind: 'engagement.ended' });
  if (leavesLeadersBehind(terms.sees)) return fail({ kind: 'contract.leaders-behind' });
  const version = (engagement.contract?.version ?? 0) + 1;
  return ok({
    ...engagement,
    contract: { ...terms, version, draftedAt: now, acceptedBy: [] },
    promised: lesserTier(sponsorSees(team, engagement), WITHOUT_CONTRACT),
    revision: engagement.revision + 1,
  });
}

/** Somebody's yes to the version that was shown; the same yes twice counts once. */
export function acceptContract(
  engagement: Engagement,
  { person, version, at }: { readonly person: PersonId; readonly version: number; readonly at: Instant },
): Result<Engagement, EngagementError> {
  const { contract } = engagement;
  if (engagement.endedAt !== null) return fail({ kind: 'engagement.ended' });
  if (!contract) return fail({ kind: 'contract.none' });
  if (contract.version !== version) return fail({ kind: 'contract.other-version', version: contract.version });
  if (hasAccepted(contract, person)) return ok(engagement);
  const acceptedBy = [...contract.acceptedBy, { person, at }];
  return ok({ ...engagement, contract: { ...contract, acceptedBy }, revision: engagement.revision + 1 });
}

/** Sets the goals; each names a dimension that is known. */
export function setGoals(
  engagement: Engagement,
  goals: readonly Goal[],
  dimensions: ReadonlySet<string>,
): Result<Engagement, EngagementError> {
  if (engagement.endedAt !== null) return fail({ kind: 'engagement.ended' });
  const unknown = goals.find(({ dimension }) => !dimensions.has(dimension));
  if (unknown) return fail({ kind: 'goal.dimension-unknown', dimension: unknown.dimension });
  return ok({ ...engagement, goals, revision: engagement.revision + 1 });
}

/** Whom the contract of an engagement is between. */
export function betweenOf(team: Team, { coach, sponsor }: Pick<Engagement, 'coach' | 'sponsor'>): Between {
  return { team, coach, sponsor };
}

/** As what somebody is a party to an engagement, `null` for somebody who is none. */
export function partyIn(team: Team, engagement: Engagement, person: PersonId): PartyRole | null {
  return partyRole(betweenOf(team, engagement), person);
}

/**
 * What a sponsor is shown. A version that everybody has accepted says it. Until then it is the least of what was
 * promised before and what is proposed, so that a draft alone can only narrow; with neither, the rule for sponsors.
 */
export function sponsorSees(team: Team, engagement: Engagement | null): SponsorTier {
  if (!engagement) return WITHOUT_CONTRACT;
  const { contract, promised } = engagement;
  if (!contract) return promised;
  const proposed = contract.sees.sponsor;
  return isInForce(contract, betweenOf(team, engagement)) ? proposed : lesserTier(promised, proposed);
}

/**
 * Whether sponsors may be shown less under it than without it, now or once somebody joins whose yes it needs: then
 * meetings would open to them if it went.
 */
export function holdsBack({ contract, promised }: Engagement): boolean {
  const least = contract ? lesserTier(promised, contract.sees.sponsor) : promised;
  return !reachesTier(least, WITHOUT_CONTRACT);
}
