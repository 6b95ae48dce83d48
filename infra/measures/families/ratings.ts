import { z } from 'zod';
import { measured, unmeasured } from '@plumbline/shared/measures/measured';
import type { Measured } from '@plumbline/shared/measures/measured';
import {
  agreementA,
  blairLacy,
  consensus,
  leikDispersion,
  polarisation,
} from '@plumbline/shared/measures/ratings/agreement';
import { countsOf, momentsOf, tally, tallyItems } from '@plumbline/shared/measures/ratings/answers';
import {
  averageDeviation,
  averageDeviationOver,
  deviationCutOff,
} from '@plumbline/shared/measures/ratings/average-deviation';
import { awg, interpretableMeans } from '@plumbline/shared/measures/ratings/awg';
import { bimodality, BIMODALITY_THRESHOLD } from '@plumbline/shared/measures/ratings/bimodality';
import {
  chanceOfDeviation,
  chanceOfRwg,
  criticalDeviation,
  criticalRwg,
  USUAL_ALPHA,
} from '@plumbline/shared/measures/ratings/chance';
import { dipTest } from '@plumbline/shared/measures/ratings/dip';
import { sizeOf } from '@plumbline/shared/measures/ratings/distribution';
import { estebanRay } from '@plumbline/shared/measures/ratings/esteban-ray';
import { nullShares, nullVariance, varianceOfShares } from '@plumbline/shared/measures/ratings/null-distribution';
import { agreementOf, meanVarianceOf } from '@plumbline/shared/measures/ratings/rwg';
import type { Agreement } from '@plumbline/shared/measures/ratings/rwg';
import { fullRow, matrix, row } from './family.ts';
import type { Asked, Family, Figures } from './family.ts';
import { reasonOf, reasonsOf } from './reason.ts';

const NULLS = [
  'uniform',
  'max_dissensus',
  'triangular_jdw',
  'triangular_ls',
  'slight_skew',
  'moderate_skew',
  'heavy_skew',
  'normal_ls',
] as const;

const oneItem = z.object({ ratings: row });
const severalItems = z.object({ ratings: matrix });
/** A scale has its number of points, from 1 on unless it says otherwise, or both its ends. */
const scaleParams = z
  .object({ scale_points: z.number().optional(), scale_min: z.number().default(1), scale_max: z.number().optional() })
  .transform(({ scale_points: points = 5, scale_min: low, scale_max: high = low + points - 1 }) => ({
    scale: { low, high },
    points: high - low + 1,
  }));
const nullParams = z.object({
  null: z.enum(NULLS).default('uniform'),
  /** In squared points; instead of that of a named distribution. */
  null_variance: z.number().positive().optional(),
  ddof: z.literal(1).default(1),
});
const missingParams = z.object({ missing: z.enum(['listwise', 'pairwise']).default('listwise') });

function rwgOfItem({ input, params }: Asked): Figures {
  const { ratings } = oneItem.parse(input);
  const { scale, points } = scaleParams.parse(params);
  const blind = blindVariance(params, points);
  const variance = then(tally(ratings, scale), (answers) => meanVarianceOf([answers]));
  const agreement = against(variance, blind, 1);
  return {
    n: given(ratings).length,
    variance: variance.value,
    null_variance: blind.value,
    rwg: agreement.value?.star ?? null,
    rwg_truncated: agreement.value?.truncated ?? null,
    ...reasonOf(agreement),
  };
}

const groupsInput = z.object({ scores: row, groups: z.array(z.union([z.number(), z.string()]).nullable()) });

function rwgOfGroups({ input, params }: Asked): Figures {
  const { scores, groups } = groupsInput.parse(input);
  const { scale, points } = scaleParams.parse(params);
  if (scores.length !== groups.length) return { group: null, n: null, rwg_truncated: null, reason: 'ragged_rows' };
  const blind = blindVariance(params, points);
  const teams = new Map<number | string, (number | null)[]>();
  for (const [place, group] of groups.entries()) {
    if (group === null) continue;
    const team = teams.get(group) ?? [];
    team.push(scores[place] ?? null);
    teams.set(group, team);
  }
  const sorted = [...teams].sort(([a], [b]) => (a < b ? -1 : 1));
  const agreements = sorted.map(([, team]) =>
    against(
      then(tally(team, scale), (answers) => meanVarianceOf([answers])),
      blind,
      1,
    ),
  );
  return {
    group: sorted.map(([group]) => group),
    n: sorted.map(([, team]) => given(team).length),
    rwg_truncated: agreements.map((agreement) => agreement.value?.truncated ?? null),
  };
}

