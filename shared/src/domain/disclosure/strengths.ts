import { bradleyTerry, bradleyTerryPenalised } from '../../measures/pairwise/bradley-terry.ts';
import { comparisonsOf } from '../../measures/pairwise/comparisons.ts';
import type { Comparisons, PreferenceTable } from '../../measures/pairwise/comparisons.ts';
import { kendallU } from '../../measures/pairwise/kendall-u.ts';

/** How options stand against each other, from who preferred what. */
export interface Standing {
  /** By option: how likely it is to be preferred over another one, on average, 0 to 1. */
  readonly strengths: readonly number[];
  /** Kendall's u; `null` where no two people decided the same pair. */
  readonly agreement: number | null;
}

/**
 * Bradley and Terry's strengths, or Firth's where an option has won or lost everything; `null` where choices do not
 * connect the options.
 */
export function standingOf(wins: PreferenceTable): Standing | null {
  const comparisons = comparisonsOf(wins);
  if (comparisons.value === null) return null;
  const strengths = strengthsIn(comparisons.value);
  return strengths && { strengths, agreement: kendallU(comparisons.value).value?.u ?? null };
}

/** The strengths alone, also from shares of people in place of their numbers. */
export function strengthsOf(wins: PreferenceTable): readonly number[] | null {
  const comparisons = comparisonsOf(wins);
  return comparisons.value === null ? null : strengthsIn(comparisons.value);
}

function strengthsIn(comparisons: Comparisons): readonly number[] | null {
  const worth = worthOf(comparisons);
  return worth?.map((own, option) => preferredOver(own, worth.toSpliced(option, 1))) ?? null;
}

/**
 * Strengths themselves grow by factors, so that rounding them would tie all but the strongest; these keep the order and
 * are what people understand.
 */
function preferredOver(own: number, others: readonly number[]): number {
  return others.reduce((sum, other) => sum + own / (own + other), 0) / others.length;
}

function worthOf(comparisons: Comparisons): readonly number[] | null {
  const asked = { comparisons, reference: 0 };
  const likeliest = bradleyTerry(asked);
  if (likeliest.value !== null) return likeliest.value.worth;
  return bradleyTerryPenalised(asked).value?.worth ?? null;
}
