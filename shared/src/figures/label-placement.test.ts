import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leaderEnd, placeLabels } from './label-placement.ts';
import { overlap } from './scene.ts';

const label = fc.record({
  width: fc.integer({ min: 20, max: 112 }),
  height: fc.constantFrom(20, 36),
  // Few places, so that many labels share one.
  dot: fc.record({ x: fc.integer({ min: 0, max: 4 }), y: fc.integer({ min: 0, max: 3 }) }),
});

describe('placeLabels', () => {
  it('keeps every label in the frame and apart from every other', () => {
    fc.assert(
      fc.property(
        fc.array(label, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 248, max: 1200 }),
        fc.integer({ min: 220, max: 440 }),
        (labels, width, height) => {
          const frame = { x: 0, y: 20, width, height };
          const placed = placeLabels({
            labels: labels.map(({ dot, ...size }) => ({
              ...size,
              dot: { x: 16 + (dot.x / 4) * (width - 32), y: 36 + (dot.y / 3) * (height - 32) },
            })),
            frame,
            clearance: 8,
            keepOff: [],
          });
          if (placed === null) return;
          expect(placed).toHaveLength(labels.length);
          for (const [index, box] of placed.entries()) {
            expect({ width: box.width, height: box.height }).toEqual({
              width: labels[index]?.width,
              height: labels[index]?.height,
            });
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(box.y).toBeGreaterThanOrEqual(20);
            expect(box.x + box.width).toBeLessThanOrEqual(width);
            expect(box.y + box.height).toBeLessThanOrEqual(20 + height);
            expect(placed.filter((other, at) => at > index && overlap(other, box))).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('puts a lone label beside its dot, on the right', () => {
    const frame = { x: 0, y: 0, width: 300, height: 200 };
    const labels = [{ width: 60, height: 20, dot: { x: 100, y: 100 } }];
    expect(placeLabels({ labels, frame, clearance: 8, keepOff: [] })).toEqual([
      { x: 108, y: 90, width: 60, height: 20 },
    ]);
  });

  it('keeps off a line of the picture', () => {
    const frame = { x: 0, y: 0, width: 300, height: 200 };
    const labels = [{ width: 60, height: 20, dot: { x: 100, y: 100 } }];
    const line = { x: 0, y: 100, width: 300, height: 1 };
    const [box] = placeLabels({ labels, frame, clearance: 8, keepOff: [line] }) ?? [];
    expect(box !== undefined && overlap(box, line)).toBe(false);
  });

  it('says so when the frame has no room', () => {
    const frame = { x: 0, y: 0, width: 100, height: 40 };
    const one = { width: 80, height: 20, dot: { x: 50, y: 20 } };
    expect(placeLabels({ labels: [one, one, one], frame, clearance: 8, keepOff: [] })).toBeNull();
  });

  it('ends a leader line on the nearest edge', () => {
    expect(leaderEnd({ x: 0, y: 50 }, { x: 10, y: 0, width: 20, height: 20 })).toEqual({ x: 10, y: 20 });
  });
});
