import {
  linkedPart,
  PACKAGE,
  readPackage,
  readPart,
  relationshipsOf,
  removePart,
  removeRelationship,
  targetOf,
  writePackage,
  writePart,
  type OpcPackage,
} from '../package/opc-package.ts';
import { childOf, childrenOf } from '../package/xml.ts';
import { IDENTITY_SHEET } from '../charts/add-chart.ts';
import { OFFICE } from '../package/namespaces.ts';

/** Takes from a workbook the sheet that says what it is, where there is one; false when it cannot be read. */
export function dropIdentity(pack: OpcPackage, workbook: string | null): boolean {
  const bytes = workbook === null ? undefined : pack.parts.get(workbook);
  if (workbook === null || !bytes) return true;
  const plain = withoutIdentity(bytes);
  if (plain) pack.parts.set(workbook, plain);
  return plain !== null;
}

function withoutIdentity(bytes: Uint8Array): Uint8Array | null {
  const opened = readPackage(bytes);
  if (!opened.ok) return null;
  const book = opened.value;
  const main = linkedPart(book, PACKAGE, `${OFFICE}/officeDocument`);
  const root = main === null ? null : readPart(book, main);
  const list = root && childOf(root, 'sheets');
  if (main === null || !list) return null;
  const sheet = childrenOf(list, 'sheet').find(({ attributes }) => attributes['name'] === IDENTITY_SHEET);
  if (!sheet) return bytes;
  const link = relationshipsOf(book, main).find(({ id }) => id === sheet.attributes['r:id']);
  const part = link && targetOf(main, link);
  list.children = list.children.filter((node) => node !== sheet);
  writePart(book, main, root);
  if (link) removeRelationship(book, main, link.id);
  if (part !== undefined && part !== null) removePart(book, part);
  return writePackage(book);
}
