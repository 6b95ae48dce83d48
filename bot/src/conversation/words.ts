import { createInstance, type i18n } from 'i18next';
import type { DeckKey } from '@plumbline/shared/figures/deck-words';
import { spoken, type Message as FigureMessage, type Stem, type Translate } from '@plumbline/shared/figures/message';
import germanBot from '@plumbline/shared/i18n/de/bot.json' with { type: 'json' };
import germanDeck from '@plumbline/shared/i18n/de/deck.json' with { type: 'json' };
import germanFile from '@plumbline/shared/i18n/de/file.json' with { type: 'json' };
import germanSummary from '@plumbline/shared/i18n/de/summary.json' with { type: 'json' };
import germanCoach from '@plumbline/shared/i18n/de/coach.json' with { type: 'json' };
import germanFigures from '@plumbline/shared/i18n/de/figures.json' with { type: 'json' };
import germanNudges from '@plumbline/shared/i18n/de/nudges.json' with { type: 'json' };
import germanResults from '@plumbline/shared/i18n/de/results.json' with { type: 'json' };
import germanTeam from '@plumbline/shared/i18n/de/team.json' with { type: 'json' };
import bot from '@plumbline/shared/i18n/en/bot.json' with { type: 'json' };
import deck from '@plumbline/shared/i18n/en/deck.json' with { type: 'json' };
import file from '@plumbline/shared/i18n/en/file.json' with { type: 'json' };
import summary from '@plumbline/shared/i18n/en/summary.json' with { type: 'json' };
import coach from '@plumbline/shared/i18n/en/coach.json' with { type: 'json' };
import figures from '@plumbline/shared/i18n/en/figures.json' with { type: 'json' };
import nudges from '@plumbline/shared/i18n/en/nudges.json' with { type: 'json' };
import results from '@plumbline/shared/i18n/en/results.json' with { type: 'json' };
import team from '@plumbline/shared/i18n/en/team.json' with { type: 'json' };
import type { FileKey } from '@plumbline/shared/figures/results-file/words';
import { languageOf, LANGUAGES, type Language } from '@plumbline/shared/kernel/languages';
import type { FileFormat } from '@plumbline/shared/ooxml/file-format';
import { DAY, MINUTE, startOfDay, type Instant } from '@plumbline/shared/kernel/instant';
import { memoryOf } from '@plumbline/shared/kernel/memory';

/** What the bot says of its own. */
export type BotKey = Stem<keyof typeof bot>;
/** What it says in the words of the screens. */
type SharedKey =
  | `nudges:${Stem<keyof typeof nudges>}`
  | `coach:${Stem<keyof typeof coach>}`
  | `results:${Stem<keyof typeof results>}`
  | `summary:file.as.${FileFormat}`
  | 'summary:file.figure'
  | `team:${Stem<keyof typeof team>}`;

export type WordValues = Readonly<Record<string, string | number | readonly string[]>>;

/** The language, the time zone and the words of one person. */
export interface Words {
  readonly locale: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly t: (key: BotKey | SharedKey, values?: WordValues) => string;
  /** What a figure says. */
  readonly say: (said: FigureMessage) => string;
  /** What a document says. */
  readonly document: Translate<FileKey | DeckKey>;
  /** "12 November", with the year where it is another one than now. */
  readonly day: (when: Instant) => string;
  /** The same for a calendar day, `YYYY-MM-DD`, which is the same day everywhere. */
  readonly date: (day: string) => string;
  /** The calendar day that it is there for the person, `YYYY-MM-DD`. */
  readonly isoDay: (when: Instant) => string;
  /** "Friday 27 November, 09:00". */
  readonly moment: (when: Instant) => string;
  /** "18:00", for minutes since midnight. */
  readonly clock: (minutes: number) => string;
  /** "Saturday", for a day of the week: 1 is Monday. */
  readonly weekday: (day: number) => string;
  /** 0.4, or 0,4. */
  readonly number: (value: number) => string;
}

