import { bareAnswer, jsonAnswer, refusal, type Answer, type Refusal } from './answer.ts';
import { pageCharge } from './charges.ts';
import { documentJson } from './documents.ts';
import { MOST_PAGE_BYTES } from './pages.ts';
import type { Database, DocumentRow } from './storage.ts';
import { findDocuments, type View } from './versions.ts';

/** Where a reader of the feed goes on, and what of the container it wants: all of it, or one logical partition. */
export interface FeedRequest {
  readonly ifNoneMatch: string | undefined;
  readonly pk: string | null;
  readonly most: number;
}

/**
 * The documents that were written after the continuation, each in its latest version, in the order of their writes; deletes leave no
 * trace. The documents of one batch come in one page.
 */
export function feedAnswer(database: Database, view: View, request: FeedRequest): Answer | Refusal {
  const from = startOf(request.ifNoneMatch, view);
  if (from === null) return refusal(400, 'The continuation of the change feed is malformed.');
  const { rows, more } = pageAfter(database, view, { ...request, from });
  const end = more ? (rows.at(-1)?.lsn ?? from) : Math.max(from, view.lsn);
  const bytes = rows.reduce((sum, row) => sum + row.body.length, 0);
  const headers = { etag: `"${end}"`, 'x-ms-request-charge': String(pageCharge(bytes)) };
  if (rows.length === 0) return bareAnswer(304, headers);
  const documents = rows.map((row) => documentJson(row, { _lsn: row.lsn })).join(',');
  const body = `{"_rid":"${view.container.rid}","Documents":[${documents}],"_count":${rows.length}}`;
  return jsonAnswer(200, body, { ...headers, 'x-ms-item-count': String(rows.length) });
}

/** After which write the reader wants to go on: `*` is now, nothing is the beginning. */
function startOf(ifNoneMatch: string | undefined, view: View): number | null {
  if (ifNoneMatch === undefined) return 0;
  if (ifNoneMatch === '*') return view.lsn;
  const digits = /^"(\d{1,15})"$/.exec(ifNoneMatch)?.[1];
  return digits === undefined ? null : Number(digits);
}

function pageAfter(
  database: Database,
  view: View,
  { from, pk, most }: FeedRequest & { readonly from: number },
): { readonly rows: readonly DocumentRow[]; readonly more: boolean } {
  const rows: DocumentRow[] = [];
  let bytes = 0;
  const selection = {
    where: 'lsn > @from AND (@pk IS NULL OR pk = @pk)',
    order: 'lsn, place',
    values: { from, pk },
  };
  for (const row of findDocuments(database, view, selection)) {
    const full = rows.length >= most || bytes > MOST_PAGE_BYTES;
    if (full && row.lsn !== rows.at(-1)?.lsn) return { rows, more: true };
    bytes += row.body.length;
    rows.push(row);
  }
  return { rows, more: false };
}
