import { keyLine } from './key-line.ts';
import { message } from './message.ts';
import type { PerceptionFigure, PerceptionRow } from './perception.ts';
import { laneColumns, layoutRows, type Lane } from './rows-layout.ts';
import type { Canvas, Mark, Point, Scene } from './scene.ts';
import { fitLines, label, labelLines, widthOf } from './text-fit.ts';

const NUMBER_GAP = 4;

/** Lays out the perception gap: an arrow from the guess to the answer on the question's own scale. */
export function layoutPerception(figure: PerceptionFigure, canvas: Canvas): Scene {
  const { low, high, ends, rows } = figure.marks;
  const { small } = canvas.style.fonts;
  const { wide, x, width } = laneColumns(canvas);
  const inset = numberRoom(rows, canvas);
  const key = keyLine(canvas, [
    { tone: 'before', text: canvas.say(message('perception.key.guess')) },
    { tone: 'now', text: canvas.say(message('perception.key.answer')) },
  ]);
  const room = { font: 'small', width: width / 2 - (wide ? inset : 0) - 4, lines: 2 } as const;
  const left = fitLines(canvas, ends === null ? String(low) : `${String(low)} ${canvas.say(ends.low)}`, room);
  const right = fitLines(canvas, ends === null ? String(high) : `${String(high)} ${canvas.say(ends.high)}`, room);
  const words = { font: 'small', top: key.height, tone: 'quiet' } as const;
  const header = [
    ...labelLines(canvas, left, { ...words, x: wide ? x + inset : x }),
    ...labelLines(canvas, right, { ...words, x: wide ? x + width - inset : x + width, anchor: 'end' }),
  ];
  const body = layoutRows(rows, {
    canvas,
    top: key.height + Math.max(left.length, right.length) * small.lineHeight + 8,
    laneHeight: Math.max(small.lineHeight + 8, 28),
    drawLane: (row, lane) => drawPair(row, { lane, canvas, low, high, inset }),
  });
  return { width: canvas.width, height: body.bottom, marks: [...key.marks, ...header, ...body.marks], hotspots: [] };
}

/** Room at both ends of the axis for a dot and its number, the same in every row. */
function numberRoom(rows: readonly PerceptionRow[], canvas: Canvas): number {
  const values = rows.flatMap(({ pair }) => (pair === null ? [] : [pair.guess, pair.answer]));
  const widest = Math.max(0, ...values.map((value) => widthOf(canvas, String(value), 'strong')));
  return canvas.style.dot + NUMBER_GAP + widest;
}

function drawPair(
  row: PerceptionRow,
  at: {
    readonly lane: Lane;
    readonly canvas: Canvas;
    readonly low: number;
    readonly high: number;
    readonly inset: number;
  },
): readonly Mark[] {
  const { lane, canvas, low, high, inset } = at;
  const { dot, fonts } = canvas.style;
  if (row.pair === null) {
    const text = row.note === null ? '' : canvas.say(row.note);
    const [line = ''] = fitLines(canvas, text, { font: 'small', width: lane.width, lines: 1 });
    return [
      label(canvas, { text: line, font: 'small', x: lane.x, top: lane.y - fonts.small.lineHeight / 2, tone: 'quiet' }),
    ];
  }
  const { guess, answer } = row.pair;
  const place = (value: number): Point => ({
    x: lane.x + inset + ((value - low) / (high - low)) * (lane.width - 2 * inset),
    y: lane.y,
  });
  const [from, to] = [place(guess), place(answer)];
  const towards = answer >= guess ? 1 : -1;
  const beside = (value: number, side: 1 | -1, tone: 'now' | 'over') =>
    label(canvas, {
      text: String(value),
      font: tone === 'now' ? 'strong' : 'small',
      x: place(value).x + side * (dot + NUMBER_GAP),
      top: lane.y - fonts[tone === 'now' ? 'strong' : 'small'].lineHeight / 2,
      anchor: side > 0 ? 'start' : 'end',
      tone,
    });
  const track: Mark = { kind: 'line', from: place(low), to: place(high), tone: 'track' };
  if (guess === answer) {
    return [
      track,
      { kind: 'dot', at: from, radius: dot + 3, tone: 'before' },
      { kind: 'dot', at: to, radius: dot, tone: 'now' },
      beside(answer, 1, 'now'),
    ];
  }
  return [
    track,
    {
      kind: 'arrow',
      from: { x: from.x + towards * dot, y: lane.y },
      to: { x: to.x - towards * (dot + 2), y: lane.y },
      tone: 'move',
    },
    { kind: 'dot', at: from, radius: dot, tone: 'before' },
    { kind: 'dot', at: to, radius: dot, tone: 'now' },
    beside(guess, towards > 0 ? -1 : 1, 'over'),
    beside(answer, towards, 'now'),
  ];
}
