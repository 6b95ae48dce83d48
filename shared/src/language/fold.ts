/**
 * A text as the grammar compares it: without case, diacritics, apostrophes and marks that nobody sees, and with `ss` for
 * `ß`. Folding what is folded changes nothing.
 */
export function fold(text: string): string {
  return text.normalize('NFKD').toLowerCase().normalize('NFKD').replaceAll(UNSEEN, '').replaceAll('ß', 'ss');
}

/** The forms in which a word of the vocabulary may be typed: an umlaut may be two letters, as in `naechste`. */
export function spellings(word: string): readonly string[] {
  const plain = fold(word);
  const long = fold(word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue'));
  return plain === long ? [plain] : [plain, long];
}

/** Combining marks, marks of direction and other invisible characters, and every apostrophe. */
const UNSEEN = /[\p{M}\p{Cf}'’‘‛`´ʼ＇]/gu;
