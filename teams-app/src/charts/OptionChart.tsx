import type { AllocationFigure } from '@plumbline/shared/figures/allocation';
import { layoutOptions } from '@plumbline/shared/figures/options-layout';
import type { OrderFigure } from '@plumbline/shared/figures/order';
import type { StrengthsFigure } from '@plumbline/shared/figures/strengths';
import type { ReactElement } from 'react';
import { ChartFrame, type ChartProps } from './ChartFrame.tsx';

/** Options in the order of a team: by place, by points, or by what wins. */
export function OptionChart(
  props: ChartProps & { readonly figure: OrderFigure | AllocationFigure | StrengthsFigure },
): ReactElement {
  return <ChartFrame {...props} layout={layoutOptions} />;
}
