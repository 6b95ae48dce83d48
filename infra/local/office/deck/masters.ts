import {
  addRelationship,
  linkedPart,
  readPart,
  relationshipsOf,
  targetOf,
  writePart,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import {
  childOf,
  childrenOf,
  descendantsOf,
  element,
  findPath,
  isElement,
  type XmlElement,
} from '@plumbline/shared/ooxml/package/xml';
import { copyPart, LINK, type CopyPlan } from './parts.ts';
import { presentationOf } from './slides.ts';

/** Two documents of which slides of the first come into the second. */
export interface Crossing {
  readonly from: OpcPackage;
  readonly to: OpcPackage;
}

/** The layouts of a master, in its order. */
export function layoutsOf(pack: OpcPackage, master: string): readonly string[] {
  return relationshipsOf(pack, master).flatMap((one) => {
    const target = one.type === LINK.layout ? targetOf(master, one) : null;
    return target !== null && pack.parts.has(target) ? [target] : [];
  });
}

/** The masters of a deck, in its order. */
export function mastersOf(pack: OpcPackage): readonly string[] {
  const { part, root } = presentationOf(pack);
  const links = new Map(relationshipsOf(pack, part).map((one) => [one.id, targetOf(part, one)]));
  return childrenOf(childOf(root, 'p:sldMasterIdLst') ?? element('none')).flatMap(
    ({ attributes }) => links.get(attributes['r:id'] ?? '') ?? [],
  );
}

/** What a layout says that it is, such as `titleOnly`; its name is in somebody's language. */
export function layoutTypeOf(pack: OpcPackage, layout: string): string {
  return readPart(pack, layout)?.attributes['type'] ?? 'cust';
}

/** The name of a layout or master, as people see it. */
export function nameOf(pack: OpcPackage, part: string): string {
  const root = readPart(pack, part);
  return (root && childOf(root, 'p:cSld')?.attributes['name']) ?? '';
}

/** The layout of the target that comes nearest: of the same type, else of the same name, else the first. */
export function nearestLayout(layout: string, { from, to }: Crossing): string | null {
  const own = mastersOf(to).flatMap((master) => layoutsOf(to, master));
  const type = layoutTypeOf(from, layout);
  const name = nameOf(from, layout);
  return (
    own.find((one) => layoutTypeOf(to, one) === type && nameOf(to, one) === name) ??
    own.find((one) => type !== 'cust' && layoutTypeOf(to, one) === type) ??
    own.find((one) => nameOf(to, one) === name) ??
    own[0] ??
    null
  );
}

/** The layout of the target that looks the same: its bytes and those of its master's theme are. */
export function sameLayout(layout: string, { from, to }: Crossing): string | null {
  const look = lookOf(from, layout);
  const own = mastersOf(to).flatMap((master) => layoutsOf(to, master));
  return own.find((one) => lookOf(to, one) === look) ?? null;
}

/** Brings a master with its theme and all its layouts into the target, and registers it there. */
export function copyMaster(master: string, crossing: Crossing, plan: CopyPlan): void {
  const { to } = crossing;
  const { part, root } = presentationOf(to);
  const next = nextLayoutNumber(to, root);
  const copy = copyPart(master, crossing, plan);
  const copied = readPart(to, copy);
  const list = copied && childOf(copied, 'p:sldLayoutIdLst');
  if (copied && list) {
    for (const [at, one] of childrenOf(list).entries()) one.attributes['id'] = String(next + 1 + at);
    writePart(to, copy, copied);
  }
  const link = addRelationship(to, part, { type: LINK.master, target: copy });
  childOf(root, 'p:sldMasterIdLst')?.children.push(element('p:sldMasterId', { id: next, 'r:id': link }));
  writePart(to, part, root);
}

/** Brings the master of the notes along where the target has none; where it is in the target. */
export function placeNotesMaster(crossing: Crossing, plan: CopyPlan): void {
  const { from, to } = crossing;
  const source = linkedPart(from, presentationOf(from).part, LINK.notesMaster);
  if (source === null) return;
  const { part, root } = presentationOf(to);
  const own = linkedPart(to, part, LINK.notesMaster);
  if (own !== null) {
    plan.placed.set(source, own);
    return;
  }
  const copy = copyPart(source, crossing, plan);
  const link = addRelationship(to, part, { type: LINK.notesMaster, target: copy });
  const at = root.children.findIndex((node) => isElement(node, 'p:sldMasterIdLst'));
  root.children.splice(at + 1, 0, element('p:notesMasterIdLst', {}, element('p:notesMasterId', { 'r:id': link })));
  writePart(to, part, root);
}

/** Gives a theme that came with a slide the fonts of the deck: what Office does by mistake. */
export function loseFonts(pack: OpcPackage, master: string, fonts: XmlElement): void {
  const theme = linkedPart(pack, master, LINK.theme);
  const root = theme === null ? null : readPart(pack, theme);
  const scheme = root && findPath(root, 'a:themeElements', 'a:fontScheme');
  if (theme === null || !root || !scheme) return;
  scheme.children = fonts.children;
  writePart(pack, theme, root);
}

/** The fonts of the first master's theme. */
export function fontsOf(pack: OpcPackage): XmlElement | null {
  const [master] = mastersOf(pack);
  const theme = master === undefined ? null : linkedPart(pack, master, LINK.theme);
  const root = theme === null ? null : readPart(pack, theme);
  return (root && findPath(root, 'a:themeElements', 'a:fontScheme')) ?? null;
}

function lookOf(pack: OpcPackage, layout: string): string {
  const master = linkedPart(pack, layout, LINK.master) ?? '';
  const theme = linkedPart(pack, master, LINK.theme) ?? '';
  return [layout, theme].map((part) => Buffer.from(pack.parts.get(part) ?? []).toString('base64')).join('|');
}

/** Masters and layouts share one row of numbers, which begins at 2^31. */
function nextLayoutNumber(pack: OpcPackage, presentation: XmlElement): number {
  const numbers = [
    ...descendantsOf(presentation, 'p:sldMasterId'),
    ...mastersOf(pack).flatMap((master) => {
      const root = readPart(pack, master);
      return root ? descendantsOf(root, 'p:sldLayoutId') : [];
    }),
  ].map(({ attributes }) => Number(attributes['id'] ?? 0));
  return Math.max(2_147_483_647, ...numbers) + 1;
}
