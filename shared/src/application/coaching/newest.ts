/** So many are listed at most; the total says how many there are. */
const MOST_LISTED = 200;

/** The newest of what is in order, newest first, and how many there are in all. */
export function newestOf<T>(inOrder: readonly T[]): { readonly newest: readonly T[]; readonly total: number } {
  return { newest: inOrder.slice(0, MOST_LISTED), total: inOrder.length };
}
