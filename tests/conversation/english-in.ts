import { readFileSync } from 'node:fs';
import { builtInInstruments } from '@plumbline/shared/domain/instrument/instrument';
import { askingWords } from '@plumbline/shared/i18n/asking-words';
import { contractWords } from '@plumbline/shared/i18n/contract-words';
import type { Json } from '@plumbline/shared/kernel/json';
import type { Language } from '@plumbline/shared/kernel/languages';

/** What the bot speaks from, and what is said of failures. */
const CATALOGUES = ['bot', 'coach', 'errors', 'figures', 'nudges', 'results', 'team'] as const;

type Words = Readonly<Record<string, string>>;

/** The words of a catalogue in a language. */
export function wordsIn(language: 'en' | 'de', catalogue: string): Words {
  return JSON.parse(readFileSync(shared(`i18n/${language}/${catalogue}.json`), 'utf8')) as Words;
}

/** What a card says of its own: no ids behind choices, and nothing that somebody typed into a field. */
export function speechOf(card: Json): string {
  if (typeof card !== 'object' || card === null) return '';
  if (isList(card)) return card.map(speechOf).join('\n');
  const { text, title, label, placeholder, errorMessage, body, items, actions, facts, choices } = card;
  const own = [text, title, label, placeholder, errorMessage].filter((one) => typeof one === 'string');
  const told = isList(facts) ? facts.flatMap((fact) => Object.values(Object(fact) as Words)) : [];
  return [...own, ...told, ...[body, items, actions, choices].map((part) => speechOf(part ?? null))].join('\n');
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Every English sentence that can be read in a text though it has a German one, as `catalogue:key`. */
export function englishIn(text: string): readonly string[] {
  return patterns().flatMap(({ name, pattern }) => (pattern.test(text) ? [name] : []));
}

let made: readonly { readonly name: string; readonly pattern: RegExp }[] | null = null;

function patterns() {
  made ??= [
    ...CATALOGUES.map((catalogue) => [catalogue, wordsIn('en', catalogue), wordsIn('de', catalogue)] as const),
    QUESTIONS,
    ['contract', contractIn('en'), contractIn('de')] as const,
  ].flatMap(([from, english, german]) =>
    Object.entries(english)
      .filter(([key, words]) => german[key] !== words)
      .map(([key, words]) => ({ name: `${from}:${key}`, pattern: patternOf(words) })),
  );
  return made;
}

/** What a team is asked, which comes with the product. */
const QUESTIONS = ['questions', questionsIn('en'), questionsIn('de')] as const;

function questionsIn(language: Language): Words {
  const dimensions = builtInInstruments(language).flatMap((instrument) => instrument.dimensions);
  const questions = dimensions.flatMap((dimension) => dimension.questions);
  return Object.fromEntries([
    ...dimensions.map(({ id, title }) => [id, title]),
    ...questions.map(({ id, text }) => [id, text]),
    ...Object.entries(askingWords(language)).filter(([, words]) => typeof words === 'string'),
  ]) as Words;
}

/** What a coaching contract begins with. */
function contractIn(language: Language): Words {
  const { outcomes, boundaries } = contractWords(language);
  return Object.fromEntries([...outcomes, ...boundaries].entries());
}

/** The words as they stand, with anything where a figure or name goes, and not as a part of other words. */
function patternOf(words: string): RegExp {
  const literal = words
    .split(/\{\{.*?\}\}/)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('.+');
  return new RegExp(`(?<![\\p{L}-])${literal}(?![\\p{L}-])`, 'u');
}

function shared(path: string): URL {
  return new URL(`../../shared/src/${path}`, import.meta.url);
}
