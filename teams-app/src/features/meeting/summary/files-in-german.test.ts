import { beforeAll, expect, it } from '@jest/globals';
import { resultsFileName } from '@plumbline/shared/figures/results-file/results-file';
import deck from '@plumbline/shared/i18n/de/deck.json' with { type: 'json' };
import figures from '@plumbline/shared/i18n/de/figures.json' with { type: 'json' };
import file from '@plumbline/shared/i18n/de/file.json' with { type: 'json' };
import summary from '@plumbline/shared/i18n/de/summary.json' with { type: 'json' };
import { readPackage, readPart } from '@plumbline/shared/ooxml/package/opc-package';
import { childrenOf, descendantsOf, textOf } from '@plumbline/shared/ooxml/package/xml';
import { exampleDocument } from '@plumbline/shared/testing/documents';
import { parse } from 'csv-parse/sync';
import { createInstance } from 'i18next';
import type { FileFormat } from '@plumbline/shared/ooxml/file-format';
import { fileOf } from './file-formats.ts';

const i18n = createInstance();
const NAMESPACES = ['figures', 'file', 'deck', 'summary'] as const;

beforeAll(async () => {
  const resources = { de: { deck, figures, file, summary } };
  await i18n.init({ lng: 'de', ns: [...NAMESPACES], defaultNS: 'figures', keySeparator: false, resources });
});

type Rows = readonly (readonly (string | number)[])[];

function made(format: FileFormat): Blob {
  const { results, ...source } = exampleDocument();
  if (results === null) throw new Error('The example has no results');
  return fileOf(format, {
    source: { ...source, results },
    translate: (key, values) => i18n.t(key, { ...values, ns: [...NAMESPACES], interpolation: { escapeValue: false } }),
    figureWord: 'Abbildung',
    language: 'de-DE',
    rightToLeft: false,
  });
}

async function csvRows(): Promise<Rows> {
  return parse(await made('csv').text(), { bom: true });
}

/** The cells of the one sheet; what Excel takes for a number is one, and is shown as the reader's Excel writes numbers. */
async function sheetRows(): Promise<Rows> {
  const read = readPackage(new Uint8Array(await made('xlsx').arrayBuffer()));
  const sheet = read.ok ? readPart(read.value, 'xl/worksheets/sheet1.xml') : null;
  if (!sheet) throw new Error('The workbook has no sheet');
  return descendantsOf(sheet, 'row').map((row) =>
    childrenOf(row, 'c').map((cell) => (cell.attributes['t'] === 'inlineStr' ? textOf(cell) : Number(textOf(cell)))),
  );
}

it('EX2 a CSV file for a German reader has German words in its cells, and all that programs read as in any language', async () => {
  const text = await made('csv').text();
  const [head, ...rows] = await csvRows();
  expect(head).toEqual(['section', 'dimension', 'question', 'group', 'item', 'measure', 'value']);
  expect(text.split('\r\n')[0]).toBe('section,dimension,question,group,item,measure,value');
  expect(rows.find(([, , , , , measure]) => measure === 'Abgeschlossen, UTC')?.at(-1)).toBe('2026-11-12');
  const means = rows.filter(([, , , , , measure]) => measure === 'Mittelwert').map((row) => String(row.at(-1)));
  expect(means.length).toBeGreaterThan(3);
  expect(means.filter((mean) => !/^\d(?:\.\d{1,2})?$/.test(mean))).toEqual([]);
  expect(means.some((mean) => mean.includes('.'))).toBe(true);
});

it('EX2 a workbook for a German reader is German as a whole, with numbers that Excel works with, and the same values', async () => {
  const [head, ...rows] = await sheetRows();
  const [, ...csv] = await csvRows();
  expect(head).toEqual(['Abschnitt', 'Dimension', 'Frage', 'Gruppe', 'Gegenstand', 'Kennzahl', 'Wert']);
  const means = rows.filter(([, , , , , measure]) => measure === 'Mittelwert').map((row) => row.at(-1));
  expect(means.length).toBeGreaterThan(3);
  expect(means.filter((mean) => typeof mean !== 'number')).toEqual([]);
  expect(rows.map((row) => String(row.at(-1)))).toEqual(csv.map((row) => String(row.at(-1)).replace(/^'/, '')));
});

it('EX5 a file is named alike for every reader, with the letters of its team and a day that sorts', () => {
  const { meeting } = exampleDocument();
  const named = { ...meeting, team: { ...meeting.team, name: 'Geschäftsführung Süd' } };
  expect(resultsFileName(named, 'xlsx')).toBe('Geschäftsführung-Süd_Q4-alignment_2026-11-12.xlsx');
});
