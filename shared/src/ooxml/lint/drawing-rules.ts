import { insertionInExtension, readFrameName } from '../insertion.ts';
import { childOf, childrenOf, descendantsOf, isElement, type XmlElement } from '../package/xml.ts';
import type { PartFinding } from './finding.ts';
import { repeated } from './package-rules.ts';

/** Looks at what is drawn on a slide or a page: ids, sizes, tables, and the alternative texts of what is ours. */
export function lintDrawing(root: XmlElement): readonly PartFinding[] {
  if (root.name === 'p:presentation') return lintSlideList(root);
  if (!ROOTS.has(root.name)) return [];
  const all = elementsIn(root);
  const frames = all.filter(({ name }) => name === 'p:cNvPr' || name === 'wp:docPr');
  return [
    ...repeated(frames.map(({ attributes }) => attributes['id'] ?? '')).map((id) => ({
      kind: 'shape.duplicate' as const,
      detail: id,
    })),
    ...frames
      .filter(lacksText)
      .map(({ attributes }) => ({ kind: 'alt.missing' as const, detail: attributes['name'] ?? '' })),
    ...all.flatMap(lintSize),
    ...all.flatMap(lintTable),
  ];
}

const ROOTS = new Set([
  'p:sld',
  'p:sldLayout',
  'p:sldMaster',
  'p:notes',
  'p:notesMaster',
  'w:document',
  'w:hdr',
  'w:ftr',
]);
const SIZES = new Set(['cx', 'cy', 'w', 'h', 'w:w']);
const SIZED = new Set(['a:ext', 'wp:extent', 'a:gridCol', 'a:tr', 'w:gridCol', 'p:sldSz']);

function lintSlideList(root: XmlElement): readonly PartFinding[] {
  const list = childOf(root, 'p:sldIdLst');
  const slides = list ? childrenOf(list, 'p:sldId') : [];
  const ids = slides.map(({ attributes }) => attributes['id'] ?? '');
  const links = slides.map(({ attributes }) => attributes['r:id'] ?? '');
  return [...repeated(ids), ...repeated(links)].map((detail) => ({ kind: 'slide.duplicate' as const, detail }));
}

/** A fallback draws the same once more, with the same ids, for readers that do not know the choice. */
function elementsIn(parent: XmlElement): readonly XmlElement[] {
  return childrenOf(parent)
    .filter(({ name }) => name !== 'mc:Fallback')
    .flatMap((child) => [child, ...elementsIn(child)]);
}

function lacksText(frame: XmlElement): boolean {
  const isOurs = readFrameName(frame.attributes['name'] ?? '') !== null || insertionInExtension(frame) !== null;
  return isOurs && (frame.attributes['descr'] ?? '').trim() === '';
}

function lintSize({ name, attributes }: XmlElement): readonly PartFinding[] {
  if (!SIZED.has(name)) return [];
  return Object.entries(attributes)
    .filter(([size, value]) => SIZES.has(size) && Number(value) < 0)
    .map(([size, value]) => ({ kind: 'size.negative' as const, detail: `${name} ${size} ${value}` }));
}

function lintTable(table: XmlElement): readonly PartFinding[] {
  if (table.name !== 'a:tbl' && table.name !== 'w:tbl') return [];
  const isSlide = table.name === 'a:tbl';
  const grid = childOf(table, isSlide ? 'a:tblGrid' : 'w:tblGrid');
  const columns = grid ? childrenOf(grid, isSlide ? 'a:gridCol' : 'w:gridCol').length : 0;
  return childrenOf(table, isSlide ? 'a:tr' : 'w:tr').flatMap((row, at) => {
    const cells = isSlide ? childrenOf(row, 'a:tc').length : gridCells(row);
    return cells === columns ? [] : [{ kind: 'table.cells', detail: `row ${at + 1}: ${cells} of ${columns}` }];
  });
}

/** Cells of a page's row may span columns, be skipped at its ends, and stand in a content control. */
function gridCells(row: XmlElement): number {
  const properties = childOf(row, 'w:trPr');
  const skipped = ['w:gridBefore', 'w:gridAfter'].map((name) =>
    Number((properties && childOf(properties, name))?.attributes['w:val'] ?? 0),
  );
  const cells = row.children.flatMap((node) =>
    isElement(node, 'w:sdt') ? descendantsOf(node, 'w:tc') : isElement(node, 'w:tc') ? [node] : [],
  );
  return [...cells.map(spanOf), ...skipped].reduce((sum, count) => sum + count, 0);
}

function spanOf(cell: XmlElement): number {
  const properties = childOf(cell, 'w:tcPr');
  return Number((properties && childOf(properties, 'w:gridSpan'))?.attributes['w:val'] ?? 1);
}
