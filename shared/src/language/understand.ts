import { framed } from './frames.ts';
import type { Entities, IntentName, Known, Understanding } from './intents.ts';
import type { Concept } from './language.ts';
import { areMet, stands } from './needs.ts';
import { oneOf, opensQuestion, read, type Reading, type Unit } from './reading.ts';
import { BESIDE } from './question-rules.ts';
import type { Rule } from './rule.ts';
import { ACTS, NEUTRAL, NEUTRAL_IN_READING, RULES, SUBJECTS } from './rules.ts';

/**
 * What somebody wants who types this. The same text and the same knowledge always come to the same; what is not sure is
 * a choice or unknown, never a guess.
 */
export function understand(text: string, known: Known): Understanding {
  const reading = read(text, known);
  const { entities, units } = reading;
  if (text.trim() === '?') return { kind: 'intent', intent: 'help', entities };
  const frame = framed(reading);
  if (frame?.isMarked === true) return { kind: 'intent', intent: frame.intent, entities: frame.entities };
  const mood = moodOf(reading);
  if (mood.isOrdering) return unknown(units);
  if (frame && (frame.intent !== 'check-in' || (!mood.isAsking && !mood.isHowTo && !mood.isReported))) {
    return { kind: 'intent', intent: frame.intent, entities: frame.entities };
  }
  if (known.last !== null && followsUp(units, known)) return { kind: 'intent', intent: 'follow-up', entities };
  return decide(reading, mood);
}

/** How the sentence is meant, whatever it is about. */
interface Mood {
  readonly isAsking: boolean;
  readonly isHowTo: boolean;
  readonly isNegative: boolean;
  /** It speaks of somebody else, or of a case that is not there. */
  readonly isReported: boolean;
  /** It tells the bot what to be. */
  readonly isOrdering: boolean;
}

function moodOf({ units, asks }: Reading): Mood {
  const has = (...concepts: readonly Concept[]): boolean => units.some((unit) => stands(unit, concepts));
  const opening = units.find(
    (unit) => !stands(unit, ['greet', 'thanks', 'praise', 'please']) && !opensQuestion(unit.word),
  );
  const asked = units.find((unit) => stands(unit, OPENINGS));
  return {
    isAsking:
      (asks && !has('politely')) || (opening !== undefined && opening === asked && !stands(opening, ['politely'])),
    isHowTo: has('how-to'),
    isNegative: has('not'),
    isReported: has('said', 'if', 'should'),
    isOrdering: has('orders'),
  };
}

const OPENINGS: readonly Concept[] = ['asking', 'did', 'who', 'what', 'where', 'why', 'how', 'should', 'how-many'];

interface Ranked {
  readonly rule: Rule;
  /** How much of what is said the rule explains, from 0 to 1. */
  readonly share: number;
  readonly explained: number;
  /** Words with a meaning that it does not explain. */
  readonly against: number;
  readonly unknown: number;
}

/** What is not known may be chat: it counts less than what is known and does not belong. */
const CHAT = 0.6;
const ENOUGH = 0.5;
const CLOSE = 0.04;

/** The rules whose needs are met, best first. */
function ranked(units: readonly Unit[]): readonly Ranked[] {
  return RULES.flatMap((rule) => weigh(rule, units) ?? []).sort(
    (one, other) =>
      other.share - one.share || other.rule.needs.length - one.rule.needs.length || other.explained - one.explained,
  );
}

