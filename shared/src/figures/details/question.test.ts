import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { discloseScale } from '../../domain/disclosure/disclosure.ts';
import type { QuestionResult, ShownScale } from '../../domain/results/shown.ts';
import { agreementQuestion, roundOf, scaleTally } from '../../testing/example-rounds.ts';
import { chanceWithin } from './agreement-lines.ts';
import { detailsOf } from './details.ts';
import { closenessOf, requiredAgreement } from '../../domain/results/bands.ts';
import words from '../../i18n/en/details.json' with { type: 'json' };
import { neededTable } from './needed-table.ts';
import { questionResult, sourceOf, valuesOf } from '../../testing/shown-results.ts';
import { roundedBeside, said } from './words.ts';

/** Four on 5, six on 6, two on 7. */
const TWELVE = [5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 7, 7];

const detailsOfAnswers = (answers: readonly number[], invited = answers.length) =>
  detailsOf({ of: 'question', question: questionResult(answers) }, sourceOf({ answered: answers.length, invited }));

describe('DT2 details of a question that shows every answer', () => {
  const details = detailsOfAnswers(TWELVE);

  it('are figures worked out by hand', () => {
    expect(valuesOf(details, 'group.close')).toEqual({
      rwg: 0.87,
      chance: ['below', 0.01],
      critical: 0.45,
      'ad-mean': 0.56,
      'ad-median': 0.5,
      awg: 0.83,
      consensus: 0.86,
      'agreement-a': 0.78,
      polarisation: 0.11,
    });
    expect(valuesOf(details, 'group.nulls')).toEqual({
      'null.max_dissensus': 0.94,
      'null.triangular_jdw': 0.79,
      'null.triangular_ls': 0.75,
      'null.slight_skew': 0.82,
      'null.moderate_skew': 0.76,
      'null.heavy_skew': 0.63,
      'null.normal_ls': 0.63,
    });
  });

  it('tell the rules that fired with their figures', () => {
    expect(details.groups[0]?.rules).toEqual([
      said('rule.band.aligned.figures', { rwg: 0.87, count: 12, critical: said('number', { value: 0.45 }) }),
      said('rule.shape.aligned-high', { way: 80.5 }),
    ]);
  });

  it('say of an undefined figure why there is none', () => {
    const [rwg, , , , , awg] = detailsOfAnswers([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2]).groups[1]?.lines ?? [];
    expect(rwg?.value).toEqual(said('number', { value: 0.96 }));
    expect([awg?.value, awg?.reading]).toEqual([said('none'), said('reason.mean-near-end')]);
  });

  it('hold no fuller figures back', () => {
    expect(details.held).toEqual([]);
    expect(details.citations.map(({ key }) => key)).toContain('James, Demaree & Wolf 1984');
  });
});

describe('DT3 uncertainty is told', () => {
  it('as none where everybody answered', () => {
    const details = detailsOfAnswers(TWELVE);
    expect(details.uncertainty).toEqual([said('uncertain.everybody')]);
    expect(details.groups.flatMap(({ lines }) => lines.filter(({ interval }) => interval !== null))).toEqual([]);
  });

  it('as a jackknife over people and as bounds of the mean where some did not', () => {
    const details = detailsOfAnswers(TWELVE, 16);
    const between = said('range', { low: 4.62, high: 6.13 });
    expect(details.uncertainty).toEqual([
      said('uncertain.bounds', { count: 4, invited: 16, between }),
      said('uncertain.jackknife'),
    ]);
    const interval = (name: string) =>
      details.groups.flatMap(({ lines }) => lines).find((line) => line.name.key === name)?.interval;
    // The mean's jackknife error is the plain standard error: sqrt(.51515 / 12) x sqrt(1 - 12 / 16), t(11) = 2.201.
    expect(interval('details:level')).toEqual(said('range', { low: 5.61, high: 6.06 }));
    expect(interval('details:rwg')).toEqual(said('range', plainJackknife(TWELVE, 16)));
  });

  it('as who took no part where not every answer is shown', () => {
    const question = questionResult([2, 3, 4, 5, 6]);
    const { uncertainty } = detailsOf({ of: 'question', question }, sourceOf({ answered: 5, invited: 8 }));
    expect(uncertainty).toEqual([said('uncertain.missing', { count: 3, invited: 8 }), said('uncertain.no-interval')]);
  });

  it('with no interval under five answers', () => {
    const question = questionResult([2, 3, 3], { mode: 'named' });
    const { uncertainty, held } = detailsOf({ of: 'question', question }, sourceOf({ answered: 3, invited: 4 }));
    expect(uncertainty.at(-1)).toEqual(said('uncertain.too-few'));
    expect(held).toEqual([said('held.named')]);
  });
});

