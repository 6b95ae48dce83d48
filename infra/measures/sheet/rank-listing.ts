import { ask, linesOf } from './ask.ts';
import { completeRows } from './rating-sheet.ts';
import type { Sheet } from './read-sheet.ts';
import type { Head, Listing } from './report.ts';

const CONCORDANCE: readonly Head[] = [
  { key: 'raters', name: 'raters who ranked every item' },
  { key: 'raters_without_order', name: 'of these, raters who tell no items apart' },
  {
    key: 'mean_spearman',
    name: 'mean Spearman of two raters',
    absent: 'somebody told no items apart, which leaves no correlation',
    r: 'mean of stats::cor(t(x), method = "spearman")',
    source: 'kendall1990',
  },
  {
    key: 'mean_tau_b',
    name: 'mean tau-b of two raters',
    absent: 'somebody told no items apart, which leaves no correlation',
    r: 'mean of stats::cor(t(x), method = "kendall")',
    source: 'kendall1990',
  },
  { key: 'W', name: "Kendall's W", r: 'vegan::kendall.global(t(x))', source: 'kendall1990' },
  { key: 'W_uncorrected', name: 'W without correction for ties', r: 'irr::kendall(t(x))', source: 'kendall1990' },
  { key: 'W_chance_corrected', name: 'W above chance: (mW - 1) / (m - 1)', source: 'kendall1990' },
  { key: 'chisq', name: 'chi-square', r: 'stats::friedman.test(x)', source: 'kendall1990' },
  { key: 'df', name: 'its df', r: 'stats::friedman.test(x)' },
  { key: 'p_chisq', name: 'its p', r: 'stats::friedman.test(x)', source: 'kendall1990' },
  {
    key: 'F',
    name: 'F',
    absent: 'all orders are the same, and F has no bound',
    r: 'vegan::kendall.global(t(x))',
    source: 'legendre2005',
  },
  { key: 'df1', name: 'its df 1', source: 'legendre2005' },
  { key: 'df2', name: 'its df 2', source: 'legendre2005' },
  {
    key: 'p_F',
    name: 'its p',
    absent: 'there are too few raters or items',
    r: 'vegan::kendall.global(t(x))',
    source: 'legendre2005',
  },
  {
    key: 'p_exact_permutation',
    name: 'exact p by all orders',
    absent: 'there are too many orders to count',
    source: 'legendre2005',
  },
  {
    key: 'p_permutation',
    name: 'p by shuffling, drawn if not exact',
    absent: 'there are too many ranks to shuffle',
    r: 'vegan::kendall.global(t(x), nperm = 9999)',
    source: 'legendre2005',
  },
];
const INCOMPLETE: readonly Head[] = [
  {
    key: 'W_generalised',
    name: 'W of everybody, with gaps',
    r: 'DescTools::KendallW(t(x), TRUE)',
    source: 'brueckl2011',
  },
];

/** How far the raters put the items into the same order; rows are ranks or ratings, whichever way round. */
export function rankListing(rows: Sheet['rows']): Listing {
  const complete = completeRows(rows);
  const gaps = complete.length < rows.length;
  return {
    kind: 'listing',
    title: 'Concordance of the orders',
    note: 'The items as each rater orders them; equal values share a midrank.',
    lines: [
      ...linesOf(ask('kendall_w', { ratings: complete }, { ties: 'midrank' }), CONCORDANCE),
      ...(gaps ? linesOf(ask('kendall_w_incomplete', { ratings: rows }), INCOMPLETE) : []),
    ],
  };
}
