import { childOf, childrenOf, copyOf, descendantsOf, isElement, type XmlElement } from '../../package/xml.ts';
import type { TableForm } from '../merge-table.ts';
import { dropMarks, pageText, setPageText } from './page-texts.ts';

/** Tables of pages. */
export const PAGE_TABLE: TableForm = {
  row: 'w:tr',
  cell: 'w:tc',
  grid: 'w:tblGrid',
  column: 'w:gridCol',
  width: 'w:w',
  textIn: (cell) => childrenOf(cell, 'w:p').map(pageText).join('\n'),
  setText(cell, text) {
    const [first, ...others] = childrenOf(cell, 'w:p');
    if (!first) return;
    setPageText(first, text);
    cell.children = cell.children.filter((node) => !isElement(node) || !others.includes(node));
  },
  isMerged(cell) {
    const properties = childOf(cell, 'w:tcPr');
    return properties !== undefined && childrenOf(properties).some(({ name }) => MERGES.has(name));
  },
  mergeFill,
  asNew: dropMarks,
};

/** Each cell says for itself how wide it is, beside the columns of its table. */
export function fitCells(table: XmlElement): void {
  const widths = descendantsOf(table, 'w:gridCol').map(({ attributes }) => attributes['w:w']);
  for (const row of childrenOf(table, 'w:tr')) {
    const cells = childrenOf(row, 'w:tc');
    if (cells.length !== widths.length || cells.some(PAGE_TABLE.isMerged)) continue;
    cells.forEach((cell, at) => {
      const width = descendantsOf(cell, 'w:tcW')[0];
      const now = widths[at];
      if (width?.attributes['w:type'] === 'dxa' && now !== undefined) width.attributes['w:w'] = now;
    });
  }
}

const MERGES = new Set(['w:gridSpan', 'w:vMerge', 'w:hMerge']);
/** What goes before the fill of a cell, and before the ink of a run. */
const BEFORE_FILL = new Set(['w:cnfStyle', 'w:tcW', 'w:gridSpan', 'w:hMerge', 'w:vMerge', 'w:tcBorders']);
const BEHIND_INK = new Set(
  ['spacing', 'w', 'kern', 'position', 'sz', 'szCs', 'highlight', 'u', 'effect', 'bdr', 'shd', 'fitText']
    .concat(['vertAlign', 'rtl', 'cs', 'em', 'lang', 'eastAsianLayout', 'specVanish', 'oMath'])
    .map((name) => `w:${name}`),
);

function mergeFill(
  cell: XmlElement,
  { base, fresh }: { readonly base: XmlElement | null; readonly fresh: XmlElement },
): void {
  const [now, was, next] = [cell, base, fresh].map((one) => (one ? childOf(one, 'w:tcPr') : undefined));
  if (!now || !next || (base && look(now, 'w:shd') !== look(was, 'w:shd'))) return;
  put(now, 'w:shd', { by: childOf(next, 'w:shd'), goesBehind: (name) => BEFORE_FILL.has(name) });
  const [ink, wasInk, nextInk] = [cell, base, fresh].map((one) => (one ? descendantsOf(one, 'w:rPr')[0] : undefined));
  if (!nextInk || (base && look(ink, 'w:color') !== look(wasInk, 'w:color'))) return;
  for (const run of descendantsOf(cell, 'w:rPr')) {
    put(run, 'w:color', { by: childOf(nextInk, 'w:color'), goesBehind: (name) => !BEHIND_INK.has(name) });
  }
}

/** What is seen of a fill or of an ink, in whichever order an editor writes it. */
function look(owner: XmlElement | undefined, name: string): string {
  const found = owner && childOf(owner, name);
  if (!found) return '';
  return Object.keys(found.attributes)
    .filter((key) => found.attributes[key] !== 'auto')
    .toSorted()
    .map((key) => `${key}=${(found.attributes[key] ?? '').toUpperCase()}`)
    .join();
}

function put(
  owner: XmlElement,
  name: string,
  { by, goesBehind }: { readonly by: XmlElement | undefined; readonly goesBehind: (name: string) => boolean },
): void {
  const rest = owner.children.filter((node) => !isElement(node, name));
  const at = rest.findLastIndex((node) => isElement(node) && goesBehind(node.name));
  rest.splice(at + 1, 0, ...(by ? [copyOf(by)] : []));
  owner.children = rest;
}
