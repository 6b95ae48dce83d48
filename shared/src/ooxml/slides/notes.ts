import {
  addPart,
  addRelationship,
  freePart,
  linkedPart,
  readPart,
  writePart,
  type OpcPackage,
} from '../package/opc-package.ts';
import { childrenOf, element, isElement, type XmlElement } from '../package/xml.ts';
import { ownTheme } from '../theme/own-theme.ts';
import { LINKS, NAMESPACES, TYPES } from './names.ts';
import { paragraph, placeholder, placed, shapeTree, type ParagraphLook } from './shapes.ts';

/** Gives a slide its speaker notes; a deck that never had any gets a master for them. */
export function addNotes(
  deck: OpcPackage,
  slide: { readonly part: string; readonly presentation: string },
  notes: { readonly paragraphs: readonly string[]; readonly look: ParagraphLook },
): void {
  const master = linkedPart(deck, slide.presentation, LINKS.notesMaster) ?? addNotesMaster(deck, slide.presentation);
  const part = freePart(deck, 'ppt/notesSlides/notesSlide', '.xml');
  const text = notes.paragraphs.map((words) => paragraph([{ text: words }], notes.look));
  addPart(deck, part, {
    contentType: TYPES.notes,
    content: element(
      'p:notes',
      NAMESPACES,
      element(
        'p:cSld',
        {},
        shapeTree(slideImage(2), placeholder({ id: 3, name: 'Notes' }, { type: 'body', idx: '1' }, text)),
      ),
      element('p:clrMapOvr', {}, element('a:masterClrMapping')),
    ),
  });
  addRelationship(deck, part, { type: LINKS.notesMaster, target: master });
  addRelationship(deck, part, { type: LINKS.slide, target: slide.part });
  addRelationship(deck, slide.part, { type: LINKS.notes, target: part });
}

function slideImage(id: number): XmlElement {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name: 'Slide' }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })),
      element('p:nvPr', {}, element('p:ph', { type: 'sldImg' })),
    ),
    element('p:spPr'),
  );
}

/** Adds the master of notes, and returns its part. */
export function addNotesMaster(deck: OpcPackage, presentation: string): string {
  const part = 'ppt/notesMasters/notesMaster1.xml';
  const theme = freePart(deck, 'ppt/theme/theme', '.xml');
  addPart(deck, theme, { contentType: TYPES.theme, content: ownTheme() });
  addPart(deck, part, { contentType: TYPES.notesMaster, content: notesMasterXml() });
  addRelationship(deck, part, { type: LINKS.theme, target: theme });
  const id = addRelationship(deck, presentation, { type: LINKS.notesMaster, target: part });
  const root = readPart(deck, presentation);
  if (root) {
    const list = element('p:notesMasterIdLst', {}, element('p:notesMasterId', { 'r:id': id }));
    const after = root.children.findIndex((node) => isElement(node, 'p:sldMasterIdLst'));
    root.children = root.children.filter((node) => !isElement(node, 'p:notesMasterIdLst'));
    root.children.splice(after + 1, 0, list);
    writePart(deck, presentation, root);
  }
  return part;
}

const PAGE = { width: 6_858_000, height: 9_144_000 };
/** Which colours of the theme a master calls its text, its background and its accents. */
export const COLOUR_MAP = {
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hlink: 'hlink',
  folHlink: 'folHlink',
};

function notesMasterXml(): XmlElement {
  const image = slideImage(2);
  const imagePlace = { x: 685_800, y: 685_800, width: PAGE.width - 1_371_600, height: 3_086_100 };
  const frame = childrenOf(image, 'p:spPr')[0];
  frame?.children.push(placed('a:xfrm', imagePlace), element('a:prstGeom', { prst: 'rect' }, element('a:avLst')));
  const text = placeholder({ id: 3, name: 'Notes' }, { type: 'body', idx: '1' }, [
    element('a:p', {}, element('a:endParaRPr', {})),
  ]);
  const body = { x: 685_800, y: 4_343_400, width: PAGE.width - 1_371_600, height: 4_114_800 };
  const bodyFrame = childrenOf(text, 'p:spPr')[0];
  bodyFrame?.children.push(placed('a:xfrm', body), element('a:prstGeom', { prst: 'rect' }, element('a:avLst')));
  return element(
    'p:notesMaster',
    NAMESPACES,
    element(
      'p:cSld',
      {},
      element('p:bg', {}, element('p:bgRef', { idx: 1001 }, element('a:schemeClr', { val: 'bg1' }))),
      shapeTree(image, text),
    ),
    element('p:clrMap', COLOUR_MAP),
  );
}
