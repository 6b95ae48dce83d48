import type { AskingWords } from '../domain/meeting/open-meeting.ts';
import type { Language } from '../kernel/languages.ts';
import german from './de/asking.json' with { type: 'json' };
import english from './en/asking.json' with { type: 'json' };

const WORDS: Readonly<Record<Language, AskingWords>> = { en: english, de: german };

/** The sentences that a meeting asks with beside its instrument, in a language. */
export function askingWords(language: Language): AskingWords {
  return WORDS[language];
}
