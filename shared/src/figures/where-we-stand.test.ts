import { describe, expect, it } from '@jest/globals';
import type { Band, DimensionResult } from '../domain/results/shown.ts';
import { whereWeStand } from './where-we-stand.ts';

function dimension(title: string, together: number, band: Band): DimensionResult {
  const result = { status: 'shown', grain: 'medium', level: 0.5, band, together, shape: 'spread', gap: 0.5 } as const;
  return { dimension: title.toLowerCase(), title, importance: null, result };
}

const held: DimensionResult = {
  dimension: 'trust',
  title: 'Trust',
  importance: null,
  result: { status: 'held', needed: 1 },
};

describe('whereWeStand', () => {
  it('names what is aligned, most together first, and what is split, furthest first', () => {
    const dimensions = [
      dimension('Goals', 0.8, 'aligned'),
      dimension('Roles', 0.2, 'split'),
      dimension('Vision', 0.9, 'aligned'),
      dimension('Strategy', 0.5, 'mixed'),
      dimension('Priorities', 0.1, 'split'),
      held,
    ];
    expect(whereWeStand(dimensions)).toEqual({
      rule: 'both',
      together: { names: ['Vision', 'Goals'], more: 0 },
      apart: { names: ['Priorities', 'Roles'], more: 0 },
    });
  });

  it('names as apart what lies where split dimensions do, in the order of its picture', () => {
    const dimensions = [
      dimension('Priorities', 0.1, 'split'),
      dimension('Responsibilities', 0.1, 'mixed'),
      // Three steps, for fewer answers than the others have.
      dimension('Our own statements', 1 / 6, 'split'),
      dimension('Strategy', 0.3, 'mixed'),
    ];
    expect(whereWeStand(dimensions)).toEqual({
      rule: 'apart',
      apart: { names: ['Priorities', 'Responsibilities', 'Our own statements'], more: 0 },
    });
  });

  it('counts what does not fit, but never only one', () => {
    const aligned = (count: number) =>
      Array.from({ length: count }, (_one, index) => dimension(`D${index}`, 0.9 - index / 10, 'aligned'));
    expect(whereWeStand(aligned(3))).toEqual({ rule: 'together', together: { names: ['D0', 'D1', 'D2'], more: 0 } });
    expect(whereWeStand(aligned(4))).toEqual({ rule: 'together', together: { names: ['D0', 'D1'], more: 2 } });
  });

  it('says what is neither, where nothing is together or split', () => {
    expect(whereWeStand([dimension('Goals', 0.6, 'mixed'), dimension('Roles', 0.4, 'mixed')])).toEqual({
      rule: 'between',
      between: { names: ['Roles', 'Goals'], more: 0 },
    });
  });

  it('says nothing of results that are held', () => {
    expect(whereWeStand([held])).toEqual({ rule: 'held' });
    expect(whereWeStand([])).toEqual({ rule: 'held' });
  });
});
