import { wallOf } from './calendar.ts';
import type { Entities, Known } from './intents.ts';
import type { Concept, FrameWords, Language, ReportWords } from './language.ts';
import { lexiconOf, phrasesIn, type Entry, type Lexicon } from './lexicon.ts';
import { calledIn, namesIn, wordsOfNames, type NameFound } from './names.ts';
import { corrected } from './spelling.ts';
import { timesIn } from './time/times.ts';
import { timeLexiconOf } from './time/time-lexicon.ts';
import { tokensOf, type Token } from './tokens.ts';
import { german } from './words/de.ts';
import { english } from './words/en.ts';

/** A word or phrase of a text with what it may stand for. */
export interface Unit {
  readonly concepts: ReadonlySet<Concept>;
  readonly kind: 'said' | 'filler' | 'unknown';
  readonly word: string;
  /** The concepts as one text: words of one sort are the same to a rule. */
  readonly sort: string;
}

/** A text as the rules look at it. */
export interface Reading {
  readonly text: string;
  /** Words, numbers and marks, with slips of the keyboard put right. */
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  readonly names: readonly NameFound[];
  readonly entities: Entities;
  /** Whether an hour of the day is said. */
  readonly hasClock: boolean;
  /** Whether it ends as a question. */
  readonly asks: boolean;
}

/** A frame, with its words ready to be compared. */
export interface Frame extends Pick<FrameWords, 'says' | 'needs' | 'status'> {
  readonly leads: readonly (readonly string[])[];
  readonly trails: readonly (readonly string[])[] | null;
  readonly then: ReadonlySet<string>;
  readonly about: readonly (readonly string[])[];
  readonly unless: readonly string[];
  readonly reports: Reports;
}

/** What makes no report of "… is done", in the language of its frame. */
export interface Reports {
  readonly conditions: readonly string[];
  readonly hedges: readonly string[];
  readonly auxiliaries: readonly string[];
  readonly wishes: readonly string[];
  readonly smallTalk: ReadonlySet<string>;
  readonly percent: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
}

const LANGUAGES: readonly Language[] = [english, german];
const LEXICONS = LANGUAGES.map(lexiconOf);
const TIMES = timeLexiconOf(LANGUAGES);

/** The frames of all languages. */
export const FRAMES: readonly Frame[] = LANGUAGES.flatMap(({ frames, reports }) => {
  const ready = reportsOf(reports);
  return frames.map((frame) => frameOf(frame, ready));
});

const OPENERS = new Set(LANGUAGES.flatMap(({ before }) => phrasesIn(before)));
const QUESTION_OPENERS = new Set(LANGUAGES.flatMap(({ beforeQuestion }) => phrasesIn(beforeQuestion)));
const AROUND_PLACE = new Set(LANGUAGES.flatMap(({ aroundPlace }) => phrasesIn(aroundPlace)));

/** Of a longer text only the beginning is read; what is taken as it was typed is taken whole. */
const LONGEST = 2_000;

/** Reads a text: its words in the language that most of them are of, its names and its times. */
export function read(text: string, known: Known): Reading {
  const typed = tokensOf(text.slice(0, LONGEST));
  const lexicons = byUse(typed);
  const called = calledIn(known);
  const tokens = corrected(typed, lexicons, wordsOfNames(called));
  const words = tokens.filter(({ kind }) => kind !== 'mark');
  const times = timesIn(tokens, TIMES, wallOf(known.now, known.timeZone));
  const found = namesIn({ text, tokens }, called, lexicons);
  const { units, dimensions } = unitsOf(tokens, { lexicons, times: times.spans, found });
  const { from, to, at, minutes } = times;
  const meant: NameFound[] = known.dimensions
    .filter(({ id }) => dimensions.includes(id))
    .map(({ id }) => ({ concept: 'dimension', from: 0, length: 0, ids: [id] }));
  return {
    text,
    tokens,
    units,
    names: found,
    hasClock: times.hasClock,
    asks: words.length > 0 && tokens.some(({ word }) => word === '?'),
    entities: {
      team: oneOf(found, 'team'),
      person: oneOf(found, 'person'),
      dimension: oneOf([...found.filter(({ ids }) => ids.length === 1), ...meant], 'dimension'),
      text: null,
      status: null,
      ...{ from, to, at, minutes },
      number: numberIn(tokens, times.spans),
    },
  };
}

/** Who is named; `null` where it is nobody, one that several are called, or more than one. */
export function oneOf(names: readonly NameFound[], concept: NameFound['concept']): string | null {
  const ids = new Set(names.filter((name) => name.concept === concept).flatMap((name) => name.ids));
  const [id = null] = ids;
  return ids.size === 1 ? id : null;
}

/** Whether a word is one of those that turn a sentence round. */
export function isNegative(word: string): boolean {
  return LEXICONS.some(({ longestAt }) => longestAt([word], 0)?.concepts.has('not') === true);
}

/** Whether it may stand before anything that is wished or told. */
export function isOpener(word: string): boolean {
  return OPENERS.has(word);
}

/** Whether it may stand before a question. */
export function opensQuestion(word: string): boolean {
  return OPENERS.has(word) || QUESTION_OPENERS.has(word);
}

