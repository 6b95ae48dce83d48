import { pointSource } from '@plumbline/shared/figures/figure';
import { heatmapFigure, type HeatmapFigure } from '@plumbline/shared/figures/heatmap';
import { profileFigure, type ProfileFigure } from '@plumbline/shared/figures/profile';
import { trendFigure, trendWave, type TrendFigure } from '@plumbline/shared/figures/trend';
import type { View } from '../../app/api.ts';

type TeamView = View<'viewTeam'>;

/** Where a team stands after its last closed meeting, beside the time before; `null` before there is one. */
export function standing(team: Pick<TeamView, 'name' | 'minimumGroup' | 'trend'>): ProfileFigure | null {
  const last = team.trend.at(-1);
  if (last === undefined) return null;
  const before = team.trend.at(-2);
  return profileFigure({
    source: pointSource(team, last),
    now: last.dimensions,
    // Other questions or other people: the dots of last time would say something about them, not about the team.
    before: before === undefined || last.changed.length > 0 ? null : before.dimensions,
  });
}

/** The groups of the last closed meeting; `null` where none of them is shown. */
export function byGroup(team: Pick<TeamView, 'name' | 'minimumGroup' | 'trend'>): HeatmapFigure | null {
  const last = team.trend.at(-1);
  if (last?.groups.some(({ status }) => status === 'shown') !== true) return null;
  return heatmapFigure({ source: pointSource(team, last), dimensions: last.dimensions, groups: last.groups });
}

/** A team's dimensions over its meetings; `null` while there is nothing to compare. */
export function overTime(team: Pick<TeamView, 'name' | 'minimumGroup' | 'trend'>): TrendFigure | null {
  const last = team.trend.at(-1);
  if (last === undefined || team.trend.length < 2) return null;
  return trendFigure({ source: pointSource(team, last), waves: team.trend.map(trendWave) });
}
