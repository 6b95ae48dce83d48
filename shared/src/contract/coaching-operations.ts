import { z } from 'zod';
import { coachingRoutes } from './coaching-routes.ts';
import {
  engagementView,
  leaderTier,
  occasion,
  sponsorTier,
  recommendationView,
  sponsorView,
} from './coaching-views.ts';
import { MOST_GOALS } from '../domain/coaching/engagement.ts';
import type { Operation } from './operation.ts';
import { idOf } from './schemas.ts';
import { text } from './text.ts';

const ofTeam = z.object({ team: idOf('team') });

/** What a coach and a team do with each other, by name. */
export const coachingOperations = {
  beginEngagement: {
    ...coachingRoutes.beginEngagement,
    name: 'beginEngagement',
    summary: 'Begin to coach a team; whoever begins is the coach',
    params: ofTeam,
    input: z.object({
      /** A member with the role of sponsor; `null` where there is none. */
      sponsor: idOf('person').nullable(),
      purpose: text(500),
      occasion,
    }),
    output: engagementView,
  },
  viewEngagement: {
    ...coachingRoutes.viewEngagement,
    name: 'viewEngagement',
    summary: 'The engagement of a team: its contract, who has accepted it, its goals',
    params: ofTeam,
    input: null,
    output: engagementView,
  },
  endEngagement: {
    ...coachingRoutes.endEngagement,
    name: 'endEngagement',
    summary: 'End the engagement; what it promised about who sees what stays',
    params: ofTeam,
    input: null,
    output: engagementView,
  },
  draftContract: {
    ...coachingRoutes.draftContract,
    name: 'draftContract',
    summary: 'Propose the next version of the contract; what is left out stays as it was, or is as usual in the first',
    params: ofTeam,
    input: z.object({
      purpose: text(500).optional(),
      outcomes: z.array(text(280)).min(1).max(8).optional(),
      boundaries: z.array(text(280)).max(8).optional(),
      sponsorSees: sponsorTier.optional(),
      leadersSee: leaderTier.optional(),
    }),
    output: engagementView,
  },
  acceptContract: {
    ...coachingRoutes.acceptContract,
    name: 'acceptContract',
    summary: 'Accept the version of the contract that I was shown',
    params: ofTeam,
    input: z.object({ version: z.int().positive() }),
    output: engagementView,
  },
  viewAsSponsor: {
    ...coachingRoutes.viewAsSponsor,
    name: 'viewAsSponsor',
    summary: 'Literally what a sponsor of the team is shown',
    params: ofTeam,
    input: null,
    output: sponsorView,
  },
  viewRecommendation: {
    ...coachingRoutes.viewRecommendation,
    name: 'viewRecommendation',
    summary: 'Alignment, coaching or both: the rule, what fired and its figures, from shown results alone',
    params: ofTeam,
    input: null,
    output: recommendationView,
  },
  setGoals: {
    ...coachingRoutes.setGoals,
    name: 'setGoals',
    summary: 'Set the goals of the engagement, all at once',
    params: ofTeam,
    input: z.object({
      goals: z
        .array(z.object({ sentence: text(280), dimension: z.string().max(64), evidence: text(280) }))
        .max(MOST_GOALS),
    }),
    output: engagementView,
  },
} as const satisfies Record<string, Operation>;