/** The place in a list that is named, and nothing else. */
export function placeOnly(text: string): number | null {
  const tokens = tokensOf(text).filter(({ word }) => !AROUND_PLACE.has(word));
  const [first] = tokens;
  return first && tokens.length === 1 ? placeAt(tokens, 0) : null;
}

function byUse(tokens: readonly Token[]): readonly Lexicon[] {
  const uses = ({ has }: Lexicon): number => tokens.filter(({ kind, word }) => kind === 'word' && has(word)).length;
  return [...LEXICONS].sort((one, other) => uses(other) - uses(one));
}

interface Found {
  readonly lexicons: readonly Lexicon[];
  readonly times: readonly { readonly from: number; readonly length: number; readonly concept: 'time' | 'length' }[];
  readonly found: readonly NameFound[];
}

function unitsOf(tokens: readonly Token[], { lexicons, times, found }: Found): { units: Unit[]; dimensions: string[] } {
  const units: Unit[] = [];
  const dimensions: string[] = [];
  const words = tokens.map(({ word }) => word);
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    const name = found.find(({ from }) => from === at);
    const time = times.find(({ from }) => from === at);
    const entries = lexicons.flatMap(({ longestAt }) => longestAt(words, at) ?? []);
    const [first] = entries;
    const longest = entries.find(({ length }) => length === Math.max(...entries.map((entry) => entry.length)));
    // The language of most words decides, but for a longer phrase of another.
    const entry = first?.concepts.size === 0 && longest && longest.length > first.length ? longest : first;
    const covers = Math.max(name?.length ?? 0, time?.length ?? 0);
    if (entry && entry.length > covers) {
      dimensions.push(...dimensionOf(entry));
      const isPlace = entry.length === 1 && TIMES.ordinal(tokens, at) !== null;
      units.push(unit(isPlace ? new Set([...entry.concepts, 'place']) : entry.concepts, words[at] ?? ''));
      at += entry.length;
    } else if (name && name.length >= (time?.length ?? 0)) {
      const also = entry?.length === name.length ? [...entry.concepts] : [];
      if (entry && also.length > 0) dimensions.push(...dimensionOf(entry));
      units.push(unit(new Set([name.concept, ...also]), words[at] ?? ''));
      at += name.length;
    } else if (time) {
      units.push(unit(new Set([time.concept]), words[at] ?? ''));
      at += time.length;
    } else {
      const isPlace = token !== undefined && placeAt(tokens, at) !== null;
      if (isPlace) units.push(unit(new Set(['place']), token.word));
      else if (token?.kind === 'word') units.push({ concepts: new Set(), kind: 'unknown', word: token.word, sort: '' });
      else if (token?.word === '👍') units.push(unit(new Set(['yes']), token.word));
      else if (token?.word === '👎') units.push(unit(new Set(['no']), token.word));
      at += 1;
    }
  }
  return { units, dimensions };
}

function dimensionOf({ dimension }: Entry): readonly string[] {
  return dimension === null ? [] : [dimension];
}

function unit(concepts: ReadonlySet<Concept>, word: string): Unit {
  return { concepts, kind: concepts.size === 0 ? 'filler' : 'said', word, sort: [...concepts].sort().join() };
}

function placeAt(tokens: readonly Token[], at: number): number | null {
  const ordinal = TIMES.ordinal(tokens, at);
  if (ordinal) return ordinal.value;
  const token = tokens[at];
  if (token?.kind === 'number' && /^\d{1,2}$/u.test(token.word) && Number(token.word) > 0) return Number(token.word);
  const numbered = at > 0 && TIMES.is('number', tokens, at - 1) !== null;
  return numbered ? (TIMES.number(tokens, at)?.value ?? null) : null;
}

function numberIn(tokens: readonly Token[], times: Found['times']): number | null {
  const taken = (at: number): boolean => times.some(({ from, length }) => at >= from && at < from + length);
  for (let at = 0; at < tokens.length; at += 1) {
    const place = taken(at) ? null : placeAt(tokens, at);
    if (place !== null) return place;
  }
  return null;
}

function reportsOf({ conditions, hedges, auxiliaries, wishes, smallTalk, percent, pronouns }: ReportWords): Reports {
  return {
    conditions: phrasesIn(conditions),
    hedges: phrasesIn(hedges),
    auxiliaries: phrasesIn(auxiliaries),
    wishes: phrasesIn(wishes),
    smallTalk: new Set(phrasesIn(smallTalk)),
    percent: new Set(phrasesIn(percent)),
    pronouns: new Set(phrasesIn(pronouns)),
  };
}

function frameOf(words: FrameWords, reports: Reports): Frame {
  const { says, needs, status, lead, trail, then = '', about = '', unless = '' } = words;
  const split = (list: string): string[][] =>
    phrasesIn(list)
      .map((phrase) => phrase.split(' '))
      .sort((one, other) => other.length - one.length);
  return {
    ...{ says, needs, reports },
    ...(status === undefined ? {} : { status }),
    leads: lead === '' ? [[]] : split(lead),
    trails: trail === undefined ? null : split(trail),
    then: new Set(phrasesIn(then)),
    about: split(about),
    unless: phrasesIn(unless),
  };
}
