import type { ProblemKind } from '../contract/problem-kinds.ts';
import type { AnswerFault } from '../domain/ballot/check-answers.ts';
import english from './en/errors.json' with { type: 'json' };

/** What can be wrong with one part of what was sent. */
export type FaultKind =
  | AnswerFault['kind']
  | 'field.missing'
  | 'field.wrong-type'
  | 'field.too-short'
  | 'field.too-long'
  | 'field.wrong-form'
  | 'field.not-a-choice'
  | 'field.unknown-kind'
  | 'field.unknown-key'
  | 'header.if-match'
  | 'header.idempotency-key'
  | 'query.topics';

/** The figures of a failure, to be put into its words. */
export type WordValues = Readonly<Record<string, string | number>>;

/** A kind without words does not compile. */
const WORDS: Readonly<Record<`${ProblemKind}.${'title' | 'next'}` | FaultKind, string>> = english;

/** A problem's title, and what to do next. */
export function problemWords(kind: ProblemKind, values: WordValues): { readonly title: string; readonly next: string } {
  return { title: filled(WORDS[`${kind}.title`], values), next: filled(WORDS[`${kind}.next`], values) };
}

/** What is wrong with a part. */
export function faultWords(kind: FaultKind, values: WordValues): string {
  return filled(WORDS[kind], values);
}

/** Replaces every `{{name}}`. */
function filled(words: string, values: WordValues): string {
  return words.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
