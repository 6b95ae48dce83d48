import i18next, { type BackendModule, type ReadCallback } from 'i18next';
import { initReactI18next } from 'react-i18next';
import pane from '@plumbline/shared/i18n/en/pane.json';

type Load = () => Promise<{ readonly default: Readonly<Record<string, string>> }>;

/** The languages there are words for, each with its catalogues; figures need theirs when the first one is made. */
const CATALOGUES: Readonly<Record<string, Readonly<Record<string, Load>>>> = {
  en: {
    deck: () => import('@plumbline/shared/i18n/en/deck.json'),
    figures: () => import('@plumbline/shared/i18n/en/figures.json'),
    summary: () => import('@plumbline/shared/i18n/en/summary.json'),
  },
};

const DEFAULT_LANGUAGE = 'en';

const lazyCatalogues: BackendModule = {
  type: 'backend',
  init() {
    // Nothing to set up: the catalogues are part of the build.
  },
  read(language: string, namespace: string, callback: ReadCallback) {
    const load = CATALOGUES[language]?.[namespace];
    if (load === undefined) {
      callback(null, {});
      return;
    }
    load().then(
      (words) => callback(null, words.default),
      // `true` has i18next try again: the network may be back by then.
      (cause: unknown) => callback(cause instanceof Error ? cause : String(cause), true),
    );
  },
};

/** Sets up the words. The pane's own are there at once. */
export async function startWords(): Promise<void> {
  await i18next
    .use(lazyCatalogues)
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
