import { readFileSync } from 'node:fs';

const CATALOGUE = new URL('../../../shared/src/i18n/en/', import.meta.url);
const read = new Map<string, Readonly<Record<string, string>>>();

/**
 * What a screen says, from the catalogue, so that better words do not break a journey. Values that are not given match
 * anything; what is said must begin and end as the catalogue says it.
 */
export function words(key: string, values: Readonly<Record<string, string | number>> = {}): RegExp {
  return new RegExp(`^\\s*${patternOf(key, values)}\\s*$`);
}

/** The same where more may follow: the name of what a button is about, the star of a field that must be filled. */
export function wordsFirst(key: string): RegExp {
  return new RegExp(`^\\s*${patternOf(key, {})}`);
}

function patternOf(key: string, values: Readonly<Record<string, string | number>>): string {
  const [namespace = '', name = ''] = key.split(':');
  const known = read.get(namespace) ?? readNamespace(namespace);
  read.set(namespace, known);
  const text = known[name];
  if (text === undefined) throw new Error(`The catalogue does not say ${key}`);
  const parts = text.split(/(\{\{[^}]+\}\})/).map((part) => {
    const value = /^\{\{([^},]+).*\}\}$/.exec(part)?.[1];
    if (value === undefined) return literally(part);
    const given = values[value];
    return given === undefined ? '.+' : literally(String(given));
  });
  return parts.join('');
}

function readNamespace(namespace: string): Readonly<Record<string, string>> {
  // The catalogue is flat by its own type.
  return JSON.parse(readFileSync(new URL(`${namespace}.json`, CATALOGUE), 'utf8')) as Readonly<Record<string, string>>;
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
