import { fold } from './fold.ts';

/** A word, a number or a mark of a text, with its place in what was typed. */
export interface Token {
  /** Folded; a number, a date or a time of day as it was typed. */
  readonly word: string;
  readonly kind: 'word' | 'number' | 'mark';
  readonly start: number;
  readonly end: number;
  /** Whether a hyphen makes one word of the word before and it, as in "risk-averse". */
  readonly isJoined: boolean;
}

/** The words, numbers and marks of a text, in order. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [typed] = match;
    const kind = /^\d/u.test(typed) ? 'number' : /^\p{L}/u.test(typed) ? 'word' : 'mark';
    const word = kind === 'mark' ? typed : fold(typed);
    const start = match.index;
    const isJoined = HYPHEN.test(text.slice(tokens.at(-1)?.end ?? start, start));
    if (word !== '') tokens.push({ word, kind, start, end: start + typed.length, isJoined });
  }
  return tokens;
}

const HYPHEN = /^[-‐‑–]$/u;

/**
 * In this order: a date in figures, a time of day, a number, a word, a mark that the grammar looks at. A hyphen between
 * letters is none: "problem-solving" is "problem solving".
 */
const TOKEN =
  /\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}(?!\d))?|\d{1,2}:\d{2}(?!\d)|\d{1,9}(?:[.,]\d{1,2})?(?!\d)|\p{L}[\p{L}\p{M}\p{Cf}'’‘‛`´ʼ＇]*|[?:—👍👎"“„]|(?<![\p{L}\p{M}])[-–]|[-–](?!\p{L})/gu;
