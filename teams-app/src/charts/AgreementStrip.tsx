import type { AgreementFigure } from '@plumbline/shared/figures/agreement';
import { layoutAgreement } from '@plumbline/shared/figures/agreement-layout';
import type { ReactElement } from 'react';
import { ChartFrame, type ChartProps } from './ChartFrame.tsx';

/** The answers to one question; `own` is the viewer's own answer, to be given on the viewer's own screen only. */
export function AgreementStrip(
  props: ChartProps & { readonly figure: AgreementFigure; readonly own?: number },
): ReactElement {
  const { own, ...rest } = props;
  return <ChartFrame {...rest} layout={(canvas) => layoutAgreement(props.figure, canvas, own ?? null)} />;
}
