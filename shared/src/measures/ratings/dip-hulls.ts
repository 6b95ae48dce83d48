/**
 * A sample and the corners of the two hulls of its empirical distribution, as places in the sample: of the convex
 * minorant from the highest place down, of the concave majorant from the lowest up.
 */
export interface Hulls {
  readonly sorted: Float64Array;
  readonly minorant: readonly number[];
  readonly majorant: readonly number[];
}

/** Places in the two lists of corners. */
export interface Corners {
  readonly minorantAt: number;
  readonly majorantAt: number;
}

/**
 * For each place of a sorted sample the next corner of a hull on its way to an end: of the greatest convex minorant
 * towards the lowest place (`way` -1), of the least concave majorant towards the highest (`way` 1).
 */
export function hullBeyond(sorted: Float64Array, way: -1 | 1): Int32Array {
  const n = sorted.length;
  const end = way === 1 ? n - 1 : 0;
  const next = new Int32Array(n);
  next[end] = end;
  for (let place = end - way; place >= 0 && place < n; place -= way) {
    let corner = place + way;
    while (corner !== end) {
      const further = next[corner] ?? end;
      // A corner stays one when the slope to it is less than the slope beyond it.
      const here = (valueAt(sorted, place) - valueAt(sorted, corner)) * (corner - further);
      const beyond = (valueAt(sorted, corner) - valueAt(sorted, further)) * (place - corner);
      if (here < beyond) break;
      corner = further;
    }
    next[place] = corner;
  }
  return next;
}

/**
 * Where the hulls are furthest apart, in counts of values, and the corners around that place. Hulls that are two
 * straight lines are one apart.
 */
export function crossing({ sorted, minorant, majorant }: Hulls): Corners & { readonly gap: number } {
  let gap = 0;
  let best: Corners = { minorantAt: minorant.length - 1, majorantAt: majorant.length - 1 };
  if (minorant.length === 2 && majorant.length === 2) return { gap: 1, ...best };
  let down = minorant.length - 2;
  let up = 1;
  do {
    const below = minorant[down] ?? 0;
    const above = majorant[up] ?? 0;
    if (below > above) {
      const from = minorant[down + 1] ?? 0;
      const distance = above - from + 1 - rise(sorted, { from, to: below, at: above });
      up += 1;
      if (distance >= gap) {
        gap = distance;
        best = { minorantAt: down + 1, majorantAt: up - 1 };
      }
    } else {
      const from = majorant[up - 1] ?? 0;
      const distance = rise(sorted, { from, to: above, at: below }) - (below - from - 1);
      down -= 1;
      if (distance >= gap) {
        gap = distance;
        best = { minorantAt: down + 1, majorantAt: up };
      }
    }
    down = Math.max(0, down);
    up = Math.min(majorant.length - 1, up);
  } while (minorant[down] !== majorant[up]);
  return { gap, ...best };
}

/** The greatest distance of the sample from its hulls outside the corners, in counts of values; at least 0. */
export function widestFit({ sorted, minorant, majorant }: Hulls, { minorantAt, majorantAt }: Corners): number {
  let widest = 0;
  for (let corner = minorantAt; corner < minorant.length - 1; corner += 1) {
    const from = minorant[corner + 1] ?? 0;
    const to = minorant[corner] ?? 0;
    widest = Math.max(widest, furthest(sorted, { from, to, side: 1 }));
  }
  for (let corner = majorantAt; corner < majorant.length - 1; corner += 1) {
    const from = majorant[corner] ?? 0;
    const to = majorant[corner + 1] ?? 0;
    widest = Math.max(widest, furthest(sorted, { from, to, side: -1 }));
  }
  return widest;
}

interface Edge {
  readonly from: number;
  readonly to: number;
}

/** The distance of the steps above an edge of the minorant (`side` 1), or below one of the majorant (-1); at least 1. */
function furthest(sorted: Float64Array, { from, to, side }: Edge & { readonly side: 1 | -1 }): number {
  let most = 1;
  if (to - from <= 1 || valueAt(sorted, to) === valueAt(sorted, from)) return most;
  const start = valueAt(sorted, from);
  const slope = (to - from) / (valueAt(sorted, to) - start);
  for (let place = from; place <= to; place += 1) {
    most = Math.max(most, side * (place - from - (valueAt(sorted, place) - start) * slope) + 1);
  }
  return most;
}

/** How many values an edge has risen at a place in the sample. */
function rise(sorted: Float64Array, { from, to, at }: Edge & { readonly at: number }): number {
  const start = valueAt(sorted, from);
  return ((valueAt(sorted, at) - start) * (to - from)) / (valueAt(sorted, to) - start);
}

function valueAt(sorted: Float64Array, place: number): number {
  return sorted[place] ?? Number.NaN;
}
