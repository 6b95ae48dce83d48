import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { sampleExhibits, sampleInsertion } from '../../testing/exhibits.ts';
import { cellsOf } from '../workbook/workbook-cells.ts';
import { lintPackage } from '../lint/lint-package.ts';
import { childOf, childrenOf, descendantsOf, element, textOf, type XmlElement } from '../package/xml.ts';
import {
  readPackage,
  readPart,
  removePart,
  removeRelationship,
  relationshipsOf,
  writePackage,
  writePart,
  type OpcPackage,
} from '../package/opc-package.ts';
import type { ChartContent, Exhibit, ExhibitFigure } from '../exhibit.ts';
import { addExhibitSlides } from '../slides/add-slides.ts';
import { newDeck } from '../slides/base-deck.ts';
import { findInsertions } from './find-insertions.ts';
import { undoRefresh, type FoundInsertion } from './found.ts';
import { previewRefresh } from './preview-refresh.ts';
import { refreshAll } from './refresh-all.ts';
import { detachInsertion, refreshSlide } from './refresh-slide.ts';

const LOOK = { language: 'en-GB', rightToLeft: false };
const EMPTY = writePackage(newDeck({ ...LOOK, title: 'Board' }));
const FRESH = '12 of 12 answered · 11 February 2027';

function deckOf(exhibits: readonly Exhibit[] = sampleExhibits()): OpcPackage {
  const opened = readPackage(EMPTY);
  if (!opened.ok) throw new Error(opened.error);
  const deck = opened.value;
  addExhibitSlides(
    deck,
    exhibits.map((exhibit, n) => ({ exhibit, insertion: sampleInsertion(exhibit, n) })),
    LOOK,
  );
  return deck;
}

function sample(figure: ExhibitFigure): Exhibit {
  const found = sampleExhibits().find(({ key }) => key.figure === figure);
  if (!found) throw new Error(`No sample of ${figure}`);
  return found;
}

function chartOf({ body }: Exhibit): ChartContent {
  if (body.form !== 'chart') throw new Error('No chart');
  return body.chart;
}

/** The same exhibit a quarter later. */
function later(exhibit: Exhibit, change: (chart: ChartContent) => ChartContent = (chart) => chart): Exhibit {
  const { body } = exhibit;
  return {
    ...exhibit,
    title: `${exhibit.title}, now closer`,
    altText: `${exhibit.altText} Now closer.`,
    sourceLine: FRESH,
    notes: ['Everything moved.', ...exhibit.notes.slice(1), 'One more.'],
    provenance: { ...exhibit.provenance, revision: 52, answered: 12 },
    body: body.form === 'chart' ? { form: 'chart', chart: change(body.chart) } : body,
  };
}

/** All values of a chart moved. */
function moved(chart: ChartContent): ChartContent {
  return {
    ...chart,
    series: chart.series.map((series) => ({
      ...series,
      values: series.values.map((value) => (value === null ? 7 : Math.abs(value - 1))),
    })),
  };
}

function only(deck: OpcPackage): FoundInsertion {
  const [found, ...others] = findInsertions(deck);
  if (!found || others.length > 0) throw new Error('Not one insertion');
  return found;
}

function partOf(deck: OpcPackage, name: string): XmlElement {
  const root = readPart(deck, name);
  if (!root) throw new Error(`No ${name}`);
  return root;
}

function chartPart({ state }: FoundInsertion): string {
  if (state.kind !== 'chart') throw new Error('No chart');
  return state.chart;
}

function edit(deck: OpcPackage, part: string, how: (root: XmlElement) => void): void {
  const root = partOf(deck, part);
  how(root);
  writePart(deck, part, root);
}

function first(root: XmlElement, name: string): XmlElement {
  const found = descendantsOf(root, name)[0];
  if (!found) throw new Error(`No ${name}`);
  return found;
}

function retype(deck: OpcPackage, part: string, texts: Readonly<Record<string, string>>): void {
  edit(deck, part, (root) => {
    for (const text of descendantsOf(root, 'a:t')) {
      const by = texts[textOf(text)];
      if (by !== undefined) text.children = [by];
    }
  });
}

