import type { MeetingView, ResultsView } from '@plumbline/shared/contract/views';
import type { FigureSource } from '@plumbline/shared/figures/figure';

/** The line under the pictures of a meeting. */
export function figureSource(view: MeetingView, results: Pick<ResultsView, 'rating'>): FigureSource {
  return {
    team: view.team.name,
    meeting: view.composition.title,
    answered: results.rating?.ballots ?? null,
    invited: results.rating?.invited ?? view.leaders,
    minimumGroup: results.rating?.minimumGroup ?? view.minimumGroup,
    mode: view.mode,
    date: view.closedAt ?? view.openedAt ?? 0,
  };
}
