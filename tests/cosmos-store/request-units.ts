import type { Exchange } from './line.ts';

/** What a KB and 16 KB cost, as Microsoft's calculator says: reads and writes. */
const READ = { small: 1, large: 1.67 };
const WRITE = { small: 4.95, large: 9.52 };
const KB = 1_024;
const QUERY = 2.5;

/** All exchanges together, without those of the feed, which cost the same whatever is done. */
export function unitsOfAll(exchanges: readonly Exchange[]): number {
  const asked = exchanges.filter(({ request }) => request.headers['a-im'] === undefined);
  return Math.round(asked.reduce((sum, exchange) => sum + unitsOf(exchange), 0) * 100) / 100;
}

/**
 * What an exchange costs on paper, in request units, from the sizes of what was really sent and answered. A delete costs
 * what writing a document of a KB does, for its size is not on the wire.
 */
function unitsOf({ request, status, body }: Exchange): number {
  if (request.batch !== null) {
    const results = JSON.parse(body) as readonly { readonly resourceBody?: object }[];
    const costs = request.batch.map(({ operationType, resourceBody }, at) =>
      operationType === 'Read' ? priced(READ, results[at]?.resourceBody) : priced(WRITE, resourceBody),
    );
    return costs.reduce((sum, cost) => sum + cost, 0);
  }
  const read = priced(READ, status === 200 ? body : '');
  // The first page pays for the query, and every one for what it brings.
  if (request.headers['x-ms-documentdb-isquery'] !== undefined) return QUERY + read - READ.small;
  return read;
}

/** On the line between the two sizes, and not below the smaller. */
function priced(prices: { readonly small: number; readonly large: number }, content: object | string = ''): number {
  const bytes = Buffer.byteLength(typeof content === 'string' ? content : JSON.stringify(content));
  const over = Math.max(0, bytes / KB - 1) / 15;
  return prices.small + over * (prices.large - prices.small);
}
