import { interventionLibrary, libraryEntry, type LibraryEntry } from '@plumbline/shared/domain/coaching/library';
import { libraryWords } from '@plumbline/shared/i18n/library-words';
import { assert } from '@plumbline/shared/kernel/assert';
import type { Words } from './words.ts';

type Told = Pick<LibraryEntry, 'title' | 'purpose' | 'whenNot' | 'steps'> & { readonly because: string };

/** The library as somebody reads it: the id of each entry, and its words in their language. */
export function libraryIn(words: Words): readonly (Told & Pick<LibraryEntry, 'id'>)[] {
  return interventionLibrary().map(({ id }) => ({ id, ...entryIn(words, id) }));
}

/** The words of an entry in somebody's language. */
export function entryIn({ language }: Words, id: string): Told {
  const entry = libraryEntry(id);
  assert(entry, `the library has no ${id}`);
  const { title, purpose, whenNot, steps, risk } = entry;
  return libraryWords(language, id) ?? { title, purpose, whenNot, steps, because: risk.because };
}

/** What something is called that was taken from the library, unless it was given a name of its own. */
export function titleIn(
  words: Words,
  { title, entry }: { readonly title: string; readonly entry: Pick<LibraryEntry, 'id' | 'title'> | null },
): string {
  return entry !== null && title === entry.title ? entryIn(words, entry.id).title : title;
}
