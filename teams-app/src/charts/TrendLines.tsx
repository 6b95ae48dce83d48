import type { TrendFigure } from '@plumbline/shared/figures/trend';
import { layoutTrend } from '@plumbline/shared/figures/trend-layout';
import type { ReactElement } from 'react';
import { ChartFrame, type ChartProps } from './ChartFrame.tsx';

/** Dimensions over meetings; `onSelect` gets `dimension:index of the meeting`. */
export function TrendLines(props: ChartProps & { readonly figure: TrendFigure }): ReactElement {
  return <ChartFrame {...props} layout={layoutTrend} />;
}
