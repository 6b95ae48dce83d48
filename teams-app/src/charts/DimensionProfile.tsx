import type { ProfileFigure } from '@plumbline/shared/figures/profile';
import { layoutProfile } from '@plumbline/shared/figures/profile-layout';
import type { ReactElement } from 'react';
import { ChartFrame, type ChartProps } from './ChartFrame.tsx';

/** Where a team stands on each dimension, from far apart to together; `onSelect` opens a dimension. */
export function DimensionProfile(props: ChartProps & { readonly figure: ProfileFigure }): ReactElement {
  return <ChartFrame {...props} layout={layoutProfile} />;
}
