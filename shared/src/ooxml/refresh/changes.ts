import type { ChartContent } from '../exhibit.ts';
import { childrenOf } from '../package/xml.ts';
import type { DrawnChart } from './chart-state.ts';
import { placesIn, type StandingTable } from './merge-table.ts';

/** One number, or one text of a table, that a refresh would change; `null` where there is nothing. */
export interface Change {
  /** The series, or the title of the column. */
  readonly series: string;
  /** The category, or the first cell of the row. */
  readonly category: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** What a refresh would change. */
export interface Changes {
  readonly changes: readonly Change[];
  /** Categories, or rows, that come and go. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** The numbers of a chart that change, whichever document it is in. */
export function chartChanges(drawn: DrawnChart, next: ChartContent): Changes {
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

/** The texts of a table that change; those that somebody wrote stay. */
export function tableChanges(asked: StandingTable): Changes {
  const { form, table, content, written, mark } = asked;
  const places = placesIn(asked);
  const rows = childrenOf(table, form.row).map((row) => childrenOf(row, form.cell).map(form.textIn));
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
  const own = new Set(places.added.map((row) => childrenOf(table, form.row).indexOf(row)));
  const gone = rows.flatMap((cells, at) => (at === 0 || kept.has(at) || own.has(at) ? [] : (cells[0] ?? '')));
  return { changes, added, gone };
}

/** What is in one list and not in the other. */
export function comeAndGo(before: readonly string[], after: readonly string[]): Pick<Changes, 'added' | 'gone'> {
  return {
    added: after.filter((one) => !before.includes(one)),
    gone: before.filter((one) => !after.includes(one)),
  };
}
