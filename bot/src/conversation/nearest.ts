/** Of what is named by a few of its words, whatever fits best: one thing, several that fit alike, or nothing. */
export function nearestByWords<T>(said: string, things: readonly T[], nameOf: (thing: T) => string): readonly T[] {
  const asked = wordsIn(said);
  if (asked.size === 0) return [];
  const scored = things.map((thing) => ({ thing, score: shareOf(asked, wordsIn(nameOf(thing))) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  // Half of what was said has to be there: less is a guess.
  return best < 0.5 ? [] : scored.filter(({ score }) => score === best).map(({ thing }) => thing);
}

/** Words that carry something: short ones are in every sentence. */
function wordsIn(text: string): ReadonlySet<string> {
  const plain = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2));
}

function shareOf(asked: ReadonlySet<string>, named: ReadonlySet<string>): number {
  let found = 0;
  for (const word of asked) {
    // The first letters do: "published" is "publish".
    if (named.has(word) || [...named].some((other) => stem(other) === stem(word))) found += 1;
  }
  return found / asked.size;
}

function stem(word: string): string {
  return word.slice(0, Math.max(4, word.length - 3));
}
