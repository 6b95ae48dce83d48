import { describe, expect, it } from '@jest/globals';
import { answerCase } from '@plumbline/infra/measures/answer-case';
import type { Figures } from '@plumbline/infra/measures/families/family';
import { families } from '@plumbline/infra/measures/families/index';
import { departures, references } from './reference.ts';
import type { Reference } from './reference.ts';

const cases = references();

const answers = new Map<Reference, Figures>();

/** Computes what the case asks, once, without what it expects. */
function answer(reference: Reference): Figures {
  const { case: name, measure, input, params } = reference;
  const known = answers.get(reference);
  if (known !== undefined) return known;
  const answered = answerCase({ case: name, measure, input, params }, families);
  if (!answered.ok) throw new Error(answered.error.detail);
  answers.set(reference, answered.value);
  return answered.value;
}

describe('MS1 the measures give the reference cases', () => {
  it('are all computed', () => {
    const wanted = new Set(cases.map(({ measure }) => measure));
    expect([...wanted].filter((measure) => families[measure] === undefined)).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(123);
  });

  it.each(cases)('$measure $case', (reference) => {
    expect(departures(answer(reference), reference)).toEqual([]);
  });
});

describe('MS2 a figure that is undefined is null', () => {
  it.each([...new Set(cases.map(({ measure }) => measure))])('%s has the same figures in every case', (measure) => {
    const own = cases.filter((reference) => reference.measure === measure);
    const figures = new Set(own.flatMap(({ expected }) => Object.keys(expected)));
    figures.delete('reason');
    for (const reference of own) {
      expect(Object.keys(answer(reference))).toEqual(expect.arrayContaining([...figures]));
    }
  });
});

/** Null says something itself: nobody beats all others; of two ways to a p, or of two halves, the other one was taken. */
const NULL_BY_MEANING = /^(condorcet_winner|p_exact|p_drawn|p_exact_less|log_likelihood|null_q95)$/;

/** What a case would be with less in it: its first two rows, all values the same, and nothing at all. */
function poorer(value: unknown, how: 'short' | 'constant' | 'missing'): unknown {
  if (typeof value === 'number') return how === 'constant' ? 3 : how === 'missing' ? null : value;
  if (Array.isArray(value)) return (how === 'short' ? value.slice(0, 2) : value).map((inner) => poorer(inner, how));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poorer(inner, how)]));
}

describe('MS2 every figure that is undefined says why', () => {
  it.each(cases)('$measure $case', ({ case: name, measure, input, params }) => {
    for (const how of ['as it is', 'short', 'constant', 'missing'] as const) {
      const given = Object.fromEntries(
        Object.entries(input).map(([key, value]): [string, unknown] => [
          key,
          how === 'as it is' ? value : poorer(value, how),
        ]),
      );
      const answered = answerCase({ case: name, measure, input: given, params }, families);
      if (!answered.ok) continue;
      const { reason, reasons, ...figures } = answered.value;
      const silent = Object.entries(figures).flatMap(([key, value]) =>
        value === null && reason === undefined && !NULL_BY_MEANING.test(key) ? [key] : [],
      );
      expect({ how, silent: silent.filter((key) => !Object.hasOwn(reasons ?? {}, key)) }).toEqual({ how, silent: [] });
    }
  });
});

describe('MS1 what differencing exposes', () => {
  it('is every set of fewer than k people, also those that are made of others', () => {
    const groups = {
      all: ['1', '2', '3', '4', '5', '6'],
      later: ['2', '3', '4', '5', '6'],
      earlier: ['1', '2', '3', '4'],
    };
    const asked = { case: 'unions', measure: 'privacy_differencing', input: { groups }, params: { k: 4 } };
    const answered = answerCase(asked, families);
    expect(answered.ok ? answered.value['exposed_sets'] : answered).toEqual([
      ['1'],
      ['5', '6'],
      ['1', '5', '6'],
      ['2', '3', '4'],
    ]);
  });
});

describe('the comparison of a result with a case', () => {
  const reference: Reference = {
    case: 'invented',
    measure: 'none',
    input: {},
    params: { p_tolerance: 0.03 },
    expected: { n: 5, W: 0.5, none: null, partition: [0, 0, 1], kemeny_optimal: [['a'], ['b']], p_permutation: 0.4 },
    tolerance: 1e-9,
  };
  const agreeing = {
    n: 5,
    W: 0.5 + 9e-10,
    none: null,
    partition: [1, 1, 0],
    kemeny_optimal: [['b'], ['a']],
    p_permutation: 0.42,
    more: 1,
  };

  it('lets labels be swapped, optima be in any order, and a drawn p be near', () => {
    expect(departures(agreeing, reference)).toEqual([]);
  });

  it.each([
    [{ n: 6 }, 'n is 6, expected 5'],
    [{ W: 0.5 + 2e-9 }, 'W is 0.500000002, expected 0.5'],
    [{ W: NaN }, 'W is null, expected 0.5'],
    [{ W: null }, 'W is null, expected 0.5'],
    [{ none: 0 }, 'none is 0, expected null'],
    [{ none: undefined }, 'none is missing, expected null'],
    [{ partition: [0, 1, 1] }, 'partition/1 is 1, expected 0'],
    [{ partition: [1, 1] }, 'partition/0 is 1, expected 0'],
    [{ kemeny_optimal: [['a']] }, 'kemeny_optimal/1 is missing, expected "[\\"b\\"]"'],
    [{ kemeny_optimal: null }, 'kemeny_optimal is null, expected ["[\\"a\\"]","[\\"b\\"]"]'],
    [{ p_permutation: 0.44 }, 'p_permutation is 0.44, expected 0.4'],
  ])('tells of %j: %s', (change, words) => {
    expect(departures({ ...agreeing, ...change }, reference)[0]).toBe(words);
  });

  it('misses a figure that is not there', () => {
    const { n, ...others } = agreeing;
    expect(n).toBe(5);
    expect(departures(others, reference)).toEqual(['n is missing']);
  });
});
