import type { ContractWords } from '../domain/coaching/contract.ts';
import type { Language } from '../kernel/languages.ts';
import german from './de/contract.json' with { type: 'json' };
import english from './en/contract.json' with { type: 'json' };

const WORDS: Readonly<Record<Language, ContractWords>> = { en: english, de: german };

/** What a coaching contract says until its coach says otherwise, in a language. */
export function contractWords(language: Language): ContractWords {
  return WORDS[language];
}
