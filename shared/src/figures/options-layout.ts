import type { AllocationFigure } from './allocation.ts';
import type { Message } from './message.ts';
import type { OptionMarks, OptionRow } from './option-rows.ts';
import type { OrderFigure } from './order.ts';
import type { Canvas, Mark, Scene } from './scene.ts';
import type { StrengthsFigure } from './strengths.ts';
import { fitLines, label, labelLines, widthOf } from './text-fit.ts';

/** From this width on, an option stands beside its mark, not over it. */
const WIDE = 560;
const GAP = 24;
const PLACE_GAP = 12;
const VALUE_GAP = 6;
/** The air of a row; less with many, so that a stage shows all of them at once. */
const AIR = { usual: 16, many: 8 };
const MANY = 7;

interface Columns {
  readonly wide: boolean;
  readonly text: { readonly x: number; readonly width: number };
  /** The axis itself; the value of a mark stands to its right. */
  readonly axis: { readonly x: number; readonly width: number };
  readonly end: number;
  readonly air: number;
}

/** Lays out options with a place, their words, and a dot or a bar whose value stands beside it. */
export function layoutOptions(figure: OrderFigure | AllocationFigure | StrengthsFigure, canvas: Canvas): Scene {
  const { marks: of } = figure;
  if (of.note !== null) return layoutNote(of.note, canvas);
  const columns = columnsOf(of, canvas);
  const header = endsOf(of, { columns, canvas });
  const marks: Mark[] = [...header.marks];
  let top = header.bottom;
  for (const row of of.rows) {
    const drawn = drawRow(row, { of, columns, canvas, top });
    marks.push(...drawn.marks);
    top = drawn.bottom;
  }
  return { width: canvas.width, height: top, marks, hotspots: [] };
}

function layoutNote(note: Message, canvas: Canvas): Scene {
  const lines = fitLines(canvas, canvas.say(note), { font: 'label', width: canvas.width, lines: 3 });
  const height = lines.length * canvas.style.fonts.label.lineHeight;
  const marks = labelLines(canvas, lines, { font: 'label', x: 0, top: 0, tone: 'quiet' });
  return { width: canvas.width, height, marks, hotspots: [] };
}

function columnsOf({ rows, mark }: OptionMarks, canvas: Canvas): Columns {
  const { width } = canvas;
  const widest = (font: 'strong' | 'small', words: readonly (string | null)[]) =>
    Math.max(0, ...words.map((word) => (word === null ? 0 : widthOf(canvas, word, font))));
  const places = widest(
    'strong',
    rows.map(({ place }) => place && canvas.say(place)),
  );
  const values = widest(
    'strong',
    rows.map(({ value }) => canvas.say(value)),
  );
  const x = places === 0 ? 0 : places + PLACE_GAP;
  const wide = width >= WIDE;
  const text = wide ? Math.floor(width * 0.42) - x : width - x;
  const start = wide ? x + text + GAP : x;
  const inset = mark === 'dot' ? canvas.style.dot : 0;
  const room = inset + VALUE_GAP + values;
  return {
    wide,
    text: { x, width: text },
    axis: { x: start + inset, width: width - start - inset - room },
    end: width,
    air: rows.length < MANY ? AIR.usual : AIR.many,
  };
}

function endsOf(
  { ends }: OptionMarks,
  { columns, canvas }: { readonly columns: Columns; readonly canvas: Canvas },
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  if (ends === null) return { marks: [], bottom: 0 };
  const { axis } = columns;
  const inset = canvas.style.dot;
  const room = { font: 'small', width: (axis.width + 2 * inset) / 2 - 4, lines: 2 } as const;
  const low = fitLines(canvas, canvas.say(ends.low), room);
  const high = fitLines(canvas, canvas.say(ends.high), room);
  const words = { font: 'small', top: 0, tone: 'quiet' } as const;
  return {
    marks: [
      ...labelLines(canvas, low, { ...words, x: axis.x - inset }),
      ...labelLines(canvas, high, { ...words, x: axis.x + axis.width + inset, anchor: 'end' }),
    ],
    bottom: Math.max(low.length, high.length) * canvas.style.fonts.small.lineHeight + 8,
  };
}

function drawRow(
  row: OptionRow,
  at: { readonly of: OptionMarks; readonly columns: Columns; readonly canvas: Canvas; readonly top: number },
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  const { of, columns, canvas, top } = at;
  const { fonts, bar } = canvas.style;
  const { wide, text, air } = columns;
  const lines = fitLines(canvas, row.text, { font: 'label', width: text.width, lines: 3 });
  const words = lines.length * fonts.label.lineHeight;
  const lane = Math.max(fonts.strong.lineHeight, bar);
  const height = wide ? Math.max(words, lane) : words + 4 + lane;
  const wordsTop = top + air / 2 + (wide ? (height - words) / 2 : 0);
  const y = wide ? top + air / 2 + height / 2 : wordsTop + words + 4 + lane / 2;
  const place =
    row.place === null
      ? []
      : [label(canvas, { text: canvas.say(row.place), font: 'strong', x: 0, top: wordsTop, tone: 'quiet' })];
  return {
    marks: [
      { kind: 'line', from: { x: 0, y: top }, to: { x: columns.end, y: top }, tone: 'grid' },
      ...place,
      ...labelLines(canvas, lines, { font: 'label', x: text.x, top: wordsTop }),
      ...drawMark(row, { of, columns, canvas, y }),
    ],
    bottom: top + height + air,
  };
}

function drawMark(
  row: OptionRow,
  at: { readonly of: OptionMarks; readonly columns: Columns; readonly canvas: Canvas; readonly y: number },
): readonly Mark[] {
  const { of, columns, canvas, y } = at;
  const { axis } = columns;
  const { dot, bar, fonts } = canvas.style;
  const x = axis.x + Math.max(0, Math.min(1, row.at)) * axis.width;
  const value = label(canvas, {
    text: canvas.say(row.value),
    font: 'strong',
    x: x + (of.mark === 'dot' ? dot : 0) + VALUE_GAP,
    top: y - fonts.strong.lineHeight / 2,
  });
  if (of.mark === 'bar') {
    // Nothing given is a bar that can still be seen.
    const box = { x: axis.x, y: y - bar / 2, width: Math.max(2, x - axis.x), height: bar };
    return [{ kind: 'rect', box, radius: 2, tone: 'now' }, value];
  }
  const even = of.even === null ? null : axis.x + of.even * axis.width;
  return [
    ...track(axis, { y, value }),
    ...(even === null || (even > value.box.x - VALUE_GAP && even < value.box.x + value.box.width + VALUE_GAP)
      ? []
      : [{ kind: 'line', from: { x: even, y: y - 6 }, to: { x: even, y: y + 6 }, tone: 'frame' } as const]),
    { kind: 'dot', at: { x, y }, radius: dot, tone: 'now' },
    value,
  ];
}

/** The axis of a row, left out where the value stands on it. */
function track(
  axis: Columns['axis'],
  {
    y,
    value,
  }: { readonly y: number; readonly value: { readonly box: { readonly x: number; readonly width: number } } },
): readonly Mark[] {
  const right = axis.x + axis.width;
  const from = value.box.x - VALUE_GAP;
  const to = value.box.x + value.box.width + VALUE_GAP;
  const parts: readonly (readonly [number, number])[] = [
    [axis.x, Math.min(from, right)],
    [to, right],
  ];
  return parts.flatMap(([start, stop]): readonly Mark[] =>
    stop > start ? [{ kind: 'line', from: { x: start, y }, to: { x: stop, y }, tone: 'track' }] : [],
  );
}
