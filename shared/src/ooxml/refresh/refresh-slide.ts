import { fail, ok, type Result } from '../../kernel/result.ts';
import type { ChartContent, Exhibit, Insertion, TableContent } from '../exhibit.ts';
import {
  insertionExtension,
  insertionOf,
  insertionText,
  isInsertionExtension,
  markOf,
  SLIDE_TAG,
} from '../insertion.ts';
import { linkedPart, readPart, writePart, type OpcPackage } from '../package/opc-package.ts';
import { childOf, childrenOf, descendantsOf, isElement, type XmlElement } from '../package/xml.ts';
import { tableXml } from '../slides/table.ts';
import { framesOn, tagsOf, type Frame } from './find-insertions.ts';
import { takeOver, type FoundInsertion, type RefreshFault, type Undo } from './found.ts';
import { dropIdentity } from './hidden-sheet.ts';
import { mergeTable } from './merge-table.ts';
import { mergeNotes, mergeSlideWords, mergeTextBox, type Words } from './merge-words.ts';
import { misfit } from './misfit.ts';
import { renewChart } from './renew-chart.ts';
import { SLIDE_TABLE } from './slide-table.ts';
import { themeOfSlide } from './surroundings.ts';

export interface RefreshWish {
  readonly exhibit: Exhibit;
  readonly look: { readonly language: string; readonly rightToLeft: boolean };
  /** Whether numbers that somebody typed into the workbook may be overwritten: only after they were asked. */
  readonly replaceEdited?: boolean;
}

/** Renews an insertion where it stands and keeps every edit of the analyst; a refusal leaves the deck as it is. */
export function refreshSlide(deck: OpcPackage, found: FoundInsertion, wish: RefreshWish): Result<Undo, RefreshFault> {
  const opened = openInsertion(deck, found, wish.exhibit);
  if (!opened.ok) return opened;
  const draft: OpcPackage = { parts: new Map(deck.parts) };
  const { root, frame, frames } = opened.value;
  const insertion = insertionOf(wish.exhibit, found.identity.id, wish.look.language);
  const { written } = found.identity;
  const words = written && { exhibit: wish.exhibit, written, mark: marker(found) };
  const fault = refreshBody(draft, { found, wish, frame, insertion, words });
  if (fault) return fail(fault);
  if (words) {
    mergeSlideWords(frames, frame, words);
    const notes = linkedPart(draft, found.slide, NOTES);
    const page = notes === null ? null : readPart(draft, notes);
    if (notes !== null && page) {
      mergeNotes(page, words);
      writePart(draft, notes, page);
    }
  }
  keepIdentity(draft, { slide: found.slide, frame, insertion });
  writePart(draft, found.slide, root);
  return ok(takeOver(deck, draft));
}

/** Takes the identity of an insertion away and leaves what it shows: it is the analyst's own from then on. */
export function detachInsertion(deck: OpcPackage, found: FoundInsertion): Result<Undo, RefreshFault> {
  const root = readPart(deck, found.slide);
  if (!root) return fail({ kind: 'refresh.unreadable' });
  const draft: OpcPackage = { parts: new Map(deck.parts) };
  const frame = framesOn(root).find(({ id }) => id === found.frame);
  if (frame) {
    dropExtension(frame.properties);
    frame.properties.attributes['name'] = 'Chart';
    if (found.state.kind === 'table') frame.properties.attributes['name'] = 'Table';
    if (found.state.kind === 'text') frame.properties.attributes['name'] = 'Text';
    writePart(draft, found.slide, root);
  }
  rewriteTags(draft, found, null);
  if (found.state.kind === 'chart' && !dropIdentity(draft, found.state.workbook)) {
    return fail({ kind: 'refresh.unreadable' });
  }
  return ok(takeOver(deck, draft));
}

/** What a preview and a refresh begin with. */
export interface OpenedInsertion {
  readonly root: XmlElement;
  readonly frames: readonly Frame[];
  readonly frame: Frame;
}

