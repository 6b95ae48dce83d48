import { refusal, type Refusal } from './answer.ts';

/** A page ends before it has more than this, with at least one document in it. */
export const MOST_PAGE_BYTES = 4 * 1024 * 1024;

/** How many documents a page has when the client does not say, or leaves it to the service with -1. */
const USUAL = 100;

/** The most documents of a page: what the header asks for, or fewer where the service has a cap. */
export function pageSize(header: string | undefined, cap: number | null): number | Refusal {
  const wanted = Number(header ?? -1);
  if (wanted !== -1 && !(Number.isInteger(wanted) && wanted >= 1))
    return refusal(400, `Invalid page size: ${header ?? ''}`);
  return Math.min(wanted === -1 ? USUAL : wanted, cap ?? Infinity);
}
