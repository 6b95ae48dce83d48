import { ask, cellOf, linesOf } from './ask.ts';
import type { Answer } from './ask.ts';
import { rankListing } from './rank-listing.ts';
import { completeRows } from './rating-sheet.ts';
import { interval } from './rating-whole.ts';
import type { Sheet } from './read-sheet.ts';
import { reasonInWords } from './reasons.ts';
import { given } from './report.ts';
import type { Cell, Grid, Head, Listing, Section } from './report.ts';

interface Ballot {
  readonly count: number;
  readonly ranking: readonly (readonly string[])[];
}

const OPTIONS: readonly Head[] = [
  { key: 'schulze', name: 'Schulze place', r: 'votesys::schulze_method()', source: 'schulze2011' },
  { key: 'borda', name: 'Borda points', r: 'votesys::borda_method()', source: 'borda1784' },
  { key: 'copeland', name: 'Copeland score', source: 'copeland1951' },
  { key: 'prototype', name: 'mean position (z)', source: 'tarakci2014' },
];

const MAP: readonly Head[] = [
  {
    key: 'alpha',
    name: 'alpha, length of the mean vector in 2 dimensions',
    r: 'smacof::vmu(x)',
    source: 'tarakci2014',
  },
  { key: 'alpha_full_dimension', name: 'alpha in all dimensions', source: 'tarakci2014' },
  { key: 'vaf_2d', name: 'variance that 2 dimensions show', r: 'smacof::vmu(x)', source: 'tarakci2014' },
  { key: 'mean_correlation', name: 'mean correlation of two raters', source: 'tarakci2014' },
];
const MAP_NULL: readonly Head[] = [
  {
    key: 'p_exact',
    name: 'p of such an alpha by chance',
    absent: 'there are too many orders to count',
    source: 'tarakci2014',
  },
  {
    key: 'p_drawn',
    name: 'p by random orders, where it cannot be exact',
    absent: 'the exact one is there',
    source: 'tarakci2014',
  },
  { key: 'null_mean', name: 'alpha of random orders, mean', source: 'tarakci2014' },
  { key: 'null_q95', name: 'alpha of random orders, 95th percentile', source: 'tarakci2014' },
];

/** What is known about a sheet of ranks, 1 is best; items without a rank share the last place. */
export function rankingSections(sheet: Sheet): readonly Section[] {
  const found = ask('rank_aggregation', { items: sheet.items, ballots: ballotsOf(sheet) }, { unranked: 'last' });
  const complete = completeRows(sheet.rows);
  const map = ask('scm_within', { ratings: complete }, { dimensions: 2 });
  return [
    options(sheet.items, found, map),
    order(found),
    wins(sheet.items, found),
    {
      ...rankListing(sheet.rows),
      lines: [
        ...rankListing(sheet.rows).lines,
        ...interval(ask('jackknife_ci', { data: complete }, { statistic: 'mean_spearman' }), 'mean Spearman'),
        ...linesOf(ask('tau_x', { ranks: complete }), [
          { key: 'mean_tau_x', name: 'mean tau_x of two raters', r: 'mean of ConsRank::tau_x(x)', source: 'emond2002' },
        ]),
      ],
    },
    {
      kind: 'listing',
      title: 'Strategic consensus map',
      note: 'Random orders give a high alpha too: read it beside theirs.',
      lines: [...linesOf(map, MAP), ...linesOf(ask('scm_alpha_null', { ratings: complete }), MAP_NULL)],
    },
  ];
}

/** Equal ballots are one with a count; items of one rank are one tie group. */
function ballotsOf({ rows, items }: Sheet): readonly Ballot[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const key = JSON.stringify(row);
    if (seen.has(key) || row.every((rank) => rank === null)) return [];
    seen.add(key);
    const ranks = [...new Set(row.filter((rank) => rank !== null))].sort((a, b) => a - b);
    return [
      { count: counts.get(key) ?? 1, ranking: ranks.map((rank) => items.filter((_, item) => row[item] === rank)) },
    ];
  });
}