/** Opens the slide of an insertion, unless the exhibit cannot be put there. */
export function openInsertion(
  deck: OpcPackage,
  found: FoundInsertion,
  exhibit: Exhibit,
): Result<OpenedInsertion, RefreshFault> {
  const refusal = misfit(found, exhibit);
  if (refusal) return fail(refusal);
  const root = readPart(deck, found.slide);
  if (!root) return fail({ kind: 'refresh.moved' });
  const frames = framesOn(root);
  const frame = frames.find(({ id }) => id === found.frame);
  return frame ? ok({ root, frames, frame }) : fail({ kind: 'refresh.moved' });
}

/** Makes the marks of an insertion's texts. */
export function marker({ identity }: FoundInsertion): (text: string) => string {
  return (text) => markOf(identity.id, text);
}

const NOTES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/notesSlide';

interface BodyRefresh {
  readonly found: FoundInsertion;
  readonly wish: RefreshWish;
  readonly frame: Frame;
  readonly insertion: Insertion;
  readonly words: Words | null;
}

function refreshBody(draft: OpcPackage, refresh: BodyRefresh): RefreshFault | null {
  const { body } = refresh.wish.exhibit;
  switch (body.form) {
    case 'chart':
      return refreshChart(draft, refresh, body.chart);
    case 'table':
      return refreshTable(draft, refresh, body.table);
    case 'text': {
      const text = childOf(refresh.frame.element, 'p:txBody');
      if (text && refresh.words) mergeTextBox(text, refresh.words);
      return null;
    }
  }
}

function refreshChart(
  draft: OpcPackage,
  { found, wish, insertion }: BodyRefresh,
  content: ChartContent,
): RefreshFault | null {
  if (found.state.kind !== 'chart') return { kind: 'refresh.unreadable' };
  return renewChart(draft, {
    ...found.state,
    content,
    insertion,
    look: { ...wish.look, theme: themeOfSlide(draft, found.slide) },
    written: found.identity.written,
    mark: marker(found),
    replaceEdited: wish.replaceEdited === true,
  });
}

function refreshTable(
  draft: OpcPackage,
  { found, wish, frame }: BodyRefresh,
  content: TableContent,
): RefreshFault | null {
  const [table] = descendantsOf(frame.element, 'a:tbl');
  if (!table) return { kind: 'refresh.unreadable' };
  const look = { ...wish.look, theme: themeOfSlide(draft, found.slide) };
  const { written } = found.identity;
  const standing = { form: SLIDE_TABLE, table, content, written, mark: marker(found) };
  const isMerged = mergeTable(standing, (drawn) => tableXml(drawn, BOX, look));
  return isMerged ? null : { kind: 'refresh.other-form' };
}

/** Only fills are looked at, for which the size does not count. */
const BOX = { x: 0, y: 0, width: 9_000_000, height: 5_000_000 };

function keepIdentity(
  draft: OpcPackage,
  { slide, frame, insertion }: { readonly slide: string; readonly frame: Frame; readonly insertion: Insertion },
): void {
  const list = childOf(frame.properties, 'a:extLst');
  if (list && childrenOf(list).some(isInsertionExtension)) {
    list.children = list.children.map((node) =>
      isElement(node) && isInsertionExtension(node) ? insertionExtension(insertion) : node,
    );
  }
  rewriteTags(draft, { slide, identity: insertion }, insertionText(insertion));
}

/** `null` takes the tag's text away; the part stays, since the slide links to it. */
function rewriteTags(
  draft: OpcPackage,
  { slide, identity }: { readonly slide: string; readonly identity: { readonly id: string } },
  text: string | null,
): void {
  for (const { part, insertion } of tagsOf(draft, slide)) {
    const root = readPart(draft, part);
    if (insertion.id !== identity.id || !root) continue;
    for (const tag of childrenOf(root, 'p:tag')) {
      if (tag.attributes['name']?.toUpperCase() === SLIDE_TAG) tag.attributes['val'] = text ?? '';
    }
    writePart(draft, part, root);
  }
}

function dropExtension(properties: XmlElement): void {
  const list = childOf(properties, 'a:extLst');
  if (!list) return;
  list.children = list.children.filter((node) => !isElement(node) || !isInsertionExtension(node));
  if (childrenOf(list).length === 0) properties.children = properties.children.filter((node) => node !== list);
}
