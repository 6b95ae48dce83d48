import type words from '../../i18n/en/file.json';
import type { MessageKey, Said, Stem } from '../message.ts';

/** A key of the catalogue `file`, without its plural ending and its prefix. */
type OwnKey = Stem<keyof typeof words>;

/** A key of the catalogue `file` with its name before it, or one of `figures`. */
export type FileKey = MessageKey | `file:${OwnKey}`;

/** Something that a file of results says: from its own catalogue, or a word that figures use too. */
export type FileMessage = Said<FileKey>;

/** Makes a message of the catalogue `file`. */
export function fileWords(key: OwnKey, values: FileMessage['values'] = {}): FileMessage {
  return { key: `file:${key}`, values };
}