function options(items: readonly string[], found: Answer, map: Answer): Grid {
  const places = placesOf(found.figures['schulze_ranking']);
  const prototype = map.figures['prototype_scores_z'];
  const lines = items.map((item, column) => ({
    place: places.get(item) ?? 0,
    label: item,
    cells: [
      places.has(item) ? given(places.get(item) ?? 0) : none(found),
      cellOf(found, { key: `borda/${item}` }),
      cellOf(found, { key: `copeland/${item}` }),
      cellOf(
        { ...map, figures: Array.isArray(prototype) ? { ...map.figures, z: prototype[column] } : map.figures },
        Array.isArray(prototype) ? { key: 'z', absent: 'not everybody ranked it' } : { key: 'prototype_scores_z' },
      ),
    ],
  }));
  return {
    kind: 'grid',
    title: 'Options, best first',
    heads: OPTIONS,
    lines: lines.sort((a, b) => a.place - b.place).map(({ label, cells }) => ({ label, cells })),
  };
}

function order(found: Answer): Listing {
  const optimal = found.figures['kemeny_optimal'];
  const first = Array.isArray(optimal) ? optimal.slice(0, 3) : [];
  return {
    kind: 'listing',
    title: 'The collective order',
    note: 'Several Kemeny orders that are equally good mean that there is no single collective order.',
    lines: [
      ...linesOf(found, [{ key: 'condorcet_winner', name: 'wins against every other option' }]).map(
        ({ head, cell }) => ({
          head,
          cell: cell.value === null && found.trouble === undefined ? given('nobody') : cell,
        }),
      ),
      {
        head: { key: 'schulze_ranking', name: 'Schulze, winning votes', source: 'schulze2011' },
        cell: inOrder(found.figures['schulze_ranking'], found),
      },
      {
        head: { key: 'borda_ranking', name: 'Borda', source: 'borda1784' },
        cell: inOrder(found.figures['borda_ranking'], found),
      },
      ...linesOf(found, [
        {
          key: 'kemeny_min_disagreements',
          name: 'Kemeny, least disagreements',
          r: 'ConsRank::consrank(x)',
          source: 'kemeny1959',
        },
        { key: 'kemeny_optimal_count', name: 'Kemeny orders that reach it', source: 'kemeny1959' },
      ]),
      ...first.map((optimum: unknown, index) => ({
        head: { key: `kemeny_optimal_${index + 1}`, name: `Kemeny order ${index + 1}`, source: 'kemeny1959' as const },
        cell: inOrder(optimum, found),
      })),
    ],
  };
}

function wins(items: readonly string[], found: Answer): Grid {
  const table = found.figures['pairwise_wins'];
  return {
    kind: 'grid',
    title: 'How many prefer the line to the column',
    heads: items.map((item) => ({ key: item, name: item })),
    lines: items.map((item, row) => ({
      label: item,
      cells: items.map((_, column) => {
        const line: unknown = Array.isArray(table) ? table[row] : undefined;
        const value: unknown = Array.isArray(line) ? line[column] : undefined;
        return typeof value === 'number' ? given(value) : none(found);
      }),
    })),
  };
}

function none(found: Answer): Cell {
  return { value: null, reason: found.trouble ?? reasonInWords(found.figures['reason']) };
}

/** The place of every option; tied ones share the better place. */
function placesOf(ranking: unknown): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  if (!Array.isArray(ranking)) return places;
  for (const group of ranking) {
    const place = places.size + 1;
    for (const option of optionsIn(group)) places.set(option, place);
  }
  return places;
}

/** `A > B = C`: best first, tied options with an equals sign. */
function inOrder(ranking: unknown, found: Answer): Cell {
  if (!Array.isArray(ranking)) return none(found);
  return given(ranking.map((group) => optionsIn(group).join(' = ')).join(' > '));
}

function optionsIn(group: unknown): readonly string[] {
  return (Array.isArray(group) ? group : [group]).filter((option) => typeof option === 'string');
}
