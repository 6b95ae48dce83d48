import { ask, cellOf, linesOf } from './ask.ts';
import { rankListing } from './rank-listing.ts';
import { completeRows, transposed } from './rating-sheet.ts';
import type { RatingSheet } from './rating-sheet.ts';
import { reasonInWords } from './reasons.ts';
import { given } from './report.ts';
import type { Cell, Head, Listing } from './report.ts';

const AGREEMENT: readonly Head[] = [
  { key: 'n', name: 'raters who rated every item' },
  { key: 'rwg_star_j', name: 'r*wg(J)', r: 'multilevel::rwg.j.lindell(x, g)', source: 'lindell1999' },
  { key: 'rwg_j_truncated', name: 'r_wg(J)', r: 'multilevel::rwg.j(x, g)', source: 'james1984' },
];
const DISTANCE: readonly Head[] = [
  { key: 'ad_mean', name: 'AD_M', r: 'multilevel::ad.m(x, g, type = "mean")', source: 'burke1999' },
  { key: 'ad_median', name: 'AD_Md', r: 'multilevel::ad.m(x, g, type = "median")', source: 'burke1999' },
];

const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
const ALPHA: readonly Head[] = [
  ...LEVELS.map((level) => ({
    key: `alpha_${level}`,
    name: `alpha, ${level}`,
    r: `irr::kripp.alpha(rbind(x, NA), "${level}")`,
    source: 'krippendorff2019' as const,
  })),
  { key: 'units_pairable', name: 'items with two ratings or more' },
  { key: 'n_pairable_values', name: 'ratings of these items' },
];
const ALPHA_INTERVAL: readonly Head[] = [
  { key: 'percentile_ci', name: '95% interval of alpha, interval', source: 'krippendorff2019' },
  { key: 'boot_se', name: 'its standard error', source: 'krippendorff2019' },
];

/** Items that differ no more than their raters. */
const ZERO = 'the variance leaves a division by 0';
const ICC: readonly Head[] = [
  ...[
    ['icc_1_1', 'ICC(1,1)', 'ICC1'],
    ['icc_2_1', 'ICC(2,1)', 'ICC2'],
    ['icc_3_1', 'ICC(3,1)', 'ICC3'],
    ['icc_1_k', 'ICC(1,k)', 'ICC1k'],
    ['icc_2_k', 'ICC(2,k)', 'ICC2k'],
    ['icc_3_k', 'ICC(3,k)', 'ICC3k'],
  ].map(([key = '', name = '', row = '']) => ({
    key,
    name,
    r: `psych::ICC(t(x), lmer = FALSE), ${row}`,
    source: 'shrout1979' as const,
    absent: ZERO,
  })),
  { key: 'F_icc1', name: 'F of ICC(1,1)', r: 'psych::ICC(t(x), lmer = FALSE)', source: 'shrout1979' },
  { key: 'p_icc1', name: 'its p', r: 'psych::ICC(t(x), lmer = FALSE)', source: 'shrout1979' },
  { key: 'icc_1_1_ci', name: '95% interval of ICC(1,1)', r: 'psych::ICC(t(x), lmer = FALSE)', source: 'shrout1979' },
  ...[
    ['icc_2_1_ci', 'ICC(2,1)'],
    ['icc_3_1_ci', 'ICC(3,1)'],
    ['icc_1_k_ci', 'ICC(1,k)'],
    ['icc_2_k_ci', 'ICC(2,k)'],
    ['icc_3_k_ci', 'ICC(3,k)'],
  ].map(([key = '', name = '']) => ({
    key,
    name: `95% interval of ${name}`,
    r: 'psych::ICC(t(x), lmer = FALSE)',
    source: 'shrout1979' as const,
    absent: ZERO,
  })),
  { key: 'F_icc3', name: 'F of ICC(2) and ICC(3)', r: 'psych::ICC(t(x), lmer = FALSE)', source: 'shrout1979' },
  { key: 'p_icc3', name: 'its p', r: 'psych::ICC(t(x), lmer = FALSE)', source: 'shrout1979' },
];

