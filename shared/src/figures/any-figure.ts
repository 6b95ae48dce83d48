import type { AgreementFigure } from './agreement.ts';
import type { AllocationFigure } from './allocation.ts';
import type { BeforeAfterFigure } from './before-after.ts';
import type { HeatmapFigure } from './heatmap.ts';
import type { ImportanceFigure } from './importance.ts';
import type { MeterFigure } from './meter.ts';
import type { OrderFigure } from './order.ts';
import type { PerceptionFigure } from './perception.ts';
import type { ProfileFigure } from './profile.ts';
import type { StrengthsFigure } from './strengths.ts';
import type { TrendFigure } from './trend.ts';

/** A result made ready to be drawn: data, words and provenance, the same for the tab and for a document. */
export type Figure =
  | ProfileFigure
  | AgreementFigure
  | ImportanceFigure
  | BeforeAfterFigure
  | TrendFigure
  | PerceptionFigure
  | MeterFigure
  | HeatmapFigure
  | OrderFigure
  | AllocationFigure
  | StrengthsFigure;
