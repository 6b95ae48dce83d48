import { axisEnds, changeMarks } from './before-after-layout.ts';
import { message } from './message.ts';
import type { MeterFigure, MeterPlace } from './meter.ts';
import type { Canvas, Mark, Scene } from './scene.ts';
import { fitLines, label, labelLines } from './text-fit.ts';

const PLACES: readonly MeterPlace[] = ['further-apart', 'settled', 'closer'];
const GAP = 4;

/** Lays out the convergence meter: three named steps with the reached one filled, the change, and what to do. */
export function layoutMeter(figure: MeterFigure, canvas: Canvas): Scene {
  const { place, advice, change } = figure.marks;
  const { fonts, bar, dot } = canvas.style;
  const { width } = canvas;
  const marks: Mark[] = [];
  let top = 0;
  const lines = fitLines(canvas, canvas.say(advice), { font: 'label', width, lines: 3 });
  marks.push(...labelLines(canvas, lines, { font: 'label', x: 0, top }));
  top += lines.length * fonts.label.lineHeight + 12;
  const step = (width - 2 * GAP) / 3;
  const tall = Math.max(bar, fonts.small.lineHeight + 8);
  for (const [index, name] of PLACES.entries()) {
    const x = index * (step + GAP);
    marks.push({
      kind: 'rect',
      box: { x, y: top, width: step, height: tall },
      radius: 4,
      tone: name === place ? 'now' : 'zone',
    });
    const [text = ''] = fitLines(canvas, canvas.say(message(`moved.${name}`)), {
      font: 'small',
      width: step,
      lines: 1,
    });
    marks.push(
      label(canvas, {
        text,
        font: 'small',
        x: x + step / 2,
        top: top + (tall - fonts.small.lineHeight) / 2,
        anchor: 'middle',
        tone: name === place ? 'inverted' : 'quiet',
      }),
    );
  }
  top += tall;
  if (change.status === 'shown') {
    top += 12;
    marks.push(...axisEnds(canvas, { left: 0, right: width, top }));
    top += fonts.small.lineHeight + 4;
    const y = top + dot + 4;
    marks.push(...changeMarks(change, { lane: { x: 0, width, y }, canvas }));
    top = y + dot + 4;
    return { width, height: top, marks, hotspots: [] };
  }
  const note = fitLines(canvas, canvas.say(change.note), { font: 'small', width, lines: 2 });
  marks.push(...labelLines(canvas, note, { font: 'small', x: 0, top: top + 8, tone: 'quiet' }));
  return { width, height: top + 8 + note.length * fonts.small.lineHeight, marks, hotspots: [] };
}
