import { inLanguage, type InLanguage } from '@plumbline/shared/application/present/in-language';
import { askingWords } from '@plumbline/shared/i18n/asking-words';
import type { Language } from '@plumbline/shared/kernel/languages';

/** What every door does to what an operation answers before a reader of a language is shown it. */
export const IN_READERS_LANGUAGE: Readonly<Record<Language, InLanguage>> = {
  en: inLanguage('en', askingWords),
  de: inLanguage('de', askingWords),
};
