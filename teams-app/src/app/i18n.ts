import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import app from '@plumbline/shared/i18n/en/app.json';
import { LANGUAGES, languageOf, spokenAs, type Language } from '@plumbline/shared/kernel/languages';
import { lazyCatalogues, type LoadWords } from '@plumbline/shared/i18n/lazy-catalogues';

/** What is read where nothing else can be: the shell's own English is in the first file there is. */
const ENGLISH = {
  app: () => Promise.resolve({ default: app }),
  compose: () => import('@plumbline/shared/i18n/en/compose.json'),
  config: () => import('@plumbline/shared/i18n/en/config.json'),
  console: () => import('@plumbline/shared/i18n/en/console.json'),
  deck: () => import('@plumbline/shared/i18n/en/deck.json'),
  details: () => import('@plumbline/shared/i18n/en/details.json'),
  diagnosis: () => import('@plumbline/shared/i18n/en/diagnosis.json'),
  figures: () => import('@plumbline/shared/i18n/en/figures.json'),
  file: () => import('@plumbline/shared/i18n/en/file.json'),
  home: () => import('@plumbline/shared/i18n/en/home.json'),
  instruments: () => import('@plumbline/shared/i18n/en/instruments.json'),
  leader: () => import('@plumbline/shared/i18n/en/leader.json'),
  organisation: () => import('@plumbline/shared/i18n/en/organisation.json'),
  outside: () => import('@plumbline/shared/i18n/en/outside.json'),
  results: () => import('@plumbline/shared/i18n/en/results.json'),
  stage: () => import('@plumbline/shared/i18n/en/stage.json'),
  summary: () => import('@plumbline/shared/i18n/en/summary.json'),
  team: () => import('@plumbline/shared/i18n/en/team.json'),
};

const GERMAN = {
  app: () => import('@plumbline/shared/i18n/de/app.json'),
  compose: () => import('@plumbline/shared/i18n/de/compose.json'),
  config: () => import('@plumbline/shared/i18n/de/config.json'),
  console: () => import('@plumbline/shared/i18n/de/console.json'),
  deck: () => import('@plumbline/shared/i18n/de/deck.json'),
  details: () => import('@plumbline/shared/i18n/de/details.json'),
  diagnosis: () => import('@plumbline/shared/i18n/de/diagnosis.json'),
  figures: () => import('@plumbline/shared/i18n/de/figures.json'),
  file: () => import('@plumbline/shared/i18n/de/file.json'),
  home: () => import('@plumbline/shared/i18n/de/home.json'),
  instruments: () => import('@plumbline/shared/i18n/de/instruments.json'),
  leader: () => import('@plumbline/shared/i18n/de/leader.json'),
  organisation: () => import('@plumbline/shared/i18n/de/organisation.json'),
  outside: () => import('@plumbline/shared/i18n/de/outside.json'),
  results: () => import('@plumbline/shared/i18n/de/results.json'),
  stage: () => import('@plumbline/shared/i18n/de/stage.json'),
  summary: () => import('@plumbline/shared/i18n/de/summary.json'),
  team: () => import('@plumbline/shared/i18n/de/team.json'),
};

/** Every language's catalogues. A screen fetches the ones it speaks from, in the language that is spoken and in no other. */
const CATALOGUES: Readonly<Record<Language, Readonly<Record<keyof typeof ENGLISH, LoadWords>>>> = {
  en: ENGLISH,
  de: GERMAN,
};

/**
 * Sets up the words, in the browser's language until the host says which. Settles when the shell's own are there, so that
 * nothing is drawn in another language first.
 */
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
      ns: ['app'],
      defaultNS: 'app',
      keySeparator: false,
      partialBundledLanguages: true,
      resources: { [first]: { app } },
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  await speak(navigator.language);
}

/** Speaks a locale's language once the shell's words are there. Where they can't be fetched, the language stays as it is. */
export async function speak(locale: string): Promise<void> {
  const language = languageOf(locale);
  if (!i18next.hasResourceBundle(language, 'app')) {
    const words = await CATALOGUES[language].app().catch(() => null);
    // A screen about what failed must not be the one without words.
    if (words === null) return;
    i18next.addResourceBundle(language, 'app', words.default);
  }
  await i18next.changeLanguage(spokenAs(locale));
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}
