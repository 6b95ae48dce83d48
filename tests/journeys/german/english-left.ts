import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';

const I18N = join(import.meta.dirname, '..', '..', '..', 'shared', 'src', 'i18n');

const CATALOGUES = readdirSync(join(I18N, 'en'));

/** What is put into a sentence. */
const FILLED = /\{\{[^}]*\}\}/;

/** A number as English writes it; no day, and no version. */
const DECIMAL_POINT = /(?<![\d.])\d+\.\d{1,2}(?![\d.])/g;

/** Shorter texts may stand in both languages by chance. */
const TELLING = 13;

/** A sentence of an English catalogue that a German reader should never see. */
interface EnglishSentence {
  readonly key: string;
  /** What stands in it whatever is put in: where this is not, the pattern need not be tried. */
  readonly part: string;
  readonly pattern: RegExp;
}

/** Every sentence of English catalogues, long enough to tell, that has other words in German, whatever is put into it. */
export function englishSentences(files = CATALOGUES, telling = TELLING): readonly EnglishSentence[] {
  return files.flatMap((file) => {
    const german = new Map(catalogue('de', file));
    return catalogue('en', file).flatMap(([key, words]) => {
      const literal = words.split(FILLED).join('');
      if (literal.length < telling || german.get(key) === words) return [];
      return [{ key: `${file}: ${key}`, part: longestOf(words.split(FILLED)), pattern: patternOf(words) }];
    });
  });
}

/** What a page shows or reads out in English. */
export async function englishOn(page: Frame, sentences: readonly EnglishSentence[]): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const named = ['aria-label', 'placeholder', 'title', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    const drawn = [...document.querySelectorAll('svg text, svg title, svg desc')].map(({ textContent }) => textContent);
    return [document.body.innerText, ...named, ...drawn].join('\n');
  });
  return [
    ...englishIn(said, sentences),
    ...(said.match(DECIMAL_POINT) ?? []).map((number) => `a decimal point: ${number}`),
  ];
}

/** What a text says in English. */
export function englishIn(text: string, sentences: readonly EnglishSentence[]): readonly string[] {
  return sentences.flatMap(({ key, part, pattern }) => {
    const found = text.includes(part) ? pattern.exec(text)?.[0] : undefined;
    return found === undefined ? [] : [`in English: “${found.trim()}” (${key})`];
  });
}

/** Whose words reach out of a box that hides what is outside of it. */
export function cutOff(page: Frame): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
      const { overflowX, textOverflow, clipPath, visibility } = getComputedStyle(element);
      const hides = ['hidden', 'clip'].includes(overflowX) || textOverflow === 'ellipsis';
      // What is only read out is cut off on purpose.
      if (!hides || clipPath !== 'none' || visibility === 'hidden' || element.clientWidth < 2) return [];
      const missing = element.scrollWidth - element.clientWidth;
      return missing > 1 && element.innerText.trim() !== ''
        ? [`cut off by ${missing} px: ${element.innerText.slice(0, 80)}`]
        : [];
    }),
  );
}

function catalogue(language: string, file: string): readonly (readonly [string, string])[] {
  const parsed: unknown = JSON.parse(readFileSync(join(I18N, language, file), 'utf8'));
  return sentencesIn('', parsed);
}

function sentencesIn(key: string, value: unknown): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => sentencesIn(key === '' ? name : `${key}.${name}`, inner));
}

function longestOf(parts: readonly string[]): string {
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** As whole words, so that no sentence is found inside another word. */
function patternOf(words: string): RegExp {
  const parts = words.split(FILLED).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${parts.join('[^\\n]{1,200}?')}(?![\p{L}\p{N}])`, 'u');
}
