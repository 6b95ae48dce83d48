import { z } from 'zod';

import { unmeasured } from '@plumbline/shared/measures/measured';
import type { Measured } from '@plumbline/shared/measures/measured';
import { alphaWithoutEach } from '@plumbline/shared/measures/reliability/alpha-interval';
import { bootstrap } from '@plumbline/shared/measures/uncertainty/bootstrap';
import type { FigureOfCases } from '@plumbline/shared/measures/uncertainty/bootstrap';
import { adMeanOf, deviationOf, meanOf, medianOf, varianceOf } from '@plumbline/shared/measures/uncertainty/figures';
import { idealBootstrap } from '@plumbline/shared/measures/uncertainty/ideal-bootstrap';
import { CONFIDENCE } from '@plumbline/shared/measures/uncertainty/interval';
import { jackknife } from '@plumbline/shared/measures/uncertainty/jackknife';
import type { LeaveOneOut } from '@plumbline/shared/measures/uncertainty/jackknife';
import { pairsOf, pearson } from '@plumbline/shared/measures/uncertainty/pearson';
import { seedOf } from '@plumbline/shared/measures/uncertainty/seed';
import {
  adMeanOfItem,
  kendallWWithoutEach,
  meanOfItem,
  meanSpearmanWithoutEach,
  overItems,
  overlapWithoutEach,
  rwgOfItem,
} from '@plumbline/shared/measures/uncertainty/without-each';
import type { Rows } from '@plumbline/shared/measures/uncertainty/without-each';

import { matrix, row } from './family.ts';
import type { Asked, Family, Figures } from './family.ts';
import { ends } from './interval.ts';
import { reasonOf, reasonsOf } from './reason.ts';

const confLevel = z.number().gt(0).lt(1).default(CONFIDENCE);
const pairsSchema = z.object({ x: row, y: row });
const valuesSchema = z.object({ values: row });
const FIGURES = { mean: meanOf, median: medianOf, variance: varianceOf, sd: deviationOf, ad_mean: adMeanOf };
const figureName = z.enum(['mean', 'median', 'variance', 'sd', 'ad_mean']);
const bcaParams = z.object({
  statistic: z.union([z.string().regex(/^pearson\b/), figureName]).default('pearson correlation, resample pairs'),
  conf_level: confLevel,
  B: z.int().positive().default(9999),
  seed: z.int().optional(),
});
const idealParams = z.object({
  statistic: figureName.default('mean'),
  conf_level: confLevel,
  quantile_type: z.literal(1).default(1),
  acceleration: z.literal('jackknife').default('jackknife'),
});

interface Cases {
  readonly size: number;
  readonly figure: FigureOfCases;
  readonly numbers: readonly number[];
}

function bootstrapBca({ input, params }: Asked): Figures {
  const { statistic, conf_level: confidence, B: draws, seed } = bcaParams.parse(params);
  const name = figureName.safeParse(statistic);
  const cases = name.success ? casesOfValues(input, name.data) : casesOfPairs(input);
  const result =
    cases.value === null
      ? cases
      : bootstrap(cases.value.size, cases.value.figure, {
          draws,
          confidence,
          seed: seed ?? seedOf(cases.value.numbers),
        });
  return {
    estimate: result.value?.estimate ?? null,
    percentile_ci: ends(result.value?.percentile),
    bca_ci: ends(result.value?.bca.value),
    boot_se: result.value?.standardError ?? null,
    ...reasonOf(result),
    ...reasonsOf({ bca_ci: result.value?.bca }),
  };
}

function casesOfPairs(input: Asked['input']): Measured<Cases> {
  const { x, y } = pairsSchema.parse(input);
  const pairs = pairsOf(x, y);
  if (pairs.value === null) return pairs;
  const figure = (cases: Int32Array) => pearson(pairs.value, cases);
  return { value: { size: pairs.value.x.length, figure, numbers: [...pairs.value.x, ...pairs.value.y] } };
}

