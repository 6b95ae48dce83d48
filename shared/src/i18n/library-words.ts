import german from './library/de.json' with { type: 'json' };
import type { Language } from '../kernel/languages.ts';

interface EntryWords {
  readonly title: string;
  readonly purpose: string;
  readonly because: string;
  readonly whenNot: string;
  readonly steps: readonly string[];
}

/** English is what the library itself is written in. */
const WORDS: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<string, EntryWords>>>> = { de: german };

/** The words of an entry of the library in a language; `null` where they are those that it is written in. */
export function libraryWords(language: Language, id: string): EntryWords | null {
  return language === 'en' ? null : (WORDS[language][id] ?? null);
}
