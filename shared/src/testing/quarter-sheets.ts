/** Points as people often give them: in quarters of all they have. */
export const QUARTERS = 4;

/** Ways to give four quarters to some options. */
export function waysToQuarter(options: number, left = QUARTERS): readonly (readonly number[])[] {
  if (options === 1) return [[left]];
  const firsts = Array.from({ length: left + 1 }, (_, first) => first);
  return firsts.flatMap((first) => waysToQuarter(options - 1, left - first).map((rest) => [first, ...rest]));
}

/** How many people gave their points in which way. */
export interface Quartered {
  /** People by way. */
  readonly counts: Int32Array;
  /** Quarters by option. */
  readonly sums: Int32Array;
  /** People by option and by how many quarters they gave it. */
  readonly given: Int32Array;
}

/** Every sheet, in the same arrays each time, kept up rather than made anew: there are millions. */
export function eachQuartering(
  ways: readonly (readonly number[])[],
  people: number,
  visit: (sheet: Quartered) => void,
): void {
  const options = ways[0]?.length ?? 0;
  const counts = new Int32Array(ways.length);
  const sums = new Int32Array(options);
  const given = new Int32Array(options * (QUARTERS + 1));
  const add = (way: number, some: number) => {
    const quarters = ways[way] ?? [];
    counts[way] = (counts[way] ?? 0) + some;
    for (let option = 0; option < options; option += 1) {
      const own = quarters[option] ?? 0;
      sums[option] = (sums[option] ?? 0) + some * own;
      const at = option * (QUARTERS + 1) + own;
      given[at] = (given[at] ?? 0) + some;
    }
  };
  const spread = (way: number, left: number) => {
    if (left === 0 || way === ways.length - 1) {
      if (left > 0) add(way, left);
      visit({ counts, sums, given });
      if (left > 0) add(way, -left);
      return;
    }
    spread(way + 1, left);
    for (let some = 1; some <= left; some += 1) {
      add(way, 1);
      spread(way + 1, left - some);
    }
    add(way, -left);
  };
  spread(0, people);
}

/** Quarters that two people gave to different options, added up over all pairs of people, twice. */
export function apartIn(
  given: Int32Array,
  { people, options }: { readonly people: number; readonly options: number },
): number {
  let apart = 0;
  for (let option = 0; option < options; option += 1) {
    let fewer = 0;
    for (let quarters = 0; quarters < QUARTERS; quarters += 1) {
      fewer += given[option * (QUARTERS + 1) + quarters] ?? 0;
      apart += fewer * (people - fewer);
    }
  }
  return apart;
}
