import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textOf } from './decode.ts';
import { readSheet } from './read-sheet.ts';
import type { Reading, Sheet } from './read-sheet.ts';

function sheetOf(text: string, reading: Reading = {}): Sheet {
  const sheet = readSheet(text, reading);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.error));
  return sheet.value;
}

function faultsOf(text: string, reading: Reading = {}) {
  const sheet = readSheet(text, reading);
  return sheet.ok ? [] : sheet.error.map(({ kind, detail }) => [kind, detail]);
}

const ROWS = [
  [1, 2.5, null],
  [4, 5, 6],
];

describe('a csv of answers', () => {
  it.each([
    ['commas', 'name,a,b,c\nAnna,1,2.5,\nBo,4,5,6\n'],
    ['semicolons and decimal commas', 'name;a;b;c\nAnna;1;2,5;\nBo;4;5;6\n'],
    ['tabs', 'name\ta\tb\tc\nAnna\t1\t2.5\t\nBo\t4\t5\t6'],
    ['quotes', '"name","a","b","c"\n"Anna","1","2,5","NA"\n"Bo","4","5","6"\n'],
    ['Windows line ends and a byte order mark', '\uFEFFname,a,b,c\r\nAnna,1,2.5,\r\nBo,4,5,6\r\n'],
    ["a word for missing and one in Excel's quotes", 'name,a,b,c\nAnna,1,2.5,"can\u2019t say"\nBo,4,5,6'],
    ['what a spreadsheet leaves behind', 'name,a,b,c,,\nAnna,1,2.5,,,\n\nBo,4,5,6,,\n,,,,,\n'],
    ["Excel's word on the delimiter", 'sep=;\nname;a;b;c\nAnna;1;2,5;n/a\nBo;4;5;6\n'],
    ['an empty corner', ',a,b,c\nAnna,1,2.5,.\nBo,4,5,6'],
    ['spaces', ' name , a,b ,c\nAnna, 1 ,2.5, -\nBo,4,5,6'],
  ])('is read with %s', (_, text) => {
    const { items, raters, named, rows } = sheetOf(text);
    expect({ items, raters, named, rows }).toEqual({
      items: ['a', 'b', 'c'],
      raters: ['Anna', 'Bo'],
      named: true,
      rows: ROWS,
    });
  });

  it('needs no names', () => {
    expect(sheetOf('1,2.5,\n4,5,6\n')).toEqual({
      items: ['item 1', 'item 2', 'item 3'],
      raters: ['rater 1', 'rater 2'],
      named: false,
      rows: ROWS,
      lines: [1, 2],
      columns: [1, 2, 3],
      teams: undefined,
      notes: ['cells are separated by commas', 'there is no line of names', 'every column holds answers'],
    });
  });

  it('knows numbered raters and items when told, or by their heads', () => {
    expect(sheetOf('1,2\n3,4', { header: true }).items).toEqual(['1', '2']);
    expect(sheetOf('7,3\n8,4', { names: true })).toMatchObject({ raters: ['7', '8'], rows: [[3], [4]] });
    expect(sheetOf('id,a\n7,3\n8,4')).toMatchObject({ raters: ['7', '8'], rows: [[3], [4]] });
  });

  it('takes the teams out of the answers', () => {
    const text = 'name,a,team\nAnna,1,north\nBo,2,south';
    const read = { items: ['a'], rows: [[1], [2]], teams: ['north', 'south'], columns: [2] };
    expect(sheetOf(text, { groups: 'team' })).toMatchObject(read);
    expect(sheetOf(text, { groups: '3' })).toMatchObject(read);
    expect(faultsOf(text, { groups: 'unit' })).toEqual([['csv.no-such-column', 'There is no column "unit".']]);
  });

  it('names the line and the column of every fault', () => {
    expect(faultsOf('name,a,b\nAnna,1,four\n\nBo,5,1.2.3\nCy,7,8')).toEqual([
      ['csv.not-a-number', 'Line 2, column 3 (b) holds "four", which is not a number.'],
      ['csv.not-a-number', 'Line 4, column 3 (b) holds "1.2.3", which is not a number.'],
    ]);
    expect(faultsOf('a,b,c\n1,2,3\n4,5\n6,7,8,9')).toEqual([
      ['csv.malformed', 'Line 3 has 2 cells, line 1 has 3.'],
      ['csv.malformed', 'Line 4 has 4 cells, line 1 has 3.'],
    ]);
  });

  it('does not take a slip for a line or a column of names', () => {
    expect(faultsOf('1,2,x\n3,4,5')).toEqual([
      ['csv.not-a-number', 'Line 1, column 3 holds "x", which is not a number.'],
    ]);
    expect(faultsOf('a,b\n1,2\nx,4\n3,4')).toEqual([
      ['csv.not-a-number', 'Line 3, column 1 (a) holds "x", which is not a number.'],
    ]);
    expect(faultsOf('a,b,c\n1,2,north\n3,4,south')).toEqual([
      ['csv.not-a-number', 'Line 2, column 3 (c) and all below hold words such as "north".'],
    ]);
  });

  it.each([
    ['', 'csv.empty'],
    ['\n\n', 'csv.empty'],
    ['a,b,c\n', 'csv.empty'],
    ['name\nAnna\nBo', 'csv.empty'],
    ['a,a\n1,2', 'csv.malformed'],
    ['a,b\n"1,2\n3,4', 'csv.malformed'],
    ['a,b\n1,1e999', 'csv.not-a-number'],
  ])('%j is refused as %s', (text, kind) => {
    expect(faultsOf(text).map(([first]) => first)).toEqual([kind]);
  });

  it('gives back any table that was written', () => {
    const cell = fc.option(
      fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => value + 0),
      { nil: null },
    );
    const table = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(',', ';', '\t'))
      .chain(([width, delimiter]) =>
        fc.tuple(
          fc.constant(delimiter),
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
        ),
      );
    fc.assert(
      fc.property(table, ([delimiter, rows]) => {
        const heads = ['who', ...(rows[0] ?? []).map((_, column) => `item-${column}`)];
        const lines = rows.map((row, r) => [`r${r}`, ...row.map((value) => (value === null ? '' : String(value)))]);
        const text = [heads, ...lines].map((line) => line.join(delimiter)).join('\n');
        expect(sheetOf(text, { names: true, header: true }).rows).toEqual(rows);
      }),
    );
  });
});

describe('the bytes of a csv', () => {
  it.each<[string, readonly number[]]>([
    ['UTF-8', [0xc3, 0xa9]],
    ['Windows-1252', [0xe9]],
    ['UTF-16, little end first', [0xff, 0xfe, 0xe9, 0x00]],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0xe9]],
  ])('are read as %s', (_, bytes) => {
    expect(textOf(Uint8Array.from(bytes))).toBe('é');
  });
});
