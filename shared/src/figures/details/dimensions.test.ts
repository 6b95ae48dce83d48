import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { discloseDimension } from '../../domain/disclosure/disclosure.ts';
import type { DimensionResult, ShownDimension } from '../../domain/results/shown.ts';
import { agreementQuestion, roundOf, scaleTally } from '../../testing/example-rounds.ts';
import { questionResult, sourceOf, valuesOf } from '../../testing/shown-results.ts';
import { detailsOf } from './details.ts';
import { agreementOfItems } from './dimension-lines.ts';
import { said } from './words.ts';

const SHOWN: ShownDimension = {
  status: 'shown',
  grain: 'fine',
  level: 0.8,
  band: 'aligned',
  together: 0.86,
  shape: 'aligned-high',
  gap: 0.2,
};

const dimension = (result: Partial<ShownDimension> = {}): DimensionResult => ({
  dimension: 'vision',
  title: 'Vision',
  result: { ...SHOWN, ...result },
  importance: null,
});

const FIRST = [5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 7, 7];
const SECOND = [4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 6];
const items = [FIRST, SECOND].map((answers, place) =>
  questionResult(answers, { id: `q${String(place)}`, dimension: 'vision' }),
);

describe('DT6 details of a dimension', () => {
  const details = (questions: typeof items, now = dimension(), before: DimensionResult | null = null) =>
    detailsOf(
      { of: 'dimensions', now: [now], before: before && [before], questions },
      sourceOf({ answered: 12, invited: 16 }),
    );

  it('have the agreement over its questions, worked out by hand', () => {
    // s2 .5152 and .6288 against 4; AD .5556 and .6111; alpha by its definition below.
    expect(valuesOf(details(items), 'Vision')).toEqual({
      shape: 'shape.aligned-high',
      favour: 80,
      together: 86,
      gap: 20,
      'rwg-star': 85.7,
      'ad-items': 0.58,
      'rwg-j': 0.92,
      alpha: plainAlpha([FIRST, SECOND]),
    });
  });

  it('have it only where every question shows every answer', () => {
    const names = (questions: typeof items) =>
      details(questions).groups.flatMap(({ lines }) => lines.map(({ name }) => name.key));
    const alone = questionResult([1, ...FIRST.slice(1)], { id: 'q2', dimension: 'vision' });
    const elsewhere = questionResult(FIRST, { id: 'q3', dimension: 'goals' });
    expect(names([...items, alone])).not.toContain('details:rwg-star');
    expect(names([elsewhere])).not.toContain('details:rwg-star');
    expect(names([])).toEqual(['details:shape', 'details:favour', 'details:together', 'details:gap']);
    expect(names([...items, elsewhere])).toContain('details:rwg-star');
  });

  it('draw an interval of alpha from eight questions on, and say why there is none under it', () => {
    const alphaOf = (count: number) =>
      agreementOfItems(
        Array.from({ length: count }, (_, place) => [
          0,
          0,
          0,
          3 + (place % 3),
          4,
          5 - (place % 3),
          place % 2 === 0 ? 2 : 0,
        ]),
      ).at(-1);
    expect([alphaOf(7)?.interval, alphaOf(7)?.reading]).toEqual([null, said('alpha.read.no-interval', { count: 8 })]);
    expect(alphaOf(8)?.interval?.key).toBe('details:range');
    expect(alphaOf(8)).toEqual(alphaOf(8));
  });

  it('on scales of different length take no figure of points together', () => {
    // s2 1/3 twice: against 2 on five points and against 4 on seven.
    const [star, ad, rwgJ, alpha] = agreementOfItems([
      [0, 0, 0, 2, 2],
      [0, 0, 0, 0, 0, 2, 2],
    ]);
    expect([star?.value, ad?.value, rwgJ?.value, alpha?.value]).toEqual([
      said('number', { value: 87.5 }),
      said('none'),
      said('none'),
      said('none'),
    ]);
    expect(rwgJ?.reading).toEqual(said('reason.ragged-rows'));
  });

  it('compare with last time in points of the same grain, else not at all', () => {
    const moved = (before: DimensionResult) =>
      details(items, dimension(), before)
        .groups[0]?.lines.filter(({ name }) => name.key === 'details:moved')
        .map(({ value }) => value);
    expect(moved(dimension({ together: 0.6 }))).toEqual([said('change', { value: 26 })]);
    expect(moved(dimension({ together: 0.5, grain: 'coarse' }))).toEqual([]);
  });

  it('say how far those who did not answer could move the mean', () => {
    const readingOf = (questions: typeof items) =>
      details(questions).groups[0]?.lines.find(({ name }) => name.key === 'details:favour')?.reading;
    // Sums of 70 and 61 points; with four more at 1 or at 7: 74 / 16, 98 / 16, 65 / 16, 89 / 16.
    expect(readingOf(items)).toEqual(said('favour.read.bounds', { between: said('range', { low: 55, high: 81 }) }));
    expect(readingOf([...items, questionResult([1, ...FIRST.slice(1)], { id: 'q2', dimension: 'vision' })])).toEqual(
      said('favour.read'),
    );
  });

  it('say once why several are no finer', () => {
    const coarse = dimension({ grain: 'coarse', band: 'split', shape: 'spread' });
    const { held, groups } = detailsOf(
      { of: 'dimensions', now: [coarse, { ...coarse, dimension: 'goals' }], before: null, questions: [] },
      sourceOf({ answered: 6 }),
    );
    expect(held).toEqual([said('held.coarse'), said('held.places')]);
    expect(groups[0]?.rules).toEqual([
      said('rule.dimension.split'),
      said('rule.dimension.shape.spread'),
      said('rule.shape.camps-as-spread'),
    ]);
  });
});

