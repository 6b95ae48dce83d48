import type { DeckMessage } from '../../figures/deck-words.ts';
import type { Exhibit } from '../exhibit.ts';

/** Puts a message into the reader's language; it knows the catalogues `figures`, `deck` and `summary`. */
export type Say = (said: DeckMessage) => string;

export type PackKind = 'executive-summary' | 'one-pager' | 'quarterly-review';

/** What a deck of slides is made of, in their order. */
export interface Pack {
  readonly title: string;
  readonly subtitle: string;
  readonly slides: readonly Exhibit[];
}

/** What a report is made of. */
export interface Report {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly heading: string;
  readonly level: 1 | 2;
  readonly paragraphs: readonly string[];
  readonly exhibits: readonly Exhibit[];
}
