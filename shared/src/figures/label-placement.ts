import { overlap, type Box, type Point } from './scene.ts';

/** A label to be placed: the size it takes and the dot it belongs to. */
export interface Placeable {
  readonly width: number;
  readonly height: number;
  readonly dot: Point;
}

const DIRECTIONS: readonly Point[] = [
  { x: 1, y: 0 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
  { x: 0, y: 1 },
  { x: 1, y: -1 },
  { x: -1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
];
const RINGS = [0, 8, 16, 28, 44, 64];
const GRID = 6;
/** Rounds in which every label may move once the others are known. */
const ROUNDS = 3;
const COVERS_DOT = 400;
const CROSSES = 120;
const BESIDE_OTHER = 24;
const STRUCK = 16;
/** A label nearer to another dot than this could be read as that dot's. */
const MISREAD = 8;

/**
 * Places labels beside their dots so that no two overlap and none leaves the frame, each as near to its dot as the
 * others allow; the same input gives the same places. `null` when the frame has no room: make it taller.
 */
export function placeLabels(from: {
  readonly labels: readonly Placeable[];
  readonly frame: Box;
  /** Radius of a dot with the air around it. */
  readonly clearance: number;
  /** Lines of the picture, which labels keep off where they can. */
  readonly keepOff: readonly Box[];
}): readonly Box[] | null {
  const { labels, frame, clearance, keepOff } = from;
  const dots = labels.map(({ dot }) => dot);
  const order = labels.map((_, index) => index).toSorted((a, b) => crowd(dots, b) - crowd(dots, a) || a - b);
  const placed: (Box | null)[] = labels.map(() => null);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const index of order) {
      const own = labels[index];
      if (own === undefined) continue;
      const others = placed.flatMap((box, other) => (box === null || other === index ? [] : [{ box, index: other }]));
      const scene = { own: { ...own, index }, others, dots, frame, clearance, keepOff };
      const near = cheapest(nearby(own, clearance), scene, null);
      const best = near !== null && near.cost < CROSSES ? near : cheapest(everywhere(own, frame), scene, near);
      if (best === null) return null;
      placed[index] = best.box;
    }
  }
  return placed.flatMap((box) => box ?? []);
}

/** Where a leader line from a dot meets its label: the nearest point of the label's edge. */
export function leaderEnd(dot: Point, box: Box): Point {
  return {
    x: Math.max(box.x, Math.min(box.x + box.width, dot.x)),
    y: Math.max(box.y, Math.min(box.y + box.height, dot.y)),
  };
}

interface Situation {
  readonly own: Placeable & { readonly index: number };
  readonly others: readonly { readonly box: Box; readonly index: number }[];
  readonly dots: readonly Point[];
  readonly frame: Box;
  readonly clearance: number;
  readonly keepOff: readonly Box[];
}

interface Priced {
  readonly box: Box;
  readonly cost: number;
}

/** The cheapest of the candidates, or `known` when none is cheaper; a label costs at least its distance. */
function cheapest(candidates: readonly Box[], situation: Situation, known: Priced | null): Priced | null {
  const { frame, others, own } = situation;
  let best = known;
  for (const box of candidates) {
    const end = leaderEnd(own.dot, box);
    const distance = Math.hypot(end.x - own.dot.x, end.y - own.dot.y);
    if (best !== null && distance >= best.cost) continue;
    if (!inside(box, frame) || others.some((other) => overlap(box, other.box))) continue;
    const price = distance + penalty(box, end, situation);
    if (best === null || price < best.cost) best = { box, cost: price };
  }
  return best;
}

function penalty(box: Box, end: Point, { own, others, dots, clearance, keepOff }: Situation): number {
  const near = (dot: Point, reach: number) => {
    const nearest = leaderEnd(dot, box);
    return Math.hypot(nearest.x - dot.x, nearest.y - dot.y) < reach;
  };
  const covered = dots.filter((dot) => near(dot, clearance - 1)).length;
  const beside = dots.filter((dot, index) => index !== own.index && near(dot, clearance + MISREAD)).length;
  const struck = keepOff.filter((line) => overlap(line, box)).length;
  const crossed = others.filter(({ box: other, index }) => {
    const otherDot = dots[index] ?? own.dot;
    return (
      cuts(own.dot, end, other) ||
      cuts(otherDot, leaderEnd(otherDot, other), box) ||
      cross([own.dot, end], [otherDot, leaderEnd(otherDot, other)])
    );
  }).length;
  return covered * COVERS_DOT + crossed * CROSSES + beside * BESIDE_OTHER + struck * STRUCK;
}

function nearby(own: Placeable, clearance: number): readonly Box[] {
  const { width, height, dot } = own;
  return RINGS.flatMap((ring) =>
    DIRECTIONS.map(({ x, y }) => {
      const reach = clearance + ring;
      const diagonal = x !== 0 && y !== 0 ? 0.8 : 1;
      return {
        x: x === 0 ? dot.x - width / 2 : x > 0 ? dot.x + reach * diagonal : dot.x - reach * diagonal - width,
        y: y === 0 ? dot.y - height / 2 : y > 0 ? dot.y + reach * diagonal : dot.y - reach * diagonal - height,
        width,
        height,
      };
    }),
  );
}

/** Every place on a fine grid of the frame. */
function everywhere(own: Placeable, frame: Box): readonly Box[] {
  const { width, height } = own;
  const boxes: Box[] = [];
  for (let y = frame.y; y + height <= frame.y + frame.height; y += GRID) {
    for (let x = frame.x; x + width <= frame.x + frame.width; x += 2 * GRID) boxes.push({ x, y, width, height });
  }
  return boxes;
}

function inside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

/** How close the other dots are. */
function crowd(dots: readonly Point[], index: number): number {
  const own = dots[index];
  if (own === undefined) return 0;
  return dots.reduce((sum, dot, other) => {
    return other === index ? sum : sum + 1 / (16 + Math.hypot(dot.x - own.x, dot.y - own.y));
  }, 0);
}

/** Whether the line from `a` to `b` runs through the box (Liang and Barsky 1984). */
function cuts(a: Point, b: Point, box: Box): boolean {
  let enter = 0;
  let leave = 1;
  const edges: readonly (readonly [number, number])[] = [
    [a.x - b.x, a.x - box.x],
    [b.x - a.x, box.x + box.width - a.x],
    [a.y - b.y, a.y - box.y],
    [b.y - a.y, box.y + box.height - a.y],
  ];
  for (const [slope, room] of edges) {
    if (slope === 0) {
      if (room < 0) return false;
      continue;
    }
    const at = room / slope;
    if (slope < 0) enter = Math.max(enter, at);
    else leave = Math.min(leave, at);
  }
  return enter < leave;
}

function cross([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
