import { describe, expect, it } from '@jest/globals';
import { chartPart, edit, first, LOOK, partOf, sample, typeNumber } from '../../../testing/edited-decks.ts';
import { FRESH, later, moved } from '../../../testing/later-exhibits.ts';
import {
  contentOf,
  editBlock,
  onlyBlock,
  paragraphsOf,
  refreshedText,
  retypeText,
  textOfExhibits,
  without,
} from '../../../testing/edited-texts.ts';
import { sampleExhibits } from '../../../testing/exhibits.ts';
import type { Exhibit } from '../../exhibit.ts';
import { lintPackage } from '../../lint/lint-package.ts';
import { writePackage, type OpcPackage } from '../../package/opc-package.ts';
import { childrenOf, copyOf, descendantsOf, element, isElement, textOf, writeXml } from '../../package/xml.ts';
import { DOCUMENT } from '../../word/parts.ts';
import { cellsOf } from '../../workbook/workbook-cells.ts';
import { drawnChart } from '../chart-state.ts';
import { undoRefresh } from '../found.ts';
import { findBlocks } from './find-blocks.ts';
import { previewBlock } from './preview-block.ts';
import { detachBlock, refreshBlock } from './refresh-block.ts';

function valuesOf(pack: OpcPackage): readonly (readonly (number | null)[])[] {
  return drawnChart(partOf(pack, chartPart(onlyBlock(pack))), []).series.map(({ values }) => values);
}

/** A table with other words in a row, one row less and one more. */
function otherRows(exhibit: Exhibit): Exhibit {
  const next = later(exhibit);
  if (next.body.form !== 'table') throw new Error('No table');
  const { table } = next.body;
  const [top = [], ...rest] = table.rows;
  const kept = rest.map((row) => row.map((cell, at) => (at === 0 ? cell : { ...cell, text: `${cell.text}+` })));
  const made = top.map((cell, at) => ({ ...cell, text: at === 0 ? 'Quite new' : cell.text }));
  return { ...next, body: { form: 'table', table: { ...table, rows: [...kept, made] } } };
}

function cellsOfTable(pack: OpcPackage): readonly (readonly string[])[] {
  return descendantsOf(partOf(pack, DOCUMENT), 'w:tr').map((row) =>
    childrenOf(row, 'w:tc').map((cell) => descendantsOf(cell, 'w:t').map(textOf).join('')),
  );
}

