import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agreementQuestion, frequencyQuestion, roundOf, scaleTally } from '../../testing/example-rounds.ts';
import type { Answers } from '../ballot/ballot.ts';
import type { Question } from '../instrument/question.ts';
import { tallyRound } from '../results/tally-round.ts';
import {
  discloseBallots,
  discloseDimension,
  discloseDots,
  discloseImportance,
  discloseRanking,
  discloseScale,
} from './disclosure.ts';

const NAMED = { minimumGroup: 5, mode: 'named' } as const;

function named(answers: readonly number[], cannotSay = 0) {
  const round = roundOf(answers.length + cannotSay, { q: scaleTally(answers, { cannotSay }) });
  return discloseScale({ ...NAMED, question: agreementQuestion('q'), round });
}

describe('NM6 a scale question of a named round', () => {
  it('is shown as it was answered, from two answers on', () => {
    expect(named([6, 7])).toEqual({
      status: 'shown',
      grain: 'exact',
      level: 6.5,
      favour: 5.5 / 6,
      band: 'aligned',
      together: 0.87,
      shape: 'aligned-high',
      distribution: [0, 0, 0, 0, 0, 1, 1].map((count, step) => ({ from: step + 1, to: step + 1, count })),
    });
    expect(named([5])).toEqual({ status: 'held', needed: 1 });
    expect(named([])).toEqual({ status: 'held', needed: 2 });
  });

  it('has the mean to a hundredth and tells apart what divides and what does not', () => {
    expect(named([1, 1, 7])).toMatchObject({ level: 3, shape: 'camps', band: 'split' });
    expect(named([2, 2, 3])).toMatchObject({ level: 2.33, shape: 'aligned-low' });
    expect(named([4, 4, 4])).toMatchObject({ level: 4, together: 1, shape: 'lukewarm' });
    expect(named([2, 4, 6])).toMatchObject({ level: 4, shape: 'spread' });
  });

  it('says that many can’t say, also where too few are left for a mean', () => {
    expect(named([6, 6, 7], 2)).toMatchObject({ level: 6.33, shape: 'unknown' });
    expect(named([6], 2)).toMatchObject({ status: 'shown', level: null, shape: 'unknown', distribution: null });
    expect(named([6, 6, 6], 1)).toMatchObject({ shape: 'aligned-high' });
  });

  it('turns a symptom round', () => {
    const round = roundOf(2, { q: scaleTally([0, 1], { low: 0, high: 4 }) });
    expect(discloseScale({ ...NAMED, question: frequencyQuestion('q'), round })).toMatchObject({
      level: 0.5,
      favour: 0.875,
      shape: 'aligned-high',
    });
  });

  it('shows every answer: the bars are the counts, whoever gave them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 30 }), (answers) => {
        const result = named(answers);
        const counts = [1, 2, 3, 4, 5, 6, 7].map((value) => answers.filter((answer) => answer === value).length);
        if (result.status !== 'shown') throw new Error('two answers are shown');
        expect(result.distribution?.map(({ count }) => count)).toEqual(counts);
        const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
        expect(Math.abs((result.level ?? NaN) - mean)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
    );
  });

  it('is nothing that an anonymous round shows: without its mode, the same answers are held or coarse', () => {
    const round = roundOf(3, { q: scaleTally([6, 6, 7]) });
    const question = agreementQuestion('q');
    expect(discloseScale({ question, round, minimumGroup: 5 })).toEqual({ status: 'held', needed: 2 });
    expect(discloseScale({ question, round, minimumGroup: 5, mode: 'anonymous' })).toEqual({
      status: 'held',
      needed: 2,
    });
  });
});

const IMPORTANCE: Question = {
  id: 'importance',
  kind: 'ranking',
  text: '',
  options: [
    { id: 'vision', text: 'Vision' },
    { id: 'roles', text: 'Roles' },
  ],
  most: 1,
};
const DOTS: Question = { id: 'dots', kind: 'dots', text: '', options: IMPORTANCE.options, dots: 1 };

