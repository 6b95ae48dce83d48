import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { answerCase } from './answer-case.ts';
import type { Family } from './families/family.ts';
import { readCases } from './read-case.ts';

const one = { case: 'a', measure: 'sum', input: { x: 1 }, params: { k: 2 } };

describe('a file of cases', () => {
  it.each([
    ['one case', JSON.stringify({ ...one, expected: { sum: 9 }, tolerance: 0, source: 'none' }, null, 2), [one]],
    ['a byte order mark', `\uFEFF${JSON.stringify(one)}`, [one]],
    ['an array', JSON.stringify([one, one]), [one, one]],
    ['one case a line', `${JSON.stringify(one)}\r\n\r\n${JSON.stringify(one)}\n`, [one, one]],
    ['no params', '{"case":"a","measure":"sum","input":{"x":1}}', [{ ...one, params: {} }]],
    ['nothing in an array', '[]', []],
  ])('is read with %s, and never what is expected', (_, content, cases) => {
    expect(readCases(content)).toEqual(cases.map((value) => ({ ok: true, value })));
  });

  it.each([
    ['{"case": "a", }', [null, null, 'case.not-json'], 'This is not JSON'],
    ['', [null, null, 'case.not-json'], 'This is not JSON'],
    ['7', [null, null, 'case.malformed'], 'expected object'],
    ['{"case":"a"}', ['a', null, 'case.malformed'], '/measure: '],
    ['{"case":"a","measure":"m","input":[1]}', ['a', 'm', 'case.malformed'], '/input: '],
    ['{"case":5,"measure":"m","input":{}}', [null, 'm', 'case.malformed'], '/case: '],
  ])('%j is told by name and place', (content, told, words) => {
    const errors = readCases(content).map((read) => (read.ok ? undefined : read.error));
    expect(errors.map((error) => [error?.case, error?.measure, error?.fault.kind])).toEqual([told]);
    expect(errors[0]?.fault.detail).toContain(words);
  });
});

describe('the answer to a case', () => {
  const input = z.object({ x: z.number() });
  const family: Family = {
    sum: (asked) => ({ sum: input.parse(asked.input).x + 1 }),
    odd: () => ({ nan: NaN, deep: { list: [1, -Infinity] }, zero: -0, word: 'a', none: null }),
    why: () => ({ nan: NaN, reason: 'no_variation' }),
    bug: () => {
      throw new Error('a bug');
    },
  };
  const ask = (measure: string, x: unknown = 1) => answerCase({ case: 'a', measure, input: { x }, params: {} }, family);

  it('is what the measure says', () => {
    expect(ask('sum')).toEqual({ ok: true, value: { sum: 2 } });
  });

  it('is null with a reason instead of NaN and Infinity, and 0 instead of -0', () => {
    const odd = ask('odd');
    expect(odd).toEqual({
      ok: true,
      value: { reason: 'not_a_number', nan: null, deep: { list: [1, null] }, zero: 0, word: 'a', none: null },
    });
    expect(ask('why')).toEqual({ ok: true, value: { nan: null, reason: 'no_variation' } });
  });

  it.each([
    ['prayer', 'case.unknown-measure', 'There is no measure "prayer".'],
    ['toString', 'case.unknown-measure', 'There is no measure "toString".'],
    ['sum', 'case.malformed', '/x: Invalid input: expected number, received string.'],
    ['bug', 'case.broken', 'The computation broke down: a bug.'],
  ])('to %s is a fault', (measure, kind, detail) => {
    const answer = ask(measure, 'one');
    expect(answer.ok ? {} : { kind: answer.error.kind, detail: answer.error.detail }).toEqual({ kind, detail });
  });
});