function weigh(rule: Rule, units: readonly Unit[]): Ranked | null {
  if (!areMet(rule.needs, units)) return null;
  const isAct = ACTS.has(rule.intent);
  const wanted = [...rule.needs.flat(), ...rule.likes];
  const explains = (unit: Unit): boolean => stands(unit, wanted);
  const neutral = (unit: Unit): boolean =>
    [...unit.concepts].some((each) => NEUTRAL.has(each) || (!isAct && NEUTRAL_IN_READING.has(each)));
  const explained = units.filter(explains).length;
  const rest = units.filter((unit) => unit.kind !== 'filler' && !explains(unit));
  const against = rest.filter((unit) => !isStrange(unit) && !neutral(unit) && !isMood(unit, rule)).length;
  const strange = rest.filter((unit) => isStrange(unit) && !neutral(unit)).length;
  const entities = rest.some((unit) => stands(unit, ['team', 'dimension', 'time', 'length']));
  const share = explained / (explained + against + CHAT * strange);
  const isWhole = against === 0 && strange === 0;
  // "I am done" is said of oneself, and "great, done" of what was just shown.
  const isOfOneself = rest.some((unit) => stands(unit, ['i', 'team-word', 'praise']));
  if (rule.intent === 'check-in' && rule.only && isOfOneself) return null;
  // So many minutes, or a dimension, are for a meeting that is to be planned, and praise for one that was.
  if (rule.intent === 'meetings' && rest.some((unit) => stands(unit, ['length', 'dimension', 'praise']))) return null;
  if (rule.only && !(isWhole && !(entities && ALONE.has(rule.intent)))) return null;
  return { rule, share, explained, against, unknown: strange };
}

/** Not known, or only to questions of another kind. */
function isStrange({ kind, concepts }: Unit): boolean {
  return kind === 'unknown' || (kind === 'said' && [...concepts].every((each) => BESIDE.has(each)));
}

/** Answers of one word, which a name or a day would turn into something else. */
const ALONE: ReadonlySet<IntentName> = new Set(['yes', 'pick', 'undo', 'thanks', 'help', 'did-it-help']);

function isMood(unit: Unit, { mayBeNegative }: Rule): boolean {
  return mayBeNegative && stands(unit, ['not']);
}

function decide(reading: Reading, mood: Mood): Understanding {
  const { units, entities } = reading;
  const found = ranked(units);
  const allowed = found.filter(({ rule }) => !mood.isNegative || rule.mayBeNegative);
  const isReadable = !hasStrayTime(reading) && !namesSeveral(reading);
  const sure = allowed.filter((each) =>
    ACTS.has(each.rule.intent) ? isReadable && isSureAct(each, mood) : each.share >= ENOUGH,
  );
  const [best] = sure;
  const strongest = found[0];
  if (mood.isHowTo && (strongest ? ACTS.has(strongest.rule.intent) : isNearAct(units))) {
    return { kind: 'intent', intent: 'help', entities };
  }
  if (units.some((unit) => stands(unit, ['yes'])) && units.some((unit) => stands(unit, ['no'])) && units.length <= 4) {
    return { kind: 'choice', intents: ['yes', 'no'], entities };
  }
  if (best) {
    const rival = rivalOf(best, sure, mood.isNegative || mood.isAsking || mood.isReported ? [] : found);
    if (rival) return { kind: 'choice', intents: [rival, best.rule.intent], entities };
    return { kind: 'intent', intent: best.rule.intent, entities: settled(best, { entities, units }) };
  }
  const subject = mood.isNegative ? undefined : subjectOf(units);
  if (subject?.isShown === false) return { kind: 'choice', intents: subject.choice, entities };
  if (subject?.shown !== undefined) return { kind: 'intent', intent: subject.shown, entities };
  return unknown(units);
}

/** Every word of it is understood, or nearly so, and it is told and not asked. */
function isSureAct({ against, unknown: strange, share }: Ranked, mood: Mood): boolean {
  const isTold = !mood.isAsking && !mood.isReported && !mood.isHowTo;
  return isTold && against === 0 && strange <= 2 && share >= ENOUGH;
}

/** A number or strange word right beside an hour may be its day or zone: "3/12 at 9", "Whit Monday at 9", "at 9 CET". */
function hasStrayTime({ units, hasClock }: Reading): boolean {
  const isTime = (unit: Unit | undefined): boolean => unit !== undefined && stands(unit, ['time']);
  const isStray = (unit: Unit): boolean => isStrange(unit) || /^\d/u.test(unit.word);
  return (
    hasClock &&
    units.some((unit, at) => !isTime(unit) && isStray(unit) && (isTime(units[at - 1]) || isTime(units[at + 1])))
  );
}

