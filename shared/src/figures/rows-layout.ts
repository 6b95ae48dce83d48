import type { Canvas, LabelMark, Mark } from './scene.ts';
import { fitLines, labelLines } from './text-fit.ts';

/** From this width on, the question stands beside its picture, not over it. */
const WIDE = 560;
const GAP = 24;

/** Room for a row that has a question on it and a lane for its picture. */
export interface Lane {
  readonly x: number;
  readonly width: number;
  /** Vertical middle of the lane. */
  readonly y: number;
}

/**
 * Rows of questions: each text beside its lane where there is room, else over it. `drawLane` returns what goes into the
 * lane, which is `laneHeight` high.
 */
export function layoutRows<Row extends { readonly text: string }>(
  rows: readonly Row[],
  from: {
    readonly canvas: Canvas;
    readonly top: number;
    readonly laneHeight: number;
    readonly drawLane: (row: Row, lane: Lane) => readonly Mark[];
  },
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  const { canvas, laneHeight } = from;
  const { lineHeight } = canvas.style.fonts.label;
  const { wide, text, x, width } = laneColumns(canvas);
  const marks: Mark[] = [];
  let { top } = from;
  for (const row of rows) {
    const lines = fitLines(canvas, row.text, { font: 'label', width: text, lines: 3 });
    const textHeight = lines.length * lineHeight;
    const height = wide ? Math.max(textHeight, laneHeight) : textHeight + 4 + laneHeight;
    const textTop = top + 8 + (wide ? (height - textHeight) / 2 : 0);
    const words: readonly LabelMark[] = labelLines(canvas, lines, { font: 'label', x: 0, top: textTop });
    const y = wide ? top + 8 + height / 2 : textTop + textHeight + 4 + laneHeight / 2;
    marks.push(
      { kind: 'line', from: { x: 0, y: top }, to: { x: canvas.width, y: top }, tone: 'grid' },
      ...words,
      ...from.drawLane(row, { x, width, y }),
    );
    top += height + 16;
  }
  return { marks, bottom: top };
}

/** Where the lanes of `layoutRows` stand. */
export function laneColumns(canvas: Canvas): {
  readonly wide: boolean;
  readonly text: number;
  readonly x: number;
  readonly width: number;
} {
  const { width } = canvas;
  if (width < WIDE) return { wide: false, text: width, x: 0, width };
  const text = Math.floor(width * 0.42);
  return { wide: true, text, x: text + GAP, width: width - text - GAP };
}
