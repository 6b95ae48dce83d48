import { describe, expect, it } from '@jest/globals';
import {
  addPart,
  addRelationship,
  emptyPackage,
  PACKAGE,
  readPart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf, element, writeXml } from '@plumbline/shared/ooxml/package/xml';
import { dropSlides, lookOfSlide, slideParts } from './deck-parts.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PRESENTATION = 'ppt/presentation.xml';

/** A deck with a master and two slides, a section of both; a picture of the first, notes of each, and a picture of both. */
function deck(): OpcPackage {
  const pack = emptyPackage();
  const add = (part: string, root = 'x') =>
    addPart(pack, part, { contentType: 'application/xml+x', content: element(root) });
  const link = (from: string, type: string, to: string) =>
    addRelationship(pack, from, { type: `${OFFICE}/${type}`, target: to });
  for (const part of [
    'ppt/theme/theme1.xml',
    'ppt/slideMasters/slideMaster1.xml',
    'ppt/slideLayouts/slideLayout1.xml',
  ]) {
    add(part);
  }
  for (const part of ['ppt/media/one.xml', 'ppt/media/both.xml']) add(part);
  link('ppt/slideMasters/slideMaster1.xml', 'theme', 'ppt/theme/theme1.xml');
  link('ppt/slideLayouts/slideLayout1.xml', 'slideMaster', 'ppt/slideMasters/slideMaster1.xml');
  link(PACKAGE, 'officeDocument', PRESENTATION);
  const ids = [1, 2].map((n) => {
    const slide = `ppt/slides/slide${String(n)}.xml`;
    add(slide);
    link(slide, 'slideLayout', 'ppt/slideLayouts/slideLayout1.xml');
    link(slide, 'image', 'ppt/media/both.xml');
    if (n === 1) link(slide, 'image', 'ppt/media/one.xml');
    const notes = `ppt/notesSlides/notesSlide${String(n)}.xml`;
    add(notes);
    link(slide, 'notesSlide', notes);
    link(notes, 'slide', slide);
    return element('p:sldId', { id: String(255 + n), 'r:id': link(PRESENTATION, 'slide', slide) });
  });
  const sections = [256, 257].map((id) => element('p14:sldId', { id: String(id) }));
  addPart(pack, PRESENTATION, {
    contentType: 'application/xml+x',
    content: element('p:presentation', {}, element('p:sldIdLst', {}, ...ids), element('p14:section', {}, ...sections)),
  });
  return pack;
}

describe('the slides of a carrier', () => {
  it('OF67 are found in their order, with the theme and the master that they are drawn in', () => {
    const pack = deck();
    expect(slideParts(pack).map(({ part }) => part)).toEqual(['ppt/slides/slide1.xml', 'ppt/slides/slide2.xml']);
    expect(lookOfSlide(pack, 'ppt/slides/slide1.xml')).toEqual({
      theme: 'ppt/theme/theme1.xml',
      master: 'ppt/slideMasters/slideMaster1.xml',
    });
    expect(lookOfSlide(pack, 'ppt/slides/none.xml')).toBeNull();
  });

  it('OF67 are dropped with all that only they use, so that no film travels along, and no section names them', () => {
    const pack = deck();
    const [first] = slideParts(pack);
    dropSlides(pack, first ? [first] : []);
    expect(slideParts(pack).map(({ part }) => part)).toEqual(['ppt/slides/slide2.xml']);
    const gone = ['ppt/slides/slide1.xml', 'ppt/notesSlides/notesSlide1.xml', 'ppt/media/one.xml'];
    expect(gone.filter((part) => pack.parts.has(part))).toEqual([]);
    expect(pack.parts.has('ppt/media/both.xml')).toBe(true);
    const root = readPart(pack, PRESENTATION);
    expect(root && descendantsOf(root, 'p14:sldId').map(({ attributes }) => attributes['id'])).toEqual(['257']);
    const types = readPart(pack, '[Content_Types].xml');
    expect(types && gone.filter((part) => writeXml(types).includes(part))).toEqual([]);
  });
});
