import { expect, it } from '@jest/globals';
import type { DimensionResult } from './shown.ts';
import { stakeholderGaps } from './stakeholder-gap.ts';

function dimension(id: string, level: number | null): DimensionResult {
  const shown = { status: 'shown', grain: 'medium', band: 'mixed', together: 0.5, shape: 'spread', gap: null } as const;
  return { dimension: id, title: id.toUpperCase(), importance: null, result: { ...shown, level } };
}

const held: DimensionResult = { ...dimension('held', null), result: { status: 'held', needed: 2 } };

it('SH7 compares what both are shown of, widest first, and nothing else', () => {
  const team = [dimension('roles', 0.7), dimension('vision', 0.4), dimension('goals', 0.5), dimension('held', 0.5)];
  const stakeholders = [dimension('vision', 0.5), held, dimension('roles', 0.4), dimension('goals', null)];
  expect(stakeholderGaps(team, [...stakeholders, dimension('strategy', 0.1)])).toEqual([
    { dimension: 'roles', title: 'ROLES', team: 0.7, stakeholders: 0.4, gap: 0.3 },
    { dimension: 'vision', title: 'VISION', team: 0.4, stakeholders: 0.5, gap: -0.1 },
  ]);
  expect(stakeholderGaps([held], [dimension('held', 0.5)])).toEqual([]);
});
