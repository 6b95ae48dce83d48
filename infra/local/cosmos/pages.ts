import { refusal, type Refusal } from './answer.ts';

/** A page ends before it has more than this, with at least one document in it. */
export const MOST_PAGE_BYTES = 4 * 1024 * 1024;

/** How many documents a page has when the client does not say, or leaves it to the service with -1. */
const USUAL = 100;

/** The most documents of a page that the header asks for. */
export function pageSize(header: string | undefined): number | Refusal {
  const wanted = Number(header ?? -1);
  if (wanted === -1) return USUAL;
  return Number.isInteger(wanted) && wanted >= 1 ? wanted : refusal(400, `Invalid page size: ${header ?? ''}`);
}
