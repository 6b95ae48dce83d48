import {
  addPart,
  contentTypeOf,
  PACKAGE,
  relationshipsOf,
  removePart,
  targetOf,
  writePart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { element } from '@plumbline/shared/ooxml/package/xml';

/** The types of links, by what they lead to. */
export const LINK = {
  document: link('officeDocument'),
  slide: link('slide'),
  layout: link('slideLayout'),
  master: link('slideMaster'),
  notes: link('notesSlide'),
  notesMaster: link('notesMaster'),
  theme: link('theme'),
  tags: link('tags'),
  comments: link('comments'),
  modernComments: 'http://schemas.microsoft.com/office/2018/10/relationships/comments',
  font: link('font'),
  customXml: link('customXml'),
  customXmlProps: link('customXmlProps'),
} as const;

const CONTENT_TYPES = '[Content_Types].xml';

/** What becomes of the links of parts that are copied into another document. */
export interface CopyPlan {
  /** Parts of the source that have their place in the target already, by their names there. */
  readonly placed: Map<string, string>;
  readonly drops: (type: string) => boolean;
}

/** A link as it is written, with the id that the content of its part names it by. */
interface WrittenLink {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** Copies a part with all that it links to, under names that are free in the target; the name of the copy. */
export function copyPart(
  part: string,
  { from, to }: { readonly from: OpcPackage; readonly to: OpcPackage },
  plan: CopyPlan,
): string {
  const placed = plan.placed.get(part);
  if (placed !== undefined) return placed;
  const name = freeNameLike(to, part);
  plan.placed.set(part, name);
  const content = from.parts.get(part) ?? new Uint8Array();
  addPart(to, name, { contentType: contentTypeOf(from, part) ?? 'application/xml', content });
  const links = relationshipsOf(from, part)
    .filter(({ type }) => !plan.drops(type))
    .flatMap((one): readonly WrittenLink[] => {
      const target = targetOf(part, one);
      if (target === null) return [one];
      const known = plan.placed.get(target);
      // One that leads nowhere in the source is left out.
      if (known === undefined && !from.parts.has(target)) return [];
      return [{ ...one, target: `/${known ?? copyPart(target, { from, to }, plan)}` }];
    });
  writeLinks(to, name, links);
  return name;
}

/** Puts other parts in the place of those of a document. */
export function replaceParts(pack: OpcPackage, parts: ReadonlyMap<string, Uint8Array>): void {
  pack.parts.clear();
  for (const [name, content] of parts) pack.parts.set(name, content);
}

/** Takes every part away that nothing leads to any more. */
export function sweep(pack: OpcPackage): void {
  const reached = new Set<string>();
  const waiting = [PACKAGE];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const one of relationshipsOf(pack, part)) {
      const target = targetOf(part, one);
      if (target === null || reached.has(target)) continue;
      reached.add(target);
      waiting.push(target);
    }
  }
  for (const part of [...pack.parts.keys()]) {
    if (part !== CONTENT_TYPES && !part.endsWith('.rels') && !reached.has(part)) removePart(pack, part);
  }
}

function writeLinks(pack: OpcPackage, part: string, links: readonly WrittenLink[]): void {
  if (links.length === 0) return;
  const at = part.lastIndexOf('/') + 1;
  writePart(
    pack,
    `${part.slice(0, at)}_rels/${part.slice(at)}.rels`,
    element(
      'Relationships',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
      ...links.map(({ id, type, target, isExternal }) =>
        element('Relationship', {
          Id: id,
          Type: type,
          Target: target,
          TargetMode: isExternal ? 'External' : undefined,
        }),
      ),
    ),
  );
}

function freeNameLike(pack: OpcPackage, part: string): string {
  const [, stem = part, ending = ''] = /^(.*?)\d*(\.[^./]+)?$/.exec(part) ?? [];
  let number = 1;
  while (pack.parts.has(`${stem}${number}${ending}`)) number += 1;
  return `${stem}${number}${ending}`;
}

function link(name: string): string {
  return `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}`;
}
