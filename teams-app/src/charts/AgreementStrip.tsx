import type { AgreementFigure } from '@plumbline/shared/figures/agreement';
import { layoutAgreement } from '@plumbline/shared/figures/agreement-layout';
import type { Canvas } from '@plumbline/shared/figures/scene';
import { useCallback, type ReactElement } from 'react';
import { ChartFrame, type ChartProps } from './ChartFrame.tsx';

/** The answers to one question; `own` is the viewer's own answer, to be given on the viewer's own screen only. */
export function AgreementStrip(
  props: ChartProps & { readonly figure: AgreementFigure; readonly own?: number | null },
): ReactElement {
  const { own = null, ...rest } = props;
  const layout = useCallback((figure: AgreementFigure, canvas: Canvas) => layoutAgreement(figure, canvas, own), [own]);
  return <ChartFrame {...rest} layout={layout} />;
}
