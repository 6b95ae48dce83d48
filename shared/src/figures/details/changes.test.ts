import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { discloseRevote } from '../../domain/disclosure/disclosure.ts';
import type { DimensionResult, RevoteResult, ShownDimension } from '../../domain/results/shown.ts';
import { agreementQuestion, roundOf, scaleTally } from '../../testing/example-rounds.ts';
import { questionResult, sourceOf, valuesOf } from '../../testing/shown-results.ts';
import type { RevotedPerson, TrendWave } from '../basis.ts';
import { detailsOf } from './details.ts';
import { said } from './words.ts';

const shown = (answers: readonly number[], mode: 'anonymous' | 'named') => {
  const { result } = questionResult(answers, { mode });
  if (result.status !== 'shown') throw new Error('These answers are shown');
  return result;
};

const BEFORE = [2, 2, 3, 4, 5, 6];
const moved = (mode: 'anonymous' | 'named', after: readonly number[]): RevoteResult => ({
  question: 'q',
  status: 'moved',
  before: shown(BEFORE, mode),
  after: shown(after, mode),
  meter: 'closer',
});
const people = (after: readonly number[]): readonly RevotedPerson[] =>
  BEFORE.map((before, place) => ({ before, after: after[place] ?? null }));

describe('DT8 details of a second vote', () => {
  const AFTER = [3, 3, 4, 5, 6, 7];
  const named = sourceOf({ answered: 6, mode: 'named' });

  it('with names: both pictures, the change, and the exact sign-flip test', () => {
    const questions = [{ text: 'Collide', revote: moved('named', AFTER), people: people(AFTER) }];
    const details = detailsOf({ of: 'revotes', questions }, named);
    const values = valuesOf(details, 'Collide');
    // Six people up by one: of 64 ways to turn them round, two go so far.
    expect([values['paired'], values['paired.chance']]).toEqual([1, 0.03]);
    expect(values['level.before-after']).toEqual([3.67, 4.67]);
    expect(values['level.change']).toBe(1);
    expect(details.groups[0]?.lines.at(-1)?.reading).toEqual(
      said('paired.chance.read', { count: 6, least: said('number', { value: 0.03 }) }),
    );
    expect(details.groups[0]?.rules).toEqual([said('rule.meter.closer')]);
  });

  it('nothing is said of significance under six pairs', () => {
    const [last] = detailsOf(
      {
        of: 'revotes',
        questions: [{ text: 'Collide', revote: moved('named', AFTER), people: people(AFTER.slice(0, 5)) }],
      },
      named,
    ).groups.flatMap(({ lines }) => lines.slice(-1));
    // 2 of 32.
    expect(last).toMatchObject({
      value: said('number', { value: 0.06 }),
      reading: said('paired.chance.too-few', { count: 5, least: said('number', { value: 0.06 }) }),
    });
  });

  it('without names: the change of what was shown, and no test', () => {
    const revote = moved('anonymous', [4, 4, 4, 4, 5, 5]);
    const details = detailsOf({ of: 'revotes', questions: [{ text: 'Collide', revote }] }, sourceOf({ answered: 6 }));
    const values = valuesOf(details, 'Collide');
    // The middles of the second and the third of three steps.
    expect([values['together.before-after'], values['together.change']]).toEqual([[50, 83.33], 33]);
    expect(details.uncertainty).toEqual([said('uncertain.took-part'), said('change.no-test')]);
    expect(Object.keys(values)).not.toContain('paired');
  });

  it('prints no change of the mean where both means are not moved alike', () => {
    const change = (before: readonly number[], after: readonly number[]) => {
      const revote: RevoteResult = {
        question: 'q',
        status: 'moved',
        before: shown(before, 'anonymous'),
        after: shown(after, 'anonymous'),
        meter: 'closer',
      };
      const details = detailsOf(
        { of: 'revotes', questions: [{ text: 'Collide', revote }] },
        sourceOf({ answered: before.length }),
      );
      return details.groups[0]?.lines.find(({ name }) => name.key === 'details:level.change');
    };
    expect(change(BEFORE, [4, 4, 4, 4, 5, 5])?.reading).toEqual(said('change.places'));
    expect(change(BEFORE, [2, 3, 4, 4, 5, 6])).toMatchObject({
      value: said('change', { value: 0.25 }),
      reading: said('level.change.read.coarse'),
    });
    expect(change(BEFORE, [3, 3, 4, 4, 5, 5, 4, 4])?.reading).toEqual(said('change.grains'));
    // Bars of thirds stand beside a lone answer.
    const beside = [2, 1, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6];
    expect(change(beside, [1, ...Array.from({ length: 11 }, () => 6)])?.reading).toEqual(said('change.places'));
  });

  it('property: no printed change of the mean goes the other way than the mean of the answers', () => {
    const meeting = fc.record({
      people: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 5, maxLength: 16 }),
      near: fc.integer({ min: 1, max: 6 }),
      moves: fc.array(fc.tuple(fc.nat(15), fc.integer({ min: 1, max: 7 })), { minLength: 2, maxLength: 5 }),
    });
    const meanOf = (answers: readonly number[]) => answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
    const round = (answers: readonly number[]) => roundOf(answers.length, { q: scaleTally(answers) });
    let printed = 0;
    fc.assert(
      fc.property(meeting, ({ people, near, moves }) => {
        const before = people.map((answer) => 1 + ((answer - 1) % near));
        const after = moves.reduce((answers, [at, to]) => answers.with(at % answers.length, to), before);
        const result = discloseRevote({
          question: agreementQuestion(),
          before: round(before),
          after: round(after),
          changed: before.filter((answer, at) => answer !== after[at]).length,
          minimumGroup: 5,
        });
        if (result.status !== 'moved') return;
        const revote: RevoteResult = { question: 'q', ...result, meter: 'settled' };
        const details = detailsOf(
          { of: 'revotes', questions: [{ text: 'Collide', revote }] },
          sourceOf({ answered: before.length }),
        );
        const value = valuesOf(details, 'Collide')['level.change'];
        if (typeof value !== 'number') return;
        printed += 1;
        const moved = meanOf(after) - meanOf(before);
        if (Math.abs(moved) > 1e-9)
          expect({ before, after, against: value * moved < 0 }).toMatchObject({ against: false });
      }),
      { numRuns: 400 },
    );
    expect(printed).toBeGreaterThan(30);
  });

  it('says why nothing new is shown, once', () => {
    const unchanged = { text: 'Collide', revote: { question: 'q', status: 'unchanged' } } as const;
    const { groups, held } = detailsOf({ of: 'revotes', questions: [unchanged, unchanged] }, sourceOf({ answered: 6 }));
    expect([groups, held]).toEqual([[], [said('held.unchanged')]]);
  });
});

