import 'i18next';
import type deck from '@plumbline/shared/i18n/en/deck.json';
import type figures from '@plumbline/shared/i18n/en/figures.json';
import type pane from '@plumbline/shared/i18n/en/pane.json';
import type summary from '@plumbline/shared/i18n/en/summary.json';

/** Makes every key of every catalogue known to the compiler. Keys are flat: a dot in a key is part of its name. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'pane';
    keySeparator: false;
    resources: { deck: typeof deck; figures: typeof figures; pane: typeof pane; summary: typeof summary };
  }
}
