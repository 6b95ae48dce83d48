import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Picks a whole number from 0 to `below` - 1; some are likelier than others by at most `below` / 2^32. */
export type Picking = (below: number) => number;

/** Picks that depend on the seed alone. */
export function picksOf(seed: number): Picking {
  const generator = xoroshiro128plus(seed);
  return (below) => Math.floor((generator.next() >>> 0) * 2 ** -32 * below);
}

/** Shuffles in place, every order equally likely (Fisher and Yates; Durstenfeld 1964). */
export function shuffle(values: Int32Array, pick: Picking): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const at = pick(last + 1);
    const held = values[last] ?? 0;
    values[last] = values[at] ?? 0;
    values[at] = held;
  }
}
