import type { BeforeAfterFigure } from '@plumbline/shared/figures/before-after';
import { layoutBeforeAfter } from '@plumbline/shared/figures/before-after-layout';
import type { ReactElement } from 'react';
import { ChartFrame, type ChartProps } from './ChartFrame.tsx';

/** What a talk moved, one question a row. */
export function BeforeAfter(props: ChartProps & { readonly figure: BeforeAfterFigure }): ReactElement {
  return <ChartFrame {...props} layout={layoutBeforeAfter} />;
}
