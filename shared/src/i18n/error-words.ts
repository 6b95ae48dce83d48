import type { FaultKind, ProblemKind } from '../contract/problem-kinds.ts';
import german from './de/errors.json' with { type: 'json' };
import germanResults from './de/results.json' with { type: 'json' };
import english from './en/errors.json' with { type: 'json' };
import englishResults from './en/results.json' with { type: 'json' };
import type { Language } from '../kernel/languages.ts';

/** The figures of a failure, to be put into its words. */
export type WordValues = Readonly<Record<string, string | number>>;

/** A kind without words in some language does not compile. */
type ErrorWords = Readonly<Record<`${ProblemKind}.${'title' | 'next'}` | FaultKind, string>>;

const WORDS: Readonly<Record<Language, ErrorWords>> = { en: english, de: german };
/** What the screens call the phases of a meeting. */
const PHASES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: englishResults, de: germanResults };

/** A problem's title, and what to do next. */
export function problemWords(
  language: Language,
  kind: ProblemKind,
  values: WordValues,
): { readonly title: string; readonly next: string } {
  const words = WORDS[language];
  const told = withPhases(language, values);
  return { title: filled(words[`${kind}.title`], told), next: filled(words[`${kind}.next`], told) };
}

/** What is wrong with a part. */
export function faultWords(language: Language, kind: FaultKind, values: WordValues): string {
  return filled(WORDS[language][kind], values);
}

/** Phases by their names and not their ids. */
function withPhases(language: Language, values: WordValues): WordValues {
  const named = ([name, value]: [string, string | number]): [string, string | number] => {
    const isPhase = name === 'phase' || name === 'needed' || name === 'to';
    return [name, (isPhase ? PHASES[language][`phase.${value}`] : undefined) ?? value];
  };
  return Object.fromEntries(Object.entries(values).map(named));
}

/** Replaces every `{{name}}`. */
function filled(words: string, values: WordValues): string {
  return words.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
