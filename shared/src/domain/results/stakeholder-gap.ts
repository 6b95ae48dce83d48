import type { DimensionResult } from './shown.ts';

/** How a team and its stakeholders see one dimension; levels are those that are shown, 0 to 1. */
export interface StakeholderGap {
  readonly dimension: string;
  readonly title: string;
  readonly team: number;
  readonly stakeholders: number;
  /** team - stakeholders: above 0 the team sees itself in a better light. */
  readonly gap: number;
}

/**
 * The perception gap between a team and its stakeholders, widest first: of each dimension of which both levels are shown.
 * Both are as coarse as they must be already, and the gap is nothing but their difference.
 */
export function stakeholderGaps(
  team: readonly DimensionResult[],
  stakeholders: readonly DimensionResult[],
): readonly StakeholderGap[] {
  return stakeholders
    .flatMap(({ dimension, title, result }) => {
      const own = team.find((one) => one.dimension === dimension)?.result;
      if (result.status === 'held' || result.level === null) return [];
      if (own?.status !== 'shown' || own.level === null) return [];
      const gap = Math.round((own.level - result.level) * 100) / 100;
      return [{ dimension, title, team: own.level, stakeholders: result.level, gap }];
    })
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
}
