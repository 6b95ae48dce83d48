import type { Measured } from '@plumbline/shared/measures/measured';
import { measured, unmeasured } from '@plumbline/shared/measures/measured';
import { meanOf, sizeOf, varianceOf } from '@plumbline/shared/measures/ratings/distribution';
import type { Counts } from '@plumbline/shared/measures/ratings/distribution';
import { meanOfEverybody } from '@plumbline/shared/measures/uncertainty/nonresponse';
import { ask, cellOf, cellsFrom } from './ask.ts';
import type { Answer } from './ask.ts';
import { countsOfItem, transposed } from './rating-sheet.ts';
import type { RatingSheet } from './rating-sheet.ts';
import { reasonInWords } from './reasons.ts';
import { given } from './report.ts';
import type { Cell, Grid, Head } from './report.ts';

/** The answers to one item; steps count from 1 at the lowest point. */
interface Item {
  readonly name: string;
  readonly steps: readonly (number | null)[];
  readonly given: readonly number[];
  readonly counts: Counts;
}

const NULLS = [
  ['uniform', 'uniform', 'james1984'],
  ['max_dissensus', 'max dissensus', 'lindell1999'],
  ['triangular_jdw', 'triangular', 'james1984'],
  ['triangular_ls', 'triangular L&S', 'lebreton2008'],
  ['slight_skew', 'slight skew', 'lebreton2008'],
  ['moderate_skew', 'moderate skew', 'lebreton2008'],
  ['heavy_skew', 'heavy skew', 'lebreton2008'],
  ['normal_ls', 'normal', 'lebreton2008'],
] as const;

const ANSWERS: readonly Head[] = [
  { key: 'n', name: 'n' },
  { key: 'missing', name: 'missing' },
  { key: 'mean', name: 'mean', r: 'base::mean(x)' },
  { key: 'sd', name: 'SD', r: 'stats::sd(x)' },
  { key: 'median', name: 'median', r: 'stats::median(x)' },
  { key: 'mean_lowest', name: 'mean at least', source: 'manski1989' },
  { key: 'mean_highest', name: 'mean at most', source: 'manski1989' },
];

/** `g` is one group: `rep(1, length(x))`. */
const DISTANCES: readonly Head[] = [
  { key: 'ad_mean', name: 'AD_M', r: 'multilevel::ad.m(x, g, type = "mean")', source: 'burke1999' },
  { key: 'ad_median', name: 'AD_Md', r: 'multilevel::ad.m(x, g, type = "median")', source: 'burke1999' },
  { key: 'cutoff', name: 'AD cut-off', source: 'burke1999' },
];
const AWG: Head = { key: 'awg', name: 'a_wg', r: 'multilevel::awg(x, g, range)', source: 'brown2005' };
const DISTRIBUTION: readonly Head[] = [
  { key: 'consensus_cns', name: 'consensus', r: 'agrmt::consensus(counts)', source: 'tastle2007' },
  { key: 'agreement_A', name: 'agreement A', r: 'agrmt::agreement(counts)', source: 'eijk2001' },
  { key: 'polarization', name: 'polarisation', r: 'agrmt::polarization(counts)', source: 'eijk2001' },
  { key: 'leik_dispersion', name: 'Leik', r: 'agrmt::Leik(counts)', source: 'leik1966' },
  { key: 'blair_lacy_l', name: 'Blair-Lacy l', r: 'agrmt::BlairLacy(counts)', source: 'blair2000' },
];

const CHANCE: readonly Head[] = [
  { key: 'rwg', name: 'r_wg' },
  { key: 'p_rwg', name: 'exact p', source: 'dunlap2003' },
  {
    key: 'rwg_critical_05',
    name: 'critical at 5%',
    absent: 'so few blind answers agree too often for any agreement to stand out',
    source: 'dunlap2003',
  },
  { key: 'ad_mean', name: 'AD_M' },
  { key: 'p_ad', name: 'exact p of AD', source: 'dunlap2003' },
  {
    key: 'ad_critical_05',
    name: 'critical AD',
    absent: 'so few blind answers agree too often for any agreement to stand out',
    source: 'dunlap2003',
  },
];

const POLES: Head = {
  key: 'er_normalised',
  name: 'Esteban-Ray',
  r: 'acid::polarisation.ER(1, rho)',
  source: 'esteban1994',
};
const MODES: readonly Head[] = [
  { key: 'skewness_G1', name: 'skewness', r: 'e1071::skewness(x, type = 2)' },
  { key: 'excess_kurtosis_G2', name: 'excess kurtosis', r: 'e1071::kurtosis(x, type = 2)' },
  { key: 'bc', name: 'bimodality', r: 'mousetrap::bimodality_coefficient(x)', source: 'pfister2013' },
];
const DIP: readonly Head[] = [
  { key: 'dip', name: 'dip', r: 'diptest::dip(x)', source: 'hartigan1985' },
  { key: 'p_table', name: 'p of dip', r: 'diptest::dip.test(x)', source: 'hartigan1985' },
];
/** Below it, ties alone make the dip jump. */
const DIP_ANSWERS = 30;

