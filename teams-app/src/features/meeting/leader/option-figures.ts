import type { ResultsView } from '@plumbline/shared/contract/views';
import { allocationFigure, type AllocationFigure } from '@plumbline/shared/figures/allocation';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import { orderFigure, type OrderFigure } from '@plumbline/shared/figures/order';
import { strengthsFigure, type StrengthsFigure } from '@plumbline/shared/figures/strengths';

/** A question about options, made ready to be drawn. */
export interface OptionFigure {
  readonly question: string;
  readonly figure: OrderFigure | AllocationFigure | StrengthsFigure;
}

/** The rankings, allocations and forced choices of a rating; what matters most stands on the importance map. */
export function optionFigures(
  { rankings, allocations, pairwise }: NonNullable<ResultsView['rating']>,
  source: FigureSource,
): readonly OptionFigure[] {
  return [
    ...rankings.map((ranking) => ({ question: ranking.question, figure: orderFigure({ source, ranking }) })),
    ...allocations.map((allocation) => ({
      question: allocation.question,
      figure: allocationFigure({ source, allocation }),
    })),
    ...pairwise.map((each) => ({ question: each.question, figure: strengthsFigure({ source, pairwise: each }) })),
  ];
}
