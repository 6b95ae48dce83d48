import type { Grain, Shape } from '../results/shown.ts';

/** How fine a result of an anonymous round may be. */
export type AnonymousGrain = Exclude<Grain, 'exact'>;

/** How fine a result of `n` answers may be. */
export function grainOf(n: number): AnonymousGrain {
  if (n < 8) return 'coarse';
  return n < 12 ? 'medium' : 'fine';
}

/** How many answered a question, of how many who took part, and how few would be too few. */
export interface Counted {
  readonly answers: number;
  readonly ballots: number;
  readonly minimumGroup: number;
}

/**
 * How fine a question may be shown. Where fewer than all but one would be held, everybody's answers are no finer than
 * those of all but one: a grain that only these have would say that exactly one person could not say.
 */
export function shownGrain({ answers, ballots, minimumGroup }: Counted): AnonymousGrain {
  return grainOf(ballots - 1 <= minimumGroup ? Math.min(answers, ballots - 1) : answers);
}

/** The shape that a grain allows: two camps of so few people would be two small groups to guess at. */
export function shownShape({ shape, grain }: { readonly shape: Shape; readonly grain: Grain }): Shape {
  return grain === 'coarse' && shape === 'camps' ? 'spread' : shape;
}

/** The coarsest of several grains. */
export function coarsestOf(grains: readonly AnonymousGrain[]): AnonymousGrain {
  if (grains.includes('coarse')) return 'coarse';
  return grains.includes('medium') ? 'medium' : 'fine';
}
