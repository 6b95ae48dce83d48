/**
 * A seed of 32 bits out of the data themselves, so that a reload shows the same random figures (FNV-1a, over the bits of
 * each number). Hand in counts or sorted numbers where the order of raters must not matter.
 */
export function seedOf(numbers: Iterable<number>): number {
  const number = new Float64Array(1);
  const bytes = new Uint8Array(number.buffer);
  let hash = 0x811c9dc5;
  for (const one of numbers) {
    // Makes -0 the same as 0.
    number[0] = one + 0;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash | 0;
}
