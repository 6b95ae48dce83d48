import deck from '@plumbline/shared/i18n/de/deck.json' with { type: 'json' };
import figures from '@plumbline/shared/i18n/de/figures.json' with { type: 'json' };
import summary from '@plumbline/shared/i18n/de/summary.json' with { type: 'json' };
import englishDeck from '@plumbline/shared/i18n/en/deck.json' with { type: 'json' };
import englishFigures from '@plumbline/shared/i18n/en/figures.json' with { type: 'json' };
import englishSummary from '@plumbline/shared/i18n/en/summary.json' with { type: 'json' };
import { spoken } from '@plumbline/shared/figures/message';
import type { Say } from '@plumbline/shared/ooxml/exhibits/content';
import { createInstance } from 'i18next';

/** What documents are said with. */
const NAMESPACES = ['figures', 'deck', 'summary'];

/** Says what documents say in German; what there are no words for is put into `missing`. */
export async function sayGerman(missing: string[]): Promise<Say> {
  const i18n = createInstance();
  await i18n.init({
    lng: 'de-DE',
    fallbackLng: false,
    supportedLngs: ['de'],
    load: 'languageOnly',
    ns: NAMESPACES,
    defaultNS: 'figures',
    keySeparator: false,
    resources: { de: { deck, figures, summary } },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => missing.push(key),
    missingInterpolationHandler: (text: string) => missing.push(text),
  });
  return (said) =>
    spoken(said, (key, values) =>
      i18n.t(key, { ...values, ns: NAMESPACES, interpolation: { escapeValue: false } }).replaceAll('\u00A0', ' '),
    );
}

/** What is written between the values of English sentences, where three words or more stand together. */
export function englishPhrases(): readonly string[] {
  const sentences = [englishDeck, englishFigures, englishSummary].flatMap((words) => Object.values(words));
  return sentences
    .flatMap((sentence) => sentence.split(/\{\{[^}]*\}\}|[.:;“”]/))
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase.split(' ').length > 2);
}
