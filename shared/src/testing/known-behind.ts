/** What is so in every world behind each of several displays, as words of bits; what is so in all of them is known. */
export interface KnownBehind {
  readonly see: (display: string, bits: Int32Array) => void;
  /** Displays behind which something is so in every world. */
  readonly telling: () => readonly string[];
  readonly displays: () => ReadonlySet<string>;
}

/** Nothing seen yet. */
export function knownBehind(): KnownBehind {
  const known = new Map<string, Int32Array>();
  return {
    see: (display, bits) => {
      const all = known.get(display);
      if (all === undefined) known.set(display, bits.slice());
      else for (let word = 0; word < all.length; word += 1) all[word] = (all[word] ?? 0) & (bits[word] ?? 0);
    },
    telling: () => [...known].filter(([, words]) => words.some((word) => word !== 0)).map(([display]) => display),
    displays: () => new Set(known.keys()),
  };
}

/** Every way in which so many people can be spread over so many kinds of ballots; the counts are the same array each time. */
export function eachSheet(people: number, ways: number, visit: (counts: Int32Array) => void): void {
  const counts = new Int32Array(ways);
  const spread = (way: number, left: number) => {
    if (way === ways - 1) {
      counts[way] = left;
      visit(counts);
      return;
    }
    for (let count = 0; count <= left; count += 1) {
      counts[way] = count;
      spread(way + 1, left - count);
    }
    counts[way] = 0;
  };
  spread(0, people);
}

/**
 * Of numbers of people: a bit each for one alone, all but one, and all. The same array each time: there are millions of
 * sheets to look at.
 */
export function bitsIn(
  people: number,
  lengths: readonly number[],
): { readonly of: (...numbers: readonly Int32Array[]) => Int32Array } {
  const most = lengths.reduce((sum, length) => sum + length, 0);
  const words = new Int32Array(Math.ceil(most / 10));
  return {
    of: (...numbers) => {
      words.fill(0);
      // Counted along, since looking up Math for each number takes most of the time under test.
      let [word, shift] = [0, 0];
      for (const some of numbers) {
        for (const number of some) {
          const bit = number === 1 ? 1 : number === people ? 4 : number === people - 1 ? 2 : 0;
          words[word] = (words[word] ?? 0) | (bit << shift);
          shift += 3;
          if (shift === 30) [word, shift] = [word + 1, 0];
        }
      }
      return words;
    },
  };
}