function rwgOfItems({ input, params }: Asked): Figures {
  const { ratings } = severalItems.parse(input);
  const { scale, points } = scaleParams.parse(params);
  const { missing } = missingParams.parse(params);
  const blind = blindVariance(params, points);
  const tallies = tallyItems({ rows: ratings, scale, missing });
  const variance = then(tallies, ({ items }) => meanVarianceOf(items));
  const agreement = against(variance, blind, tallies.value?.items.length ?? 0);
  return {
    n: tallies.value?.raters ?? null,
    items: tallies.value?.items.length ?? null,
    mean_variance: variance.value,
    rwg_j_truncated: agreement.value?.truncated ?? null,
    rwg_star_j: agreement.value?.star ?? null,
    ...reasonOf(agreement),
  };
}

function blindVariance(params: Asked['params'], points: number): Measured {
  const { null: name, null_variance: variance } = nullParams.parse(params);
  return variance === undefined ? nullVariance(name, points) : measured(variance);
}

function against(variance: Measured, blind: Measured, items: number): Measured<Agreement> {
  if (variance.value === null) return variance;
  if (blind.value === null) return blind;
  if (blind.value === 0) return unmeasured('no-variation');
  return { value: agreementOf({ variance: variance.value, items, nullVariance: blind.value }) };
}

function deviationOfItems({ input, params }: Asked): Figures {
  const { ratings } = severalItems.parse(input);
  const { scale, points } = scaleParams.parse(params);
  const { missing } = missingParams.parse(params);
  const tallies = tallyItems({ rows: ratings, scale, missing });
  const deviation = then(tallies, ({ items }) => averageDeviationOver(items));
  const cutOff = deviationCutOff(points).value;
  return {
    n: tallies.value?.raters ?? null,
    items: tallies.value?.items.length ?? null,
    ad_mean: deviation.value?.fromMean ?? null,
    ad_median: deviation.value?.fromMedian ?? null,
    cutoff: cutOff,
    // A mean over items that equals the cut-off may come out a rounding above it.
    ad_mean_below_cutoff:
      deviation.value === null || cutOff === null ? null : deviation.value.fromMean <= cutOff + 1e-12,
    ...reasonOf(deviation),
  };
}

function deviationOfItem({ input, params }: Asked): Figures {
  const { ratings } = oneItem.parse(input);
  const { scale, points } = scaleParams.parse(params);
  const deviation = then(tally(ratings, scale), averageDeviation);
  return {
    n: given(ratings).length,
    ad_mean: deviation.value?.fromMean ?? null,
    ad_median: deviation.value?.fromMedian ?? null,
    cutoff: deviationCutOff(points).value,
    ...reasonOf(deviation),
  };
}

function awgOfItem({ input, params }: Asked): Figures {
  const { ratings } = oneItem.parse(input);
  const { scale } = scaleParams.parse(params);
  const answers = tally(ratings, scale);
  const agreement = then(answers, (it) => awg(it, scale));
  const range = then(answers, ({ n }) => interpretableMeans(scale, n)).value;
  return {
    n: given(ratings).length,
    mean: then(answers, momentsOf).value?.mean ?? null,
    awg: agreement.value,
    mean_min_interpretable: range?.least ?? null,
    mean_max_interpretable: range?.most ?? null,
    ...reasonOf(agreement),
  };
}

const chanceParams = z.object({
  null: z.union([z.enum(NULLS), fullRow]).default('uniform'),
  alpha: z.number().gt(0).lt(1).default(USUAL_ALPHA),
});

