import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { assert } from '../../kernel/assert.ts';
import { indexChange } from './index-change.ts';
import type { IndexChange, IndexQuestion } from './index-change.ts';

type Sheet = IndexQuestion['before'];

function asked(before: Sheet, after: Sheet, rest: Partial<IndexQuestion> = {}): IndexQuestion {
  return { before, after, scale: [1, 5], nullVariance: 2, direction: 'either', draws: 999, seed: 1, ...rest };
}

function found(before: Sheet, after: Sheet, rest: Partial<IndexQuestion> = {}): IndexChange {
  const change = indexChange(asked(before, after, rest));
  assert(change.value !== null, 'there is a change');
  return change.value;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean variance and mean absolute deviation over items. */
function spreads(sheet: Sheet): readonly [number, number] {
  const columns = (sheet[0] ?? []).map((_, item) => sheet.map((row) => row[item] ?? null).filter((it) => it !== null));
  const around = columns.map((column) => column.map((answer) => Math.abs(answer - mean(column))));
  return [
    mean(around.map((column) => column.reduce((sum, it) => sum + it * it, 0) / (column.length - 1))),
    mean(around.map(mean)),
  ];
}

/** Every way to exchange sheets, one after the other. */
function slowly(before: Sheet, after: Sheet, direction: 'either' | 'closer'): readonly [number, number] {
  const falls = Array.from({ length: 2 ** before.length }, (_, bits) => {
    const turned = (rater: number) => ((bits >> rater) & 1) === 1;
    const first = spreads(before.map((row, rater) => (turned(rater) ? (after[rater] ?? []) : row)));
    const second = spreads(after.map((row, rater) => (turned(rater) ? (before[rater] ?? []) : row)));
    return [first[0] - second[0], first[1] - second[1]] as const;
  });
  const share = (at: 0 | 1) => {
    const sizes = falls.map((fall) => (direction === 'either' ? Math.abs(fall[at]) : fall[at]));
    return sizes.filter((size) => size >= (sizes[0] ?? Number.NaN) - 1e-9).length / sizes.length;
  };
  return [share(0), share(1)];
}

const both = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 4 })).chain(([raters, items]) => {
  const row = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: items, maxLength: items });
  const sheet = fc.array(row, { minLength: raters, maxLength: raters });
  return fc.tuple(sheet, sheet);
});

describe('MS2 what is undefined is null with a reason', () => {
  const sheet = [
    [1, 2],
    [2, 3],
    [5, 4],
  ];
  it.each([
    { name: 'nobody', before: [], after: [], rest: {}, reason: 'too-few-items' },
    { name: 'no items', before: [[], []], after: [[], []], rest: {}, reason: 'too-few-items' },
    {
      name: 'nobody both times',
      before: [
        [1, 2],
        [null, null],
      ],
      after: [
        [null, null],
        [3, 4],
      ],
      rest: {},
      reason: 'no-answers',
    },
    {
      name: 'an item that one rater alone answered both times',
      before: [
        [1, 2],
        [1, 3],
      ],
      after: [
        [2, 2],
        [3, null],
      ],
      rest: {},
      reason: 'too-few-answers',
    },
    { name: 'one rater', before: [[1, 2]], after: [[2, 2]], rest: {}, reason: 'too-few-answers' },
    { name: 'one more rater before', before: [...sheet, [1, 1]], after: sheet, rest: {}, reason: 'ragged-rows' },
    {
      name: 'an item more after',
      before: sheet,
      after: sheet.map((row) => [...row, 1]),
      rest: {},
      reason: 'ragged-rows',
    },
    { name: 'ragged', before: [[1, 2], [2], [5, 4]], after: sheet, rest: {}, reason: 'ragged-rows' },
    {
      name: 'not a number',
      before: [
        [1, Number.NaN],
        [2, 3],
        [5, 4],
      ],
      after: sheet,
      rest: {},
      reason: 'not-a-number',
    },
    {
      name: 'below the scale',
      before: [
        [1, 0],
        [2, 3],
        [5, 4],
      ],
      after: sheet,
      rest: {},
      reason: 'off-the-scale',
    },
    { name: 'above the scale', before: sheet, after: sheet, rest: { scale: [1, 4] }, reason: 'off-the-scale' },
    { name: 'a scale of one point', before: sheet, after: sheet, rest: { scale: [1, 1] }, reason: 'short-scale' },
    {
      name: 'an endless scale',
      before: sheet,
      after: sheet,
      rest: { scale: [1, Number.POSITIVE_INFINITY] },
      reason: 'not-a-number',
    },
    { name: 'no null variance', before: sheet, after: sheet, rest: { nullVariance: 0 }, reason: 'off-the-scale' },
  ] as const)('$name', ({ before, after, rest, reason }) => {
    expect(indexChange(asked(before, after, rest))).toEqual({ value: null, reason });
  });

  it('p, where so many draws are more work than it is worth', () => {
    const many = Array.from({ length: 3000 }, (_, rater) => [1 + (rater % 5), 1 + (rater % 3)]);
    const change = found(many, many.toReversed(), { draws: 99_999 });
    expect([change.rwgStar.p, change.deviation.p]).toEqual(
      [0, 1].map(() => ({ value: null, reason: 'too-much-work' })),
    );
    expect(change.rwgStar.change).toBeCloseTo(0, 12);
  });
});

