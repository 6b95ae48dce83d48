import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageOf } from '@plumbline/shared/kernel/languages';
import type { Duration, Instant } from '@plumbline/shared/kernel/instant';

/** Dates, times and numbers as the reader's locale writes them. */
export interface Format {
  /** "12 November 2026". */
  date(at: Instant): string;
  /** "12 Nov 2026". */
  shortDate(at: Instant): string;
  /** "12 Nov 2026" of a calendar day `YYYY-MM-DD`. */
  day(day: string): string;
  /** "10:12". */
  time(at: Instant): string;
  /** "Thu 12 Nov, 10:12". */
  dateTime(at: Instant): string;
  number(value: number, digits?: number): string;
  /** With its decimals, three at most. */
  decimal(value: number): string;
  /** "vision, goals and roles". */
  list(items: readonly string[]): string;
  /** Words that begin a label, inside a sentence: written small, but in German, where nouns are not. */
  inside(words: string): string;
  /** What somebody said or was asked, in the marks that its language quotes with. */
  quote(words: string): string;
  /** "6:12", and "-0:30" once the time is over. */
  timer(left: Duration): string;
}

/** Makes the formats of a locale; `timeZone` is the reader's own when not given. */
export function createFormat(locale: string, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone };
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', ...zone });
  const short = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const shortDate = new Intl.DateTimeFormat(locale, { ...short, ...zone });
  // A calendar day is the same day everywhere.
  const day = new Intl.DateTimeFormat(locale, { ...short, timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', ...zone });
  const dateTime = new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
    ...zone,
  });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    date: (at) => date.format(at),
    shortDate: (at) => shortDate.format(at),
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
    time: (at) => time.format(at),
    dateTime: (at) => dateTime.format(at),
    number: (value, digits = 0) =>
      value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    decimal: (value) => value.toLocaleString(locale),
    list: (items) => list.format(items),
    inside: (words) => (languageOf(locale) === 'de' ? words : words.toLocaleLowerCase(locale)),
    quote: (words) => (languageOf(locale) === 'de' ? `„${words}“` : `“${words}”`),
    timer,
  };
}

/** The formats of what is spoken to the reader. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  // Dates stand inside sentences: the language is the one that is spoken here, with the reader's region where that speaks it.
  const { language } = i18n;
  return useMemo(() => createFormat(language), [language]);
}

function timer(left: Duration): string {
  // Rounded up while it runs, so that 0:00 appears when the time is over and not a second early.
  const seconds = Math.ceil(left / 1_000);
  const whole = Math.abs(seconds);
  const minutes = Math.floor(whole / 60);
  return `${seconds < 0 ? '-' : ''}${minutes}:${String(whole % 60).padStart(2, '0')}`;
}
