import type { Insertion } from '../../exhibit.ts';
import { markOf, readFrameName } from '../../insertion.ts';
import { linkedPart, PACKAGE, readPart, type OpcPackage } from '../../package/opc-package.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../package/xml.ts';
import { tagOf } from '../../word/block.ts';
import { keptInsertions } from '../../word/kept-insertions.ts';
import { LINKS } from '../../word/parts.ts';
import { isUnsaid } from '../alt-text.ts';
import type { FoundInsertion, Identity } from '../found.ts';
import { followed, insertionInWorkbook, known } from '../identity.ts';
import { captionText, pageText } from './page-texts.ts';

/** A block of ours as it stands in a text now. */
export interface FoundBlock {
  readonly id: string;
  /** `null` where nothing but its tag is left: a text that was copied from another document. */
  readonly identity: Identity | null;
  /** Counts the blocks of the text from 1. */
  readonly number: number;
  /** 1 for the first of its id in the text; more for copies made by hand. */
  readonly copy: number;
  readonly state: FoundInsertion['state'];
  /** Why it is not to be touched: its content, or the control itself, is locked; changes in it are tracked. */
  readonly isLocked: boolean;
  readonly isFixed: boolean;
  readonly isTracked: boolean;
  readonly hasComments: boolean;
  /** Whether somebody took away the text that a screen reader reads. */
  readonly lacksAltText: boolean;
}

/** Finds the blocks of ours in a text, in its order; `kept` is what is known of them beside what the text keeps itself. */
export function findBlocks(pack: OpcPackage, kept: readonly Insertion[] = []): readonly FoundBlock[] {
  const part = mainPart(pack);
  const root = part === null ? null : readPart(pack, part);
  if (part === null || !root) return [];
  const known = [...kept, ...keptInsertions(pack, part)];
  const copies = new Map<string, number>();
  return controlsIn(root).map(({ control, id }, at) => {
    const copy = (copies.get(id) ?? 0) + 1;
    copies.set(id, copy);
    const inside = insideOf(control);
    const drawn = drawnIn(pack, part, { inside, id });
    const identity =
      drawn?.identity ??
      bestOf(
        inside,
        known.filter((one) => one.id === id),
      ) ??
      named(inside, id);
    const lock = settingOf(control, 'w:lock');
    return {
      id,
      identity,
      number: at + 1,
      copy,
      state: stateOf(control, inside, { drawn, identity }),
      isLocked: lock === 'contentLocked' || lock === 'sdtContentLocked',
      isFixed: lock === 'sdtLocked' || lock === 'sdtContentLocked',
      isTracked: inside.some(({ name }) => CHANGES.test(name)),
      hasComments: inside.some(({ name }) => name === 'w:commentReference' || name === 'w:commentRangeStart'),
      lacksAltText: lacksAltText(inside),
    };
  });
}

/** The main part of a document. */
export function mainPart(pack: OpcPackage): string | null {
  return linkedPart(pack, PACKAGE, LINKS.document);
}

/** The content controls of ours, also those in others. */
export function controlsIn(root: XmlElement): readonly { readonly control: XmlElement; readonly id: string }[] {
  return descendantsOf(root, 'w:sdt').flatMap((control) => {
    const id = ownId(control);
    return id === null ? [] : [{ control, id }];
  });
}

/** All that stands in a control, without what stands in another of ours within it. */
export function insideOf(control: XmlElement): readonly XmlElement[] {
  const content = childOf(control, 'w:sdtContent');
  return content ? within(content) : [];
}

/** What a control says of itself. */
function settingOf(control: XmlElement, name: string): string {
  const properties = childOf(control, 'w:sdtPr');
  return (properties && childOf(properties, name))?.attributes['w:val'] ?? '';
}

const TAG = tagOf({ id: '' });
/** Insertions, deletions, moves and other looks that are tracked. */
const CHANGES = /^w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|[a-zA-Z]+Change)$/;

interface Drawn {
  readonly chart: string;
  readonly workbook: string | null;
  readonly identity: Identity | null;
}

function ownId(control: XmlElement): string | null {
  const tag = settingOf(control, 'w:tag');
  return tag.startsWith(TAG) && tag.length > TAG.length ? tag.slice(TAG.length) : null;
}

