import { z } from 'zod';

import { unmeasured } from '@plumbline/shared/measures/measured';
import { twoFactions } from '@plumbline/shared/measures/factions/two-factions';

import { matrix } from './family.ts';
import type { Asked, Family, Figures } from './family.ts';
import { reasonOf, reasonsOf } from './reason.ts';

const inputSchema = z.object({ ratings: matrix });
const paramsSchema = z.object({
  min_cluster: z.int().min(1).default(2),
  center: z.enum(['rater', 'none']).default('rater'),
  distance: z.literal('euclidean').default('euclidean'),
  draws: z.int().min(1).default(1999),
  seed: z.int().default(1),
});

function twoFactionSplit({ input, params }: Asked): Figures {
  const { min_cluster, center, draws, seed } = paramsSchema.parse(params);
  const { ratings } = inputSchema.parse(input);
  const factions = twoFactions({ ratings, centre: center, minSide: min_cluster, draws, seed });
  return {
    partition: factions.value?.sides ?? null,
    optimal_splits: factions.value?.optimalSplits ?? null,
    sizes: factions.value?.sizes ?? null,
    between_share: factions.value?.betweenShare ?? null,
    silhouette_mean: factions.value?.silhouette ?? null,
    p_permutation: factions.value?.p.value ?? null,
    ...reasonOf(factions),
    ...reasonsOf({
      p_permutation: factions.value?.p,
      // Beyond what can be tried out, one good split is found and others are not counted.
      optimal_splits: factions.value?.optimalSplits === null ? unmeasured('too-much-work') : undefined,
    }),
  };
}

export const factions: Family = { two_faction_split: twoFactionSplit };
