import type { Figure } from '@plumbline/shared/figures/any-figure';
import type { ReactElement } from 'react';
import { AgreementStrip } from './AgreementStrip.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import type { ChartProps } from './ChartFrame.tsx';
import { ConvergenceMeter } from './ConvergenceMeter.tsx';
import { DimensionProfile } from './DimensionProfile.tsx';
import { ImportanceMap } from './ImportanceMap.tsx';
import { PerceptionGap } from './PerceptionGap.tsx';
import { TrendLines } from './TrendLines.tsx';

/** Draws a figure of any kind. */
export function FigureView(props: ChartProps & { readonly figure: Figure }): ReactElement {
  const { figure, ...rest } = props;
  switch (figure.kind) {
    case 'profile':
      return <DimensionProfile {...rest} figure={figure} />;
    case 'agreement':
      return <AgreementStrip {...rest} figure={figure} />;
    case 'importance':
      return <ImportanceMap {...rest} figure={figure} />;
    case 'before-after':
      return <BeforeAfter {...rest} figure={figure} />;
    case 'trend':
      return <TrendLines {...rest} figure={figure} />;
    case 'perception':
      return <PerceptionGap {...rest} figure={figure} />;
    case 'meter':
      return <ConvergenceMeter {...rest} figure={figure} />;
  }
}
