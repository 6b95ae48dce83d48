import type { PerceptionFigure } from '@plumbline/shared/figures/perception';
import { layoutPerception } from '@plumbline/shared/figures/perception-layout';
import type { ReactElement } from 'react';
import { ChartFrame, type ChartProps } from './ChartFrame.tsx';

/** From what the team guessed to what it answered. */
export function PerceptionGap(props: ChartProps & { readonly figure: PerceptionFigure }): ReactElement {
  return <ChartFrame {...props} layout={layoutPerception} />;
}
