import { stepWord, type AgreementFigure, type BandStep } from './agreement.ts';
import { message } from './message.ts';
import type { Canvas, LabelMark, Mark, Scene, Tone } from './scene.ts';
import { clampedLabel, fitLines, label, labelLines, widthOf } from './text-fit.ts';

const SEGMENT_GAP = 4;

/** Where the values of a scale stand: `center(low)` and `center(high)` are half a step from the edges. */
interface Axis {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly center: (value: number) => number;
}

/** Lays out the answers to one question; `own` is the viewer's own answer and never part of a figure. */
export function layoutAgreement(figure: AgreementFigure, canvas: Canvas, own: number | null): Scene {
  const { low, high, ends, picture } = figure.marks;
  const { fonts, dot } = canvas.style;
  const step = canvas.width / (high - low + 1);
  const axis: Axis = { low, high, step, center: (value) => (value - low + 0.5) * step };
  const marks: Mark[] = [];
  let top = 0;
  if (picture.status === 'none') {
    const lines = fitLines(canvas, canvas.say(picture.note), { font: 'label', width: canvas.width, lines: 3 });
    marks.push(...labelLines(canvas, lines, { font: 'label', x: 0, top, tone: 'quiet' }));
    top += lines.length * fonts.label.lineHeight + 12;
  } else {
    const x = axis.center(picture.level);
    const words = clampedLabel(canvas, {
      text: canvas.say(message('agreement.mean', { level: picture.level })),
      font: 'strong',
      x,
      top,
      left: 0,
      right: canvas.width,
      tone: 'now',
    });
    marks.push(words);
    top += fonts.strong.lineHeight + 4;
    const bottom = picture.status === 'bins' ? top + fonts.small.lineHeight + 4 + canvas.style.column : top + 12;
    const bars = picture.status === 'bins' ? columns(picture.bins, axis, { canvas, bottom }) : [];
    const end = Math.min(
      bottom,
      ...bars.flatMap((mark) => (mark.kind === 'label' && spans(mark, x) ? [mark.box.y] : [])),
    );
    marks.push({ kind: 'line', from: { x, y: top }, to: { x, y: end }, tone: 'now' }, ...bars);
    top = bottom;
  }
  marks.push({ kind: 'line', from: { x: 0, y: top }, to: { x: canvas.width, y: top }, tone: 'frame' });
  if (picture.status !== 'none') {
    marks.push({ kind: 'dot', at: { x: axis.center(picture.level), y: top }, radius: dot, tone: 'now' });
  }
  top += dot + 4;
  const numbers = valueLabels(axis, { canvas, top, own });
  marks.push(...numbers.marks);
  top = numbers.bottom;
  if (ends !== null) {
    const words = endWords({ low: canvas.say(ends.low), high: canvas.say(ends.high) }, canvas, top);
    marks.push(...words.marks);
    top = words.bottom;
  }
  if (own !== null) {
    const words = ownKey(canvas, top + 8);
    marks.push(...words.marks);
    top = words.bottom;
  }
  if (picture.status === 'band') {
    const bar = bandBar(picture.step, canvas, top + 16);
    marks.push(...bar.marks);
    top = bar.bottom;
  }
  return { width: canvas.width, height: top, marks, hotspots: [] };
}

/** Whether a line down at `x` would strike through the label, or nearly. */
function spans({ box }: LabelMark, x: number): boolean {
  return x > box.x - 4 && x < box.x + box.width + 4;
}

/** Columns whose area, not height, is the number of people, so that a wide bin does not look bigger than it is. */
function columns(
  bins: readonly { readonly from: number; readonly to: number; readonly count: number }[],
  axis: Axis,
  at: { readonly canvas: Canvas; readonly bottom: number },
): readonly Mark[] {
  const { canvas, bottom } = at;
  const density = (bin: { readonly from: number; readonly to: number; readonly count: number }) =>
    bin.count / (bin.to - bin.from + 1);
  const densest = Math.max(...bins.map(density));
  const middle = (axis.low + axis.high) / 2;
  const filled = bins.filter(({ count }) => count > 0);
  const words = (count: number) => canvas.say(message('agreement.bin.label', { count }));
  const roomy = filled.every(
    (bin) => widthOf(canvas, words(bin.count), 'small') <= (bin.to - bin.from + 1) * axis.step - 8,
  );
  return filled.flatMap((bin): readonly Mark[] => {
    const height = Math.max(4, Math.round((density(bin) / densest) * canvas.style.column));
    const x = axis.center(bin.from) - axis.step / 2 + 2;
    const width = (bin.to - bin.from + 1) * axis.step - 4;
    const tone: Tone = bin.to < middle ? 'low' : bin.from > middle ? 'high' : 'middle';
    return [
      { kind: 'rect', box: { x, y: bottom - height, width, height }, radius: 2, tone },
      label(canvas, {
        text: roomy ? words(bin.count) : String(bin.count),
        font: 'small',
        x: x + width / 2,
        top: bottom - height - canvas.style.fonts.small.lineHeight - 2,
        anchor: 'middle',
      }),
    ];
  });
}

