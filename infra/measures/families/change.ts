import { z } from 'zod';

import { benjaminiHochberg, holm } from '@plumbline/shared/measures/change/adjusted-p';
import { indexChange } from '@plumbline/shared/measures/change/index-change';
import { monteCarloP } from '@plumbline/shared/measures/change/monte-carlo-p';
import { pairedChange } from '@plumbline/shared/measures/change/paired';
import { reliableChange } from '@plumbline/shared/measures/change/reliable-change';
import { uniformVariance } from '@plumbline/shared/measures/ratings/null-distribution';

import { matrix, row } from './family.ts';
import type { Asked, Family, Figures } from './family.ts';
import { reasonOf, reasonsOf } from './reason.ts';

const testSchema = z.object({
  two_sided: z.boolean().default(true),
  draws: z.int().min(1).default(9999),
  seed: z.int().default(1),
});

const pairsSchema = z.object({ before: row, after: row });
/** The one test of pairs that is computed; another is another question. */
const pairedSchema = testSchema.extend({
  statistic: z.literal('mean difference').optional(),
  method: z.literal('exact sign flips').optional(),
});

function pairedPermutation({ input, params }: Asked): Figures {
  const { two_sided, draws, seed } = pairedSchema.parse(params);
  const { before, after } = pairsSchema.parse(input);
  const change = pairedChange({ before, after, direction: two_sided ? 'either' : 'up', draws, seed });
  const complete = before.filter((answer, person) => answer !== null && (after[person] ?? null) !== null);
  return {
    n_pairs: before.length === after.length ? complete.length : null,
    mean_difference: change.value?.meanDifference ?? null,
    p_exact: change.value?.p ?? null,
    min_attainable_p: change.value?.leastP ?? null,
    ...reasonOf(change),
  };
}

const sheetsSchema = z.object({ before: matrix, after: matrix });
const indexSchema = testSchema.extend({
  scale_points: z.int(),
  scale_low: z.number().default(1),
  null_variance: z.number().optional(),
});

function indexChangePermutation({ input, params }: Asked): Figures {
  const { two_sided, draws, seed, scale_points, scale_low, null_variance } = indexSchema.parse(params);
  const change = indexChange({
    ...sheetsSchema.parse(input),
    scale: [scale_low, scale_low + scale_points - 1],
    nullVariance: null_variance ?? uniformVariance(scale_points),
    direction: two_sided ? 'either' : 'closer',
    draws,
    seed,
  });
  return {
    rwg_star_before: change.value?.rwgStar.before ?? null,
    rwg_star_after: change.value?.rwgStar.after ?? null,
    rwg_star_change: change.value?.rwgStar.change ?? null,
    rwg_star_p_exact: change.value?.rwgStar.p.value ?? null,
    ad_before: change.value?.deviation.before ?? null,
    ad_after: change.value?.deviation.after ?? null,
    ad_change: change.value?.deviation.change ?? null,
    ad_p_exact: change.value?.deviation.p.value ?? null,
    ...reasonOf(change),
    ...reasonsOf({ rwg_star_p_exact: change.value?.rwgStar.p, ad_p_exact: change.value?.deviation.p }),
  };
}

const scoresSchema = z.object({ pre: z.number(), post: z.number() });
const errorSchema = z.object({ sd_pre: z.number(), reliability: z.number() });

function reliable({ input, params }: Asked): Figures {
  const { pre, post } = scoresSchema.parse(input);
  const { sd_pre, reliability } = errorSchema.parse(params);
  const change = reliableChange({ before: pre, after: post, deviation: sd_pre, reliability });
  return {
    sem: change.value?.error ?? null,
    s_diff: change.value?.errorOfDifference ?? null,
    rci: change.value?.index.value?.value ?? null,
    reliable: change.value?.index.value?.reliable ?? null,
    smallest_detectable_change_95: change.value?.smallest ?? null,
    ...reasonOf(change.value?.index ?? change),
  };
}

const valuesSchema = z.object({ p: row });

function adjustedP({ input }: Asked): Figures {
  const { p } = valuesSchema.parse(input);
  const found = benjaminiHochberg(p);
  return { bh: found.value, holm: holm(p).value, ...reasonOf(found) };
}

const drawsSchema = z.object({ exceedances: z.number(), draws: z.number() });

function simulatedP({ input }: Asked): Figures {
  const { exceedances, draws } = drawsSchema.parse(input);
  const p = monteCarloP(exceedances, draws);
  return { p: p.value, ...reasonOf(p) };
}

export const change: Family = {
  paired_permutation: pairedPermutation,
  index_change_permutation: indexChangePermutation,
  reliable_change: reliable,
  p_adjust: adjustedP,
  monte_carlo_p: simulatedP,
};