function casesOfValues(input: Asked['input'], name: z.infer<typeof figureName>): Measured<Cases> {
  const values = valuesSchema.parse(input).values.filter((value) => value !== null);
  if (values.length === 0) return unmeasured('no-answers');
  if (!values.every(Number.isFinite)) return unmeasured('not-a-number');
  const figure = (cases: Int32Array) => FIGURES[name](Float64Array.from(cases, (at) => values[at] ?? Number.NaN));
  return { value: { size: values.length, figure, numbers: values } };
}

function bootstrapIdeal({ input, params }: Asked): Figures {
  const { statistic, conf_level: confidence } = idealParams.parse(params);
  const cases = casesOfValues(input, statistic);
  const result = cases.value === null ? cases : idealBootstrap(cases.value.size, cases.value.figure, confidence);
  const it = result.value;
  return {
    estimate: it?.estimate ?? null,
    se_ideal: it?.standardError ?? null,
    percentile_ci: ends(it?.percentile),
    z0: it?.z0.value ?? null,
    z0_midtie: it?.z0Midtie.value ?? null,
    acceleration: it?.acceleration.value ?? null,
    bca_ci: ends(it?.bca.value),
    bca_ci_midtie: ends(it?.bcaMidtie.value),
    ...reasonOf(result),
    ...reasonsOf({
      ...{ z0: it?.z0, z0_midtie: it?.z0Midtie, acceleration: it?.acceleration },
      ...{ bca_ci: it?.bca, bca_ci_midtie: it?.bcaMidtie },
    }),
  };
}

const ALPHAS = {
  kripp_alpha_nominal: 'nominal',
  kripp_alpha_ordinal: 'ordinal',
  kripp_alpha_interval: 'interval',
  kripp_alpha_ratio: 'ratio',
} as const;
const jackknifeInput = z.object({ data: z.union([matrix, row.transform((values) => values.map((value) => [value]))]) });
const jackknifeParams = z.object({
  statistic: z.enum([
    'allocation_mean_overlap',
    'mean_spearman',
    'kendall_w',
    'rwg_star_j',
    'ad_mean',
    'mean',
    'kripp_alpha_nominal',
    'kripp_alpha_ordinal',
    'kripp_alpha_interval',
    'kripp_alpha_ratio',
  ]),
  conf_level: confLevel,
  unit: z.literal('rater').default('rater'),
  scale_points: z.int().default(5),
  population: z.int().positive().optional(),
});

function jackknifeCi({ input, params }: Asked): Figures {
  const { data } = jackknifeInput.parse(input);
  const { statistic, conf_level: confidence, scale_points: points, population } = jackknifeParams.parse(params);
  const leftOut = leaveOneOut(data, { statistic, points });
  const result =
    leftOut.value === null
      ? leftOut
      : jackknife(leftOut.value, { confidence, ...(population === undefined ? {} : { population }) });
  const it = result.value;
  return {
    estimate: leftOut.value?.estimate ?? null,
    jackknife_estimate: it?.jackknifeEstimate ?? null,
    se: it?.standardError ?? null,
    ci: ends(it?.interval),
    n: it?.n ?? null,
    ...reasonOf(result),
  };
}

function leaveOneOut(
  data: Rows,
  { statistic, points }: { statistic: z.infer<typeof jackknifeParams>['statistic']; points: number },
): Measured<LeaveOneOut> {
  switch (statistic) {
    case 'allocation_mean_overlap':
      return overlapWithoutEach(data);
    case 'mean_spearman':
      return meanSpearmanWithoutEach(data);
    case 'kendall_w':
      return kendallWWithoutEach(data);
    case 'rwg_star_j':
      return overItems(data, rwgOfItem(points));
    case 'ad_mean':
      return overItems(data, adMeanOfItem);
    case 'mean':
      return overItems(data, meanOfItem);
    default:
      return alphaWithoutEach(data, ALPHAS[statistic]);
  }
}

export const uncertainty: Family = {
  bootstrap_bca: bootstrapBca,
  bootstrap_ideal: bootstrapIdeal,
  jackknife_ci: jackknifeCi,
};
