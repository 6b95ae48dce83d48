import type { Canvas, Mark, Tone } from './scene.ts';
import { label } from './text-fit.ts';

/** A key in one line, or in as many as the width needs: a dot and its word, side by side. */
export function keyLine(
  canvas: Canvas,
  entries: readonly { readonly tone: Tone; readonly text: string }[],
): { readonly marks: readonly Mark[]; readonly height: number } {
  const { lineHeight } = canvas.style.fonts.small;
  const { dot } = canvas.style;
  const marks: Mark[] = [];
  let x = 0;
  let top = 0;
  for (const { tone, text } of entries) {
    const wordAt = 2 * dot + 8;
    const words = label(canvas, { text, font: 'small', x: x + wordAt, top, tone: 'quiet' });
    if (x > 0 && words.box.x + words.box.width > canvas.width) {
      x = 0;
      top += lineHeight;
    }
    marks.push(
      { kind: 'dot', at: { x: x + dot + 1, y: top + lineHeight / 2 }, radius: dot - 1, tone },
      label(canvas, { text, font: 'small', x: x + wordAt, top, tone: 'quiet' }),
    );
    x += wordAt + words.box.width + 16;
  }
  return { marks, height: top + lineHeight + 8 };
}
