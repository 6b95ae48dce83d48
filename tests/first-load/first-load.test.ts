import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '@plumbline/shared/kernel/languages';
import { readBuild } from './built-screens.ts';
import { LATER, LATER_WORDS, PAGES } from './pages.ts';

/** Bytes of gzipped JavaScript until a page can be used. */
const BUDGET = 230_000;
/** German is longer, and the shell's own words are in the shell in English only: they come on top. */
const BUDGETS: Readonly<Record<Language, number>> = { en: BUDGET, de: BUDGET + 5_000 };
/** The heaviest of the three. */
const THEME = 'src/app/themes/dark.ts';
const OTHER_THEMES = ['src/app/themes/light.ts', 'src/app/themes/contrast.ts'];

const tab = readBuild('teams-app', '/tab/');
const pane = readBuild('office-addin', '/addin/');

const wordsOf = (words: readonly string[], language: Language = 'en') =>
  words.map((name) => `../shared/src/i18n/${language}/${name}.json`);

/** The shell's own words are in it in English; in every other language they are fetched before anything is drawn. */
const spokenIn = (words: readonly string[], language: Language) =>
  wordsOf(language === 'en' ? words : ['app', ...words], language);

describe('the first load of the tab', () => {
  it.each(LANGUAGES)('stays within the budget of gzipped JavaScript on every page, read in %s', (language) => {
    const loads = PAGES.map(({ name, parts, words }) => ({
      name,
      bytes: tab.weigh([THEME, ...parts, ...spokenIn(words, language)]),
    }));
    console.log(loads.map(({ name, bytes }) => `${(bytes / 1_000).toFixed(1).padStart(7)} KB  ${name}`).join('\n'));
    expect(loads.filter(({ bytes }) => bytes > BUDGETS[language])).toEqual([]);
  });

  it('is counted with every part that a page fetches on its own', () => {
    const counted = PAGES.flatMap(({ parts, words }) => [
      ...parts,
      ...LANGUAGES.flatMap((language) => spokenIn(words, language)),
    ]);
    const later = [...LATER, ...LANGUAGES.flatMap((language) => wordsOf(LATER_WORDS, language))];
    const known = new Set([THEME, ...OTHER_THEMES, ...counted, ...later]);
    expect(tab.entries.filter((entry) => !known.has(entry))).toEqual([]);
  });
});

describe('the first load of the pane in Office', () => {
  const start = [THEME, 'src/host/powerpoint.ts'];
  const WORD = 'src/host/word.ts';
  const GALLERY = 'src/features/gallery/Gallery.tsx';
  const CHECK = 'src/features/check/Check.tsx';
  /** The pane's own words are in it in English, as the tab's are. */
  const own = (language: Language) => (language === 'en' ? [] : wordsOf(['pane'], language));
  const words = (language: Language) => [...own(language), ...wordsOf(['deck', 'figures', 'summary'], language)];

  const settings = ['src/features/settings/Settings.tsx'];
  /**
   * Fetched behind what somebody looks at: the sign-in library, behind the words that say what is going on; where it fails,
   * what support asks for, which is a part of the settings too.
   */
  const later = ['src/undo/undo-stores.ts', 'src/sign-in/nested-sign-in.ts', 'src/features/settings/Support.tsx'];

  it.each(LANGUAGES)('OF65 is small enough with gallery and check too, read in %s', (language) => {
    const gallery = [GALLERY, ...words(language)];
    const loads = [
      { name: 'pane, meetings', bytes: pane.weigh([...start, ...own(language)]) },
      { name: 'pane, gallery', bytes: pane.weigh([...start, ...gallery]) },
      { name: 'pane, check of a deck', bytes: pane.weigh([...start, CHECK, ...words(language)]) },
      { name: 'pane, settings', bytes: pane.weigh([...start, ...settings, ...own(language)]) },
      { name: 'pane, gallery in Word', bytes: pane.weigh([THEME, WORD, ...gallery]) },
    ];
    console.log(loads.map(({ name, bytes }) => `${(bytes / 1_000).toFixed(1).padStart(7)} KB  ${name}`).join('\n'));
    expect(loads.filter(({ bytes }) => bytes > BUDGETS[language])).toEqual([]);
  });

  it('OF65 is counted with every part that it fetches on its own', () => {
    const said = LANGUAGES.flatMap(words);
    const known = new Set([...start, GALLERY, CHECK, ...said, ...settings, ...later, ...OTHER_THEMES, WORD]);
    expect(pane.entries.filter((entry) => !known.has(entry))).toEqual([]);
  });
});
