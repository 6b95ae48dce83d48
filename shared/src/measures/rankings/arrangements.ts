/**
 * Calls back with every different arrangement of some whole numbers, in lexicographic order (Knuth, The Art of Computer
 * Programming 4A, 7.2.1.2, algorithm L). It is the same array each time.
 */
export function eachArrangement(values: Int32Array, visit: (arrangement: Int32Array) => void): void {
  const row = values.toSorted();
  for (;;) {
    visit(row);
    let from = row.length - 2;
    while (from >= 0 && at(row, from) >= at(row, from + 1)) from -= 1;
    if (from < 0) return;
    let to = row.length - 1;
    while (at(row, from) >= at(row, to)) to -= 1;
    swap(row, from, to);
    for (let low = from + 1, high = row.length - 1; low < high; low += 1, high -= 1) swap(row, low, high);
  }
}

function at(row: Int32Array, place: number): number {
  return row[place] ?? 0;
}

function swap(row: Int32Array, one: number, other: number): void {
  const held = at(row, one);
  row[one] = at(row, other);
  row[other] = held;
}