describe('DT1 details are worked out from what is shown', () => {
  it('of all answer sheets of five people, those with one display have one set of details', () => {
    const known = new Map<string, string>();
    for (const sheet of sheetsOf(5, 7)) {
      const question = questionResult(sheet);
      const shown = JSON.stringify(question.result);
      const details = JSON.stringify(detailsOf({ of: 'question', question }, sourceOf({ answered: 5, invited: 6 })));
      expect(known.get(shown) ?? details).toBe(details);
      known.set(shown, details);
    }
    expect(known.size).toBeGreaterThan(10);
  });

  it('without every answer, there are only the figures that the picture has', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 5, maxLength: 14 }), (answers) => {
        const question = questionResult(answers);
        const { result } = question;
        const bars = result.status === 'shown' ? result.distribution : null;
        fc.pre(bars?.length !== 7);
        const { groups, held } = detailsOf({ of: 'question', question }, sourceOf({ answered: answers.length }));
        const names = groups.flatMap(({ lines }) => lines.map(({ name }) => name.key));
        expect(names).toEqual(['details:shape', 'details:level', 'details:favour', 'details:together']);
        expect(numbersIn(groups.flatMap(({ rules }) => rules).filter(({ key }) => key.includes('band')))).toEqual([]);
        expect(held.length).toBeGreaterThan(0);
      }),
    );
  });

  it('a held result has no figure at all', () => {
    const question = questionResult([4, 4]);
    const details = detailsOf({ of: 'question', question }, sourceOf({ answered: null }));
    expect({ ...details, method: [], needed: null }).toEqual({
      groups: [],
      uncertainty: [],
      held: [said('held.result', { minimum: 5, count: 3 })],
      method: [],
      needed: null,
      citations: [],
    });
  });

  it('many who can’t say leave the shape and the rule that made it', () => {
    const tally = scaleTally([3, 4], { cannotSay: 6 });
    const round = roundOf(8, { q: tally });
    const result = discloseScale({ question: agreementQuestion(), round, minimumGroup: 5 });
    const question: QuestionResult = { question: 'q', dimension: null, text: 'Text of q', low: 1, high: 7, result };
    const { groups, held } = detailsOf({ of: 'question', question }, sourceOf({ answered: 8 }));
    expect(groups.map(({ rules }) => rules)).toEqual([[said('rule.shape.unknown')]]);
    expect(held).toEqual([said('held.unknown')]);
  });
});

describe('DT4 rules that fired', () => {
  const rules = (shown: Partial<ShownScale>, answers: readonly number[] = [2, 3, 4, 5, 6]) => {
    const question = questionResult(answers);
    if (question.result.status !== 'shown') throw new Error('Five answers are shown');
    const changed = { ...question, result: { ...question.result, ...shown } };
    return detailsOf({ of: 'question', question: changed }, sourceOf({ answered: answers.length })).groups[0]?.rules;
  };

  it('coarse results name the rule without its figures', () => {
    expect(rules({ band: 'mixed', shape: 'spread', favour: 0.5 })).toEqual([
      said('rule.band.mixed'),
      said('rule.shape.spread', { way: 50 }),
    ]);
    expect(rules({ band: 'split', shape: 'spread', favour: 0.5 })).toEqual([
      said('rule.band.split'),
      said('rule.shape.spread', { way: 50 }),
      said('rule.shape.camps-as-spread'),
    ]);
  });

  it('a band is called one that is shown where it may be a neighbour’s', () => {
    const answersOf = (...counts: readonly number[]) =>
      counts.flatMap((count, step) => Array.from({ length: count }, () => step + 1));
    const ruleOf = (answers: readonly number[]) => {
      const question = questionResult(answers);
      return detailsOf({ of: 'question', question }, sourceOf({ answered: 12 })).groups[0]?.rules[0];
    };
    const split = answersOf(1, 5, 0, 1, 0, 1, 4);
    const aligned = answersOf(0, 0, 1, 1, 0, 10, 0);
    const bandOf = (answers: readonly number[]) => closenessOf([scaleTally(answers).counts])?.band;
    expect([split, aligned].map(bandOf)).toEqual(['split', 'aligned']);
    expect([split, aligned].map(ruleOf)).toEqual([said('rule.band.mixed'), said('rule.band.mixed')]);
    for (const band of ['aligned', 'mixed', 'split'] as const) {
      expect(words[`rule.band.${band}`]).toMatch(new RegExp(`^Shown as ${band}, .* shown by the one next to it`, 'u'));
    }
  });

  it('two camps have both figures below their limits', () => {
    const question = questionResult([1, 1, 1, 1, 1, 1, 7, 7, 7, 7, 7, 7]);
    const { groups } = detailsOf({ of: 'question', question }, sourceOf({ answered: 12 }));
    // s2 = 12 x 9 / 11 against 4; nobody in between.
    expect(groups[0]?.rules).toEqual([
      said('rule.band.split.figures', { rwg: -1.45, a: -1 }),
      said('rule.shape.camps', { way: 50 }),
    ]);
  });

  it('a figure is printed on its own side of the limit', () => {
    expect([0.6961, 0.704, 0.7, 0.69999999].map((value) => roundedBeside(value, 0.7))).toEqual([0.69, 0.7, 0.7, 0.7]);
    expect([0.7961, 0.8, 0.802].map((value) => roundedBeside(value, 0.8))).toEqual([0.79, 0.8, 0.8]);
    expect(roundedBeside(0.7163, 0.7167)).toBe(0.71);
  });
});

