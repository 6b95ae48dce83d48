import { z } from 'zod';

import { allocationsOf } from '@plumbline/shared/measures/allocations/allocations';
import { overlapOf } from '@plumbline/shared/measures/allocations/overlap';
import { distanceMatrix, distancesToMean, sharesOf } from '@plumbline/shared/measures/allocations/shares';
import { unmeasured } from '@plumbline/shared/measures/measured';
import { tallyAllocations } from '@plumbline/shared/measures/allocations/tally';

import { matrix } from './family.ts';
import type { Asked, Family, Figures } from './family.ts';
import { reasonOf, reasonsOf } from './reason.ts';

const inputSchema = z.object({ allocations: matrix });
const paramsSchema = z.object({ total: z.number().default(100) });

function allocationOverlap({ input, params }: Asked): Figures {
  const ballots = inputSchema.parse(input).allocations;
  const allocations = allocationsOf({ ballots, total: paramsSchema.parse(params).total });
  if (allocations.value === null) return { ...NO_FIGURES, ...reasonOf(allocations) };
  const tally = tallyAllocations(allocations.value);
  const shares = sharesOf(tally);
  const overlap = overlapOf(tally);
  const distances = distanceMatrix(allocations.value);
  return {
    raters: tally.raters,
    items: tally.items.length,
    mean_overlap: overlap.value?.mean ?? null,
    expected_overlap_chance: overlap.value?.chance ?? null,
    overlap_chance_corrected: overlap.value?.corrected.value ?? null,
    distance_matrix: distances.value,
    mean_share: shares.map((share) => share.mean),
    sd_share: tally.raters < 2 ? null : shares.map((share) => share.deviation.value),
    distance_to_mean: distancesToMean(allocations.value, shares),
    ...reasonOf(overlap),
    ...reasonsOf({
      overlap_chance_corrected: overlap.value?.corrected,
      sd_share: tally.raters < 2 ? unmeasured('too-few-answers') : undefined,
      distance_matrix: distances,
    }),
  };
}

const NO_FIGURES: Figures = {
  raters: null,
  items: null,
  mean_overlap: null,
  expected_overlap_chance: null,
  overlap_chance_corrected: null,
  distance_matrix: null,
  mean_share: null,
  sd_share: null,
  distance_to_mean: null,
};

export const allocations: Family = { allocation_overlap: allocationOverlap };
