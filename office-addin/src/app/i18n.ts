import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import pane from '@plumbline/shared/i18n/en/pane.json';
import { lazyCatalogues, type Catalogues } from '@plumbline/shared/i18n/lazy-catalogues';

/** The languages there are words for, each with its catalogues; figures need theirs when the first one is made. */
const CATALOGUES: Catalogues = {
  en: {
    deck: () => import('@plumbline/shared/i18n/en/deck.json'),
    figures: () => import('@plumbline/shared/i18n/en/figures.json'),
    summary: () => import('@plumbline/shared/i18n/en/summary.json'),
  },
};

const DEFAULT_LANGUAGE = 'en';

/** Sets up the words. The pane's own are there at once. */
export async function startWords(): Promise<void> {
  await i18next
    .use(lazyCatalogues(CATALOGUES))
    .use(initReactI18next)
    .init({
      lng: DEFAULT_LANGUAGE,
      fallbackLng: DEFAULT_LANGUAGE,
      supportedLngs: Object.keys(CATALOGUES),
      load: 'languageOnly',
      ns: ['pane'],
      defaultNS: 'pane',
      keySeparator: false,
      partialBundledLanguages: true,
      resources: { [DEFAULT_LANGUAGE]: { pane } },
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

/** Speaks Office's language where there are words for it. */
export async function speak(locale: string): Promise<void> {
  await i18next.changeLanguage(locale);
  document.documentElement.lang = i18next.resolvedLanguage ?? DEFAULT_LANGUAGE;
}
