import { describe, expect, it } from '@jest/globals';
import type { DimensionResult, GroupResult, Shape } from '../domain/results/shown.ts';
import { heatmapFigure } from './heatmap.ts';
import { message } from './message.ts';

const source = { team: 'Northwind', meeting: 'May', answered: 12, invited: 12, minimumGroup: 5, date: 0 };
const DIMENSIONS = ['Priorities', 'Roles', 'Vision'];

function dimension(title: string): DimensionResult {
  const result = {
    status: 'shown',
    grain: 'medium',
    level: 0.5,
    band: 'mixed',
    together: 0.5,
    shape: 'spread',
    gap: 0.5,
  } as const;
  return { dimension: title.toLowerCase(), title, result, importance: null };
}

/** A group whose places are these, in the order of the dimensions; `null` is held back. */
function group(name: string, shapes: readonly (Shape | null)[]): GroupResult {
  const dimensions = DIMENSIONS.map((title, at) => {
    const shape = shapes[at] ?? null;
    const held = { status: 'held', because: 'would-tell' } as const;
    const shown = { status: 'shown', band: 'aligned', together: 5 / 6, shape: shape ?? 'spread' } as const;
    return { dimension: title.toLowerCase(), title, result: shape === null ? held : shown };
  });
  return { status: 'shown', group: name, ballots: 6, dimensions };
}

const figureOf = (groups: readonly GroupResult[]) =>
  heatmapFigure({ source, dimensions: DIMENSIONS.map(dimension), groups });
const SALES_HELD: GroupResult = { status: 'held', group: 'Sales', because: 'too-small' };

describe('the finding of a heatmap', () => {
  it('names what the groups differ on, and only of what is told of all of them', () => {
    const operations = group('Operations', ['aligned-high', 'aligned-high', 'lukewarm']);
    const sales = group('Sales', ['aligned-low', 'aligned-high', null]);
    expect(figureOf([operations, sales]).title).toEqual(message('heatmap.title.differ-on', { names: ['Priorities'] }));
    expect(figureOf([operations, group('Sales', ['aligned-high', 'aligned-high', null])]).title).toEqual(
      message('heatmap.title.same'),
    );
  });

  it('claims nothing where no group is shown, or nothing of one', () => {
    expect(figureOf([SALES_HELD]).title).toEqual(message('heatmap.title.none'));
    expect(figureOf([group('Operations', [])]).title).toEqual(message('heatmap.title.held'));
  });

  it('says of a lone group where it is together', () => {
    expect(figureOf([group('Operations', ['aligned-high', null, 'lukewarm']), SALES_HELD]).title).toEqual(
      message('heatmap.title.one', { name: 'Operations', count: 2, total: 2 }),
    );
  });
});

describe('CU2 a held group', () => {
  it('has no place in picture or table, and a note says why', () => {
    const { marks, notes, table } = figureOf([group('Operations', ['aligned-high', null, 'lukewarm']), SALES_HELD]);
    expect(marks.rows.map(({ cells }) => cells.map(({ together }) => together))).toEqual([
      [0.5, 5 / 6, null],
      [0.5, null, null],
      [0.5, 5 / 6, null],
    ]);
    expect(table.rows.map((row) => row[3])).toEqual(DIMENSIONS.map(() => message('not-shown')));
    expect(notes).toEqual([
      message('heatmap.note.too-small', { names: ['Sales'], minimum: 5 }),
      message('heatmap.note.would-tell'),
    ]);
  });
});