function tallied(questions: readonly Question[], ballots: readonly Answers[]) {
  return tallyRound({ questions, ballots, invited: 3, smallestSide: 2 });
}

describe('NM6 the other figures of a named round', () => {
  const scales = [agreementQuestion('a'), agreementQuestion('b')];
  const round = tallied(
    [...scales, IMPORTANCE, DOTS],
    [
      {
        a: { kind: 'scale', value: 7 },
        b: { kind: 'scale', value: 6 },
        importance: { kind: 'ranking', order: ['vision'] },
        dots: { kind: 'dots', on: ['roles'] },
      },
      {
        a: { kind: 'scale', value: 6 },
        b: { kind: 'cannot-say' },
        importance: { kind: 'ranking', order: ['vision'] },
        dots: { kind: 'dots', on: ['roles'] },
      },
      {
        a: { kind: 'scale', value: 6 },
        b: { kind: 'scale', value: 5 },
        importance: { kind: 'ranking', order: ['roles'] },
        dots: { kind: 'dots', on: ['vision'] },
      },
    ],
  );

  it('a dimension is the mean of its questions', () => {
    expect(discloseDimension({ ...NAMED, round, questions: scales })).toEqual({
      status: 'shown',
      grain: 'exact',
      level: 0.82,
      band: 'aligned',
      together: 0.88,
      shape: 'aligned-high',
      gap: 0.18,
    });
    expect(discloseDimension({ ...NAMED, round: tallied(scales, [{}]), questions: scales })).toEqual({
      status: 'held',
      needed: 1,
    });
    expect(discloseDimension({ ...NAMED, round: tallied(scales, [{}, {}]), questions: scales })).toEqual({
      status: 'held',
      needed: 1,
    });
  });

  it('a dimension just under a third of the scale is not in it, as no question is', () => {
    const times = (count: number, answer: number) => Array.from({ length: count }, () => answer);
    const questions = [agreementQuestion('a'), agreementQuestion('b')];
    // Means shown as 4.91 and 5.08: 66.6 of 100 on the way, and a third begins at 66.7.
    const a = scaleTally([...times(10, 5), 4], { cannotSay: 1 });
    const b = scaleTally([...times(11, 5), 6]);
    expect(discloseDimension({ ...NAMED, round: roundOf(12, { a, b }), questions })).toMatchObject({
      level: 0.67,
      shape: 'lukewarm',
    });
  });

  it('a share, a rank and a dot are one person’s too', () => {
    expect(discloseImportance({ ...NAMED, round, dimension: 'roles' })).toBe(0.33);
    expect(discloseImportance({ ...NAMED, round, dimension: 'unasked' })).toBeNull();
    expect(discloseRanking({ ...NAMED, round, question: IMPORTANCE })).toEqual({
      status: 'shown',
      order: [
        { option: 'vision', text: 'Vision', meanRank: 1.33, place: 1 },
        { option: 'roles', text: 'Roles', meanRank: 1.67, place: 2 },
      ],
      orders: 'one',
      agreement: -0.33,
      // Rank sums 4 and 5 of three people: 12 x .5 / (9 x 6).
      concordance: { people: 3, w: 0.11 },
    });
    expect(discloseDots({ ...NAMED, round, question: DOTS })).toEqual({
      status: 'shown',
      ballots: 3,
      options: [
        { option: 'roles', dots: 2 },
        { option: 'vision', dots: 1 },
      ],
    });
  });

  it('nothing is held from two ballots on, and one alone has no figures', () => {
    expect([0, 1, 2].map((ballots) => discloseBallots({ ...NAMED, round: roundOf(ballots, {}) }))).toEqual([
      { status: 'held', needed: 2 },
      { status: 'held', needed: 1 },
      null,
    ]);
  });
});
