import type { ImportanceFigure } from '@plumbline/shared/figures/importance';
import { layoutImportance } from '@plumbline/shared/figures/importance-layout';
import type { ReactElement } from 'react';
import { ChartFrame, type ChartProps } from './ChartFrame.tsx';

/** What matters against what divides; `onSelect` opens a dimension. */
export function ImportanceMap(props: ChartProps & { readonly figure: ImportanceFigure }): ReactElement {
  return <ChartFrame {...props} layout={layoutImportance} />;
}