describe('refreshing a block', () => {
  it('OF74 with the same exhibit changes nothing', () => {
    const exhibits = sampleExhibits();
    const pack = textOfExhibits(exhibits);
    const before = [...pack.parts].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
    for (const [at, found] of findBlocks(pack).entries()) {
      const exhibit = exhibits[at];
      if (!exhibit) throw new Error('No exhibit');
      expect(refreshBlock(pack, found, { exhibit, look: LOOK })).toMatchObject({ ok: true });
    }
    expect([...pack.parts].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual(before);
  });

  it('OF74 renews numbers, caption, source and words for screen readers, each where it is', () => {
    for (const exhibit of sampleExhibits()) {
      const pack = textOfExhibits([exhibit]);
      const next = exhibit.body.form === 'table' ? otherRows(exhibit) : later(exhibit, moved);
      refreshedText(pack, next);
      const paragraphs = paragraphsOf(pack);
      expect(paragraphs).toContain(`Figure 1\u2002${next.title}`);
      expect(paragraphs).toContain(FRESH);
      expect(paragraphs).toContain('What we think of it.');
      const { body } = next;
      if (body.form === 'chart' && body.chart.form !== 'points') {
        expect(valuesOf(pack)).toEqual(body.chart.series.map(({ values }) => values));
        expect(first(partOf(pack, DOCUMENT), 'wp:docPr').attributes['descr']).toBe(next.altText);
      }
      if (body.form === 'table') {
        expect(cellsOfTable(pack).slice(1)).toEqual(body.table.rows.map((row) => row.map(({ text }) => text)));
        expect(first(partOf(pack, DOCUMENT), 'w:tblDescription').attributes['w:val']).toBe(next.altText);
      }
      expect(onlyBlock(pack).identity?.provenance?.revision).toBe(52);
      expect(previewBlock(pack, onlyBlock(pack), next)).toMatchObject({
        ok: true,
        value: { changes: [], added: [], gone: [], title: { change: 'unchanged' }, edits: [] },
      });
    }
  });

  it('OF74 keeps the caption, colours, sizes and the legend that an analyst made her own', () => {
    const exhibit = sample('likert');
    const pack = textOfExhibits([exhibit]);
    retypeText(pack, { [exhibit.title]: 'In our own words', 'What we think of it.': 'Mine.' });
    editBlock(pack, (control) => {
      first(control, 'wp:extent').attributes['cx'] = '4000000';
      first(control, 'w:sdtPr').children.push(element('w15:color', { 'w15:val': 'FF0000' }));
    });
    edit(pack, chartPart(onlyBlock(pack)), (chart) => {
      without(chart, 'c:legend');
      const [series] = descendantsOf(chart, 'c:ser').slice(-1);
      if (series)
        first(series, 'c:spPr').children = [element('a:solidFill', {}, element('a:srgbClr', { val: 'FF8800' }))];
    });
    refreshedText(pack, later(exhibit, moved));
    const root = partOf(pack, DOCUMENT);
    expect(paragraphsOf(pack)).toEqual(expect.arrayContaining(['Figure 1In our own words', 'Mine.', FRESH]));
    expect(first(root, 'wp:extent').attributes['cx']).toBe('4000000');
    expect(descendantsOf(root, 'w15:color')).toHaveLength(1);
    const chart = partOf(pack, chartPart(onlyBlock(pack)));
    expect(descendantsOf(chart, 'c:legend')).toEqual([]);
    expect(descendantsOf(chart, 'a:srgbClr').map(({ attributes }) => attributes['val'])).toContain('FF8800');
    expect(valuesOf(pack)).toEqual(valuesOf(textOfExhibits([later(exhibit, moved)])));
  });

  it('OF74 keeps styles, fills, rows and cells of a table that an analyst made her own', () => {
    const exhibit = sample('heatmap');
    const pack = textOfExhibits([exhibit]);
    editBlock(pack, (control) => {
      first(control, 'w:tblStyle').attributes['w:val'] = 'GridTable4';
      const rows = descendantsOf(control, 'w:tr');
      const cell = rows[2] && descendantsOf(rows[2], 'w:tc')[1];
      const fill = cell && descendantsOf(cell, 'w:shd')[0];
      if (fill) fill.attributes = { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'FFEE00' };
      const typed = rows[2] && descendantsOf(rows[2], 'w:t')[2];
      if (typed) typed.children = ['Mine'];
      const table = first(control, 'w:tbl');
      if (rows[1]) {
        const added = copyOf(rows[1]);
        for (const text of descendantsOf(added, 'w:t')) text.children = ['Added'];
        table.children.push(added);
      }
    });
    refreshedText(pack, otherRows(exhibit));
    const root = partOf(pack, DOCUMENT);
    expect(first(root, 'w:tblStyle').attributes['w:val']).toBe('GridTable4');
    const texts = cellsOfTable(pack);
    expect(texts.map(([label]) => label)).toContain('Quite new');
    expect(texts.flat()).toEqual(expect.arrayContaining(['Mine', 'Added']));
    expect(writeXml(root)).toContain('FFEE00');
  });

  it('OF74 renews each paragraph of a text but those that were rewritten or taken out', () => {
    const exhibit = sample('method');
    if (exhibit.body.form !== 'text') throw new Error('No text');
    const [one, two] = exhibit.body.paragraphs;
    if (!one || !two) throw new Error('Not two paragraphs');
    const pack = textOfExhibits([exhibit]);
    retypeText(pack, { [one.text.trim()]: 'Rewritten by hand.' });
    const paragraphs = exhibit.body.paragraphs.map((words, at) => ({ ...words, text: `${words.text} Anew ${at}.` }));
    const next: Exhibit = {
      ...later(exhibit),
      body: { form: 'text', paragraphs: [...paragraphs, { lead: null, text: 'One more.' }] },
    };
    expect(previewBlock(pack, onlyBlock(pack), next)).toMatchObject({ ok: true, value: { gone: expect.anything() } });
    refreshedText(pack, next);
    const words = paragraphsOf(pack);
    expect(words.join('\n')).toContain('Rewritten by hand.');
    expect(words.join('\n')).not.toContain('Anew 0');
    expect(words.join('\n')).toContain('Anew 1');
    expect(words.indexOf('One more.')).toBe(words.indexOf(FRESH) - 1);
  });

  it('OF74 tells every change with its number before and after, and changes nothing for it', () => {
    const exhibit = sample('profile');
    const pack = textOfExhibits([exhibit]);
    const parts = new Map(pack.parts);
    const preview = previewBlock(pack, onlyBlock(pack), later(exhibit, moved));
    if (!preview.ok || exhibit.body.form !== 'chart') throw new Error('No preview');
    const [series] = exhibit.body.chart.series;
    const [change] = preview.value.changes;
    expect(change).toMatchObject({ category: exhibit.body.chart.categories[0], before: series?.values[0] });
    expect(change?.after).toBe(moved(exhibit.body.chart).series[0]?.values[0]);
    expect(preview.value.title).toMatchObject({ change: 'follows' });
    expect(pack.parts).toEqual(parts);
    const table = textOfExhibits([sample('heatmap')]);
    const changed = previewBlock(table, onlyBlock(table), otherRows(sample('heatmap')));
    expect(changed).toMatchObject({ ok: true, value: { added: ['Quite new'] } });
  });

  it('OF74 reports numbers that somebody typed, and overwrites them only when that is asked for', () => {
    const exhibit = sample('profile');
    const pack = textOfExhibits([exhibit]);
    typeNumber(pack, chartPart(onlyBlock(pack)), '42');
    const refused = refreshBlock(pack, onlyBlock(pack), { exhibit: later(exhibit, moved), look: LOOK });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'refresh.edited' } });
    expect(valuesOf(pack).flat()).toContain(42);
    refreshedText(pack, later(exhibit, moved), true);
    expect(valuesOf(pack).flat()).not.toContain(42);
  });

  it('OF74 refuses what is held now, another figure and another form by name', () => {
    const exhibit = sample('profile');
    for (const [next, kind] of [
      [{ ...exhibit, provenance: { ...exhibit.provenance, answered: null } }, 'refresh.held'],
      [{ ...exhibit, body: { form: 'text', paragraphs: [{ lead: null, text: 'Held.' }] } }, 'refresh.held'],
      [sample('likert'), 'refresh.other-figure'],
      [{ ...exhibit, body: sample('heatmap').body }, 'refresh.other-form'],
    ] as const) {
      const pack = textOfExhibits([exhibit]);
      const parts = new Map(pack.parts);
      expect(refreshBlock(pack, onlyBlock(pack), { exhibit: next, look: LOOK })).toEqual({
        ok: false,
        error: { kind },
      });
      expect(pack.parts).toEqual(parts);
    }
  });

  it('OF74 is undone to the last byte', () => {
    for (const figure of ['profile', 'heatmap', 'method'] as const) {
      const pack = textOfExhibits([sample(figure)]);
      const before = writePackage(pack);
      const next = figure === 'heatmap' ? otherRows(sample(figure)) : later(sample(figure), moved);
      for (const change of [
        () => refreshBlock(pack, onlyBlock(pack), { exhibit: next, look: LOOK }),
        () => detachBlock(pack, onlyBlock(pack)),
      ]) {
        const done = change();
        if (!done.ok) throw new Error(done.error.kind);
        expect(writePackage(pack)).not.toEqual(before);
        undoRefresh(pack, done.value);
        expect(writePackage(pack)).toEqual(before);
      }
    }
  });

  it('OF74 detaches a block: what it shows stays, and says no more what it was', () => {
    for (const figure of ['profile', 'heatmap', 'method'] as const) {
      const pack = textOfExhibits([sample(figure)]);
      const shown = paragraphsOf(pack);
      expect(detachBlock(pack, onlyBlock(pack))).toMatchObject({ ok: true });
      expect(findBlocks(pack)).toEqual([]);
      expect(paragraphsOf(pack)).toEqual(shown);
      expect(lintPackage(pack)).toEqual([]);
      const books = [...pack.parts].filter(([name]) => name.endsWith('.xlsx'));
      expect(books.every(([, bytes]) => cellsOf(bytes)?.has('plumbline') === false)).toBe(true);
      for (const [name, bytes] of pack.parts) {
        if (!name.endsWith('.xlsx')) expect(new TextDecoder().decode(bytes)).not.toMatch(/plumbline:|01J1000/i);
      }
    }
  });

  it('OF74 renews copies one by one, each from what it was written with', () => {
    const exhibit = sample('heatmap');
    const pack = textOfExhibits([exhibit]);
    editBlock(pack, (control, root) => first(root, 'w:body').children.splice(0, 0, copyOf(control)));
    const [one] = findBlocks(pack);
    if (!one) throw new Error('No block');
    expect(refreshBlock(pack, one, { exhibit: otherRows(exhibit), look: LOOK })).toMatchObject({ ok: true });
    const [, two] = findBlocks(pack);
    if (!two) throw new Error('No copy');
    expect(previewBlock(pack, two, otherRows(exhibit))).toMatchObject({ ok: true, value: { added: ['Quite new'] } });
    expect(refreshBlock(pack, two, { exhibit: otherRows(exhibit), look: LOOK })).toMatchObject({ ok: true });
    const rows = cellsOfTable(pack);
    expect(rows.slice(0, rows.length / 2)).toEqual(rows.slice(rows.length / 2));
  });

  it('OF74 leaves a block in a block as it is', () => {
    const pack = textOfExhibits([sample('heatmap'), sample('method')]);
    edit(pack, DOCUMENT, (root) => {
      const body = first(root, 'w:body');
      const [outer, inner] = body.children.filter((node) => isElement(node, 'w:sdt'));
      if (!isElement(outer) || !isElement(inner)) throw new Error('No blocks');
      body.children = body.children.filter((node) => node !== inner);
      contentOf(outer).children.push(inner);
    });
    const [outer] = findBlocks(pack);
    if (!outer) throw new Error('No block');
    const method = paragraphsOf(pack).filter((text) => text.includes(sample('method').title));
    expect(refreshBlock(pack, outer, { exhibit: otherRows(sample('heatmap')), look: LOOK })).toMatchObject({
      ok: true,
    });
    expect(paragraphsOf(pack)).toEqual(expect.arrayContaining([...method, sample('method').sourceLine]));
  });
});
