import type { DimensionResult, QuestionResult, ShownDimension } from '../../domain/results/shown.ts';
import type { Counts } from '../../measures/ratings/distribution.ts';
import type { FigureSource } from '../figure.ts';
import { shapeWord } from '../shape-words.ts';
import { agreementOfItems } from './dimension-lines.ts';
import type { DetailGroup, DetailLine, DetailParts } from './figure-details.ts';
import { fullCounts } from './full-counts.ts';
import { heldGrain, heldResult } from './held.ts';
import { line } from './lines.ts';
import { favourOfEverybody, uncertaintyOfTeam } from './uncertainty.ts';
import { change, rounded, said, type DetailMessage } from './words.ts';

interface Dimensions {
  readonly now: readonly DimensionResult[];
  readonly before: readonly DimensionResult[] | null;
  readonly questions: readonly QuestionResult[];
  readonly source: FigureSource;
}

/**
 * What stands behind a profile: each dimension as it is shown, and the agreement over its questions where every one of
 * them shows all of its answers.
 */
export function dimensionsDetails({ now, before, questions, source }: Dimensions): DetailParts {
  const shown = now.flatMap(({ result }) => (result.status === 'shown' ? [result] : []));
  const held = now.flatMap(({ result }) => (result.status === 'held' ? [heldResult(result, source.minimumGroup)] : []));
  return {
    groups: now.flatMap((dimension) =>
      dimension.result.status === 'shown'
        ? [
            dimensionGroup({
              dimension,
              result: dimension.result,
              before: before?.find((other) => other.dimension === dimension.dimension) ?? null,
              questions: questions.filter((question) => question.dimension === dimension.dimension),
              source,
            }),
          ]
        : [],
    ),
    uncertainty: [
      ...uncertaintyOfTeam(source),
      ...(shown.length === 0 ? [] : [said('uncertain.no-dimension-interval')]),
    ],
    held: [...held, ...heldOf(now, questions)],
    method: [said('method.dimension'), said('method.conventions'), said('method.blind')],
    usesAgreement: true,
    cites: ['LeBreton & Senter 2008', 'Lindell, Brandt & Whitney 1999', 'Tastle & Wierman 2007'],
  };
}

/** The counts of every question of a dimension; `null` where one of them shows less than all. */
function itemsOf({ dimension }: DimensionResult, questions: readonly QuestionResult[]): readonly Counts[] | null {
  const own = questions.filter((question) => question.dimension === dimension);
  const items = own.flatMap((question) => {
    const counts = fullCounts(question);
    return counts === null ? [] : [counts];
  });
  return own.length > 0 && items.length === own.length ? items : null;
}

function dimensionGroup(of: {
  readonly dimension: DimensionResult;
  readonly result: ShownDimension;
  readonly before: DimensionResult | null;
  /** Its own. */
  readonly questions: readonly QuestionResult[];
  readonly source: FigureSource;
}): DetailGroup {
  const { dimension, result, questions } = of;
  const items = itemsOf(dimension, questions);
  return {
    title: said('named', { name: dimension.title }),
    lead: null,
    lines: [...shownLines(of), ...(items === null ? [] : agreementOfItems(items))],
    rules: rulesOf(result),
  };
}

function shownLines({
  result,
  before,
  questions,
  source,
}: {
  readonly result: ShownDimension;
  readonly before: DimensionResult | null;
  readonly questions: readonly QuestionResult[];
  readonly source: FigureSource;
}): readonly DetailLine[] {
  const shapeLine = line({ name: said('shape'), value: shapeWord(result.shape), reading: said('shape.read') });
  const { level, together, gap, grain } = result;
  if (level === null || together === null || gap === null) return [shapeLine];
  const moved = changeSince(result, before);
  const between = favourOfEverybody(questions, source.invited);
  return [
    shapeLine,
    line({
      name: said('favour'),
      value: said('of-100', { value: rounded(100 * level, 0) }),
      reading: between === null ? said('favour.read') : said('favour.read.bounds', { between }),
    }),
    line({
      name: said('together'),
      value: said('of-100', { value: rounded(100 * together, 0) }),
      reading: said(`together.read.dimension.${grain}`),
    }),
    ...(moved === null
      ? []
      : [line({ name: said('moved'), value: change(moved, 0), reading: said(`moved.read.${grain}`) })]),
    line({
      name: said('gap'),
      value: said('of-100', { value: rounded(100 * gap, 0) }),
      reading: said('gap.read'),
    }),
  ];
}

/** Places of one grain can be subtracted, others not; in hundredths. */
export function changeSince(now: ShownDimension, before: DimensionResult | null): number | null {
  const past = before?.result;
  if (past?.status !== 'shown' || past.together === null || now.together === null || past.grain !== now.grain) {
    return null;
  }
  return rounded(100 * now.together, 0) - rounded(100 * past.together, 0);
}

function rulesOf({ band, shape, grain }: ShownDimension): readonly DetailMessage[] {
  if (band === null) return [said('rule.shape.unknown')];
  const camps = grain === 'coarse' && band === 'split' ? [said('rule.shape.camps-as-spread')] : [];
  const banded =
    band === 'split' && grain === 'exact' ? said('rule.dimension.split.named') : said(`rule.dimension.${band}`);
  return [banded, said(`rule.dimension.shape.${shape}`), ...camps];
}

/** One sentence for each reason, not one a dimension. */
function heldOf(now: readonly DimensionResult[], questions: readonly QuestionResult[]): readonly DetailMessage[] {
  const reasons = now.flatMap((dimension) => {
    const { result } = dimension;
    if (result.status === 'held') return [];
    const full = itemsOf(dimension, questions) !== null;
    return heldGrain({ grain: result.grain, full, known: result.level !== null });
  });
  return reasons.filter(({ key }, place) => reasons.findIndex((other) => other.key === key) === place);
}