function textsOn(deck: OpcPackage, part: string): readonly string[] {
  return descendantsOf(partOf(deck, part), 'a:t').map(textOf);
}

function refreshed(deck: OpcPackage, exhibit: Exhibit, replaceEdited = false): void {
  const result = refreshSlide(deck, only(deck), { exhibit, look: LOOK, replaceEdited });
  expect(result).toMatchObject({ ok: true });
  expect(lintPackage(deck)).toEqual([]);
}

function valuesOf(series: XmlElement): readonly string[] {
  const values = childOf(series, 'c:val') ?? childOf(series, 'c:yVal');
  return values ? descendantsOf(values, 'c:v').map(textOf) : [];
}

function red(): XmlElement {
  return element('c:spPr', {}, element('a:solidFill', {}, element('a:srgbClr', { val: 'C00000' })));
}

describe('finding what was inserted', () => {
  it('OF43 finds every insertion by its tag, its workbook, its extension and its name', () => {
    const deck = deckOf();
    expect(findInsertions(deck).map(({ identity }) => identity.key)).toEqual(sampleExhibits().map(({ key }) => key));
    for (const found of findInsertions(deck)) dropTags(deck, found.slide);
    const stripped = findInsertions(deck);
    expect(stripped.map(({ identity }) => identity.key)).toEqual(sampleExhibits().map(({ key }) => key));
    expect(stripped.every(({ identity }) => identity.written !== null)).toBe(true);
    for (const found of stripped) {
      edit(deck, found.slide, (root) => {
        for (const frame of descendantsOf(root, 'p:cNvPr')) frame.children = [];
      });
    }
    expect(findInsertions(deck).map(({ identity }) => identity.key)).toEqual(sampleExhibits().map(({ key }) => key));
  });

  it('OF43 finds a chart that was renamed by its tag or its workbook', () => {
    const deck = deckOf([sample('profile')]);
    const { slide } = only(deck);
    const rename = (root: XmlElement) => {
      for (const frame of descendantsOf(root, 'p:cNvPr')) frame.attributes['name'] = 'My chart';
    };
    edit(deck, slide, rename);
    expect(only(deck).state.kind).toBe('chart');
    dropTags(deck, slide);
    expect(only(deck).state.kind).toBe('chart');
  });

  it('OF43 tells copies of a slide apart', () => {
    const exhibit = sample('profile');
    const deck = newDeck({ ...LOOK, title: 'Board' });
    const insertion = sampleInsertion(exhibit, 1);
    addExhibitSlides(
      deck,
      [
        { exhibit, insertion },
        { exhibit, insertion },
      ],
      LOOK,
    );
    const found = findInsertions(deck);
    expect(found.map(({ copy }) => copy)).toEqual([1, 2]);
    expect(new Set(found.map(({ slide }) => slide)).size).toBe(2);
  });

  it('OF43 finds several insertions of one slide', () => {
    const deck = deckOf([sample('heatmap'), sample('commitments')]);
    const [one, two] = findInsertions(deck);
    if (!one || !two) throw new Error('Not two');
    const moving = descendantsOf(partOf(deck, two.slide), 'p:graphicFrame')[0];
    if (!moving) throw new Error('No frame');
    edit(deck, one.slide, (root) => {
      const copy = structuredClone(moving);
      first(copy, 'p:cNvPr').attributes['id'] = '40';
      first(root, 'p:spTree').children.push(copy);
    });
    const keys = findInsertions(deck)
      .filter(({ slide }) => slide === one.slide)
      .map(({ identity }) => identity.key.figure);
    expect(keys).toEqual(['heatmap', 'commitments']);
  });

  it('OF43 says of a picture, of pieces and of nothing that the chart is gone', () => {
    for (const [name, why] of [
      ['p:pic', 'refresh.picture'],
      ['p:grpSp', 'refresh.ungrouped'],
      [null, 'refresh.gone'],
    ] as const) {
      const deck = deckOf([sample('profile')]);
      edit(deck, only(deck).slide, (root) => {
        const tree = first(root, 'p:spTree');
        const frame = first(root, 'p:graphicFrame');
        const inner = first(frame, 'p:nvGraphicFramePr');
        const by = element(name ?? 'none', {}, { ...inner, name: 'p:nvPicPr' });
        tree.children = tree.children.flatMap((node) => (node === frame ? (name === null ? [] : [by]) : [node]));
      });
      expect(only(deck).state).toEqual({ kind: 'orphaned', why });
      const result = refreshSlide(deck, only(deck), { exhibit: sample('profile'), look: LOOK });
      expect(result).toEqual({ ok: false, error: { kind: 'refresh.orphaned', why } });
    }
  });
});

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
    // A series less is no number that somebody typed, but its columns are not drawn any more.
    refreshed(deck, next, true);
    const names = descendantsOf(partOf(deck, chart), 'c:ser').map((series) =>
      textOf(first(first(series, 'c:tx'), 'c:v')),
    );
    expect(names).toEqual(['Priorities', 'Roles', 'Vision', 'Trust']);
  });

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

