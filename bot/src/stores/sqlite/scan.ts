import type Sqlite from 'better-sqlite3';
import { checkLimit, type Container, type DocumentStore } from '@plumbline/shared/application/ports/document-store';
import { assert } from '@plumbline/shared/kernel/assert';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { promised } from '../promised.ts';
import { COMMON } from './tables.ts';

interface ScannedRow {
  readonly partition: string;
  readonly id: string;
  readonly schema: number;
  readonly etag: string;
  readonly body: string;
  readonly expires: number | null;
}

interface Position {
  readonly table: string;
  readonly partition: string;
  readonly id: string;
}

/**
 * The scan of a database: its own tables first, whose names `owned` gives, and then the common one. A place only ever moves
 * to the latter, so that one that moves meanwhile is told twice rather than not at all.
 */
export function scanOf(database: Sqlite.Database, owned: () => readonly string[]): DocumentStore['scan'] {
  const rowsIn = (
    container: Container,
    { table, partition, id }: Position,
    { limit, now }: { limit: number; now: number },
  ) =>
    database
      .prepare<{ container: string; partition: string; id: string; limit: number; now: number }, ScannedRow>(
        `SELECT partition, id, schema, etag, body, expires FROM ${table}
         WHERE container = :container AND (partition, id) > (:partition, :id) AND (expires IS NULL OR expires > :now)
         ORDER BY partition, id LIMIT :limit`,
      )
      .all({ container, partition, id, limit, now });

  return (container, { after, limit }) =>
    promised(() => {
      checkLimit(limit);
      const now = Date.now();
      const from = after === null ? null : positionIn(after);
      const own = owned().filter((table) => from === null || (from.table !== COMMON && table >= from.table));
      const found: { readonly table: string; readonly row: ScannedRow }[] = [];
      for (const table of [...own, COMMON]) {
        const start = from?.table === table ? from : { table, partition: '', id: '' };
        const rows = rowsIn(container, start, { limit: limit + 1 - found.length, now });
        found.push(...rows.map((row) => ({ table, row })));
        if (found.length > limit) break;
      }
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        documents: page.map(({ row }) => ({
          place: { container, partition: row.partition },
          document: { id: row.id, schema: row.schema, etag: row.etag, body: JSON.parse(row.body) as JsonObject },
          secondsLeft: row.expires === null ? null : Math.max(1, Math.ceil((row.expires - now) / 1_000)),
        })),
        next: found.length > limit && last ? JSON.stringify([last.table, last.row.partition, last.row.id]) : null,
      };
    });
}

/** Where a scan goes on. */
function positionIn(after: string): Position {
  const key: unknown = JSON.parse(after);
  assert(Array.isArray(key) && key.length === 3, `${after} is no place in a scan`);
  return { table: String(key[0]), partition: String(key[1]), id: String(key[2]) };
}
