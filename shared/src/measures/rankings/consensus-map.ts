import { measured, unmeasured } from '../measured.ts';
import type { Measured, Reason } from '../measured.ts';
import { alphaOfAxes, itemAxes, planesOf, productOf, productsOf, sumOf, unitOf } from './consensus-alpha.ts';
import type { ItemAxis, Unit } from './consensus-alpha.ts';
import { meanSpearman } from './ranks.ts';
import type { FullRows } from './rows.ts';

/** A strategic consensus map: what a team's raters share, and how each one stands to it. */
export interface ConsensusMap {
  /** Raters who gave every item the same answer; they are not on the map. */
  readonly ratersWithoutOrder: number;
  /** Degree of consensus in the plane, 0 to 1; see `planarAlpha`. */
  readonly alpha: number;
  /** The same with all axes: its square is Kendall's W where nobody ties. */
  readonly fullAlpha: number;
  /** Share of the variance on each axis, 0 to 1, largest first; the map shows the first two. */
  readonly shares: readonly number[];
  /** Mean correlation over pairs of raters. */
  readonly meanCorrelation: Measured;
  /** Share of each rater's variance that the plane shows, `null` for those without order. */
  readonly fit: Measured<readonly (number | null)[]>;
  readonly picture: Measured<Picture>;
}

/** Places on the plane, turned so that the mean of the raters lies on the first axis. */
export interface Picture {
  /** Items; `along` is the prototype's score, and scores have mean 0 and population SD 1. */
  readonly items: readonly Place[];
  /** Ends of raters' vectors, inside the circle of radius 1; `null` for those without order. */
  readonly raters: readonly (Place | null)[];
}

/** Coordinates with and across the mean of the raters. The first item that lies furthest across lies above it. */
export interface Place {
  readonly along: number;
  readonly across: number;
}

/** Consensus within units and between them. */
export interface ConsensusBetween {
  /** Correlations of the units' prototypes; `null` where a unit has none. */
  readonly correlations: readonly (readonly (number | null)[])[];
  /** Root mean square of the correlations between different units; hides who opposes whom. */
  readonly overall: Measured;
  /** Degree of consensus of each unit; `null` where it is undefined. */
  readonly alphas: readonly (number | null)[];
}

const MOST_ITEMS = 300;
const NOTHING = 1e-9;

/**
 * Map of a team's consensus (Tarakci et al. 2014, Strategic Manage J 35: 1053-1069; vector model of unfolding as
 * smacof::vmu): answers are standardised rater by rater and projected on the plane that holds most of their variance.
 * Rows are raters and values ranks or ratings. Linear in raters.
 */
export function consensusMap(rows: FullRows): Measured<ConsensusMap> {
  const units = rows.map(unitOf);
  const ordering = units.filter((unit) => unit !== null);
  const fault = faultOf(rows, ordering);
  if (fault !== null) return unmeasured(fault);
  const raters = ordering.length;
  const sum = sumOf(ordering);
  const axes = itemAxes({ products: productsOf(ordering), sum });
  const plane = axes.slice(0, 2);
  const unique = planesOf(axes) === 'one';
  const alpha = alphaOfAxes(axes, raters);
  return measured({
    ratersWithoutOrder: rows.length - raters,
    alpha,
    fullAlpha: Math.min(1, Math.sqrt(productOf(sum, sum)) / raters),
    shares: axes.slice(0, Math.min(raters, sum.length)).map(({ length }) => length / raters),
    meanCorrelation: meanSpearman({ sums: sum, raters }),
    fit: unique ? measured(units.map((unit) => unit && fitOf(unit, plane))) : unmeasured('not-unique'),
    picture: unique ? pictureOf({ units, sum, plane }) : unmeasured('not-unique'),
  });
}

/** Consensus between units: correlations of their prototypes (Tarakci et al. 2014). Units answer the same items. */
export function consensusBetween(groups: readonly FullRows[]): Measured<ConsensusBetween> {
  if (groups.length === 0) return unmeasured('no-answers');
  const maps = groups.map(consensusMap);
  const prototypes = maps.map(({ value }) => value?.picture.value?.items.map(({ along }) => along) ?? null);
  const correlations = prototypes.map((one) =>
    prototypes.map((other) => one && other && Math.max(-1, Math.min(1, productOf(one, other) / one.length))),
  );
  return measured({
    correlations,
    overall: overallOf(maps, correlations),
    alphas: maps.map(({ value }) => value?.alpha ?? null),
  });
}

function overallOf(maps: readonly Measured<ConsensusMap>[], correlations: ConsensusBetween['correlations']): Measured {
  if (maps.length < 2) return unmeasured('too-few-items');
  for (const map of maps) {
    if (map.value === null) return map;
    if (map.value.picture.value === null) return map.value.picture;
  }
  const apart = correlations.flatMap((row, one) => row.filter((_, other) => other !== one));
  return measured(Math.sqrt(apart.reduce((sum: number, value) => sum + (value ?? 0) ** 2, 0) / apart.length));
}

function faultOf(rows: FullRows, ordering: readonly Unit[]): Reason | null {
  const items = rows[0]?.length ?? 0;
  if (rows.length < 2) return 'too-few-answers';
  if (items < 2) return 'too-few-items';
  if (items > MOST_ITEMS) return 'too-much-work';
  return ordering.length < 2 ? 'no-order' : null;
}

function fitOf(unit: Unit, plane: readonly ItemAxis[]): number {
  return plane.reduce((fit, { direction }) => fit + productOf(unit, direction) ** 2, 0);
}

function pictureOf({
  units,
  sum,
  plane,
}: {
  readonly units: readonly (Unit | null)[];
  readonly sum: Unit;
  readonly plane: readonly ItemAxis[];
}): Measured<Picture> {
  const [first, second] = plane;
  if (first === undefined || second === undefined) return unmeasured('too-few-items');
  const flat = second.length <= NOTHING * first.length;
  const one = productOf(sum, first.direction);
  const other = flat ? 0 : productOf(sum, second.direction);
  const length = Math.hypot(one, other);
  // The raters cancel each other out: no turn of the plane is better than another.
  if (length <= NOTHING * units.length) return unmeasured('not-unique');
  const turned = (cos: number, sin: number) =>
    first.direction.map((value, item) => value * cos + (second.direction[item] ?? 0) * sin);
  const along = turned(one / length, other / length);
  const across = flat ? along.map(() => 0) : upward(turned(-other / length, one / length));
  const scale = Math.sqrt(sum.length);
  return measured({
    items: along.map((value, item) => ({ along: value * scale, across: (across[item] ?? 0) * scale })),
    raters: units.map((unit) => unit && { along: productOf(unit, along), across: productOf(unit, across) }),
  });
}

/** Turns an axis so that the first of its furthest items is above 0, whatever sign it was computed with. */
function upward(axis: readonly number[]): readonly number[] {
  const furthest = axis.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const first = axis.find((value) => Math.abs(value) >= furthest * (1 - NOTHING)) ?? 0;
  return first < 0 ? axis.map((value) => -value) : axis;
}