function valueLabels(
  axis: Axis,
  at: { readonly canvas: Canvas; readonly top: number; readonly own: number | null },
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  const { canvas, own } = at;
  const { lineHeight } = canvas.style.fonts.label;
  const values = Array.from({ length: axis.high - axis.low + 1 }, (_, index) => axis.low + index);
  const marks = values.flatMap((value): readonly Mark[] => {
    const x = axis.center(value);
    const words = label(canvas, {
      text: String(value),
      font: value === own ? 'strong' : 'label',
      x,
      top: at.top + 2,
      anchor: 'middle',
      tone: value === own ? 'own' : 'plain',
    });
    if (value !== own) return [words];
    const ring: Mark = {
      kind: 'dot',
      at: { x, y: at.top + 2 + lineHeight / 2 },
      radius: lineHeight / 2 + 2,
      tone: 'own',
    };
    return [ring, words];
  });
  return { marks, bottom: at.top + lineHeight + 8 };
}

function endWords(
  ends: { readonly low: string; readonly high: string },
  canvas: Canvas,
  top: number,
): { readonly marks: readonly LabelMark[]; readonly bottom: number } {
  const room = { font: 'small', width: canvas.width / 2 - 8, lines: 2 } as const;
  const low = fitLines(canvas, ends.low, room);
  const high = fitLines(canvas, ends.high, room);
  return {
    marks: [
      ...labelLines(canvas, low, { font: 'small', x: 0, top, tone: 'quiet' }),
      ...labelLines(canvas, high, { font: 'small', x: canvas.width, top, anchor: 'end', tone: 'quiet' }),
    ],
    bottom: top + Math.max(low.length, high.length) * canvas.style.fonts.small.lineHeight,
  };
}

function ownKey(canvas: Canvas, top: number): { readonly marks: readonly Mark[]; readonly bottom: number } {
  const { lineHeight } = canvas.style.fonts.small;
  const indent = lineHeight + 4;
  const lines = fitLines(canvas, canvas.say(message('agreement.own')), {
    font: 'small',
    width: canvas.width - indent,
    lines: 2,
  });
  const ring: Mark = { kind: 'dot', at: { x: lineHeight / 2, y: top + lineHeight / 2 }, radius: 6, tone: 'own' };
  return {
    marks: [ring, ...labelLines(canvas, lines, { font: 'small', x: indent, top, tone: 'quiet' })],
    bottom: top + lines.length * lineHeight,
  };
}

/** The band as a bar of equal steps from far apart to together, the reached one filled and named. */
function bandBar(
  step: BandStep,
  canvas: Canvas,
  top: number,
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  const { steps, place } = step;
  const { bar, fonts } = canvas.style;
  const width = (canvas.width - (steps - 1) * SEGMENT_GAP) / steps;
  const barTop = top + fonts.strong.lineHeight + 4;
  const segments = Array.from({ length: steps }, (_, index): Mark => ({
    kind: 'rect',
    box: { x: index * (width + SEGMENT_GAP), y: barTop, width, height: bar },
    radius: 2,
    tone: index === place ? 'now' : 'zone',
  }));
  const endsTop = barTop + bar + 4;
  return {
    marks: [
      clampedLabel(canvas, {
        text: canvas.say(stepWord(step)),
        font: 'strong',
        x: place * (width + SEGMENT_GAP) + width / 2,
        top,
        left: 0,
        right: canvas.width,
      }),
      ...segments,
      label(canvas, { text: canvas.say(message('axis.apart')), font: 'small', x: 0, top: endsTop, tone: 'quiet' }),
      label(canvas, {
        text: canvas.say(message('axis.together')),
        font: 'small',
        x: canvas.width,
        top: endsTop,
        anchor: 'end',
        tone: 'quiet',
      }),
    ],
    bottom: endsTop + fonts.small.lineHeight,
  };
}
