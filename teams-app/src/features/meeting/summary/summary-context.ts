import { createContext, useContext } from 'react';
import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import { assert } from '@plumbline/shared/kernel/assert';

/** What every part of a summary is given. */
export interface Summary {
  readonly view: MeetingView;
  readonly results: ResultsView;
  readonly source: FigureSource;
  readonly size: 'panel' | 'page';
}

export const SummaryContext = createContext<Summary | null>(null);

/** The closed meeting and its results. */
export function useSummary(): Summary {
  const summary = useContext(SummaryContext);
  assert(summary, 'a part of a summary is drawn outside of it');
  return summary;
}