describe('DT9 details of a trend', () => {
  const dimension = (id: string, result: Partial<ShownDimension>): DimensionResult => ({
    dimension: id,
    title: id,
    importance: null,
    result: {
      status: 'shown',
      grain: 'medium',
      level: 0.5,
      band: 'mixed',
      together: 0.5,
      shape: 'spread',
      gap: 0.5,
      ...result,
    },
  });
  const wave = (dimensions: readonly DimensionResult[], changed: Partial<TrendWave> = {}): TrendWave => ({
    meeting: 'August',
    date: 0,
    answered: 8,
    invited: 9,
    instrumentChanged: false,
    membersChanged: false,
    dimensions,
    ...changed,
  });
  const source = sourceOf({ answered: 8, invited: 9 });

  it('is the change in points since last time, or why there is none', () => {
    const held = { ...dimension('Trust', {}), result: { status: 'held', needed: 1 } } as const;
    const waves = [
      wave([dimension('Roles', { together: 0.3 }), dimension('Goals', { grain: 'coarse' }), held]),
      wave([
        dimension('Roles', { together: 0.7 }),
        dimension('Goals', {}),
        dimension('Trust', {}),
        dimension('New', {}),
      ]),
    ];
    const [group] = detailsOf({ of: 'trend', waves }, source).groups;
    expect(group?.lines.map(({ value, reading }) => [value, reading])).toEqual([
      [said('change', { value: 40 }), said('since.read', { move: said('move', { before: 30, after: 70 }) })],
      [said('none'), said('change.grains')],
      [said('none'), said('change.held')],
      [said('none'), said('change.new')],
    ]);
    expect(group?.rules).toEqual([
      said('rule.changed.nothing'),
      said('rule.changed.answered', { before: 8, invitedBefore: 9, now: 8, invitedNow: 9 }),
    ]);
  });

  it('compares nothing over changed questions, and warns of changed members', () => {
    const waves = [wave([dimension('Roles', {})]), wave([dimension('Roles', {})], { instrumentChanged: true })];
    const [group] = detailsOf({ of: 'trend', waves }, source).groups;
    expect([group?.lines, group?.rules[0]]).toEqual([[], said('rule.changed.instrument')]);
    const members = [wave([]), wave([], { membersChanged: true, answered: null })];
    expect(detailsOf({ of: 'trend', waves: members }, source).groups[0]?.rules).toEqual([said('rule.changed.members')]);
  });

  it('has nothing to compare the first time with', () => {
    const { groups, held } = detailsOf({ of: 'trend', waves: [wave([])] }, source);
    expect([groups, held]).toEqual([[], [said('trend.first')]]);
  });
});

