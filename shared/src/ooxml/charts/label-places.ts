import type { ChartContent, ValueAxis } from '../exhibit.ts';
import type { ChartLook } from './chart-look.ts';

/** Where the name of a point stands. */
export type PointPlace = 'r' | 'l' | 't' | 'b';

/** A chart is about so many letters wide between its axes, and so many lines high. */
export const PLOT_LETTERS = 90;
const PLOT_LINES = 20;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Where the names of points stand so that, as far as there is room, none lies on another, on a point or on an axis. */
export function pointPlaces(content: ChartContent, look: ChartLook): readonly PointPlace[] {
  const [across, up] = content.series;
  const spots = content.categories.map((_, at) => ({
    x: placeOn(content.axis, across?.values[at]) * PLOT_LETTERS,
    y: placeOn(content.upAxis ?? content.axis, up?.values[at]) * PLOT_LINES,
  }));
  const marks = spots.map(({ x, y }) => {
    const seen = look.rightToLeft ? PLOT_LETTERS - x : x;
    return { left: seen - 0.8, right: seen + 0.8, bottom: y - 0.4, top: y + 0.4 };
  });
  const taken: Box[] = [...marks];
  return marks.map((mark, at) => {
    const label = across?.labels[at] ?? '';
    const free = ORDER.map((place) => ({ place, box: boxAt(place, mark, label.length) })).find(
      ({ box }) => isInside(box) && taken.every((other) => other === mark || !overlap(box, other)),
    );
    const { place, box } = free ?? { place: 'r', box: boxAt('r', mark, label.length) };
    taken.push(box);
    return place;
  });
}

const ORDER: readonly PointPlace[] = ['r', 'l', 't', 'b'];

function boxAt(place: PointPlace, mark: Box, length: number): Box {
  const [x, y] = [(mark.left + mark.right) / 2, (mark.bottom + mark.top) / 2];
  switch (place) {
    case 'r':
      return { left: mark.right, right: mark.right + length, bottom: y - 0.5, top: y + 0.5 };
    case 'l':
      return { left: mark.left - length, right: mark.left, bottom: y - 0.5, top: y + 0.5 };
    case 't':
      return { left: x - length / 2, right: x + length / 2, bottom: mark.top, top: mark.top + 1 };
    case 'b':
      return { left: x - length / 2, right: x + length / 2, bottom: mark.bottom - 1, top: mark.bottom };
  }
}

function isInside({ left, right, bottom }: Box): boolean {
  return left >= 0 && right <= PLOT_LETTERS && bottom >= 0;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

/** How far along an axis a value is, 0 to 1. */
function placeOn({ low, high }: ValueAxis, value: number | null | undefined): number {
  return high > low ? ((value ?? low) - low) / (high - low) : 0;
}
