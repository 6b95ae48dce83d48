import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { discloseScale } from '../../domain/disclosure/disclosure.ts';
import { allSheets } from '../../domain/disclosure/sheets.ts';
import type { Mode } from '../../domain/meeting/meeting.ts';
import type { QuestionResult } from '../../domain/results/shown.ts';
import { agreementQuestion, frequencyQuestion, roundOf, scaleTally } from '../../testing/example-rounds.ts';
import { sourceOf } from '../../testing/shown-results.ts';
import { favourOfEverybody, uncertaintyOfQuestion } from './uncertainty.ts';
import { said, type DetailMessage } from './words.ts';

interface Asked {
  readonly mode: Mode;
  readonly answers: number;
  readonly cannotSay: number;
  readonly invited: number;
  readonly points: number;
}

/** What people are told of everybody's mean, beside what it could really be with the others at one end of the scale. */
function* toldAndTrue({ mode, answers, cannotSay, invited, points }: Asked) {
  const question = agreementQuestion();
  for (const counts of allSheets(answers, points)) {
    const tally = { kind: 'scale', low: 1, high: points, counts, cannotSay } as const;
    const round = { ...roundOf(answers + cannotSay, { q: tally }), invited };
    const result = discloseScale({ question, round, minimumGroup: 5, mode });
    if (result.status === 'held') continue;
    const shown: QuestionResult = { question: 'q', dimension: null, text: 'Q', low: 1, high: points, result };
    const source = sourceOf({ answered: answers + cannotSay, invited, mode });
    const given = counts.flatMap((count, step) => Array.from({ length: count }, () => step + 1));
    const meanWith = (end: number) => averageOf([...given, ...Array.from({ length: invited - answers }, () => end)]);
    yield {
      told: uncertaintyOfQuestion({ question: shown, result, source }),
      least: meanWith(1),
      most: meanWith(points),
    };
  }
}

describe('DT3 how far the mean of everybody could lie elsewhere', () => {
  it.each<Asked & { readonly withBounds: number }>([
    // All sheets of five, as people see quarters of a point at the best.
    { mode: 'anonymous', answers: 5, cannotSay: 0, invited: 6, points: 7, withBounds: 0 },
    { mode: 'anonymous', answers: 7, cannotSay: 3, invited: 12, points: 7, withBounds: 0 },
    { mode: 'anonymous', answers: 8, cannotSay: 1, invited: 9, points: 7, withBounds: 0 },
    // Bars show every answer where several points are given and none by one alone: three points from eight answers on.
    { mode: 'anonymous', answers: 9, cannotSay: 0, invited: 10, points: 3, withBounds: 28 },
    { mode: 'anonymous', answers: 12, cannotSay: 0, invited: 13, points: 5, withBounds: 560 },
    { mode: 'anonymous', answers: 12, cannotSay: 2, invited: 17, points: 5, withBounds: 560 },
    { mode: 'named', answers: 3, cannotSay: 1, invited: 5, points: 7, withBounds: 84 },
    { mode: 'named', answers: 4, cannotSay: 0, invited: 5, points: 5, withBounds: 70 },
  ])('is never said wrongly of any answers: %j', ({ withBounds, ...asked }) => {
    let bounded = 0;
    for (const { told, least, most } of toldAndTrue(asked)) {
      const bounds = told.flatMap(({ values }) => rangeIn(values['between']));
      if (bounds.length === 0) continue;
      bounded += 1;
      const off = bounds.flatMap(({ low, high }) => [least - low, high - most]);
      // Rounded outwards, and by less than a hundredth.
      expect(off.filter((by) => by < -1e-9 || by >= 0.01)).toEqual([]);
      expect(told[0]).toMatchObject({ values: { count: asked.invited - asked.answers, invited: asked.invited } });
    }
    expect(bounded).toBe(withBounds);
  });

  it('is not said where a place stands for several answers: only who took no part is', () => {
    const missing = [said('uncertain.missing', { count: 2, invited: 12 }), said('uncertain.no-interval')];
    const asked = { mode: 'anonymous', answers: 7, cannotSay: 3, invited: 12, points: 7 } as const;
    expect([...toldAndTrue(asked)].filter(({ told }) => !sameAs(told, missing))).toEqual([]);
    expect([...toldAndTrue({ ...asked, invited: 10 })].filter(({ told }) => !sameAs(told, TOOK_PART))).toEqual([]);
  });

  it('is said of a dimension where all its questions show all answers, each way round', () => {
    const answersOf = (low: number, high: number) =>
      fc
        .array(fc.integer({ min: 3, max: 5 }), { minLength: high - low + 1, maxLength: high - low + 1 })
        .map((counts) => counts.flatMap((count, step) => Array.from({ length: count }, () => low + step)));
    fc.assert(
      fc.property(answersOf(1, 7), answersOf(0, 4), fc.integer({ min: 0, max: 9 }), (agreed, seldom, more) => {
        const invited = Math.max(agreed.length, seldom.length) + more;
        const questions = [shownOf(agreed, { low: 1, high: 7 }), shownOf(seldom, { low: 0, high: 4 })];
        const withAll = (answers: readonly number[], end: number) =>
          averageOf([...answers, ...Array.from({ length: invited - answers.length }, () => end)]);
        const least = averageOf([(withAll(agreed, 1) - 1) / 6, 1 - withAll(seldom, 4) / 4]);
        const most = averageOf([(withAll(agreed, 7) - 1) / 6, 1 - withAll(seldom, 0) / 4]);
        const [told] = rangeIn(favourOfEverybody(questions, invited));
        if (told === undefined) {
          expect(most - least).toBeCloseTo(0, 9);
          return;
        }
        expect(told.low).toBeLessThanOrEqual(100 * least + 1e-9);
        expect(told.high).toBeGreaterThanOrEqual(100 * most - 1e-9);
        // By less than one of 100, but where a mean in the middle of its scale leaves open which way round that is.
        expect(told.high - told.low).toBeLessThan(100 * (most - least) + 2.2);
        expect(favourOfEverybody([...questions, shownOf([1, 2, 3, 4, 5], { low: 1, high: 7 })], invited)).toBeNull();
      }),
    );
  });
});

const TOOK_PART = [said('uncertain.took-part')];

function shownOf(answers: readonly number[], { low, high }: { readonly low: number; readonly high: number }) {
  const question = low === 0 ? frequencyQuestion() : agreementQuestion();
  const round = roundOf(answers.length, { q: scaleTally(answers, { low, high }) });
  const result = discloseScale({ question, round, minimumGroup: 5 });
  return { question: 'q', dimension: 'd', text: 'Q', low, high, result } satisfies QuestionResult;
}

function averageOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sameAs(told: readonly DetailMessage[], expected: readonly DetailMessage[]): boolean {
  return JSON.stringify(told) === JSON.stringify(expected);
}

/** The figures of a range, where that is what is said. */
function rangeIn(said: unknown): readonly { readonly low: number; readonly high: number }[] {
  if (typeof said !== 'object' || said === null || !('values' in said)) return [];
  const { values } = said;
  if (typeof values !== 'object' || values === null || !('low' in values) || !('high' in values)) return [];
  const { low, high } = values;
  return typeof low === 'number' && typeof high === 'number' ? [{ low, high }] : [];
}
