import type { Entities, IntentName } from './intents.ts';
import type { NameFound } from './names.ts';
import { FRAMES, isNegative, isOpener, oneOf, placeOnly, type Frame, type Reading } from './reading.ts';
import type { Token } from './tokens.ts';

/** A text that was taken as it was typed, and what for. */
export interface Framed {
  readonly intent: IntentName;
  readonly entities: Entities;
  /** Whether a colon or dash parts it from what it is: then nothing in it is read as a wish. */
  readonly isMarked: boolean;
}

/** What a text says inside a frame such as "note: …" or "… is done"; `null` when it stands in none. */
export function framed(reading: Reading): Framed | null {
  const start = reading.tokens.findIndex(({ word, kind }) => kind !== 'mark' && !isOpener(word));
  if (start < 0) return null;
  const all = FRAMES.flatMap((frame) => inside(frame, reading, start) ?? []);
  // A marked one is certain; then the one that takes most words for itself.
  const best = Math.max(...all.map(weigh));
  const found = all.find((one) => weigh(one) === best);
  return found ? { intent: found.frame.says, entities: entitiesOf(found, reading), isMarked: found.isMarked } : null;
}

const MARKS = new Set([':', '—']);
const DASHES = new Set(['-', '–']);
/** Longer than any commitment: what "… is done" is said of is no story. */
const MOST_WORDS = 14;

interface Inside {
  readonly frame: Frame;
  readonly text: string;
  readonly words: number;
  readonly isMarked: boolean;
  /** The names that are said before the text. */
  readonly about: readonly NameFound[];
}

function weigh({ isMarked, words }: Inside): number {
  return (isMarked ? 100 : 0) + words;
}

function inside(frame: Frame, { tokens, text, names, asks }: Reading, start: number): Inside | null {
  const lead = frame.leads.find((words) => isAt(tokens, start, words));
  if (!lead || tokens[start + lead.length]?.isJoined === true) return null;
  const afterLead = start + lead.length;
  const skipped = lead.length > 0 && isOpener(tokens[afterLead]?.word ?? '') ? 1 : 0;
  const about = aboutAt(frame, { tokens, names }, afterLead + skipped);
  const mark = afterLead + skipped + about.length;
  const isMarked = lead.length > 0 && isMark(tokens[mark], text);
  if (frame.needs === 'colon' && !isMarked) return null;
  if (isMarked) {
    const from = tokens[mark]?.end ?? text.length;
    return { frame, text: text.slice(from).trim(), words: lead.length, isMarked, about: about.names };
  }
  const end = trailStart(frame, tokens, afterLead);
  if (end === null) return null;
  const hasThen = frame.then.has(tokens[afterLead]?.word ?? '');
  const first = afterLead + (hasThen ? 1 : 0);
  const middle = tokens.slice(first, end).filter(({ kind }) => kind !== 'mark');
  if (middle.length === 0 || !isSaid(frame, middle, { asks, text })) return null;
  const from = tokens[first - 1]?.end ?? 0;
  const to = frame.trails ? tokens[end]?.start : text.length;
  const said = withoutMarks(text.slice(lead.length === 0 && !hasThen ? (tokens[start]?.start ?? 0) : from, to));
  const words = lead.length + (frame.trails ? tokens.length - end : 0);
  return { frame, text: said, words, isMarked, about: [] };
}

/** A name between the lead and its mark: "note for Acme: …". */
function aboutAt({ about }: Frame, { tokens, names }: Pick<Reading, 'tokens' | 'names'>, at: number): About {
  const before = about.find((words) => isAt(tokens, at, words));
  const name = before && names.find(({ from }) => from === at + before.length);
  return name ? { length: before.length + name.length, names: [name] } : { length: 0, names: [] };
}

interface About {
  readonly length: number;
  readonly names: readonly NameFound[];
}

/** Not where the sentence asks, is turned round, or speaks of somebody. */
function isSaid(frame: Frame, middle: readonly Token[], { asks, text }: Pick<Reading, 'asks' | 'text'>): boolean {
  const { says, unless } = frame;
  const said = ` ${middle.map(({ word }) => word).join(' ')} `;
  if (unless.some((words) => said.startsWith(` ${words} `))) return false;
  if (says === 'did-it-help') return middle.length <= MOST_WORDS;
  if (asks) return false;
  if (says === 'note') return true;
  if (middle.length > MOST_WORDS || middle.some(({ word }) => isNegative(word))) return false;
  if (frame.reports.conditions.some((words) => said.includes(` ${words} `))) return false;
  return says !== 'check-in' || isReport(frame, { middle, said, text });
}

/** Whether it tells what is so, and not what is so in part, what should be, or that somebody did well. */
function isReport({ reports, leads }: Frame, { middle, said, text }: Said): boolean {
  const has = (phrases: readonly string[]): boolean => phrases.some((words) => said.includes(` ${words} `));
  const beginsWith = (phrases: readonly string[]): boolean => phrases.some((words) => said.startsWith(` ${words} `));
  const saysWho = leads.some((lead) => lead.length > 0);
  if (has(reports.hedges) || (!saysWho && (has(reports.auxiliaries) || beginsWith(reports.wishes)))) return false;
  if (!saysWho && middle.every(({ word }) => reports.smallTalk.has(word))) return false;
  return !middle.some(({ kind, word, end }, at) => {
    const isShare = /^\s*%/u.test(text.slice(end)) || reports.percent.has(middle[at + 1]?.word ?? '');
    return kind === 'number' && isShare && word !== '100';
  });
}

interface Said {
  readonly middle: readonly Token[];
  readonly said: string;
  readonly text: string;
}

/** Where what closes the frame begins; the end of the text where nothing has to. */
function trailStart({ trails }: Frame, tokens: readonly Token[], from: number): number | null {
  const last = tokens.length;
  if (!trails) return last > from ? last : null;
  const trail = trails.find((words) => {
    const at = last - words.length;
    return at > from && isAt(tokens, at, words) && tokens[at]?.isJoined === false;
  });
  return trail ? last - trail.length : null;
}

function isAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, place) => tokens[at + place]?.word === word);
}

/** A colon, or a dash with a space behind it: that of "note-taking" parts nothing, nor does a minus. */
function isMark(token: Token | undefined, text: string): boolean {
  if (!token) return false;
  return MARKS.has(token.word) || (DASHES.has(token.word) && /^(?:\s|$)/u.test(text.slice(token.end, token.end + 1)));
}

function withoutMarks(text: string): string {
  return text.replace(/^(?:[\s,;:—]|[–-](?=\s))+/u, '').trim();
}

function entitiesOf({ frame, text, about }: Inside, { entities }: Reading): Entities {
  const place = frame.says === 'check-in' ? placeOnly(text) : null;
  const isPronoun =
    (frame.says === 'check-in' || frame.says === 'did-it-help') && frame.reports.pronouns.has(text.toLowerCase());
  // Who is named in what is kept is no sign of whom it is filed under.
  const named =
    frame.says === 'did-it-help' ? entities : { team: oneOf(about, 'team'), person: oneOf(about, 'person') };
  return {
    ...entities,
    ...{ team: named.team, person: named.person },
    number: place,
    text: place !== null || isPronoun || text === '' ? null : text,
    status: frame.status ?? null,
  };
}
