import { expect, it } from '@jest/globals';
import { readPackage, readPart } from '@plumbline/shared/ooxml/package/opc-package';
import { childrenOf, descendantsOf, textOf } from '@plumbline/shared/ooxml/package/xml';
import { parse } from 'csv-parse/sync';
import { tableFile, type Table } from './table-file.ts';

const TABLE: Table = {
  title: 'Nutzung',
  rows: [
    ['Monat', 'Wer'],
    ['2026-01', 'Jörg; =1+1'],
    ['=Team', 12.5],
  ],
};

/** The cells of the one sheet: texts, and what Excel takes for numbers. */
async function sheetRows(): Promise<readonly (readonly (string | number)[])[]> {
  const read = readPackage(new Uint8Array(await (await tableFile('xlsx', TABLE)).arrayBuffer()));
  const sheet = read.ok ? readPart(read.value, 'xl/worksheets/sheet1.xml') : null;
  if (!sheet) throw new Error('The workbook has no sheet');
  expect(descendantsOf(sheet, 'f')).toEqual([]);
  return descendantsOf(sheet, 'row').map((row) =>
    childrenOf(row, 'c').map((cell) => (cell.attributes['t'] === 'inlineStr' ? textOf(cell) : Number(textOf(cell)))),
  );
}

it('OA7 a workbook has a cell for each, wherever it is opened, with numbers for numbers and texts for all else', async () => {
  expect(await sheetRows()).toEqual(TABLE.rows);
});

it('OA7 EX2 a CSV file has the same rows with the mark of UTF-8 and commas, and nothing in it is a formula', async () => {
  const bytes = new Uint8Array(await (await tableFile('csv', TABLE)).arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(parse(Buffer.from(bytes), { bom: true })).toEqual([
    ['Monat', 'Wer'],
    ['2026-01', "Jörg;' =1+1"],
    ["'=Team", '12.5'],
  ]);
});
