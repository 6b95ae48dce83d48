import type { Canvas, FontRole, LabelMark, TextTone } from './scene.ts';

const ELLIPSIS = '…';
/** How far under the middle of a line the baseline lies, in font sizes. */
const BASELINE = 0.35;

/** Width of a text in whole pixels. */
export function widthOf(canvas: Canvas, text: string, font: FontRole): number {
  return Math.ceil(canvas.measureText(text, canvas.style.fonts[font]));
}

/** Breaks a text into at most `lines` lines no wider than `width`; what does not fit ends in an ellipsis. */
export function fitLines(
  canvas: Canvas,
  text: string,
  room: { readonly font: FontRole; readonly width: number; readonly lines: number },
): readonly string[] {
  const fits = (line: string) => widthOf(canvas, line, room.font) <= room.width;
  const words = text.split(/\s+/).filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (lines.length === room.lines - 1 || line === '') {
      const rest = [line, ...words.slice(index)].filter((part) => part !== '').join(' ');
      return [...lines, cut(rest, fits)];
    }
    lines.push(line);
    line = word;
    if (!fits(line)) return [...lines, cut(words.slice(index).join(' '), fits)];
  }
  return line === '' ? lines : [...lines, line];
}

/** A label whose line starts at `top`. */
export function label(
  canvas: Canvas,
  of: {
    readonly text: string;
    readonly font: FontRole;
    readonly x: number;
    readonly top: number;
    readonly anchor?: LabelMark['anchor'];
    readonly tone?: TextTone;
  },
): LabelMark {
  const { text, font, x, top, anchor = 'start', tone = 'plain' } = of;
  const { size, lineHeight } = canvas.style.fonts[font];
  const width = widthOf(canvas, text, font);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return {
    kind: 'label',
    text,
    font,
    tone,
    anchor,
    x,
    baseline: top + lineHeight / 2 + size * BASELINE,
    box: { x: left, y: top, width, height: lineHeight },
  };
}

/** A centred label pushed inwards as far as needed to stay between `left` and `right`. */
export function clampedLabel(
  canvas: Canvas,
  of: Parameters<typeof label>[1] & { readonly left: number; readonly right: number },
): LabelMark {
  const half = widthOf(canvas, of.text, of.font) / 2;
  const x = Math.max(of.left + half, Math.min(of.right - half, of.x));
  return label(canvas, { ...of, x, anchor: 'middle' });
}

/** The labels of lines set one under the other. */
export function labelLines(
  canvas: Canvas,
  lines: readonly string[],
  of: Omit<Parameters<typeof label>[1], 'text'>,
): readonly LabelMark[] {
  const { lineHeight } = canvas.style.fonts[of.font];
  return lines.map((text, index) => label(canvas, { ...of, text, top: of.top + index * lineHeight }));
}

function cut(text: string, fits: (line: string) => boolean): string {
  if (fits(text)) return text;
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  let keep = letters.length;
  while (keep > 0 && !fits(letters.slice(0, keep).join('').trimEnd() + ELLIPSIS)) keep -= 1;
  return letters.slice(0, keep).join('').trimEnd() + ELLIPSIS;
}
