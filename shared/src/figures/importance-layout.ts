import type { ImportanceFigure, ImportancePoint } from './importance.ts';
import { leaderEnd, placeLabels } from './label-placement.ts';
import { message } from './message.ts';
import { onGrid, type Box, type Canvas, type LabelMark, type Mark, type Point, type Scene } from './scene.ts';
import { fitLines, label, labelLines, widthOf } from './text-fit.ts';

/** Air around a label, so that neighbours do not touch. */
const AIR = 2;
/** A label further from its dot than this gets a leader line. */
const LEADER = 12;

interface Wrapped {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Lays out the importance by divergence map; the plot grows taller until every label has its own room. */
export function layoutImportance(figure: ImportanceFigure, canvas: Canvas): Scene {
  const { points } = figure.marks;
  const words = points.map((point) => wrapped(point, canvas));
  let height = onGrid(Math.max(220, Math.min(440, canvas.width * 0.56)));
  for (;;) {
    const plot = plotBox(canvas, height);
    const dots = spreadDots(points, plot, canvas.style.dot);
    const boxes = placeLabels({
      labels: words.map(({ width, height: tall }, index) => ({
        width: width + 2 * AIR,
        height: tall + 2 * AIR,
        dot: dots[index] ?? { x: 0, y: 0 },
      })),
      frame: plot,
      clearance: canvas.style.dot + 2,
      keepOff: midlines(plot),
    });
    if (boxes !== null) return draw({ points, words, boxes, dots, plot, canvas });
    height += onGrid(canvas.style.fonts.label.lineHeight);
  }
}

function wrapped(point: ImportancePoint, canvas: Canvas): Wrapped {
  const font = fontOf(point);
  const room = Math.floor(Math.min(canvas.width * 0.45, canvas.style.fonts.label.size * 12));
  const lines = fitLines(canvas, point.title, { font, width: room, lines: 2 });
  return {
    lines,
    width: Math.max(...lines.map((line) => widthOf(canvas, line, font))),
    height: lines.length * canvas.style.fonts[font].lineHeight,
  };
}

function fontOf({ first }: ImportancePoint): 'strong' | 'label' {
  return first ? 'strong' : 'label';
}

function plotBox(canvas: Canvas, height: number): Box {
  const { lineHeight } = canvas.style.fonts.small;
  return { x: 0, y: lineHeight + 4, width: canvas.width, height };
}

/** Where the dots stand; ones that would hide each other move apart, the first of them stays. */
function spreadDots(points: readonly ImportancePoint[], plot: Box, radius: number): readonly Point[] {
  const inset = 2 * radius + 4;
  const apart = 2 * radius + 2;
  const placed: Point[] = [];
  for (const { importance, divergence } of points) {
    const home = {
      x: plot.x + inset + importance * (plot.width - 2 * inset),
      y: plot.y + inset + (1 - divergence) * (plot.height - 2 * inset),
    };
    placed.push(freeSpot(home, placed, { apart, plot, radius }));
  }
  return placed;
}

function freeSpot(
  home: Point,
  taken: readonly Point[],
  room: { readonly apart: number; readonly plot: Box; readonly radius: number },
): Point {
  const { apart, plot, radius } = room;
  const isFree = (spot: Point) =>
    spot.x >= plot.x + radius &&
    spot.x <= plot.x + plot.width - radius &&
    spot.y >= plot.y + radius &&
    spot.y <= plot.y + plot.height - radius &&
    taken.every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) >= apart - 0.01);
  if (isFree(home)) return home;
  for (let ring = 1; ring <= taken.length + 1; ring += 1) {
    for (let turn = 0; turn < 6 * ring; turn += 1) {
      const angle = (turn / (6 * ring)) * 2 * Math.PI;
      const spot = { x: home.x + ring * apart * Math.cos(angle), y: home.y + ring * apart * Math.sin(angle) };
      if (isFree(spot)) return spot;
    }
  }
  return home;
}

function draw(from: {
  readonly points: readonly ImportancePoint[];
  readonly words: readonly Wrapped[];
  readonly boxes: readonly Box[];
  readonly dots: readonly Point[];
  readonly plot: Box;
  readonly canvas: Canvas;
}): Scene {
  const { points, words, boxes, dots, plot, canvas } = from;
  const leaders: Mark[] = [];
  const circles: Mark[] = [];
  const labels: LabelMark[] = [];
  const hotspots = points.flatMap((point, index) => {
    const [box, dot, text] = [boxes[index], dots[index], words[index]];
    if (box === undefined || dot === undefined || text === undefined) return [];
    const end = leaderEnd(dot, box);
    if (Math.hypot(end.x - dot.x, end.y - dot.y) > LEADER) {
      leaders.push({ kind: 'line', from: dot, to: end, tone: 'leader' });
    }
    circles.push({ kind: 'dot', at: dot, radius: canvas.style.dot, tone: point.first ? 'now' : 'quiet' });
    const font = fontOf(point);
    const onRight = box.x + box.width / 2 < dot.x - box.width / 4;
    labels.push(
      ...labelLines(canvas, text.lines, {
        font,
        x: onRight ? box.x + box.width - AIR : box.x + AIR,
        top: box.y + AIR,
        anchor: onRight ? 'end' : 'start',
      }),
    );
    return [{ id: point.id, box, detail: point.detail }];
  });
  return {
    width: canvas.width,
    height: plot.y + plot.height + canvas.style.fonts.small.lineHeight + 4,
    marks: [...plotMarks(plot, canvas), ...leaders, ...circles, ...labels],
    hotspots,
  };
}

/** The two lines that part the plot into quarters, as boxes a pixel thin. */
function midlines({ x, y, width, height }: Box): readonly Box[] {
  return [
    { x, y: y + height / 2, width, height: 1 },
    { x: x + width / 2, y, width: 1, height },
  ];
}

function plotMarks(plot: Box, canvas: Canvas): readonly Mark[] {
  const right = plot.x + plot.width;
  const bottom = plot.y + plot.height;
  const below = bottom + 4;
  const middle = { x: plot.x + plot.width / 2, y: plot.y + plot.height / 2 };
  const axisWord = (
    key: 'axis.apart' | 'axis.matters-less' | 'axis.matters-more',
    of: { readonly x: number; readonly top: number; readonly anchor: LabelMark['anchor'] },
  ) => label(canvas, { text: canvas.say(message(key)), font: 'small', tone: 'quiet', ...of });
  return [
    {
      kind: 'rect',
      box: { x: middle.x, y: plot.y, width: plot.width / 2, height: plot.height / 2 },
      radius: 0,
      tone: 'corner',
    },
    { kind: 'line', from: { x: plot.x, y: middle.y }, to: { x: right, y: middle.y }, tone: 'grid' },
    { kind: 'line', from: { x: middle.x, y: plot.y }, to: { x: middle.x, y: bottom }, tone: 'grid' },
    { kind: 'line', from: { x: plot.x, y: plot.y }, to: { x: plot.x, y: bottom }, tone: 'frame' },
    { kind: 'line', from: { x: plot.x, y: bottom }, to: { x: right, y: bottom }, tone: 'frame' },
    axisWord('axis.apart', { x: plot.x, top: plot.y - canvas.style.fonts.small.lineHeight - 4, anchor: 'start' }),
    axisWord('axis.matters-less', { x: plot.x, top: below, anchor: 'start' }),
    axisWord('axis.matters-more', { x: right, top: below, anchor: 'end' }),
  ];
}
