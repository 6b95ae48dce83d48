import { insertionOf } from '../insertion.ts';
import type { Report } from '../exhibits/content.ts';
import { addPart, addRelationship, emptyPackage, PACKAGE } from '../package/opc-package.ts';
import { element } from '../package/xml.ts';
import { shortTitle, type Inserted } from './block.ts';
import { flatOpc } from './flat-opc.ts';
import { keepInsertions } from './kept-insertions.ts';
import { DOCUMENT, LINKS, TYPES } from './parts.ts';
import { reportBody } from './report-body.ts';
import { exhibitsOf, reportTag } from './report-parts.ts';
import { reportStyles } from './styles.ts';
import { NAMESPACES, type WordLook } from './word-look.ts';

/**
 * A whole report as one text for Word's `insertOoxml`, in the open document's own colours, fonts and styles. A content
 * control that is not seen stands around it, so that it can be taken out again at once; each exhibit has its own.
 */
export function reportBlock(report: Report, [own = '', ...ids]: readonly string[], look: WordLook): string {
  const pack = emptyPackage();
  addRelationship(pack, PACKAGE, { type: LINKS.document, target: DOCUMENT });
  addPart(pack, STYLES, { contentType: TYPES.styles, content: reportStyles(look) });
  addRelationship(pack, DOCUMENT, { type: LINKS.styles, target: STYLES });
  const items: readonly Inserted[] = exhibitsOf(report).map((exhibit, at) => ({
    exhibit,
    insertion: insertionOf(exhibit, ids[at] ?? '', look.language),
  }));
  const body = reportBody(report, { pack, owner: DOCUMENT, items }, look);
  const control = element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      element('w:alias', { 'w:val': shortTitle(report.title) }),
      element('w:tag', { 'w:val': reportTag(own) }),
      element('w15:appearance', { 'w15:val': 'hidden' }),
    ),
    element('w:sdtContent', {}, ...body),
  );
  const root = element('w:document', { ...NAMESPACES, ...HIDING }, element('w:body', {}, control));
  addPart(pack, DOCUMENT, { contentType: TYPES.document, content: root });
  if (items.length > 0) {
    keepInsertions(
      pack,
      DOCUMENT,
      items.map(({ insertion }) => insertion),
    );
  }
  return flatOpc(pack);
}

const STYLES = 'word/styles.xml';
/** Word of before 2013 shows the control, and passes over what it does not know. */
const HIDING = {
  'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'mc:Ignorable': 'w15',
};
