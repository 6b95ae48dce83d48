import { assert } from '../../kernel/assert.ts';
import { agreementA, consensus, polarisation } from '../../measures/ratings/agreement.ts';
import { answersOf } from '../../measures/ratings/answers.ts';
import { averageDeviation, deviationCutOff } from '../../measures/ratings/average-deviation.ts';
import { awg } from '../../measures/ratings/awg.ts';
import { chanceOfRwg, criticalRwg } from '../../measures/ratings/chance.ts';
import { deviationChances } from '../../measures/ratings/deviation-chances.ts';
import { sizeOf, varianceOf, type Counts } from '../../measures/ratings/distribution.ts';
import {
  nullVariance,
  uniformShares,
  uniformVariance,
  type NullName,
} from '../../measures/ratings/null-distribution.ts';
import { rwg } from '../../measures/ratings/rwg.ts';
import { measured, type Measured } from '../../measures/measured.ts';
import type { DetailLine } from './figure-details.ts';
import { jackknifeInterval } from './full-counts.ts';
import { line, measureLine } from './lines.ts';
import { casesOf100, chance, figure, reasonWords, said, type DetailMessage } from './words.ts';

/** All answers to one question, as they are shown, and how many were asked. */
export interface ShownAnswers {
  readonly counts: Counts;
  readonly points: number;
  readonly invited: number;
}

/** The measures of agreement of one question, most used first. */
export function agreementOfCounts({ counts, points, invited }: ShownAnswers): readonly DetailLine[] {
  const n = sizeOf(counts);
  const answers = answersOf(counts);
  const deviation = averageDeviation(answers);
  return [
    measureLine({
      name: said('rwg'),
      measure: rwg(counts),
      reading: said('rwg.read'),
      interval: jackknifeInterval({ counts, invited, figure: rwg, within: { low: lowestRwg(n, points), high: 1 } }),
      citation: 'James, Demaree & Wolf 1984',
    }),
    chanceLine(chanceOfRwg({ counts, shares: uniformShares(points) }), n),
    criticalLine(n, points),
    measureLine({
      name: said('ad-mean'),
      measure: deviation.value === null ? deviation : measured(deviation.value.fromMean),
      reading: deviationReading(n, points),
      citation: 'Burke, Finkelstein & Dusig 1999',
    }),
    measureLine({
      name: said('ad-median'),
      measure: deviation.value === null ? deviation : measured(deviation.value.fromMedian),
      reading: said('ad-median.read'),
      citation: 'Burke, Finkelstein & Dusig 1999',
    }),
    measureLine({
      name: said('awg'),
      measure: awg(answers, { low: 0, high: points - 1 }),
      reading: said('awg.read'),
      citation: 'Brown & Hauenstein 2005',
    }),
    measureLine({
      name: said('consensus'),
      measure: consensus(counts),
      reading: said('consensus.read'),
      citation: 'Tastle & Wierman 2007',
    }),
    measureLine({
      name: said('agreement-a'),
      measure: agreementA(counts),
      reading: said('agreement-a.read'),
      citation: 'van der Eijk 2001',
    }),
    measureLine({
      name: said('polarisation'),
      measure: polarisation(counts),
      reading: said('polarisation.read'),
      citation: 'van der Eijk 2001',
    }),
  ];
}

const OTHER_NULLS = [
  'max_dissensus',
  'triangular_jdw',
  'triangular_ls',
  'slight_skew',
  'moderate_skew',
  'heavy_skew',
  'normal_ls',
] as const satisfies readonly NullName[];

/** The same agreement, judged against other pictures of what blind answers look like. */
export function againstNulls({ counts, points }: ShownAnswers): readonly DetailLine[] {
  const spread = varianceOf(counts);
  return OTHER_NULLS.map((name) => {
    const blind = nullVariance(name, points);
    const measure: Measured =
      spread.value === null ? spread : blind.value === null ? blind : measured(1 - spread.value / blind.value);
    const published = name === 'max_dissensus' || name === 'triangular_jdw';
    return measureLine({
      name: said(`null.${name}`),
      measure,
      reading: null,
      citation: published ? 'James, Demaree & Wolf 1984' : 'LeBreton & Senter 2008',
    });
  });
}

function chanceLine(p: Measured, n: number): DetailLine {
  return line({
    name: said('chance'),
    value: p.value === null ? said('none') : chance(p.value),
    reading: p.value === null ? reasonWords(p.reason) : said('chance.read', { count: n, cases: casesOf100(p.value) }),
    citation: 'Dunlap, Burke & Smith-Crowe 2003',
  });
}

function criticalLine(n: number, points: number): DetailLine {
  return measureLine({
    name: said('critical'),
    measure: criticalRwg({ n, shares: uniformShares(points) }),
    reading: said('critical.read', { count: n }),
    citation: 'Dunlap, Burke & Smith-Crowe 2003',
  });
}

/** That the cut-off is passed by blind answers too, and how often. */
function deviationReading(n: number, points: number): DetailMessage {
  const cutOff = deviationCutOff(points);
  assert(cutOff.value !== null, 'a scale has two points or more');
  const passed = chanceWithin({ n, points, deviation: cutOff.value });
  return passed.value === null
    ? said('ad-mean.read.cut-off', { cutOff: figure(cutOff.value) })
    : said('ad-mean.read', { cutOff: figure(cutOff.value), count: n, cases: casesOf100(passed.value) });
}

/** Exact chance that blind answers deviate from their mean by no more than this on average, in steps. */
export function chanceWithin({
  n,
  points,
  deviation,
}: {
  readonly n: number;
  readonly points: number;
  readonly deviation: number;
}): Measured {
  const chances = deviationChances({ n, shares: uniformShares(points) });
  if (chances.value === null) return chances;
  // Positions are n^2 AD / 2; a cut-off that is met must not be missed by a rounding.
  const most = Math.floor((deviation * n * n) / 2 + 1e-9);
  return measured(
    Math.min(
      1,
      chances.value.subarray(0, most + 1).reduce((sum, one) => sum + one, 0),
    ),
  );
}

/** The least that r_wg of so many answers can be: half of them at each end. */
function lowestRwg(n: number, points: number): number {
  const halves = Math.floor(n / 2) * Math.ceil(n / 2);
  return 1 - (halves * (points - 1) ** 2) / (n * (n - 1)) / uniformVariance(points);
}
