import type { Request } from 'express';
import { LANGUAGES, type Language } from '@plumbline/shared/kernel/languages';

/** The language that a reader likes best of those there are, by the weights in `Accept-Language`; the first where none of them is. */
export function languageFor(request: Request): Language {
  const liked = request.acceptsLanguages(...LANGUAGES);
  return LANGUAGES.find((language) => language === liked) ?? LANGUAGES[0];
}
