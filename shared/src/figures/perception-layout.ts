import { keyLine } from './key-line.ts';
import { message } from './message.ts';
import type { PerceptionFigure, PerceptionRow } from './perception.ts';
import { laneColumns, layoutRows, type Lane } from './rows-layout.ts';
import type { Canvas, LabelMark, Mark, Point, Scene } from './scene.ts';
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
  const widest = Math.max(0, ...values.map((value) => widthOf(canvas, written(value, canvas), 'strong')));
  return canvas.style.dot + NUMBER_GAP + widest;
}

/** A guess or an answer as the reader’s language writes it. */
function written(value: number, canvas: Canvas): string {
  return canvas.say(message('perception.number', { value }));
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
  const beside = (value: number, side: 1 | -1, tone: 'now' | 'plain') =>
    label(canvas, {
      text: written(value, canvas),
      font: tone === 'now' ? 'strong' : 'small',
      x: place(value).x + side * (dot + NUMBER_GAP),
      top: lane.y - fonts[tone === 'now' ? 'strong' : 'small'].lineHeight / 2,
      anchor: side > 0 ? 'start' : 'end',
      tone,
    });
  const track = (numbers: readonly LabelMark[]) => trackBeside(numbers, { from: place(low), to: place(high) });
  if (guess === answer) {
    const number = beside(answer, 1, 'now');
    return [
      ...track([number]),
      { kind: 'dot', at: from, radius: dot + 3, tone: 'before' },
      { kind: 'dot', at: to, radius: dot, tone: 'now' },
      number,
    ];
  }
  const numbers = [beside(guess, towards > 0 ? -1 : 1, 'plain'), beside(answer, towards, 'now')];
  return [
    ...track(numbers),
    {
      kind: 'arrow',
      from: { x: from.x + towards * dot, y: lane.y },
      to: { x: to.x - towards * (dot + 2), y: lane.y },
      tone: 'move',
    },
    { kind: 'dot', at: from, radius: dot, tone: 'before' },
    { kind: 'dot', at: to, radius: dot, tone: 'now' },
    ...numbers,
  ];
}

/** The axis, left out where a number stands on it. */
function trackBeside(
  numbers: readonly LabelMark[],
  axis: { readonly from: Point; readonly to: Point },
): readonly Mark[] {
  const { from, to } = axis;
  const gaps = numbers
    .map(({ box }) => ({ start: box.x - NUMBER_GAP, end: box.x + box.width + NUMBER_GAP }))
    .toSorted((a, b) => a.start - b.start);
  const starts = [from.x, ...gaps.map(({ end }) => end)];
  const ends = [...gaps.map(({ start }) => start), to.x];
  return starts.flatMap((start, index): readonly Mark[] => {
    const end = Math.min(ends[index] ?? to.x, to.x);
    const line = { from: { x: Math.max(start, from.x), y: from.y }, to: { x: end, y: from.y } };
    return line.to.x > line.from.x ? [{ kind: 'line', ...line, tone: 'track' }] : [];
  });
}