describe('DT10 details of guesses, importance and camps', () => {
  it('guesses have their gap, both means, and the rule', () => {
    const questions = [
      { question: 'a', text: 'A', result: { status: 'shown', guess: 5.5, answer: 3.25, gap: 2.25 } },
      { question: 'b', text: 'B', result: { status: 'held', needed: 2 } },
      { question: 'c', text: 'C', result: { status: 'shown', guess: 3, answer: 3.5, gap: -0.5 } },
    ] as const;
    const details = detailsOf({ of: 'perception', questions }, sourceOf({ answered: 6 }));
    expect(valuesOf(details, 'group.guesses')).toEqual({ A: 2.25, C: -0.5 });
    expect(details.groups[0]?.lines.map(({ reading }) => reading?.key)).toEqual([
      'details:guess.higher',
      'details:guess.lower',
    ]);
    expect(details.groups[0]?.rules).toEqual([said('rule.guess')]);
    expect(details.held).toEqual([said('held.result', { minimum: 5, count: 2 })]);
  });

  it('importance has share and place, and says what is to be talked about first', () => {
    const base = {
      status: 'shown',
      grain: 'medium',
      level: 0.5,
      band: 'mixed',
      shape: 'spread',
      gap: 0.5,
    } as const;
    const dimensions: readonly DimensionResult[] = [
      { dimension: 'r', title: 'Roles', importance: 0.8, result: { ...base, together: 0.3 } },
      { dimension: 'g', title: 'Goals', importance: 0.8, result: { ...base, together: 0.7 } },
      { dimension: 't', title: 'Trust', importance: null, result: { ...base, together: 0.7 } },
    ];
    const [group] = detailsOf({ of: 'importance', dimensions }, sourceOf({ answered: 9 })).groups;
    expect(group?.lines.map(({ value, reading }) => [value, reading])).toEqual([
      [said('importance.place', { share: 80, apart: 70 }), said('importance.first')],
      [said('importance.place', { share: 80, apart: 30 }), null],
      [said('none'), said('importance.not-asked')],
    ]);
  });

  it('camps have sizes, how clear they are, and what sets them apart', () => {
    const camps = { sizes: [5, 7], questions: ['q'], p: 0.004, silhouette: 0.6 } as const;
    const questions = [questionResult([1, 1, 1, 1, 1, 7, 7, 7, 7, 7, 7, 7])];
    const details = detailsOf({ of: 'camps', camps, questions }, sourceOf({ answered: 12 }));
    expect(valuesOf(details, 'group.camps')).toEqual({
      'camps.sizes': [5, 7],
      silhouette: 0.6,
      'camps.chance': ['below', 0.01],
    });
    expect(details.groups[0]?.rules).toEqual([said('rule.camps'), said('camps.question', { text: 'Text of q' })]);
  });

  it('camps of a named meeting do not say that nobody knows who is in which', () => {
    const camps = { sizes: [2, 2], questions: ['q'], p: 0.04, silhouette: 0.6 } as const;
    const detailsIn = (mode: 'anonymous' | 'named') => {
      const questions = [questionResult([1, 1, 1, 7, 7, 7], { mode })];
      const { groups, held } = detailsOf({ of: 'camps', camps, questions }, sourceOf({ answered: 6 }));
      return [groups[0]?.lines[0]?.reading, held];
    };
    expect(detailsIn('named')).toEqual([null, [said('held.named')]]);
    expect(detailsIn('anonymous')).toEqual([said('camps.sizes.read'), [said('held.camps')]]);
  });
});
