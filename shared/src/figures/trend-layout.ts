import { message } from './message.ts';
import type { Canvas, Hotspot, Mark, Point, Scene } from './scene.ts';
import { clampedLabel, fitLines, label, labelLines, widthOf } from './text-fit.ts';
import type { TrendColumn, TrendFigure, TrendSeries } from './trend.ts';

const LABEL_GAP = 12;
/** How far lines that share a place stand apart. */
const DODGE = 5;
const HOTSPOT = 24;

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lays out trend lines with their names at the right end and the number of answers under each meeting. */
export function layoutTrend(figure: TrendFigure, canvas: Canvas): Scene {
  const { columns, series } = figure.marks;
  const { fonts, dot } = canvas.style;
  const names = series.map(({ title, focus }) =>
    fitLines(canvas, title, {
      font: focus ? 'strong' : 'label',
      width: Math.floor(canvas.width * 0.38),
      lines: 1,
    }).join(''),
  );
  const nameRoom = Math.max(
    0,
    ...names.map((name, index) => widthOf(canvas, name, series[index]?.focus === true ? 'strong' : 'label')),
  );
  const height = Math.max(
    Math.min(320, Math.max(144, Math.round((canvas.width * 0.3) / 4) * 4)),
    series.length * fonts.label.lineHeight + 24,
  );
  const firstHalf = columnWidth(columns[0], canvas) / 2;
  const breaks = columns.some(({ breakMark }) => breakMark !== null);
  const top = (breaks ? 2 : 1) * fonts.small.lineHeight + 4;
  const plot: Plot = {
    left: Math.max(firstHalf, dot + 4),
    right: canvas.width - nameRoom - LABEL_GAP - dot,
    top,
    bottom: top + height,
  };
  const spots = seriesPoints(series, columns.length, plot);
  const marks: Mark[] = [
    ...axisMarks(plot, canvas),
    ...columnMarks(columns, plot, canvas),
    ...series.flatMap((line, index) => lineMarks({ line, index, spots: spots[index] ?? [], columns, canvas })),
    ...nameMarks(series, names, { spots, plot, canvas }),
  ];
  const hotspots = series.flatMap((line, index) =>
    line.points.flatMap((point, wave): readonly Hotspot[] => {
      const spot = spots[index]?.[wave] ?? null;
      if (point === null || spot === null) return [];
      const box = { x: spot.x - HOTSPOT / 2, y: spot.y - HOTSPOT / 2, width: HOTSPOT, height: HOTSPOT };
      return [{ id: `${line.id}:${String(wave)}`, box, detail: point.detail }];
    }),
  );
  return { width: canvas.width, height: plot.bottom + 8 + 3 * fonts.small.lineHeight, marks, hotspots };
}

function columnX(index: number, count: number, plot: Plot): number {
  return count < 2 ? (plot.left + plot.right) / 2 : plot.left + (index / (count - 1)) * (plot.right - plot.left);
}

function columnWidth(column: TrendColumn | undefined, canvas: Canvas): number {
  if (column === undefined) return 0;
  return Math.max(
    widthOf(canvas, canvas.say(column.date), 'small'),
    widthOf(canvas, canvas.say(column.answered), 'small'),
  );
}

/** Points of every series; where several share a place they stand a little apart, in the order of the series. */
function seriesPoints(
  series: readonly TrendSeries[],
  count: number,
  plot: Plot,
): readonly (readonly (Point | null)[])[] {
  return series.map((line, own) =>
    line.points.map((point, wave) => {
      if (point === null) return null;
      const sharing = series.flatMap((other, index) =>
        other.points[wave]?.together === point.together ? [index] : [],
      );
      const shift = (sharing.indexOf(own) - (sharing.length - 1) / 2) * DODGE;
      const inset = DODGE * 2 + 4;
      const y = plot.bottom - inset - point.together * (plot.bottom - plot.top - 2 * inset);
      return { x: columnX(wave, count, plot), y: y + shift };
    }),
  );
}

function axisMarks(plot: Plot, canvas: Canvas): readonly Mark[] {
  const right = plot.right + LABEL_GAP / 2;
  const words = { font: 'small', x: 0, tone: 'quiet' } as const;
  return [
    label(canvas, { ...words, text: canvas.say(message('axis.together')), top: 0 }),
    label(canvas, { ...words, text: canvas.say(message('axis.apart')), top: plot.bottom + 4 }),
    { kind: 'line', from: { x: 0, y: plot.top }, to: { x: right, y: plot.top }, tone: 'grid' },
    { kind: 'line', from: { x: 0, y: plot.bottom }, to: { x: right, y: plot.bottom }, tone: 'frame' },
  ];
}

