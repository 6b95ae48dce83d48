import type { BeforeAfterFigure, BeforeAfterRow } from './before-after.ts';
import { keyLine } from './key-line.ts';
import { message } from './message.ts';
import { laneColumns, layoutRows, type Lane } from './rows-layout.ts';
import type { Canvas, Mark, Point, Scene } from './scene.ts';
import { fitLines, label, labelLines, widthOf } from './text-fit.ts';

/** Lays out the dumbbell: a hollow dot before, an arrow, a full dot after, and the move in a word. */
export function layoutBeforeAfter(figure: BeforeAfterFigure, canvas: Canvas): Scene {
  const { rows } = figure.marks;
  const { small } = canvas.style.fonts;
  const moved = Math.max(
    0,
    ...rows.map(({ change }) =>
      change.status === 'shown' ? widthOf(canvas, canvas.say(change.moved), 'strong') + 16 : 0,
    ),
  );
  const key = keyLine(canvas, [
    { tone: 'before', text: canvas.say(message('before-after.key.before')) },
    { tone: 'now', text: canvas.say(message('before-after.key.after')) },
  ]);
  const columns = laneColumns(canvas);
  const ends = axisEnds(canvas, { left: columns.x, right: columns.x + columns.width - moved, top: key.height });
  const laneHeight = Math.max(2 * small.lineHeight, 32);
  const body = layoutRows(rows, {
    canvas,
    top: key.height + small.lineHeight + 8,
    laneHeight,
    drawLane: (row, lane) => drawChange(row.change, { lane: { ...lane, width: lane.width - moved }, canvas }),
  });
  return { width: canvas.width, height: body.bottom, marks: [...key.marks, ...ends, ...body.marks], hotspots: [] };
}

/** "far apart" and "together" over the ends of an axis. */
export function axisEnds(
  canvas: Canvas,
  at: { readonly left: number; readonly right: number; readonly top: number },
): readonly Mark[] {
  const words = { font: 'small', top: at.top, tone: 'quiet' } as const;
  return [
    label(canvas, { ...words, text: canvas.say(message('axis.apart')), x: at.left }),
    label(canvas, { ...words, text: canvas.say(message('axis.together')), x: at.right, anchor: 'end' }),
  ];
}

/** A change on an axis from far apart to together. */
export function changeMarks(
  change: Extract<BeforeAfterRow['change'], { status: 'shown' }>,
  at: { readonly lane: Lane; readonly canvas: Canvas },
): readonly Mark[] {
  const { lane, canvas } = at;
  const { dot } = canvas.style;
  const inset = dot + 4;
  const place = (share: number): Point => ({ x: lane.x + inset + share * (lane.width - 2 * inset), y: lane.y });
  const [before, after] = [place(change.before), place(change.after)];
  const track: readonly Mark[] = [
    { kind: 'line', from: place(0), to: place(1), tone: 'track' },
    ...[0, 0.5, 1].map((end): Mark => {
      const { x, y } = place(end);
      return { kind: 'line', from: { x, y: y - 4 }, to: { x, y: y + 4 }, tone: 'track' };
    }),
  ];
  if (change.before === change.after) {
    return [
      ...track,
      { kind: 'dot', at: before, radius: dot + 3, tone: 'before' },
      { kind: 'dot', at: after, radius: dot, tone: 'now' },
    ];
  }
  const towards = Math.sign(after.x - before.x);
  return [
    ...track,
    {
      kind: 'arrow',
      from: { x: before.x + towards * dot, y: lane.y },
      to: { x: after.x - towards * (dot + 2), y: lane.y },
      tone: 'move',
    },
    { kind: 'dot', at: before, radius: dot, tone: 'before' },
    { kind: 'dot', at: after, radius: dot, tone: 'now' },
  ];
}

function drawChange(
  change: BeforeAfterRow['change'],
  at: { readonly lane: Lane; readonly canvas: Canvas },
): readonly Mark[] {
  const { lane, canvas } = at;
  const { strong, small } = canvas.style.fonts;
  if (change.status === 'none') {
    const lines = fitLines(canvas, canvas.say(change.note), { font: 'small', width: lane.width, lines: 2 });
    const top = lane.y - (lines.length * small.lineHeight) / 2;
    return labelLines(canvas, lines, { font: 'small', x: lane.x, top, tone: 'quiet' });
  }
  const word = label(canvas, {
    text: canvas.say(change.moved),
    font: 'strong',
    x: lane.x + lane.width + 16,
    top: lane.y - strong.lineHeight / 2,
  });
  return [...changeMarks(change, at), word];
}
