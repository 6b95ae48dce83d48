import { describe, expect, it } from '@jest/globals';
import { sampleExhibits } from '@plumbline/shared/testing/exhibits';
import { pictureOf } from './picture-of.ts';
import { fitted, PICTURE, type Shape } from './shapes.ts';

describe('the preview of an exhibit', () => {
  it.each(sampleExhibits().map((exhibit) => [exhibit.key.figure, exhibit] as const))(
    'OF64 of %s is drawn inside its picture',
    (_figure, exhibit) => {
      const shapes = pictureOf(exhibit);
      expect(shapes.length).toBeGreaterThan(2);
      expect(shapes.filter((shape) => !isInside(shape))).toEqual([]);
    },
  );

  it('OF64 draws bars as long as their values say, and leaves out what is held', () => {
    const [profile] = sampleExhibits();
    const boxes = pictureOf(profile ?? never()).flatMap((shape) => (shape.kind === 'box' ? [shape] : []));
    const quiet = boxes.filter(({ paint }) => paint === 'quiet').map(({ width }) => width);
    // 25, 25, 75 and 100 of 100; the fifth row is held.
    expect(quiet.map((width) => Math.round((width / Math.max(...quiet)) * 100))).toEqual([25, 25, 75, 100]);
  });

  it('OF64 cuts a text that is too long, and says so', () => {
    expect(fitted('Responsibilities and who answers for them', 104)).toBe('Responsibilities an…');
    expect(fitted('Roles', 104)).toBe('Roles');
  });
});

function never(): never {
  throw new Error('There is no such exhibit');
}

function isInside(shape: Shape): boolean {
  const inside = (x: number, y: number) => x >= 0 && x <= PICTURE.width && y >= 0 && y <= PICTURE.height;
  switch (shape.kind) {
    case 'box':
      return inside(shape.x, shape.y) && inside(shape.x + shape.width, shape.y + shape.height);
    case 'line':
      return shape.points.every(({ x, y }) => inside(x, y));
    case 'dot':
    case 'text':
      return inside(shape.at.x, shape.at.y);
  }
}
