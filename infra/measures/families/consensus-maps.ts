import { z } from 'zod';

import { alphaAgainstChance } from '@plumbline/shared/measures/rankings/consensus-chance';
import { consensusBetween, consensusMap } from '@plumbline/shared/measures/rankings/consensus-map';
import { alphaChange, alphaDifference } from '@plumbline/shared/measures/rankings/consensus-tests';
import type { AlphaTest } from '@plumbline/shared/measures/rankings/consensus-tests';
import { completeRows } from '@plumbline/shared/measures/rankings/rows';
import type { FullRows, Rows } from '@plumbline/shared/measures/rankings/rows';
import { measured, unmeasured } from '@plumbline/shared/measures/measured';
import type { Measured } from '@plumbline/shared/measures/measured';

import { matrix } from './family.ts';
import type { Asked, Family, Figures } from './family.ts';
import { reasonOf, reasonsOf } from './reason.ts';

const mapping = z.object({
  rows: z.literal('raters').default('raters'),
  columns: z.literal('items').default('items'),
  dimensions: z.literal(2).default(2),
  standardise: z.literal('per rater, population SD').optional(),
});
const drawing = z.object({ draws: z.int().min(1).default(9999), seed: z.int().default(1) });
const testing = drawing.extend({
  two_sided: z.boolean().default(true),
  statistic: z.literal('alpha_a - alpha_b').optional(),
});

function scmWithin({ input, params }: Asked): Figures {
  mapping.parse(params);
  const rows = z.object({ ratings: matrix }).parse(input).ratings;
  const complete = completeRows(rows);
  const map = complete.value === null ? complete : consensusMap(complete.value.rows);
  // As for the mean correlation: over all raters it is undefined when one of them orders nothing.
  const whole = map.value !== null && map.value.ratersWithoutOrder > 0 ? unmeasured('no-order') : map;
  if (complete.value === null || whole.value === null) return { ...NO_MAP, ...reasonOf(whole) };
  const { alpha, fullAlpha, shares, meanCorrelation, fit, picture } = whole.value;
  const { raters, items } = complete.value;
  return {
    alpha,
    vaf_per_dimension: shares.slice(0, 3),
    vaf_2d: (shares[0] ?? 0) + (shares[1] ?? 0),
    rater_fit_r2: fit.value && inPlace({ values: fit.value, positions: raters, size: rows.length }),
    prototype_scores_z:
      picture.value &&
      inPlace({
        values: picture.value.items.map(({ along }) => along),
        positions: items,
        size: rows[0]?.length ?? 0,
      }),
    alpha_full_dimension: fullAlpha,
    mean_correlation: meanCorrelation.value,
    ...reasonsOf({ mean_correlation: meanCorrelation, rater_fit_r2: fit, prototype_scores_z: picture }),
  };
}

const NO_MAP: Figures = {
  alpha: null,
  vaf_per_dimension: null,
  vaf_2d: null,
  rater_fit_r2: null,
  prototype_scores_z: null,
  alpha_full_dimension: null,
  mean_correlation: null,
};

function scmBetween({ input, params }: Asked): Figures {
  mapping.parse(params);
  const groups = z.object({ groups: z.array(matrix) }).parse(input).groups;
  const complete = completeGroups(groups);
  const between = complete.value === null ? complete : consensusBetween(complete.value);
  if (between.value === null) {
    return { r_matrix: null, r_overall_rms: null, alpha_by_group: null, ...reasonOf(between) };
  }
  const { correlations, overall, alphas } = between.value;
  return { r_matrix: correlations, r_overall_rms: overall.value, alpha_by_group: alphas, ...reasonOf(overall) };
}

function scmAlphaNull({ input, params }: Asked): Figures {
  const { draws, seed } = drawing.extend({ null: z.literal('independent uniform rankings').optional() }).parse(params);
  const complete = completeRows(z.object({ ratings: matrix }).parse(input).ratings);
  const chance = complete.value === null ? complete : alphaAgainstChance({ ...complete.value, draws, seed });
  if (chance.value === null) {
    return { alpha: null, p_exact: null, p_drawn: null, null_mean: null, null_q95: null, ...reasonOf(chance) };
  }
  const { alpha, mean, q95 } = chance.value;
  return { alpha, ...chancesOf(chance.value), null_mean: mean, null_q95: q95 };
}

function scmAlphaDifference({ input, params }: Asked): Figures {
  const { two_sided: twoSided, ...draws } = testing.parse(params);
  const { group_a: one, group_b: other } = z.object({ group_a: matrix, group_b: matrix }).parse(input);
  const complete = completeGroups([one, other]);
  if (complete.value === null) return testFigures({ name: 'difference', test: complete });
  const [first = [], second = []] = complete.value;
  const test = alphaDifference({ groups: [first, second], sides: twoSided ? 'both' : 'greater', ...draws });
  return testFigures({ name: 'difference', test });
}

function scmAlphaChange({ input, params }: Asked): Figures {
  const { two_sided: twoSided, ...draws } = testing.parse(params);
  const { before, after } = z.object({ before: matrix, after: matrix }).parse(input);
  const width = before[0]?.length ?? 0;
  const sameSize = before.length === after.length && [...before, ...after].every((row) => row.length === width);
  if (!sameSize) return testFigures({ name: 'change', test: unmeasured('ragged-rows') });
  const complete = completeRows(
    before.map((row, rater) => [...row, ...(after[rater] ?? [])]),
    2,
  );
  if (complete.value === null) return testFigures({ name: 'change', test: complete });
  const { rows, items } = complete.value;
  const test = alphaChange({
    before: rows.map((row) => row.slice(0, items.length)),
    after: rows.map((row) => row.slice(items.length)),
    sides: twoSided ? 'both' : 'greater',
    ...draws,
  });
  return testFigures({ name: 'change', test });
}

function testFigures({ name, test }: { readonly name: string; readonly test: Measured<AlphaTest> }): Figures {
  const found = test.value;
  if (found === null) return { [name]: null, p_exact: null, p_drawn: null, permutations: null, ...reasonOf(test) };
  return { [name]: found.difference, ...chancesOf(found), permutations: found.permutations };
}

/** A drawn p is never given out for an exact one. */
function chancesOf({ p, method }: { readonly p: number; readonly method: 'exact' | 'drawn' }): Figures {
  return { p_exact: method === 'exact' ? p : null, p_drawn: method === 'drawn' ? p : null };
}

/** Groups reduced to the items that all of their raters answered. */
function completeGroups(groups: readonly Rows[]): Measured<readonly FullRows[]> {
  const complete = completeRows(groups.flat());
  if (complete.value === null) return complete;
  const { raters, rows } = complete.value;
  let from = 0;
  return measured(
    groups.map((group) => {
      const start = from;
      from += group.length;
      return rows.filter((_, at) => (raters[at] ?? 0) >= start && (raters[at] ?? 0) < start + group.length);
    }),
  );
}

/** Values at their positions in the table that was given, `null` at what was left out. */
function inPlace({
  values,
  positions,
  size,
}: {
  readonly values: readonly (number | null)[];
  readonly positions: readonly number[];
  readonly size: number;
}): readonly (number | null)[] {
  const known = new Map(positions.map((position, at) => [position, values[at] ?? null]));
  return Array.from({ length: size }, (_, position) => known.get(position) ?? null);
}

/** The consensus maps of the rankings. */
export const consensusMaps: Family = {
  scm_within: scmWithin,
  scm_between: scmBetween,
  scm_alpha_null: scmAlphaNull,
  scm_alpha_difference_permutation: scmAlphaDifference,
  scm_alpha_change_permutation: scmAlphaChange,
};
