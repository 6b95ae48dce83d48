import { ok, type Result } from '../../kernel/result.ts';
import type { Exhibit, Written } from '../exhibit.ts';
import { readPart, type OpcPackage } from '../package/opc-package.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../package/xml.ts';
import { drawnChart } from './chart-state.ts';
import { chartChanges, comeAndGo, tableChanges, type Changes } from './changes.ts';
import type { FoundInsertion, RefreshFault, WorkbookEdit } from './found.ts';
import { titleChange, type TitleChange } from './merge-words.ts';
import { marker, openInsertion } from './refresh-slide.ts';
import { SLIDE_TABLE } from './slide-table.ts';
import { paragraphText } from './texts.ts';
import { workbookEdits } from './workbook-edits.ts';

export interface RefreshPreview extends Changes {
  readonly title: { readonly change: TitleChange; readonly after: string };
  /** What somebody typed into the workbook; a refresh asks before it overwrites that. */
  readonly edits: readonly WorkbookEdit[];
}

/** Says what a refresh would change, number by number, without changing anything. */
export function previewRefresh(
  deck: OpcPackage,
  found: FoundInsertion,
  exhibit: Exhibit,
): Result<RefreshPreview, RefreshFault> {
  const opened = openInsertion(deck, found, exhibit);
  if (!opened.ok) return opened;
  const { frames, frame } = opened.value;
  const { written } = found.identity;
  const mark = marker(found);
  const words = written && { exhibit, written, mark };
  const title = { change: titleChange(frames, words, exhibit.title), after: exhibit.title };
  const { body } = exhibit;
  const drawn = previewChart(deck, found.state, { body, written, mark });
  if (drawn) return ok({ ...drawn, title });
  const [table] = descendantsOf(frame.element, 'a:tbl');
  if (body.form === 'table' && table) {
    return ok({ ...tableChanges({ form: SLIDE_TABLE, table, content: body.table, written, mark }), title, edits: [] });
  }
  return ok({ ...textChanges(frame.element, exhibit), title, edits: [] });
}

/** The same of the chart of a slide or a page; `null` where none stands there, or none is to. */
export function previewChart(
  pack: OpcPackage,
  state: FoundInsertion['state'],
  {
    body,
    ...how
  }: { readonly body: Exhibit['body']; readonly written: Written | null; readonly mark: (text: string) => string },
): Omit<RefreshPreview, 'title'> | null {
  const chart = state.kind === 'chart' ? readPart(pack, state.chart) : null;
  if (body.form !== 'chart' || state.kind !== 'chart' || !chart) return null;
  const { written } = how;
  const known = written?.body.form === 'chart' ? written.body.series : body.chart.series;
  const workbook = state.workbook === null ? undefined : pack.parts.get(state.workbook);
  return { ...chartChanges(drawnChart(chart, known), body.chart), edits: workbookEdits(chart, workbook, how) };
}

function textChanges(frame: XmlElement, { body }: Exhibit): Changes {
  const text = childOf(frame, 'p:txBody');
  const before = text ? childrenOf(text, 'a:p').map((one) => paragraphText(one).replaceAll(/\s+/g, ' ').trim()) : [];
  const after =
    body.form === 'text' ? body.paragraphs.map(({ lead, text: said }) => `${lead ?? ''} ${said}`.trim()) : [];
  return { changes: [], ...comeAndGo(before, after) };
}
