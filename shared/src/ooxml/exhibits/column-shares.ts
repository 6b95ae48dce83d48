/** A column with the share of the width that it would like, and all that stands in it. */
export interface WishedColumn {
  readonly share: number;
  readonly texts: readonly string[];
}

/** So many letters of the head go into the width of a page; what stands beside them is as wide as some more. */
const LETTERS = 108;
const BESIDE = 3;

/**
 * Shares of a whole in which no word is broken as far as there is room: a column that is too narrow for its longest word
 * takes from those that are wider than theirs.
 */
export function columnShares(columns: readonly WishedColumn[]): readonly number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0) || 1;
  const wishes = columns.map(({ share, texts }) => ({ share: share / whole, need: needOf(texts) }));
  const lacking = wishes.reduce((sum, { share, need }) => sum + Math.max(0, need - share), 0);
  const spare = wishes.reduce((sum, { share, need }) => sum + Math.max(0, share - need), 0);
  const moved = Math.min(lacking, spare);
  return wishes.map(({ share, need }) => {
    const part = need > share ? (need - share) / lacking : (need - share) / (spare || 1);
    return share + moved * part;
  });
}

function needOf(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.split(/[\s-]+/));
  const longest = words.reduce((most, word) => Math.max(most, Array.from(word).length), 0);
  return (longest + BESIDE) / LETTERS;
}
