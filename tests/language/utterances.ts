import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ACTS } from '@plumbline/shared/language/rules';
import { INTENTS, type Known, type Understanding } from '@plumbline/shared/language/intents';
import { understand } from '@plumbline/shared/language/understand';

/** A line of the collection: what is expected of a text, and what went before it. */
export interface Utterance {
  readonly expected: string;
  readonly text: string;
  readonly says: Readonly<Record<string, string>>;
  readonly part: 'made with' | 'held out';
}

/** Every text that was collected in a language. */
export function utterancesIn(language: 'en' | 'de'): readonly Utterance[] {
  return readFileSync(new URL(`utterances/${language}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' | ') && !line.startsWith('#'))
    .map((line) => {
      const [expected = '', text = '', more = ''] = line.split(' | ');
      return { expected, text, says: saysOf(more), part: partOf(text) };
    });
}

/** Two of five texts, by what they are and nothing else, were kept from whoever worked on the grammar. */
function partOf(text: string): Utterance['part'] {
  return (createHash('sha256').update(text).digest()[0] ?? 0) % 5 < 2 ? 'held out' : 'made with';
}

/** What is wrong with how a text was understood; `null` when nothing is. */
export function faultIn(utterance: Utterance): 'wrong' | 'wrong act' | null {
  const { expected, says } = utterance;
  const found = understand(utterance.text, knownBefore(says));
  if (isExpected(expected, found) && (found.kind !== 'intent' || isSaid(says, found))) return null;
  // Done for another team or at another hour it is as wrong as something else.
  return found.kind === 'intent' && ACTS.has(found.intent) ? 'wrong act' : 'wrong';
}

/** Somebody with three teams, on a Wednesday morning in Berlin. */
export function knownBefore(says: Readonly<Record<string, string>> = {}): Known {
  return {
    teams: ['acme Acme Exec', 'product Product Leads', 'sales Vertrieb Nord'].map(named),
    people: [
      'anna Anna Schmidt',
      'becker Anna Becker',
      'jonas Jonas Weber',
      'priya Priya Raman',
      'joerg Jörg Müller',
    ].map(named),
    dimensions: DIMENSIONS.map((id) => ({ id, title: id.replaceAll('-', ' ') })),
    now: Date.parse('2026-11-18T10:00:00+01:00'),
    timeZone: 'Europe/Berlin',
    last: INTENTS.find((intent) => intent === says['last']) ?? null,
    waiting: says['waiting'] === 'yes-no' || says['waiting'] === 'pick' ? says['waiting'] : null,
  };
}

const DIMENSIONS = [
  ...['vision', 'goals', 'priorities', 'strategy', 'roles', 'responsibilities', 'expectations', 'across-functions'],
  ...['collaboration', 'communication', 'problem-solving', 'decision-making', 'dynamics', 'purpose-and-potential'],
  ...['trust-and-mutual-commitment', 'learning-and-adaptability'],
];

function named(line: string): { readonly id: string; readonly name: string } {
  const [id = '', ...name] = line.split(' ');
  return { id, name: name.join(' ') };
}

function saysOf(more: string): Readonly<Record<string, string>> {
  const [before = '', text] = more.split(/\btext=/u);
  const pairs = before.split(/\s+/u).flatMap((pair) => (pair.includes('=') ? [pair.split('=')] : []));
  const last = text === undefined ? [] : [['text', text.trim()]];
  return Object.fromEntries([...pairs, ...last].map(([name = '', value = '']) => [name, value]));
}

function isExpected(expected: string, found: Understanding): boolean {
  if (expected === 'none') return found.kind !== 'intent' || !ACTS.has(found.intent);
  if (expected === 'unknown') return found.kind === 'unknown';
  if (expected.startsWith('choice:')) {
    const intents: readonly string[] = found.kind === 'choice' ? found.intents : [];
    return expected
      .slice(7)
      .split(',')
      .every((intent) => intents.includes(intent));
  }
  return found.kind === 'intent' && expected.split('/').includes(found.intent);
}

function isSaid(says: Readonly<Record<string, string>>, found: Understanding & { readonly kind: 'intent' }): boolean {
  const { team, person, dimension, from, to, at, minutes, number, text, status } = found.entities;
  const got: Readonly<Record<string, string | number | null>> = {
    ...{ team, person, dim: dimension, from, to, text, status, num: number, min: minutes },
    at: at === null ? null : new Date(at + 3_600_000).toISOString().slice(0, 16),
  };
  return Object.entries(says).every(
    ([name, value]) => name === 'last' || name === 'waiting' || String(got[name] ?? null) === value,
  );
}
