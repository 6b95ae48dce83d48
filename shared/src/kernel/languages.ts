/** Every language there are words for; the first is spoken to whoever reads none of them. */
export const LANGUAGES = ['en', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What the questions are written in that come with the product. */
export const WRITTEN_IN: Language = 'en';

/** The language that a reader of a locale such as `de-AT` is spoken to in. */
export function languageOf(locale: string): Language {
  const asked = locale.split(/[-_]/)[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === asked) ?? LANGUAGES[0];
}

/**
 * What formats its dates and numbers: the reader's own locale where its language is spoken, so that they are of the reader's
 * region; the language alone where it is not, or where the locale is none that `Intl` takes, such as `en-US@posix`.
 */
export function spokenAs(locale: string): string {
  const language = languageOf(locale);
  try {
    return new Intl.Locale(locale).language === language ? locale : language;
  } catch {
    return language;
  }
}
