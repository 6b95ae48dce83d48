import { describe, expect, it } from '@jest/globals';
import { sampleExhibits, sampleInsertion } from '../../testing/exhibits.ts';
import { addPart, readPart, removePart, writePart, type OpcPackage } from '../package/opc-package.ts';
import { descendantsOf, element, type XmlElement } from '../package/xml.ts';
import { addExhibitSlides } from '../slides/add-slides.ts';
import { newDeck } from '../slides/base-deck.ts';
import type { FindingKind } from './finding.ts';
import { lintPackage } from './lint-package.ts';

const TYPES = '[Content_Types].xml';
const CHART = 'ppt/charts/chart1.xml';
const STACKED = 'ppt/charts/chart2.xml';
const SLIDE = 'ppt/slides/slide1.xml';
const TABLE = 'ppt/slides/slide7.xml';

const LOOK = { language: 'en-GB', rightToLeft: false };
const CLEAN = newDeck({ ...LOOK, title: 'Clean' });
addExhibitSlides(
  CLEAN,
  sampleExhibits().map((exhibit, n) => ({ exhibit, insertion: sampleInsertion(exhibit, n) })),
  LOOK,
);

function deck(): OpcPackage {
  readPart(CLEAN, TYPES);
  return { parts: new Map(CLEAN.parts) };
}

/** Changes the first element of a name in a part. */
function change(part: string, name: string, how: (found: XmlElement) => void): (pack: OpcPackage) => void {
  return (pack) => {
    const root = readPart(pack, part);
    const found = root?.name === name ? root : root && descendantsOf(root, name)[0];
    if (!root || !found) throw new Error(`No ${name} in ${part}`);
    how(found);
    writePart(pack, part, root);
  };
}

function set(name: string, value: string): (found: XmlElement) => void {
  return ({ attributes }) => (attributes[name] = value);
}

function twice(name: string): (found: XmlElement) => void {
  return (found) => {
    const at = found.children.findIndex((node) => typeof node === 'object' && 'name' in node && node.name === name);
    const [copy] = found.children.slice(at, at + 1);
    if (copy === undefined) throw new Error(`No ${name}`);
    found.children.splice(at, 0, structuredClone(copy));
  };
}

