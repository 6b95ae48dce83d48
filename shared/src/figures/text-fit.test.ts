import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STYLES, type Canvas } from './scene.ts';
import { clampedLabel, fitLines, widthOf } from './text-fit.ts';

const canvas: Canvas = {
  width: 300,
  style: STYLES.panel,
  measureText: (text) => text.length * 10,
  say: ({ key }) => key,
};

describe('fitLines', () => {
  it('breaks between words', () => {
    expect(fitLines(canvas, 'we know which one gives way', { font: 'label', width: 130, lines: 3 })).toEqual([
      'we know which',
      'one gives way',
    ]);
  });

  it('ends in an ellipsis what does not fit', () => {
    expect(fitLines(canvas, 'we know which one gives way', { font: 'label', width: 80, lines: 2 })).toEqual([
      'we know',
      'which o…',
    ]);
    expect(fitLines(canvas, 'responsibilities', { font: 'label', width: 80, lines: 2 })).toEqual(['respons…']);
  });

  it('never cuts a letter made of several code points in two', () => {
    const family = '👩‍👩‍👧';
    expect(fitLines(canvas, family.repeat(3), { font: 'label', width: family.length * 10 + 10, lines: 1 })).toEqual([
      `${family}…`,
    ]);
  });

  it('stays within its lines and its width for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        fc.integer({ min: 10, max: 400 }),
        fc.integer({ min: 1, max: 3 }),
        (text, width, most) => {
          const lines = fitLines(canvas, text, { font: 'label', width, lines: most });
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(widthOf(canvas, line, 'label')).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe('clampedLabel', () => {
  it('pushes a centred label inwards at the edges', () => {
    const at = (x: number) =>
      clampedLabel(canvas, { text: 'mean', font: 'label', x, top: 0, left: 0, right: 300 }).box.x;
    expect([at(5), at(150), at(299)]).toEqual([0, 130, 260]);
  });
});
