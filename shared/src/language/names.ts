import { slipsAllowed, slipsBetween } from './distance.ts';
import type { Known } from './intents.ts';
import type { Concept } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A name in a text. */
export interface NameFound {
  readonly concept: Concept & ('team' | 'person' | 'dimension');
  readonly from: number;
  /** How many words it takes. */
  readonly length: number;
  /** Whose it is: more than one where several are called like that. */
  readonly ids: readonly string[];
}

interface Typed {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Somebody or something by one of their names. */
export interface Called {
  readonly concept: NameFound['concept'];
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
}

/** Every word of names that are known: these are spelt as they are. */
export function wordsOfNames(called: readonly Called[]): ReadonlySet<string> {
  return new Set(called.flatMap(({ words }) => words));
}

/** The names in a text: whole ones, and words of one that mean nothing else. A longer name wins over a shorter one. */
export function namesIn(
  { text, tokens }: Typed,
  called: readonly Called[],
  lexicons: readonly Lexicon[],
): readonly NameFound[] {
  const found: NameFound[] = [];
  const plain = (word: string): boolean => !lexicons.some(({ has }) => has(word));
  for (let at = 0; at < tokens.length;) {
    const name = wholeAt({ text, tokens }, at, called) ?? partAt(tokens, at, { called, plain });
    if (name) found.push(name);
    at += name?.length ?? 1;
  }
  return found;
}

/** Every name that is known. */
export function calledIn({ teams, people, dimensions }: Known): readonly Called[] {
  const called = (concept: Called['concept'], id: string, name: string): Called => ({
    concept,
    id,
    name,
    words: tokensOf(name)
      .filter(({ kind }) => kind !== 'mark')
      .map(({ word }) => word),
  });
  return [
    ...teams.map(({ id, name }) => called('team', id, name)),
    ...people.map(({ id, name }) => called('person', id, name)),
    ...dimensions.flatMap(({ id, title, also = [] }) => [title, ...also].map((name) => called('dimension', id, name))),
  ].filter(({ words }) => words.length > 0);
}

function wholeAt(typed: Typed, at: number, called: readonly Called[]): NameFound | null {
  const { tokens } = typed;
  const matching = called.filter(
    (each) =>
      each.words.every((word, place) => isWord(tokens[at + place]?.word, word)) &&
      (each.words.join('').length > SHORT || isWritten(each, typed, at)),
  );
  const length = Math.max(0, ...matching.map(({ words }) => words.length));
  return foundOf(
    matching.filter(({ words }) => words.length === length),
    at,
    length,
  );
}

const SHORT = 3;

/** A team called "IT" is not in every "it": a short name is all that is said, or is written with its capitals. */
function isWritten({ name, words }: Called, { text, tokens }: Typed, at: number): boolean {
  if (tokens.filter(({ kind }) => kind !== 'mark').length === words.length) return true;
  const typed = text.slice(tokens[at]?.start, tokens[at + words.length - 1]?.end);
  const hasCapital = typed !== typed.toLowerCase() && text !== text.toUpperCase();
  return hasCapital && (typed === name || /^['’]?s$/u.test(typed.replace(name, '')));
}

/** "Acme" for "Acme Exec", "Anna" for every Anna; with a slip too. Words that are in every second name are none. */
function partAt(tokens: readonly Token[], at: number, { called, plain }: Parts): NameFound | null {
  const typed = tokens[at]?.word ?? '';
  if (typed.length < 3 || !plain(typed)) return null;
  const exact = called.filter(({ words }) => words.some((word) => plain(word) && isWord(typed, word)));
  if (exact.length > 0) return ofOneConcept(exact, at);
  const allowed = Math.min(1, slipsAllowed(typed));
  const near = called.filter(({ words }) =>
    words.some((word) => plain(word) && word.length >= 4 && allowed > 0 && slipsBetween(typed, word, allowed) !== null),
  );
  return ofOneConcept(near, at);
}

interface Parts {
  readonly called: readonly Called[];
  readonly plain: (word: string) => boolean;
}

/** A genitive is the same name. */
function isWord(typed: string | undefined, word: string): boolean {
  return typed === word || typed === `${word}s`;
}

/** Part of a name that may be a team's or a person's is neither's. */
function ofOneConcept(matching: readonly Called[], at: number): NameFound | null {
  return new Set(matching.map(({ concept }) => concept)).size > 1 ? null : foundOf(matching, at, 1);
}

function foundOf(matching: readonly Called[], from: number, length: number): NameFound | null {
  const [first] = matching;
  if (!first) return null;
  const ids = [...new Set(matching.filter(({ concept }) => concept === first.concept).map(({ id }) => id))];
  return { concept: first.concept, from, length, ids };
}
