import { z } from 'zod';
import type { PartialTally } from '../domain/results/partial-tally.ts';

const count = z.number();
const counts = z.array(count);
const table = z.array(counts);

/** What is kept of some of a closed round's ballots while all of them are counted. */
export const partialTally: z.ZodType<PartialTally> = z.object({
  ballots: count,
  questions: z.array(z.string()),
  parts: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('scale'), counts, cannotSay: count }),
      z.object({ kind: z.literal('ranking'), firstThree: counts, lengths: counts, centred: table, wins: table }),
      z.object({ kind: z.literal('allocation'), ballots: count, given: table, withinPeople: count }),
      z.object({ kind: z.literal('pairwise'), ballots: count, wins: table, whole: count, triads: count }),
      z.object({ kind: z.literal('dots'), ballots: count, dots: counts }),
    ]),
  ),
  sheets: z.array(z.array(z.number().nullable())).nullable(),
});
