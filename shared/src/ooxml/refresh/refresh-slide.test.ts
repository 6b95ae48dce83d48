import { describe, expect, it } from '@jest/globals';
import { sampleExhibits } from '../../testing/exhibits.ts';
import { lintPackage } from '../lint/lint-package.ts';
import { childrenOf, descendantsOf, element, textOf } from '../package/xml.ts';
import type { OpcPackage } from '../package/opc-package.ts';
import type { Exhibit } from '../exhibit.ts';
import { findInsertions } from './find-insertions.ts';
import { previewRefresh } from './preview-refresh.ts';
import { refreshAll } from './refresh-all.ts';
import {
  LOOK,
  deckOf,
  sample,
  only,
  partOf,
  edit,
  first,
  retype,
  textsOn,
  refreshed,
} from '../../testing/edited-decks.ts';
import { later, moved } from '../../testing/later-exhibits.ts';

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

describe('refreshing a title', () => {
  it('OF45 follows the finding also where the layout has no place for a title, unless somebody rewrote it', () => {
    const exhibit = sample('profile');
    const next = later(exhibit);
    for (const own of [null, 'Mine']) {
      const deck = deckOf([exhibit]);
      const { slide } = only(deck);
      edit(deck, slide, (root) => {
        for (const place of descendantsOf(root, 'p:nvPr')) place.children = [];
      });
      if (own !== null) retype(deck, slide, { [exhibit.title]: own });
      expect(previewRefresh(deck, only(deck), next)).toMatchObject({
        value: { title: { change: own === null ? 'follows' : 'kept' } },
      });
      refreshed(deck, next);
      expect(textsOn(deck, slide)).toContain(own ?? next.title);
    }
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
