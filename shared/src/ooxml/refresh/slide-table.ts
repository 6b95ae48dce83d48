import { childOf, childrenOf, copyOf, descendantsOf, isElement, type XmlElement } from '../package/xml.ts';
import { lookOf } from './look.ts';
import type { TableForm } from './merge-table.ts';
import { setText, textIn } from './texts.ts';

/** Tables of slides. */
export const SLIDE_TABLE: TableForm = {
  row: 'a:tr',
  cell: 'a:tc',
  grid: 'a:tblGrid',
  column: 'a:gridCol',
  width: 'w',
  textIn,
  setText(cell, text) {
    const body = childOf(cell, 'a:txBody');
    if (body) setText(body, text);
  },
  isMerged: ({ attributes }) =>
    ['gridSpan', 'rowSpan', 'hMerge', 'vMerge'].some((name) => attributes[name] !== undefined),
  mergeFill,
  asNew(copy) {
    // Two rows of one identity are a fault to PowerPoint.
    copy.children = copy.children.filter((node) => !isElement(node, 'a:extLst'));
  },
};

function mergeFill(
  cell: XmlElement,
  { base, fresh }: { readonly base: XmlElement | null; readonly fresh: XmlElement },
): void {
  const [now, was, next] = [cell, base, fresh].map((one) => (one ? childOf(one, 'a:tcPr') : undefined));
  if (!now || !next || (base && lookOf(now) !== lookOf(was))) return;
  const fills = childrenOf(next).filter(({ name }) => FILLS.has(name));
  now.children = now.children.filter((node) => !isElement(node) || !FILLS.has(node.name));
  const at = now.children.findLastIndex((node) => isElement(node) && node.name.startsWith('a:ln'));
  now.children.splice(at + 1, 0, ...fills.map(copyOf));
  const [ink, wasInk, nextInk] = [cell, base, fresh].map((one) => inkOf(one));
  if (!ink || !nextInk || (base && lookOf(ink) !== lookOf(wasInk ?? undefined))) return;
  for (const run of descendantsOf(cell, 'a:rPr')) {
    run.children = [
      ...run.children.filter((node) => isElement(node, 'a:ln')),
      ...childrenOf(nextInk, 'a:solidFill').map(copyOf),
      ...run.children.filter((node) => !isElement(node, 'a:ln') && !isElement(node, 'a:solidFill')),
    ];
  }
}

const FILLS = new Set(['a:noFill', 'a:solidFill', 'a:gradFill', 'a:blipFill', 'a:pattFill', 'a:grpFill']);

function inkOf(cell: XmlElement | null): XmlElement | null {
  return (cell && descendantsOf(cell, 'a:rPr')[0]) ?? null;
}