describe('refreshing a table', () => {
  const COMMITMENTS = sample('commitments');

  function rowsOf(deck: OpcPackage): readonly (readonly string[])[] {
    return descendantsOf(partOf(deck, only(deck).slide), 'a:tr').map((row) => childrenOf(row, 'a:tc').map(textOf));
  }

  function withRows(rows: readonly (readonly string[])[]): Exhibit {
    const { body } = COMMITMENTS;
    if (body.form !== 'table') throw new Error('No table');
    return {
      ...later(COMMITMENTS),
      body: { form: 'table', table: { ...body.table, rows: rows.map((row) => row.map((text) => ({ text }))) } },
    };
  }

  const OLD =
    COMMITMENTS.body.form === 'table' ? COMMITMENTS.body.table.rows.map((row) => row.map(({ text }) => text)) : [];

  it('OF45 renews cells, adds and takes out rows, and keeps widths, colours and words of others', () => {
    const deck = deckOf([COMMITMENTS]);
    const { slide } = only(deck);
    retype(deck, slide, { 'Jonas Weber': 'Jonas and Maya' });
    edit(deck, slide, (root) => {
      first(root, 'a:gridCol').attributes['w'] = '123456';
      const row = descendantsOf(root, 'a:tr')[2];
      const look = row && descendantsOf(row, 'a:tcPr')[3];
      if (!look) throw new Error('No cell');
      look.children = [element('a:solidFill', {}, element('a:srgbClr', { val: 'C00000' }))];
    });
    const [one = [], two = []] = OLD;
    const next = withRows([['A new one.', 'Ada', '1 Mar 2027', 'open'], two.with(3, 'dropped'), one]);
    expect(previewRefresh(deck, only(deck), next)).toMatchObject({
      value: { added: ['A new one.'], gone: ['Depot heads hear the plan from us before they read it.'] },
    });
    refreshed(deck, next);
    expect(rowsOf(deck).slice(1)).toEqual([
      ['A new one.', 'Ada', '1 Mar 2027', 'open'],
      two.with(1, 'Jonas and Maya').with(3, 'dropped'),
      one,
    ]);
    const after = partOf(deck, slide);
    expect(first(after, 'a:gridCol').attributes['w']).toBe('123456');
    expect(descendantsOf(after, 'a:srgbClr')).toHaveLength(1);
  });

  it('OF45 keeps a row that somebody added, and away one that somebody deleted', () => {
    const deck = deckOf([COMMITMENTS]);
    edit(deck, only(deck).slide, (root) => {
      const table = first(root, 'a:tbl');
      const [, one, two] = childrenOf(table, 'a:tr');
      if (!one || !two) throw new Error('No rows');
      const added = structuredClone(one);
      for (const text of descendantsOf(added, 'a:t')) text.children = ['mine'];
      table.children = [...table.children.filter((node) => node !== two), added, structuredClone(added)];
    });
    refreshed(deck, withRows(OLD.map((row) => row.with(3, 'done'))));
    expect(
      rowsOf(deck)
        .slice(1)
        .map(([label]) => label),
    ).toEqual([OLD[0]?.[0], OLD[2]?.[0], 'mine', 'mine']);
  });

  it('OF45 lets the colours of cells follow where they are as they were written', () => {
    const exhibit = sample('heatmap');
    const { body } = exhibit;
    if (body.form !== 'table') throw new Error('No table');
    const deck = deckOf([exhibit]);
    const rows = body.table.rows.map((row) =>
      row.map((cell, at) => (at === 1 ? { text: 'mixed', fill: 'held' as const } : cell)),
    );
    const next: Exhibit = { ...later(exhibit), body: { form: 'table', table: { ...body.table, rows } } };
    refreshed(deck, next);
    const whole = deckOf([next]);
    const fills = (pack: OpcPackage) =>
      descendantsOf(partOf(pack, only(pack).slide), 'a:tcPr').map(({ children }) => children);
    expect(fills(deck)).toEqual(fills(whole));
  });
});

