/** How many slips of the keyboard a word of that length may have. Words under four letters may have none. */
export function slipsAllowed(typed: string): number {
  return typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
}

/**
 * How many letters were left out, added, changed or swapped with their neighbour between two words; `null` when more
 * than allowed (optimal string alignment: Damerau 1964, Levenshtein 1966).
 */
export function slipsBetween(typed: string, meant: string, allowed: number): number | null {
  if (Math.abs(typed.length - meant.length) > allowed) return null;
  let older: number[] = [];
  let last = Array.from({ length: meant.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= meant.length; column += 1) {
      const same = typed[row - 1] === meant[column - 1];
      const swapped = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped && row > 1 && column > 1 ? (older[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    if (Math.min(...next) > allowed) return null;
    older = last;
    last = next;
  }
  const slips = last[meant.length] ?? Infinity;
  return slips <= allowed ? slips : null;
}