describe('MS3 a change of agreement follows its definition', () => {
  it('figures and p are those of trying every exchange', () => {
    fc.assert(
      fc.property(both, fc.constantFrom('either', 'closer'), ([before, after], direction) => {
        const [was, is] = [spreads(before), spreads(after)];
        const [rwgP, deviationP] = slowly(before, after, direction);
        expect(found(before, after, { direction })).toEqual({
          raters: before.length,
          method: 'exact',
          rwgStar: {
            before: expect.closeTo(1 - was[0] / 2, 12),
            after: expect.closeTo(1 - is[0] / 2, 12),
            change: expect.closeTo((was[0] - is[0]) / 2, 12),
            p: { value: expect.closeTo(rwgP, 12) },
          },
          deviation: {
            before: expect.closeTo(was[1], 12),
            after: expect.closeTo(is[1], 12),
            change: expect.closeTo(is[1] - was[1], 12),
            p: { value: expect.closeTo(deviationP, 12) },
          },
        });
      }),
    );
  });

  it('neither order of raters or items nor a scale turned round or moved changes p; occasions exchanged change signs', () => {
    fc.assert(
      fc.property(both, ([before, after]) => {
        const straight = found(before, after);
        for (const [change, sign] of [
          [found(before.toReversed(), after.toReversed()), 1],
          [
            found(
              before.map((row) => row.toReversed()),
              after.map((row) => row.toReversed()),
            ),
            1,
          ],
          [
            found(
              before.map((row) => row.map((it) => 6 - it)),
              after.map((row) => row.map((it) => 6 - it)),
            ),
            1,
          ],
          [
            found(
              before.map((row) => row.map((it) => it + 9)),
              after.map((row) => row.map((it) => it + 9)),
              { scale: [10, 14] },
            ),
            1,
          ],
          [found(after, before), -1],
        ] as const) {
          for (const index of ['rwgStar', 'deviation'] as const) {
            expect(change[index].p.value).toBeCloseTo(straight[index].p.value ?? Number.NaN, 12);
            expect(change[index].change).toBeCloseTo(sign * straight[index].change, 12);
          }
        }
      }),
    );
  });

  it('an answer counts only where the same rater gave one both times', () => {
    fc.assert(
      fc.property(both, fc.nat(), fc.nat(), ([before, after], someone, something) => {
        fc.pre(before.length > 2);
        const rater = someone % before.length;
        const item = something % (before[0]?.length ?? 1);
        const hole = (sheet: Sheet) =>
          sheet.map((row, at) => row.map((answer, place) => (at === rater && place === item ? null : answer)));
        expect(found(hole(before), after)).toEqual(found(hole(before), hole(after)));
        expect(found(before, hole(after))).toEqual(found(hole(before), hole(after)));
        const nothing = before[0]?.map(() => null) ?? [];
        expect(found([...before, nothing], [...after, after[0] ?? []])).toEqual(found(before, after));
      }),
    );
  });

  // The same items many times over give the same figures, and too many answers to try every exchange.
  it.each([0, 1, 2])('draws come close to what is exact: %i', (some) => {
    const before = Array.from({ length: 15 }, (_, rater) => [1 + ((rater * 3 + some) % 5), 1 + ((rater * 7) % 5)]);
    const after = before.map((row, rater) => row.map((answer, item) => (rater % (3 + some) === item ? 3 : answer)));
    const often = (sheet: Sheet) => sheet.map((row) => Array.from({ length: 41 }, () => row).flat());
    const exact = found(before, after);
    const drawn = found(often(before), often(after));
    expect([exact.method, drawn.method]).toEqual(['exact', 'draws']);
    for (const index of ['rwgStar', 'deviation'] as const) {
      const p = exact[index].p.value ?? Number.NaN;
      expect(drawn[index].change).toBeCloseTo(exact[index].change, 12);
      expect(Math.abs((drawn[index].p.value ?? Number.NaN) - p)).toBeLessThan(
        4 * Math.sqrt((p * (1 - p)) / 999) + 0.001,
      );
    }
    expect(found(often(before), often(after))).toEqual(drawn);
  });

  it('nobody changed anything is p = 1, and everybody came together is as rare as can be', () => {
    const apart = Array.from({ length: 8 }, (_, rater) => [rater % 2 === 0 ? 1 : 5]);
    const close = apart.map(() => [3]);
    expect(found(apart, apart)).toMatchObject({ rwgStar: { change: 0, p: { value: 1 } } });
    expect(found(apart, close)).toMatchObject({
      rwgStar: { after: 1, p: { value: 2 / 256 } },
      deviation: { before: 2, after: 0, change: -2, p: { value: 2 / 256 } },
    });
    expect(found(apart, close, { direction: 'closer' }).rwgStar.p).toEqual({ value: 1 / 256 });
    expect(found(close, apart, { direction: 'closer' }).rwgStar.p).toEqual({ value: 1 });
  });
});
