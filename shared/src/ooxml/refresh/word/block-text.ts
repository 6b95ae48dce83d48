import { fail, type Result } from '../../../kernel/result.ts';
import { readPart, relationshipsOf, targetOf, writePart, type OpcPackage } from '../../package/opc-package.ts';
import { childOf, childrenOf, element, isElement, type XmlElement } from '../../package/xml.ts';
import { tagOf } from '../../word/block.ts';
import { flatOpc, packageOfFlatOpc } from '../../word/flat-opc.ts';
import { markOfElement, markOfParts, type ByOffice } from '../mark-of-parts.ts';
import { controlsIn, mainPart } from './find-blocks.ts';

/** Opens a block as Word hands it over: with its content control, or what stands in it alone. */
export function openBlockText(text: string, id: string): Result<OpcPackage, 'package.unreadable'> {
  const opened = packageOfFlatOpc(text);
  if (!opened.ok) return opened;
  const part = mainPart(opened.value);
  const root = part === null ? null : readPart(opened.value, part);
  const body = root && childOf(root, 'w:body');
  if (part === null || !root || !body) return fail('package.unreadable');
  if (controlsIn(root)[0]?.id === id) return opened;
  const control = element(
    'w:sdt',
    {},
    element('w:sdtPr', {}, element('w:tag', { 'w:val': tagOf({ id }) })),
    element('w:sdtContent', {}, ...body.children.filter((node) => !isElement(node, 'w:sectPr'))),
  );
  body.children = [control];
  writePart(opened.value, part, root);
  return opened;
}

/** What stands in the first block of a text, as Word takes it into a control that is there already; all of a text without one. */
export function contentText(pack: OpcPackage): string {
  return textWith(pack, (control) => childOf(control, 'w:sdtContent')?.children ?? []);
}

/** The first block of a text with its content control, as Word takes it beside another. */
export function blockText(pack: OpcPackage): string {
  return textWith(pack, (control) => [control]);
}

/** A mark of all that stands in a block, its chart and its numbers: two of one on which nobody has worked are the same. */
export function markOfBlock(pack: OpcPackage): string {
  const part = mainPart(pack);
  const root = part === null ? null : readPart(pack, part);
  const control = root && controlsIn(root)[0]?.control;
  const content = control && childOf(control, 'w:sdtContent');
  if (part === null || !content) return '';
  const names = linksIn(content);
  const own = relationshipsOf(pack, part)
    .filter(({ id }) => names.has(id))
    .flatMap((link) => targetOf(part, link) ?? []);
  return markOfElement(content, BY_OFFICE) + markOfParts(pack, own, { byOffice: BY_OFFICE, isShared: () => false });
}

function textWith(pack: OpcPackage, nodesOf: (control: XmlElement) => XmlElement['children']): string {
  const draft: OpcPackage = { parts: new Map(pack.parts) };
  const part = mainPart(draft);
  const root = part === null ? null : readPart(draft, part);
  const body = root && childOf(root, 'w:body');
  const control = root && controlsIn(root)[0]?.control;
  if (part === null || !body || !control) return flatOpc(draft);
  body.children = [...nodesOf(control)];
  writePart(draft, part, root);
  return flatOpc(draft);
}

function linksIn(parent: XmlElement): ReadonlySet<string> {
  const own = Object.entries(parent.attributes).flatMap(([name, value]) => (name.startsWith('r:') ? [value] : []));
  return new Set([...own, ...childrenOf(parent).flatMap((child) => [...linksIn(child)])]);
}

/** Numbers that Word gives to paragraphs, drawings, bookmarks and links, and where its pages ended. */
const BY_OFFICE: ByOffice = {
  attribute: (element, name) =>
    /^(?:r:|w:rsid|w14:|xmlns)/.test(name) || (NUMBERED.has(element.name) && /^(?:w:)?id$/.test(name)),
  element: ({ name }) => name === 'w:proofErr' || name === 'w:lastRenderedPageBreak',
};
const NUMBERED = new Set(['wp:docPr', 'pic:cNvPr', 'w:bookmarkStart', 'w:bookmarkEnd']);
