import { readFileSync } from 'node:fs';
import { spoken } from '@plumbline/shared/figures/message';
import type { Say } from '@plumbline/shared/ooxml/exhibits/content';
import i18next from 'i18next';

const NAMESPACES = ['figures', 'deck', 'summary'];

/** Says what documents say in English, with the catalogues as they are. */
export async function english(): Promise<Say> {
  const words = i18next.createInstance();
  await words.init({
    lng: 'en-GB',
    fallbackLng: 'en',
    ns: NAMESPACES,
    defaultNS: 'figures',
    keySeparator: false,
    resources: { en: Object.fromEntries(NAMESPACES.map((name) => [name, catalogue(name)])) },
  });
  return (said) =>
    spoken(said, (key, values) => words.t(key, { ...values, ns: NAMESPACES, interpolation: { escapeValue: false } }));
}

function catalogue(name: string): Readonly<Record<string, string>> {
  const file = new URL(`../../../shared/src/i18n/en/${name}.json`, import.meta.url);
  // The catalogue is flat by its own type.
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
}
