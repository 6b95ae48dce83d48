import { describe, expect, it } from '@jest/globals';
import { edit, first, LOOK, sample } from '../../../testing/edited-decks.ts';
import { contentOf, editBlock, onlyBlock, textOfExhibits, without } from '../../../testing/edited-texts.ts';
import { sampleExhibits } from '../../../testing/exhibits.ts';
import { relationshipsOf, removeRelationship, type OpcPackage } from '../../package/opc-package.ts';
import { childOf, copyOf, element, isElement, type XmlElement } from '../../package/xml.ts';
import { DOCUMENT } from '../../word/parts.ts';
import { findBlocks } from './find-blocks.ts';
import { detachBlock, refreshBlock } from './refresh-block.ts';

describe('finding blocks of a text', () => {
  it('OF73 finds each with what it was written with, in the order of the text', () => {
    const found = findBlocks(textOfExhibits());
    expect(found.map(({ identity }) => identity?.key)).toEqual(sampleExhibits().map(({ key }) => key));
    expect(found.map(({ number }) => number)).toEqual(sampleExhibits().map((_, at) => at + 1));
    expect(found.every(({ identity }) => identity?.written !== null)).toBe(true);
    const forms = sampleExhibits().map(({ body }) => body.form);
    expect(found.map(({ state }) => state.kind)).toEqual(forms);
  });

  it('OF73 knows a chart by its workbook, and of a table only the tag, where the text keeps nothing beside', () => {
    const pack = textOfExhibits([sample('profile'), sample('heatmap')]);
    forget(pack);
    const [chart, table] = findBlocks(pack);
    expect(chart?.identity?.written).not.toBeNull();
    expect(table).toMatchObject({ identity: null, state: { kind: 'table' } });
    if (!table) throw new Error('No table');
    const result = refreshBlock(pack, table, { exhibit: sample('heatmap'), look: LOOK });
    expect(result).toEqual({ ok: false, error: { kind: 'refresh.unreadable' } });
  });

  it('OF73 tells copies apart, and blocks that stand in one another', () => {
    const pack = textOfExhibits([sample('heatmap'), sample('method')]);
    editBlock(pack, (control, root) => {
      const body = first(root, 'w:body');
      body.children.splice(0, 0, copyOf(control));
    });
    expect(findBlocks(pack).map(({ copy }) => copy)).toEqual([1, 2, 1]);
    edit(pack, DOCUMENT, (root) => {
      const body = first(root, 'w:body');
      const controls = body.children.filter((node) => isElement(node, 'w:sdt'));
      const [outer, , inner] = controls;
      if (!isElement(outer) || !isElement(inner)) throw new Error('No blocks');
      body.children = body.children.filter((node) => node !== inner);
      contentOf(outer).children.push(inner);
    });
    const nested = findBlocks(pack);
    expect(nested.map(({ identity }) => identity?.key.figure)).toEqual(['heatmap', 'method', 'heatmap']);
    expect(nested.map(({ state }) => state.kind)).toEqual(['table', 'text', 'table']);
  });

  it('OF73 says of a picture, and of what was emptied, that the figure is gone', () => {
    const picture = element('w:p', {}, element('w:r', {}, element('w:pict')));
    const ways: readonly (readonly [(content: XmlElement, control: XmlElement) => void, string])[] = [
      [(content) => (content.children = [picture]), 'refresh.picture'],
      [(content) => (content.children = [element('w:p')]), 'refresh.gone'],
      [(content) => without(content, 'w:drawing'), 'refresh.gone'],
    ];
    for (const [change, why] of ways) {
      const pack = textOfExhibits([sample('profile')]);
      editBlock(pack, (control) => change(contentOf(control), control));
      expect(onlyBlock(pack).state).toEqual({ kind: 'orphaned', why });
      const result = refreshBlock(pack, onlyBlock(pack), { exhibit: sample('profile'), look: LOOK });
      expect(result).toEqual({ ok: false, error: { kind: 'refresh.orphaned', why } });
    }
    const placeholder = textOfExhibits([sample('method')]);
    editBlock(placeholder, (control) => first(control, 'w:sdtPr').children.push(element('w:showingPlcHdr')));
    expect(onlyBlock(placeholder).state).toEqual({ kind: 'orphaned', why: 'refresh.gone' });
  });

  it('OF73 leaves alone what is locked, and what has tracked changes', () => {
    const before = (name: string) => (control: XmlElement) => {
      const [paragraph] = contentOf(control).children;
      if (isElement(paragraph)) paragraph.children.push(element(name, { 'w:id': 1, 'w:author': 'Maya' }));
    };
    const lock = (kind: string) => (control: XmlElement) =>
      first(control, 'w:sdtPr').children.push(element('w:lock', { 'w:val': kind }));
    for (const [change, refreshes, detaches] of [
      [before('w:ins'), 'refresh.tracked', 'refresh.tracked'],
      [before('w:del'), 'refresh.tracked', 'refresh.tracked'],
      [lock('contentLocked'), 'refresh.locked', 'refresh.locked'],
      [lock('sdtContentLocked'), 'refresh.locked', 'refresh.locked'],
      [lock('sdtLocked'), null, 'refresh.locked'],
    ] as const) {
      const pack = textOfExhibits([sample('heatmap')]);
      editBlock(pack, change);
      const parts = new Map(pack.parts);
      const gone = detachBlock(pack, onlyBlock(pack));
      expect(gone).toEqual({ ok: false, error: { kind: detaches } });
      expect(pack.parts).toEqual(parts);
      const result = refreshBlock(pack, onlyBlock(pack), { exhibit: sample('heatmap'), look: LOOK });
      if (refreshes === null) expect(result).toMatchObject({ ok: true });
      else expect(result).toEqual({ ok: false, error: { kind: refreshes } });
      if (refreshes !== null) expect(pack.parts).toEqual(parts);
    }
  });

  it('OF73 sees where words for screen readers were taken away, and where somebody comments', () => {
    for (const figure of ['profile', 'heatmap'] as const) {
      const pack = textOfExhibits([sample(figure)]);
      expect(onlyBlock(pack)).toMatchObject({ lacksAltText: false, hasComments: false });
      editBlock(pack, (control) => {
        const properties = figure === 'profile' ? first(control, 'wp:docPr') : first(control, 'w:tblPr');
        delete properties.attributes['descr'];
        without(properties, 'w:tblDescription');
        const [paragraph] = contentOf(control).children;
        if (isElement(paragraph)) paragraph.children.push(element('w:commentRangeStart', { 'w:id': 1 }));
      });
      expect(onlyBlock(pack)).toMatchObject({ lacksAltText: true, hasComments: true });
    }
    expect(onlyBlock(textOfExhibits([sample('method')])).lacksAltText).toBe(false);
  });

  it('OF73 leaves controls of others alone', () => {
    const pack = textOfExhibits([sample('method')]);
    editBlock(pack, (control) => {
      const tag = childOf(first(control, 'w:sdtPr'), 'w:tag');
      if (tag) tag.attributes['w:val'] = 'somebody';
    });
    expect(findBlocks(pack)).toEqual([]);
  });
});

/** As where a block is copied into another document. */
function forget(pack: OpcPackage): void {
  for (const link of relationshipsOf(pack, DOCUMENT).filter(({ type }) => type.endsWith('/customXml'))) {
    removeRelationship(pack, DOCUMENT, link.id);
  }
}
