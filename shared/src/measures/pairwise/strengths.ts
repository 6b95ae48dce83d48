import { inverseInformation } from './climb.ts';
import type { Comparisons } from './comparisons.ts';
import type { Matrix } from 'ml-matrix';
import { assert } from '../../kernel/assert.ts';

/** How strong items are against each other; lists in the order of the items. */
export interface Strengths {
  /** Natural logarithms of strength, 0 for the reference. */
  readonly logAbility: readonly number[];
  /** Standard errors of the differences from the reference, 0 for itself. */
  readonly standardError: readonly number[];
  /** Strengths that add up to 1. */
  readonly worth: readonly number[];
}

/** Comparisons, and the item that the others are measured against, by its position. */
export interface StrengthsAsked {
  readonly comparisons: Comparisons;
  readonly reference: number;
}

/** More items than this would make an information matrix that takes seconds to invert. */
export const MOST_ITEMS = 200;

/** Throws when the reference is no item. */
export function assertReference({ comparisons, reference }: StrengthsAsked): void {
  const known = Number.isInteger(reference) && reference >= 0 && reference < comparisons.items;
  assert(known, 'the reference is one of the items');
}

/**
 * Strengths from parameters that begin with the log ability of each item, and the information about them; `null` when the
 * information is too little to say how sure they are.
 */
export function strengthsAt(
  parameters: readonly number[],
  { information, asked }: { readonly information: Matrix; readonly asked: StrengthsAsked },
): Strengths | null {
  const covariance = inverseInformation(information, asked.reference);
  if (covariance === null) return null;
  const { items } = asked.comparisons;
  const logAbility = parameters.slice(0, items);
  const standardError = covariance.diagonal().slice(0, items).map(Math.sqrt);
  return { logAbility, standardError, worth: worthOf(logAbility) };
}

function worthOf(logAbility: readonly number[]): readonly number[] {
  const highest = Math.max(...logAbility);
  const strengths = logAbility.map((ability) => Math.exp(ability - highest));
  const sum = strengths.reduce((total, strength) => total + strength, 0);
  return strengths.map((strength) => strength / sum);
}
