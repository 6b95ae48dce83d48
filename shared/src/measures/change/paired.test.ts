import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { assert } from '../../kernel/assert.ts';
import { pairedChange } from './paired.ts';
import type { PairedChange, PairedQuestion } from './paired.ts';

function asked(differences: readonly (number | null)[], rest: Partial<PairedQuestion> = {}): PairedQuestion {
  return { before: differences.map(() => 0), after: differences, direction: 'either', draws: 9999, seed: 1, ...rest };
}

function found(differences: readonly (number | null)[], rest: Partial<PairedQuestion> = {}): PairedChange {
  const change = pairedChange(asked(differences, rest));
  assert(change.value !== null, 'there is a change');
  return change.value;
}

/** Every way to turn signs round, one after the other. */
function slowly(differences: readonly number[], direction: 'either' | 'up'): number {
  const sumOf = (bits: number) =>
    differences.reduce((sum, it, place) => sum + (((bits >> place) & 1) === 1 ? -it : it), 0);
  const sums = Array.from({ length: 2 ** differences.length }, (_, bits) => sumOf(bits));
  const size = (sum: number) => (direction === 'either' ? Math.abs(sum) : sum);
  return sums.filter((sum) => size(sum) >= size(sumOf(0)) - 1e-9).length / sums.length;
}

const direction = fc.constantFrom('either', 'up');
const whole = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 11 });
/** Halves and thirds tie, but not to the last bit. */
const broken = fc.array(
  fc.tuple(fc.integer({ min: -6, max: 6 }), fc.constantFrom(2, 3)).map(([part, by]) => part / by),
  { minLength: 1, maxLength: 11 },
);

describe('MS2 what is undefined is null with a reason', () => {
  it.each([
    { name: 'nobody', before: [], after: [], reason: 'no-answers' },
    { name: 'nobody both times', before: [1, null, 3], after: [null, 2, null], reason: 'no-answers' },
    { name: 'not a number', before: [1, 2], after: [2, Number.NaN], reason: 'not-a-number' },
    { name: 'not a number beside a missing answer', before: [1, null], after: [2, Number.NaN], reason: 'not-a-number' },
    { name: 'infinite', before: [1, Number.NEGATIVE_INFINITY], after: [2, 3], reason: 'not-a-number' },
    { name: 'differences beyond all numbers', before: [-1e308, 2], after: [1e308, 3], reason: 'not-a-number' },
    { name: 'one more before than after', before: [1, 2, 3], after: [2, 3], reason: 'ragged-rows' },
  ] as const)('$name', ({ before, after, reason }) => {
    expect(pairedChange(asked([], { before, after }))).toEqual({ value: null, reason });
  });
});

