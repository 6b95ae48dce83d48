import { ok, type Result } from '../../kernel/result.ts';
import type { Exhibit } from '../exhibit.ts';
import { readPart, type OpcPackage } from '../package/opc-package.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../package/xml.ts';
import { drawnChart, type DrawnChart } from './chart-state.ts';
import type { FoundInsertion, RefreshFault, WorkbookEdit } from './found.ts';
import { placesIn } from './merge-table.ts';
import { titleChange, type TitleChange } from './merge-words.ts';
import { marker, openInsertion } from './refresh-slide.ts';
import { paragraphText, textIn } from './texts.ts';
import { workbookEdits } from './workbook-edits.ts';

/** One number, or one text of a table, that a refresh would change; `null` where there is nothing. */
export interface Change {
  /** The series, or the title of the column. */
  readonly series: string;
  /** The category, or the first cell of the row. */
  readonly category: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

export interface RefreshPreview {
  readonly changes: readonly Change[];
  /** Categories, or rows, that come and go. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
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
  const chart = found.state.kind === 'chart' ? readPart(deck, found.state.chart) : null;
  if (body.form === 'chart' && found.state.kind === 'chart' && chart) {
    const known = written?.body.form === 'chart' ? written.body.series : body.chart.series;
    const workbook = found.state.workbook === null ? undefined : deck.parts.get(found.state.workbook);
    const edits = workbookEdits(chart, workbook, { written, mark });
    return ok({ ...chartChanges(drawnChart(chart, known), body.chart), title, edits });
  }
  const [table] = descendantsOf(frame.element, 'a:tbl');
  if (body.form === 'table' && table) {
    return ok({ ...tableChanges(table, { found, body }), title, edits: [] });
  }
  return ok({ ...textChanges(frame.element, exhibit), title, edits: [] });
}

type Changes = Pick<RefreshPreview, 'changes' | 'added' | 'gone'>;
type BodyOf<Form extends Exhibit['body']['form']> = Extract<Exhibit['body'], { readonly form: Form }>;

function chartChanges(drawn: DrawnChart, next: BodyOf<'chart'>['chart']): Changes {
  const isPoints = next.form === 'points';
  const before = isPoints ? next.categories : drawn.categories;
  const changes = next.series.flatMap(({ id, name, values }) => {
    const old = drawn.series.find((series) => series.id === id);
    // Values across are drawn by the series beside them.
    if (!old && isPoints) return [];
    return next.categories.flatMap((category, at) => {
      const was = old?.values[before.indexOf(category)] ?? null;
      const will = values[at] ?? null;
      return was === will ? [] : [{ series: name, category, before: was, after: will }];
    });
  });
  const lost = drawn.series
    .filter(({ id }) => next.series.every((series) => series.id !== id))
    .flatMap(({ name, values }) =>
      before.map((category, at) => ({ series: name, category, before: values[at] ?? null, after: null })),
    )
    .filter((change) => change.before !== null);
  return { changes: [...changes, ...lost], ...comeAndGo(before, next.categories) };
}

function tableChanges(
  table: XmlElement,
  { found, body }: { readonly found: FoundInsertion; readonly body: BodyOf<'table'> },
): Changes {
  const mark = marker(found);
  const { written } = found.identity;
  const content = body.table;
  const places = placesIn({ table, content, written, mark });
  const rows = childrenOf(table, 'a:tr').map((row) => childrenOf(row, 'a:tc').map(textIn));
  const wrote = written?.body.form === 'table' ? written.body.rows : null;
  const changes = content.rows.flatMap((cells, at) => {
    const place = places.rows[at] ?? null;
    if (place?.now === -1) return [];
    return cells.flatMap(({ text: after }, to) => {
      const column = places.columns[to] ?? null;
      if (column?.now === -1) return [];
      const before = place && column ? (rows[place.now]?.[column.now] ?? null) : null;
      const mine = place && column ? wrote?.[place.was]?.[column.was]?.text : undefined;
      // What somebody wrote into a cell stays.
      if (before === after || (before !== null && mine !== undefined && mine !== mark(before))) return [];
      return [{ series: content.columns[to]?.title ?? '', category: cells[0]?.text ?? '', before, after }];
    });
  });
  const added = content.rows.filter((_, at) => places.rows[at] === null).map((cells) => cells[0]?.text ?? '');
  const kept = new Set(places.rows.flatMap((place) => place?.now ?? []));
  const own = new Set(places.added.map((row) => childrenOf(table, 'a:tr').indexOf(row)));
  const gone = rows.flatMap((cells, at) => (at === 0 || kept.has(at) || own.has(at) ? [] : (cells[0] ?? '')));
  return { changes, added, gone };
}

function textChanges(frame: XmlElement, { body }: Exhibit): Changes {
  const text = childOf(frame, 'p:txBody');
  const before = text ? childrenOf(text, 'a:p').map((one) => paragraphText(one).replaceAll(/\s+/g, ' ').trim()) : [];
  const after =
    body.form === 'text' ? body.paragraphs.map(({ lead, text: said }) => `${lead ?? ''} ${said}`.trim()) : [];
  return { changes: [], ...comeAndGo(before, after) };
}

function comeAndGo(before: readonly string[], after: readonly string[]): Pick<Changes, 'added' | 'gone'> {
  return {
    added: after.filter((one) => !before.includes(one)),
    gone: before.filter((one) => !after.includes(one)),
  };
}
