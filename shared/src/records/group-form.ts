import { z } from 'zod';
import type { GroupResult } from '../domain/results/shown.ts';

/** What a snapshot keeps of groups. */
export const groupResults: z.ZodType<readonly GroupResult[]> = z.array(
  z.discriminatedUnion('status', [
    z.object({
      status: z.literal('shown'),
      group: z.string(),
      ballots: z.number(),
      dimensions: z.array(
        z.object({
          dimension: z.string(),
          title: z.string(),
          result: z.discriminatedUnion('status', [
            z.object({
              status: z.literal('shown'),
              band: z.enum(['aligned', 'mixed', 'split']).nullable(),
              together: z.number().nullable(),
              shape: z.enum(['aligned-high', 'aligned-low', 'lukewarm', 'spread', 'camps', 'unknown']),
            }),
            z.object({ status: z.literal('held'), because: z.enum(['few-answers', 'would-tell']) }),
          ]),
        }),
      ),
    }),
    z.object({
      status: z.literal('held'),
      group: z.string(),
      because: z.enum(['too-small', 'rest-too-small', 'with-others']),
    }),
  ]),
);
