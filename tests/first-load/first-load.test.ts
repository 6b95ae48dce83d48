import { describe, expect, it } from '@jest/globals';
import { readBuild } from './built-screens.ts';
import { LATER, PAGES } from './pages.ts';

/** Bytes of gzipped JavaScript until a page can be used. */
const BUDGET = 230_000;
/** The heaviest of the three. */
const THEME = 'src/app/themes/dark.ts';
const OTHER_THEMES = ['src/app/themes/light.ts', 'src/app/themes/contrast.ts'];

const tab = readBuild('teams-app', '/tab/');
const pane = readBuild('office-addin', '/addin/');

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

describe('the first load of the pane in Office', () => {
  const start = [THEME, 'src/host/powerpoint.ts'];
  const WORD = 'src/host/word.ts';
  const words = wordsOf(['deck', 'figures', 'summary']);
  const gallery = ['src/features/gallery/Gallery.tsx', ...words];
  const check = ['src/features/check/Check.tsx', ...words];

  it('OF65 stays within 230 KB of gzipped JavaScript, also with the gallery and the check', () => {
    const loads = [
      { name: 'pane, meetings', bytes: pane.weigh(start) },
      { name: 'pane, gallery', bytes: pane.weigh([...start, ...gallery]) },
      { name: 'pane, check of a deck', bytes: pane.weigh([...start, ...check]) },
      { name: 'pane, gallery in Word', bytes: pane.weigh([THEME, WORD, ...gallery]) },
    ];
    console.log(loads.map(({ name, bytes }) => `${(bytes / 1_000).toFixed(1).padStart(7)} KB  ${name}`).join('\n'));
    expect(loads.filter(({ bytes }) => bytes > BUDGET)).toEqual([]);
  });

  it('OF65 is counted with every part that it fetches on its own', () => {
    const known = new Set([...start, ...gallery, ...check, ...OTHER_THEMES, WORD]);
    expect(pane.entries.filter((entry) => !known.has(entry))).toEqual([]);
  });
});
