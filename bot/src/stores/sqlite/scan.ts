import type Sqlite from 'better-sqlite3';
import { checkLimit, type DocumentStore } from '@plumbline/shared/application/ports/document-store';
import { assert } from '@plumbline/shared/kernel/assert';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { promised } from '../promised.ts';

interface ScannedRow {
  readonly partition: string;
  readonly id: string;
  readonly schema: number;
  readonly etag: string;
  readonly body: string;
  readonly expires: number | null;
}

/** The scan of a database, in the order of its keys. */
export function scanOf(database: Sqlite.Database): DocumentStore['scan'] {
  const next = database.prepare<
    { container: string; partition: string; id: string; limit: number; now: number },
    ScannedRow
  >(
    `SELECT partition, id, schema, etag, body, expires FROM documents
     WHERE container = :container AND (partition, id) > (:partition, :id) AND (expires IS NULL OR expires > :now)
     ORDER BY partition, id LIMIT :limit`,
  );
  return (container, { after, limit }) =>
    promised(() => {
      checkLimit(limit);
      const [partition, id] = after === null ? ['', ''] : positionIn(after);
      const now = Date.now();
      const found = next.all({ container, partition, id, limit: limit + 1, now });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        documents: page.map((row) => ({
          place: { container, partition: row.partition },
          document: { id: row.id, schema: row.schema, etag: row.etag, body: JSON.parse(row.body) as JsonObject },
          secondsLeft: row.expires === null ? null : Math.max(1, Math.ceil((row.expires - now) / 1_000)),
        })),
        next: found.length > limit && last ? JSON.stringify([last.partition, last.id]) : null,
      };
    });
}

/** The key at which a scan goes on. */
function positionIn(after: string): [string, string] {
  const key: unknown = JSON.parse(after);
  assert(Array.isArray(key) && key.length === 2, `${after} is no place in a scan`);
  return [String(key[0]), String(key[1])];
}
