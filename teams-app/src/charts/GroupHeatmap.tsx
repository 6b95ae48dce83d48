import type { HeatmapFigure } from '@plumbline/shared/figures/heatmap';
import { layoutHeatmap } from '@plumbline/shared/figures/heatmap-layout';
import type { ReactElement } from 'react';
import { ChartFrame, type ChartProps } from './ChartFrame.tsx';

/** Dimensions by group beside everybody, held cells hatched. */
export function GroupHeatmap(props: ChartProps & { readonly figure: HeatmapFigure }): ReactElement {
  return <ChartFrame {...props} layout={layoutHeatmap} />;
}