/** What is known about a sheet of ratings as a whole. */
export function sheetListings(sheet: RatingSheet): readonly Listing[] {
  return [agreement(sheet), reliability(sheet), split(sheet), rankListing(sheet.rows)];
}

function agreement({ steps, points }: RatingSheet): Listing {
  const complete = completeRows(steps);
  const input = { ratings: complete };
  const params = { scale_points: points, missing: 'listwise' };
  const jackknife = ask('jackknife_ci', { data: complete }, { statistic: 'rwg_star_j', ...params });
  return {
    kind: 'listing',
    title: 'Agreement on the whole sheet',
    note: dropped(steps.length - complete.length),
    lines: [
      ...linesOf(ask('rwg_j', input, { ...params, null: 'uniform' }), AGREEMENT),
      ...linesOf(ask('ad', input, params), DISTANCE),
      ...interval(jackknife, 'r*wg(J)'),
    ],
  };
}

/** The jackknife's interval and standard error of a figure, as lines of a listing. */
export function interval(jackknife: ReturnType<typeof ask>, name: string): Listing['lines'] {
  return linesOf(jackknife, [
    { key: 'ci', name: `95% jackknife interval of ${name}, not cut off`, source: 'efron1993' },
    { key: 'se', name: 'its standard error', source: 'efron1993' },
  ]);
}

function reliability({ rows }: RatingSheet): Listing {
  const complete = completeRows(rows);
  return {
    kind: 'listing',
    title: 'Reliability',
    note: `Do raters tell the items apart in the same way? alpha takes every rating. ICC: ${dropped(rows.length - complete.length)}`,
    lines: [
      ...linesOf(ask('kripp_alpha', { ratings: rows }, { levels: LEVELS }), ALPHA),
      ...linesOf(
        ask(
          'kripp_alpha_bootstrap_units',
          { ratings: rows },
          { level: 'interval', resample: 'units', conf_level: 0.95 },
        ),
        ALPHA_INTERVAL,
      ),
      ...linesOf(
        ask('icc_twoway', { ratings: transposed(complete) }, { rows: 'targets', columns: 'raters', conf_level: 0.95 }),
        ICC,
      ),
    ],
  };
}

function split({ rows, raters }: RatingSheet): Listing {
  const found = ask('two_faction_split', { ratings: rows }, { min_cluster: 2, center: 'rater', draws: 9_999 });
  const partition = found.figures['partition'];
  const side = (label: number): Cell =>
    Array.isArray(partition)
      ? given(raters.filter((_, rater) => partition[rater] === label).join(', '))
      : { value: null, reason: found.trouble ?? reasonInWords(found.figures['reason']) };
  return {
    kind: 'listing',
    title: 'The best split into two sides',
    note: "Each rater's mean is taken out first, or mere leniency looks like a camp. Two sides can always be found: look at p.",
    lines: [
      { head: { key: 'side_1', name: 'one side' }, cell: side(0) },
      { head: { key: 'side_2', name: 'the other side' }, cell: side(1) },
      ...linesOf(found, [
        { key: 'between_share', name: 'share of variance between them', r: 'stats::kmeans(x, 2), betweenss / totss' },
        {
          key: 'silhouette_mean',
          name: 'mean silhouette',
          r: 'cluster::silhouette(side, dist(x))',
          source: 'rousseeuw1987',
        },
        { key: 'optimal_splits', name: 'splits that are as good' },
      ]),
      {
        head: { key: 'p_permutation', name: 'p of such a split by chance', source: 'phipson2010' },
        cell: cellOf(found, { key: 'p_permutation' }),
      },
    ],
  };
}

function dropped(raters: number): string {
  if (raters === 0) return 'nobody left an item out.';
  return raters === 1
    ? '1 rater left an item out and is dropped.'
    : `${raters} raters left an item out and are dropped.`;
}
