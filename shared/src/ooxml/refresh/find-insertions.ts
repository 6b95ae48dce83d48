import type { Insertion } from '../exhibit.ts';
import { insertionInExtension, parseInsertion, readFrameName, SLIDE_TAG } from '../insertion.ts';
import { linkedPart, PACKAGE, readPart, relationshipsOf, targetOf, type OpcPackage } from '../package/opc-package.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../package/xml.ts';
import type { FoundInsertion, Identity, OrphanReason } from './found.ts';
import { followed, insertionInWorkbook, known } from './identity.ts';
import { OFFICE } from '../package/namespaces.ts';

/** Finds what Plumbline inserted in a deck, in the order of its slides, by whatever identity is left. */
export function findInsertions(deck: OpcPackage): readonly FoundInsertion[] {
  const copies = new Map<string, number>();
  return slidesOf(deck)
    .flatMap((slide, at) => insertionsOn(deck, slide, at + 1))
    .map((found) => {
      const copy = (copies.get(found.identity.id) ?? 0) + 1;
      copies.set(found.identity.id, copy);
      return { ...found, copy };
    });
}

/** The frames of a slide, also those in groups: what carries a `p:cNvPr`. */
export function framesOn(slide: XmlElement): readonly Frame[] {
  return FRAMES.flatMap((name) => descendantsOf(slide, name)).flatMap((element) => {
    const inner = childrenOf(element).find(({ name }) => name.startsWith('p:nv'));
    const properties = inner && childOf(inner, 'p:cNvPr');
    return properties ? [{ element, properties, id: properties.attributes['id'] ?? '' }] : [];
  });
}

export interface Frame {
  readonly element: XmlElement;
  /** `p:cNvPr`. */
  readonly properties: XmlElement;
  readonly id: string;
}

/** The tags of a slide that keep insertions, by their parts. */
export function tagsOf(
  deck: OpcPackage,
  slide: string,
): readonly { readonly part: string; readonly insertion: Insertion }[] {
  return relationshipsOf(deck, slide)
    .filter(({ type }) => type === `${OFFICE}/tags`)
    .flatMap((link) => {
      const part = targetOf(slide, link);
      const root = part === null ? null : readPart(deck, part);
      if (part === null || !root) return [];
      return childrenOf(root, 'p:tag').flatMap(({ attributes }) => {
        const insertion =
          attributes['name']?.toUpperCase() === SLIDE_TAG ? parseInsertion(attributes['val'] ?? '') : null;
        return insertion ? [{ part, insertion }] : [];
      });
    });
}

const FRAMES = ['p:graphicFrame', 'p:pic', 'p:sp', 'p:grpSp'];

type Found = Omit<FoundInsertion, 'copy'>;

function slidesOf(deck: OpcPackage): readonly string[] {
  const main = linkedPart(deck, PACKAGE, `${OFFICE}/officeDocument`);
  const root = main === null ? null : readPart(deck, main);
  const list = root && childOf(root, 'p:sldIdLst');
  if (main === null || !list) return [];
  const links = new Map(relationshipsOf(deck, main).map((link) => [link.id, targetOf(main, link)]));
  return childrenOf(list, 'p:sldId').flatMap(({ attributes }) => links.get(attributes['r:id'] ?? '') ?? []);
}

function insertionsOn(deck: OpcPackage, slide: string, slideNumber: number): readonly Found[] {
  const root = readPart(deck, slide);
  if (!root) return [];
  const tags = tagsOf(deck, slide).map(({ insertion }) => insertion);
  const frames = framesOn(root);
  const found: Found[] = [];
  const nameless: Found[] = [];
  for (const frame of frames) {
    const state = stateOf(deck, slide, frame);
    const identity = identityOf(deck, frame, { state, tags });
    const at = { slide, slideNumber, frame: frame.id };
    if (identity) found.push({ ...at, identity, state: settled(state, identity) });
    else if (tags[0] && (state.kind === 'chart' || state.kind === 'table')) {
      nameless.push({ ...at, identity: known(tags[0]), state });
    }
  }
  for (const tag of tags.filter(({ id }) => found.every(({ identity }) => identity.id !== id))) {
    const form = tag.written?.body.form;
    // Two of a kind cannot be told apart, and a wrong one must not be overwritten.
    const [only, ...others] = nameless.filter(({ state }) => form === undefined || state.kind === form);
    if (only && others.length === 0) found.push({ ...only, identity: known(tag) });
    else found.push({ slide, slideNumber, frame: null, identity: known(tag), state: orphaned('refresh.gone') });
  }
  return found;
}

function stateOf(deck: OpcPackage, slide: string, { element }: Frame): Found['state'] {
  switch (element.name) {
    case 'p:graphicFrame': {
      const [link] = descendantsOf(element, 'c:chart');
      if (!link) return descendantsOf(element, 'a:tbl').length > 0 ? { kind: 'table' } : orphaned('refresh.ungrouped');
      const chart = followed(deck, slide, link.attributes['r:id']);
      const root = chart === null ? null : readPart(deck, chart);
      const data = root && childOf(root, 'c:externalData');
      if (chart === null || !root) return orphaned('refresh.gone');
      return { kind: 'chart', chart, workbook: data ? followed(deck, chart, data.attributes['r:id']) : null };
    }
    case 'p:pic':
      return orphaned('refresh.picture');
    case 'p:sp':
      return { kind: 'text' };
    default:
      return orphaned('refresh.ungrouped');
  }
}

/** A shape in the place of what was a chart or a table is one of its pieces. */
function settled(state: Found['state'], { written }: Identity): Found['state'] {
  return state.kind === 'text' && written && written.body.form !== 'text' ? orphaned('refresh.ungrouped') : state;
}

function identityOf(
  deck: OpcPackage,
  { properties }: Frame,
  { state, tags }: { readonly state: Found['state']; readonly tags: readonly Insertion[] },
): Identity | null {
  const own =
    (state.kind === 'chart' && state.workbook !== null ? insertionInWorkbook(deck, state.workbook) : null) ??
    insertionInExtension(properties);
  if (own) return known(own);
  const name = readFrameName(properties.attributes['name'] ?? '');
  if (!name) return null;
  const tagged = tags.find(({ id }) => id === name.id);
  return tagged ? known(tagged) : { ...name, provenance: null, language: null, written: null };
}

function orphaned(why: OrphanReason): Found['state'] {
  return { kind: 'orphaned', why };
}
