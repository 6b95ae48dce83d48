import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { ChartContent, Exhibit, Insertion, TableContent } from '../../exhibit.ts';
import { insertionOf, markOf } from '../../insertion.ts';
import { linkedPart, readPart, writePart, type OpcPackage } from '../../package/opc-package.ts';
import { childOf, childrenOf, isElement, type XmlElement } from '../../package/xml.ts';
import { readTheme, type Theme } from '../../theme/theme.ts';
import { forgetInsertion, rememberInsertion } from '../../word/kept-insertions.ts';
import { LINKS } from '../../word/parts.ts';
import { tableXml } from '../../word/table.ts';
import { takeOver, type Identity, type RefreshFault, type Undo } from '../found.ts';
import { dropIdentity } from '../hidden-sheet.ts';
import { mergeTable } from '../merge-table.ts';
import { mergeParagraphs, type Words } from '../merge-words.ts';
import { misfit } from '../misfit.ts';
import type { RefreshWish } from '../refresh-slide.ts';
import { renewChart } from '../renew-chart.ts';
import { mergeBlockWords } from './block-words.ts';
import { controlsIn, insideOf, mainPart, type FoundBlock } from './find-blocks.ts';
import { fitCells, PAGE_TABLE } from './page-table.ts';
import { PAGE_PARAGRAPHS } from './page-texts.ts';

/** Renews a block where it stands and keeps every edit of the analyst; a refusal leaves the text as it is. */
export function refreshBlock(pack: OpcPackage, found: FoundBlock, wish: RefreshWish): Result<Undo, RefreshFault> {
  const opened = openBlock(pack, found, wish.exhibit);
  if (!opened.ok) return opened;
  const draft: OpcPackage = { parts: new Map(pack.parts) };
  const { part, root, control, identity } = opened.value;
  const insertion = insertionOf(wish.exhibit, found.id, wish.look.language);
  const { written } = identity;
  const words = written && { exhibit: wish.exhibit, written, mark: blockMarker(found) };
  const fault = refreshBody(draft, { found, wish, part, control, identity, insertion, words });
  if (fault) return fail(fault);
  if (words) mergeBlockWords(control, words);
  rememberInsertion(draft, part, insertion);
  writePart(draft, part, root);
  return ok(takeOver(pack, draft));
}

/** Takes the content control of a block away and leaves what stands in it: it is the analyst's own from then on. */
export function detachBlock(pack: OpcPackage, found: FoundBlock): Result<Undo, RefreshFault> {
  if (found.isFixed || found.isLocked) return fail({ kind: 'refresh.locked' });
  if (found.isTracked) return fail({ kind: 'refresh.tracked' });
  const at = standing(pack, found);
  if (!at) return fail({ kind: 'refresh.moved' });
  const draft: OpcPackage = { parts: new Map(pack.parts) };
  const { part, root, control } = at;
  if (found.state.kind === 'chart') {
    for (const one of insideOf(control)) if (one.name === 'wp:docPr') one.attributes['name'] = 'Chart';
    if (!dropIdentity(draft, found.state.workbook)) return fail({ kind: 'refresh.unreadable' });
  }
  unwrap(root, control);
  if (controlsIn(root).every(({ id }) => id !== found.id)) forgetInsertion(draft, part, found.id);
  writePart(draft, part, root);
  return ok(takeOver(pack, draft));
}

/** What a preview and a refresh begin with. */
export interface OpenedBlock extends Standing {
  readonly identity: Identity;
}

/** Opens a block, unless the exhibit cannot be put there. */
export function openBlock(pack: OpcPackage, found: FoundBlock, exhibit: Exhibit): Result<OpenedBlock, RefreshFault> {
  const { identity, state } = found;
  if (found.isLocked) return fail({ kind: 'refresh.locked' });
  if (found.isTracked) return fail({ kind: 'refresh.tracked' });
  if (!identity) return fail({ kind: 'refresh.unreadable' });
  const refusal = misfit({ identity, state }, exhibit);
  if (refusal) return fail(refusal);
  const at = standing(pack, found);
  return at ? ok({ ...at, identity }) : fail({ kind: 'refresh.moved' });
}

/** Makes the marks of a block's texts. */
export function blockMarker({ id }: Pick<FoundBlock, 'id'>): (text: string) => string {
  return (text) => markOf(id, text);
}

interface Standing {
  readonly part: string;
  readonly root: XmlElement;
  readonly control: XmlElement;
}

function standing(pack: OpcPackage, { id, number }: FoundBlock): Standing | null {
  const part = mainPart(pack);
  const root = part === null ? null : readPart(pack, part);
  const one = root && controlsIn(root)[number - 1];
  return part !== null && root && one?.id === id ? { part, root, control: one.control } : null;
}

interface BodyRefresh extends Pick<OpenedBlock, 'part' | 'control' | 'identity'> {
  readonly found: FoundBlock;
  readonly wish: RefreshWish;
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
      const content = childOf(refresh.control, 'w:sdtContent');
      if (content && refresh.words) mergeParagraphs(content, refresh.words, PAGE_PARAGRAPHS);
      return null;
    }
  }
}

function refreshChart(draft: OpcPackage, refresh: BodyRefresh, content: ChartContent): RefreshFault | null {
  const { found, wish, insertion, identity } = refresh;
  if (found.state.kind !== 'chart') return { kind: 'refresh.unreadable' };
  return renewChart(draft, {
    ...found.state,
    content,
    insertion,
    look: { ...wish.look, theme: themeOfText(draft, refresh.part) },
    written: identity.written,
    mark: blockMarker(found),
    replaceEdited: wish.replaceEdited === true,
  });
}

function refreshTable(draft: OpcPackage, refresh: BodyRefresh, content: TableContent): RefreshFault | null {
  const { found, wish, control, identity } = refresh;
  const table = insideOf(control).find(({ name }) => name === 'w:tbl');
  if (!table) return { kind: 'refresh.unreadable' };
  const look = { ...wish.look, theme: themeOfText(draft, refresh.part), figureWord: '', firstFigure: 1 };
  const { written } = identity;
  const standing = { form: PAGE_TABLE, table, content, written, mark: blockMarker(found) };
  if (!mergeTable(standing, (drawn) => tableXml(drawn, wish.exhibit, look))) return { kind: 'refresh.other-form' };
  fitCells(table);
  return null;
}

function themeOfText(pack: OpcPackage, part: string): Theme {
  return readTheme(pack, linkedPart(pack, part, LINKS.theme) ?? '');
}

function unwrap(parent: XmlElement, control: XmlElement): void {
  const content = childOf(control, 'w:sdtContent');
  parent.children = parent.children.flatMap((node) => (node === control ? (content?.children ?? []) : [node]));
  for (const child of childrenOf(parent)) if (isElement(child)) unwrap(child, control);
}
