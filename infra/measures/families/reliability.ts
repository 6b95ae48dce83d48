import { z } from 'zod';

import { alphaInterval } from '@plumbline/shared/measures/reliability/alpha-interval';
import { iccOfGroups } from '@plumbline/shared/measures/reliability/icc-groups';
import { twoWayIccs } from '@plumbline/shared/measures/reliability/icc-two-way';
import type { TwoWayIccs } from '@plumbline/shared/measures/reliability/icc-two-way';
import { krippendorffAlpha, pairableUnits, pairableValues } from '@plumbline/shared/measures/reliability/krippendorff';
import type { Level } from '@plumbline/shared/measures/reliability/krippendorff';
import { unitValues } from '@plumbline/shared/measures/reliability/unit-values';
import type { UnitValues } from '@plumbline/shared/measures/reliability/unit-values';
import type { Measured } from '@plumbline/shared/measures/measured';
import { CONFIDENCE } from '@plumbline/shared/measures/uncertainty/interval';
import type { Interval } from '@plumbline/shared/measures/uncertainty/interval';
import { seedOf } from '@plumbline/shared/measures/uncertainty/seed';

import { laidOut, matrix, row } from './family.ts';
import type { Asked, Family, Figures } from './family.ts';
import { ends } from './interval.ts';
import { reasonOf, reasonsOf } from './reason.ts';

const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const satisfies readonly Level[];

const ratingsSchema = z.object({ ratings: matrix });
const alphaParams = z.object({
  levels: z
    .array(z.enum(LEVELS))
    .min(1)
    .default([...LEVELS]),
});
const alphaIntervalParams = z.object({
  level: z.enum(LEVELS).default('interval'),
  resample: z.literal('units').default('units'),
  conf_level: z.number().gt(0).lt(1).default(CONFIDENCE),
  B: z.int().positive().default(9999),
  seed: z.int().optional(),
});
const groupsSchema = z.object({ scores: row, groups: z.array(z.union([z.number(), z.string()]).nullable()) });
const twoWayParams = z.object({ conf_level: z.number().gt(0).lt(1).default(CONFIDENCE) });

/** Every level is computed; the reason is that of the first one asked for that has no alpha. */
function alpha({ input, params }: Asked): Figures {
  const units = unitValues(laidOut(ratingsSchema.parse(input).ratings, params, ['raters', 'units']));
  const { levels } = alphaParams.parse(params);
  const alphas = new Map(LEVELS.map((level) => [level, alphaOf(units, level)]));
  const missing = levels.map((level) => alphaOf(units, level)).find((one) => one.value === null);
  return {
    ...Object.fromEntries([...alphas].map(([level, one]) => [`alpha_${level}`, one.value])),
    units_pairable: units.value === null ? 0 : pairableUnits(units.value),
    n_pairable_values: units.value === null ? 0 : pairableValues(units.value),
    ...(missing === undefined ? {} : reasonOf(missing)),
  };
}

function alphaOf(units: Measured<UnitValues>, level: Level): Measured {
  return units.value === null ? units : krippendorffAlpha(units.value, level);
}

function alphaBootstrap({ input, params }: Asked): Figures {
  const units = unitValues(laidOut(ratingsSchema.parse(input).ratings, params, ['raters', 'units']));
  const { level, conf_level: confidence, B: draws, seed } = alphaIntervalParams.parse(params);
  const interval =
    units.value === null
      ? units
      : alphaInterval(units.value, level, { draws, confidence, seed: seed ?? seedOf(units.value.counts) });
  return {
    alpha: alphaOf(units, level).value,
    percentile_ci: ends(interval.value?.percentile),
    boot_se: interval.value?.standardError ?? null,
    ...reasonOf(interval),
  };
}

function iccGroups({ input }: Asked): Figures {
  const icc = iccOfGroups(groupsSchema.parse(input));
  const it = icc.value;
  return {
    groups: it?.groups ?? null,
    n: it?.n ?? null,
    mean_group_size: it?.meanGroupSize ?? null,
    k0: it?.k0.value ?? null,
    ms_between: it?.msBetween.value ?? null,
    ms_within: it?.msWithin.value ?? null,
    icc1: it?.icc1.value ?? null,
    icc2: it?.icc2.value ?? null,
    icc1_k0: it?.icc1K0.value ?? null,
    F: it?.f.value ?? null,
    df1: it?.df1 ?? null,
    df2: it?.df2 ?? null,
    p: it?.p.value ?? null,
    ...reasonOf(it === null ? icc : it.icc1),
    ...reasonsOf({
      ...{ k0: it?.k0, ms_between: it?.msBetween, ms_within: it?.msWithin },
      ...{ icc1: it?.icc1, icc2: it?.icc2, icc1_k0: it?.icc1K0, F: it?.f, p: it?.p },
    }),
  };
}

const FORMS = [
  ['1', 'oneWay'],
  ['2', 'random'],
  ['3', 'fixed'],
] as const;

function iccTwoWay({ input, params }: Asked): Figures {
  const { conf_level: confidence } = twoWayParams.parse(params);
  const rows = laidOut(ratingsSchema.parse(input).ratings, params, ['targets', 'raters']);
  const iccs = twoWayIccs(rows, confidence);
  const parts = Object.fromEntries(FORMS.flatMap(([number, form]) => partsOf(number, iccs.value, form)));
  const figures = Object.entries(parts).map(([key, part]) => {
    const value = part?.value ?? null;
    return [key, typeof value === 'object' ? ends(value) : value] as const;
  });
  return {
    ...Object.fromEntries(figures),
    ...reasonOf(iccs.value === null ? iccs : iccs.value.single.oneWay.icc),
    ...reasonsOf(parts),
  };
}

/** The measures of a form by their names in the cases. */
function partsOf(
  number: string,
  iccs: TwoWayIccs | null,
  form: (typeof FORMS)[number][1],
): readonly (readonly [string, Measured | Measured<Interval> | undefined])[] {
  const [single, average] = [iccs?.single[form], iccs?.average[form]];
  return [
    [`icc_${number}_1`, single?.icc],
    [`icc_${number}_1_ci`, single?.interval],
    [`icc_${number}_k`, average?.icc],
    [`icc_${number}_k_ci`, average?.interval],
    [`F_icc${number}`, single?.f],
    [`p_icc${number}`, single?.p],
  ];
}

export const reliability: Family = {
  kripp_alpha: alpha,
  kripp_alpha_bootstrap_units: alphaBootstrap,
  icc_groups: iccGroups,
  icc_twoway: iccTwoWay,
};
