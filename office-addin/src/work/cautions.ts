import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { OFFICE } from '@plumbline/shared/ooxml/package/namespaces';
import {
  linkedPart,
  PACKAGE,
  readPackage,
  readPart,
  relationshipsOf,
  targetOf,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { childOf, childrenOf, descendantsOf } from '@plumbline/shared/ooxml/package/xml';
import type { HostFault } from '../host/host-fault.ts';
import type { CautionKind } from '../host/standing.ts';
import type { Cautions, Jobs } from './jobs.ts';

/**
 * Looks through a whole deck for what would be lost where one of its slides is put anew: the export of a single slide has
 * no comments, no tags of shapes and no embedded fonts, and what leads to a slide leads to its number.
 */
export function readCautions({ deck }: Jobs['readCautions']['takes']): Result<Cautions, HostFault> {
  const read = readPackage(deck);
  if (!read.ok) return fail({ kind: 'host.refused', code: read.error });
  const pack = read.value;
  const main = linkedPart(pack, PACKAGE, `${OFFICE}/officeDocument`);
  const root = main === null ? null : readPart(pack, main);
  if (main === null || !root) return fail({ kind: 'host.refused', code: 'deck.not-a-deck' });
  const links = new Map(relationshipsOf(pack, main).map((link) => [link.id, targetOf(main, link)]));
  const slides = childrenOf(childOf(root, 'p:sldIdLst') ?? root, 'p:sldId').flatMap(({ attributes }) => {
    const part = links.get(attributes['r:id'] ?? '') ?? null;
    return part === null ? [] : [{ number: attributes['id'] ?? '', link: attributes['r:id'] ?? '', part }];
  });
  const shown = new Set(
    childrenOf(childOf(root, 'p:custShowLst') ?? root, 'p:custShow')
      .flatMap((show) => descendantsOf(show, 'p:sld'))
      .map(({ attributes }) => attributes['r:id']),
  );
  const ledTo = new Set(slides.flatMap(({ part }) => jumpsFrom(pack, part)));
  return ok({
    fonts: childOf(root, 'p:embeddedFontLst') !== undefined,
    slides: Object.fromEntries(
      slides.map(({ number, link, part }) => {
        const kinds: CautionKind[] = [];
        if (hasComments(pack, part)) kinds.push('caution.comments');
        if (shown.has(link) || ledTo.has(part)) kinds.push('caution.links');
        if (hasTagsOnShapes(pack, part)) kinds.push('caution.add-ins');
        return [number, kinds];
      }),
    ),
  });
}

function hasComments(pack: OpcPackage, slide: string): boolean {
  return relationshipsOf(pack, slide).some(({ type }) => type.endsWith('/comments'));
}

/** The slides to which others lead: notes lead to their own, which goes with them. */
function jumpsFrom(pack: OpcPackage, slide: string): readonly string[] {
  return relationshipsOf(pack, slide)
    .filter(({ type }) => type === `${OFFICE}/slide`)
    .flatMap((link) => targetOf(slide, link) ?? [])
    .filter((target) => target !== slide);
}

/** Tags of a whole slide are read and put back by Office's own calls; those of its shapes are not. */
function hasTagsOnShapes(pack: OpcPackage, slide: string): boolean {
  const root = readPart(pack, slide);
  const tree = root && descendantsOf(root, 'p:spTree')[0];
  return tree ? descendantsOf(tree, 'p:custDataLst').length > 0 : false;
}
