import { addPart, addRelationship, emptyPackage, PACKAGE } from '../package/opc-package.ts';
import { element } from '../package/xml.ts';
import { blockXml, type Inserted } from './block.ts';
import { flatOpc } from './flat-opc.ts';
import { keepInsertions } from './kept-insertions.ts';
import { DOCUMENT, LINKS, TYPES } from './parts.ts';
import { blockStyles } from './styles.ts';
import { NAMESPACES, type WordLook } from './word-look.ts';

/**
 * Exhibits as one text for Word's `insertOoxml`, in the open document's own colours and fonts: the package has no theme,
 * and of styles only those that the exhibits use, which Word leaves as they are where the document has them.
 */
export function exhibitBlock(items: readonly Inserted[], look: WordLook): string {
  const pack = emptyPackage();
  addRelationship(pack, PACKAGE, { type: LINKS.document, target: DOCUMENT });
  addPart(pack, STYLES, { contentType: TYPES.styles, content: blockStyles(look) });
  addRelationship(pack, DOCUMENT, { type: LINKS.styles, target: STYLES });
  const blocks = items.map((item, at) =>
    blockXml(item, { pack, owner: DOCUMENT, number: look.firstFigure + at }, look),
  );
  addPart(pack, DOCUMENT, {
    contentType: TYPES.document,
    content: element('w:document', NAMESPACES, element('w:body', {}, ...blocks)),
  });
  const insertions = items.map(({ insertion }) => insertion);
  if (insertions.length > 0) keepInsertions(pack, DOCUMENT, insertions);
  return flatOpc(pack);
}

const STYLES = 'word/styles.xml';
