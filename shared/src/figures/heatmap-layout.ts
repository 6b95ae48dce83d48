import type { HeatCell, HeatmapFigure } from './heatmap.ts';
import { message } from './message.ts';
import type { Box, Canvas, Hotspot, Mark, Scene } from './scene.ts';
import { fitLines, label, labelLines, widthOf } from './text-fit.ts';

const GAP = 4;
const PAD = 8;
/** Room under a word for its place on the axis from far apart to together. */
const LANE = 12;
const HATCH = 8;
/** Narrower cells cannot hold a word: then each group has a line of its own under its dimension. */
const NARROWEST_CELL = 80;
/** A group that is held needs room for its name only. */
const HELD = 76;

/** Lays out the heatmap: a table of places, each a word and a dot between far apart and together. */
export function layoutHeatmap(figure: HeatmapFigure, canvas: Canvas): Scene {
  const { columns, rows } = figure.marks;
  const longest = Math.max(0, ...rows.map(({ title }) => widthOf(canvas, title, 'strong')));
  const title = Math.min(longest, Math.floor(canvas.width * 0.28)) + GAP * 2;
  const held = columns.filter((column) => column.held).length;
  const shown = columns.length - held;
  const cell = (canvas.width - title - held * (HELD + GAP)) / Math.max(1, shown) - GAP;
  return cell >= NARROWEST_CELL ? asTable(figure, canvas, { title, cell }) : asLines(figure, canvas);
}

function asTable(
  figure: HeatmapFigure,
  canvas: Canvas,
  { title, cell }: { readonly title: number; readonly cell: number },
): Scene {
  const { columns, rows } = figure.marks;
  const { small, strong } = canvas.style.fonts;
  // Held groups come last.
  const shown = columns.filter((column) => !column.held).length;
  const left = (place: number) =>
    title + Math.min(place, shown) * (cell + GAP) + Math.max(0, place - shown) * (HELD + GAP);
  const widthAt = (place: number) => (place < shown ? cell : HELD);
  const marks: Mark[] = [];
  const heads = columns.map((column, place) =>
    fitLines(canvas, canvas.say(column.label), { font: 'small', width: widthAt(place), lines: 2 }),
  );
  const headLines = Math.max(1, ...heads.map((lines) => lines.length));
  const count = headLines * small.lineHeight;
  for (const [place, column] of columns.entries()) {
    marks.push(...labelLines(canvas, heads[place] ?? [], { font: 'small', x: left(place), top: 0 }));
    if (column.people === null) continue;
    const text = canvas.say(message('heatmap.people', { n: column.people }));
    const [line = ''] = fitLines(canvas, text, { font: 'small', width: cell, lines: 1 });
    marks.push(label(canvas, { text: line, font: 'small', x: left(place), top: count, tone: 'quiet' }));
  }
  let top = count + small.lineHeight + PAD;
  const hotspots: Hotspot[] = [];
  for (const row of rows) {
    const names = fitLines(canvas, row.title, { font: 'strong', width: title - GAP * 2, lines: 2 });
    const wordLines = row.cells.map(({ word }, place) =>
      columns[place]?.held === true ? [] : wrapped(canvas, canvas.say(word), cell - 2 * PAD),
    );
    const lines = Math.max(1, ...wordLines.map((words) => words.length));
    const height = Math.max(lines * small.lineHeight + LANE + PAD * 1.5, names.length * strong.lineHeight + PAD);
    marks.push(
      ...labelLines(canvas, names, {
        font: 'strong',
        x: 0,
        top: top + (height - names.length * strong.lineHeight) / 2,
      }),
    );
    for (const [place, one] of row.cells.entries()) {
      const box = { x: left(place), y: top, width: widthAt(place), height };
      marks.push(...drawCell(one, { canvas, box, words: wordLines[place] ?? [] }));
    }
    hotspots.push({ id: row.id, box: { x: 0, y: top, width: canvas.width, height }, detail: row.detail });
    top += height + GAP;
  }
  return { width: canvas.width, height: top, marks, hotspots };
}

