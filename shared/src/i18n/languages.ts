/** Every language there are words for; the first is spoken to whoever reads none of them. */
export const LANGUAGES = ['en', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language that a reader of a locale such as `de-AT` is spoken to in. */
export function languageOf(locale: string): Language {
  const asked = locale.split(/[-_]/)[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === asked) ?? LANGUAGES[0];
}
