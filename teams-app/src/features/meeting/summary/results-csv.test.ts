import { beforeAll, describe, expect, it } from '@jest/globals';
import { resultsCsv } from '@plumbline/shared/figures/results-file/results-file';
import type { FileKey } from '@plumbline/shared/figures/results-file/words';
import figures from '@plumbline/shared/i18n/en/figures.json' with { type: 'json' };
import file from '@plumbline/shared/i18n/en/file.json' with { type: 'json' };
import { anyResults, MEETING_OF_RESULTS } from '@plumbline/shared/testing/any-results';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { createInstance } from 'i18next';

const i18n = createInstance();
const missing: string[] = [];
/** Keys of `file` and `figures` that were said. */
const spokenKeys = new Set<string>();

beforeAll(async () => {
  await i18n.init({
    lng: 'en',
    ns: ['figures', 'file'],
    defaultNS: 'figures',
    keySeparator: false,
    resources: { en: { figures, file } },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => missing.push(key),
    missingInterpolationHandler: (text: string) => missing.push(text),
  });
});

function say(key: FileKey, values: object): string {
  spokenKeys.add(key);
  return i18n.t(key, { ...values, ns: ['figures', 'file'], interpolation: { escapeValue: false } });
}

const meetings = fc
  .record({
    mode: fc.constantFrom('anonymous' as const, 'named' as const),
    format: fc.constantFrom('meeting' as const, 'pulse' as const),
  })
  .map((changes) => ({ ...MEETING_OF_RESULTS, ...changes }));
/** Each round's word is said of named rounds only. */
const ofNamedRounds = (key: string) => key.startsWith('round.');

describe('EX6 every cell of a file of results', () => {
  it('has its words and its figures, whatever is shown', () => {
    fc.assert(
      fc.property(anyResults(), meetings, (results, meeting) => {
        const rows: readonly (readonly string[])[] = parse(resultsCsv({ meeting, results }, say), { bom: true });
        expect(rows[0]).toEqual(['section', 'dimension', 'question', 'group', 'item', 'measure', 'value']);
        const cells = rows.flat();
        expect(
          cells.filter((words) => /NaN|undefined|Infinity|null|\{\{|\[object|file:|-0(?![.\d])|\d\.\d{3}/.test(words)),
        ).toEqual([]);
        for (const [section, , , , , measure, value] of rows) expect([section, measure, value]).not.toContain('');
      }),
    );
    expect(missing).toEqual([]);
  });

  it('is in the catalogue because a file says it', () => {
    for (const [results, meeting] of fc.sample(fc.tuple(anyResults(), meetings), { numRuns: 300, seed: 20_261_112 })) {
      resultsCsv({ meeting, results }, say);
    }
    const stems = Object.keys(file).map((key) => key.replace(/_(one|other)$/, ''));
    expect(stems.filter((key) => !spokenKeys.has(`file:${key}`) && !ofNamedRounds(key))).toEqual([]);
  });

  it('begins as a reader finds it', () => {
    const results = {
      ...{ depth: 'full' as const, predictions: null, dots: null, revotes: [], support: [], marks: null, named: [] },
      rating: null,
      worth: { status: 'held' as const, needed: 2 },
    };
    const lines = resultsCsv({ meeting: MEETING_OF_RESULTS, results }, say).split('\r\n');
    expect(lines.filter((line) => !/What is in it|How to read/.test(line))).toEqual([
      '\uFEFFsection,dimension,question,group,item,measure,value',
      "Source,,,,,Organisation,'@Northwind",
      "Source,,,,,Team,'=Executive team",
      'Source,,,,,Title,"\'-Q4, “plan”"',
      'Source,,,,,Format,meeting',
      'Source,,,,,Answers,anonymous',
      'Source,,,,,"Closed, UTC",2026-11-12',
      'Source,,,,,Revision,41',
      'Source,,,,,Asked,12',
      'Source,,,,,Answered,fewer than 5',
      'Source,,,,,Smallest group,5',
      'Worth the time,,,,,Status,held: 2 more answers would open it',
      '',
    ]);
  });
});
