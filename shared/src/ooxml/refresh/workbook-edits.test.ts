import { describe, expect, it } from '@jest/globals';
import { cellsOf } from '../workbook/workbook-cells.ts';
import { groupsOf } from '../lint/chart-caches.ts';
import { descendantsOf, type XmlElement } from '../package/xml.ts';
import { readPackage, writePackage, type OpcPackage } from '../package/opc-package.ts';
import type { Exhibit } from '../exhibit.ts';
import type { WorkbookEdit } from './found.ts';
import { previewRefresh } from './preview-refresh.ts';
import { refreshSlide } from './refresh-slide.ts';
import { LOOK, chartPart, deckOf, edit, first, only, partOf, refreshed, sample } from '../../testing/edited-decks.ts';
import { later, moved } from '../../testing/later-exhibits.ts';

describe('numbers typed into the workbook of a chart', () => {
  it('OF46 reports numbers that were typed into the workbook and overwrites none unasked', () => {
    const exhibit = sample('likert');
    const deck = deckOf([exhibit]);
    const found = only(deck);
    const typed = deckOf([later(exhibit, moved)]);
    const other = only(typed);
    if (found.state.kind !== 'chart' || other.state.kind !== 'chart') throw new Error('No charts');
    const book = found.state.workbook ?? '';
    deck.parts.set(book, typed.parts.get(other.state.workbook ?? '') ?? new Uint8Array());
    const parts = new Map(deck.parts);
    const result = refreshSlide(deck, only(deck), { exhibit, look: LOOK });
    expect(result).toMatchObject({ ok: false, error: { kind: 'refresh.edited' } });
    if (result.ok || result.error.kind !== 'refresh.edited') throw new Error('Not refused');
    expect(result.error.edits).toContainEqual({ where: 'Data!C2', shown: '5', typed: '4' });
    expect(deck.parts).toEqual(parts);
    refreshed(deck, later(exhibit, moved), true);
    expect(
      cellsOf(deck.parts.get(book) ?? new Uint8Array())
        ?.get('Data')
        ?.get('C2'),
    ).toBe(4);
  });

  it('OF46 counts no series that was deleted from a chart as an edit, as long as its column is as it was', () => {
    for (const figure of ['trend', 'likert', 'importance'] as const) {
      const exhibit = sample(figure);
      const deck = deckOf([exhibit]);
      const count = descendantsOf(partOf(deck, chartPart(only(deck))), 'c:ser').length;
      for (let left = count - 1; left >= 0; left -= 1) {
        edit(deck, chartPart(only(deck)), deleteFirstSeries);
        expect([figure, left, editsOf(deck, exhibit)]).toEqual([figure, left, []]);
      }
    }
  });

  it('OF46 reports what was typed into the column of a series that was deleted from the chart', () => {
    const exhibit = sample('trend');
    const deck = deckOf([exhibit]);
    const found = only(deck);
    if (found.state.kind !== 'chart') throw new Error('No chart');
    edit(deck, chartPart(found), (root) => {
      for (let left = descendantsOf(root, 'c:ser').length; left > 0; left -= 1) deleteFirstSeries(root);
    });
    typeInto(deck, found.state.workbook ?? '', { cell: 'C2', number: '17' });
    expect(editsOf(deck, exhibit)).toContainEqual({ where: 'Data!C2', shown: null, typed: '17' });
    const cells = editsOf(deck, exhibit).map(({ where }) => where);
    expect(cells.filter((cell) => !cell.startsWith('Data!C'))).toEqual([]);
  });

  it('OF46 knows numbers that were typed by PowerPoint, which draws them at once', () => {
    const exhibit = sample('agreement');
    const deck = deckOf([exhibit]);
    const drawn = deckOf([later(exhibit, moved)]);
    const found = only(deck);
    const other = only(drawn);
    if (found.state.kind !== 'chart' || other.state.kind !== 'chart') throw new Error('No charts');
    deck.parts.set(found.state.chart, drawn.parts.get(other.state.chart) ?? new Uint8Array());
    const book = cellsOf(drawn.parts.get(other.state.workbook ?? '') ?? new Uint8Array())?.get('Data');
    expect(book?.get('B2')).toBe(4);
    expect(previewRefresh(deck, found, exhibit)).toMatchObject({
      value: { edits: expect.arrayContaining([{ where: 'People', shown: null, typed: null }]) },
    });
  });
});

/** As the Delete key does in PowerPoint: the chart loses the series, the workbook keeps its column. */
function deleteFirstSeries(root: XmlElement): void {
  const gone = first(root, 'c:ser');
  for (const group of groupsOf(root)) group.children = group.children.filter((node) => node !== gone);
}

function typeInto(
  deck: OpcPackage,
  workbook: string,
  { cell, number }: { readonly cell: string; readonly number: string },
): void {
  const opened = readPackage(deck.parts.get(workbook) ?? new Uint8Array());
  if (!opened.ok) throw new Error(opened.error);
  edit(opened.value, 'xl/worksheets/sheet1.xml', (sheet) => {
    const typed = descendantsOf(sheet, 'c').find(({ attributes }) => attributes['r'] === cell);
    if (!typed) throw new Error(`No ${cell}`);
    first(typed, 'v').children = [number];
  });
  deck.parts.set(workbook, writePackage(opened.value));
}

function editsOf(deck: OpcPackage, exhibit: Exhibit): readonly WorkbookEdit[] {
  const preview = previewRefresh(deck, only(deck), exhibit);
  if (!preview.ok) throw new Error(preview.error.kind);
  return preview.value.edits;
}
