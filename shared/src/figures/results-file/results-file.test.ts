import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { anyResults, MEETING_OF_RESULTS } from '../../testing/any-results.ts';
import { fileResultsOf, keyOf, numbersIn, sectionOf } from '../../testing/file-rows.ts';
import { rounded } from '../details/words.ts';
import { percent } from '../figure.ts';
import { defused } from './csv.ts';
import { resultRows, resultsCsv, resultsFileName } from './results-file.ts';
import type { ResultRow } from './row.ts';
import type { FileResults } from './source.ts';

const meeting = MEETING_OF_RESULTS;

/** Keys instead of words: what they are is tested where they are spoken. */
const byKey = (key: string, values: object) => `${key} ${JSON.stringify(values)}`;
const csvOf = (results: FileResults) => resultsCsv({ meeting, results }, byKey);

/** Every text anywhere in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe('EX1 what is in the file', () => {
  it('is no number that the screens are not given, rounded as they print it', () => {
    fc.assert(
      fc.property(anyResults(), (results) => {
        const places = results.named.length > 0 ? [1, 2] : [];
        const given = [...numbersIn(results), meeting.revision, meeting.leaders, meeting.minimumGroup, ...places];
        const known = new Set(given.flatMap((value) => [rounded(value), percent(value), rounded(percent(value))]));
        const told = numbersIn(resultRows({ meeting, results }));
        expect(told.filter((value) => !known.has(value))).toEqual([]);
      }),
    );
  });

  it('is no text of anybody’s that the screens are not given', () => {
    fc.assert(
      fc.property(anyResults(), (results) => {
        const known = new Set([...textsIn(results), ...textsIn(meeting), '2026-11-12', '']);
        const ofPeople = resultRows({ meeting, results }).flatMap(({ dimension, question, group, item, value }) =>
          [dimension, question, group, item, value].filter((cell) => typeof cell === 'string'),
        );
        expect(ofPeople.filter((text) => !known.has(text))).toEqual([]);
      }),
    );
  });

  it('follows from what the screens are given: nothing else of the meeting changes a byte', () => {
    fc.assert(
      fc.property(anyResults(), (results) => {
        const sent = structuredClone(results);
        const more = { ...meeting, people: ['Maya'], comments: ['x'], log: [1], entered: { rating: 9 }, sealed: true };
        expect(resultsCsv({ results: sent, meeting: more }, byKey)).toBe(csvOf(results));
      }),
    );
  });

  it('is nothing of what is held but why', () => {
    fc.assert(
      fc.property(anyResults(), (results) => {
        const rows = resultRows({ meeting, results });
        for (const { question, text, result } of results.rating?.questions ?? []) {
          if (result.status === 'shown') continue;
          const own = rows.filter((row) => sectionOf(row) === 'questions' && row.question === text);
          expect([question, ...own.map(({ measure }) => keyOf(measure))]).toEqual([
            ...[question, 'measure.low', 'measure.high', 'measure.status'],
          ]);
          expect(own.at(-1)?.value).toEqual({ key: 'held', values: { count: result.needed } });
        }
        for (const { title, result, importance } of results.rating?.dimensions ?? []) {
          if (result.status === 'shown') continue;
          const own = rows.filter((row) => sectionOf(row) === 'dimensions' && row.dimension === title);
          const asked = importance === null ? [] : ['column.importance'];
          expect(own.map(({ measure }) => keyOf(measure))).toEqual(['measure.status', ...asked]);
        }
        const { rankings = [], allocations = [], pairwise = [] } = results.rating ?? {};
        for (const { text, result } of [...rankings, ...allocations, ...pairwise]) {
          if (result.status === 'shown') continue;
          const own = rows.filter((row) => row.question === text && sectionOf(row) !== 'named');
          expect(own.filter(({ item }) => item !== '')).toEqual([]);
        }
      }),
    );
  });
});

describe('EX3 one long table', () => {
  it('names its columns, gives each row all of them, and reads back as the same cells', () => {
    fc.assert(
      fc.property(anyResults(), (results) => {
        const cells: readonly (readonly string[])[] = parse(csvOf(results), { bom: true });
        const cell = (value: ResultRow[keyof ResultRow]) => {
          if (typeof value === 'number') return String(value);
          return typeof value === 'string' ? defused(value) : null;
        };
        const rows = resultRows({ meeting, results });
        expect(cells).toHaveLength(rows.length + 1);
        rows.forEach(({ section: _words, measure: _name, ...row }, at) => {
          const [, dimension, question, group, item, , value] = cells[at + 1] ?? [];
          const read = { dimension, question, group, item, value };
          const plain = Object.entries(row).map(([name, own]) => [name, cell(own)] as const);
          expect(read).toMatchObject(Object.fromEntries(plain.filter(([, own]) => own !== null)));
        });
      }),
    );
  });

  it('says first where its numbers come from', () => {
    const source = resultRows({ meeting, results: fileResultsOf({ ballots: null }) });
    expect(
      source.map(({ measure, value }) => [keyOf(measure), typeof value === 'object' ? keyOf(value) : value]),
    ).toEqual([
      ['measure.organisation', '@Northwind'],
      ['measure.team', '=Executive team'],
      ['measure.title', '-Q4, “plan”'],
      ['measure.format', 'format.meeting'],
      ['measure.mode', 'mode.anonymous'],
      ['measure.closed', '2026-11-12'],
      ['measure.revision', 41],
      ['measure.asked', 9],
      ['measure.answered', 'fewer'],
      ['measure.minimum', 5],
      ['measure.in-it', 'in-it.full'],
      ['measure.reading', 'reading'],
    ]);
  });

  it('puts answers with names at its end, in a block of their own, and none where none are shown', () => {
    fc.assert(
      fc.property(anyResults(), (results) => {
        const sections = resultRows({ meeting, results }).map(sectionOf);
        const from = sections.indexOf('named');
        const people = results.named.some(({ answers }) => answers.length > 0);
        expect(from >= 0).toBe(people);
        if (people) expect(new Set(sections.slice(from))).toEqual(new Set(['named']));
        const names = textsIn(resultRows({ meeting, results }).filter((row) => sectionOf(row) !== 'named'));
        expect(names.filter((name) => name.includes('Maya'))).toEqual([]);
      }),
    );
  });
});

describe('EX4 the file of somebody who sees dimensions only', () => {
  it('holds dimensions and where they come from', () => {
    fc.assert(
      fc.property(anyResults(), (results) => {
        fc.pre(results.depth === 'dimensions');
        const sections = new Set(resultRows({ meeting, results }).map(sectionOf));
        expect([...sections].filter((name) => name !== 'source' && name !== 'dimensions')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('EX5 the name of the file', () => {
  it.each([
    ['Executive team', 'Q4: are we aligned?', 'Executive-team_Q4-are-we-aligned_2026-11-12.csv'],
    ['../../etc/passwd', 'CON', 'etc-passwd_CON_2026-11-12.csv'],
    ['Zürich 東京', '=\u202Egpj.exe', 'Zürich-東京_gpj-exe_2026-11-12.csv'],
    ['???', ' ', '2026-11-12.csv'],
  ])('of %j, %j is %s', (name, title, expected) => {
    const named = { ...meeting, team: { ...meeting.team, name }, composition: { title } };
    expect(resultsFileName(named, 'csv')).toBe(expected);
  });

  it('is short enough for every system, in letters, digits, - and _', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const file = resultsFileName(
          { ...meeting, team: { ...meeting.team, name }, composition: { title: name } },
          'csv',
        );
        expect(file).toMatch(/^[\p{L}\p{M}\p{N}_-]+\.csv$/u);
        expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(255);
      }),
    );
  });
});
