import type { AllocationResult, DotsResult, Grain, PairwiseResult, RankingResult } from '../../domain/results/shown.ts';
import { measured, unmeasured, type Measured } from '../../measures/measured.ts';
import type { DottedOption } from '../basis.ts';
import type { FigureSource } from '../figure.ts';
import type { DetailGroup, DetailParts } from './figure-details.ts';
import { heldGrain, heldResult } from './held.ts';
import { line, measureLine } from './lines.ts';
import { uncertaintyOfPeople, uncertaintyOfTeam } from './uncertainty.ts';
import { figure, rounded, said, type DetailMessage } from './words.ts';

type Ranked = Extract<RankingResult['result'], { status: 'shown' }>;

interface Sourced {
  readonly source: FigureSource;
}

/** What stands behind an order: mean places, which are Borda's count, and how alike people rank. */
export function rankingDetails({ ranking, source }: Sourced & { readonly ranking: RankingResult }): DetailParts {
  const { result } = ranking;
  if (result.status === 'held') return heldParts(result, source);
  const { concordance } = result;
  const options = result.order.length;
  return {
    ...alike(source),
    ...(concordance && { uncertainty: uncertaintyOfPeople(concordance.people, source) }),
    groups: [
      {
        title: said('group.order'),
        lead: said('group.order.lead', { count: options }),
        lines: result.order.map(({ text, meanRank }) =>
          line({ name: said('named', { name: text }), value: figure(meanRank), reading: null }),
        ),
        rules: result.orders === null ? [] : [said(`rule.order.${result.orders}`)],
      },
      agreementGroup([
        measureLine({
          name: said('rho'),
          measure: result.agreement === null ? unmeasured('no-order') : measured(result.agreement),
          reading: said('rho.read'),
          citation: 'Kendall & Gibbons 1990',
        }),
        ...(concordance === null ? [] : [concordanceLine(concordance)]),
      ]),
    ],
    held: source.mode === 'named' ? [said('held.named')] : [said('held.ranking')],
    method: [said('method.ranking')],
  };
}

/** Kendall's W of a named round; an anonymous one has none, for it does not show how many gave an order. */
function concordanceLine({ people, w }: NonNullable<Ranked['concordance']>) {
  const name = said('kendall-w');
  const citation = 'Kendall & Gibbons 1990' as const;
  if (people < 2) return measureLine({ name, measure: unmeasured('no-order'), reading: null, citation });
  if (w === null) return line({ name, value: said('none'), reading: said('kendall-w.left-out'), citation });
  return line({
    name,
    value: figure(w),
    reading: said('kendall-w.read', { count: people, floor: figure(1 / people) }),
    citation,
  });
}

/** What stands behind points given to options. */
export function allocationDetails({
  allocation,
  source,
}: Sourced & { readonly allocation: AllocationResult }): DetailParts {
  const { result, total } = allocation;
  if (result.status === 'held') return heldParts(result, source);
  const exact = result.grain === 'exact';
  return {
    ...alike(source),
    groups: [
      {
        title: said('group.points'),
        lead: said(exact ? 'group.points.lead' : 'group.points.lead.steps', { total }),
        lines: result.options.map(({ text, mean, median }) =>
          line({
            name: said('named', { name: text }),
            value: median === null ? pointsOf(mean, exact) : medianOf(mean, median),
            reading: null,
          }),
        ),
        rules: [],
      },
      agreementGroup([
        line({
          name: said('in-common'),
          value: pointsOf(result.inCommon, exact),
          reading: said('in-common.read', { total }),
        }),
        shownLine({
          name: said('against-chance'),
          value: result.againstChance,
          grain: result.grain,
          reading: said('against-chance.read'),
        }),
      ]),
    ],
    held: [said(exact ? 'held.named' : 'held.points')],
    method: [said('method.allocation')],
  };
}

/** What stands behind forced choices between options. */
export function pairwiseDetails({ pairwise, source }: Sourced & { readonly pairwise: PairwiseResult }): DetailParts {
  const { result } = pairwise;
  if (result.status === 'held') return heldParts(result, source);
  return {
    ...alike(source),
    groups: [
      {
        title: said('group.strengths'),
        lead: said('group.strengths.lead'),
        lines: result.order.map(({ text, place, strength }) =>
          line({
            name: said('named', { name: text }),
            value: said('strength', { place, strength: figure(strength) }),
            reading: null,
            citation: 'Bradley & Terry 1952',
          }),
        ),
        rules: [],
      },
      agreementGroup([
        measureLine({
          name: said('kendall-u'),
          measure: known(result.agreement),
          reading: said('kendall-u.read'),
          citation: 'Kendall & Babington Smith 1940',
        }),
        {
          ...shownLine({
            name: said('zeta'),
            value: result.consistency,
            grain: result.grain,
            reading: said('zeta.read'),
          }),
          citation: 'Kendall & Babington Smith 1940',
        },
      ]),
    ],
    held: heldGrain({ grain: result.grain, full: result.grain === 'exact', known: true }),
    method: [said('method.pairwise')],
  };
}

/** What stands behind the dots. */
export function dotsDetails({
  dots,
  options,
  source,
}: Sourced & { readonly dots: DotsResult; readonly options: readonly DottedOption[] }): DetailParts {
  if (dots.status === 'held') return heldParts(dots, source);
  const textOf = (option: string) => options.find((one) => one.option === option)?.text ?? option;
  return {
    ...alike(source),
    // Their own number of ballots stands in the lead; the source counts those of the rating.
    uncertainty: [],
    groups: [
      {
        title: said('group.dots'),
        lead: said('group.dots.lead', { count: dots.ballots }),
        lines: dots.options.map(({ option, dots: count }) =>
          line({ name: said('named', { name: textOf(option) }), value: said('dots', { count }), reading: null }),
        ),
        rules: [],
      },
    ],
    held: source.mode === 'named' ? [said('held.named')] : [said('held.dots')],
    method: [],
  };
}

/** What everything about options has: no test, for there is nothing to test against. */
function alike(source: FigureSource) {
  return { uncertainty: uncertaintyOfTeam(source), usesAgreement: false, cites: [] };
}

function heldParts(held: { readonly status: 'held'; readonly needed: number }, source: FigureSource): DetailParts {
  return {
    groups: [],
    uncertainty: [],
    held: [heldResult(held, source.minimumGroup)],
    method: [],
    usesAgreement: false,
    cites: [],
  };
}

function agreementGroup(lines: DetailGroup['lines']): DetailGroup {
  return { title: said('group.alike'), lead: null, lines, rules: [] };
}

/** Points in steps are only about what was given. */
function pointsOf(points: number, exact: boolean): DetailMessage {
  return said(exact ? 'points' : 'points.about', { value: rounded(points) });
}

function medianOf(mean: number, median: number): DetailMessage {
  return said('points.median', { value: rounded(mean), median: rounded(median) });
}

/** A shown figure, or why it is not: it would tell single answers of anonymous people, or there is nothing to tell apart. */
function shownLine(of: {
  readonly name: DetailMessage;
  readonly value: number | null;
  readonly grain: Grain;
  readonly reading: DetailMessage;
}) {
  const { name, value, grain, reading } = of;
  return line({
    name,
    value: value === null ? said('none') : figure(value),
    reading: value === null ? said(grain === 'exact' ? 'reason.no-variation' : 'reading.would-tell') : reading,
  });
}

function known(value: number | null): Measured {
  return value === null ? unmeasured('too-few-answers') : measured(value);
}
