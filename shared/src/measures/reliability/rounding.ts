/** Beyond this, squares of numbers and their sums are numbers no more. */
export const LARGEST = 1e150;

/** Whether a sum of n squares is nothing but what rounding leaves of numbers as large as these. */
export function isRounding(squares: number, { n, largest }: { readonly n: number; readonly largest: number }): boolean {
  return squares <= n * (4 * Number.EPSILON * largest) ** 2;
}
