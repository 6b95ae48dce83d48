import type { MeterFigure } from '@plumbline/shared/figures/meter';
import { layoutMeter } from '@plumbline/shared/figures/meter-layout';
import type { ReactElement } from 'react';
import { ChartFrame, type ChartProps } from './ChartFrame.tsx';

/** Whether to keep talking: closer, settled or further apart. */
export function ConvergenceMeter(props: ChartProps & { readonly figure: MeterFigure }): ReactElement {
  return <ChartFrame {...props} layout={layoutMeter} />;
}
