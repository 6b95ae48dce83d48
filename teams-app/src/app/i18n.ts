import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import app from '@plumbline/shared/i18n/en/app.json';
import { lazyCatalogues, type Catalogues } from '@plumbline/shared/i18n/lazy-catalogues';

/** The languages there are words for, each with its catalogues; a screen fetches the ones it speaks from. */
const CATALOGUES: Catalogues = {
  en: {
    compose: () => import('@plumbline/shared/i18n/en/compose.json'),
    config: () => import('@plumbline/shared/i18n/en/config.json'),
    console: () => import('@plumbline/shared/i18n/en/console.json'),
    deck: () => import('@plumbline/shared/i18n/en/deck.json'),
    details: () => import('@plumbline/shared/i18n/en/details.json'),
    figures: () => import('@plumbline/shared/i18n/en/figures.json'),
    file: () => import('@plumbline/shared/i18n/en/file.json'),
    home: () => import('@plumbline/shared/i18n/en/home.json'),
    instruments: () => import('@plumbline/shared/i18n/en/instruments.json'),
    leader: () => import('@plumbline/shared/i18n/en/leader.json'),
    results: () => import('@plumbline/shared/i18n/en/results.json'),
    stage: () => import('@plumbline/shared/i18n/en/stage.json'),
    summary: () => import('@plumbline/shared/i18n/en/summary.json'),
    team: () => import('@plumbline/shared/i18n/en/team.json'),
  },
};

const DEFAULT_LANGUAGE = 'en';

/** Sets up the words. The shell's own are there at once; every other catalogue comes with the screen that needs it. */
export async function startWords(): Promise<void> {
  const own: ResourceLanguage = { app };
  await i18next
    .use(lazyCatalogues(CATALOGUES))
    .use(initReactI18next)
    .init({
      lng: DEFAULT_LANGUAGE,
      fallbackLng: DEFAULT_LANGUAGE,
      supportedLngs: Object.keys(CATALOGUES),
      load: 'languageOnly',
      ns: ['app'],
      defaultNS: 'app',
      keySeparator: false,
      partialBundledLanguages: true,
      resources: { [DEFAULT_LANGUAGE]: own },
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

/** Speaks the host's language where there are words for it. */
export async function speak(locale: string): Promise<void> {
  await i18next.changeLanguage(locale);
  document.documentElement.lang = i18next.resolvedLanguage ?? DEFAULT_LANGUAGE;
}
