import { ask, cellsFrom } from './ask.ts';
import { transposed } from './rating-sheet.ts';
import type { RatingSheet } from './rating-sheet.ts';
import { reasonInWords } from './reasons.ts';
import { given } from './report.ts';
import type { Cell, Grid, Head } from './report.ts';

const ICC: readonly Head[] = [
  { key: 'groups', name: 'teams' },
  { key: 'n', name: 'n' },
  { key: 'mean_group_size', name: 'mean size' },
  { key: 'k0', name: 'k0' },
  { key: 'icc1', name: 'ICC(1)', r: 'multilevel::ICC1(stats::aov(x ~ as.factor(team)))', source: 'bliese2000' },
  {
    key: 'icc2',
    name: 'ICC(2)',
    absent: 'the means of the teams are equal',
    r: 'multilevel::ICC2(stats::aov(x ~ as.factor(team)))',
    source: 'bliese2000',
  },
  { key: 'icc1_k0', name: 'ICC(1) by k0', source: 'bliese2000' },
  { key: 'F', name: 'F', absent: 'within the teams all answers are the same', r: 'stats::aov(x ~ as.factor(team))' },
  { key: 'p', name: 'p', absent: 'within the teams all answers are the same', r: 'stats::aov(x ~ as.factor(team))' },
];

/** How far each team of a sheet agrees, and how far the teams differ. */
export function teamGrids(sheet: RatingSheet, teams: readonly string[]): readonly Grid[] {
  const names = [...new Set(teams)];
  const groups = teams.map((team) => names.indexOf(team) + 1);
  const items = transposed(sheet.steps).map((scores, column) => ({ scores, name: sheet.items[column] ?? '' }));
  const agreed = items.map(({ scores }) => {
    const found = ask('rwg_groups', { scores, groups }, { scale_points: sheet.points, null: 'uniform' });
    const { group, rwg_truncated: figures } = found.figures;
    return names.map((_, team): Cell => {
      const row = Array.isArray(group) ? group.indexOf(team + 1) : -1;
      const figure: unknown = Array.isArray(figures) ? figures[row] : undefined;
      if (typeof figure === 'number') return given(figure);
      return { value: null, reason: found.trouble ?? reasonInWords('too_few_answers') };
    });
  });
  return [
    {
      kind: 'grid',
      title: 'r_wg of each team, 0 where it is below',
      heads: items.map(({ name }) => ({
        key: name,
        name,
        r: 'multilevel::rwg(x, team)',
        source: 'james1984' as const,
      })),
      lines: names.map((label, team) => ({
        label,
        cells: agreed.map((cells) => cells[team] ?? { value: null, reason: reasonInWords(undefined) }),
      })),
    },
    {
      kind: 'grid',
      title: 'Do the teams differ?',
      heads: ICC,
      lines: items.map(({ scores, name }) => ({
        label: name,
        cells: cellsFrom(ask('icc_groups', { scores, groups }, { missing: 'drop' }), ICC),
      })),
    },
  ];
}
