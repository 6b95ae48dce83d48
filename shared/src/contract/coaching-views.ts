import { z } from 'zod';
import { COACH_ONLY, LEADER_TIERS, SPONSOR_TIERS } from '../domain/coaching/contract.ts';
import { OCCASIONS } from '../domain/coaching/engagement.ts';
import { MEASURES } from '../domain/coaching/evidence.ts';
import { GATES } from '../domain/coaching/gates.ts';
import { CLAUSES, OUTCOMES } from '../domain/coaching/recommendation.ts';
import type { DeepReadonly } from './operation.ts';
import { commitmentView, idOf, instant, meetingCard, questionId } from './schemas.ts';
import { trendPoint } from './views.ts';

const somebody = z.object({ person: idOf('person'), name: z.string() });

export const occasion = z.enum(OCCASIONS);
export const sponsorTier = z.enum(SPONSOR_TIERS);
export const leaderTier = z.enum(LEADER_TIERS);

const dimensionName = z.object({ id: z.string(), title: z.string() });

/** A goal with the title of its dimension. */
export const goalView = z.object({
  sentence: z.string(),
  dimension: dimensionName,
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

/** What no sponsor is shown, whatever a contract says. */
export const NEVER_FOR_SPONSORS = ['answers', 'questions', 'comments', 'names-of-answers', 'observations'] as const;

/** Literally what a sponsor of the team is shown: parts of the very views that the sponsor gets. */
export const sponsorView = z.object({
  team: z.object({ id: idOf('team'), name: z.string(), organisation: z.string() }),
  /** The sponsor as whom this is looked at; `null`: as any, where the team has none. */
  as: somebody.nullable(),
  sees: sponsorTier,
  /** What `viewEngagement` answers a sponsor; `null`: that there is none. */
  engagement: engagementView.nullable(),
  /** The dimensions that the goals are to move; none where the goals are not shown. */
  themes: z.array(dimensionName),
  /** What the team's page shows a sponsor. The pages of its closed meetings show dimensions, and are shut where this is empty. */
  meetings: z.array(meetingCard),
  commitments: z.array(commitmentView),
  trend: z.array(trendPoint),
  never: z.array(z.enum(NEVER_FOR_SPONSORS)),
});

const told = z.enum(['yes', 'no', 'not-told']);
const measure = z.enum(MEASURES);
const gap = z.object({ dimension: z.string(), title: z.string(), gap: z.number() });

/** How much a team needs a programme: one figure, or from least to most where not everything was measured. */
const need = z.object({
  least: z.number(),
  most: z.number(),
  gaps: z.array(gap),
  /** The dimensions of which too little is shown. */
  left: z.array(z.object({ dimension: z.string(), title: z.string() })),
  symptom: z.number().nullable(),
});

/** Which programme a team needs, by rule. */
export const recommendationView = z.object({
  outcome: z.enum(OUTCOMES),
  /** The rule that won, 1 to 8. */
  rule: z.int(),
  clauses: z.array(
    z.object({
      clause: z.enum(CLAUSES),
      /** `not-told`: it can't be told from what is shown, or was not asked. */
      told,
      fired: z.boolean(),
      figure: z.object({ least: z.number(), most: z.number() }).nullable(),
      limit: z.number().nullable(),
    }),
  ),
  gates: z.array(
    z.object({
      gate: z.enum(GATES),
      told,
      because: z.enum(['not-asked', 'few-answers']).nullable(),
      questions: z.array(
        z.object({
          question: questionId,
          text: z.string(),
          level: z.number().nullable(),
          median: told,
          few: told.nullable(),
        }),
      ),
    }),
  ),
  failed: z.array(z.enum(GATES)),
  first: z.array(gap),
  alignment: need,
  coaching: need,
  occasion: occasion.nullable(),
  measured: z.array(
    z.object({
      measure,
      meeting: z.object({ id: idOf('meeting'), title: z.string() }),
      closedAt: instant,
      ballots: z.int().nullable(),
      invited: z.int(),
      isEnough: z.boolean(),
    }),
  ),
  missing: z.array(measure),
  cutOffs: z.object({
    high: z.number(),
    near: z.number(),
    answered: z.number(),
    median: z.number(),
    low: z.number(),
    /** They are conventions: nobody has tried yet how well they tell teams apart. */
    calibrated: z.literal(false),
  }),
});

export type SponsorView = DeepReadonly<z.infer<typeof sponsorView>>;
export type RecommendationView = DeepReadonly<z.infer<typeof recommendationView>>;
export type EngagementView = DeepReadonly<z.infer<typeof engagementView>>;
export type GoalView = DeepReadonly<z.infer<typeof goalView>>;
