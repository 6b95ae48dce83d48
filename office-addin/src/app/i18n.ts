import i18next, { type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import pane from '@plumbline/shared/i18n/en/pane.json';
import { LANGUAGES, languageOf, spokenAs, type Language } from '@plumbline/shared/kernel/languages';
import { lazyCatalogues, type LoadWords } from '@plumbline/shared/i18n/lazy-catalogues';

/** The pane's own English is in the first file there is; figures need theirs when the first one is made. */
const ENGLISH = {
  pane: () => Promise.resolve({ default: pane }),
  deck: () => import('@plumbline/shared/i18n/en/deck.json'),
  figures: () => import('@plumbline/shared/i18n/en/figures.json'),
  summary: () => import('@plumbline/shared/i18n/en/summary.json'),
};

const GERMAN = {
  pane: () => import('@plumbline/shared/i18n/de/pane.json'),
  deck: () => import('@plumbline/shared/i18n/de/deck.json'),
  figures: () => import('@plumbline/shared/i18n/de/figures.json'),
  summary: () => import('@plumbline/shared/i18n/de/summary.json'),
};

/** What a document says is in these. */
export const DOCUMENT_WORDS = ['figures', 'deck', 'summary'] as const;

/** Every language's catalogues; they are fetched in the language that is spoken, and in no other. */
const CATALOGUES: Readonly<Record<Language, Readonly<Record<keyof typeof ENGLISH, LoadWords>>>> = {
  en: ENGLISH,
  de: GERMAN,
};

/** Sets up the words, in the browser's language until Office says which. Settles when the pane's own are there. */
export async function startWords(): Promise<void> {
  const [first] = LANGUAGES;
  await i18next
    .use(lazyCatalogues(CATALOGUES))
    .use(initReactI18next)
    .init({
      lng: first,
      // Every language is whole, so that nobody fetches two.
      fallbackLng: false,
      supportedLngs: LANGUAGES,
      // Words are of a language; dates and numbers are of its region as well.
      load: 'languageOnly',
      ns: ['pane'],
      defaultNS: 'pane',
      keySeparator: false,
      partialBundledLanguages: true,
      resources: { [first]: { pane } },
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  await speak(navigator.language);
}

/** Speaks a locale's language once the pane's words are there. Where they can't be fetched, the language stays as it is. */
export async function speak(locale: string): Promise<void> {
  const language = languageOf(locale);
  if (!i18next.hasResourceBundle(language, 'pane')) {
    const words = await CATALOGUES[language].pane().catch(() => null);
    // A screen about what failed must not be the one without words.
    if (words === null) return;
    i18next.addResourceBundle(language, 'pane', words.default);
  }
  await i18next.changeLanguage(spokenAs(locale));
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}

/** What a document says in a locale, whatever the pane speaks; rejects where the words can't be fetched. */
export async function documentWords(locale: string): Promise<TFunction<typeof DOCUMENT_WORDS>> {
  const language = languageOf(locale);
  const missing = DOCUMENT_WORDS.filter((name) => !i18next.hasResourceBundle(language, name));
  await Promise.all(
    missing.map(async (name) => {
      const words = await CATALOGUES[language][name]();
      i18next.addResourceBundle(language, name, words.default);
    }),
  );
  return i18next.getFixedT(spokenAs(locale), DOCUMENT_WORDS);
}
