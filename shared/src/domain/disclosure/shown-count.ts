/**
 * A number of people out of `of`, shown so that it points at no one: 1 looks like nobody, and all but one like all.
 */
export function shownCount({ count, of }: { readonly count: number; readonly of: number }): number {
  if (count <= 1) return 0;
  return count >= of - 1 ? of : count;
}