describe('DT5 the method is told', () => {
  it('with how much agreement is needed', () => {
    const { rows } = neededTable();
    const cell = (value: number | null) => (value === null ? said('none') : said('needed.value', { value }));
    expect(rows).toEqual([
      [3, cell(1), cell(1)],
      [4, cell(1), cell(0.92)],
      [5, cell(0.85), cell(0.8)],
      [6, cell(0.72), cell(0.7)],
      [said('needed.or-more', { count: 7 }), cell(0.7), cell(0.7)],
    ]);
  });

  it('with .70 for all that answer in larger numbers', () => {
    for (let n = 7; n <= 60; n += 1) {
      expect([5, 7].map((points) => requiredAgreement({ points, n }))).toEqual([0.7, 0.7]);
    }
  });

  it('with how often blind answers pass the cut-off of the average deviation', () => {
    expect(chanceWithin({ n: 5, points: 5, deviation: 5 / 6 }).value).toBeCloseTo(0.26, 2);
    expect(chanceWithin({ n: 3, points: 5, deviation: 5 / 6 }).value).toBeCloseTo(countedWithin(3, 5, 5 / 6), 12);
  });
});

/** Every combination of answers, order aside. */
function* sheetsOf(people: number, high: number, from = 1): Generator<readonly number[]> {
  if (people === 0) {
    yield [];
    return;
  }
  for (let value = from; value <= high; value += 1) {
    for (const rest of sheetsOf(people - 1, high, value)) yield [value, ...rest];
  }
}

/** Share of all sheets, in every order, whose average deviation from the mean is within a limit. */
function countedWithin(people: number, high: number, limit: number): number {
  let within = 0;
  const all = high ** people;
  for (let sheet = 0; sheet < all; sheet += 1) {
    const answers = Array.from({ length: people }, (_, place) => Math.floor(sheet / high ** place) % high);
    const mean = answers.reduce((sum, one) => sum + one, 0) / people;
    if (answers.reduce((sum, one) => sum + Math.abs(one - mean), 0) / people <= limit + 1e-9) within += 1;
  }
  return within / all;
}

/** The delete-one jackknife of r_wg on seven points as its definition says, with t(11) = 2.20099. */
function plainJackknife(answers: readonly number[], population: number) {
  const n = answers.length;
  const rwg = (of: readonly number[]) => {
    const mean = of.reduce((sum, one) => sum + one, 0) / of.length;
    return 1 - of.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (of.length - 1) / 4;
  };
  const pseudo = answers.map((_, left) => n * rwg(answers) - (n - 1) * rwg(answers.toSpliced(left, 1)));
  const mean = pseudo.reduce((sum, one) => sum + one, 0) / n;
  const variance = pseudo.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  const reach = 2.20099 * Math.sqrt((variance / n) * (1 - n / population));
  const two = (value: number) => Math.round(value * 100) / 100;
  return { low: two(mean - reach), high: two(Math.min(1, mean + reach)) };
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
