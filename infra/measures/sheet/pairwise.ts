import type { Result } from '@plumbline/shared/kernel/result';
import { fail, ok } from '@plumbline/shared/kernel/result';
import type { Fault } from '../fault.ts';
import { ask, cellOf, linesOf } from './ask.ts';
import type { Sheet } from './read-sheet.ts';
import type { Head, Listing, Section } from './report.ts';

const STRENGTHS: readonly Head[] = [
  { key: 'log_ability', name: 'log ability', r: 'BradleyTerry2::BTm()', source: 'bradley1952' },
  { key: 'se', name: 'its SE', r: 'BradleyTerry2::BTm()', source: 'bradley1952' },
  { key: 'worth_sum1', name: 'worth', source: 'bradley1952' },
  { key: 'penalised', name: 'penalised', r: 'BradleyTerry2::BTm(br = TRUE)', source: 'firth1993' },
  { key: 'penalised_se', name: 'its SE', r: 'BradleyTerry2::BTm(br = TRUE)', source: 'firth1993' },
  { key: 'penalised_worth', name: 'worth', source: 'firth1993' },
];

/** What each of the two fits gives, in the order of the heads. */
const FITTED = ['log_ability', 'se', 'worth_sum1'];

const U: readonly Head[] = [
  { key: 'u', name: "Kendall's u", r: 'eba::kendall.u(wins)', source: 'kendall1940' },
  { key: 'u_min', name: 'least possible u', r: 'eba::kendall.u(wins)', source: 'kendall1940' },
  {
    key: 'chisq_corrected',
    name: 'chi-square, corrected',
    absent: 'it takes three raters or more',
    r: 'eba::kendall.u(wins)',
    source: 'kendall1940',
  },
  {
    key: 'chisq_uncorrected',
    name: 'chi-square',
    absent: 'it takes three raters or more',
    r: 'eba::kendall.u(wins, correct = FALSE)',
    source: 'kendall1940',
  },
  {
    key: 'df',
    name: 'its df',
    absent: 'it takes three raters or more',
    r: 'eba::kendall.u(wins)',
    source: 'kendall1940',
  },
  {
    key: 'p_corrected',
    name: 'p, corrected',
    absent: 'it takes three raters or more',
    r: 'eba::kendall.u(wins)',
    source: 'kendall1940',
  },
  {
    key: 'p_uncorrected',
    name: 'p',
    absent: 'it takes three raters or more',
    r: 'eba::kendall.u(wins, correct = FALSE)',
    source: 'kendall1940',
  },
];

const TRIADS: readonly Head[] = [
  { key: 'triads', name: 'circular triads', r: 'eba::circular(wins)', source: 'kendall1940' },
  { key: 'max_triads', name: 'most possible', r: 'eba::circular(wins)', source: 'kendall1940' },
  { key: 'expected_triads', name: 'expected by chance', r: 'eba::circular(wins)', source: 'kendall1940' },
  { key: 'zeta', name: 'zeta, consistency', r: 'eba::circular(wins)', source: 'kendall1940' },
  { key: 'p_exact_less', name: 'p of so few by chance', r: 'eba::circular(wins)', source: 'kendall1940' },
];

/** What is known about a square table of preferences: how often the option of the line beat that of the column. */
export function pairwiseSections(sheet: Sheet): Result<readonly Section[], readonly Fault[]> {
  const { items } = sheet;
  const fault = notATable(sheet);
  if (fault !== undefined) return fail([fault]);
  const wins = sheet.rows.map((row, r) => row.map((count, c) => (r === c ? 0 : (count ?? 0))));
  const meetings = items.flatMap((_, a) => items.slice(a + 1).map((_other, b) => both(wins, a, a + 1 + b)));
  const raters = meetings[0] ?? 0;
  const isBalanced = raters > 0 && meetings.every((count) => count === raters);
  const params = { reference: items[0] };
  const plain = ask('bradley_terry', { items, wins }, params);
  const penalised = ask('bradley_terry_penalised', { items, wins }, params);
  return ok([
    {
      kind: 'grid',
      title: 'Strength of the options, by Bradley and Terry',
      note: `Log abilities are differences to ${items[0] ?? ''}. Worths add up to 1. The penalised ones exist even if an option wins always.`,
      heads: STRENGTHS,
      lines: items.map((label) => ({
        label,
        cells: [plain, penalised].flatMap((found) => FITTED.map((key) => cellOf(found, { key: `${key}/${label}` }))),
      })),
    },
    { kind: 'listing', title: 'Fit', lines: linesOf(plain, [{ key: 'log_likelihood', name: 'log likelihood' }]) },
    ...(isBalanced ? [agreementOf(wins, raters)] : []),
    ...(isBalanced && raters === 1 ? [consistencyOf(wins)] : []),
  ]);
}

function agreementOf(wins: readonly (readonly number[])[], raters: number): Listing {
  return {
    kind: 'listing',
    title: `Agreement of the ${raters} who compared every pair`,
    lines: linesOf(ask('kendall_u', { wins }, { raters }), U),
  };
}

function consistencyOf(preference: readonly (readonly number[])[]): Listing {
  return {
    kind: 'listing',
    title: 'Consistency of the one who compared',
    lines: linesOf(ask('circular_triads', { preference }), TRIADS),
  };
}

function both(wins: readonly (readonly number[])[], a: number, b: number): number {
  return (wins[a]?.[b] ?? 0) + (wins[b]?.[a] ?? 0);
}

function notATable({ items, raters, named, rows, lines }: Sheet): Fault | undefined {
  const next = 'Give a square table: a line and a column for every option, in the same order, with how often it won.';
  if (rows.length !== items.length) {
    return { kind: 'csv.malformed', detail: `There are ${rows.length} lines for ${items.length} options.`, next };
  }
  const stray = named ? raters.findIndex((name, row) => name !== items[row]) : -1;
  if (stray >= 0) {
    const detail = `Line ${lines[stray] ?? 0} is "${raters[stray] ?? ''}", the column in its place "${items[stray] ?? ''}".`;
    return { kind: 'csv.malformed', detail, next };
  }
  const wrong = rows.findIndex((row) => row.some((count) => count !== null && (count < 0 || !Number.isInteger(count))));
  if (wrong < 0) return undefined;
  return { kind: 'csv.off-the-scale', detail: `Line ${lines[wrong] ?? 0} holds a number that is no count.`, next };
}
