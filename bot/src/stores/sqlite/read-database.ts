import Sqlite from 'better-sqlite3';
import type { DocumentStore } from '@plumbline/shared/application/ports/document-store';
import { promised } from '../promised.ts';
import { checkOrigin, damaged } from './open-database.ts';
import { scanOf } from './scan.ts';
import { ownTablesIn } from './tables.ts';

/** What can be done with a database that is only looked at. */
export type DatabaseReader = Pick<DocumentStore, 'scan' | 'close'>;

/**
 * Opens one moment of a database, also of one that a service is at work on, without changing it. Throws a sentence when it
 * is no database of ours, or damaged anywhere.
 */
export function readDatabase(path: string): DatabaseReader {
  const database = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    database.exec('BEGIN');
    const form = checkOrigin(database, path);
    if (form === 0) throw new Error(`${path} is an empty file, no database of Plumbline.`);
    const check = database.pragma('integrity_check(1)', { simple: true });
    if (check !== 'ok') throw new Error(damaged(path, String(check)));
    const owned = ownTablesIn(database);
    const scan = scanOf(database, () => owned);
    return { scan, close: () => promised(() => database.close()).then(() => undefined) };
  } catch (fault) {
    database.close();
    throw isDamage(fault) ? new Error(damaged(path, fault.message), { cause: fault }) : fault;
  }
}

function isDamage(fault: unknown): fault is Error {
  return /^SQLITE_(?:NOTADB|CORRUPT)/.test(engineCodeOf(fault));
}

/** The engine's code of a fault, told by what it has: the class of it may be of another realm. Empty for other faults. */
export function engineCodeOf(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return '';
  return typeof fault.code === 'string' && fault.code.startsWith('SQLITE_') ? fault.code : '';
}
