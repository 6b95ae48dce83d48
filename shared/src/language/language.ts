/** What the words of any language stand for; rules are made of these, so that they are the same in all languages. */
export const CONCEPTS = [
  ...['what', 'where', 'how', 'who', 'i', 'mine', 'for-me', 'everyone', 'or', 'and', 'same', 'did', 'team-word'],
  ...['send', 'sent', 'start', 'new', 'show', 'make', 'plan', 'log', 'ask', 'write-again', 'take'],
  ...['engagement', 'contract', 'sees-what', 'accept', 'accepted', 'not-accepted', 'missing'],
  ...['alignment', 'coaching', 'recommend', 'need', 'ready', 'both-programmes', 'decide'],
  ...['pulse', 'pulse-team', 'questions', 'rate', 'how-many', 'answered', 'not-answered', 'going'],
  ...['results', 'stand', 'differ', 'differ-most', 'compare', 'changed', 'improve', 'before'],
  ...['why', 'low', 'try', 'idea', 'conflict', 'tried', 'intervention', 'helped', 'effect'],
  ...['session', 'agenda', 'note', 'notes', 'noted', 'incident', 'incidents', 'goals', 'how-far'],
  ...['commitment', 'committed', 'open', 'overdue', 'due', 'waits', 'to-do'],
  ...['stakeholder', 'round-about', 'feedback', 'sponsor', 'see', 'deck', 'update', 'check-in'],
  ...['done', 'on-track', 'at-risk', 'dropped', 'late', 'not-done'],
  ...['remind', 'remind-them', 'remind-me', 'reminders', 'later', 'undo', 'stop', 'again', 'help', 'about-bot'],
  ...[
    'greet',
    'thanks',
    'praise',
    'please',
    'data',
    'delete',
    'deleted',
    'forget-me',
    'yes',
    'go-ahead',
    'no',
    'unsure',
  ],
  ...['confidential', 'onlooker', 'others', 'find-out', 'kept'],
  ...['when', 'meeting', 'next', 'planned', 'ends', 'teams', 'quiet'],
  ...['not', 'if', 'said', 'orders', 'they', 'how-to', 'politely', 'asking', 'should'],
] as const;
/** Beside those of words: what names, moments, lengths of time and places in a list stand for. */
export type Concept = (typeof CONCEPTS)[number] | 'team' | 'person' | 'dimension' | 'time' | 'length' | 'place';

/**
 * The vocabulary of a language. Each text is a list of words and phrases, parted by commas; the longest phrase wins.
 * Written with its umlauts: they are found without them as well.
 */
export interface Language {
  readonly words: Readonly<Partial<Record<Concept, string>>>;
  /** What says nothing: articles, prepositions, particles, pleasantries. */
  readonly filler: string;
  /** What may stand before anything that is wished or told: "so", "hi". */
  readonly before: string;
  /** What else may stand before a question. */
  readonly beforeQuestion: string;
  /** What may stand around a place in a list: "the second one". */
  readonly aroundPlace: string;
  /** What a word may have at its end and be the same. */
  readonly endings: string;
  /** What may join two words to one, beside nothing. */
  readonly links: string;
  /** Words that one slip would turn into one of ours and that are none. */
  readonly ordinary: string;
  /** What people call the dimensions of the built-in instruments, by id. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly frames: readonly FrameWords[];
  readonly reports: ReportWords;
  readonly time: TimeWords;
}

/** Words around a text that is taken as it was typed. */
export interface FrameWords {
  readonly says: 'note' | 'log-intervention' | 'log-incident' | 'goals' | 'check-in' | 'did-it-help';
  /** What it begins with. */
  readonly lead: string;
  /** What it ends with, where it must. */
  readonly trail?: string;
  /** Whether the lead alone is enough, or a colon or dash has to follow it. */
  readonly needs: 'colon' | 'nothing';
  /** What may stand between the lead and the text. */
  readonly then?: string;
  /** What may stand between the lead and a name, before a colon or dash: "note for Acme: …". */
  readonly about?: string;
  /** What the text may not begin with. */
  readonly unless?: string;
  readonly status?: 'done' | 'on-track' | 'at-risk' | 'dropped';
}

/** What makes "… is done" no report of something that is done. */
export interface ReportWords {
  /** It is told of somebody else, or of a case that is not there. */
  readonly conditions: string;
  /** It is done in part, or perhaps. */
  readonly hedges: string;
  /** It is to be done, or would be. Where the sentence begins with who did it, these belong to what was done. */
  readonly auxiliaries: string;
  /** What a sentence begins with that wishes it were done. */
  readonly wishes: string;
  /** Praise and what is over every day: of these words alone nothing is reported. */
  readonly smallTalk: string;
  /** Behind a figure: "90 percent". */
  readonly percent: string;
  /** What was spoken of before. */
  readonly pronouns: string;
}

/** The words of days and hours. Lists are parted by commas and begin with Monday and January. */
export interface TimeWords {
  readonly weekdays: readonly string[];
  /** Short ones that are other words too, as "sat" is: they count before a clock time or a date. */
  readonly shortWeekdays: readonly string[];
  readonly months: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  readonly minute: string;
  readonly hour: string;
  readonly day: string;
  readonly week: string;
  readonly month: string;
  readonly quarter: string;
  readonly year: string;
  /** "an hour and a half" */
  readonly andHalf: string;
  /** Words for whole lengths, in minutes. */
  readonly lengths: Readonly<Record<string, number>>;
  /** Days by their distance from today. */
  readonly days: Readonly<Record<string, number>>;
  /** Hours of the day by name. */
  readonly hours: Readonly<Record<string, number>>;
  readonly next: string;
  readonly last: string;
  readonly current: string;
  readonly since: string;
  readonly until: string;
  readonly between: string;
  /** Between the two ends of a period. */
  readonly and: string;
  readonly ahead: string;
  /** After a length: "two weeks ago". */
  readonly ago: string;
  /** Before one: "vor zwei Wochen". */
  readonly agoFirst: string;
  /** "halb neun" is 8:30, "half past eight" too. */
  readonly halfTo: string;
  readonly halfPast: string;
  /** What a figure has behind it as a place in a row: "1st". */
  readonly afterFigure: string;
  /** Between a day and its month: "1st of December". */
  readonly of: string;
  /** Months that are words of every sentence: they count behind a word such as "in" or beside a figure. */
  readonly alsoOrdinary: string;
  /** Before an hour: "at 9". */
  readonly clock: string;
  /** After an hour: "9 Uhr". */
  readonly oclock: string;
  readonly morning: string;
  readonly afternoon: string;
  /** Before a day. */
  readonly on: string;
  /** "number three", before a place in a list. */
  readonly number: string;
}
