import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

import {
  agreementA,
  chanceOfRwg,
  consensus,
  criticalRwg,
  rwg,
  rwgStar,
  uniformVariance,
} from '@plumbline/shared/measures/ratings/agreement';
import { sizeOf, varianceOf } from '@plumbline/shared/measures/ratings/distribution';
import { meanSpearman, midranks, standardised } from '@plumbline/shared/measures/rankings/ranks';

type Figure = number | null | readonly Figure[];
type Given = readonly (number | null)[];
interface Case {
  readonly case: string;
  readonly measure: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, Figure>>;
  readonly tolerance: number;
}

const folder = new URL('./measures/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Case);

function countsOf(ratings: Given, points: unknown): number[] {
  const counts = Array.from({ length: Number(points) }, () => 0);
  for (const rating of ratings) if (rating !== null) counts[rating - 1] = (counts[rating - 1] ?? 0) + 1;
  return counts;
}

const truncated = (value: number | null) => (value === null ? null : Math.max(0, value));

const compute: Readonly<Record<string, (it: Case) => Readonly<Record<string, Figure>>>> = {
  rwg({ input, params }) {
    const counts = countsOf(input['ratings'] as Given, params['scale_points']);
    return {
      n: sizeOf(counts),
      variance: varianceOf(counts).value,
      null_variance: uniformVariance(counts.length),
      rwg: rwg(counts).value,
      rwg_truncated: truncated(rwg(counts).value),
    };
  },
  rwg_groups({ input, params }) {
    const groups = input['groups'] as readonly number[];
    const scores = input['scores'] as Given;
    const names = [...new Set(groups)];
    const teams = names.map((name) =>
      countsOf(
        scores.filter((_, row) => groups[row] === name),
        params['scale_points'],
      ),
    );
    return {
      group: names,
      n: teams.map(sizeOf),
      rwg_truncated: teams.map((team) => truncated(rwg(team).value)),
    };
  },
  rwg_j({ input, params }) {
    expect(params['missing']).toBe('listwise');
    const complete = (input['ratings'] as readonly Given[]).filter((row) => !row.includes(null));
    const items = (complete[0] ?? []).map((_, item) =>
      countsOf(
        complete.map((row) => row[item] ?? null),
        params['scale_points'],
      ),
    );
    return { n: complete.length, items: items.length, rwg_star_j: rwgStar(items).value };
  },
  agreement_null_exact({ input, params }) {
    const counts = countsOf(input['ratings'] as Given, params['scale_points']);
    return {
      rwg: rwg(counts).value,
      p_rwg: chanceOfRwg(counts).value,
      rwg_critical_05: criticalRwg({ points: counts.length, n: sizeOf(counts) }).value,
    };
  },
  ordinal_distribution({ input }) {
    const counts = input['counts'] as readonly number[];
    const agreement = agreementA(counts).value;
    return {
      n: sizeOf(counts),
      categories: counts.length,
      consensus_cns: consensus(counts).value,
      agreement_A: agreement,
      polarization: agreement === null ? null : (1 - agreement) / 2,
    };
  },
  kendall_w({ input }) {
    const ranks = (input['ratings'] as readonly (readonly number[])[]).map(midranks);
    const items = ranks[0]?.length ?? 0;
    const rows = ranks.map(standardised).filter((row) => row !== null);
    const sumOf = (table: readonly (readonly number[])[]) =>
      Array.from({ length: items }, (_, item) => table.reduce((sum, row) => sum + (row[item] ?? 0), 0));
    const flat = ranks.length - rows.length;
    return {
      raters: ranks.length,
      items,
      rank_sums: sumOf(ranks),
      raters_without_order: flat,
      mean_spearman: flat > 0 ? null : meanSpearman({ sums: sumOf(rows), raters: rows.length }).value,
    };
  },
};

function isList(figure: Figure | undefined): figure is readonly Figure[] {
  return Array.isArray(figure);
}

function expectClose(got: Figure | undefined, expected: Figure, tolerance: number): void {
  if (typeof expected === 'number' && typeof got === 'number') {
    expect(Math.abs(got - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
    return;
  }
  if (isList(expected) && isList(got)) {
    expect(got).toHaveLength(expected.length);
    for (const [place, figure] of expected.entries()) expectClose(got.at(place), figure, tolerance);
    return;
  }
  expect(got).toEqual(expected);
}

describe('MS1 the measures give the reference cases', () => {
  it('are all there', () => {
    expect(new Set(cases.map((it) => it.measure))).toEqual(new Set(Object.keys(compute)));
  });

  it.each(cases)('$measure $case', (reference) => {
    const got = compute[reference.measure]?.(reference) ?? {};
    const shared = Object.keys(reference.expected).filter((key) => Object.hasOwn(got, key));
    expect(shared.length).toBeGreaterThan(0);
    for (const key of shared) expectClose(got[key], reference.expected[key] ?? null, reference.tolerance);
  });
});