/** Of two teams or people none is meant alone. */
function namesSeveral({ names }: Reading): boolean {
  return (['team', 'person'] as const).some((concept) => {
    const places = names.filter((name) => name.concept === concept).length;
    return places > 1 && oneOf(names, concept) === null;
  });
}

/** Another intent that has as much to say for itself. An act that part of the text stands against is offered at least. */
function rivalOf(best: Ranked, sure: readonly Ranked[], found: readonly Ranked[]): IntentName | null {
  const other = sure.find(
    ({ rule, share, explained }) =>
      rule.intent !== best.rule.intent &&
      best.share - share < CLOSE &&
      explained === best.explained &&
      rule.needs.length === best.rule.needs.length,
  );
  if (other) return other.rule.intent;
  const act = found.find(
    ({ rule, explained, share }) =>
      ACTS.has(rule.intent) &&
      !rule.only &&
      rule.intent !== best.rule.intent &&
      rule.needs.length > 1 &&
      explained >= best.explained &&
      share >= ENOUGH &&
      best.share < 1,
  );
  return act?.rule.intent ?? null;
}

function settled({ rule }: Ranked, { entities, units }: Pick<Reading, 'entities' | 'units'>): Entities {
  if (rule.intent !== 'check-in') return entities;
  const status = STATUSES.find((each) => units.some((unit) => stands(unit, [each]))) ?? null;
  return { ...entities, status };
}

const STATUSES = ['done', 'on-track', 'at-risk', 'dropped'] as const;

/** What alone is spoken of, and whether it is to be shown. */
function subjectOf(units: readonly Unit[]) {
  const said = units.filter(
    (unit) => unit.kind === 'said' && !stands(unit, ['please', 'greet', 'thanks', 'praise', 'time', 'politely']),
  );
  const subjects = said.filter((unit) => !stands(unit, ['show']));
  const [only] = subjects;
  if (subjects.length !== 1 || only === undefined || units.some(isStrange)) return undefined;
  const subject = SUBJECTS.find((one) => stands(only, [one.said]));
  return subject && { ...subject, isShown: subjects.length < said.length };
}

/** Only other entities for what was asked before: "and in March?", "roles". */
function followsUp(units: readonly Unit[], { waiting }: Known): boolean {
  const rest = units.filter(
    (unit) => unit.kind !== 'filler' && !stands(unit, ['and', 'same', 'what', 'how', 'please']),
  );
  const hasMark = units.some((unit) => stands(unit, ['and', 'same']));
  const isEntity = rest.length > 0 && rest.every((unit) => stands(unit, ['team', 'dimension', 'time', 'person']));
  const onlyTeam = rest.every((unit) => stands(unit, ['team']));
  return isEntity && (hasMark || !onlyTeam) && waiting !== 'yes-no';
}

/** "How do I send …" has the verb in its first words. */
function isNearAct(units: readonly Unit[]): boolean {
  return RULES.some(
    ({ intent, needs, only }) =>
      ACTS.has(intent) && !only && needs.length === 2 && needs.some((need) => units.some((unit) => stands(unit, need))),
  );
}

function unknown(units: readonly Unit[]): Understanding {
  const scored = RULES.map(({ intent, needs }) => ({
    intent,
    met: needs.filter((need) => units.some((unit) => stands(unit, need))).length / needs.length,
  })).filter(({ met, intent }) => met > 0 && !PLEASANTRIES.has(intent));
  const best = scored.sort((one, other) => other.met - one.met).map(({ intent }) => intent);
  const [first = 'show-team', second = 'open-commitments', third = 'help'] = new Set<IntentName>([
    ...best,
    'show-team',
    'open-commitments',
    'help',
  ]);
  return { kind: 'unknown', nearest: [first, second, third] };
}

const PLEASANTRIES: ReadonlySet<IntentName> = new Set(['yes', 'no', 'greet', 'thanks', 'pick', 'stop', 'undo', 'help']);
