import { randomBytes } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import type { Container, Place } from '@plumbline/shared/application/ports/document-store';
import { documentTable } from './open-database.ts';

/** The table of everything that has none of its own. */
export const COMMON = 'documents';

const OWN = 'place_';

/** Containers in which something passes that must leave no trace: tags, and answers under them. */
const PASSING: ReadonlySet<Container> = new Set(['core', 'ballots']);

/** The names of all own tables, in their order. */
export function ownTablesIn(database: Sqlite.Database): readonly string[] {
  return database
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB '${OWN}*' ORDER BY name`)
    .pluck()
    .all();
}

/**
 * Where places lie. A deleted row leaves pieces in the gaps of pages that it shared with others, but a table that is dropped
 * is overwritten page by page. So a place of `core` or `ballots` begins in a table of its own; when it is scrubbed, what
 * is left moves to the common table in the order of its keys and the own one is dropped, at the cost of that place alone.
 * `settled` lists the places that did so and were not written to since.
 */
export function tablesOf(database: Sqlite.Database) {
  const own = knownPlaces(database);
  const isCommon = database
    .prepare<Place, number>(`SELECT 1 FROM ${COMMON} WHERE container = :container AND partition = :partition LIMIT 1`)
    .pluck();
  const isSettled = database
    .prepare<Place, number>('SELECT 1 FROM settled WHERE container = :container AND partition = :partition')
    .pluck();
  const soil = database.prepare<Place>('DELETE FROM settled WHERE container = :container AND partition = :partition');
  const noteSettled = database.prepare<Place>('INSERT OR IGNORE INTO settled VALUES (:container, :partition)');
  const settleIn = database.transaction((place: Place, table: string) => {
    database.exec(
      `INSERT INTO ${COMMON} SELECT * FROM ${table} ORDER BY container, partition, id; DROP TABLE ${table}`,
    );
    if (isCommon.get(place) !== undefined) noteSettled.run(place);
  });

  function toChange({ container, partition }: Place): string {
    const place = { container, partition };
    const table = own.get(keyOf(place));
    if (table !== undefined) return table;
    if (PASSING.has(container) && isSettled.get(place) !== undefined) soil.run(place);
    return COMMON;
  }

  return {
    /** The table that a place is read from. */
    of: (place: Place): string => own.get(keyOf(place)) ?? COMMON,
    /** The table in which what a place has is changed. */
    toChange,
    /** The table in which a place gets something; made where it has nothing yet. */
    toFill({ container, partition }: Place): string {
      const place = { container, partition };
      const hasOne = own.has(keyOf(place)) || !PASSING.has(container) || isCommon.get(place) !== undefined;
      if (hasOne) return toChange(place);
      const table = `${OWN}${randomBytes(8).toString('hex')}`;
      database.exec(documentTable(table));
      own.set(keyOf(place), table);
      return table;
    },
    /** Every own table, in the order of the names. */
    owned: (): readonly string[] => [...own.values()].sort(),
    /** The own table of a place, if it has one. */
    ownedBy: (place: Place): string | null => own.get(keyOf(place)) ?? null,
    /** Leaves no trace of what a place had; false when its traces lie where other places have rows. */
    settle({ container, partition }: Place): boolean {
      const place = { container, partition };
      const table = own.get(keyOf(place));
      if (table === undefined) return isCommon.get(place) === undefined || isSettled.get(place) !== undefined;
      settleIn(place, table);
      own.delete(keyOf(place));
      return true;
    },
  };
}

/** The place of each own table; one that has nothing was made for a write that never came, or all is deleted. */
function knownPlaces(database: Sqlite.Database): Map<string, string> {
  const known = new Map<string, string>();
  for (const table of ownTablesIn(database)) {
    const place = database.prepare<[], Place>(`SELECT container, partition FROM ${table} LIMIT 1`).get();
    if (place) known.set(keyOf(place), table);
    else database.exec(`DROP TABLE ${table}`);
  }
  return known;
}

function keyOf({ container, partition }: Place): string {
  return `${container}|${partition}`;
}
