import { randomInt } from 'node:crypto';
import { DRAWING, OFFICE } from '@plumbline/shared/ooxml/package/namespaces';
import {
  addPart,
  addRelationship,
  freePart,
  linkedPart,
  readPart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf, element, findPath, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { OfficeError } from '../office-error.ts';
import { layoutsOf, mastersOf } from './masters.ts';
import { LINK } from './parts.ts';
import { CREATION_ID, freeNumber, P14, presentationOf, slidesOf, writeOrder } from './slides.ts';

const SLIDE = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml';
const P = 'http://schemas.openxmlformats.org/presentationml/2006/main';

/** What a new slide does not get from its layout: it stands there once for all slides. */
const STAYS_IN_LAYOUT = ['dt', 'ftr', 'sldNum'];

/** Adds an empty slide at the end, of a layout, else of the one that the last slide has. */
export function addSlide(pack: OpcPackage, wanted: string | null): void {
  const layouts = mastersOf(pack).flatMap((master) => layoutsOf(pack, master));
  if (wanted !== null && !layouts.includes(wanted)) throw new OfficeError('InvalidArgument', 'there is no such layout');
  const last = slidesOf(pack).at(-1);
  const layout = wanted ?? (last && linkedPart(pack, last.part, LINK.layout)) ?? layouts[0];
  if (layout === undefined) throw new OfficeError('GeneralException', 'the deck has no layout');
  const part = freePart(pack, 'ppt/slides/slide', '.xml');
  addPart(pack, part, { contentType: SLIDE, content: slideOf(readPart(pack, layout)) });
  addRelationship(pack, part, { type: LINK.layout, target: layout });
  const presentation = presentationOf(pack);
  const number = String(freeNumber(presentation.root));
  const link = addRelationship(pack, presentation.part, { type: LINK.slide, target: part });
  writeOrder(pack, [...slidesOf(pack), { number, link }]);
}

function slideOf(layout: XmlElement | null): XmlElement {
  const tree = layout && findPath(layout, 'p:cSld', 'p:spTree');
  const holders = (tree ? descendantsOf(tree, 'p:sp') : []).flatMap((shape) => {
    const [holder] = descendantsOf(shape, 'p:ph');
    return holder && !STAYS_IN_LAYOUT.includes(holder.attributes['type'] ?? '') ? [holder] : [];
  });
  return element(
    'p:sld',
    { 'xmlns:a': DRAWING, 'xmlns:r': OFFICE, 'xmlns:p': P },
    element(
      'p:cSld',
      {},
      element(
        'p:spTree',
        {},
        element('p:nvGrpSpPr', {}, element('p:cNvPr', { id: 1, name: '' }), element('p:cNvGrpSpPr'), element('p:nvPr')),
        element('p:grpSpPr'),
        ...holders.map((holder, at) => emptyHolder(holder, at + 2)),
      ),
      element(
        'p:extLst',
        {},
        element(
          'p:ext',
          { uri: CREATION_ID },
          element('p14:creationId', { 'xmlns:p14': P14, val: randomInt(1, 2 ** 32) }),
        ),
      ),
    ),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  );
}

function emptyHolder(holder: XmlElement, id: number): XmlElement {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name: `Placeholder ${id}` }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1 })),
      element('p:nvPr', {}, element('p:ph', holder.attributes)),
    ),
    element('p:spPr'),
    element('p:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), element('a:p')),
  );
}