function within(parent: XmlElement): readonly XmlElement[] {
  return childrenOf(parent).flatMap((child) =>
    child.name === 'w:sdt' && ownId(child) !== null ? [] : [child, ...within(child)],
  );
}

/** The chart of a block: by its workbook, else the first that is no other block's. */
function drawnIn(
  pack: OpcPackage,
  part: string,
  { inside, id }: { readonly inside: readonly XmlElement[]; readonly id: string },
): Drawn | null {
  const charts = inside
    .filter(({ name }) => name === 'c:chart')
    .flatMap(({ attributes }): readonly Drawn[] => {
      const chart = followed(pack, part, attributes['r:id']);
      const root = chart === null ? null : readPart(pack, chart);
      if (chart === null || !root) return [];
      const data = childOf(root, 'c:externalData');
      const workbook = data ? followed(pack, chart, data.attributes['r:id']) : null;
      const insertion = workbook === null ? null : insertionInWorkbook(pack, workbook);
      return [{ chart, workbook, identity: insertion && known(insertion) }];
    });
  return charts.find(({ identity }) => identity?.id === id) ?? charts.find(({ identity }) => !identity) ?? null;
}

function stateOf(
  control: XmlElement,
  inside: readonly XmlElement[],
  { drawn, identity }: { readonly drawn: Drawn | null; readonly identity: Identity | null },
): FoundBlock['state'] {
  const has = (name: string) => inside.some((one) => one.name === name);
  const form = identity?.written?.body.form;
  const isShown = childOf(childOf(control, 'w:sdtPr') ?? control, 'w:showingPlcHdr') === undefined;
  if (drawn && form !== 'table' && form !== 'text') return { kind: 'chart', ...place(drawn) };
  if (has('w:tbl') && form !== 'chart' && form !== 'text') return { kind: 'table' };
  const isText = inside.some((one) => one.name === 'w:p' && pageText(one).trim() !== '');
  if (isText && isShown && (form === 'text' || (form === undefined && !has('pic:pic')))) return { kind: 'text' };
  return {
    kind: 'orphaned',
    why: has('pic:pic') || has('w:pict') || has('w:object') ? 'refresh.picture' : 'refresh.gone',
  };
}

function place({ chart, workbook }: Drawn): Pick<Drawn, 'chart' | 'workbook'> {
  return { chart, workbook };
}

/**
 * Of what was written at several times, that which the block looks like most: copies are refreshed one by one, and Word
 * takes back a block without what is kept beside it.
 */
function bestOf(inside: readonly XmlElement[], candidates: readonly Insertion[]): Identity | null {
  const [first, ...others] = candidates;
  if (!first || others.length === 0) return first ? known(first) : null;
  const texts = inside.filter(({ name }) => name === 'w:p').flatMap((one) => [pageText(one), captionText(one)]);
  const alike = (insertion: Insertion): number => {
    const marks = marksIn(insertion);
    return new Set(texts.map((text) => markOf(insertion.id, text)).filter((mark) => marks.has(mark))).size;
  };
  return known(candidates.reduce((best, one) => (alike(one) >= alike(best) ? one : best), first));
}

function marksIn({ written }: Insertion): ReadonlySet<string> {
  if (!written) return new Set();
  const { title, subject, sourceLine, body } = written;
  const inBody =
    body.form === 'table'
      ? [...body.columns, ...body.rows.flatMap((row) => row.map(({ text }) => text))]
      : body.form === 'text'
        ? body.paragraphs
        : [];
  return new Set([title, sourceLine, ...(subject === null ? [] : [subject]), ...inBody]);
}

/** A chart keeps in its name which figure it is. */
function named(inside: readonly XmlElement[], id: string): Identity | null {
  const names = inside.filter(({ name }) => name === 'wp:docPr').map(({ attributes }) => attributes['name'] ?? '');
  const found = names.flatMap((name) => readFrameName(name) ?? []).find((one) => one.id === id);
  return found ? { ...found, provenance: null, language: null, written: null } : null;
}

function lacksAltText(inside: readonly XmlElement[]): boolean {
  const pictures = inside.filter(({ name }) => name === 'wp:docPr');
  if (pictures.length > 0) return pictures.some(isUnsaid);
  const table = inside.find(({ name }) => name === 'w:tblPr');
  return table !== undefined && (childOf(table, 'w:tblDescription')?.attributes['w:val'] ?? '').trim() === '';
}
