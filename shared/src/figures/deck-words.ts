import type words from '../i18n/en/deck.json';
import type summary from '../i18n/en/summary.json';
import type { MessageKey, Said, Stem } from './message.ts';

/** A key of the catalogue `deck`, without its plural ending and its prefix. */
type OwnKey = Stem<keyof typeof words>;

/** What is promised stands in the summary, and is said in its words everywhere. */
type MethodKey = Extract<Stem<keyof typeof summary>, `${'method' | 'named'}.${string}`>;

/** A key of the catalogues `deck` or `summary` with its name before it, or one of `figures`. */
export type DeckKey = MessageKey | `deck:${OwnKey}` | `summary:${MethodKey}`;

/** Something that a document says: in words of its own, of figures, or of the summary. */
export type DeckMessage = Said<DeckKey>;

/** Makes a message of the catalogue `deck`. */
export function deckWords(key: OwnKey, values: DeckMessage['values'] = {}): DeckMessage {
  return { key: `deck:${key}`, values };
}

/** Makes a message of the catalogue `summary`. */
export function summaryWords(key: MethodKey, values: DeckMessage['values'] = {}): DeckMessage {
  return { key: `summary:${key}`, values };
}