/** How dates are written where the region is not known, or is one of another language: the day before the month. */
const REGIONS: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };
const CATALOGUES = {
  en: { bot, coach, deck, figures, file, nudges, results, summary, team },
  de: {
    bot: germanBot,
    coach: germanCoach,
    deck: germanDeck,
    figures: germanFigures,
    file: germanFile,
    nudges: germanNudges,
    results: germanResults,
    summary: germanSummary,
    team: germanTeam,
  },
};
/** Any Monday: it begins a week of clock times and days. */
const MONDAY = startOfDay('2024-01-01');
let started: i18n | null = null;

/** The words for somebody; English where there are none in the language. */
export function wordsFor(speaker: {
  readonly locale: string;
  readonly timeZone: string | null;
  readonly now: Instant;
}): Words {
  const { locale, now } = speaker;
  const language = languageOf(locale);
  const timeZone = zoneOf(speaker.timeZone);
  const tag = tagOf(locale, language);
  // Its words are those of the language, and its dates those of the region.
  const t = catalogues().getFixedT(tag, 'bot');
  const year = (when: Instant, zone: string): string => at(tag, when, { timeZone: zone, year: 'numeric' });
  const dayIn = (when: Instant, zone: string): string =>
    at(tag, when, {
      timeZone: zone,
      day: 'numeric',
      month: 'long',
      ...(year(when, zone) === year(now, timeZone) ? {} : { year: 'numeric' }),
    });
  // The compiler checks keys here and not in i18next's own types, which would take every catalogue apart.
  const put = (key: string, values: WordValues): string => t(key, { ...values, formatParams: { date: { timeZone } } });
  return {
    locale: tag,
    language,
    timeZone,
    t: (key, values = {}) => put(key, values),
    document: (key, values) => put(key.includes(':') ? key : `figures:${key}`, values),
    say: (said) => spoken(said, (key, values) => put(`figures:${key}`, values)),
    day: (when) => dayIn(when, timeZone),
    date: (day) => dayIn(startOfDay(day), 'UTC'),
    // The way Swedish writes a date is that of ISO 8601.
    isoDay: (when) => at('sv-SE', when, { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
    moment: (when) =>
      at(tag, when, { timeZone, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }),
    clock: (minutes) => at(tag, MONDAY + minutes * MINUTE, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' }),
    weekday: (day) => at(tag, MONDAY + (day - 1) * DAY, { timeZone: 'UTC', weekday: 'long' }),
    number: (value) => new Intl.NumberFormat(tag).format(value),
  };
}

function catalogues(): i18n {
  if (started) return started;
  started = createInstance();
  void started.init({
    lng: LANGUAGES[0],
    fallbackLng: LANGUAGES[0],
    resources: CATALOGUES,
    ns: Object.keys(CATALOGUES.en),
    defaultNS: 'bot',
    keySeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return started;
}

/** Dates as in the person's region, so far as it is one of the language that is spoken. */
function tagOf(locale: string, language: Language): string {
  return locale.toLowerCase().startsWith(`${language}-`) && isKnown(locale, 'UTC') ? locale : REGIONS[language];
}

function zoneOf(timeZone: string | null): string {
  return timeZone !== null && isKnown('en', timeZone) ? timeZone : 'UTC';
}

/** Whether Intl knows what a host said. */
function isKnown(tag: string, timeZone: string): boolean {
  try {
    formatOf(tag, { timeZone });
    return true;
  } catch {
    return false;
  }
}

function at(tag: string, when: Instant, options: Intl.DateTimeFormatOptions): string {
  return formatOf(tag, options).format(new Date(when));
}

/** Making one takes longer than all the rest of an answer's words. */
const formats = memoryOf<Intl.DateTimeFormat>(200);

function formatOf(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formats.recall(JSON.stringify([tag, options]), () => new Intl.DateTimeFormat(tag, options));
}