describe('refreshing a text', () => {
  it('OF45 renews paragraphs and keeps those that somebody rewrote', () => {
    const exhibit = sample('method');
    const deck = deckOf([exhibit]);
    const { slide } = only(deck);
    retype(deck, slide, { 'Results show from 5 answers on, and are coarser with few.': 'Five is the least.' });
    const { body } = exhibit;
    if (body.form !== 'text') throw new Error('No text');
    const paragraphs = body.paragraphs.map(({ lead, text }) => ({ lead, text: text.replace('11 of 12', '12 of 12') }));
    refreshed(deck, { ...later(exhibit), body: { form: 'text', paragraphs } });
    const texts = textsOn(deck, slide).join(' ');
    expect(texts).toContain('12 of 12 leaders');
    expect(texts).toContain('Five is the least.');
    expect(texts).toContain('Single answers');
    expect(texts).not.toContain('coarser');
  });
});

describe('refreshing a whole deck', () => {
  it('OF50 goes through sixty insertions, tells how far it is, and stops between two', async () => {
    const exhibits = Array.from({ length: 60 }, (_, at) => sampleExhibits()[at % 9]).filter((one) => one !== undefined);
    const deck = deckOf(exhibits);
    const tasks = findInsertions(deck).map((found, at) => ({
      found,
      exhibit: later(exhibits[at] ?? sample('profile'), moved),
      look: LOOK,
    }));
    expect(tasks).toHaveLength(60);
    const told: number[] = [];
    const signal = { aborted: false };
    const outcomes = await refreshAll(deck, tasks, {
      signal,
      onProgress: ({ done, of }) => {
        told.push(done);
        expect(of).toBe(60);
        if (done === 50) signal.aborted = true;
      },
    });
    expect(told).toEqual(Array.from({ length: 51 }, (_, at) => at));
    expect(outcomes.map(({ result }) => result?.ok ?? null)).toEqual([
      ...Array<boolean>(50).fill(true),
      ...Array<null>(10).fill(null),
    ]);
    expect(lintPackage(deck)).toEqual([]);
    expect(findInsertions(deck).map(({ identity }) => identity.provenance?.revision)).toEqual([
      ...Array<number>(50).fill(52),
      ...Array<number>(10).fill(41),
    ]);
  });
});

/** XML says the same however it is written. */
function isSamePart(before: OpcPackage, after: OpcPackage, name: string): boolean {
  const [one, two] = [before, after].map((pack) => readPart(pack, name));
  if (one && two) return isDeepStrictEqual(one, two);
  return Buffer.compare(before.parts.get(name) ?? new Uint8Array(), after.parts.get(name) ?? new Uint8Array()) === 0;
}

/** As PowerPoint's export does. */
function dropTags(deck: OpcPackage, slide: string): void {
  for (const link of relationshipsOf(deck, slide).filter(({ type }) => type.endsWith('/tags'))) {
    removePart(deck, `ppt/tags/${link.target.split('/').at(-1) ?? ''}`);
    removeRelationship(deck, slide, link.id);
  }
  edit(deck, slide, (root) => {
    const inner = first(root, 'p:cSld');
    inner.children = inner.children.filter(
      (node) => typeof node === 'string' || !('name' in node) || node.name !== 'p:custDataLst',
    );
  });
}
