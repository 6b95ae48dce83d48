import type { AllocationResult, PairwiseResult, RankingResult, RatingResults } from '../../domain/results/shown.ts';
import { rounded } from '../details/words.ts';
import { message } from '../message.ts';
import { placeIn, rowsAt, rowsOfResult, shareValue, whereThere, type ResultRow } from './row.ts';
import { fileWords } from './words.ts';

/** Priorities: in order, in points, in pairs; after what is said of all of them one option after the other. */
export function optionRows(rating: RatingResults): readonly ResultRow[] {
  return [
    ...rating.rankings.flatMap(rankingRows),
    ...rating.allocations.flatMap(allocationRows),
    ...rating.pairwise.flatMap(pairRows),
  ];
}

function rankingRows({ text, result }: RankingResult): readonly ResultRow[] {
  const place = placeIn(fileWords('section.ranking'), { question: text });
  const whole = rowsOfResult(place, result, ({ agreement, orders, concordance }) => [
    ...whereThere(fileWords('measure.spearman'), agreement),
    ...(orders === null ? [] : [[fileWords('measure.orders'), fileWords(`orders.${orders}`)] as const]),
    ...whereThere(fileWords('measure.ranked'), concordance?.people ?? null),
    ...whereThere(fileWords('measure.kendall-w'), concordance?.w ?? null),
  ]);
  if (result.status === 'held') return whole;
  const options = result.order.flatMap((option) =>
    rowsAt({ ...place, item: option.text }, [
      [message('column.place'), option.place],
      [message('column.mean-place'), rounded(option.meanRank)],
    ]),
  );
  return [...whole, ...options];
}

function allocationRows({ text, total, result }: AllocationResult): readonly ResultRow[] {
  const place = placeIn(fileWords('section.allocation'), { question: text });
  const whole = [
    ...rowsAt(place, [[fileWords('measure.total'), total]]),
    ...rowsOfResult(place, result, ({ grain, inCommon, againstChance }) => [
      [fileWords('measure.grain'), fileWords(`grain.${grain}`)],
      [fileWords('measure.in-common'), rounded(inCommon)],
      ...whereThere(fileWords('measure.against-chance'), againstChance),
    ]),
  ];
  if (result.status === 'held') return whole;
  const options = result.options.flatMap((option) =>
    rowsAt({ ...place, item: option.text }, [
      [message('column.mean-points'), rounded(option.mean)],
      ...whereThere(message('column.median-points'), option.median),
    ]),
  );
  return [...whole, ...options];
}

function pairRows({ text, result }: PairwiseResult): readonly ResultRow[] {
  const place = placeIn(fileWords('section.pairs'), { question: text });
  const whole = rowsOfResult(place, result, ({ grain, agreement, consistency }) => [
    [fileWords('measure.grain'), fileWords(`grain.${grain}`)],
    ...whereThere(fileWords('measure.kendall-u'), agreement),
    ...whereThere(fileWords('measure.consistency'), consistency),
  ]);
  if (result.status === 'held') return whole;
  const options = result.order.flatMap((option) =>
    rowsAt({ ...place, item: option.text }, [
      [message('column.place'), option.place],
      [message('column.preferred'), shareValue(option.strength)],
    ]),
  );
  return [...whole, ...options];
}