function wrapped(canvas: Canvas, text: string, width: number): readonly string[] {
  return fitLines(canvas, text, { font: 'small', width, lines: 2 });
}

/** Each dimension over its groups, a line for each: for a side panel. Notes say which groups are held. */
function asLines(figure: HeatmapFigure, canvas: Canvas): Scene {
  const { columns, rows } = figure.marks;
  const { small, strong } = canvas.style.fonts;
  const marks: Mark[] = [];
  const hotspots: Hotspot[] = [];
  const name = Math.floor(canvas.width * 0.42);
  const width = canvas.width - name - GAP;
  let top = 0;
  for (const row of rows) {
    const from = top;
    const names = fitLines(canvas, row.title, { font: 'strong', width: canvas.width, lines: 2 });
    marks.push(
      { kind: 'line', from: { x: 0, y: top }, to: { x: canvas.width, y: top }, tone: 'grid' },
      ...labelLines(canvas, names, { font: 'strong', x: 0, top: top + GAP }),
    );
    top += names.length * strong.lineHeight + GAP * 2;
    for (const [place, one] of row.cells.entries()) {
      const column = columns[place];
      if (column?.held !== false) continue;
      const words = wrapped(canvas, canvas.say(one.word), width - 2 * PAD);
      const height = words.length * small.lineHeight + LANE + PAD;
      const lines = fitLines(canvas, canvas.say(column.label), { font: 'small', width: name - GAP, lines: 2 });
      const start = top + (height - lines.length * small.lineHeight) / 2;
      marks.push(
        ...labelLines(canvas, lines, { font: 'small', x: 0, top: start }),
        ...drawCell(one, { canvas, words, box: { x: name + GAP, y: top, width, height } }),
      );
      top += height + GAP;
    }
    hotspots.push({ id: row.id, box: { x: 0, y: from, width: canvas.width, height: top - from }, detail: row.detail });
    top += GAP;
  }
  return { width: canvas.width, height: top, marks, hotspots };
}

function drawCell(
  cell: HeatCell,
  at: { readonly canvas: Canvas; readonly box: Box; readonly words: readonly string[] },
): readonly Mark[] {
  const { canvas, box, words } = at;
  const { small } = canvas.style.fonts;
  const lane = cell.together === null ? 0 : LANE;
  const top = box.y + (box.height - words.length * small.lineHeight - lane) / 2;
  const text = { font: 'small', x: box.x + PAD, top } as const;
  if (cell.together === null) {
    const widest = Math.max(0, ...words.map((line) => widthOf(canvas, line, 'small')));
    const behind: Box = {
      x: box.x + PAD - 4,
      y: top,
      width: Math.min(widest + 8, box.width - PAD),
      height: words.length * small.lineHeight,
    };
    return [
      { kind: 'rect', box, radius: 4, tone: 'corner' },
      ...hatching(box),
      { kind: 'rect', box: behind, radius: 2, tone: 'corner' },
      ...labelLines(canvas, words, { ...text, tone: 'quiet' }),
    ];
  }
  const y = top + words.length * small.lineHeight + LANE / 2;
  const radius = 4;
  const [from, to] = [box.x + PAD + radius, box.x + box.width - PAD - radius];
  return [
    { kind: 'rect', box, radius: 4, tone: 'zone' },
    ...labelLines(canvas, words, text),
    { kind: 'line', from: { x: from, y }, to: { x: to, y }, tone: 'track' },
    { kind: 'dot', at: { x: from + cell.together * (to - from), y }, radius, tone: 'now' },
  ];
}

/** Slanted lines across a box. */
function hatching({ x, y, width, height }: Box): readonly Mark[] {
  const marks: Mark[] = [];
  for (let at = HATCH; at < width + height; at += HATCH) {
    const [over, past] = [Math.max(0, at - height), Math.max(0, at - width)];
    marks.push({
      kind: 'line',
      from: { x: x + over, y: y + Math.min(at, height) },
      to: { x: x + Math.min(at, width), y: y + past },
      tone: 'grid',
    });
  }
  return marks;
}
