import { IDENTITY_SHEET } from '../charts/add-chart.ts';
import type { Insertion } from '../exhibit.ts';
import { parseInsertion } from '../insertion.ts';
import { relationshipsOf, targetOf, type OpcPackage } from '../package/opc-package.ts';
import { cellsOf } from '../workbook/workbook-cells.ts';
import type { Identity } from './found.ts';

/** What the workbook of a chart says that it is. */
export function insertionInWorkbook(pack: OpcPackage, workbook: string): Insertion | null {
  const bytes = pack.parts.get(workbook);
  const cells = bytes && cellsOf(bytes)?.get(IDENTITY_SHEET);
  return cells ? parseInsertion([...cells.values()].join('')) : null;
}

/** What is known of an insertion that still says all of itself. */
export function known({ id, key, provenance, language, written }: Insertion): Identity {
  return { id, key, provenance, language: language ?? null, written: written ?? null };
}

/** The part that a link leads to, if it is there. */
export function followed(pack: OpcPackage, source: string, id: string | undefined): string | null {
  const link = relationshipsOf(pack, source).find((one) => one.id === id);
  const target = link ? targetOf(source, link) : null;
  return target !== null && pack.parts.has(target) ? target : null;
}
