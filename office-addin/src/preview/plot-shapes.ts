import type { ChartContent } from '@plumbline/shared/ooxml/exhibit';
import { scaleOf } from './bar-shapes.ts';
import { fitted, LETTER, PICTURE, type Point, type Shape } from './shapes.ts';

const BOTTOM = PICTURE.height - 16;
const TOP = 8;
const SIDE = 12;

/** Upright columns with their names below. */
export function columnShapes(chart: ChartContent): readonly Shape[] {
  const up = scaleOf(chart, { from: BOTTOM, to: TOP });
  const slot = (PICTURE.width - 2 * SIDE) / Math.max(chart.categories.length, 1);
  const bars = chart.series.filter(({ mark }) => mark === 'bar');
  const width = (slot * 0.7) / Math.max(bars.length, 1);
  return [
    ground(),
    ...bars.flatMap(({ values, tone, tones }, nth) =>
      values.flatMap((value, at): readonly Shape[] => {
        if (value === null) return [];
        const x = SIDE + at * slot + slot * 0.15 + nth * width;
        const box = { x, y: up(value), width: width - 1, height: BOTTOM - up(value) };
        return [{ kind: 'box', ...box, paint: tones?.[at] ?? tone }];
      }),
    ),
    ...names(chart, (at) => SIDE + at * slot + slot / 2, slot),
  ];
}

/** Lines over time, broken where there is nothing to show. */
export function lineShapes(chart: ChartContent): readonly Shape[] {
  const up = scaleOf(chart, { from: BOTTOM - 4, to: TOP });
  const count = chart.categories.length;
  const across = (at: number) => SIDE + 16 + (count < 2 ? 0.5 : at / (count - 1)) * (PICTURE.width - 2 * SIDE - 32);
  return [
    ground(),
    ...chart.series.flatMap(({ values, tone, mark }): readonly Shape[] => {
      const places = values.map((value, at) => (value === null ? null : { x: across(at), y: up(value) }));
      const dots = places.flatMap((at): readonly Shape[] => (at === null ? [] : [{ kind: 'dot', at, paint: tone }]));
      const lines = mark === 'line' ? runsOf(places) : [];
      return [...lines.map((points): Shape => ({ kind: 'line', points, paint: tone })), ...dots];
    }),
    ...names(chart, across, PICTURE.width / Math.max(count, 1)),
  ];
}

/** Points in a field: the first series across, the second up. */
export function pointShapes(chart: ChartContent): readonly Shape[] {
  const [across, up] = chart.series;
  if (across === undefined || up === undefined) return [];
  const x = scaleOf(chart, { from: SIDE, to: PICTURE.width - SIDE });
  const y = scaleOf({ axis: chart.upAxis ?? chart.axis }, { from: BOTTOM, to: TOP });
  const left: Shape = {
    kind: 'line',
    points: [
      { x: SIDE, y: TOP },
      { x: SIDE, y: BOTTOM },
    ],
    paint: 'soft',
  };
  return [
    ground(),
    left,
    ...chart.categories.flatMap((name, at): readonly Shape[] => {
      const [alongside, height] = [across.values[at], up.values[at]];
      if (typeof alongside !== 'number' || typeof height !== 'number') return [];
      const place = { x: x(alongside), y: y(height) };
      const isLate = place.x > PICTURE.width / 2;
      return [
        { kind: 'dot', at: place, paint: up.tones?.[at] ?? up.tone },
        {
          kind: 'text',
          at: { x: place.x + (isLate ? -7 : 7), y: place.y + LETTER.size / 3 },
          text: fitted(name, 90),
          anchor: isLate ? 'end' : 'start',
        },
      ];
    }),
  ];
}

function ground(): Shape {
  return {
    kind: 'line',
    points: [
      { x: SIDE, y: BOTTOM },
      { x: PICTURE.width - SIDE, y: BOTTOM },
    ],
    paint: 'soft',
  };
}

function names(chart: ChartContent, across: (at: number) => number, room: number): readonly Shape[] {
  return chart.categories.map((name, at) => ({
    kind: 'text',
    at: { x: across(at), y: PICTURE.height - 4 },
    text: fitted(name, Math.min(room, 120)),
    anchor: 'middle',
  }));
}

function runsOf(places: readonly (Point | null)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const place of places) {
    if (place === null) runs.push([]);
    else runs.at(-1)?.push(place);
  }
  return runs.filter((run) => run.length > 1);
}
