import { z } from 'zod';
import { LEADER_TIERS, SPONSOR_TIERS } from '../domain/coaching/contract.ts';
import { OCCASIONS, type Engagement } from '../domain/coaching/engagement.ts';
import { id } from './id-form.ts';
import { first } from './record.ts';

const instant = z.number();

const contract = z.object({
  purpose: z.string(),
  outcomes: z.array(z.string()),
  boundaries: z.array(z.string()),
  sees: z.object({ sponsor: z.enum(SPONSOR_TIERS), leaders: z.enum(LEADER_TIERS) }),
  version: z.number(),
  draftedAt: instant,
  acceptedBy: z.array(z.object({ person: id('person'), at: instant })),
});

const engagement: z.ZodType<Engagement> = z.object({
  id: id('engagement'),
  team: id('team'),
  coach: id('person'),
  sponsor: id('person').nullable(),
  purpose: z.string(),
  occasion: z.enum(OCCASIONS),
  begunAt: instant,
  endedAt: instant.nullable(),
  contract: contract.nullable(),
  promised: z.enum(SPONSOR_TIERS),
  goals: z.array(z.object({ sentence: z.string(), dimension: z.string(), evidence: z.string() })),
  revision: z.number(),
});

/** An engagement that has ended, under the time at which its age is looked at again. */
const agingEngagement = z.object({ tenant: z.string(), team: id('team'), engagement: id('engagement') });
export type AgingEngagement = z.infer<typeof agingEngagement>;

/** The kinds of document that coaching keeps. */
export const coachingRecords = {
  engagement: first('engagement', engagement),
  agingEngagement: first('aging engagement', agingEngagement),
} as const;
