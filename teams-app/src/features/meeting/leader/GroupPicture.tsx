import { mergeClasses } from '@fluentui/react-components';
import type { RatingResults } from '@plumbline/shared/domain/results/shown';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import { heatmapFigure } from '@plumbline/shared/figures/heatmap';
import { GroupHeatmap } from '../../../charts/GroupHeatmap.tsx';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';

/** The dimensions by group. */
export function GroupPicture({ rating, source }: { readonly rating: RatingResults; readonly source: FigureSource }) {
  const { layout } = useLeader();
  const look = useLook();
  const { dimensions, groups } = rating;
  return (
    <section className={mergeClasses(look.column, look.rule)}>
      <GroupHeatmap figure={heatmapFigure({ source, dimensions, groups })} size={layout} level={2} heading="finding" />
    </section>
  );
}
