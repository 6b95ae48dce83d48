import { parseObject } from './json.ts';
import { prepared, type ContainerRow, type Database, type DocumentRow } from './storage.ts';

/** A container as it is seen by one reader: up to which write, and at which second. */
export interface View {
  readonly container: ContainerRow;
  readonly lsn: number;
  readonly now: number;
}

/** Which documents to go through, and in which order. */
export interface Selection {
  readonly where: string;
  readonly order: string;
  readonly values: Readonly<Record<string, string | number | null>>;
}

/** The container's latest state at this second. */
export function latest(container: ContainerRow, now: number): View {
  return { container, lsn: container.lsn, now };
}

/** The document of that name in the view, or null. */
export function findDocument(database: Database, view: View, name: { pk: string; id: string }): DocumentRow | null {
  const [row = null] = findDocuments(database, view, {
    where: 'pk = @pk AND id = @id',
    order: 'id',
    values: { ...name },
  });
  return row;
}

/** The documents of the view that the selection asks for, one after the other. Those whose time has come are not there. */
export function findDocuments(
  database: Database,
  view: View,
  { where, order, values }: Selection,
): Iterable<DocumentRow> {
  const alive = `container = @rid AND ${ALIVE} AND ${where}`;
  const behind = view.lsn < view.container.lsn;
  const from = behind
    ? `SELECT ${COLUMNS} FROM documents WHERE ${alive} AND lsn <= @seen UNION ALL
       SELECT ${COLUMNS} FROM replaced WHERE ${alive} AND lsn <= @seen AND until > @seen`
    : `SELECT ${COLUMNS} FROM documents WHERE ${alive}`;
  return prepared<[Record<string, string | number | null>], DocumentRow>(database, `${from} ORDER BY ${order}`).iterate(
    {
      ...values,
      rid: view.container.rid,
      now: view.now,
      lifetime: defaultTtl(view.container),
      ...(behind ? { seen: view.lsn } : {}),
    },
  );
}

const COLUMNS = 'container, pk, id, rid, etag, ts, ttl, lsn, place, gone, body';

/** `@lifetime` is the container's default: null turns all lifetimes off, -1 is for good. */
const ALIVE = `(@lifetime IS NULL OR coalesce(ttl, @lifetime) = -1 OR ts + coalesce(ttl, @lifetime) > @now)`;

function defaultTtl(container: ContainerRow): number | null {
  const ttl = parseObject(container.body)?.['defaultTtl'];
  return typeof ttl === 'number' ? ttl : null;
}
