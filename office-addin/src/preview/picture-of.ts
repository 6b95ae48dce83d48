import type { ChartContent, Exhibit, TableContent, TextParagraph } from '@plumbline/shared/ooxml/exhibit';
import { barShapes } from './bar-shapes.ts';
import { columnShapes, lineShapes, pointShapes } from './plot-shapes.ts';
import { fitted, PICTURE, type Shape } from './shapes.ts';

/** A small picture of an exhibit: its form at a glance, drawn from its own numbers. */
export function pictureOf({ body }: Exhibit): readonly Shape[] {
  switch (body.form) {
    case 'chart':
      return chartShapes(body.chart);
    case 'table':
      return tableShapes(body.table);
    case 'text':
      return textShapes(body.paragraphs);
  }
}

function chartShapes(chart: ChartContent): readonly Shape[] {
  switch (chart.form) {
    case 'bars':
    case 'stacked-bars':
      return barShapes(chart);
    case 'columns':
      return columnShapes(chart);
    case 'lines':
      return lineShapes(chart);
    case 'points':
      return pointShapes(chart);
  }
}

const ROW = 18;
const ROWS = Math.floor(PICTURE.height / ROW);

function tableShapes({ columns, rows }: TableContent): readonly Shape[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / total) * PICTURE.width);
  const starts = widths.map((_width, at) => widths.slice(0, at).reduce((sum, width) => sum + width, 0));
  const cell = (text: string, { column, row }: { readonly column: number; readonly row: number }): Shape => {
    const [start = 0, width = 0] = [starts[column], widths[column]];
    const isEnd = columns[column]?.align === 'end';
    return {
      kind: 'text',
      at: { x: isEnd ? start + width - 4 : start + 4, y: row * ROW + 12 },
      text: fitted(text, width - 8),
      anchor: isEnd ? 'end' : 'start',
      ...(row === 0 ? { strong: true } : {}),
    };
  };
  const shown = rows.slice(0, ROWS - 1);
  return [
    { kind: 'box', x: 0, y: 0, width: PICTURE.width, height: ROW, paint: 'soft' },
    ...columns.map(({ title }, column) => cell(title, { column, row: 0 })),
    ...shown.flatMap((cells, at) =>
      cells.flatMap(({ text, fill }, column): readonly Shape[] => {
        const box = { x: (starts[column] ?? 0) + 1, y: (at + 1) * ROW + 1, width: (widths[column] ?? 0) - 2 };
        const filled: readonly Shape[] =
          fill === undefined || fill === 'held'
            ? []
            : [{ kind: 'box', ...box, height: ROW - 2, paint: fill.tone, strength: 0.15 + 0.5 * fill.strength }];
        return [...filled, cell(text, { column, row: at + 1 })];
      }),
    ),
  ];
}

function textShapes(paragraphs: readonly TextParagraph[]): readonly Shape[] {
  return paragraphs.slice(0, Math.floor(ROWS / 2)).flatMap(({ lead, text }, at): readonly Shape[] => [
    {
      kind: 'text',
      at: { x: 4, y: at * 2 * ROW + 12 },
      text: fitted(lead ?? text, PICTURE.width - 8),
      anchor: 'start',
      strong: true,
    },
    ...(lead === null
      ? []
      : [
          {
            kind: 'text',
            at: { x: 4, y: at * 2 * ROW + 26 },
            text: fitted(text, PICTURE.width - 8),
            anchor: 'start',
          } as const,
        ]),
  ]);
}
