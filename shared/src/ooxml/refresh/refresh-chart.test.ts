import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { sampleExhibits } from '../../testing/exhibits.ts';
import { lintPackage } from '../lint/lint-package.ts';
import { childOf, childrenOf, descendantsOf, element, textOf, type XmlElement } from '../package/xml.ts';
import { readPart, type OpcPackage } from '../package/opc-package.ts';
import type { ChartContent, Exhibit } from '../exhibit.ts';
import { findInsertions } from './find-insertions.ts';
import { undoRefresh } from './found.ts';
import { previewRefresh } from './preview-refresh.ts';
import { detachInsertion, refreshSlide } from './refresh-slide.ts';
import {
  LOOK,
  deckOf,
  sample,
  only,
  partOf,
  chartPart,
  edit,
  first,
  retype,
  textsOn,
  refreshed,
} from '../../testing/edited-decks.ts';
import { FRESH, later, moved } from '../../testing/later-exhibits.ts';

describe('refreshing a chart', () => {
  it('OF44 changes nothing with the same exhibit, however often', () => {
    for (const exhibit of sampleExhibits()) {
      const deck = deckOf([exhibit]);
      const before = new Map(deck.parts);
      refreshed(deck, exhibit);
      refreshed(deck, exhibit);
      const changed = [...before].filter(([name]) => !isSamePart({ parts: before }, deck, name));
      expect([exhibit.key.figure, changed.map(([name]) => name)]).toEqual([exhibit.key.figure, []]);
    }
  });

  it('OF44 writes the new numbers into caches and workbook', () => {
    for (const exhibit of sampleExhibits().filter(({ body }) => body.form === 'chart')) {
      const deck = deckOf([exhibit]);
      const next = later(exhibit, moved);
      refreshed(deck, next);
      const found = only(deck);
      expect(found.identity.provenance?.revision).toBe(52);
      const drawn = descendantsOf(partOf(deck, chartPart(found)), 'c:ser').map(valuesOf);
      const content = chartOf(next);
      const expected = content.form === 'points' ? content.series.slice(1) : content.series;
      expect(drawn).toEqual(expected.map(({ values }) => values.map(String)));
      expect(textsOn(deck, found.slide)).toEqual(expect.arrayContaining([next.title, FRESH]));
    }
  });

  it('OF45 keeps the title, source line, alternative text and notes that somebody wrote', () => {
    const exhibit = sample('profile');
    const deck = deckOf([exhibit]);
    const { slide } = only(deck);
    retype(deck, slide, { [exhibit.title]: 'We agree where it counts', [exhibit.sourceLine]: 'Source: us' });
    edit(deck, slide, (root) => {
      first(first(root, 'p:graphicFrame'), 'p:cNvPr').attributes['descr'] = 'My words';
    });
    const notes = slide.replace('slides/slide', 'notesSlides/notesSlide');
    retype(deck, notes, { [exhibit.notes[0] ?? '']: 'Mention Jonas here.' });
    refreshed(deck, later(exhibit));
    expect(textsOn(deck, slide)).toEqual(expect.arrayContaining(['We agree where it counts', 'Source: us']));
    expect(first(first(partOf(deck, slide), 'p:graphicFrame'), 'p:cNvPr').attributes['descr']).toBe('My words');
    expect(textsOn(deck, notes)).toEqual(expect.arrayContaining(['Mention Jonas here.', 'One more.', FRESH]));
    expect(textsOn(deck, notes)).not.toContain(exhibit.sourceLine);
    expect(previewRefresh(deck, only(deck), later(exhibit))).toMatchObject({ value: { title: { change: 'kept' } } });
  });

  it('OF45 keeps place, size, colours, fonts, formats, a legend that was removed and shapes that were added', () => {
    const exhibit = sample('profile');
    const deck = deckOf([exhibit]);
    const { slide } = only(deck);
    const chart = chartPart(only(deck));
    edit(deck, slide, (root) => {
      first(first(root, 'p:graphicFrame'), 'a:off').attributes['x'] = '4321';
      const copy = structuredClone(first(root, 'p:sp'));
      first(copy, 'p:cNvPr').attributes['id'] = '77';
      first(root, 'p:spTree').children.push(copy);
    });
    edit(deck, chart, (root) => {
      const inner = first(root, 'c:chart');
      inner.children = inner.children.filter(
        (node) => typeof node === 'string' || !('name' in node) || node.name !== 'c:legend',
      );
      const second = descendantsOf(root, 'c:ser')[1];
      if (!second) throw new Error('No second series');
      second.children = second.children.map((node) =>
        typeof node === 'object' && 'name' in node && node.name === 'c:spPr' ? red() : node,
      );
      first(first(root, 'c:valAx'), 'c:max').attributes['val'] = '120';
      first(first(root, 'c:val'), 'c:formatCode').children = ['0.00'];
      for (const run of descendantsOf(first(root, 'c:dLbls'), 'a:rPr')) run.attributes['sz'] = '2200';
    });
    refreshed(
      deck,
      later(exhibit, (content) => ({ ...moved(content), axis: { ...content.axis, high: 90 } })),
    );
    const after = partOf(deck, chart);
    expect(descendantsOf(after, 'c:legend')).toEqual([]);
    expect(descendantsOf(after, 'a:srgbClr').map(({ attributes }) => attributes['val'])).toEqual(['C00000']);
    expect(first(first(after, 'c:valAx'), 'c:max').attributes['val']).toBe('120');
    expect(textOf(first(first(after, 'c:val'), 'c:formatCode'))).toBe('0.00');
    expect(
      new Set(descendantsOf(first(after, 'c:dLbls'), 'a:rPr').map(({ attributes }) => attributes['sz'])),
    ).toContain('2200');
    expect(first(first(partOf(deck, slide), 'p:graphicFrame'), 'a:off').attributes['x']).toBe('4321');
    expect(descendantsOf(partOf(deck, slide), 'p:cNvPr').some(({ attributes }) => attributes['id'] === '77')).toBe(
      true,
    );
  });

  it('OF45 lets a coloured point and a typed label follow their category', () => {
    const exhibit = sample('profile');
    const deck = deckOf([exhibit]);
    const chart = chartPart(only(deck));
    edit(deck, chart, (root) => {
      const series = first(root, 'c:ser');
      const at = series.children.findIndex(
        (node) => typeof node === 'object' && 'name' in node && node.name === 'c:dLbls',
      );
      series.children.splice(at, 0, element('c:dPt', {}, element('c:idx', { val: 3 }), red()));
    });
    retype(deck, chart, { lukewarm: 'only just' });
    const next = later(exhibit, (content) => ({
      ...content,
      categories: ['Trust', 'Strategy', ...content.categories.filter((one) => one !== 'Strategy' && one !== 'Roles')],
      series: content.series.map((series) => ({
        ...series,
        values: [10, 20, 30, 40, 50, 60],
        ...(series.tones ? { tones: ['quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'accent'] as const } : {}),
        labels: series.labels === 'none' ? 'none' : ['a', 'b', 'c', 'd', 'e', 'f'],
      })),
    }));
    refreshed(deck, next);
    const [series] = descendantsOf(partOf(deck, chart), 'c:ser');
    if (!series) throw new Error('No series');
    const points = childrenOf(series, 'c:dPt').map((point) => [
      childOf(point, 'c:idx')?.attributes['val'],
      descendantsOf(point, 'a:srgbClr').length,
    ]);
    expect(points).toEqual([
      ['1', 1],
      ['5', 0],
    ]);
    expect(descendantsOf(series, 'a:t').map(textOf)).toEqual(['a', 'only just', 'c', 'd', 'e', 'f']);
  });

  it('OF45 keeps labels away that somebody removed', () => {
    const exhibit = sample('profile');
    const deck = deckOf([exhibit]);
    const chart = chartPart(only(deck));
    edit(deck, chart, (root) => {
      const [label, other] = descendantsOf(root, 'c:dLbl');
      if (!label || !other) throw new Error('No labels');
      label.children = [element('c:idx', { val: 0 }), element('c:delete', { val: 1 })];
    });
    refreshed(deck, later(exhibit, moved));
    const [label] = descendantsOf(partOf(deck, chart), 'c:dLbl');
    expect(label && childOf(label, 'c:delete')?.attributes['val']).toBe('1');
    edit(deck, chart, (root) => {
      for (const series of descendantsOf(root, 'c:ser')) {
        series.children = series.children.filter(
          (node) => typeof node === 'string' || !('name' in node) || node.name !== 'c:dLbls',
        );
      }
    });
    refreshed(deck, exhibit);
    expect(descendantsOf(partOf(deck, chart), 'c:dLbls')).toEqual([]);
  });

  it('OF45 adds and takes out series, and keeps out those that somebody deleted', () => {
    const exhibit = sample('trend');
    const deck = deckOf([exhibit]);
    const chart = chartPart(only(deck));
    edit(deck, chart, (root) => {
      const group = first(root, 'c:lineChart');
      const gone = descendantsOf(group, 'c:ser').find((series) => textOf(first(series, 'c:tx')).includes('Strategy'));
      group.children = group.children.filter((node) => node !== gone);
    });
    const next = later(exhibit, (content) => {
      const [one] = content.series;
      if (!one) throw new Error('No series');
      return {
        ...content,
        series: [...content.series.filter(({ id }) => id !== 'goals'), { ...one, id: 'trust', name: 'Trust' }],
      };
    });
    refreshed(deck, next);
    const names = descendantsOf(partOf(deck, chart), 'c:ser').map((series) =>
      textOf(first(first(series, 'c:tx'), 'c:v')),
    );
    expect(names).toEqual(['Priorities', 'Roles', 'Vision', 'Trust']);
  });

  it('OF45 leaves a series that was added and is not seen out of the legend', () => {
    const exhibit = sample('likert');
    const deck = deckOf([exhibit]);
    const next = later(exhibit, (content) => {
      const offset = content.series.find(({ mark }) => mark === 'offset');
      return offset ? { ...content, series: [...content.series, { ...offset, id: 'offset-end' }] } : content;
    });
    refreshed(deck, next);
    const chart = partOf(deck, chartPart(only(deck)));
    expect(descendantsOf(chart, 'c:ser')).toHaveLength(5);
    const leftOut = descendantsOf(chart, 'c:legendEntry').map((entry) => first(entry, 'c:idx').attributes['val']);
    expect(leftOut).toEqual(['0', '4']);
  });

  it('OF47 refuses a result that is held, another figure and another form, and changes nothing', () => {
    const exhibit = sample('profile');
    const deck = deckOf([exhibit]);
    const parts = new Map(deck.parts);
    const held = { ...exhibit, provenance: { ...exhibit.provenance, answered: null } };
    const text: Exhibit = { ...exhibit, body: { form: 'text', paragraphs: [] } };
    const table: Exhibit = { ...exhibit, body: sample('heatmap').body };
    const kinds = [held, text, sample('trend'), table].map((one) => {
      const result = refreshSlide(deck, only(deck), { exhibit: one, look: LOOK });
      return result.ok ? 'done' : result.error.kind;
    });
    expect(kinds).toEqual(['refresh.held', 'refresh.held', 'refresh.other-figure', 'refresh.other-form']);
    expect(deck.parts).toEqual(parts);
  });

  it('OF48 is undone to the last byte', () => {
    for (const exhibit of sampleExhibits()) {
      const deck = deckOf([exhibit]);
      const parts = new Map(deck.parts);
      const result = refreshSlide(deck, only(deck), { exhibit: later(exhibit, moved), look: LOOK });
      if (!result.ok) throw new Error(result.error.kind);
      expect(deck.parts).not.toEqual(parts);
      undoRefresh(deck, result.value);
      expect(deck.parts).toEqual(parts);
    }
  });

  it('OF48 is detached: the chart stays, and nothing of its identity', () => {
    for (const exhibit of sampleExhibits()) {
      const deck = deckOf([exhibit]);
      const { id } = only(deck).identity;
      expect(detachInsertion(deck, only(deck))).toMatchObject({ ok: true });
      expect(findInsertions(deck)).toEqual([]);
      expect(lintPackage(deck)).toEqual([]);
      for (const [name, bytes] of deck.parts) {
        if (name.startsWith('ppt/tags') || name.endsWith('.xlsx'))
          expect(new TextDecoder().decode(bytes)).not.toContain(id);
      }
    }
  });

  it('OF49 says every number before and after', () => {
    const exhibit = sample('agreement');
    const deck = deckOf([exhibit]);
    const next = later(exhibit, (content) => ({
      ...content,
      categories: ['1 to 2', '6 to 7', 'none'],
      series: content.series.map((series) => ({
        ...series,
        values: [5, 6, 1],
        tones: ['low', 'high', 'middle'] as const,
      })),
    }));
    expect(previewRefresh(deck, only(deck), next)).toEqual({
      ok: true,
      value: {
        changes: [
          { series: 'People', category: '6 to 7', before: 4, after: 6 },
          { series: 'People', category: 'none', before: null, after: 1 },
        ],
        added: ['none'],
        gone: ['3 to 5'],
        title: { change: 'follows', after: next.title },
        edits: [],
      },
    });
  });
});

function chartOf({ body }: Exhibit): ChartContent {
  if (body.form !== 'chart') throw new Error('No chart');
  return body.chart;
}

function valuesOf(series: XmlElement): readonly string[] {
  const values = childOf(series, 'c:val') ?? childOf(series, 'c:yVal');
  return values ? descendantsOf(values, 'c:v').map(textOf) : [];
}

function red(): XmlElement {
  return element('c:spPr', {}, element('a:solidFill', {}, element('a:srgbClr', { val: 'C00000' })));
}

/** XML says the same however it is written. */
function isSamePart(before: OpcPackage, after: OpcPackage, name: string): boolean {
  const [one, two] = [before, after].map((pack) => readPart(pack, name));
  if (one && two) return isDeepStrictEqual(one, two);
  return Buffer.compare(before.parts.get(name) ?? new Uint8Array(), after.parts.get(name) ?? new Uint8Array()) === 0;
}