const FAULTS: readonly (readonly [FindingKind, string, (pack: OpcPackage) => void])[] = [
  ['part.malformed', 'a torn part', (pack) => pack.parts.set('ppt/tags/tag1.xml', new Uint8Array([60, 97]))],
  [
    'part.orphan',
    'a part that nothing links to',
    (pack) => addPart(pack, 'ppt/media/left.xml', { contentType: 'application/xml', content: element('left') }),
  ],
  [
    'part.untyped',
    'a part without a content type',
    (pack) => {
      change('ppt/slides/_rels/slide1.xml.rels', 'Relationship', ({ attributes }) => {
        attributes['Target'] = '../tags/tag1.odd';
      });
      const links = readPart(pack, 'ppt/slides/_rels/slide1.xml.rels');
      links?.children.push(element('Relationship', { Id: 'rId99', Type: 'urn:odd', Target: '../odd.odd' }));
      if (links) writePart(pack, 'ppt/slides/_rels/slide1.xml.rels', links);
      pack.parts.set('ppt/odd.odd', new Uint8Array([1]));
    },
  ],
  [
    'override.dangling',
    'a content type of no part',
    change(TYPES, 'Types', ({ children }) => {
      children.push(element('Override', { PartName: '/ppt/gone.xml', ContentType: 'application/xml' }));
    }),
  ],
  ['link.dangling', 'a link to no part', (pack) => removePart(pack, 'ppt/tags/tag1.xml')],
  [
    'link.duplicate',
    'two links of one id',
    change('ppt/_rels/presentation.xml.rels', 'Relationships', twice('Relationship')),
  ],
  ['link.missing', 'an r:id of no link', change(CHART, 'c:externalData', set('r:id', 'rId77'))],
  ['cache.count', 'one point more than its range', change(CHART, 'c:ptCount', set('val', '2'))],
  [
    'cache.count',
    'categories and values that differ in number',
    change(CHART, 'c:cat', (found) => {
      for (const range of descendantsOf(found, 'c:f')) range.children = ['nameOfARange'];
      for (const count of descendantsOf(found, 'c:ptCount')) count.attributes['val'] = '9';
    }),
  ],
  ['cache.count', 'the same point twice', change(STACKED, 'c:strCache', twice('c:pt'))],
  [
    'cache.differs',
    'a number that the workbook does not hold',
    change(CHART, 'c:val', (found) => {
      for (const value of descendantsOf(found, 'c:v').slice(0, 1)) value.children = ['17'];
    }),
  ],
  [
    'cache.differs',
    'a range of a sheet that is not there',
    change(CHART, 'c:f', (found) => {
      found.children = ['Gone!$B$1'];
    }),
  ],
  [
    'cache.not-a-number',
    'NaN',
    change(CHART, 'c:val', (found) => {
      for (const range of descendantsOf(found, 'c:f')) range.children = ['nameOfARange'];
      for (const value of descendantsOf(found, 'c:v').slice(0, 1)) value.children = ['NaN'];
    }),
  ],
  [
    'cache.value-missing',
    'a point without its value',
    change(CHART, 'c:val', (found) => {
      for (const range of descendantsOf(found, 'c:f')) range.children = ['nameOfARange'];
      for (const point of descendantsOf(found, 'c:pt').slice(0, 1)) point.children = [];
    }),
  ],
  ['series.duplicate', 'two series of one index', change(CHART, 'c:idx', set('val', '1'))],
  ['series.duplicate', 'two series of one order', change(CHART, 'c:order', set('val', '1'))],
  ['point.duplicate', 'two looks of one point', change(CHART, 'c:ser', twice('c:dPt'))],
  ['point.duplicate', 'two labels of one point', change(CHART, 'c:dLbls', twice('c:dLbl'))],
  [
    'axis.missing',
    'an axis id without its axis',
    change(CHART, 'c:barChart', ({ children }) => {
      children.push(element('c:axId', { val: '333' }));
    }),
  ],
  [
    'axis.unused',
    'an axis that nothing uses',
    change(CHART, 'c:plotArea', ({ children }) => {
      children.push(
        element('c:serAx', {}, element('c:axId', { val: '9' }), element('c:crossAx', { val: '111111111' })),
      );
    }),
  ],
  [
    'label.position',
    'labels at the outer end of stacked bars',
    change(STACKED, 'c:dLbls', ({ children }) => {
      children.push(element('c:dLblPos', { val: 'outEnd' }));
    }),
  ],
  [
    'workbook.corrupt',
    'a torn workbook',
    (pack) => pack.parts.set('ppt/embeddings/Microsoft_Excel_Sheet1.xlsx', new Uint8Array([80, 75])),
  ],
  [
    'workbook.missing',
    'a chart without a workbook',
    (pack) => {
      change(CHART, 'c:chartSpace', (found) => {
        found.children = found.children.filter(
          (node) => typeof node === 'string' || !('name' in node) || node.name !== 'c:externalData',
        );
      })(pack);
      removePart(pack, 'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx');
      pack.parts.delete('ppt/charts/_rels/chart1.xml.rels');
    },
  ],
  ['shape.duplicate', 'two shapes of one id', change(SLIDE, 'p:cNvPr', set('id', '5'))],
  ['slide.duplicate', 'two slides of one id', change('ppt/presentation.xml', 'p:sldId', set('id', '257'))],
  ['table.cells', 'a column too few', change(TABLE, 'a:tblGrid', ({ children }) => children.pop())],
  [
    'size.negative',
    'a frame of less than no width',
    change(SLIDE, 'a:ext', (found) => {
      found.attributes['uri'] = found.attributes['uri'] ?? '';
      found.attributes['cx'] = '-5';
    }),
  ],
  [
    'alt.missing',
    'our chart without its alternative text',
    change(SLIDE, 'p:graphicFrame', (found) => {
      for (const frame of descendantsOf(found, 'p:cNvPr')) frame.attributes['descr'] = ' ';
    }),
  ],
];

describe('the linter of packages', () => {
  it('OF42 finds nothing in a clean deck', () => {
    expect(lintPackage(deck())).toEqual([]);
  });

  for (const [kind, what, fault] of FAULTS) {
    it(`OF42 finds ${what}`, () => {
      const pack = deck();
      fault(pack);
      expect([...new Set(lintPackage(pack).map((finding) => finding.kind))]).toEqual([kind]);
    });
  }
});
