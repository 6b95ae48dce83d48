import 'i18next';
import type app from '@plumbline/shared/i18n/en/app.json';
import type compose from '@plumbline/shared/i18n/en/compose.json';
import type config from '@plumbline/shared/i18n/en/config.json';
import type consoleWords from '@plumbline/shared/i18n/en/console.json';
import type deck from '@plumbline/shared/i18n/en/deck.json';
import type details from '@plumbline/shared/i18n/en/details.json';
import type diagnosis from '@plumbline/shared/i18n/en/diagnosis.json';
import type figures from '@plumbline/shared/i18n/en/figures.json';
import type file from '@plumbline/shared/i18n/en/file.json';
import type home from '@plumbline/shared/i18n/en/home.json';
import type instruments from '@plumbline/shared/i18n/en/instruments.json';
import type leader from '@plumbline/shared/i18n/en/leader.json';
import type organisation from '@plumbline/shared/i18n/en/organisation.json';
import type outside from '@plumbline/shared/i18n/en/outside.json';
import type results from '@plumbline/shared/i18n/en/results.json';
import type stage from '@plumbline/shared/i18n/en/stage.json';
import type summary from '@plumbline/shared/i18n/en/summary.json';
import type team from '@plumbline/shared/i18n/en/team.json';

/** Makes every key of every catalogue known to the compiler. Keys are flat: a dot in a key is part of its name. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    keySeparator: false;
    resources: {
      app: typeof app;
      compose: typeof compose;
      config: typeof config;
      console: typeof consoleWords;
      deck: typeof deck;
      details: typeof details;
      diagnosis: typeof diagnosis;
      figures: typeof figures;
      file: typeof file;
      home: typeof home;
      instruments: typeof instruments;
      leader: typeof leader;
      organisation: typeof organisation;
      outside: typeof outside;
      results: typeof results;
      stage: typeof stage;
      summary: typeof summary;
      team: typeof team;
    };
  }
}
