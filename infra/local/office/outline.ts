import {
  linkedPart,
  PACKAGE,
  readPart,
  relationshipsOf,
  targetOf,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import {
  childOf,
  childrenOf,
  descendantsOf,
  findPath,
  textOf,
  type XmlElement,
} from '@plumbline/shared/ooxml/package/xml';
import { LINK } from './deck/parts.ts';
import { propertiesOf, shapesOf, type Shape } from './deck/shapes.ts';
import { idOf, presentationOf, slidesOf } from './deck/slides.ts';

/** The numbers of a chart as its cache has them, which is what PowerPoint draws. */
export interface ChartOutline {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** A slide as a page can draw it without Office: its frames with what is in them. */
export interface SlideOutline {
  readonly id: string;
  readonly part: string;
  readonly frames: readonly (Shape & {
    readonly rows: readonly (readonly string[])[] | null;
    readonly chart: ChartOutline | null;
  })[];
}

/** A block of a text: a paragraph, a table, a chart, or a content control with blocks in it. */
export type BlockOutline =
  | { readonly kind: 'paragraph'; readonly style: string; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'chart'; readonly chart: ChartOutline; readonly altText: string }
  | {
      readonly kind: 'control';
      readonly tag: string;
      readonly title: string;
      readonly blocks: readonly BlockOutline[];
    };

/** The slides of a deck, and their size in points. */
export function deckOutline(pack: OpcPackage): {
  readonly width: number;
  readonly height: number;
  readonly slides: readonly SlideOutline[];
} {
  const size = childOf(presentationOf(pack).root, 'p:sldSz')?.attributes ?? {};
  return {
    width: Number(size['cx'] ?? 12_192_000) / 12_700,
    height: Number(size['cy'] ?? 6_858_000) / 12_700,
    slides: slidesOf(pack).map((slide) => ({
      id: idOf(slide),
      part: slide.part,
      frames: framesOf(pack, slide.part),
    })),
  };
}

/** The blocks of a text, in order. */
export function textOutline(pack: OpcPackage): readonly BlockOutline[] {
  const part = linkedPart(pack, PACKAGE, LINK.document) ?? '';
  const root = readPart(pack, part);
  const body = root && childOf(root, 'w:body');
  return body ? blocksOf(body, { pack, part }) : [];
}

/** The types of shapes that can have a table or chart in them. */
const FRAMED = ['Table', 'Chart', 'Unsupported'];

function framesOf(pack: OpcPackage, part: string): SlideOutline['frames'] {
  const root = readPart(pack, part);
  const frames = new Map(
    (root ? descendantsOf(root, 'p:graphicFrame') : []).map((one) => [propertiesOf(one)?.attributes['id'], one]),
  );
  return shapesOf(pack, part).map((shape) => {
    const frame = FRAMED.includes(shape.type) ? frames.get(shape.id) : undefined;
    const [table] = frame ? descendantsOf(frame, 'a:tbl') : [];
    return { ...shape, rows: table ? rowsOf(table, 'a') : null, chart: frame ? chartIn(frame, { pack, part }) : null };
  });
}

interface Place {
  readonly pack: OpcPackage;
  readonly part: string;
}

function chartIn(frame: XmlElement, { pack, part }: Place): ChartOutline | null {
  const id = descendantsOf(frame, 'c:chart')[0]?.attributes['r:id'];
  const link = relationshipsOf(pack, part).find((one) => one.id === id);
  const target = link ? targetOf(part, link) : null;
  const root = target === null ? null : readPart(pack, target);
  if (!root) return null;
  const series = descendantsOf(root, 'c:ser');
  const [first] = series;
  const axis = first && (childOf(first, 'c:cat') ?? childOf(first, 'c:xVal'));
  return {
    categories: axis ? pointsOf(axis) : [],
    series: series.map((one) => {
      const name = childOf(one, 'c:tx');
      const values = childOf(one, 'c:val') ?? childOf(one, 'c:yVal');
      return { name: name ? pointsOf(name).join(' ') : '', values: values ? pointsOf(values) : [] };
    }),
  };
}

/** The points of a cache, each at its own place; those that are missing are empty. */
function pointsOf(data: XmlElement): readonly string[] {
  const points = descendantsOf(data, 'c:pt');
  const count = Number(descendantsOf(data, 'c:ptCount')[0]?.attributes['val'] ?? points.length);
  const texts = new Map(points.map((one) => [Number(one.attributes['idx']), textOf(childOf(one, 'c:v') ?? one)]));
  return Array.from({ length: Math.min(count, 1000) }, (_, at) => texts.get(at) ?? '');
}

function rowsOf(table: XmlElement, prefix: 'a' | 'w'): readonly (readonly string[])[] {
  return childrenOf(table, `${prefix}:tr`).map((row) =>
    childrenOf(row, `${prefix}:tc`).map((cell) => descendantsOf(cell, `${prefix}:t`).map(textOf).join('')),
  );
}

function blocksOf(parent: XmlElement, place: Place): readonly BlockOutline[] {
  return childrenOf(parent).flatMap((node): readonly BlockOutline[] => {
    switch (node.name) {
      case 'w:p': {
        const text = descendantsOf(node, 'w:t').map(textOf).join('');
        const style = findPath(node, 'w:pPr', 'w:pStyle')?.attributes['w:val'] ?? 'Normal';
        const chart = chartIn(node, place);
        const altText = descendantsOf(node, 'wp:docPr')[0]?.attributes['descr'] ?? '';
        return [
          ...(text === '' && chart ? [] : [{ kind: 'paragraph', style, text } as const]),
          ...(chart ? [{ kind: 'chart', chart, altText } as const] : []),
        ];
      }
      case 'w:tbl':
        return [{ kind: 'table', rows: rowsOf(node, 'w') }];
      case 'w:sdt': {
        const properties = childOf(node, 'w:sdtPr');
        const said = (name: string) => (properties && childOf(properties, name)?.attributes['w:val']) ?? '';
        const content = childOf(node, 'w:sdtContent');
        const blocks = content ? blocksOf(content, place) : [];
        return [{ kind: 'control', tag: said('w:tag'), title: said('w:alias'), blocks }];
      }
      default:
        return [];
    }
  });
}
