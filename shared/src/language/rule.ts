import type { IntentName } from './intents.ts';
import type { Concept } from './language.ts';

/** What a text has to say to be taken for an intent. The words may stand in any order. */
export interface Rule {
  readonly intent: IntentName;
  /** One concept of each group has to be said, by a word of its own. */
  readonly needs: readonly (readonly Concept[])[];
  /** What belongs to it where it is said. */
  readonly likes: readonly Concept[];
  /** A sentence with a "not" in it may be meant. */
  readonly mayBeNegative: boolean;
  /** Only when nothing else is said. */
  readonly only: boolean;
}

/** A rule by its intent, what it needs, and what belongs to it. */
export function rule(intent: IntentName, needs: Rule['needs'], said: readonly (Concept | Mark)[]): Rule {
  const likes = said.filter((each) => each !== 'only' && each !== 'may be negative');
  return { intent, needs, likes, only: said.includes('only'), mayBeNegative: said.includes('may be negative') };
}

type Mark = 'only' | 'may be negative';
