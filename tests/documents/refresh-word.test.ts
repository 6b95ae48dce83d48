import { describe, expect, it } from '@jest/globals';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import { lintPackage } from '@plumbline/shared/ooxml/lint/lint-package';
import { writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { blockText, contentText, markOfBlock, openBlockText } from '@plumbline/shared/ooxml/refresh/word/block-text';
import { findBlocks } from '@plumbline/shared/ooxml/refresh/word/find-blocks';
import { detachBlock, refreshBlock } from '@plumbline/shared/ooxml/refresh/word/refresh-block';
import { flatOpc, packageOfFlatOpc } from '@plumbline/shared/ooxml/word/flat-opc';
import { LOOK, sample } from '@plumbline/shared/testing/edited-decks';
import { later } from '@plumbline/shared/testing/later-exhibits';
import { textOfExhibits } from '@plumbline/shared/testing/edited-texts';
import { sampleExhibits } from '@plumbline/shared/testing/exhibits';
import { faultsOf } from './validated.ts';

/** A quarter later: other numbers, a category, a row and a column of each less, and one more. */
function muchLater(exhibit: Exhibit): Exhibit {
  const next = later(exhibit);
  const { body } = exhibit;
  if (body.form === 'chart') {
    const categories = [...body.chart.categories.slice(1), 'Quite new'];
    const series = body.chart.series.map((one) => ({ ...one, values: one.values.map((value) => value ?? 3) }));
    return { ...next, body: { form: 'chart', chart: { ...body.chart, categories, series } } };
  }
  if (body.form === 'table') {
    const [row = []] = body.table.rows;
    const [column] = body.table.columns;
    const columns = [...body.table.columns, { title: 'New', align: 'end' as const, share: column?.share ?? 1 }];
    const rows = [...body.table.rows.slice(1), row.map(({ text }) => ({ text: `${text}!` }))];
    const wider = rows.map((cells) => [...cells, { text: '7', fill: { tone: 'high' as const, strength: 0.5 } }]);
    return { ...next, body: { form: 'table', table: { columns, rows: wider } } };
  }
  return next;
}

function refreshEach(pack: OpcPackage, exhibits: readonly Exhibit[]): void {
  for (const [at, found] of findBlocks(pack).entries()) {
    const exhibit = exhibits[at];
    if (!exhibit) throw new Error('No exhibit');
    expect(refreshBlock(pack, found, { exhibit: muchLater(exhibit), look: LOOK })).toMatchObject({ ok: true });
  }
}

describe('a text after a refresh', () => {
  it('OF74 is taken by Microsoft’s validator and by the linter, and again when all of it is detached', async () => {
    const pack = textOfExhibits();
    refreshEach(pack, sampleExhibits());
    expect(lintPackage(pack)).toEqual([]);
    expect(await faultsOf(writePackage(pack), 'docx')).toEqual([]);
    for (;;) {
      const [first] = findBlocks(pack);
      if (!first) break;
      expect(detachBlock(pack, first)).toMatchObject({ ok: true });
    }
    expect(lintPackage(pack)).toEqual([]);
    expect(await faultsOf(writePackage(pack), 'docx')).toEqual([]);
    const books = [...pack.parts].filter(([name]) => name.endsWith('.xlsx'));
    const faults = await Promise.all(books.map(([, bytes]) => faultsOf(bytes, 'xlsx')));
    expect(faults.flat()).toEqual([]);
  });

  it('OF75 is refreshed as Word hands it over: with its control, or what stands in it alone', async () => {
    for (const figure of ['profile', 'heatmap'] as const) {
      const exhibit = sample(figure);
      const whole = flatOpc(textOfExhibits([exhibit]));
      const [found] = findBlocks(textOfExhibits([exhibit]));
      if (!found) throw new Error('No block');
      const bare = contentText(textOfExhibits([exhibit]));
      const marks = new Set<string>();
      for (const text of [whole, bare]) {
        const opened = openBlockText(text, found.id);
        if (!opened.ok) throw new Error(opened.error);
        const pack = opened.value;
        const before = markOfBlock(pack);
        const [block] = findBlocks(pack);
        if (!block) throw new Error('No block');
        expect(refreshBlock(pack, block, { exhibit: muchLater(exhibit), look: LOOK })).toMatchObject({ ok: true });
        expect(markOfBlock(pack)).not.toBe(before);
        marks.add(before);
        for (const made of text === whole ? [contentText(pack)] : [contentText(pack), blockText(pack)]) {
          const back = packageOfFlatOpc(made);
          if (!back.ok) throw new Error(back.error);
          expect(lintPackage(back.value)).toEqual([]);
          if (text === bare) expect(await faultsOf(writePackage(back.value), 'docx')).toEqual([]);
        }
      }
      expect(marks.size).toBe(1);
    }
  });

  it('OF75 refuses what Word would not hand over', () => {
    for (const text of ['', '<a/>', '<pkg:package/>']) {
      expect(openBlockText(text, 'x')).toEqual({ ok: false, error: 'package.unreadable' });
    }
  });
});
