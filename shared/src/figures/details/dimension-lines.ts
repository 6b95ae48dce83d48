import { answersOf } from '../../measures/ratings/answers.ts';
import { averageDeviationOver, deviationCutOff } from '../../measures/ratings/average-deviation.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';
import { uniformVariance } from '../../measures/ratings/null-distribution.ts';
import { agreementOf, meanVarianceOf, rwgStar } from '../../measures/ratings/rwg.ts';
import { measured, unmeasured, type Measured } from '../../measures/measured.ts';
import { alphaInterval } from '../../measures/reliability/alpha-interval.ts';
import { krippendorffAlpha } from '../../measures/reliability/krippendorff.ts';
import { unitValuesOfCounts, type UnitValues } from '../../measures/reliability/unit-values.ts';
import type { Interval } from '../../measures/uncertainty/interval.ts';
import { seedOf } from '../../measures/uncertainty/seed.ts';
import type { DetailLine } from './figure-details.ts';
import { measureLine } from './lines.ts';
import { figure, said } from './words.ts';

/** Fewer questions are too few to draw from again and again. */
const FEWEST_ITEMS = 8;
/** Enough for an interval that is printed at two decimals. */
const DRAWS = 1_999;

/** The agreement over the questions of a dimension, from all answers to each. Questions may differ in length of scale. */
export function agreementOfItems(items: readonly Counts[]): readonly DetailLine[] {
  const star = rwgStar(items);
  const units = unitValuesOfCounts(items);
  const points = samePoints(items);
  const deviation = averageDeviationOver(items.map(answersOf));
  const cutOff = points.value === null ? points : deviationCutOff(points.value);
  return [
    measureLine({
      name: said('rwg-star'),
      measure: star.value === null ? star : measured(100 * star.value),
      reading: said('rwg-star.read', { count: items.length }),
      citation: 'Lindell, Brandt & Whitney 1999',
    }),
    measureLine({
      name: said('ad-items'),
      measure:
        points.value === null ? points : deviation.value === null ? deviation : measured(deviation.value.fromMean),
      reading: cutOff.value === null ? null : said('ad-mean.read.cut-off', { cutOff: figure(cutOff.value) }),
      citation: 'Burke, Finkelstein & Dusig 1999',
    }),
    measureLine({
      name: said('rwg-j'),
      measure: rwgJ(items),
      reading: said('rwg-j.read'),
      citation: 'James, Demaree & Wolf 1984',
    }),
    measureLine({
      name: said('alpha'),
      measure: units.value === null ? units : krippendorffAlpha(units.value, 'interval'),
      reading: said(items.length < FEWEST_ITEMS ? 'alpha.read.no-interval' : 'alpha.read', { count: FEWEST_ITEMS }),
      interval: units.value === null ? units : intervalOf(units.value, items),
      citation: 'Krippendorff 2019',
    }),
  ];
}

/** r_wg(J) of questions on one scale. */
function rwgJ(items: readonly Counts[]): Measured {
  const points = samePoints(items);
  if (points.value === null) return points;
  const variance = meanVarianceOf(items.map(answersOf));
  if (variance.value === null) return variance;
  const nullVariance = uniformVariance(points.value);
  return measured(agreementOf({ variance: variance.value, items: items.length, nullVariance }).truncated);
}

function samePoints(items: readonly Counts[]): Measured {
  const points = items[0]?.length;
  if (points === undefined) return unmeasured('too-few-items');
  return items.every((item) => item.length === points) ? measured(points) : unmeasured('ragged-rows');
}

function intervalOf(units: UnitValues, items: readonly Counts[]): Measured<Interval> {
  if (items.length < FEWEST_ITEMS) return unmeasured('too-few-items');
  const drawn = alphaInterval(units, 'interval', { seed: seedOf(items.flat()), draws: DRAWS });
  return drawn.value === null ? drawn : measured(drawn.value.percentile);
}