/** What is known about each item of a sheet of ratings. */
export function itemGrids(sheet: RatingSheet): readonly Grid[] {
  const items = transposed(sheet.steps).map((steps, column) => ({
    name: sheet.items[column] ?? '',
    steps,
    given: steps.filter((step) => step !== null),
    counts: countsOfItem(sheet, column),
  }));
  return [answers(items, sheet), nulls(items, sheet), indices(items, sheet), chance(items, sheet), shapes(items)];
}

function answers(items: readonly Item[], { low, points }: RatingSheet): Grid {
  const line = ({ name, steps, counts, given: present }: Item) => {
    const everybody = meanOfEverybody({
      mean: meanOf(counts).value ?? 0,
      answers: sizeOf(counts),
      population: steps.length,
      scale: { low: 0, high: points - 1 },
    });
    return {
      label: name,
      cells: [
        given(sizeOf(counts)),
        given(steps.length - sizeOf(counts)),
        moved(meanOf(counts), (steps) => steps + low),
        moved(varianceOf(counts), Math.sqrt),
        moved(medianOf(present), (step) => step - 1 + low),
        moved(everybody, (mean) => mean.low + low),
        moved(everybody, (mean) => mean.high + low),
      ],
    };
  };
  return {
    kind: 'grid',
    title: 'Answers',
    note: 'The last two: the mean if those who gave no answer had all chosen the lowest, or all the highest point.',
    heads: ANSWERS,
    lines: items.map(line),
  };
}

function nulls(items: readonly Item[], { points }: RatingSheet): Grid {
  const asked = NULLS.map(([name, words, source]) => {
    const found = items.map(({ steps }) => ask('rwg', { ratings: steps }, { scale_points: points, null: name }));
    return { head: { ...nullHead(found[0]), key: name, name: words, source }, found };
  });
  return {
    kind: 'grid',
    title: 'r_wg by the answers that chance would give',
    note: "Not cut off at 0: below 0 the answers differ more than chance would have them. R's are max(0, r_wg).",
    heads: asked.map(({ head }) => head),
    lines: items.map(({ name }, item) => ({
      label: name,
      cells: asked.map(({ found }): Cell => {
        const answer = found[item];
        return answer === undefined
          ? { value: null, reason: reasonInWords(undefined) }
          : cellOf(answer, { key: 'rwg' });
      }),
    })),
  };
}

function nullHead(answer: Answer | undefined): Pick<Head, 'r'> {
  const variance = answer?.figures['null_variance'];
  return typeof variance === 'number'
    ? { r: `multilevel::rwg(x, g, ranvar = ${Number(variance.toPrecision(6))})` }
    : {};
}

function indices(items: readonly Item[], { low, high, points, rows }: RatingSheet): Grid {
  const ratings = transposed(rows);
  const line = ({ name, steps, counts }: Item, column: number) => ({
    label: name,
    cells: [
      ...cellsFrom(ask('ad_item', { ratings: steps }, { scale_points: points }), DISTANCES),
      cellOf(ask('awg', { ratings: ratings[column] ?? [] }, { scale_min: low, scale_max: high }), AWG),
      ...cellsFrom(ask('ordinal_distribution', { counts }), DISTRIBUTION),
    ],
  });
  return {
    kind: 'grid',
    title: 'Other indices of agreement',
    heads: [...DISTANCES, AWG, ...DISTRIBUTION],
    lines: items.map(line),
  };
}

function chance(items: readonly Item[], { points }: RatingSheet): Grid {
  const line = ({ name, steps }: Item) => ({
    label: name,
    cells: cellsFrom(ask('agreement_null_exact', { ratings: steps }, { scale_points: points, alpha: 0.05 }), CHANCE),
  });
  return {
    kind: 'grid',
    title: 'Against blind answers',
    note: 'The share of all sheets of blind, uniform answers that agree at least as much: no simulation.',
    heads: CHANCE,
    lines: items.map(line),
  };
}

function shapes(items: readonly Item[]): Grid {
  const withDip = items.some(({ given: present }) => present.length >= DIP_ANSWERS);
  const line = ({ name, counts, given: present }: Item) => ({
    label: name,
    cells: [
      cellOf(ask('esteban_ray', { counts, values: counts.map((_, step) => step + 1) }, { alpha: 1 }), POLES),
      ...cellsFrom(ask('bimodality_coefficient', { values: present }), MODES),
      ...(withDip ? cellsFrom(ask('dip', { values: present }), DIP) : []),
    ],
  });
  return {
    kind: 'grid',
    title: 'Camps',
    note: withDip
      ? 'A lone outlier among few can pass for a second mode.'
      : `A lone outlier among few can pass for a second mode. The dip needs ${DIP_ANSWERS} answers.`,
    heads: [POLES, ...MODES, ...(withDip ? DIP : [])],
    lines: items.map(line),
  };
}

function medianOf(values: readonly number[]): Measured {
  const sorted = values.toSorted((a, b) => a - b);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.floor(sorted.length / 2)];
  return lower === undefined || upper === undefined ? unmeasured('no-answers') : measured((lower + upper) / 2);
}

function moved<T>(figure: Measured<T>, move: (value: T) => number): Cell {
  return 'reason' in figure ? { value: null, reason: reasonInWords(figure.reason) } : { value: move(figure.value) };
}
