import { eitherOf, isSafe } from './exposure.ts';
import type { Exposure } from './exposure.ts';

/** Where a sheet would be shown if nobody minded: a step of closeness, and a level in steps from the middle. */
export interface Place {
  /** Steps of closeness count from far apart (0) to together. */
  readonly closeness: number;
  /** Below 0 for levels under the middle of the scale. */
  readonly level: number;
}

export interface Joining {
  readonly sheets: Iterable<{ readonly place: Place; readonly exposure: Exposure }>;
  /** Steps of closeness in the order in which they are joined; one comes before the one that takes what it cannot hide. */
  readonly order: readonly StepJoining[];
}

export interface StepJoining {
  readonly closeness: number;
  /** How many steps of level a place may move. */
  readonly reach: number;
  /** The step of closeness that takes what this one cannot hide; `null` where none does. */
  readonly next: number | null;
}

/** Finds where a sheet is shown; `null` where no place hides it. */
export type Cells = (place: Place) => Place | null;

/** What is known of the sheets in each place of one step of closeness, by level. */
type Row = ReadonlyMap<number, Exposure>;

/**
 * Joins places until none says anything about one person. A place that would is shown as the next one toward the middle
 * of the scale, as far as its step reaches; what is still bare then is shown at the next step of closeness. Which places
 * are joined follows from all sheets that there could be, never from the one at hand, so that joining tells nothing. A
 * place that holds more sheets than were looked at is no less safe.
 */
export function joinedCells({ sheets, order }: Joining): Cells {
  const rows = new Map(order.map(({ closeness }) => [closeness, new Map<number, Exposure>()]));
  const put = ({ closeness, level }: Place, exposure: Exposure) => {
    const row = rows.get(closeness);
    row?.set(level, eitherOf(row.get(level) ?? null, exposure) ?? exposure);
  };
  for (const { place, exposure } of sheets) put(place, exposure);
  const shown = new Map<number, { readonly levels: ReadonlyMap<number, number>; readonly next: number | null }>();
  for (const { closeness, reach, next } of order) {
    const row = rows.get(closeness) ?? new Map<number, Exposure>();
    const levels = joinLevels(row, reach);
    shown.set(closeness, { levels, next });
    for (const [level, exposure] of row)
      if (next !== null && !levels.has(level)) put({ closeness: next, level }, exposure);
  }
  return ({ closeness, level }) => {
    for (let step: number | null = closeness; step !== null;) {
      const joined = shown.get(step);
      const own = joined?.levels.get(level);
      if (own !== undefined) return { closeness: step, level: own };
      step = joined?.next ?? null;
    }
    return null;
  };
}

/** The same, but a place that nothing was found to hide is shown as the nearest that is. */
export function allJoined(cells: Cells, places: readonly Place[]): Cells {
  const known = places.flatMap((place) => (cells(place) === null ? [] : [place]));
  return (place) => {
    const own = cells(place);
    if (own !== null) return own;
    const distance = (other: Place) =>
      Math.abs(other.closeness - place.closeness) * 1000 + Math.abs(other.level - place.level);
    const nearest = known.reduce<Place | null>(
      (best, other) => (best === null || distance(other) < distance(best) ? other : best),
      null,
    );
    return nearest && cells(nearest);
  };
}

/**
 * The nearest of some places: rather one of the same closeness, and no further from the middle of the scale than from the
 * other side of it, so that both sides fare alike. `null` where there is none.
 */
export function nearestOf<T extends Place>(
  places: readonly T[],
  { to, middle }: { readonly to: Place; readonly middle: number },
): T | null {
  const side = Math.sign(to.level - middle);
  const distance = ({ closeness, level }: Place) =>
    Math.abs(closeness - to.closeness) * 1000 + Math.abs(level - to.level) + Math.abs(level - middle) / 1000;
  return places
    .filter(({ level }) => (side === 0 ? level === middle : Math.sign(level - middle) * side >= 0))
    .reduce<T | null>((best, other) => (best === null || distance(other) < distance(best) ? other : best), null);
}

/** The level that each level is shown as; those that nothing within reach hides are not in it. */
function joinLevels(row: Row, reach: number): ReadonlyMap<number, number> {
  const furthest = Math.max(0, ...[...row.keys()].map(Math.abs));
  const above = inward(row, { furthest, reach, sign: 1 });
  const below = inward(row, { furthest, reach, sign: -1 });
  const shown = new Map<number, number>();
  for (const { groups } of [above, below]) {
    for (const { level, members } of groups) for (const member of members) shown.set(member, level);
  }
  let middle = [...above.left, ...below.left, ...(row.has(0) ? [0] : [])];
  for (let out = 0; out <= Math.min(reach, furthest); out += 1) {
    // Both sides alike, or turning the scale round would change more than the level.
    for (const { groups } of [above, below]) {
      middle = [
        ...middle,
        ...groups.filter((group) => out > 0 && Math.abs(group.level) === out).flatMap((group) => group.members),
      ];
    }
    if (middle.length === 0) break;
    if (!isHidden(row, middle)) continue;
    for (const member of middle) shown.set(member, 0);
    break;
  }
  return shown;
}

/** Groups of levels of one side, each hidden at its innermost, and what is left within reach of the middle. */
function inward(
  row: Row,
  { furthest, reach, sign }: { readonly furthest: number; readonly reach: number; readonly sign: 1 | -1 },
) {
  const groups: { readonly level: number; readonly members: readonly number[] }[] = [];
  let left: readonly number[] = [];
  for (let distance = furthest; distance > 0; distance -= 1) {
    const level = sign * distance;
    const within = left.filter((member) => Math.abs(member) - distance <= reach);
    left = row.has(level) ? [...within, level] : within;
    if (left.length === 0 || !isHidden(row, left)) continue;
    groups.push({ level, members: left });
    left = [];
  }
  return { groups, left: left.filter((member) => Math.abs(member) <= reach) };
}

function isHidden(row: Row, levels: readonly number[]): boolean {
  const known = levels.reduce<Exposure | null>((all, level) => eitherOf(all, row.get(level) ?? null), null);
  return known === null || isSafe(known);
}
