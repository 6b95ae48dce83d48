import { describe, expect, it } from '@jest/globals';
import { readBuiltTab } from './built-tab.ts';
import { LATER, PAGES } from './pages.ts';

/** Bytes of gzipped JavaScript until a page can be used. */
const BUDGET = 230_000;
/** The heaviest of the three. */
const THEME = 'src/app/themes/dark.ts';
const OTHER_THEMES = ['src/app/themes/light.ts', 'src/app/themes/contrast.ts'];

const tab = readBuiltTab();

const wordsOf = (words: readonly string[]) => words.map((name) => `../shared/src/i18n/en/${name}.json`);

describe('the first load of the tab', () => {
  it('stays within 230 KB of gzipped JavaScript on every page', () => {
    const loads = PAGES.map(({ name, parts, words }) => ({
      name,
      bytes: tab.weigh([THEME, ...parts, ...wordsOf(words)]),
    }));
    console.log(loads.map(({ name, bytes }) => `${(bytes / 1_000).toFixed(1).padStart(7)} KB  ${name}`).join('\n'));
    expect(loads.filter(({ bytes }) => bytes > BUDGET)).toEqual([]);
  });

  it('is counted with every part that a page fetches on its own', () => {
    const counted = PAGES.flatMap(({ parts, words }) => [...parts, ...wordsOf(words)]);
    const known = new Set([THEME, ...OTHER_THEMES, ...counted, ...LATER]);
    expect(tab.entries.filter((entry) => !known.has(entry))).toEqual([]);
  });
});
