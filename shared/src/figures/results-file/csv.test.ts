import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvText, defused, type CsvCell } from './csv.ts';

const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const STUMBLING = [';', ',', '"', "'", '\t', '\r', '\n', ' ', '\u200B', '\uFEFF'];

/** Texts in which everything turns up that a reader of CSV could stumble over. */
const text = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 4 }), fc.constantFrom(...SIGNS, ...STUMBLING)), {
    maxLength: 9,
  })
  .map((parts) => parts.join(''));
const number = fc.integer({ min: -10_000, max: 10_000 }).map((hundredths) => hundredths / 100 + 0);
const table = fc.array(fc.array(fc.oneof(text, number), { minLength: 7, maxLength: 7 }), {
  minLength: 1,
  maxLength: 6,
});

function read(csv: string): readonly (readonly string[])[] {
  return parse(csv, { bom: true, relax_column_count: false, record_delimiter: '\r\n' });
}

/** What a spreadsheet finds first in a cell: it passes over quotes, spaces and what cannot be seen. */
function begins(cell: string): string {
  return cell.replace(/^["\s\p{C}]+/u, '').slice(0, 1);
}

describe('EX2 CSV', () => {
  it('reads back as the same cells, texts defused', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? String(cell) : defused(cell))));
        expect(read(csvText(rows))).toEqual(cells);
      }),
    );
  });

  it('begins with the mark of UTF-8, ends every line with CRLF, and quotes what must be quoted', () => {
    const rows: readonly (readonly CsvCell[])[] = [
      ['team', 'value'],
      ['Ships, "fast"', 1.5],
      ['Zürich\nBasel', -0.25],
    ];
    expect(csvText(rows)).toBe('\uFEFFteam,value\r\n"Ships, ""fast""",1.5\r\n"Zürich\nBasel",-0.25\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\t=x', "'\t'=x"],
    [' =x', "' =x"],
    ['"=x"', `'"=x"`],
    ['＝x', "'＝x"],
    ['\u200B=x', "'\u200B=x"],
    ['a;=x', "a;'=x"],
    ['a\n=x', "a\n'=x"],
    ['a = b - c; d', 'a = b - c; d'],
    ['3-4', '3-4'],
    ['', ''],
  ])('writes the text %j as %j', (given, written) => {
    expect(defused(given)).toBe(written);
  });

  it('never begins a cell with a formula, also where it is cut at semicolons, tabs and line ends', () => {
    fc.assert(
      fc.property(text, (given) => {
        const pieces = csvText([['Source', given]])
          .replace(/^\uFEFFSource,/, '')
          .split(/[;\t\r\n]/);
        expect(pieces.filter((piece) => SIGNS.includes(begins(piece)))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves our own numbers numbers, below nothing too', () => {
    expect(read(csvText([[-0.25, 0, 14.29]]))).toEqual([['-0.25', '0', '14.29']]);
  });

  it('changes nothing more in a text that is defused', () => {
    fc.assert(fc.property(text, (given) => expect(defused(defused(given))).toBe(defused(given))));
  });
});
