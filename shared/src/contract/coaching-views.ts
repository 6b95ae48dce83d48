import { z } from 'zod';
import { COACH_ONLY, LEADER_TIERS, SPONSOR_TIERS } from '../domain/coaching/contract.ts';
import { OCCASIONS } from '../domain/coaching/engagement.ts';
import type { DeepReadonly } from './operation.ts';
import { idOf, instant } from './schemas.ts';

const somebody = z.object({ person: idOf('person'), name: z.string() });

export const occasion = z.enum(OCCASIONS);
export const sponsorTier = z.enum(SPONSOR_TIERS);
export const leaderTier = z.enum(LEADER_TIERS);

/** A goal with the title of its dimension. */
export const goalView = z.object({
  sentence: z.string(),
  dimension: z.object({ id: z.string(), title: z.string() }),
  evidence: z.string(),
});

/** A contract as its parties see it. */
const contractView = z.object({
  version: z.int(),
  purpose: z.string(),
  outcomes: z.array(z.string()),
  boundaries: z.array(z.string()),
  sees: z.object({ sponsor: sponsorTier, leaders: leaderTier }),
  /** What no contract can show to anybody else. */
  coachOnly: z.array(z.enum(COACH_ONLY)),
  draftedAt: instant,
  /** Whether every party has accepted this version. */
  inForce: z.boolean(),
  parties: z.array(somebody.extend({ as: z.enum(['coach', 'sponsor', 'leader']), accepted: z.boolean() })),
});

/** An engagement as far as the person who asks may see it: what is `null` is not theirs to see, or not there. */
export const engagementView = z.object({
  id: idOf('engagement'),
  team: z.object({ id: idOf('team'), name: z.string(), organisation: z.string() }),
  /** The name is empty for somebody who has left the team. */
  coach: somebody,
  sponsor: somebody.nullable(),
  purpose: z.string().nullable(),
  occasion: occasion.nullable(),
  begunAt: instant,
  endedAt: instant.nullable(),
  contract: contractView.nullable(),
  goals: z.array(goalView).nullable(),
  /** What a sponsor is shown now: what everybody has accepted, and until then the least of what was promised. */
  sponsorSees: sponsorTier,
  me: z.object({
    /** As what this person is a party. */
    party: z.enum(['coach', 'sponsor', 'leader']).nullable(),
    /** Whether this person has accepted the version that is shown. */
    accepted: z.boolean(),
    abilities: z.object({ draft: z.boolean(), accept: z.boolean(), setGoals: z.boolean(), end: z.boolean() }),
  }),
  revision: z.int(),
});

export type EngagementView = DeepReadonly<z.infer<typeof engagementView>>;
export type GoalView = DeepReadonly<z.infer<typeof goalView>>;
