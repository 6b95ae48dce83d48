import { z } from 'zod';

import { bradleyTerry, bradleyTerryPenalised } from '@plumbline/shared/measures/pairwise/bradley-terry';
import { circularTriads } from '@plumbline/shared/measures/pairwise/circular-triads';
import { comparisonsOf } from '@plumbline/shared/measures/pairwise/comparisons';
import { davidson } from '@plumbline/shared/measures/pairwise/davidson';
import { kendallU } from '@plumbline/shared/measures/pairwise/kendall-u';
import type { Strengths, StrengthsAsked } from '@plumbline/shared/measures/pairwise/strengths';
import { unmeasured } from '@plumbline/shared/measures/measured';
import type { Measured } from '@plumbline/shared/measures/measured';

import { matrix } from './family.ts';
import type { Asked, Family, Figures } from './family.ts';
import { reasonOf, reasonsOf } from './reason.ts';

/** A missing count is no comparison. */
const table = matrix.transform((rows) => rows.map((row) => row.map((count) => count ?? 0)));

const agreementSchema = z.object({ wins: table, ties: table.optional() });
const consistencySchema = z.object({ preference: table });
const strengthSchema = z.object({ items: z.array(z.string()).optional(), wins: table, ties: table.optional() });
const referenceSchema = z.object({ reference: z.string().optional() });

/** What the test of u gives. */
const TESTED = ['chisq_corrected', 'chisq_uncorrected', 'df', 'p_corrected', 'p_uncorrected'];

function agreement({ input }: Asked): Figures {
  const { wins, ties } = agreementSchema.parse(input);
  const comparisons = comparisonsOf(wins, ties);
  const found = comparisons.value === null ? comparisons : kendallU(comparisons.value);
  const test = found.value?.test.value;
  return {
    u: found.value?.u ?? null,
    u_min: found.value?.least ?? null,
    chisq_corrected: test?.corrected.chiSquare ?? null,
    chisq_uncorrected: test?.chiSquare ?? null,
    df: test?.df ?? null,
    p_corrected: test?.corrected.p ?? null,
    p_uncorrected: test?.p ?? null,
    ...reasonOf(found),
    ...reasonsOf(Object.fromEntries(TESTED.map((key) => [key, found.value?.test]))),
  };
}

function consistency({ input }: Asked): Figures {
  const comparisons = comparisonsOf(consistencySchema.parse(input).preference);
  const found = comparisons.value === null ? comparisons : circularTriads(comparisons.value);
  const chance = found.value?.chance;
  return {
    triads: found.value?.triads ?? null,
    max_triads: found.value?.most ?? null,
    expected_triads: found.value?.expected ?? null,
    zeta: found.value?.zeta ?? null,
    p_exact_less: chance?.exact === true ? chance.p : null,
    ...reasonOf(found),
  };
}

function likeliest(asked: Asked): Figures {
  const { names, found } = strengthsOf(asked, bradleyTerry);
  return {
    log_ability: named(names, found.value?.logAbility),
    se: named(names, found.value?.standardError),
    worth_sum1: named(names, found.value?.worth),
    log_likelihood: found.value?.logLikelihood ?? null,
    ...reasonOf(found),
  };
}

function penalised(asked: Asked): Figures {
  const { names, found } = strengthsOf(asked, bradleyTerryPenalised);
  return {
    log_ability: named(names, found.value?.logAbility),
    se: named(names, found.value?.standardError),
    worth_sum1: named(names, found.value?.worth),
    // What was made as great as can be is not a likelihood.
    log_likelihood: null,
    ...reasonOf(found),
  };
}

function withTies(asked: Asked): Figures {
  const { names, found } = strengthsOf(asked, davidson);
  return {
    log_ability: named(names, found.value?.logAbility),
    worth_sum1: named(names, found.value?.worth),
    tie_nu: found.value?.tieNu ?? null,
    ...reasonOf(found),
  };
}

/** Items without names are numbered from 1; the first is the reference unless another is named. */
function strengthsOf<T extends Strengths>(
  { input, params }: Asked,
  measure: (asked: StrengthsAsked) => Measured<T>,
): { readonly names: readonly string[]; readonly found: Measured<T> } {
  const { items, wins, ties } = strengthSchema.parse(input);
  const names = items ?? wins.map((_, place) => String(place + 1));
  const comparisons = comparisonsOf(wins, ties);
  if (names.length !== wins.length) return { names, found: unmeasured('ragged-rows') };
  if (new Set(names).size < names.length) return { names, found: unmeasured('repeated-option') };
  if (comparisons.value === null) return { names, found: comparisons };
  const wanted = referenceSchema.parse(params).reference;
  const reference = wanted === undefined ? 0 : names.indexOf(wanted);
  if (reference < 0) return { names, found: unmeasured('unknown-option') };
  return { names, found: measure({ comparisons: comparisons.value, reference }) };
}

function named(names: readonly string[], figures: readonly number[] | undefined): Figures | null {
  return figures === undefined ? null : Object.fromEntries(names.map((name, place) => [name, figures[place]]));
}

export const pairwise: Family = {
  kendall_u: agreement,
  circular_triads: consistency,
  bradley_terry: likeliest,
  bradley_terry_penalised: penalised,
  bradley_terry_davidson: withTies,
};
