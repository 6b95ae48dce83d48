import { z } from 'zod';
import type { RoundTally } from '../domain/results/tally.ts';

/** What was counted in a round. */
export const tally: z.ZodType<RoundTally> = z.object({
  invited: z.number(),
  ballots: z.number(),
  questions: z.record(
    z.string(),
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('scale'),
        low: z.number(),
        high: z.number(),
        counts: z.array(z.number()),
        cannotSay: z.number(),
      }),
      z.object({
        kind: z.literal('ranking'),
        options: z.array(z.string()),
        ballots: z.number(),
        firstThree: z.array(z.number()),
        midranks: z.array(z.number()),
        standardised: z.array(z.number()),
        varying: z.number(),
        wins: z.array(z.array(z.number())).nullable(),
      }),
      z.object({
        kind: z.literal('allocation'),
        options: z.array(z.string()),
        total: z.number(),
        ballots: z.number(),
        points: z.array(z.number()),
        medians: z.array(z.number()),
        overlap: z.number().nullable(),
        overlapAgainstChance: z.number().nullable(),
      }),
      z.object({
        kind: z.literal('pairwise'),
        options: z.array(z.string()),
        ballots: z.number(),
        wins: z.array(z.array(z.number())),
        whole: z.number(),
        zeta: z.number().nullable(),
      }),
      z.object({
        kind: z.literal('dots'),
        ballots: z.number(),
        options: z.array(z.string()),
        dots: z.array(z.number()),
      }),
    ]),
  ),
  camps: z
    .object({
      sizes: z.tuple([z.number(), z.number()]),
      p: z.number(),
      silhouette: z.number(),
      questions: z.array(z.string()),
    })
    .nullable(),
});
