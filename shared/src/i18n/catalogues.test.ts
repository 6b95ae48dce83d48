import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, languageOf, spokenAs, type Language } from '../kernel/languages.ts';

/** Named parts of a sentence: `{{count}}`, `{{rank, number(maximumFractionDigits: 1)}}`, and the tags around some words. */
const PART = /\{\{[^}]*\}\}|<\/?[a-z]\w*\s*\/?>/g;

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Words that are the same in German: names, and what German calls as English does. */
const ALIKE: ReadonlySet<string> = new Set([
  ...['Plumbline', 'Office', 'Name', 'Team', 'Organisation', 'Sponsor', 'Coach', 'Analyst', 'Person'],
  ...['Meeting', 'Meetings', 'Dimension', 'Option', 'Format', 'Revision', 'Status', 'Silhouette', 'Version', 'Text'],
  ...['Details', 'Code', 'Browser', 'wg', 'min', 'in'],
]);

function filesOf(language: Language): readonly string[] {
  return readdirSync(join(import.meta.dirname, language)).filter((file) => file.endsWith('.json'));
}

/** Every sentence of a catalogue by its key, whatever lies in what. */
function sentencesOf(language: Language, file: string): ReadonlyMap<string, string> {
  const parsed: unknown = JSON.parse(readFileSync(join(import.meta.dirname, language, file), 'utf8'));
  return new Map(sentencesIn('', parsed));
}

function sentencesIn(key: string, value: unknown): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => sentencesIn(key === '' ? name : `${key}.${name}`, inner));
}

/** Keys without the ending of a plural: languages have different ones. */
function stemsOf(sentences: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set([...sentences.keys()].map((key) => key.replace(PLURAL, '')));
}

/** Plural forms of each stem that has any. */
function pluralsOf(sentences: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>();
  for (const key of sentences.keys()) {
    const form = PLURAL.exec(key)?.[1];
    if (form === undefined) continue;
    const stem = key.replace(PLURAL, '');
    forms.set(stem, (forms.get(stem) ?? new Set()).add(form));
  }
  return forms;
}

/** What is put into a sentence, in one order; how it is written there is the language's own. */
function partsOf(sentence: string): readonly string[] {
  return [
    ...new Set((sentence.match(PART) ?? []).map((part) => part.replace(/,.*/, '}}').replaceAll(/\s/g, ''))),
  ].toSorted();
}

/** The words that stand there whatever is put in. */
function wordsOf(sentence: string): string {
  return sentence.replaceAll(PART, ' ');
}

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

const CATALOGUES = OTHERS.flatMap((language) => filesOf('en').map((file) => ({ language, file })));

describe('LG1 a language', () => {
  it.each(OTHERS)('LG1 has every catalogue that English has, and no other: %s', (language) => {
    expect(filesOf(language)).toEqual(filesOf('en'));
  });

  it.each(CATALOGUES)('LG1 says everything that English says: $language/$file', ({ language, file }) => {
    expect(stemsOf(sentencesOf(language, file))).toEqual(stemsOf(sentencesOf('en', file)));
  });

  it.each(LANGUAGES.flatMap((language) => filesOf(language).map((file) => ({ language, file }))))(
    'LG2 has each form that it counts in: $language/$file',
    ({ language, file }) => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      const lacking = [...pluralsOf(sentencesOf(language, file))].flatMap(([stem, forms]) =>
        pluralCategories.filter((form) => !forms.has(form)).map((form) => `${stem}_${form}`),
      );
      expect(lacking).toEqual([]);
    },
  );

  it.each(CATALOGUES)('LG3 puts the same into each sentence: $language/$file', ({ language, file }) => {
    const english = sentencesOf('en', file);
    const different = [...sentencesOf(language, file)].flatMap(([key, sentence]) => {
      const original = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
      const [own, wanted] = [partsOf(sentence), partsOf(original)];
      return own.join() === wanted.join() ? [] : [{ key, own, wanted }];
    });
    expect(different).toEqual([]);
  });

  it.each(CATALOGUES)('LG4 leaves nothing in English: $language/$file', ({ language, file }) => {
    const own = sentencesOf(language, file);
    const left = [...sentencesOf('en', file)].filter(([key, sentence]) => {
      const words = wordsOf(sentence).match(/\p{L}{2,}/gu) ?? [];
      return own.get(key) === sentence && words.some((word) => !ALIKE.has(word));
    });
    expect(left).toEqual([]);
  });
});

describe('LG5 German', () => {
  const german = filesOf('de').map((file) => ({ file, sentences: [...sentencesOf('de', file)] }));

  it.each(german)('LG5 says Sie: $file', ({ sentences }) => {
    const familiar = /(?<![\p{L}„])(?:du|dich|dir|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?)(?!\p{L})/iu;
    expect(sentences.filter(([, sentence]) => familiar.test(wordsOf(sentence)))).toEqual([]);
  });

  it.each(german)('LG5 quotes as German does, with no typewriter’s marks: $file', ({ sentences }) => {
    const wrong = sentences.filter(([, sentence]) => {
      const words = wordsOf(sentence);
      const [opened, closed] = [words.match(/„/g) ?? [], words.match(/“/g) ?? []];
      return /["'”]/.test(words) || opened.length !== closed.length;
    });
    expect(wrong).toEqual([]);
  });
});

describe('LG1 the language of a reader', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_ch', 'de'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
    ['den', 'en'],
    ['', 'en'],
  ] as const)('LG1 of %s is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  it.each([
    ['de-AT', 'de-AT'],
    ['fr-FR', 'en'],
    ['en-US@posix', 'en'],
    ['DE_ch', 'de'],
    ['', 'en'],
  ])('LG1 dates and numbers for %s are as in %s', (locale, spoken) => {
    expect(spokenAs(locale)).toBe(spoken);
  });
});
