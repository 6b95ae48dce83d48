import type { Instant } from '../../kernel/instant.ts';
import type { ObservationId, TeamId } from '../../kernel/ids.ts';
import source from './tags.json' with { type: 'json' };

/** A coach's private note of a team. Nobody but that coach ever gets it. */
export interface Observation {
  readonly id: ObservationId;
  readonly team: TeamId;
  readonly text: string;
  /** The calendar day that it is about. */
  readonly day: string;
  /** Dimensions. */
  readonly tags: readonly string[];
  readonly notedAt: Instant;
}

/** A dimension that a text is taken to be about, and the words that say so. */
export interface SuggestedTag {
  readonly dimension: string;
  readonly words: readonly string[];
}

const MOST_TAGS = 3;
const WORDS: readonly (readonly [string, readonly string[]])[] = Object.entries(source.words);

/**
 * The dimensions that a text is about, by beginnings of words alone: those with most words found come first, equal ones
 * in the order of the instruments, three at the most. Nothing is read into a text, and a text of other words has none.
 */
export function suggestTags(text: string): readonly SuggestedTag[] {
  const spaced = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  const found = WORDS.map(([dimension, words]) => ({
    dimension,
    words: words.filter((word) => spaced.includes(` ${word}`)),
  })).filter(({ words }) => words.length > 0);
  return found.sort((a, b) => b.words.length - a.words.length).slice(0, MOST_TAGS);
}
