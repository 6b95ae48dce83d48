import type { Grain, ShownDimension, ShownScale } from '../results/shown.ts';

/** A figure as exact as any is shown. */
export function toHundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The mean of those figures that are shown; there is one at least. */
export function meanOfShown(figures: readonly (number | null)[]): number {
  const known = figures.filter((figure) => figure !== null);
  return known.reduce((sum, figure) => sum + figure, 0) / known.length;
}

/** A scale question of which nothing is shown but that many could not say. */
export function unknownScale(grain: Grain): ShownScale {
  const nothing = { level: null, favour: null, band: null, together: null, distribution: null };
  return { status: 'shown', grain, shape: 'unknown', ...nothing };
}

/** A dimension of which nothing is shown but that many could not say. */
export function unknownDimension(grain: Grain): ShownDimension {
  return { status: 'shown', grain, shape: 'unknown', level: null, band: null, together: null, gap: null };
}
