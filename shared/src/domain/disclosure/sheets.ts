import type { Counts } from '../../measures/ratings/distribution.ts';

/** Sheets beyond which a few that differ stand for all: what those hide, all hide. */
const MOST_SHEETS = 12_500;

/** How many ways of splitting a large group over two points stand for all. */
const SPLITS = 60;
/** The same for one bar of a distribution, of which there are three. */
const SPLITS_OF_BAR = 14;

/**
 * Answer sheets that n people can hand in: all of them where they are few, else sheets on at most three points, the
 * first of which has one answer or none.
 */
export function sheetsOf({ n, points }: { readonly n: number; readonly points: number }): Iterable<Counts> {
  return sheetCount(n, points) <= MOST_SHEETS ? allSheets(n, points) : sparseSheets(n, points);
}

/** Sheets with so many answers in each bar, a bar being a run of so many points; all of them, or some that differ. */
export function sheetsInBars(bars: readonly { readonly points: number; readonly count: number }[]): Iterable<Counts> {
  const few = bars.reduce((ways, { count, points }) => ways * sheetCount(count, points), 1) <= MOST_SHEETS;
  return product(bars.map(({ count, points }) => (few ? [...allSheets(count, points)] : someOfBar(count, points))));
}

/** Every answer sheet of n people. */
export function* allSheets(n: number, points: number): Generator<Counts> {
  const counts = new Array<number>(points).fill(0);
  counts[points - 1] = n;
  for (;;) {
    yield [...counts];
    // The next sheet: the last filled point but one gives to the one before it, and the rest moves to the end.
    let from = points - 1;
    while (from > 0 && (counts[from] ?? 0) === 0) from -= 1;
    if (from === 0) return;
    const moved = counts[from] ?? 0;
    counts[from] = 0;
    counts[from - 1] = (counts[from - 1] ?? 0) + 1;
    counts[points - 1] = moved - 1;
  }
}

/** The number of answer sheets, C(n + points - 1, points - 1). */
function sheetCount(n: number, points: number): number {
  let count = 1;
  for (let step = 1; step < points; step += 1) count = (count * (n + step)) / step;
  return count;
}

function* sparseSheets(n: number, points: number): Generator<Counts> {
  for (let first = 0; first < points; first += 1) {
    for (let second = first; second < points; second += 1) {
      for (const count of splits(n, SPLITS)) yield sheetWith(points, [first, count], [second, n - count]);
      for (let lone = 0; lone < points; lone += 1) {
        if (lone === first || lone === second) continue;
        for (const count of splits(n - 1, SPLITS)) {
          yield sheetWith(points, [lone, 1], [first, count], [second, n - 1 - count]);
        }
      }
    }
  }
}

function someOfBar(count: number, points: number): readonly Counts[] {
  const sheets: Counts[] = [];
  for (let first = 0; first < points; first += 1) {
    for (let second = first + 1; second < points; second += 1) {
      for (const part of splits(count, SPLITS_OF_BAR))
        sheets.push(sheetWith(points, [first, part], [second, count - part]));
    }
  }
  return sheets;
}

/** Numbers from 0 to n: all, or as many as asked for, the small and the large ones among them. */
function splits(n: number, most: number): readonly number[] {
  if (n < most) return Array.from({ length: n + 1 }, (_, count) => count);
  const spread = Array.from({ length: most - 4 }, (_, place) => 2 + Math.round((place * (n - 4)) / (most - 5)));
  return [0, 1, ...spread, n - 1, n];
}

function sheetWith(points: number, ...parts: readonly (readonly [step: number, count: number])[]): Counts {
  const counts = new Array<number>(points).fill(0);
  for (const [step, count] of parts) counts[step] = (counts[step] ?? 0) + count;
  return counts;
}

function* product(lists: readonly (readonly Counts[])[]): Generator<Counts> {
  const [first, ...rest] = lists;
  if (first === undefined) yield [];
  else for (const start of first) for (const end of product(rest)) yield [...start, ...end];
}

/** A run of neighbouring points of a scale, in steps from the lowest. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const thirds = new Map<number, readonly Run[]>();

/** Low, middle and high third of the scale; two points have no middle. */
export function thirdsOf(points: number): readonly Run[] {
  const known = thirds.get(points);
  if (known) return known;
  const width = points - 1;
  // The last step of each third.
  const ends = [Math.ceil(width / 3) - 1, Math.floor((2 * width) / 3), width];
  const runs = ends
    .map((to, place) => ({ from: (ends[place - 1] ?? -1) + 1, to }))
    .filter(({ from, to }) => from <= to);
  thirds.set(points, runs);
  return runs;
}

/** How many answers lie in each run of points. */
export function countsIn(counts: Counts, runs: readonly Run[]): Counts {
  return runs.map(({ from, to }) => {
    let sum = 0;
    for (let step = from; step <= to; step += 1) sum += counts[step] ?? 0;
    return sum;
  });
}
