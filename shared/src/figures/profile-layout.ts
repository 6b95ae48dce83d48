import { message } from './message.ts';
import type { ProfileFigure, ProfileRow } from './profile.ts';
import type { Canvas, Hotspot, LabelMark, Mark, Scene } from './scene.ts';
import { clampedLabel, fitLines, label, labelLines, widthOf } from './text-fit.ts';
import { keyLine } from './key-line.ts';

/** From this width on, name, shape and axis stand side by side. */
const WIDE = 480;
const GAP = 16;
const PILL = 8;
/** The room above and below the words of a row; less with many rows, so that a stage shows all of them at once. */
const AIR = { usual: 16, many: 8 };
const MANY = 9;

/** Where things stand in a row of the profile. */
interface Columns {
  readonly wide: boolean;
  readonly title: number;
  readonly pill: number;
  readonly air: number;
  readonly axis: { readonly x: number; readonly width: number };
}

/** Lays out the dimension profile: dots on an axis from far apart to together, a row each. */
export function layoutProfile(figure: ProfileFigure, canvas: Canvas): Scene {
  const { rows } = figure.marks;
  const columns = columnsOf(rows, canvas);
  const compared = rows.some(({ before }) => before !== null);
  const key = compared
    ? keyLine(canvas, [
        { tone: 'now', text: canvas.say(message('profile.key.now')) },
        { tone: 'before', text: canvas.say(message('profile.key.before')) },
      ])
    : { marks: [], height: 0 };
  const header = axisHeader(columns, canvas, key.height);
  const marks: Mark[] = [...key.marks, ...header.marks];
  const hotspots: Hotspot[] = [];
  let top = header.bottom;
  for (const row of rows) {
    const drawn = drawRow(row, { columns, canvas, top });
    marks.push(...drawn.marks);
    hotspots.push({
      id: row.id,
      box: { x: 0, y: top, width: canvas.width, height: drawn.bottom - top },
      detail: row.detail,
    });
    top = drawn.bottom;
  }
  return { width: canvas.width, height: top, marks, hotspots };
}

function columnsOf(rows: readonly ProfileRow[], canvas: Canvas): Columns {
  const { width } = canvas;
  const inset = canvas.style.dot + 2;
  const pill = Math.max(0, ...rows.map(({ shape }) => (shape === null ? 0 : pillWidth(canvas.say(shape), canvas))));
  if (width < WIDE) {
    return { wide: false, title: width - pill - 8, pill, air: AIR.usual, axis: { x: inset, width: width - 2 * inset } };
  }
  const longest = Math.max(0, ...rows.map(({ title }) => widthOf(canvas, title, 'strong')));
  const title = Math.min(longest, Math.floor(width * 0.32));
  const x = title + GAP + pill + GAP + inset;
  const air = rows.length < MANY ? AIR.usual : AIR.many;
  return { wide: true, title, pill, air, axis: { x, width: width - x - inset } };
}

function pillWidth(text: string, canvas: Canvas): number {
  return widthOf(canvas, text, 'small') + 2 * PILL;
}

function axisHeader(
  { axis }: Columns,
  canvas: Canvas,
  top: number,
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  const inset = canvas.style.dot + 2;
  const { lineHeight } = canvas.style.fonts.small;
  const apart = label(canvas, {
    text: canvas.say(message('axis.apart')),
    font: 'small',
    x: axis.x - inset,
    top,
    tone: 'quiet',
  });
  const together = label(canvas, {
    text: canvas.say(message('axis.together')),
    font: 'small',
    x: axis.x + axis.width + inset,
    top,
    anchor: 'end',
    tone: 'quiet',
  });
  const y = top + lineHeight / 2;
  const from = { x: apart.box.x + apart.box.width + 8, y };
  const to = { x: together.box.x - 8, y };
  const arrow: readonly Mark[] = to.x - from.x < 24 ? [] : [{ kind: 'arrow', from, to, tone: 'quiet' }];
  return { marks: [apart, together, ...arrow], bottom: top + lineHeight + 8 };
}

function drawRow(
  row: ProfileRow,
  at: { readonly columns: Columns; readonly canvas: Canvas; readonly top: number },
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  const { columns, canvas, top } = at;
  const { fonts, dot } = canvas.style;
  const names = fitLines(canvas, row.title, { font: 'strong', width: columns.title, lines: 2 });
  const textHeight = Math.max(1, names.length) * fonts.strong.lineHeight;
  const lane = fonts.small.lineHeight + 4;
  const rowHeight = columns.wide ? textHeight + columns.air : textHeight + lane + 16;
  const textTop = columns.wide ? top + columns.air / 2 : top + 4;
  const axisY = columns.wide ? top + rowHeight / 2 : textTop + textHeight + lane / 2 + 2;
  const { axis } = columns;
  const place = (share: number) => ({ x: axis.x + share * axis.width, y: axisY });
  const pillLeft = columns.wide ? columns.title + GAP : canvas.width - columns.pill;
  const pillY = columns.wide ? top + rowHeight / 2 : textTop + fonts.strong.lineHeight / 2;
  const pill = row.shape === null ? [] : pillMarks(canvas.say(row.shape), { canvas, x: pillLeft, columns, y: pillY });
  const marks: Mark[] = [
    { kind: 'line', from: { x: 0, y: top }, to: { x: canvas.width, y: top }, tone: 'grid' },
    ...labelLines(canvas, names, { font: 'strong', x: 0, top: textTop }),
    ...pill,
  ];
  if (row.now === null) {
    const text = row.note === null ? '' : canvas.say(row.note);
    const [line = ''] = fitLines(canvas, text, { font: 'small', width: canvas.width - noteLeft(columns), lines: 1 });
    marks.push(
      label(canvas, {
        text: line,
        font: 'small',
        x: noteLeft(columns),
        top: axisY - fonts.small.lineHeight / 2,
        tone: 'quiet',
      }),
    );
    return { marks, bottom: top + rowHeight };
  }
  marks.push({ kind: 'line', from: place(0), to: place(1), tone: 'track' });
  for (const end of [0, 0.5, 1]) {
    const { x, y } = place(end);
    marks.push({ kind: 'line', from: { x, y: y - 4 }, to: { x, y: y + 4 }, tone: 'track' });
  }
  if (row.before !== null) {
    if (row.before !== row.now) {
      marks.push({ kind: 'line', from: place(row.before), to: place(row.now), tone: 'move' });
    }
    const radius = row.before === row.now ? dot + 3 : dot;
    marks.push({ kind: 'dot', at: place(row.before), radius, tone: 'before' });
  }
  marks.push({ kind: 'dot', at: place(row.now), radius: dot, tone: 'now' });
  return { marks, bottom: top + rowHeight };
}

function noteLeft(columns: Columns): number {
  return columns.wide ? columns.title + GAP : 0;
}

function pillMarks(
  text: string,
  at: { readonly canvas: Canvas; readonly x: number; readonly columns: Columns; readonly y: number },
): readonly Mark[] {
  const { canvas, columns } = at;
  const { small } = canvas.style.fonts;
  const width = pillWidth(text, canvas);
  const x = columns.wide ? at.x : canvas.width - width;
  const height = small.lineHeight + 4;
  const y = at.y - height / 2;
  const words: LabelMark = clampedLabel(canvas, {
    text,
    font: 'small',
    x: x + width / 2,
    top: y + 2,
    left: x,
    right: x + width,
  });
  return [{ kind: 'rect', box: { x, y, width, height }, radius: height / 2, tone: 'zone' }, words];
}