function columnMarks(columns: readonly TrendColumn[], plot: Plot, canvas: Canvas): readonly Mark[] {
  const { small } = canvas.style.fonts;
  const dates = plot.bottom + small.lineHeight + 8;
  let free = 0;
  return columns.flatMap((column, index): readonly Mark[] => {
    const x = columnX(index, columns.length, plot);
    const words = { font: 'small', x, left: 0, right: canvas.width, tone: 'quiet' } as const;
    const date = clampedLabel(canvas, { ...words, text: canvas.say(column.date), top: dates });
    const answered = clampedLabel(canvas, {
      ...words,
      text: canvas.say(column.answered),
      top: dates + small.lineHeight,
    });
    const shown = date.box.x >= free && answered.box.x >= free;
    if (shown) free = Math.max(date.box.x + date.box.width, answered.box.x + answered.box.width) + 8;
    const marks: Mark[] = shown ? [date, answered] : [];
    if (column.breakMark === null) return marks;
    const between = x - (columnX(1, columns.length, plot) - columnX(0, columns.length, plot)) / 2;
    return [
      ...marks,
      { kind: 'line', from: { x: between, y: plot.top }, to: { x: between, y: plot.bottom }, tone: 'break' },
      label(canvas, {
        text: column.breakMark,
        font: 'small',
        x: between,
        top: plot.top - small.lineHeight,
        anchor: 'middle',
        tone: 'quiet',
      }),
    ];
  });
}

function lineMarks(from: {
  readonly line: TrendSeries;
  readonly index: number;
  readonly spots: readonly (Point | null)[];
  readonly columns: readonly TrendColumn[];
  readonly canvas: Canvas;
}): readonly Mark[] {
  const { line, spots, columns, canvas } = from;
  const tone = line.focus ? 'now' : 'quiet';
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const [wave, spot] of spots.entries()) {
    if (spot === null || columns[wave]?.breakMark !== null) {
      runs.push(run);
      run = [];
    }
    if (spot !== null) run.push(spot);
  }
  runs.push(run);
  const radius = line.focus ? canvas.style.dot - 1 : canvas.style.dot - 2;
  return [
    ...runs
      .filter((points) => points.length > 1)
      .map((points): Mark => ({ kind: 'path', points, tone, dash: line.focus ? 0 : from.index })),
    ...spots.flatMap((at): readonly Mark[] => (at === null ? [] : [{ kind: 'dot', at, radius, tone }])),
  ];
}

/** Names beside the last point of their lines, pushed apart just as far as needed. */
function nameMarks(
  series: readonly TrendSeries[],
  names: readonly string[],
  at: { readonly spots: readonly (readonly (Point | null)[])[]; readonly plot: Plot; readonly canvas: Canvas },
): readonly Mark[] {
  const { spots, plot, canvas } = at;
  const { lineHeight } = canvas.style.fonts.label;
  const wanted = series
    .map((line, index) => {
      const last = spots[index]?.findLast((spot) => spot !== null) ?? { x: plot.right, y: plot.bottom };
      return { line, name: names[index] ?? '', last, top: last.y - lineHeight / 2 };
    })
    .toSorted((a, b) => a.top - b.top);
  let ceiling = plot.bottom;
  let floor = plot.top - lineHeight / 2;
  const down = wanted.map((entry) => {
    const top = Math.max(entry.top, floor);
    floor = top + lineHeight;
    return { ...entry, top };
  });
  const settled = down.toReversed().map((entry) => {
    const top = Math.min(entry.top, ceiling - lineHeight);
    ceiling = top;
    return { ...entry, top };
  });
  const x = plot.right + LABEL_GAP + canvas.style.dot;
  return settled.flatMap(({ line, name, last, top }): readonly Mark[] => [
    {
      kind: 'line',
      from: { x: last.x + canvas.style.dot + 2, y: last.y },
      to: { x: x - 4, y: top + lineHeight / 2 },
      tone: 'leader',
    },
    ...labelLines(canvas, [name], {
      font: line.focus ? 'strong' : 'label',
      x,
      top,
      tone: line.focus ? 'now' : 'plain',
    }),
  ]);
}
