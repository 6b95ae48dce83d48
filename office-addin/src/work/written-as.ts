import { LANGUAGES, languageOf } from '@plumbline/shared/kernel/languages';
import type { Identity } from '@plumbline/shared/ooxml/refresh/found';
import type { Writing } from '../host/host.ts';

/** How an insertion is written anew: in the locale that it was written in, whoever refreshes it. */
export function writtenAs(identity: Pick<Identity, 'language'> | null, writing: Writing): Writing {
  return { ...writing, language: localeOf(identity, writing.language) };
}

/** The locale of an insertion. Those that don't say are older than any other language than English. */
export function localeOf(identity: Pick<Identity, 'language'> | null, reader: string): string {
  const [english] = LANGUAGES;
  return identity?.language ?? (languageOf(reader) === english ? reader : english);
}
