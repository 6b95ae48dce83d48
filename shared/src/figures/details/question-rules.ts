import { ENOUGH, requiredAgreement, SPLIT } from '../../domain/results/bands.ts';
import type { Shape, ShownScale } from '../../domain/results/shown.ts';
import { agreementA } from '../../measures/ratings/agreement.ts';
import { criticalRwg } from '../../measures/ratings/chance.ts';
import { sizeOf, type Counts } from '../../measures/ratings/distribution.ts';
import { uniformShares } from '../../measures/ratings/null-distribution.ts';
import { rwg } from '../../measures/ratings/rwg.ts';
import { figure, rounded, roundedBeside, said, type DetailMessage } from './words.ts';

interface RuledBy {
  readonly result: ShownScale;
  /** All answers, where all are shown. */
  readonly counts: Counts | null;
  readonly points: number;
}

/** The rules that made the band and the shape of a question; with their figures only where all answers are shown. */
export function questionRules(of: RuledBy): readonly DetailMessage[] {
  const { result, counts } = of;
  if (result.band === null) return [said('rule.shape.unknown')];
  return [
    counts === null ? said(`rule.band.${result.band}`) : bandRule({ ...of, counts, band: result.band }),
    ...shapeRule(result),
  ];
}

function bandRule({
  band,
  counts,
  points,
  result,
}: RuledBy & { readonly counts: Counts; readonly band: NonNullable<ShownScale['band']> }): DetailMessage {
  const [agreement, spread, n] = [rwg(counts), agreementA(counts), sizeOf(counts)];
  if (agreement.value === null) return said(`rule.band.${band}`);
  const named = result.grain === 'exact';
  const needed = named ? ENOUGH : requiredAgreement({ points, n });
  const reached = Number.isFinite(needed) ? roundedBeside(agreement.value, needed) : rounded(agreement.value);
  switch (band) {
    case 'aligned':
      return alignedRule({ reached, n, points, named, needed });
    case 'mixed':
      return Number.isFinite(needed)
        ? said('rule.band.mixed.figures', { rwg: reached, needed: figure(needed) })
        : said('rule.band.mixed.chance', { rwg: reached, count: n });
    case 'split':
      return spread.value === null
        ? said('rule.band.split')
        : said('rule.band.split.figures', {
            rwg: belowLimit(agreement.value, SPLIT.rwg),
            a: belowLimit(spread.value, SPLIT.a),
          });
  }
}

function alignedRule(of: {
  readonly reached: number;
  readonly n: number;
  readonly points: number;
  readonly named: boolean;
  readonly needed: number;
}): DetailMessage {
  const { reached, n, points, named, needed } = of;
  const critical = criticalRwg({ n, shares: uniformShares(points) });
  if (named) return said('rule.band.aligned.named', { rwg: reached });
  if (critical.value === null) return said('rule.band.aligned.many', { rwg: reached, count: n });
  return needed > ENOUGH
    ? said('rule.band.aligned.few', { rwg: reached, count: n, needed: figure(needed) })
    : said('rule.band.aligned.figures', { rwg: reached, count: n, critical: figure(critical.value) });
}

/** A figure that lies below a limit stays below it when it is rounded. */
function belowLimit(value: number, limit: number): number {
  return rounded(value) < limit ? rounded(value) : rounded(limit - 0.01);
}

function shapeRule({ shape, favour, grain, band }: ShownScale): readonly DetailMessage[] {
  if (favour === null) return [];
  // To a tenth: a mean beside a third of the scale must not be printed as one on it.
  const way = rounded(100 * favour, 1);
  const shaped = said(`rule.shape.${shape satisfies Shape}`, { way });
  return grain === 'coarse' && band === 'split' ? [shaped, said('rule.shape.camps-as-spread')] : [shaped];
}