function exactChance({ input, params }: Asked): Figures {
  const { ratings } = oneItem.parse(input);
  const { scale, points } = scaleParams.parse(params);
  const { null: name, alpha } = chanceParams.parse(params);
  const named = typeof name === 'string';
  const shares = named ? nullShares(name, points) : givenShares(name, points);
  const answers = tally(ratings, scale);
  const blind = named ? nullVariance(name, points) : then(shares, (it) => measured(varianceOfShares(it)));
  const agreement = against(
    then(answers, (it) => meanVarianceOf([it])),
    blind,
    1,
  );
  const counts = then(answers, (it) => countsOf(it, scale));
  const observed = then(counts, (it) => then(shares, (chances) => measured({ counts: it, shares: chances })));
  const blindTeam = then(shares, (chances) => measured({ n: given(ratings).length, shares: chances }));
  const p = then(observed, chanceOfRwg);
  // Named by their level; those at 5% are always told.
  const criticals = Object.fromEntries(
    [USUAL_ALPHA, alpha].flatMap((level) => [
      [`rwg_critical_${digitsOf(level)}`, then(blindTeam, (it) => criticalRwg({ ...it, alpha: level }))],
      [`ad_critical_${digitsOf(level)}`, then(blindTeam, (it) => criticalDeviation({ ...it, alpha: level }))],
    ]),
  );
  return {
    rwg: agreement.value?.star ?? null,
    p_rwg: p.value,
    ad_mean: then(answers, averageDeviation).value?.fromMean ?? null,
    p_ad: then(observed, chanceOfDeviation).value,
    ...Object.fromEntries(Object.entries(criticals).map(([key, critical]) => [key, critical.value])),
    ...reasonOf(p),
    ...reasonsOf(criticals),
  };
}

/** Digits of a level behind the point, two at least: 05 for .05, 10 for .1, 001 for .001. */
function digitsOf(alpha: number): string {
  return String(alpha).slice(2).padEnd(2, '0');
}

/** Chances of the points as a case gives them, which have to add up to 1. */
function givenShares(shares: readonly number[], points: number): Measured<readonly number[]> {
  if (shares.length !== points) return unmeasured('ragged-rows');
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.some((share) => share < 0) || Math.abs(total - 1) > 1e-9 ? unmeasured('wrong-total') : measured(shares);
}

const countsInput = z.object({ counts: fullRow });

function ordinalDistribution({ input }: Asked): Figures {
  const { counts } = countsInput.parse(input);
  const agreement = agreementA(counts);
  return {
    n: sizeOf(counts),
    categories: counts.length,
    consensus_cns: consensus(counts).value,
    agreement_A: agreement.value,
    polarization: polarisation(counts).value,
    leik_dispersion: leikDispersion(counts).value,
    blair_lacy_l: blairLacy(counts).value,
    ...reasonOf(agreement),
  };
}

const placesInput = z.object({ counts: fullRow, values: fullRow.optional() });
const placesParams = z.object({ alpha: z.number().default(1) });

function estebanRayOf({ input, params }: Asked): Figures {
  const { counts, values } = placesInput.parse(input);
  const polarised = estebanRay({
    counts,
    values: values ?? counts.map((_, place) => place + 1),
    alpha: placesParams.parse(params).alpha,
  });
  return {
    er_raw: polarised.value?.raw ?? null,
    er_normalised: polarised.value?.normalised ?? null,
    ...reasonOf(polarised),
  };
}

const sampleInput = z.object({ values: row });

function bimodalityCoefficient({ input }: Asked): Figures {
  const values = given(sampleInput.parse(input).values);
  const shape = bimodality(values);
  return {
    n: values.length,
    skewness_G1: shape.value?.skewness ?? null,
    excess_kurtosis_G2: shape.value?.excessKurtosis ?? null,
    bc: shape.value?.coefficient ?? null,
    threshold: BIMODALITY_THRESHOLD,
    ...reasonOf(shape),
  };
}

function dip({ input }: Asked): Figures {
  const values = given(sampleInput.parse(input).values);
  const test = dipTest(values);
  return { n: values.length, dip: test.value?.dip ?? null, p_table: test.value?.p ?? null, ...reasonOf(test) };
}

function given(values: readonly (number | null)[]): readonly number[] {
  return values.filter((value) => value !== null);
}

function then<A, B>(figure: Measured<A>, next: (value: A) => Measured<B>): Measured<B> {
  return 'reason' in figure ? figure : next(figure.value);
}

export const ratings: Family = {
  rwg: rwgOfItem,
  rwg_groups: rwgOfGroups,
  rwg_j: rwgOfItems,
  ad: deviationOfItems,
  ad_item: deviationOfItem,
  awg: awgOfItem,
  agreement_null_exact: exactChance,
  ordinal_distribution: ordinalDistribution,
  esteban_ray: estebanRayOf,
  bimodality_coefficient: bimodalityCoefficient,
  dip,
};