/** Krippendorff's alpha of the interval level as observed over expected squared differences of pairs, at two decimals. */
function plainAlpha(units: readonly (readonly number[])[]): number {
  const squares = (of: readonly number[]) => of.flatMap((a) => of.map((b) => (a - b) ** 2)).reduce((x, y) => x + y, 0);
  const all = units.flat();
  const observed = units.reduce((sum, unit) => sum + squares(unit) / (unit.length - 1), 0) / all.length;
  const expected = squares(all) / (all.length * (all.length - 1));
  return Math.round((1 - observed / expected) * 100) / 100;
}

describe('PV11 DT1 details of a dimension are a function of what it and its questions show', () => {
  const five = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 5, maxLength: 5 });
  const detailsOfSheets = (sheets: readonly (readonly number[])[]) => {
    const tallies = Object.fromEntries(sheets.map((answers, place) => [`q${String(place)}`, scaleTally(answers)]));
    const asked = sheets.map((_answers, place) => agreementQuestion(`q${String(place)}`));
    const result = discloseDimension({ questions: asked, round: roundOf(5, tallies), minimumGroup: 5 });
    const questions = sheets.map((answers, place) =>
      questionResult(answers, { id: `q${String(place)}`, dimension: 'vision' }),
    );
    const now = [{ dimension: 'vision', title: 'Vision', importance: null, result }];
    const details = detailsOf(
      { of: 'dimensions', now, before: null, questions },
      sourceOf({ answered: 5, invited: 6 }),
    );
    return { shown: JSON.stringify([result, questions]), details: JSON.stringify(details) };
  };

  it('property: sheets of five people behind one display have one set of details', () => {
    // Whoever moves by one point is often hidden by the steps of so few.
    const moved = fc.record({ sheet: fc.nat(1), person: fc.nat(4), by: fc.constantFrom(-1, 1) });
    let [alike, tried] = [0, 0];
    fc.assert(
      fc.property(five, five, moved, (first, second, { sheet, person, by }) => {
        const other = [first, second].map((answers, place) =>
          answers.map((answer, at) =>
            place === sheet && at === person ? Math.min(7, Math.max(1, answer + by)) : answer,
          ),
        );
        const [one, next] = [detailsOfSheets([first, second]), detailsOfSheets(other)];
        tried += 1;
        if (one.shown !== next.shown) return;
        alike += 1;
        expect(next.details).toBe(one.details);
      }),
      { numRuns: 400 },
    );
    expect(alike / tried).toBeGreaterThan(0.1);
  });
});
