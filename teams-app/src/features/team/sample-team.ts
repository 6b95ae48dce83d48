import type { Band, Shape } from '@plumbline/shared/domain/results/shown';
import type { ProfileFigure } from '@plumbline/shared/figures/profile';
import { profileFigure } from '@plumbline/shared/figures/profile';
import type { Instant } from '@plumbline/shared/kernel/instant';

type Row = readonly [dimension: string, title: string, together: number, band: Band, shape: Shape, level: number];

const ROWS: readonly Row[] = [
  ['roles', 'Roles', 0.1, 'split', 'camps', 0.5],
  ['priorities', 'Priorities', 0.2, 'split', 'spread', 0.45],
  ['strategy', 'Strategy', 0.5, 'mixed', 'lukewarm', 0.55],
  ['goals', 'Goals', 0.8, 'aligned', 'aligned-high', 0.8],
  ['vision', 'Vision', 0.9, 'aligned', 'aligned-high', 0.85],
];

/** What a first result looks like, on made-up answers; every screen that draws it says so. */
export function sampleStanding(names: {
  readonly team: string;
  readonly meeting: string;
  readonly date: Instant;
}): ProfileFigure {
  return profileFigure({
    source: { ...names, answered: 8, invited: 8, minimumGroup: 5 },
    now: ROWS.map(([dimension, title, together, band, shape, level]) => ({
      dimension,
      title,
      importance: null,
      result: { status: 'shown', grain: 'medium', level, band, together, shape, gap: 1 - Math.min(level, together) },
    })),
    before: null,
  });
}