describe('MS3 a change of pairs follows its definition', () => {
  it('whole differences are counted as trying every way would', () => {
    fc.assert(
      fc.property(whole, direction, (differences, way) => {
        expect(found(differences, { direction: way })).toEqual({
          pairs: differences.length,
          meanDifference: expect.closeTo(differences.reduce((sum, it) => sum + it, 0) / differences.length, 12),
          p: expect.closeTo(slowly(differences, way), 12),
          method: 'exact',
          leastP: (way === 'either' ? 2 : 1) / 2 ** differences.length,
        });
      }),
    );
  });

  it('broken differences are, too, ties and all', () => {
    fc.assert(
      fc.property(broken, direction, (differences, way) => {
        const { p, method } = found(differences, { direction: way });
        expect([p, method]).toEqual([expect.closeTo(slowly(differences, way), 12), 'exact']);
      }),
    );
  });

  it('the order of people, both rounds exchanged, another unit and a higher level leave p as it is', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: -20, max: 20 }), (differences, level) => {
        const { p } = found(differences);
        const before = differences.map(() => level);
        expect(found(differences.toReversed()).p).toBeCloseTo(p, 12);
        expect(found(differences.map((it) => -it)).p).toBeCloseTo(p, 12);
        expect(found(differences.map((it) => it * 0.1)).p).toBeCloseTo(p, 12);
        expect(found([], { before, after: differences.map((it) => it + level) }).p).toBeCloseTo(p, 12);
      }),
    );
  });

  it('pairs with a missing answer are left out, wherever they stand', () => {
    fc.assert(
      fc.property(whole, fc.nat(), (differences, at) => {
        const place = at % (differences.length + 1);
        const holes = [...differences.slice(0, place), null, ...differences.slice(place)];
        expect(found(holes)).toEqual(found(differences));
        expect(found([], { before: holes, after: holes.map(() => 0) }).p).toBeCloseTo(found(differences).p, 12);
      }),
    );
  });

  it('all up is the least p there is; nobody moved is p = 1', () => {
    for (let pairs = 1; pairs <= 40; pairs += 1) {
      const up = Array.from({ length: pairs }, () => 1);
      expect(found(up)).toMatchObject({ p: 2 ** (1 - pairs), leastP: 2 ** (1 - pairs) });
      expect(found(up, { direction: 'up' }).p).toBe(2 ** -pairs);
      expect(
        found(
          up.map(() => -1),
          { direction: 'up' },
        ).p,
      ).toBe(1);
      expect(found(up.map(() => 0)).p).toBe(1);
    }
  });

  it('p is never 0, even where it is smaller than any number', () => {
    const up = Array.from({ length: 1200 }, () => 1);
    const third = up.map((it) => it / 3);
    expect(found(up)).toMatchObject({ p: Number.MIN_VALUE, leastP: Number.MIN_VALUE, method: 'exact' });
    expect(found(third, { draws: 99 })).toMatchObject({ p: 1 / 100, method: 'draws' });
    expect(found([...third, ...third], { draws: 1e6 })).toMatchObject({ p: Number.MIN_VALUE, method: 'normal' });
  });

  // The same answers in halves: counted, enumerated, drawn and approximated.
  it('the ways to a p agree with each other', () => {
    for (const lean of [0, 2, 5, 9]) {
      const half = Array.from({ length: 60 }, (_, person) => ((person * 7) % 11) - 5 + (person < lean ? 4 : 0) + 0.5);
      for (const way of ['either', 'up'] as const) {
        const counted = found(
          half.map((it) => 2 * it),
          { direction: way },
        );
        const drawn = found(half, { direction: way });
        const normal = found(half, { direction: way, draws: 1e6 });
        expect([counted.method, drawn.method, normal.method]).toEqual(['exact', 'draws', 'normal']);
        expect(Math.abs(drawn.p - counted.p)).toBeLessThan(4 * Math.sqrt((counted.p * (1 - counted.p)) / 9999) + 1e-4);
        expect(Math.abs(normal.p - counted.p)).toBeLessThan(0.02);
        const few = half.slice(0, 36);
        expect(found(few, { direction: way }).p).toBeCloseTo(
          found(
            few.map((it) => 2 * it),
            { direction: way },
          ).p,
          12,
        );
      }
    }
  });

  it('a hundred thousand people are no more than a moment, and close to exact', () => {
    const many = Array.from({ length: 100_000 }, (_, person) => ((person * 7) % 5) - 2 + (person % 400 === 0 ? 1 : 0));
    const few = many.slice(0, 3000);
    expect(found(many).method).toBe('normal');
    // z = 250 / sqrt(sum of squares), 1 less for the distance between sums.
    const squares = many.reduce((sum, it) => sum + it * it, 0);
    expect(found(many).p).toBeCloseTo(2 * upperTail(249 / Math.sqrt(squares)), 4);
    expect(found(few).method).toBe('exact');
  });
});

/** P(X >= z) of a standard normal variable by adding up its density. */
function upperTail(z: number): number {
  const step = 1e-3;
  let sum = 0;
  for (let x = z + step / 2; x < 9; x += step) sum += Math.exp((-x * x) / 2) * step;
  return sum / Math.sqrt(2 * Math.PI);
}
