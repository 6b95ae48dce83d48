import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';

const I18N = join(import.meta.dirname, '..', '..', '..', 'shared', 'src', 'i18n');

/** What a meeting asks lies with it, in the words that it was planned in. */
const CATALOGUES = readdirSync(join(I18N, 'en')).filter((file) => file !== 'asking.json');

/** Shorter texts may stand in both languages by chance. */
const TELLING = 13;

/** A sentence of an English catalogue that a German reader should never see. */
interface EnglishSentence {
  readonly key: string;
  readonly pattern: RegExp;
}

/** Every sentence of the English catalogues that has other words in German, whatever is put into it. */
export function englishSentences(): readonly EnglishSentence[] {
  return CATALOGUES.flatMap((file) => {
    const german = new Map(catalogue('de', file));
    return catalogue('en', file).flatMap(([key, words]) => {
      const literal = words.replaceAll(/\{\{[^}]*\}\}/g, '');
      if (literal.length < TELLING || german.get(key) === words) return [];
      return [{ key: `${file}: ${key}`, pattern: patternOf(words) }];
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
  return sentences.flatMap(({ key, pattern }) => {
    const found = pattern.exec(said)?.[0];
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

/** As whole words, so that no sentence is found inside another word. */
function patternOf(words: string): RegExp {
  const parts = words.split(/\{\{[^}]*\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${parts.join('[^\\n]{1,200}?')}(?![\p{L}\p{N}])`, 'u');
}
