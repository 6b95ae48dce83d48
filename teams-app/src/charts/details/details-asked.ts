import type { FigureBasis } from '@plumbline/shared/figures/basis';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import type { FigureSize } from '@plumbline/shared/figures/scene';

/** What details are asked of: a figure's shown results, where they come from, and the room there is. */
export interface DetailsAsked {
  readonly basis: FigureBasis;
  readonly source: FigureSource;
  readonly size: FigureSize;
  /** Level of the heading over the details in the page's outline. */
  readonly level: 2 | 3 | 4 | 5;
  /** The element whose words say whose details these are. */
  readonly describedBy?: string;
}
