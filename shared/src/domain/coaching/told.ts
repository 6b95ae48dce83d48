import type { ShownScale } from '../results/shown.ts';

/** What follows from what is shown: that something is so, that it is not, or neither. */
export type Told = 'yes' | 'no' | 'not-told';

/** How many people may have answered, at least and at most: "can't say" is not told one by one. */
export interface AnswerCount {
  readonly least: number;
  readonly most: number;
}

/** Readiness is asked on this scale. */
const SCALE = { low: 1, high: 7 } as const;
const MIDDLE = (SCALE.low + SCALE.high) / 2;

/**
 * A shown level stands for means this far around it: half of its widest step. A level that hides somebody's answer is
 * shown nearer to the middle than the mean is, never further; so it is a bound on one side only.
 */
const HALF_STEP = 0.125;

/** What the mean is at least, and at most. */
interface MeanBounds {
  readonly least: number;
  readonly most: number;
}

/** Whether the median is `needed` or more, as far as every answer sheet that looks the same agrees on it. */
export function medianReaches(shown: ShownScale, needed: number, answers: AnswerCount): Told {
  const bars = shown.distribution;
  if (bars) {
    const lowest = median(bars.flatMap(({ from, count }) => new Array<number>(count).fill(from)));
    const highest = median(bars.flatMap(({ to, count }) => new Array<number>(count).fill(to)));
    if (lowest >= needed) return 'yes';
    if (highest < needed) return 'no';
  }
  const mean = meanBounds(shown);
  const sizes = endsOf(bars ? exactly(bars.reduce((sum, { count }) => sum + count, 0)) : answers);
  if (sizes.every((n) => mean.least > highestMeanBelow(n, needed))) return 'yes';
  return sizes.every((n) => mean.most < lowestMeanReaching(n, needed)) ? 'no' : 'not-told';
}

/** Whether no more than one person answered `low` or less, as far as every answer sheet that looks the same agrees. */
export function atMostOneAtOrBelow(shown: ShownScale, low: number, answers: AnswerCount): Told {
  const bars = shown.distribution;
  const sum = (counts: readonly { readonly count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
  if (bars) {
    if (sum(bars.filter(({ from }) => from <= low)) <= 1) return 'yes';
    if (sum(bars.filter(({ to }) => to <= low)) > 1) return 'no';
  }
  const mean = meanBounds(shown);
  const sizes = endsOf(bars ? exactly(sum(bars)) : answers);
  const mostWithTwo = (n: number) => (2 * low + SCALE.high * (n - 2)) / n;
  const leastWithOne = (n: number) => (SCALE.low + (low + 1) * (n - 1)) / n;
  if (sizes.every((n) => mean.least > mostWithTwo(n))) return 'yes';
  return sizes.every((n) => mean.most < leastWithOne(n)) ? 'no' : 'not-told';
}

/** Whether all of several things are so. */
export function allTold(each: readonly Told[]): Told {
  if (each.includes('no')) return 'no';
  return each.includes('not-told') ? 'not-told' : 'yes';
}

function meanBounds({ level, grain }: ShownScale): MeanBounds {
  if (level === null) return { least: SCALE.low, most: SCALE.high };
  const isExact = grain === 'exact';
  return {
    least: isExact || level > MIDDLE ? level - HALF_STEP : SCALE.low,
    most: isExact || level < MIDDLE ? level + HALF_STEP : SCALE.high,
  };
}

/** Answers half of which and the middle ones are as high as they may be while the median stays below. */
function highestMeanBelow(n: number, needed: number): number {
  const half = Math.floor(n / 2);
  if (n % 2 === 1) return ((needed - 1) * (half + 1) + SCALE.high * half) / n;
  return ((needed - 1) * half + needed + SCALE.high * (half - 1)) / n;
}

/** Answers half of which and the middle ones are as low as they may be while the median still reaches it. */
function lowestMeanReaching(n: number, needed: number): number {
  const half = Math.floor(n / 2);
  if (n % 2 === 1) return (SCALE.low * half + needed * (half + 1)) / n;
  return (SCALE.low * (half - 1) + needed * (half + 1)) / n;
}

/** Every bound above is reached at the fewest or the most people, odd or even. */
function endsOf({ least, most }: AnswerCount): readonly number[] {
  return [least, least + 1, most - 1, most].filter((n) => n >= least && n <= most);
}

function exactly(n: number): AnswerCount {
  return { least: n, most: n };
}

function median(ascending: readonly number[]): number {
  const [low, high] = [Math.floor((ascending.length - 1) / 2), Math.floor(ascending.length / 2)];
  return ((ascending[low] ?? 0) + (ascending[high] ?? 0)) / 2;
}
