import { describe, expect, it } from '@jest/globals';
import { addPart, addRelationship, writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf, element } from '@plumbline/shared/ooxml/package/xml';
import { deckOf, edit, sample } from '@plumbline/shared/testing/edited-decks';
import { readCautions } from './cautions.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MODERN = 'http://schemas.microsoft.com/office/2018/10/relationships/comments';
const slide = (number: number) => `ppt/slides/slide${String(number)}.xml`;

/** What a deck of two slides warns of, changed before. */
function cautions(change: (deck: OpcPackage) => void) {
  const deck = deckOf([sample('profile'), sample('method')]);
  change(deck);
  const read = readCautions({ deck: writePackage(deck) });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

function comment(deck: OpcPackage, type: string): void {
  addPart(deck, 'ppt/comments/one.xml', { contentType: 'application/xml', content: element('cm') });
  addRelationship(deck, slide(1), { type, target: 'ppt/comments/one.xml' });
}

describe('what would be lost where a slide is put anew', () => {
  it('OF71 is nothing in a plain deck', () => {
    expect(cautions(() => undefined)).toEqual({ fonts: false, slides: { 256: [], 257: [] } });
  });

  it.each([`${OFFICE}/comments`, MODERN])('OF71 is its comments: %s', (type) => {
    expect(cautions((deck) => comment(deck, type)).slides).toEqual({ 256: ['caution.comments'], 257: [] });
  });

  it('OF71 is the way to it from another slide, or from a show', () => {
    const jump = (deck: OpcPackage) => addRelationship(deck, slide(1), { type: `${OFFICE}/slide`, target: slide(2) });
    expect(cautions((deck) => void jump(deck)).slides).toEqual({ 256: [], 257: ['caution.links'] });
    const show = (deck: OpcPackage) =>
      edit(deck, 'ppt/presentation.xml', (root) => {
        const link = descendantsOf(root, 'p:sldId')[0]?.attributes['r:id'] ?? '';
        const list = element('p:sldLst', {}, element('p:sld', { 'r:id': link }));
        root.children.push(element('p:custShowLst', {}, element('p:custShow', { name: 'Short', id: 0 }, list)));
      });
    expect(cautions(show).slides).toEqual({ 256: ['caution.links'], 257: [] });
  });

  it('OF71 is what other add-ins keep on its shapes, and fonts of the deck', () => {
    const others = (deck: OpcPackage) =>
      edit(deck, slide(2), (root) => {
        const shape = descendantsOf(root, 'p:nvPr')[0];
        shape?.children.push(element('p:custDataLst', {}, element('p:tags', { 'r:id': 'rId9' })));
      });
    expect(cautions(others).slides).toEqual({ 256: [], 257: ['caution.add-ins'] });
    const fonts = (deck: OpcPackage) =>
      edit(deck, 'ppt/presentation.xml', (root) => void root.children.push(element('p:embeddedFontLst')));
    expect(cautions(fonts).fonts).toBe(true);
  });

  it('OF60 names what is no deck', () => {
    expect(readCautions({ deck: new Uint8Array(9) })).toMatchObject({ ok: false, error: { kind: 'host.refused' } });
  });
});
